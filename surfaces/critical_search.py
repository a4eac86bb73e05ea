"""The search for all critical points of a surface: gathers what Newton's method and comparing losses find."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from surfaces.critical_points import FLATNESS, KINDS, MOST_POINTS, critical_point, polish
from surfaces.eigen import eigenvalues
from surfaces.kinks import Extremum, extrema_without_gradient
from surfaces.scales import HasSamples
from surfaces.stationary import merged, stationary_points, thinned
from surfaces.surface import Array, Bounds, CriticalPoint, Surface
from surfaces.unit_view import UnitView

if TYPE_CHECKING:
    from collections.abc import Callable

FLAT_SPOT = 5e-3
"""Degenerate points this near to each other, as a share of the bounds, are one."""
SAME = 1e-6
"""Polished points this near to each other, as a share of the bounds, are one."""
MOST_SAMPLES = 512
"""With more samples the search looks at so many and polishes what it finds."""
CONTINUUM = 32
"""More degenerate points than this are no single points but a curve or an area, of which some are shown."""
CONTINUUM_SPACING = 1.0 / 10.0
SEARCH_TICKS = 400
"""About as many slices has a search; progress is told in their number."""
ROUNDING = 1e-12


def search(
    surface: Surface, bounds: Bounds, progress: Callable[[int, int], None] | None = None
) -> tuple[CriticalPoint, ...]:
    """As told at :func:`surfaces.critical_points.find_critical_points`."""
    declared = surface.minima + surface.saddles + surface.maxima
    if surface.dim != 2:
        return declared
    done = 0

    def tick() -> None:
        nonlocal done
        done = min(done + 1, SEARCH_TICKS)
        if progress is not None:
            progress(done, SEARCH_TICKS)

    known = np.array([point.params for point in declared]).reshape(-1, 2)
    if isinstance(surface, HasSamples) and (few := surface.thinned(MOST_SAMPLES)) is not surface:
        return _among_many_samples(surface, few, bounds, known, tick)
    view = UnitView(surface, bounds)
    smooth = stationary_points(view, view.unit(known), tick)
    sharp = extrema_without_gradient(view, smooth, tick)
    corners = view.params(np.array([extremum.unit for extremum in sharp]).reshape(-1, 2))
    found = _smooth_points(surface, view.params(smooth), bounds) + _sharp_points(surface, corners, sharp, bounds)
    return _in_order(_thinned(found, bounds), bounds)


def _among_many_samples(
    surface: Surface, few: Surface, bounds: Bounds, known: Array, tick: Callable[[], None]
) -> tuple[CriticalPoint, ...]:
    """Points found on some of the samples and polished on all of them: a search takes time in proportion to N.

    Extrema without a gradient depend on single samples; they are left out.
    """
    view = UnitView(few, bounds)
    near = np.concatenate([view.params(stationary_points(view, view.unit(known), tick)), known])
    polished = [polish(surface, (x, y)) for x, y in near.tolist()]
    exact = np.array([place for place in polished if place is not None]).reshape(-1, 2)
    places = view.params(merged(view.unit(exact), SAME))
    return _in_order(_thinned(_smooth_points(surface, places, bounds), bounds), bounds)


def _smooth_points(surface: Surface, places: Array, bounds: Bounds) -> list[CriticalPoint]:
    """The points within bounds, those with the least gradient first."""
    places = _tidy(surface, places, bounds)
    inside = (places >= (bounds[0], bounds[2])) & (places <= (bounds[1], bounds[3]))
    places = places[inside.all(axis=1)]
    with np.errstate(all="ignore"):  # 1/x goes on where log(x) has ended
        places = places[np.isfinite(surface.value(places))]
    places = places[np.argsort(np.abs(surface.gradient(places)).max(axis=-1), kind="stable")]
    kinds, values = _kinds(surface.hessian(places)), surface.value(places).tolist()
    return [
        CriticalPoint((x, y), value + 0.0, kind)
        for (x, y), value, kind in zip(places.tolist(), values, kinds, strict=True)
    ]


def _kinds(hessians: Array) -> list[str]:
    """:func:`classify` for symmetric matrices of shape ``(n, 2, 2)``."""
    low, high = eigenvalues(hessians)
    limit = FLATNESS * np.maximum(np.abs(low), np.abs(high))
    decided = (np.abs(low) > limit) & (np.abs(high) > limit)
    kind = np.where(low > 0.0, 0, np.where(high < 0.0, 2, 1))
    return [KINDS[number] for number in np.where(decided, kind, 3)]


def _tidy(surface: Surface, places: Array, bounds: Bounds) -> Array:
    """The places without the dust of rounding (1e-17 for 0, 2.9999999999999996 for 3), where that costs nothing."""
    rounded = _rounded(places, bounds)
    before, after = np.abs(surface.gradient(places)).max(-1), np.abs(surface.gradient(rounded)).max(-1)
    return np.where((after <= before)[:, None], rounded, places) + 0.0  # no −0


def _rounded(places: Array, bounds: Bounds) -> Array:
    digits = [round(-math.log10((bounds[i + 1] - bounds[i]) * ROUNDING)) for i in (0, 2)]
    return np.stack([np.round(places[:, axis], digits[axis]) for axis in (0, 1)], axis=-1)


def _sharp_points(
    surface: Surface, places: Array, extrema: tuple[Extremum, ...], bounds: Bounds
) -> list[CriticalPoint]:
    """The extrema, with the dust of rounding blown off where the loss is no worse without it."""
    points = []
    for extremum, place in zip(extrema, np.stack([_rounded(places, bounds), places], axis=1), strict=True):
        x, y = (place[np.argmin(extremum.sign * surface.value(place))] + 0.0).tolist()
        exact = critical_point(surface, (x, y)) if extremum.smooth else None
        kind = "degenerate" if not extremum.strict else "minimum" if extremum.sign > 0 else "maximum"
        value = float(surface.value(np.array((x, y)))) + 0.0
        points.append(exact or CriticalPoint((x, y), value, kind, smooth=extremum.smooth))
    return points


def _thinned(points: list[CriticalPoint], bounds: Bounds) -> list[CriticalPoint]:
    """The points, but of degenerate ones close together one, and only some of a curve or area of them.

    Newton's method crawls to a flat point from all sides and stops where the gradient drowns in rounding.
    """
    x0, x1, y0, y1 = bounds
    unit = {
        ((point.params[0] - x0) / (x1 - x0), (point.params[1] - y0) / (y1 - y0)): point
        for point in points
        if point.kind == "degenerate"
    }
    places = merged(np.array(list(unit)).reshape(-1, 2), FLAT_SPOT)
    if len(places) > CONTINUUM:
        places = thinned(places, CONTINUUM_SPACING)
    return [point for point in points if point.kind != "degenerate"] + [unit[x, y] for x, y in places.tolist()]


def _in_order(points: list[CriticalPoint], bounds: Bounds) -> tuple[CriticalPoint, ...]:
    digits = 9 - math.floor(math.log10(max(bounds[1] - bounds[0], bounds[3] - bounds[2])))

    def place(point: CriticalPoint) -> tuple[int, float, list[float]]:
        return KINDS.index(point.kind), float(f"{point.value:.9g}"), [round(edge, digits) for edge in point.params]

    return tuple(sorted(points, key=place)[:MOST_POINTS])
