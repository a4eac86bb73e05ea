"""What is known of the ground that runs go over: scales, critical points, basins."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import islice
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from engine.events.block import lengths
from engine.events.thresholds import NEAR
from surfaces import CriticalPoint
from surfaces.basins import NOWHERE, Basins, Labels, find_basins, map_axes, map_index
from surfaces.critical_points import critical_point
from surfaces.scales import Scales, box, surface_scales

if TYPE_CHECKING:
    from surfaces import Array, Surface


MOST_BOTTOMS = 8
"""Of so many basins the minimum is sought to find the lowest one of the map."""


@dataclass(frozen=True, eq=False)
class Ground:
    """A surface and the critical points that are known of it; degenerate ones count as saddles."""

    surface: Surface
    given: tuple[CriticalPoint, ...]
    """Those that it declares or a search has found, …"""
    found: tuple[CriticalPoint, ...] = ()
    """… and those that a run has found on its way."""
    elsewhere: float = math.inf
    """Loss of the lowest minimum that other runs have found."""
    _critical: dict[tuple[float, ...], bool] = field(default_factory=dict, init=False, repr=False)

    def with_found(self, found: tuple[CriticalPoint, ...]) -> Ground:
        """Return the same ground with other points found on the way; what does not depend on them is kept."""
        ground = Ground(self.surface, self.given, found, self.elsewhere)
        kept = ("scales", "box", "minima", "basins", "goal", "_critical", "_bottoms", "_lowest_on_map")
        vars(ground).update({name: getattr(self, name) for name in kept})
        return ground

    def with_elsewhere(self, loss: float) -> Ground:
        """Return the same ground with another lowest minimum that other runs have found."""
        ground = Ground(self.surface, self.given, self.found, loss)
        kept = {name: value for name, value in vars(self).items() if name not in ("elsewhere", "best")}
        vars(ground).update(kept)
        return ground

    @cached_property
    def points(self) -> tuple[CriticalPoint, ...]:
        """All points that are known."""
        return self.given + self.found

    @cached_property
    def scales(self) -> Scales:
        """How large loss, gradient and curvature are on it."""
        return surface_scales(self.surface)

    @cached_property
    def box(self) -> tuple[Array, Array]:
        """Lowest and highest value of every parameter on the plot, shape (dim,) each."""
        low, high = box(self.surface)
        return np.array(low), np.array(high)

    @cached_property
    def minima(self) -> tuple[CriticalPoint, ...]:
        """The minima among those points that were given."""
        return tuple(point for point in self.given if point.kind == "minimum")

    @cached_property
    def best(self) -> float | None:
        """Loss of the lowest minimum that anybody knows: the run, or another one."""
        if self.own_best is None:
            return self.elsewhere if math.isfinite(self.elsewhere) else None
        return min(self.own_best, self.elsewhere)

    @cached_property
    def own_best(self) -> float | None:
        """Loss of the lowest minimum that was given, found on the way or, if none was given, seen on the map."""
        lowest = (point.value for point in (*self.points, *self._lowest_on_map) if point.kind == "minimum")
        return min(lowest, default=None)

    @cached_property
    def _lowest_on_map(self) -> tuple[CriticalPoint, ...]:
        """The lowest minimum of the map's basins, made exact, if none was given; a pole or a kink is none."""
        if self.minima or self.basins is None:
            return ()
        inner = np.flatnonzero(self.basins.inner)
        lowest_first = inner[np.argsort(self.basins.bottoms[inner, 2], kind="stable")]
        exact = (self._exact_bottom(basin) for basin in lowest_first[:MOST_BOTTOMS].tolist())
        return tuple(islice((bottom for bottom in exact if bottom is not None), 1))

    @cached_property
    def basins(self) -> Basins | None:
        """Its basins, if it has two parameters."""
        return find_basins(self.surface, self.minima) if self.surface.dim == 2 else None

    @cached_property
    def goal(self) -> tuple[Array, float] | None:
        """Where the lowest loss that is known of lies, and that loss: of a known minimum, else on the map."""
        if self.minima:
            lowest = min(self.minima, key=lambda point: point.value)
            return np.array(lowest.params), lowest.value
        if self.basins is None:
            return None
        x, y, loss = self.basins.bottoms[self.basins.bottoms[:, 2].argmin()].tolist()
        return (np.array([x, y]), loss) if math.isfinite(loss) else None

    @cached_property
    def is_saddle(self) -> npt.NDArray[np.bool_]:
        """Which of the known points are saddles; and one more that is none, for −1 stands for no point."""
        return np.array([*(point.kind in ("saddle", "degenerate") for point in self.points), False], dtype=np.bool_)

    @cached_property
    def places(self) -> Array:
        """Where the known points are, shape (dim, n)."""
        return np.array([point.params for point in self.points], dtype=np.float64).reshape(-1, self.surface.dim).T

    def nearest(self, params: Array, index: Labels | None) -> tuple[Labels, Array]:
        """Return the known point nearest to each of some places, and how far it is; -1 and ∞ where none is known.

        Parameters
        ----------
        params : array, shape (dim, n)
            The places.
        index : array of int, shape (n,), optional
            Theirs on the map: what is nearest to its closest point is taken for them.
        """
        count = params.shape[1]
        if not self.points:
            return np.full(count, -1, dtype=np.int32), np.full(count, np.inf)
        if len(self.points) == 1:
            return np.zeros(count, dtype=np.int32), lengths(params - self.places)
        near = self._search(params) if index is None else self._nearest_on_map[index]
        return near, lengths(params - self.places.take(near, axis=1))

    @cached_property
    def _nearest_on_map(self) -> Labels:
        return self._search(np.stack(np.meshgrid(*map_axes(self.surface.bounds))).reshape(2, -1))

    def _search(self, params: Array) -> Labels:
        index, least = np.zeros(params.shape[1], dtype=np.int32), np.full(params.shape[1], np.inf)
        for number, place in enumerate(self.places.T):
            distance = lengths(params - place[:, None])
            nearer = distance < least
            index[nearer], least[nearer] = number, distance[nearer]
        return index

    def is_critical_near(self, params: Array) -> bool:
        """Return whether Newton's method finds a minimum, saddle or maximum near a place."""
        key = tuple(params.tolist())
        if key not in self._critical:
            with np.errstate(all="ignore"):
                found = critical_point(self.surface, key)
            near = found is not None and math.dist(found.params, key) < NEAR * self.scales.diagonal
            self._critical[key] = found is not None and near and found.kind != "degenerate"
        return self._critical[key]

    def above_best(self, loss: float) -> tuple[tuple[str, float], ...]:
        """Return, as a number of an event, by how much a loss exceeds that of the lowest known minimum."""
        return () if self.best is None else (("above_best", loss - self.best),)

    def deeper(self, source: int, target: int) -> tuple[tuple[str, float], ...]:
        """Return, as a number of an event, by how much the minimum of one basin lies below that of another."""
        old, new = self.bottom(source), self.bottom(target)
        return () if old is None or new is None else (("deeper", old.value - new.value),)

    def minimum_below(self, params: Array) -> CriticalPoint | None:
        """Return the minimum of the basin of a place on the plot."""
        low, high = self.box
        if self.basins is None or not ((params >= low) & (params <= high)).all():
            return None
        basin = self._basin_of(params)
        return None if basin == NOWHERE else self.bottom(basin)

    def bottom(self, basin: int) -> CriticalPoint | None:
        """Return the minimum of a basin: the lowest known one in it, else what the map shows, made exact."""
        if basin not in self._bottoms:
            self._bottoms[basin] = self._find_bottom(basin)
        return self._bottoms[basin]

    @cached_property
    def _bottoms(self) -> dict[int, CriticalPoint | None]:
        """Minima by basin, as far as they are known or were asked for."""
        if self.basins is None:
            return {}
        low, high = self.box
        known = [point for point in self.minima if ((low <= point.params) & (high >= point.params)).all()]
        highest_first = sorted(known, key=lambda point: -point.value)
        return {self._basin_of(np.array(point.params)): point for point in highest_first}

    def _find_bottom(self, basin: int) -> CriticalPoint | None:
        assert self.basins is not None
        if not self.basins.inner[basin]:
            return None
        x, y, loss = self.basins.bottoms[basin].tolist()
        return self._exact_bottom(basin) or CriticalPoint((x, y), loss, "minimum")

    def _exact_bottom(self, basin: int) -> CriticalPoint | None:
        """The minimum of a basin if Newton's method leads there from what the map shows."""
        assert self.basins is not None
        x, y, _ = self.basins.bottoms[basin].tolist()
        with np.errstate(all="ignore"):
            found = critical_point(self.surface, (x, y))
        if found is None or found.kind != "minimum" or self._basin_of(np.array(found.params)) != basin:
            return None
        return found

    def _basin_of(self, params: Array) -> int:
        assert self.basins is not None
        return int(self.basins.labels[map_index(self.surface.bounds, params[:1], params[1:])[0]])


@lru_cache(maxsize=32)
def ground_of(surface: Surface, points: tuple[CriticalPoint, ...] | None = None) -> Ground:
    """Return what is known of a surface.

    Parameters
    ----------
    surface : Surface
        Its declared points are known.
    points : tuple of CriticalPoint, optional
        What a search found, instead, if it found any. Of degenerate points only declared ones count: a search finds
        some of every level stretch.
    """
    if not points:
        return Ground(surface, surface.minima + surface.saddles + surface.maxima)
    unclear = tuple(point for point in surface.saddles if point.kind == "degenerate")
    return Ground(surface, tuple(point for point in points if point.kind != "degenerate") + unclear)
