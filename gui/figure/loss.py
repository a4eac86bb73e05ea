"""The loss against the iteration, with the playhead."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QCoreApplication

from gui.figure.axes import Axes, draw_frame, draw_x_axis, draw_y_axis, linear_ticks, log_ticks
from gui.figure.clip import clipped_segments
from gui.figure.marks import draw_run_mark
from gui.figure.strokes import draw_strokes
from gui.numbers import MINUS, format_number
from gui.views.curve_plot import FUTURE_OPACITY, heights, value_range
from gui.views.plot_strokes import columns

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gui.figure.clip import Array, Box
    from gui.figure.drawn_run import DrawnRun
    from gui.figure.svg import SvgWriter
    from gui.theme import Theme
    from surfaces import Surface

translate = QCoreApplication.translate
WIDTH = 2.0
_PAD = 0.05
_TICK_ROOM = (60.0, 40.0)


def best_loss(surface: Surface, runs: Sequence[DrawnRun]) -> float:
    """Return the lowest declared minimum; where there is none, zero below positive losses; else NaN."""
    if surface.minima:
        return min(point.value for point in surface.minima)
    lowest = min((float(np.fmin.reduce(run.snapshot.loss, initial=math.inf)) for run in runs), default=math.nan)
    return 0.0 if 0 < lowest < math.inf else math.nan


def draw_loss(
    svg: SvgWriter,
    theme: Theme,
    box: Box,
    runs: Sequence[DrawnRun],
    best: float,
    iteration: int,
    *,
    logarithmic: bool,
) -> None:
    """Draw the losses, on a logarithmic axis what they are above `best` (NaN: the axis is linear)."""
    logarithmic = logarithmic and math.isfinite(best)
    curves = [heights(run.snapshot.loss - (best if logarithmic else 0.0), logarithmic) for run in runs]
    last = max(run.snapshot.last for run in runs)
    low, high = value_range(tuple(curves), logarithmic)
    pad = _PAD * (high - low)
    axes = Axes(box, 0.0, float(max(last, 1)), low - pad, high + pad)
    with svg.inside("g", class_="loss"):
        _draw_scales(svg, theme, axes, logarithmic=logarithmic)
        _draw_caption(svg, theme, box, _offset(best, axes) if logarithmic else "")
        for run, curve in zip(runs, curves, strict=True):
            _draw_curve(svg, theme, axes, run, curve)
        if iteration < last:
            _draw_playhead(svg, theme, axes, iteration)
        for run, curve in zip(runs, curves, strict=True):
            end = axes.to_pixels(np.array([[run.upto, curve[run.upto]]]))
            if box.holds(end)[0]:
                draw_run_mark(svg, theme, run.spec.style, end[0, 0], end[0, 1], 10.0)


def _draw_scales(svg: SvgWriter, theme: Theme, axes: Axes, *, logarithmic: bool) -> None:
    box = axes.box
    parts = max(1, int(box.height / _TICK_ROOM[1]))
    upwards = log_ticks(axes.y0, axes.y1) if logarithmic else linear_ticks(axes.y0, axes.y1, min(parts, 6))
    for value, _ in upwards:
        y = axes.at_y(value)
        svg.line((box.left, y), (box.right, y), theme.border, 1)
    across = linear_ticks(axes.x0, axes.x1, min(8, max(1, int(box.width / _TICK_ROOM[0]))), whole=True)
    draw_x_axis(svg, theme, axes, across)
    draw_y_axis(svg, theme, axes, upwards)
    draw_frame(svg, theme, box)


def _offset(best: float, axes: Axes) -> str:
    """What is taken off the loss, where that is more than dust."""
    if abs(best) < 1e-9 * 10.0**axes.y1:
        return ""
    return f" {MINUS if best > 0 else '+'} {format_number(abs(best))}"


def _draw_caption(svg: SvgWriter, theme: Theme, box: Box, offset: str) -> None:
    svg.text(box.left, box.top - 9, translate("figure", "loss") + offset, 14, fill=theme.text)
    svg.text(box.right, box.bottom + 38, translate("figure", "iteration"), 14, text_anchor="end", fill=theme.text)


def _draw_curve(svg: SvgWriter, theme: Theme, axes: Axes, run: DrawnRun, curve: Array) -> None:
    points = np.column_stack([np.arange(len(curve), dtype=float), curve])
    ways = ((points[: run.upto + 1], None), (points[run.upto :], FUTURE_OPACITY))
    with svg.inside("g", class_="curve"):
        svg.title(run.spec.label)
        for part, opacity in ways:
            vertices, _ = columns(axes.to_pixels(part))
            segments = clipped_segments(vertices, axes.box)
            draw_strokes(svg, segments, run.color(theme), WIDTH, run.dash(WIDTH), opacity)


def _draw_playhead(svg: SvgWriter, theme: Theme, axes: Axes, iteration: int) -> None:
    x = axes.at_x(float(iteration))
    with svg.inside("g", class_="playhead"):
        svg.line((x, axes.box.top), (x, axes.box.bottom), theme.text, 1.5)
