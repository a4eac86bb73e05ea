"""Taylor's models around a run: where they hold, their level lines, and the way to the bottom of the second."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from gui.figure.clip import clipped_polygon, clipped_segments
from gui.figure.strokes import draw_strokes
from gui.figure.svg import number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gui.figure.axes import Axes
    from gui.figure.svg import SvgWriter
    from gui.theme import Theme
    from gui.views.taylor_layer import TaylorDrawing

_DASH, _DOTS = (5.2, 2.6), (2.0, 4.0)


def draw_models(svg: SvgWriter, theme: Theme, axes: Axes, drawings: Sequence[TaylorDrawing]) -> None:
    """Draw where models hold and their level lines; what lies above the runs comes with `draw_bottoms`."""
    box = axes.box
    for drawing in drawings:
        color = _color(theme, drawing)
        border = axes.to_pixels(drawing.border)
        inside = clipped_polygon(border, box)
        with svg.inside("g", class_=f"model-{drawing.order}"):
            if len(inside):
                outline = " ".join(f"{number(x)},{number(y)}" for x, y in inside.tolist())
                svg.element("polygon", class_="trusted", points=outline, fill=color, fill_opacity=0.1)
                closed = clipped_segments(np.concatenate([border, border[:1]]), box)
                draw_strokes(svg, closed, color, 1.5)
            draw_strokes(svg, clipped_segments(axes.to_pixels(drawing.lines), box), color, 1.3, _DASH)


def draw_bottoms(svg: SvgWriter, theme: Theme, axes: Axes, drawings: Sequence[TaylorDrawing]) -> None:
    """Draw the way from each point to the bottom of its model."""
    for drawing in drawings:
        way = clipped_segments(axes.to_pixels(drawing.newton), axes.box)
        with svg.inside("g", class_="bottom"):
            draw_strokes(svg, way, _color(theme, drawing), 2.0, _DOTS)


def _color(theme: Theme, drawing: TaylorDrawing) -> str:
    return theme.danger if drawing.order == 1 else theme.accent
