"""Where a run goes: over ridges, past low points, over flat ground, off the plot."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from engine.events.block import lengths
from engine.events.event import Event
from engine.events.stretches import stretches
from engine.events.thresholds import CLIMBS, CLIMBS_BY_CHANCE, LINGERING, RISE, RISE_BY_CHANCE, ROUNDING, SLOW

if TYPE_CHECKING:
    from engine.events.columns import Columns
    from engine.events.ground import Ground
    from engine.events.stretches import Rows
    from engine.history import Snapshot
    from surfaces import CriticalPoint
    from surfaces.basins import Labels


def crossings(ground: Ground, snapshot: Snapshot, columns: Columns) -> list[Event]:
    """Name the changes of basin that last.

    Beside a ridge the map may be wrong by a point, so a run has changed its basin when it is clear of the ridge; that
    is dated back to the first of the rows in the new basin that lead there.
    """
    clear = np.flatnonzero(columns.settled)
    if ground.basins is None or not len(clear):
        return []
    basin = columns.basin[clear]
    first = np.concatenate([[0], np.flatnonzero(basin[1:] != basin[:-1]) + 1])
    rows = clear[first]
    lasts = np.diff(np.append(first, len(clear))) >= LINGERING
    lasts[0] = True
    first, rows = first[lasts], rows[lasts]
    new = np.flatnonzero(basin[first[1:]] != basin[first[:-1]]) + 1
    begin = _dated_back(columns.basin, rows[new], clear[first[new] - 1])
    return [
        Event(row, "crossed ridge", ground.bottom(target), None, (("loss", loss), *ground.deeper(source, target)))
        for row, loss, source, target in zip(
            begin.tolist(),
            snapshot.loss[begin].tolist(),
            basin[first[new - 1]].tolist(),
            basin[first[new]].tolist(),
            strict=True,
        )
    ]


def _dated_back(basin: Labels, rows: Rows, before: Rows) -> Rows:
    """For each row the first one after `before` from which the basin stays the same up to it."""
    starts = np.concatenate([[0], np.flatnonzero(basin[1:] != basin[:-1]) + 1])
    return np.asarray(np.maximum(starts[np.searchsorted(starts, rows, side="right") - 1], before + 1))


def overshoots(ground: Ground, snapshot: Snapshot, columns: Columns, random: bool) -> list[Event]:
    """Name the climbs on which a run is carried past the lowest point it has seen."""
    least, rise = (CLIMBS_BY_CHANCE, RISE_BY_CHANCE) if random else (CLIMBS, RISE)
    first, last = stretches(columns.climbing, least)
    loss, low = snapshot.loss, first - 1
    with np.errstate(invalid="ignore", over="ignore"):
        lost = loss[0] - loss[low]
        high = (
            columns.lowest[low] & (loss[last] - loss[low] >= rise * lost) & (lost > ROUNDING * ground.scales.loss_range)
        )
    return [
        _overshoot(ground, snapshot, columns, *pair)
        for pair in zip(low[high].tolist(), last[high].tolist(), strict=True)
    ]


def _overshoot(ground: Ground, snapshot: Snapshot, columns: Columns, low: int, last: int) -> Event:
    params, loss = snapshot.params, snapshot.loss
    numbers = (
        ("rise", float(loss[last] - loss[low])),
        ("past", float(np.linalg.norm(params[last] - params[low]))),
    )
    return Event(low, "overshoot", _minimum_nearby(ground, columns, low), last, numbers)


def _minimum_nearby(ground: Ground, columns: Columns, row: int) -> CriticalPoint | None:
    point = ground.points[columns.near[row]] if columns.close[row] else None
    return point if point is not None and point.kind == "minimum" else None


def plateaus(ground: Ground, snapshot: Snapshot, columns: Columns) -> list[Event]:
    """Name the stretches on level ground; what surrounds a minimum, saddle or maximum is no plateau."""
    first, last = stretches(columns.level, SLOW, gap=SLOW)
    return [
        _plateau(ground, snapshot, begin - SLOW, end)
        for begin, end in zip(first.tolist(), last.tolist(), strict=True)
        if not ground.is_critical_near(snapshot.params[begin])
    ]


def _plateau(ground: Ground, snapshot: Snapshot, begin: int, last: int) -> Event:
    loss = snapshot.loss
    numbers = (
        ("loss", float(loss[begin])),
        ("fall", float(loss[begin] - loss[last])),
        ("gradient", float(np.median(lengths(snapshot.gradient[begin : last + 1].T)))),
        *ground.above_best(float(loss[begin])),
    )
    return Event(begin, "plateau", None, last, numbers)


def departures(ground: Ground, snapshot: Snapshot, columns: Columns) -> list[Event]:
    """Name the stretches off the plot after the run has been on it; a short return does not part them."""
    first, last = stretches(~columns.inside, gap=LINGERING - 1)
    after = first > columns.inside.argmax()
    first, last = first[after], last[after]
    if not len(first):
        return []
    outside = np.flatnonzero(~columns.inside)
    low, high = ground.box
    away = snapshot.params[outside]
    beyond = lengths(np.maximum(np.maximum(low - away, away - high), 0.0).T)
    farthest = np.maximum.reduceat(beyond, np.searchsorted(outside, first))
    return [
        Event(begin, "left the plot", None, end, (("beyond", distance),))
        for begin, end, distance in zip(first.tolist(), last.tolist(), farthest.tolist(), strict=True)
    ]
