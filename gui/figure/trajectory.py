"""A trajectory on a map: what is to come as a thin ghost, halo, line in the run's colour and dash, dots, markers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from gui.figure.clip import at_most, clipped_segments, path_data
from gui.figure.marks import HALO, draw_dots, draw_run_mark, draw_step_marks
from gui.figure.strokes import draw_strokes
from gui.views.branch_handles import RADIUS as RING
from gui.views.plot_strokes import DENSE, DOT_DISTANCE, thin
from gui.views.tail_layer import LENGTHS, MARKER, first_row, marked_rows, opacities

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gui.figure.axes import Axes
    from gui.figure.clip import Array, Box
    from gui.figure.drawn_run import DrawnRun
    from gui.figure.svg import SvgWriter
    from gui.theme import Theme

WIDTH = 2.2
FUTURE_WIDTH, FUTURE_OPACITY = 1.1, 0.5
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
    future: Array
    """The segments that are still to come."""
    marked: Array
    """Where steps have a marker, shape (n, 2)."""
    steps: tuple[tuple[Array, float], ...] = ()
    """Of a trail that ends, the segments of each step and how opaque they are; it has nothing else."""


def trajectory(
    axes: Axes, run: DrawnRun, share: float, runs: Sequence[DrawnRun] = (), kind: str = "full", every: int = 0
) -> Trajectory:
    """Return a run's way inside the box, beside others, with this share of what may be drawn.

    Its kind is one of `engine.session.TRAILS`; every so many steps have a marker (0: none).
    """
    first = 0 if kind in LENGTHS else run.upto
    to_come = _visible(axes, run.line(runs, first, len(run.snapshot.params))) if run.is_under_way else np.empty((0, 4))
    part = share / 2 if len(to_come) else share
    future = at_most(to_come, int(MOST_SEGMENTS * part), MOST_INK * part)
    marked = _marked(axes, run, runs, every)
    if kind in LENGTHS:
        return Trajectory(run, np.empty((0, 4)), [], False, future, marked, _steps(axes, run, runs, kind))
    segments = _visible(axes, run.line(runs))
    if len(segments) <= DENSE:
        dots = step_dots(axes.to_pixels(run.line(runs)), axes.box)
        return Trajectory(run, segments, dots, False, future, marked)
    return Trajectory(run, at_most(segments, int(MOST_SEGMENTS * part), MOST_INK * part), [], True, future, marked)


def draw_trajectories(svg: SvgWriter, theme: Theme, ways: Sequence[Trajectory]) -> None:
    """Draw all that is to come, then all halos, then all lines, so that no run erases another."""
    for way in ways:
        if len(way.future):
            with svg.inside("g", class_="future"):
                draw_strokes(svg, way.future, way.run.color(theme), FUTURE_WIDTH, opacity=FUTURE_OPACITY)
    with svg.inside("g", class_="halos"):
        for way in ways:
            if not way.is_tangle:
                draw_strokes(svg, way.segments, theme.background, WIDTH + 2 * HALO)
                draw_dots(svg, way.dots, DOT_RADIUS + HALO, theme.background)
    for way in ways:
        _draw_way(svg, theme, way)


def _draw_way(svg: SvgWriter, theme: Theme, way: Trajectory) -> None:
    run, width = way.run, 1.0 if way.is_tangle else WIDTH
    color, dash = run.color(theme), () if way.is_tangle else run.dash(width)
    with svg.inside("g", class_="trajectory"):
        svg.title(run.spec.label)
        draw_strokes(svg, way.segments, color, width, dash)
        draw_dots(svg, way.dots, DOT_RADIUS, color)
        _draw_steps(svg, way.steps, color, dash)
        draw_step_marks(svg, theme, run.spec.style, run.spec.key, way.marked.tolist(), MARKER)


def _draw_steps(svg: SvgWriter, steps: Sequence[tuple[Array, float]], color: str, dash: tuple[float, ...]) -> None:
    """The steps of a trail that ends; what fades is not dashed."""
    if steps and min(opacity for _, opacity in steps) == 1.0:
        draw_strokes(svg, np.concatenate([segments for segments, _ in steps]), color, WIDTH, dash)
        return
    with svg.inside("g", fill="none", stroke=color, stroke_width=WIDTH):
        for segments, opacity in steps:
            if len(segments):
                svg.element("path", d=path_data(segments), stroke_opacity=opacity)


def draw_end(svg: SvgWriter, theme: Theme, axes: Axes, run: DrawnRun) -> None:
    """Draw the marker where the run stands, if that can be seen."""
    end = axes.to_pixels(run.place[None])
    if axes.box.holds(end)[0]:
        draw_run_mark(svg, theme, run.spec.style, *end[0].tolist())


def draw_branching(svg: SvgWriter, theme: Theme, axes: Axes, run: DrawnRun) -> None:
    """Draw a ring where a branch begins, and a line from there to where its parent was."""
    points = run.branching
    if points is None:
        return
    place, parent = axes.to_pixels(points)
    away = parent - place
    length = float(np.hypot(*away))
    line = np.array([place + away * min(1.0, RING / length) if length > 0.0 else place, parent])
    segments = clipped_segments(line, axes.box) if length > RING else np.empty((0, 4))
    with svg.inside("g", class_="branching"):
        for color, width in ((theme.background, 4.5), (run.color(theme), 1.5)):
            draw_strokes(svg, segments, color, width)
            if axes.box.holds(place[None])[0]:
                svg.element("circle", cx=place[0], cy=place[1], r=RING, fill="none", stroke=color, stroke_width=width)


def _visible(axes: Axes, points: Array) -> Array:
    """The segments of a line inside the box, without those too short to be seen."""
    thinned, _ = thin(axes.to_pixels(points) * _CELLS_PER_PIXEL)
    return clipped_segments(thinned / _CELLS_PER_PIXEL, axes.box)


def _steps(axes: Axes, run: DrawnRun, runs: Sequence[DrawnRun], kind: str) -> tuple[tuple[Array, float], ...]:
    pixels = axes.to_pixels(run.drawn(runs, first_row(kind, run.upto)))
    shades = opacities(kind, len(pixels) - 1)
    return tuple((clipped_segments(pixels[at : at + 2], axes.box), shade) for at, shade in enumerate(shades))


def _marked(axes: Axes, run: DrawnRun, runs: Sequence[DrawnRun], every: int) -> Array:
    if not every:
        return np.empty((0, 2))
    pixels = axes.to_pixels(run.drawn(runs)[marked_rows(run.upto, every)])
    return pixels[axes.box.inset(MARKER / 2).holds(pixels)]


def step_dots(pixels: Array, box: Box) -> list[list[float]]:
    """Places of the steps long enough to be seen as one; none where they would crowd."""
    with np.errstate(over="ignore", invalid="ignore"):
        steps = np.hypot(*np.diff(pixels, axis=0).T)
        shown = pixels[1:][(steps > DOT_DISTANCE) & box.inset(DOT_RADIUS).holds(pixels[1:])]
    return shown.tolist() if len(shown) <= MOST_DOTS else []
