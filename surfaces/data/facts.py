"""The critical points of a surface made of data, quickly enough to follow an edit of the data."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from surfaces.critical_points import MAX_NEWTON_STEPS, classify, critical_point
from surfaces.surface import CriticalPoint

if TYPE_CHECKING:
    from collections.abc import Iterable

    from surfaces.data.surface import DataSurface
    from surfaces.surface import Array, Bounds

SHARES = (0.2, 0.5, 0.8)
"""Where, as shares of the bounds, a search begins besides the declared points and the origin."""
STEPS = 16
LONGEST = 0.1
"""Share of the diagonal a Newton step may take."""
STILL = 1e-4
"""A start is given up when its last step was longer than this share of the diagonal …"""
AT_REST = 1e-7
"""… and goes no further once a step was shorter than this one."""
FEW = 256
"""Samples a search looks at, evenly taken; all of them have their say when a point is polished."""
EDGE = 0.02
"""Share of the bounds' width that a minimum keeps from their edge."""
ROOM = 1.3
"""Half-widths of new bounds, in distances of the start from the minimum."""
DECIDED = ("minimum", "saddle", "maximum")


def at_declared(surface: DataSurface, declared: Iterable[CriticalPoint]) -> tuple[CriticalPoint, ...]:
    """The declared points at full precision, lowest first; those of another kind than declared are left out."""
    found = [(point.kind, critical_point(surface, point.params)) for point in declared]
    return _in_order(point for kind, point in found if point is not None and point.kind == kind)


def near_declared(surface: DataSurface, declared: Iterable[CriticalPoint], bounds: Bounds) -> tuple[CriticalPoint, ...]:
    """Critical points of other data than the declared ones belong to, lowest first: all that a short search finds.

    Newton's method with short steps runs from the declared points, the origin and a few places within the bounds,
    all together; where it comes to rest each point is polished. From the origin it also runs with whole steps, which
    finds the one minimum of a quadratic loss however far it lies.
    """
    x0, x1, y0, y1 = bounds
    grid = [(x0 + a * (x1 - x0), y0 + b * (y1 - y0)) for a in SHARES for b in SHARES]
    starts = np.array([*(point.params for point in declared), (0.0, 0.0), *grid])
    diagonal = float(np.hypot(x1 - x0, y1 - y0))
    rested = _rested(surface, starts, diagonal)
    places = np.unique(np.round(rested / (STILL * diagonal)), axis=0) * (STILL * diagonal)
    polished = _polished(surface, np.vstack([np.zeros((1, 2)), places]))
    values, hessians = surface.value(polished).tolist(), surface.hessian(polished)
    found = (
        CriticalPoint((x, y), f, classify(h)) for (x, y), f, h in zip(polished.tolist(), values, hessians, strict=True)
    )
    return _in_order(point for point in found if point.kind in DECIDED)


def framed(bounds: Bounds, minimum: tuple[float, ...], start: tuple[float, float]) -> Bounds:
    """``bounds`` where they hold the minimum; else bounds around it, at least as large, that hold the start too."""
    x0, x1, y0, y1 = bounds
    x, y = minimum
    if _holds(x0, x1, x) and _holds(y0, y1, y):
        return bounds
    wide = max(0.5 * (x1 - x0), ROOM * abs(x - start[0]))
    high = max(0.5 * (y1 - y0), ROOM * abs(y - start[1]))
    return x - wide, x + wide, y - high, y + high


def _holds(low: float, high: float, value: float) -> bool:
    return low + EDGE * (high - low) <= value <= high - EDGE * (high - low)


def _rested(surface: DataSurface, params: Array, diagonal: float) -> Array:
    """Where starts come to rest under Newton's method, p ← p − H⁻¹∇f with steps of at most a tenth of the diagonal."""
    few = surface.thinned(FEW)
    rested, length = [], np.full(len(params), np.inf)
    for _ in range(STEPS):
        step = _newton_steps(*few.derivatives(params))
        length = np.hypot(step[:, 0], step[:, 1])
        rested.append(params[length < AT_REST * diagonal])
        going = np.isfinite(length) & (length >= AT_REST * diagonal)
        step, length, params = step[going], length[going], params[going]
        params = params - step * np.minimum(1.0, LONGEST * diagonal / length)[:, None]
    return np.concatenate([*rested, params[length < STILL * diagonal]])


def _polished(surface: DataSurface, params: Array) -> Array:
    """The critical points next to ``params`` where Newton's method, all in step, comes to rest on them."""
    ended = []
    slopes, hessians = surface.derivatives(params)
    for _ in range(MAX_NEWTON_STEPS):
        steps = _newton_steps(slopes, hessians)
        next_params = params - steps
        next_slopes, next_hessians = surface.derivatives(next_params)
        there = (slopes == 0.0).all(axis=1)
        shrinks = np.abs(next_slopes).max(axis=1) < np.abs(slopes).max(axis=1)
        settled = np.abs(steps).max(axis=1) <= 1e-9 * (1.0 + np.abs(params).max(axis=1))
        best = np.where(shrinks[:, None], next_params, params)
        ended.append(np.where(there[:, None], params, best)[there | settled])
        going = shrinks & ~there & ~settled
        params, slopes, hessians = next_params[going], next_slopes[going], next_hessians[going]
        if not len(params):
            break
    return np.concatenate(ended)


def _newton_steps(gradients: Array, hessians: Array) -> Array:
    a, b, c = hessians[:, 0, 0], hessians[:, 0, 1], hessians[:, 1, 1]
    g, h = gradients.T
    with np.errstate(all="ignore"):
        steps: Array = np.stack([c * g - b * h, a * h - b * g], axis=-1) / (a * c - b * b)[:, None]
    return steps


def _in_order(points: Iterable[CriticalPoint]) -> tuple[CriticalPoint, ...]:
    """Points told apart to six decimals, lowest first."""
    found = {tuple(round(value, 6) for value in point.params): point for point in points}
    return tuple(sorted(found.values(), key=lambda point: round(point.value, 9)))
