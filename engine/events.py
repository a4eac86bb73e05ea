"""Events: what happened in a run, named from its history and the surface's declared facts.

Definitions (science notes, section E), with D the diagonal of the bounds, G the surface's typical gradient and F its
range of losses:

converged        the run loop ended it at rest in a minimum
trapped          it converged, and that loss lies above the best known minimum's by more than 0.01 F
at saddle        the first of at least 5 iterations within 0.08 D of a declared saddle with |g| < 0.3 G and no
                 declared minimum nearer
escaped saddle   the first later iteration further than 0.08 D from it with a loss below the saddle's by 0.02 F
diverged, non-finite   the run loop ended it so
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from engine.history import RunStatus
from surfaces.scales import surface_scales

if TYPE_CHECKING:
    from engine.history import Snapshot
    from surfaces import Array, CriticalPoint, Surface

NEAR = 0.08
GENTLE = 0.3
LINGERING = 5
BELOW_SADDLE = 0.02
ABOVE_BEST = 0.01

_ENDINGS = {RunStatus.DIVERGED: "diverged", RunStatus.NON_FINITE: "non-finite"}


@dataclass(frozen=True)
class Event:
    """Something with a name that happened at an iteration, and the critical point it concerns."""

    iteration: int
    kind: str
    place: CriticalPoint | None = None


def find_events(snapshot: Snapshot, surface: Surface) -> tuple[Event, ...]:
    """Return the events of a run in order of iteration."""
    events = [event for saddle in surface.saddles for event in _at_saddle(snapshot, surface, saddle)]
    events += _ending(snapshot, surface)
    return tuple(sorted(events, key=lambda event: event.iteration))


def nearest(points: tuple[CriticalPoint, ...], params: Array) -> CriticalPoint | None:
    """Return the declared point nearest to `params`, if there is one."""
    if not points:
        return None
    return min(points, key=lambda point: float(np.sum((np.array(point.params) - params) ** 2)))


def _at_saddle(snapshot: Snapshot, surface: Surface, saddle: CriticalPoint) -> list[Event]:
    scales = surface_scales(surface)
    distance = _distance(snapshot, saddle)
    near = distance < NEAR * scales.diagonal
    there = near & (snapshot.gradient_norm < GENTLE * scales.gradient_scale)
    for minimum in surface.minima:
        there &= distance <= _distance(snapshot, minimum)
    arrival = _first_stretch(there, LINGERING)
    if arrival is None:
        return []
    events = [Event(arrival, "at saddle", saddle)]
    free = ~near & (snapshot.loss < saddle.value - BELOW_SADDLE * scales.loss_range)
    later = np.flatnonzero(free[arrival:])
    if later.size:
        events.append(Event(arrival + int(later[0]), "escaped saddle", saddle))
    return events


def _distance(snapshot: Snapshot, point: CriticalPoint) -> Array:
    with np.errstate(over="ignore"):
        return np.asarray(np.hypot.reduce(snapshot.params - np.array(point.params), axis=1))


def _first_stretch(holds: np.ndarray, length: int) -> int | None:
    """Return where the first `length` consecutive trues begin."""
    if len(holds) < length:
        return None
    total = np.concatenate([[0], np.cumsum(holds)])
    starts = np.flatnonzero(total[length:] - total[:-length] == length)
    return int(starts[0]) if starts.size else None


def _ending(snapshot: Snapshot, surface: Surface) -> list[Event]:
    if snapshot.status in _ENDINGS:
        return [Event(snapshot.last, _ENDINGS[snapshot.status])]
    if snapshot.status is not RunStatus.CONVERGED:
        return []
    place = nearest(surface.minima, snapshot.params[-1])
    events = [Event(snapshot.last, "converged", place)]
    if is_trapped(snapshot, surface):
        events.append(Event(snapshot.last, "trapped", place))
    return events


def is_trapped(snapshot: Snapshot, surface: Surface) -> bool:
    """Return whether a run converged well above the lowest declared minimum."""
    if snapshot.status is not RunStatus.CONVERGED or not surface.minima:
        return False
    best = min(point.value for point in surface.minima)
    return bool(snapshot.loss[-1] > best + ABOVE_BEST * surface_scales(surface).loss_range)
