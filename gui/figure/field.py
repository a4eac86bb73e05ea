"""The surface under the runs: shaded field, contour lines, critical points, axes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage

from gui.figure.axes import Axes, draw_frame, draw_x_axis, draw_y_axis, linear_ticks
from gui.figure.clip import clipped_segments
from gui.figure.marks import draw_degenerate, draw_maximum, draw_minimum, draw_saddle
from gui.figure.strokes import draw_strokes
from gui.theme import colour_map
from gui.views.plot_strokes import thin
from surfaces.contours import contours, grid_values, shade

if TYPE_CHECKING:
    import numpy.typing as npt

    from gui.figure.clip import Array
    from gui.figure.svg import SvgWriter
    from gui.theme import Theme
    from surfaces import Surface

_PIXELS_PER_CELL = 2.0
_LINE_STEP = 1.5
"""Contour lines keep one point in every square of so many pixels."""
_HATCH = 8.0
_KINK_DASH = (6.0, 4.0)
_TICK_ROOM = (70.0, 60.0)
_ID = "field"
POINT_MARKS = {
    "maximum": draw_maximum,
    "degenerate": draw_degenerate,
    "saddle": draw_saddle,
    "minimum": draw_minimum,
}
"""What draws each kind of critical point, the topmost last."""


def define_field(
    svg: SvgWriter, theme: Theme, surface: Surface, spacing: str, axes: Axes, colours: str = "theme"
) -> None:
    """Write field and contour lines once, for panels of this size; `use_field` shows them."""
    box = axes.box
    home = axes._replace(box=box._replace(left=0.0, top=0.0, right=box.width, bottom=box.height))
    with svg.inside("defs"), svg.inside("g", id=_ID):
        svg.image(_field_png(colour_map(theme, colours), surface, spacing, home), 0, 0, box.width, box.height)
        draw_strokes(svg, clipped_segments(_hatching(surface, home), home.box), theme.outline, 0.9)
        drawn = contours(surface, surface.bounds, spacing=spacing)
        segments = clipped_segments(_thinned(home.to_pixels(drawn.lines)), home.box)
        draw_strokes(svg, segments, theme.contour, 0.9, opacity=0.8)
        kinks = clipped_segments(_thinned(home.to_pixels(drawn.kinks)), home.box)
        draw_strokes(svg, kinks, theme.text, 1.5, _KINK_DASH, opacity=0.85)


def use_field(svg: SvgWriter, axes: Axes) -> None:
    """Show what `define_field` wrote in this panel."""
    svg.element("use", xlink__href=f"#{_ID}", x=axes.box.left, y=axes.box.top)


def draw_critical_points(svg: SvgWriter, theme: Theme, surface: Surface, axes: Axes) -> None:
    """The marks of the declared points that can be seen, minima on top."""
    declared = surface.maxima + surface.saddles + surface.minima
    for kind, draw in POINT_MARKS.items():
        points = [point.params[:2] for point in declared if point.kind == kind]
        pixels = axes.to_pixels(np.array(points).reshape(-1, 2))
        for x, y in pixels[axes.box.holds(pixels)].tolist():
            draw(svg, theme, x, y)


def draw_field_axes(
    svg: SvgWriter, theme: Theme, axes: Axes, names: tuple[str, str], *, left: bool, bottom: bool
) -> None:
    """Frame and ticks of a panel; texts only at the outer edges of a grid."""
    box = axes.box
    across, upwards = (max(1, int(e / room)) for e, room in zip((box.width, box.height), _TICK_ROOM, strict=True))
    draw_x_axis(svg, theme, axes, linear_ticks(axes.x0, axes.x1, min(across, 8)), texts=bottom)
    draw_y_axis(svg, theme, axes, linear_ticks(axes.y0, axes.y1, min(upwards, 8)), texts=left)
    draw_frame(svg, theme, box)
    if bottom:
        middle = (box.left + box.right) / 2
        svg.mathematics(middle, box.bottom + 38, f"<i>{names[0]}</i>", 15, text_anchor="middle", fill=theme.text)
    if left:
        middle = (box.top + box.bottom) / 2 + 5
        svg.mathematics(box.left - 41, middle, f"<i>{names[1]}</i>", 15, text_anchor="middle", fill=theme.text)


def _hatching(surface: Surface, axes: Axes) -> Array:
    """Points (n, 2) of slanting lines over the places without a finite loss, NaN between them."""
    box = axes.box
    across = np.arange(0.0, box.width + box.height, _HATCH)[:, None]
    down = np.append(np.arange(0.0, box.height, _LINE_STEP), np.nan)
    pixels = np.stack(np.broadcast_arrays(across - down, down), axis=-1).reshape(-1, 2)
    places = pixels / (box.width, -box.height) * (axes.x1 - axes.x0, axes.y1 - axes.y0) + (axes.x0, axes.y1)
    inside = box.holds(pixels)
    with np.errstate(all="ignore"):
        inside[inside] = ~np.isfinite(surface.value(places[inside]))
    return np.where(inside[:, None], pixels, np.nan)


def _field_png(table: npt.NDArray[np.uint8], surface: Surface, spacing: str, axes: Axes) -> bytes:
    """Shades of the surface at the middle of each cell, with a palette, as PNG."""
    nx, ny = (max(2, round(extent / _PIXELS_PER_CELL)) for extent in (axes.box.width, axes.box.height))
    x = axes.x0 + (np.arange(nx) + 0.5) / nx * (axes.x1 - axes.x0)
    y = axes.y0 + (np.arange(ny) + 0.5) / ny * (axes.y1 - axes.y0)
    return _palette_png(shade(grid_values(surface, x, y), spacing)[::-1], table)


def _palette_png(indices: npt.NDArray[np.uint8], table: npt.NDArray[np.uint8]) -> bytes:
    pixels = np.ascontiguousarray(indices)
    height, width = pixels.shape
    image = QImage(pixels.data, width, height, width, QImage.Format.Format_Indexed8)
    image.setColorTable([255 << 24 | int(r) << 16 | int(g) << 8 | int(b) for r, g, b, _ in table.tolist()])
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want bytes, which fail
    return bytes(buffer.data().data())


def _thinned(pixels: Array) -> Array:
    """Drop points of contour lines that are closer than can be seen, but never the end of a piece."""
    _, kept = thin(pixels / _LINE_STEP)
    ends = np.flatnonzero(np.isnan(pixels[1:, 0]))
    return pixels[np.union1d(kept, ends).astype(np.intp)]
