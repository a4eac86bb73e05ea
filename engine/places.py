"""Which critical point a lane ended at, or in whose basin: one that is declared, or that the lanes have found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from engine.events.thresholds import SAME_PLACE
from engine.lane_ends import Outcome
from surfaces import CriticalPoint
from surfaces.basins import find_basins, map_index
from surfaces.critical_points import critical_point
from surfaces.scales import surface_scales

if TYPE_CHECKING:
    from collections.abc import Sequence

    from engine.lane_ends import LaneEnds
    from engine.lane_watch import Truths
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
        The one that the lane is at; for a lane that is on its way or in a cycle, and at none, the minimum to which the
        surface leads down from there, where it has two parameters and shows it; else `NOWHERE`.
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
    _into_basins(surface, ends, order, index, points)
    return Places(tuple(points), index)


def _into_basins(
    surface: Surface, ends: LaneEnds, order: Indices, index: Indices, points: Sequence[CriticalPoint]
) -> None:
    """Give lanes that are not at a point the minimum in whose basin they are: a batch's noise never comes to rest."""
    minima = tuple(point for point in points if point.kind == "minimum")
    moving = np.isin(ends.outcome[order], (Outcome.ON_THE_WAY, Outcome.CYCLE))
    left = order[(index[order] == NOWHERE) & moving]
    if surface.dim != 2 or not minima or not left.size:
        return
    left = left[_shown(surface, ends.params[left])]
    basins = find_basins(surface, minima)
    bottoms = np.full(len(basins.bottoms) + 1, NOWHERE, dtype=np.int64)  # the last one is that of no basin
    for number in sorted(range(len(minima)), key=lambda place: -minima[place].value):
        params = np.array([minima[number].params])
        if _shown(surface, params)[0]:
            bottoms[basins.labels[map_index(surface.bounds, *params.T)]] = number
    index[left] = bottoms[basins.labels[map_index(surface.bounds, *ends.params[left].T)]]


def _shown(surface: Surface, params: Array) -> Truths:
    x0, x1, y0, y1 = surface.bounds
    return np.asarray(((params >= (x0, y0)) & (params <= (x1, y1))).all(axis=1))


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
