"""Runs over one surface know together what each of them has found: the lowest known minimum is that of all."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from engine.events.detector import Detector, is_random
from engine.events.thresholds import SAME_POINT
from surfaces import build_surface
from surfaces.critical_points import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from engine.events.event import Event
    from engine.history import Snapshot
    from engine.session import Session
    from surfaces import CriticalPoint


class Finding(NamedTuple):
    """A critical point, and which runs have found it, by their place among all."""

    point: CriticalPoint
    runs: tuple[int, ...]


def find_together(
    pairs: Iterable[tuple[Detector, Snapshot]], elsewhere: float = math.inf
) -> tuple[tuple[Event, ...], ...]:
    """Return the events of runs over one surface, each measured by the lowest minimum that any of them knows.

    Nothing else is shared: where a run comes near a saddle it finds that itself. `elsewhere` is the loss of the lowest
    minimum that runs have found which are not among these.
    """
    pairs = tuple(pairs)
    for detector, snapshot in pairs:
        detector.read(snapshot)
    lowest = min([elsewhere, *(detector.lowest for detector, _ in pairs)])
    return tuple(detector.find(snapshot, lowest) for detector, snapshot in pairs)


def session_events(session: Session, snapshots: Sequence[Snapshot]) -> tuple[tuple[Event, ...], ...]:
    """Return the events of every run of a session in order, knowing what the surface declares and the runs find."""
    surface = build_surface(session.surface)
    detectors = (Detector(surface, random=is_random(session.config(run))) for run in session.runs)
    return find_together(zip(detectors, snapshots, strict=True))


def findings(
    found: Iterable[tuple[CriticalPoint, ...]], known: Iterable[CriticalPoint], diagonal: float
) -> tuple[Finding, ...]:
    """Return what runs have found beyond what is known, points within 1e-3 D of each other as one.

    Minima first (lowest first), then saddles and maxima; what a point is and where is as the first run has it.
    """
    apart, places = SAME_POINT * diagonal, [point.params for point in known]
    found_by: dict[CriticalPoint, list[int]] = {}
    for run, points in enumerate(found):
        for point in points:
            if all(math.dist(point.params, place) > apart for place in places):
                same = (other for other in found_by if math.dist(point.params, other.params) <= apart)
                runs = found_by.setdefault(next(same, point), [])
                if run not in runs:
                    runs.append(run)
    order = sorted(found_by, key=lambda point: (KINDS.index(point.kind), point.value, point.params))
    return tuple(Finding(point, tuple(found_by[point])) for point in order)
