"""A plot beside the map as a picture of its own: curves or ways up to the playhead, a legend, a title in words."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from engine.files import FileError, write_bytes
from engine.plot_table import write_plot
from engine.rendering import PNG, SCALES
from gui.appearance import run_style
from gui.figure.axes import LABEL_SIZE, Axes, draw_frame, draw_x_axis, draw_y_axis, linear_ticks, log_ticks
from gui.figure.clip import Box, at_most, clipped_segments
from gui.figure.marks import draw_run_mark
from gui.figure.raster import svg_to_png
from gui.figure.strokes import draw_strokes
from gui.figure.svg import SvgWriter
from gui.figure.text import fitted
from gui.views.curve_blocks import Curve, Way, heights
from gui.views.curve_plot import FUTURE_OPACITY
from gui.views.plot_ranges import across_range, signed_range, value_range
from gui.views.plot_strokes import columns, thin

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from gui.figure.clip import Array
    from gui.plotting import Sheet
    from gui.theme import Theme

SUFFIXES = (".png", ".svg", ".csv")
SIZE = (960, 600)
MARGIN, LEFT, TOP, BOTTOM, LEGEND = 28.0, 76.0, 72.0, 58.0, 190.0
WIDTH, PAD = 2.0, 0.05
MOST_SEGMENTS, MOST_INK = 64_000, 3e6
ROW, LEAST_ROW = 24.0, 9.0


def export_plot(path: Path, sheet: Sheet, theme: Theme) -> None:
    """Write a plot as its suffix says: .png, .svg or, as numbers, .csv; raises FileError."""
    suffix = path.suffix.lower()
    if suffix == ".csv":
        write_plot(path, sheet.plot, sheet.clock, sheet.runs)
    elif suffix in SUFFIXES:
        svg = build_plot(sheet, theme)
        write_bytes(path, svg.encode() if suffix == ".svg" else svg_to_png(svg, SCALES[PNG]))
    else:
        raise FileError(f"Could not write {path}: a plot ends in {', '.join(SUFFIXES)}.")


def build_plot(sheet: Sheet, theme: Theme, size: tuple[int, int] = SIZE) -> str:
    """Return the plot as SVG; equal arguments give equal text."""
    svg = SvgWriter(size, (float(size[0]), float(size[1])))
    svg.element("rect", width=size[0], height=size[1], fill=theme.background)
    lines = [sheet.line(index, run.values(sheet.plot)) for index, run in enumerate(sheet.runs)]
    box = Box(LEFT, TOP, size[0] - MARGIN - LEGEND, size[1] - BOTTOM)
    points = [_points(line, sheet) for line in lines]
    axes = _axes(sheet, box, points)
    svg.text(LEFT, 38, fitted(sheet.title, 19, size[0] - LEFT - MARGIN), 18, font_weight="600", fill=theme.text)
    _draw_scales(svg, theme, sheet, axes)
    for line, ends, row in zip(lines, points, sheet.rows, strict=True):
        _draw_line(svg, theme, axes, line, ends, row)
    if math.isfinite(sheet.moment) and sheet.moment < sheet.last and not sheet.plot.is_way:
        _draw_playhead(svg, theme, axes, float(heights(np.array([sheet.moment]), sheet.plot.log_across)[0]))
    for line, ends, row in zip(lines, points, sheet.rows, strict=True):
        place = axes.to_pixels(ends[min(row, len(ends) - 1)][None]) if len(ends) else np.full((1, 2), np.nan)
        if box.holds(place)[0]:
            draw_run_mark(svg, theme, line.slot, float(place[0, 0]), float(place[0, 1]), 11.0)
    _draw_legend(svg, theme, lines, box.right + 20.0, size)
    return str(svg)


def _points(line: Curve | Way, sheet: Sheet) -> Array:
    """Every point of a line as heights on the axes."""
    if isinstance(line, Way):
        return line.points
    x = heights(line.moments(np.arange(len(line.values))), sheet.plot.log_across)
    return np.stack([x, heights(line.raw(slice(None)) - line.offset, sheet.logarithmic)], axis=1)


def _axes(sheet: Sheet, box: Box, points: Sequence[Array]) -> Axes:
    across, upwards = [part[:, 0] for part in points], tuple(part[:, 1] for part in points)
    is_signed = sheet.plot.is_signed and not sheet.logarithmic
    low, high = signed_range(upwards) if is_signed else value_range(upwards, sheet.logarithmic)
    pad = PAD * (high - low)
    if sheet.plot.is_way:
        left, right = signed_range(across)
        return Axes(box, left - PAD * (right - left), right + PAD * (right - left), low - pad, high + pad)
    return Axes(box, *across_range(across, sheet.last, sheet.plot.log_across), low - pad, high + pad)


def _draw_scales(svg: SvgWriter, theme: Theme, sheet: Sheet, axes: Axes) -> None:
    box, log_across = axes.box, sheet.plot.log_across and not sheet.plot.is_way
    upwards = log_ticks(axes.y0, axes.y1) if sheet.logarithmic else linear_ticks(axes.y0, axes.y1, 6)
    across = log_ticks(axes.x0, axes.x1) if log_across else linear_ticks(axes.x0, axes.x1, 8)
    for value, _ in upwards:
        svg.line((box.left, axes.at_y(value)), (box.right, axes.at_y(value)), theme.border, 1)
    draw_x_axis(svg, theme, axes, across)
    draw_y_axis(svg, theme, axes, upwards)
    draw_frame(svg, theme, box)
    svg.text(box.right, box.bottom + 42, sheet.x_title, LABEL_SIZE, text_anchor="end", fill=theme.text)
    if sheet.y_title:
        svg.text(box.left, box.top - 7, sheet.y_title, LABEL_SIZE, fill=theme.text)


def _draw_line(svg: SvgWriter, theme: Theme, axes: Axes, line: Curve | Way, points: Array, row: int) -> None:
    color, dash = theme.run_colors[line.slot % len(theme.run_colors)], run_style(line.slot).dash
    widths = tuple(part * WIDTH for part in dash)
    with svg.inside("g", class_="curve" if isinstance(line, Curve) else "way"):
        svg.title(line.label)
        for part, opacity in ((points[: row + 1], None), (points[row:], FUTURE_OPACITY)):
            pixels = axes.to_pixels(part)
            vertices, _ = columns(pixels) if isinstance(line, Curve) else thin(pixels)
            segments = at_most(clipped_segments(vertices, axes.box), MOST_SEGMENTS, MOST_INK)
            draw_strokes(svg, segments, color, WIDTH, widths, opacity)


def _draw_playhead(svg: SvgWriter, theme: Theme, axes: Axes, x: float) -> None:
    if axes.x0 <= x <= axes.x1:
        with svg.inside("g", class_="playhead"):
            svg.line((axes.at_x(x), axes.box.top), (axes.at_x(x), axes.box.bottom), theme.text, 1.5)


def _draw_legend(
    svg: SvgWriter, theme: Theme, lines: Sequence[Curve | Way], left: float, size: tuple[int, int]
) -> None:
    height = size[1] - TOP - BOTTOM
    step = min(ROW, max(height / max(len(lines), 1), LEAST_ROW))
    with svg.inside("g", class_="legend"):
        for index, line in enumerate(lines[: int(height / step)]):
            y = TOP + (index + 0.5) * step
            color, dash = theme.run_colors[line.slot % len(theme.run_colors)], run_style(line.slot).dash
            draw_strokes(svg, np.array([[left, y, left + 30, y]]), color, WIDTH, tuple(part * WIDTH for part in dash))
            draw_run_mark(svg, theme, line.slot, left + 15, y, min(11.0, step))
            text_size = min(14.0, 0.8 * step)
            label = fitted(line.label, text_size * 1.06, LEGEND - 60)
            svg.text(left + 38, y + 0.35 * text_size, label, text_size, fill=theme.text)
