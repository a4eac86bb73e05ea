"""Long lines as many short paths: Qt's time for a wide path grows with the square of its length."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gui.figure.clip import chunks, path_data

if TYPE_CHECKING:
    from gui.figure.clip import Array
    from gui.figure.svg import SvgWriter

CHUNK = 48
CHUNK_INK = 600.0
"""A path has at most so many segments, and is about so many pixels long."""


def draw_strokes(
    svg: SvgWriter,
    segments: Array,
    color: str,
    width: float,
    dash: tuple[float, ...] = (),
    opacity: float | None = None,
) -> None:
    """Draw segments (m, 4) as one line; the dashes, in pixels, run on from path to path."""
    if not len(segments):
        return
    with svg.inside(
        "g",
        fill="none",
        stroke=color,
        stroke_width=width,
        stroke_opacity=opacity,
        stroke_linejoin="round",
        stroke_linecap=None if dash or opacity else "round",
        stroke_dasharray=" ".join(f"{part:g}" for part in dash) or None,
    ):
        for part, before in chunks(segments, CHUNK, CHUNK_INK):
            offset = before % sum(dash) if dash else 0.0
            svg.element("path", d=path_data(part), stroke_dashoffset=offset or None)
