"""Marks of constant size: critical points, start, and where a run stands."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
from pyqtgraph.graphicsItems.ScatterPlotItem import Symbols
from PySide6.QtGui import QPainterPath

from gui.appearance import run_style
from gui.figure.svg import number

if TYPE_CHECKING:
    from gui.figure.clip import Array
    from gui.figure.svg import SvgWriter
    from gui.theme import Theme

HALO = 1.5
"""Width of the background's edge around all that is drawn over the map, in pixels."""
MINIMUM_EXTENT = 16.0
RUN_EXTENT = 13.0


def draw_minimum(svg: SvgWriter, theme: Theme, x: float, y: float, scale: float = 1.0) -> None:
    """A star."""
    _draw_filled(svg, _symbol("star", MINIMUM_EXTENT * scale), x, y, theme.text, theme.background, "minimum")


def draw_saddle(svg: SvgWriter, theme: Theme, x: float, y: float, scale: float = 1.0) -> None:
    """A diagonal cross."""
    _draw_stroked(svg, "M-4.5 -4.5 4.5 4.5M-4.5 4.5 4.5 -4.5", x, y, theme, 2.0, "saddle", scale)


def draw_maximum(svg: SvgWriter, theme: Theme, x: float, y: float, scale: float = 1.0) -> None:
    """An open triangle."""
    _draw_stroked(svg, "M0 -6 6 4.5 -6 4.5Z", x, y, theme, 2.0, "maximum", scale)


def draw_degenerate(svg: SvgWriter, theme: Theme, x: float, y: float, scale: float = 1.0) -> None:
    """A small ring."""
    _draw_stroked(svg, "M-3.5 0a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0 -7 0Z", x, y, theme, 2.0, "degenerate", scale)


def draw_start(svg: SvgWriter, theme: Theme, x: float, y: float) -> None:
    """An upright cross."""
    _draw_stroked(svg, "M-7 0 7 0M0 -7 0 7", x, y, theme, 3.0, "start")


def draw_run_mark(svg: SvgWriter, theme: Theme, slot: int, x: float, y: float, extent: float = RUN_EXTENT) -> None:
    """The marker of a run."""
    color = theme.run_colors[slot % len(theme.run_colors)]
    _draw_filled(svg, _symbol(run_style(slot).marker, extent), x, y, color, theme.background, "marker")


def draw_hollow_mark(svg: SvgWriter, theme: Theme, slot: int, x: float, y: float, extent: float, color: str) -> None:
    """The marker of a run where it is not yet."""
    svg.element(
        "path",
        class_="ghost",
        d=_symbol(run_style(slot).marker, extent),
        transform=f"translate({number(x)} {number(y)})",
        fill=theme.background,
        stroke=color,
        stroke_width=1.8,
        stroke_linejoin="round",
    )


def draw_step_marks(
    svg: SvgWriter, theme: Theme, slot: int, key: int, places: list[list[float]], extent: float
) -> None:
    """Small markers of a run, whose key is unique in the picture; their shape is written once."""
    if not places:
        return
    with svg.inside("defs"), svg.inside("g", id=f"step-{key}"):
        shape, color = _symbol(run_style(slot).marker, extent), theme.run_colors[slot % len(theme.run_colors)]
        svg.element("path", d=shape, fill=theme.background, stroke=theme.background, stroke_width=2)
        svg.element("path", d=shape, fill=color)
    for x, y in places:
        svg.element("use", xlink__href=f"#step-{key}", x=x, y=y)


def draw_dots(svg: SvgWriter, places: list[list[float]], radius: float, color: str) -> None:
    """Small discs in one path."""
    r, d = number(radius), number(2 * radius)
    discs = "".join(f"M{x - radius:.1f} {y:.1f}a{r} {r} 0 1 0 {d} 0a{r} {r} 0 1 0 -{d} 0" for x, y in places)
    if discs:
        svg.element("path", class_="dots", d=discs, fill=color)


def _draw_filled(svg: SvgWriter, shape: str, x: float, y: float, color: str, halo: str, kind: str) -> None:
    place = f"translate({number(x)} {number(y)})"
    svg.element(
        "path", d=shape, transform=place, fill=halo, stroke=halo, stroke_width=2 * HALO, stroke_linejoin="round"
    )
    svg.element("path", class_=kind, d=shape, transform=place, fill=color)


def _draw_stroked(
    svg: SvgWriter, shape: str, x: float, y: float, theme: Theme, width: float, kind: str, scale: float = 1.0
) -> None:
    place = f"translate({number(x)} {number(y)})" + (f" scale({number(scale)})" if scale != 1.0 else "")
    for color, wide, name in ((theme.background, width + 2 * HALO, None), (theme.text, width, kind)):
        svg.element(
            "path",
            class_=name,
            d=shape,
            transform=place,
            fill="none",
            stroke=color,
            stroke_width=wide,
            stroke_linecap="round",
        )


def corners(path: QPainterPath) -> Array:
    """Points (n, 2) of a path that somebody else would paint, NaN between its parts."""
    parts = [[part.at(index).toTuple() for index in range(part.size())] for part in path.toSubpathPolygons()]
    gap = (math.nan, math.nan)
    return np.array([place for part in parts for place in (*part, gap)])


@lru_cache(maxsize=64)
def _symbol(name: str, extent: float) -> str:
    """Path data of a marker as the window draws it."""
    path = Symbols[name]
    verbs = {
        QPainterPath.ElementType.MoveToElement: "M",
        QPainterPath.ElementType.LineToElement: "L",
        QPainterPath.ElementType.CurveToElement: "C",
        QPainterPath.ElementType.CurveToDataElement: " ",
    }
    elements = [path.elementAt(index) for index in range(path.elementCount())]
    data = "".join(f"{verbs[e.type]}{number(e.x * extent)} {number(e.y * extent)}" for e in elements)
    return data + "Z"
