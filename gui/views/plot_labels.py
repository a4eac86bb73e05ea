"""Where to write the values of a few contour lines."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QRectF

from gui.numbers import format_number

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Indices = npt.NDArray[np.intp]

    from gui.views.plot_strokes import Array, Frame
    from surfaces.contours import Contours

LABELLED = 6
"""About so many levels get a label."""
STRAIGHT = 0.96
"""A label needs a stretch whose chord is at least this part of its length."""
APART = 44.0
TRIES = 12
MOST_PIECES = 400
"""The longest pieces, this many, are looked at."""
REACH = 9.0
"""Beyond this, in logical pixels, no line crowds a label."""
LEGEND_CORNER = (270.0, 52.0)


class Label(NamedTuple):
    """A piece of a contour line and what to write on it."""

    text: str
    points: Array


class Place(NamedTuple):
    """A label's centre and turn in device pixels, and its box around the centre."""

    center: tuple[float, float]
    angle: float
    rect: QRectF


def labelled_pieces(contours: Contours) -> tuple[Label, ...]:
    """Longest piece of every few levels."""
    levels = np.asarray(contours.levels)
    chosen = levels[:: max(1, math.ceil(len(levels) / LABELLED))]
    first, last = _pieces(contours.lines)
    order = np.argsort(last - first, kind="stable")[::-1][:MOST_PIECES]
    first, last = first[order], last[order]
    own = _levels_of(contours.lines[(first + last) // 2], contours)
    labels = []
    for level in chosen:
        at = np.flatnonzero(own == level)
        if at.size:
            labels.append(Label(format_number(float(level), 3), contours.lines[first[at[0]] : last[at[0]]]))
    return tuple(labels)


def _pieces(lines: Array) -> tuple[Indices, Indices]:
    """Where the pieces worth a label begin and end."""
    breaks = np.flatnonzero(np.isnan(lines[:, 0]))
    first, last = np.concatenate([[0], breaks + 1]), np.concatenate([breaks, [len(lines)]])
    long = last - first > 20
    return first[long], last[long]


def _levels_of(places: Array, contours: Contours) -> Array:
    """Levels nearest to the surface's values at places; NaN where it has none."""
    x0, x1, y0, y1 = contours.bounds
    height, width = contours.values.shape
    column = np.clip((places[:, 0] - x0) / (x1 - x0) * (width - 1), 0, width - 1.001)
    row = np.clip((places[:, 1] - y0) / (y1 - y0) * (height - 1), 0, height - 1.001)
    i, j = row.astype(int), column.astype(int)
    u, v = row - i, column - j
    at = contours.values
    with np.errstate(invalid="ignore"):
        values = (1 - u) * ((1 - v) * at[i, j] + v * at[i, j + 1])
        values += u * ((1 - v) * at[i + 1, j] + v * at[i + 1, j + 1])
        levels = np.asarray(contours.levels)
        away = np.abs(levels - values[:, None])
    nearest = levels[np.argmin(np.where(np.isnan(away), np.inf, away), axis=1)] if levels.size else np.empty(0)
    return np.where(np.isfinite(values), nearest, np.nan) if levels.size else np.full(len(values), np.nan)


class Letters(NamedTuple):
    """What letters take, in device pixels: the width of a text and the height of a line."""

    width: Callable[[str], float]
    height: float


def place_labels(
    labels: tuple[Label, ...],
    lines: Array,
    frame: Frame,
    letters: Letters,
    avoid: Array,
    corner: tuple[float, float] = LEGEND_CORNER,
) -> Iterator[tuple[Label, Place]]:
    """Put labels on straight stretches, clear of edges and the upper left corner, other lines, places to avoid."""
    if not labels:
        return
    taken = avoid
    others = frame.to_pixels(lines)
    others = others[np.argsort(others[:, 0])]  # NaN last
    for label in labels:
        half = letters.width(label.text) / 2 + 3 * frame.ratio
        rect = QRectF(-half, -letters.height / 2, 2 * half, letters.height)
        place = _place(frame.to_pixels(label.points), rect, frame, taken, others, corner)
        if place is not None:
            taken = np.concatenate([taken, [place.center]])
            yield label, place


def _place(
    pixels: Array, rect: QRectF, frame: Frame, taken: Array, others: Array, corner: tuple[float, float]
) -> Place | None:
    """Return the most level of the good places on a line, if there is one."""
    along = np.concatenate(([0.0], np.cumsum(np.hypot(*np.diff(pixels, axis=0).T))))
    half = rect.width() / 2
    if np.ptp(pixels, axis=0).min() < 5 * rect.height():
        return None
    spots = np.arange(half, along[-1] - half, max(half / 2, along[-1] / 400))
    before, here, after = (_at(pixels, along, spots + shift) for shift in (-half, 0.0, half))
    chord = after - before
    straight = np.hypot(*chord.T) > STRAIGHT * 2 * half
    good = np.flatnonzero(straight & _clear(here, half, frame, taken, corner))
    best = good[np.argsort(-np.abs(chord[good, 0]), kind="stable")]
    for spot in best[:: max(1, len(best) // TRIES)]:
        if not _crowded(here[spot], chord[spot], others, frame.ratio):
            angle = math.degrees(math.atan2(chord[spot, 1], chord[spot, 0]))
            upright = (angle + 90) % 180 - 90
            return Place((float(here[spot, 0]), float(here[spot, 1])), upright, rect)
    return None


def _clear(here: Array, half: float, frame: Frame, taken: Array, corner: tuple[float, float]) -> npt.NDArray[np.bool_]:
    """Which places keep away from the edges, the legend's corner, and what is there already."""
    margin = half + 12 * frame.ratio
    kept_free = np.array(corner) * frame.ratio
    size = np.array([frame.width, frame.height])
    clear = np.all((here > margin) & (here < size - margin), axis=1) & ~np.all(here < kept_free, axis=1)
    for other in taken:
        clear &= np.hypot(*(here - other).T) > APART * frame.ratio
    return np.asarray(clear)


def _crowded(place: Array, chord: Array, others: Array, ratio: float) -> bool:
    """Whether another line runs so close that the label would cover it; the others' points are sorted by x."""
    along = chord / np.hypot(*chord)
    first, last = np.searchsorted(others[:, 0], (place[0] - REACH * ratio, place[0] + REACH * ratio))
    away = others[first:last] - place
    beside = np.abs(away @ np.array([-along[1], along[0]]))
    near = np.abs(away @ along) < 4 * ratio
    return bool(np.any(near & (beside > 2.5 * ratio) & (beside < 7 * ratio)))


def _at(pixels: Array, along: Array, where: Array) -> Array:
    return np.stack([np.interp(where, along, pixels[:, axis]) for axis in (0, 1)], axis=1)
