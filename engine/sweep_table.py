"""What a sweep has found, cell by cell: how its runs ended, and medians with quartiles of what they took."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

import numpy as np

from engine.lane_ends import Outcome
from engine.places import NOWHERE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from engine.hyperparameters import Value
    from engine.lane_ends import LaneEnds
    from engine.lane_watch import Truths
    from engine.places import Places
    from engine.sweep import Axis
    from surfaces import Array, CriticalPoint, Indices

MEASURES = ("iterations", "evaluations", "loss")
"""What each run took, and where it ended."""
SPREAD = {"": 0.5, "_low": 0.25, "_high": 0.75}
"""The columns of each measure and the quantiles over seeds that they hold."""
COLUMNS = (
    "runs",
    *(outcome.name.lower() for outcome in Outcome),
    "place",
    "place_share",
    *(f"{measure}{suffix}" for measure in MEASURES for suffix in SPREAD),
)
"""Names of the columns behind the values of a cell."""


@dataclass(frozen=True, eq=False)
class SweepTable:
    """Statistics over the seeds of every cell.

    Attributes
    ----------
    axes : tuple of Axis
        The cells are their product, the first one slowest.
    runs : array of int, shape (cells,)
        How many of a cell's runs are known; nothing else in it means anything where none is.
    counts : array of int, shape (cells, outcomes)
        How many ended in each `engine.lane_ends.Outcome`.
    place : array of int, shape (cells,)
        The critical point at which most ended, an index into `points`, or, being on their way or in a cycle, in whose
        basin of the surface; −1 for none.
    place_share : array, shape (cells,)
        The share of the runs that ended there.
    quantiles : dict of str to array, shape (cells,)
        ``iterations``, ``evaluations`` (gradients + values + dim · Hessians, in full passes over the data) and
        ``loss`` at the end: medians, and quartiles under the same names with ``_low`` and ``_high``.
    points : tuple of CriticalPoint
        Minima, then saddles and maxima: of each kind those that are declared, then those that were found.
    """

    axes: tuple[Axis, ...]
    runs: Indices
    counts: Indices
    place: Indices
    place_share: Array
    quantiles: dict[str, Array]
    points: tuple[CriticalPoint, ...]

    @classmethod
    def of(cls, axes: Sequence[Axis], seeds: int, ends: LaneEnds, known: Truths, found: Places) -> SweepTable:
        """Return the statistics of runs that are numbered cell by cell, as far as they are `known`."""
        known = known.reshape(-1, seeds)
        runs = known.sum(axis=1)
        outcome = np.where(known, ends.outcome.reshape(known.shape), -1)
        counts = np.stack([(outcome == each).sum(axis=1) for each in Outcome], axis=1)
        place, share = _most_frequent(np.where(known, found.index.reshape(known.shape), NOWHERE), runs)
        quantiles: dict[str, Array] = {}
        for measure in MEASURES:
            values = np.where(known, getattr(ends, measure).reshape(known.shape), np.nan)
            values = np.where(known & np.isnan(values), np.inf, values)  # a start without a loss has the worst
            for suffix, spread in zip(SPREAD, _quantiles(values, runs), strict=True):
                quantiles[measure + suffix] = spread
        return cls(tuple(axes), runs, counts, place, share, quantiles, found.points)

    def rows(self) -> Iterator[tuple[tuple[Value, ...], tuple[Value | None, ...]]]:
        """Yield each cell's values and its `COLUMNS`; what does not exist is None."""
        cells = product(*(axis.values for axis in self.axes))
        for number, cell in enumerate(cells):
            place = int(self.place[number])
            numbers = (float(self.quantiles[name][number]) for name in self.quantiles)
            where = (None, None) if place == NOWHERE else (place, float(self.place_share[number]))
            yield cell, (int(self.runs[number]), *self.counts[number].tolist(), *where, *numbers)


def _most_frequent(index: Indices, runs: Indices) -> tuple[Indices, Array]:
    """Return the most frequent index of each row, the lowest of several, and its share of the runs."""
    best, most = np.full(len(index), NOWHERE, dtype=np.int64), np.zeros(len(index), dtype=np.int64)
    for place in np.unique(index[index != NOWHERE]).tolist():
        count = (index == place).sum(axis=1)
        better = count > most
        best[better], most[better] = place, count[better]
    return best, most / np.maximum(runs, 1)


def _quantiles(values: Array, runs: Indices) -> Array:
    """Return the `SPREAD` of each row, NaN for rows of nothing but NaN; between two infinities lies infinity."""
    found = np.full((len(SPREAD), len(values)), np.nan)
    ordered = np.sort(values, axis=1)  # NaN last
    rows = np.flatnonzero(runs)
    for number, share in enumerate(SPREAD.values()):
        place = share * (runs[rows] - 1)
        low = np.floor(place).astype(np.int64)
        below, above = ordered[rows, low], ordered[rows, np.minimum(low + 1, runs[rows] - 1)]
        part = place - low
        with np.errstate(invalid="ignore"):
            found[number, rows] = np.where(part == 0.0, below, below + part * (above - below))
        found[number, rows[(part > 0.0) & np.isinf(above)]] = np.inf
    return found
