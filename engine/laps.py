"""What computing a run has taken: laps, the rows it had reached after so many seconds of work.

A lap is some steps taken at one go, timed as a whole: the steps, the loss and gradient that are recorded with them, and
the record itself. Within a lap every step counts alike: s(k) = s₀ + (k − k₀)/(k₁ − k₀) · (s₁ − s₀) for a row k from k₀
to k₁. Making a run ready is in no lap, nor is waiting between two. As a first step, too, makes ready what later ones
use (a rule is written out as Python, a Hessian compiled: as long as hundreds of steps), it counts as much as the next.

A lap's seconds are those in which it had the processor: what a clock on the wall shows where nothing else is going on.
Beside a window that is being drawn, a wall clock shows up to four times as much, by chance more for one run than for
another. Only on Windows waiting inside a lap is counted too, as a thread's own time has a grain of 16 ms there.

Laps stand in an array of shape (2, m), rows above seconds, both rising from the first lap's beginning; m = 0 where
nothing was measured. They are no part of a run's numbers: nothing saves them, and they are others each time.
"""

from __future__ import annotations

import math
import sys
import time
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from surfaces import Array, Indices

COUNTS_WAITING = sys.platform == "win32"
stopwatch = time.perf_counter if COUNTS_WAITING else time.thread_time

UNMEASURED = np.empty((2, 0))
UNMEASURED.flags.writeable = False
START = np.zeros((2, 1))
START.flags.writeable = False


class Laps:
    """Laps of a run that is being computed: only added to, so what a row took stays what it was.

    Parameters
    ----------
    before : Array
        The laps that it goes on from; after `UNMEASURED` ones nothing is measured either.
    """

    def __init__(self, before: Array = START) -> None:
        self._length = before.shape[1]
        self._table = np.empty((2, max(64, self._length)))
        self._table[:, : self._length] = before
        self._rows, self._seconds = self._table
        self._row = float(before[0, -1]) if self._length else math.inf
        self._total = float(before[1, -1]) if self._length else 0.0

    def add(self, since: int, row: int, seconds: float) -> None:
        """Take note of a lap from one row to another, and that steps before it nobody timed took as long as its own."""
        if row <= since or self._row == math.inf:
            return
        if self._length == len(self._rows):
            self._table = np.concatenate([self._table, np.empty_like(self._table)], axis=1)  # views keep the old one
            self._rows, self._seconds = self._table
        self._total += seconds * (row - self._row) / (row - since)
        self._row = row
        self._rows[self._length], self._seconds[self._length] = row, self._total
        self._length += 1

    def view(self) -> Array:
        """Return the laps so far, shape (2, m), read-only."""
        view = self._table[:, : self._length]
        view.flags.writeable = False
        return view


def seconds(laps: Array, rows: int | Indices) -> Array:
    """Return how long it took to reach each of these rows, in their shape; NaN where nothing was measured."""
    if not laps.shape[1]:
        return np.full(np.shape(rows), np.nan)
    return np.asarray(np.interp(rows, laps[0], laps[1]))


def upto(laps: Array, row: int) -> Array:
    """Return the laps of a run that ends at a row: whole ones, and of the last one its part."""
    if not laps.shape[1] or row >= laps[0, -1]:
        return laps
    whole = laps[:, : np.searchsorted(laps[0], row)]
    return np.concatenate([whole, [[row], [seconds(laps, row)]]], axis=1)
