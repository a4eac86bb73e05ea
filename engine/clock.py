"""Clocks: what all runs share while time goes on. The choice decides who is ahead, so it is always told.

iteration     every run has taken as many steps
evaluations   every run has asked as much of the surface: gradients + values + dim · Hessians, in full passes over the
              data. A Hessian counts as dim gradients: differences of gradients would give it for that price.
epoch         every run has gone through the data as often: gradients alone, in full passes

A batch of B samples of N is B/N of a pass, so every moment of the last two clocks is a whole number of N-ths.

A plot may also count what no two computations of a run have in common, so that runs never go by it:

wall          every run has been computed for as many seconds, waiting left out (`engine.laps`)
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

import numpy as np

from engine.laps import seconds

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from engine.history import Layout, Snapshot
    from surfaces import Array, Indices

ITERATION = "iteration"
CLOCKS = (ITERATION, "evaluations", "epoch")
WALL = "wall"

Parts = tuple[tuple[int, float], ...]
"""Columns of a history and what one of each costs."""


def moments(snapshot: Snapshot, clock: str, rows: slice | Indices = slice(None)) -> Array:
    """Return what a clock shows at these rows of a run (all of them at first), never falling, shape (n,)."""
    if clock == ITERATION:
        return np.arange(len(snapshot), dtype=float)[rows]
    if clock == WALL:
        return seconds(snapshot.laps, np.arange(len(snapshot))[rows])
    table = snapshot.table
    return np.asarray(sum(cost * table[rows, column] for column, cost in _parts(snapshot.layout, clock)))


def row_at(snapshot: Snapshot, clock: str, moment: float) -> int:
    """Return the last row of a run that is not later than `moment`; of what has not begun, the first row.

    Looks at no more than log2(n) rows, so it may be asked for every frame of a run of a million iterations.
    """
    if clock == ITERATION:
        return min(max(int(moment), 0), snapshot.last)
    return max(bisect_right(range(len(snapshot)), moment, key=_shown(snapshot, clock)) - 1, 0)


def moment_of(snapshot: Snapshot, clock: str, row: int) -> float:
    """Return what a clock shows when a run reaches a row."""
    return float(row) if clock == ITERATION else _shown(snapshot, clock)(row)


def tells(snapshot: Snapshot, clock: str) -> bool:
    """Return whether a clock has moments for a run: seconds only if they were measured, else they are NaN."""
    return clock != WALL or snapshot.laps.shape[1] > 0


def next_moment(snapshots: Iterable[Snapshot], clock: str, moment: float) -> float | None:
    """Return when the next of these runs takes a step after `moment`; None when none has one recorded."""
    after = []
    for snapshot in snapshots:
        row = bisect_right(range(len(snapshot)), moment, key=_shown(snapshot, clock))
        if row < len(snapshot):
            after.append(moment_of(snapshot, clock, row))
    return min(after, default=None)


def previous_moment(snapshots: Iterable[Snapshot], clock: str, moment: float) -> float | None:
    """Return when one of these runs took its last step before `moment`; None when none did."""
    before = []
    for snapshot in snapshots:
        row = bisect_left(range(len(snapshot)), moment, key=_shown(snapshot, clock))
        if row > 0:
            before.append(moment_of(snapshot, clock, row - 1))
    return max(before, default=None)


def _shown(snapshot: Snapshot, clock: str) -> Callable[[int], float]:
    """Return what tells a clock's moment of one row."""
    if clock == ITERATION:
        return float
    if clock == WALL:
        return lambda row: float(seconds(snapshot.laps, row))
    parts, table = _parts(snapshot.layout, clock), snapshot.table
    return lambda row: float(sum(cost * table[row, column] for column, cost in parts))


def _parts(layout: Layout, clock: str) -> Parts:
    if clock not in CLOCKS:
        raise ValueError(f"a clock is one of {', '.join(CLOCKS)}, not {clock!r}")
    gradients = (2 * layout.dim + 2, 1.0)
    if clock == "epoch":
        return (gradients,)
    columns, costs = layout.state_columns(), {"value_evaluations": 1.0, "hessian_evaluations": float(layout.dim)}
    return (gradients, *((columns[name].start, cost) for name, cost in costs.items() if name in columns))
