"""How a run ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from engine.events.event import Event, nearest
from engine.events.ground import Ground, ground_of
from engine.events.journey import Journey
from engine.events.thresholds import ABOVE_BEST, SAME_PLACE
from engine.history import RunStatus
from surfaces import CriticalPoint

if TYPE_CHECKING:
    from engine.history import Snapshot
    from surfaces import Surface


def endings(ground: Ground, snapshot: Snapshot) -> list[Event]:
    """Name the end of a run, if it is one that the run loop decided."""
    loss = float(snapshot.loss[-1])
    if snapshot.status is RunStatus.NON_FINITE:
        return [Event(snapshot.last, "non-finite")]
    if snapshot.status is RunStatus.DIVERGED:
        away = float(np.linalg.norm(snapshot.params[-1] - np.mean(ground.box, axis=0)))
        return [
            Event(snapshot.last, "diverged", None, None, (("diagonals", away / ground.scales.diagonal), ("loss", loss)))
        ]
    if snapshot.status is not RunStatus.CONVERGED:
        return []
    place, numbers = _place(ground, snapshot), (("loss", loss), *ground.above_best(loss))
    above = _is_above(ground, snapshot)
    events = [Event(snapshot.last, "converged", place, None, numbers)]
    if above:
        events.append(Event(snapshot.last, "trapped", place, None, numbers))
    return events


def is_trapped(snapshot: Snapshot, surface: Surface, points: tuple[CriticalPoint, ...] | None = None) -> bool:
    """Return whether a run converged well above the lowest known minimum; `points` as in `find_events`."""
    return snapshot.status is RunStatus.CONVERGED and _is_above(ground_of(surface, points), snapshot)


def _is_above(ground: Ground, snapshot: Snapshot) -> bool:
    if ground.best is None:
        return False
    return bool(snapshot.loss[-1] > ground.best + ABOVE_BEST * Journey.of(ground, snapshot).fall(ground))


def _place(ground: Ground, snapshot: Snapshot) -> CriticalPoint:
    """The known minimum in which a run came to rest, or the one it has found itself."""
    end = snapshot.params[-1]
    known = nearest(ground.minima, end)
    if known is not None and np.linalg.norm(np.array(known.params) - end) <= SAME_PLACE * ground.scales.diagonal:
        return known
    return CriticalPoint(tuple(end.tolist()), float(snapshot.loss[-1]), "minimum")
