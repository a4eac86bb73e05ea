"""How a run ended."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from engine.events.event import Event, nearest
from engine.events.ground import Ground, ground_of
from engine.events.journey import Journey
from engine.events.thresholds import ABOVE_BEST, SAME_PLACE
from engine.history import RunStatus
from surfaces import CriticalPoint
from surfaces.critical_points import critical_point

if TYPE_CHECKING:
    from engine.history import Snapshot
    from surfaces import Array, Surface


def endings(ground: Ground, snapshot: Snapshot, rest: CriticalPoint | None) -> list[Event]:
    """Name the end of a run, if it is one that the run loop decided; `rest` is where it has come to rest."""
    loss = float(snapshot.loss[-1])
    if snapshot.status is RunStatus.NON_FINITE:
        return [Event(snapshot.last, "non-finite")]
    if snapshot.status is RunStatus.DIVERGED:
        away = float(np.linalg.norm(snapshot.params[-1] - np.mean(ground.box, axis=0)))
        return [
            Event(snapshot.last, "diverged", None, None, (("diagonals", away / ground.scales.diagonal), ("loss", loss)))
        ]
    if rest is None:
        return []
    converged = Event(snapshot.last, "converged", rest, None, (("loss", loss), *ground.above_best(loss)))
    return [converged, replace(converged, kind="trapped")] if _is_above(ground, snapshot, ground.best) else [converged]


def is_trapped(snapshot: Snapshot, surface: Surface, points: tuple[CriticalPoint, ...] | None = None) -> bool:
    """Return whether a run converged well above the lowest minimum that was given; `points` as in `find_events`."""
    ground = ground_of(surface, points)
    lowest = min((point.value for point in ground.minima), default=None)
    return snapshot.status is RunStatus.CONVERGED and _is_above(ground, snapshot, lowest)


def _is_above(ground: Ground, snapshot: Snapshot, lowest: float | None) -> bool:
    if lowest is None:
        return False
    return bool(snapshot.loss[-1] > lowest + ABOVE_BEST * Journey.of(ground, snapshot).fall(ground))


def place_of_rest(ground: Ground, snapshot: Snapshot) -> CriticalPoint | None:
    """Return the minimum in which a run came to rest: a known one, or found by itself and made exact if Newton can."""
    if snapshot.status is not RunStatus.CONVERGED:
        return None
    end = snapshot.params[-1]
    known = nearest(tuple(point for point in ground.points if point.kind == "minimum"), end)
    if known is not None and _is_at(ground, known, end):
        return known
    with np.errstate(all="ignore"):
        exact = critical_point(ground.surface, tuple(end.tolist()))
    if exact is not None and exact.kind == "minimum" and _is_at(ground, exact, end):
        return exact
    return CriticalPoint(tuple(end.tolist()), float(snapshot.loss[-1]), "minimum")


def _is_at(ground: Ground, point: CriticalPoint, place: Array) -> bool:
    return bool(np.linalg.norm(np.array(point.params) - place) <= SAME_PLACE * ground.scales.diagonal)
