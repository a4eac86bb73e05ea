"""A trajectory on a map: halo, line in the run's colour and dash, a dot per visible step, a marker at its end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from gui.figure.clip import at_most, clipped_segments
from gui.figure.marks import HALO, draw_dots, draw_run_mark
from gui.figure.strokes import draw_strokes
from gui.views.plot_strokes import DENSE, DOT_DISTANCE, thin

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gui.figure.axes import Axes
    from gui.figure.clip import Array
    from gui.figure.drawn_run import DrawnRun
    from gui.figure.svg import SvgWriter
    from gui.theme import Theme

WIDTH = 2.2
DOT_RADIUS = 2.7
MOST_DOTS = 400
MOST_SEGMENTS, MOST_INK = 64_000, 3e6
"""Segments and pixels of all trajectories together; beyond them tangles are thinned out."""
_CELLS_PER_PIXEL = 2.0


@dataclass(frozen=True)
class Trajectory:
    """A run's way in a panel, ready to draw."""

    run: DrawnRun
    segments: Array
    dots: list[list[float]]
    is_tangle: bool
    """So long that it is drawn thin, without halo, dashes and dots."""


def trajectory(axes: Axes, run: DrawnRun, share: float, runs: Sequence[DrawnRun] = ()) -> Trajectory:
    """Return a run's way up to the playhead inside the box, beside others, with this share of what may be drawn."""
    pixels = axes.to_pixels(run.line(runs))
    thinned, _ = thin(pixels * _CELLS_PER_PIXEL)
    segments = clipped_segments(thinned / _CELLS_PER_PIXEL, axes.box)
    if len(segments) <= DENSE:
        return Trajectory(run, segments, _dots(pixels, axes), is_tangle=False)
    return Trajectory(run, at_most(segments, int(MOST_SEGMENTS * share), MOST_INK * share), [], is_tangle=True)


def draw_trajectories(svg: SvgWriter, theme: Theme, ways: Sequence[Trajectory]) -> None:
    """Draw all halos, then all lines, so that no run erases another."""
    with svg.inside("g", class_="halos"):
        for way in ways:
            if not way.is_tangle:
                draw_strokes(svg, way.segments, theme.background, WIDTH + 2 * HALO)
                draw_dots(svg, way.dots, DOT_RADIUS + HALO, theme.background)
    for way in ways:
        color, width = way.run.color(theme), 1.0 if way.is_tangle else WIDTH
        with svg.inside("g", class_="trajectory"):
            svg.title(way.run.spec.label)
            draw_strokes(svg, way.segments, color, width, () if way.is_tangle else way.run.dash(width))
            draw_dots(svg, way.dots, DOT_RADIUS, color)


def draw_end(svg: SvgWriter, theme: Theme, axes: Axes, run: DrawnRun) -> None:
    """Draw the marker where the run stands, if that can be seen."""
    end = axes.to_pixels(run.path[-1:])
    if axes.box.holds(end)[0]:
        draw_run_mark(svg, theme, run.spec.style, *end[0].tolist())


def _dots(pixels: Array, axes: Axes) -> list[list[float]]:
    """Places of the steps long enough to be seen as one; none where they would crowd."""
    with np.errstate(over="ignore", invalid="ignore"):
        steps = np.hypot(*np.diff(pixels, axis=0).T)
        shown = pixels[1:][(steps > DOT_DISTANCE) & axes.box.inset(DOT_RADIUS).holds(pixels[1:])]
    return shown.tolist() if len(shown) <= MOST_DOTS else []
