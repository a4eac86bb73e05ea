"""Very long lines at a bounded price: is one the beginning of another, and which parts of it to draw."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from gui.views.plot_strokes import Array, Frame, Indices

Mask = npt.NDArray[np.bool_]

WHOLE = 2048
"""Lines up to so many rows are compared row by row, longer ones by some 600 of them."""
EXACT = 2048
"""All of the first points are drawn …"""
DETAIL = 512
"""… and of each further doubling of the length so many places, each a run of steps …"""
RUN = 4.0
"""… at most so many logical pixels long, or a single step."""
FINE = 3072
"""So many further points in sight fill the gaps between those runs."""


class Print(NamedTuple):
    """What is remembered of rows to know them again: their owner may fill the same memory with others."""

    length: int
    rows: Array

    @classmethod
    def of(cls, values: Array) -> Print:
        """The print of these rows."""
        return cls(len(values), values[_probes(len(values))])

    def begins(self, values: Array) -> bool:
        """Whether these rows begin with those of the print."""
        if len(values) < self.length or values.shape[1:] != self.rows.shape[1:]:
            return False
        return np.array_equal(values[_probes(self.length)], self.rows, equal_nan=True)

    def is_of(self, values: Array) -> bool:
        """Whether these are the rows of the print."""
        return len(values) == self.length and self.begins(values)


@lru_cache(256)
def _probes(length: int) -> Indices:
    """Rows to compare: evenly and geometrically spread, with the first and last ones complete."""
    if length <= WHOLE:
        return np.arange(length)
    ends = np.arange(64)
    spread = np.linspace(0, length - 1, 256), np.geomspace(1, length - 1, 256)
    return np.concatenate([ends, *(part.astype(np.intp) for part in spread), length - 1 - ends])


@lru_cache(64)
def ladder(length: int) -> Indices:
    """Places to draw at: never others as the line grows, and irregular so as to hit every phase of a swing."""
    rungs = [np.arange(min(length, EXACT))]
    first = EXACT
    while first < length:
        stride = first // DETAIL
        chunks = first + stride * np.arange(DETAIL)
        rungs.append(chunks + (np.arange(DETAIL) * 40503 >> 4) % stride)
        first *= 2
    places = np.concatenate(rungs)
    return places[: np.searchsorted(places, length)]


class Details(NamedTuple):
    """What to draw of a line, in pixels; a NaN row stands for steps left out."""

    pixels: Array
    rows: Indices
    place: int = 0
    """What is before this point stays when the line grows (0: the line is drawn whole) …"""
    spent: int = 0
    """… and has wanted so many of the FINE points."""


def detailed(points: Array, frame: Frame, place: int = 0, spent: int = 0) -> Details:
    """Choose what to draw of a line, or of what has come to it from a place on."""
    if len(points) <= EXACT:
        return Details(frame.to_pixels(points), np.arange(len(points)))
    places = ladder(len(points))
    places = places[max(np.searchsorted(places, place), EXACT - 1) :]
    here, gap = places[:-1], np.diff(places)
    run, full, spent = _runs(points, here, gap, frame, spent)
    counts = np.where(full, gap, np.where(run < gap, 3, 1))  # all its points, or a run's two and what is left out
    owner = np.repeat(np.arange(len(here)), counts)
    lap = np.arange(len(owner)) - np.repeat(np.cumsum(counts) - counts, counts)
    offset = np.where(full[owner], lap, np.where(lap > 0, run[owner], 0))
    left_out = np.flatnonzero(~full[owner] & (lap == 2))
    head, tail = np.arange(EXACT - 1) if place == 0 else places[:0], np.arange(places[-1], len(points))
    indices = np.concatenate([head, here[owner] + offset, tail])
    pixels = frame.to_pixels(points[indices])
    pixels[len(head) + left_out] = np.nan
    return Details(pixels, indices, int(places[-1]), spent)


def _runs(points: Array, here: Indices, gap: Indices, frame: Frame, spent: int) -> tuple[Indices, Mask, int]:
    """How many steps the run at each place takes, and where to draw all points up to the next place instead."""
    start = frame.to_pixels(points[here])
    with np.errstate(all="ignore"):
        step = np.hypot(*(frame.to_pixels(points[here + 1]) - start).T)
        run = np.fmax(np.fmin(RUN * frame.ratio / step, gap), 1.0).astype(np.intp)
        end = frame.to_pixels(points[here + run])
        leap = np.hypot(*(end - start).T) > 4 * RUN * frame.ratio
        seen = np.maximum(start, end) > 0
        seen &= np.minimum(start, end) < (frame.width, frame.height)
    wanting = seen[:, 0] & seen[:, 1] & ((run < gap) | leap)
    wanted = np.cumsum(np.where(wanting, gap, 0)) + spent
    return run, wanting & (wanted <= FINE), int(wanted[-1]) if len(wanted) else spent


def last_finite(points: Array) -> int:
    """Index of the last point inside the numbers, which a run leaves only at its end; -1 for none."""
    stop, looked = len(points), 16
    while stop > 0:
        first = max(stop - looked, 0)
        good = np.flatnonzero(np.isfinite(points[first:stop]).all(axis=1))
        if len(good):
            return first + int(good[-1])
        stop, looked = first, 2 * looked
    return -1
