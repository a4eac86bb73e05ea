"""Which critical point a lane ended at: one that is declared, or one that the lanes have found themselves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from engine.events.thresholds import SAME_PLACE
from engine.lane_ends import Outcome
from surfaces import CriticalPoint
from surfaces.critical_points import critical_point
from surfaces.scales import surface_scales

if TYPE_CHECKING:
    from engine.lane_ends import LaneEnds
    from surfaces import Array, Indices, Surface

MOST_FOUND = 256
"""Points beyond those that are declared; of whole curves of minima no more are told apart."""
NOWHERE = -1
_KINDS = {Outcome.MINIMUM: "minimum", Outcome.SADDLE: "saddle", Outcome.MAXIMUM: "maximum"}


@dataclass(frozen=True, eq=False)
class Places:
    """Critical points and who ended at them.

    Attributes
    ----------
    points : tuple of CriticalPoint
        The declared minima, the minima that were found, then saddles and maxima likewise.
    index : array of int, shape (lanes,)
        The lane's place among them, `NOWHERE` for none.
    """

    points: tuple[CriticalPoint, ...]
    index: Indices

    @property
    def minima(self) -> int:
        """How many of the points, the first ones, are minima."""
        return sum(point.kind == "minimum" for point in self.points)


def find_places(surface: Surface, ends: LaneEnds, order: Indices) -> Places:
    """Return the critical points that lanes ended at; a lane is at a point within `SAME_PLACE` D of it.

    Parameters
    ----------
    surface : Surface
        Whose declared points come first.
    ends : LaneEnds
        Of all lanes.
    order : array of int
        Those that are known, in the order in which they may name new points.
    """
    near = SAME_PLACE * surface_scales(surface).diagonal
    index = np.full(len(ends), NOWHERE, dtype=np.int64)
    points: list[CriticalPoint] = []
    declared = {"minimum": surface.minima, "saddle": surface.saddles, "maximum": surface.maxima}
    for outcome, kind in _KINDS.items():
        asked = order[ends.place[order] == outcome]
        own = list(declared[kind])
        found = _nearest(ends.params[asked], own, near)
        while (left := np.flatnonzero(found == NOWHERE)).size and len(own) < len(declared[kind]) + MOST_FOUND:
            own.append(_found(surface, ends.params[asked[left[0]]], kind, near))
            found[left] = np.where(_nearest(ends.params[asked[left]], own[-1:], near) == 0, len(own) - 1, NOWHERE)
            found[left[0]] = len(own) - 1
        index[asked] = np.where(found == NOWHERE, NOWHERE, found + len(points))
        points += own
    return Places(tuple(points), index)


def _nearest(params: Array, points: list[CriticalPoint], near: float) -> Indices:
    nearest, least = np.full(len(params), NOWHERE, dtype=np.int64), np.full(len(params), near * near)
    columns = params.T.copy()
    for number, point in enumerate(points):
        distance = sum((column - own) ** 2 for column, own in zip(columns, point.params, strict=True))
        closer = distance <= least
        nearest[closer], least[closer] = number, distance[closer]
    return nearest


def _found(surface: Surface, params: Array, kind: str, near: float) -> CriticalPoint:
    """Return the point next to where a lane ended, to full precision where Newton's method finds it."""
    with np.errstate(all="ignore"):
        exact = critical_point(surface, tuple(params.tolist()))
    if exact is not None and exact.kind == kind and float(np.linalg.norm(np.array(exact.params) - params)) <= near:
        return exact
    return CriticalPoint(tuple(params.tolist()), float(surface.value(params)), kind)
