"""Where Newton's method leads from places on a run's way, and what lies there."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from engine.events.thresholds import (
    ALONE,
    CRAWL,
    FLAT,
    NEWTON_STEPS,
    PROBE,
    REACH,
    SAME_POINT,
    SETTLED,
    SHRINKING,
)
from surfaces import CriticalPoint
from surfaces.eigen import solve_where_curved

if TYPE_CHECKING:
    from engine.events.columns import Truths
    from surfaces import Array, Surface
    from surfaces.scales import Scales

AIMED = 0.3
"""Newton's step aims at a point if it ends within this share of its length from it."""
PATIENCE = 3
"""Steps need not shrink before so many."""
DIRECTIONS = 16
"""In so many directions a place without curvature is felt for higher and for lower ground."""
KINDS = np.array(["saddle", "minimum", "maximum", ""])
NOTHING = 3


def landings(surface: Surface, begin: Array, places: Array, scales: Scales, known: Array) -> Array:
    """Return where Newton's method leads from beginnings, NaN where it leads nowhere near or to what is known.

    θ ← θ − H⁻¹ g until a step is shorter than 1e-9 D, or for 30 steps if the last is shorter than 1e-4 D: to a point
    without curvature it crawls. Whoever gets further than 0.24 D from its place leads nowhere.

    Parameters
    ----------
    surface : Surface
        What it is about.
    begin, places : array, shape (n, dim)
        Where it begins, and the places on a run's way near which that is.
    scales : Scales
        Those of the surface.
    known : array, shape (m, dim)
        Points that are known: where a first step aims at one, it is not followed further.
    """
    with np.errstate(all="ignore"):
        step = solved(surface.hessian(begin), surface.gradient(begin))
        aim, length = begin - step, _norms(step)
        going = _norms(aim - places) <= REACH * scales.diagonal
        if len(known):
            apart = _norms(aim[:, None] - known).min(axis=1)
            going &= apart > AIMED * length + SAME_POINT * scales.diagonal
        left = np.flatnonzero(going)
        found = np.full(places.shape, np.nan)
        found[left] = _followed(surface, aim[left], places[left], scales, REACH)
    return found


def _followed(surface: Surface, here: Array, places: Array, scales: Scales, reach: float) -> Array:
    """Where Newton's method leads from `here`, no further than `reach` D away from places."""
    found, left, before = np.full(here.shape, np.nan), np.arange(len(here)), np.full(len(here), np.inf)
    for count in range(NEWTON_STEPS):
        if not len(left):
            break
        step = solved(surface.hessian(here), surface.gradient(here))
        here, length = here - step, _norms(step)
        going: Truths = np.asarray(_norms(here - places[left]) <= reach * scales.diagonal)
        if count >= PATIENCE:
            going = going & (length < SHRINKING * before)
        enough = SETTLED if count + 1 < NEWTON_STEPS else CRAWL
        done = np.asarray(going & (length <= enough * scales.diagonal))
        found[left[done]] = here[done]
        going = np.asarray(going & ~done)
        left, here, before = left[going], here[going], length[going]
    return found


def _norms(vectors: Array) -> Array:
    """Norms of vectors of shape (…, dim)."""
    return np.asarray(np.sqrt(np.add.reduce(np.square(vectors), axis=-1)))


def solved(hessians: Array, slopes: Array) -> Array:
    """Return solutions of H s = g of least length, like `surfaces.eigen.solve_where_curved` for any dim.

    Shapes (n, dim, dim) and (n, dim); NaN where there is no solution.
    """
    if hessians.shape[-1] == 2:
        return solve_where_curved(hessians, slopes)
    finite = np.asarray(np.isfinite(hessians).all(axis=(1, 2)))
    curvatures, vectors = np.linalg.eigh(np.where(finite[:, None, None], hessians, 0.0))
    largest = np.abs(curvatures).max(axis=1, keepdims=True)
    parts = np.add.reduce(vectors * slopes[:, :, None], axis=1)
    without = np.where(np.abs(parts) <= 1e-6 * largest, 0.0, np.nan)
    shares = np.where(np.abs(curvatures) <= 1e-12 * largest, without, parts / curvatures)
    return np.where(finite[:, None], np.add.reduce(vectors * shares[:, None, :], axis=2), np.nan)


def critical_points(
    surface: Surface, places: Array, scales: Scales, most_unclear: int
) -> tuple[tuple[CriticalPoint | None, ...], int]:
    """Return the critical points where Newton's method has landed, None where there is no single one, and a count.

    Kinds are told as by `surfaces.critical_points.classify`. Where that cannot decide (the count says how often; the
    first `most_unclear` are looked at), it is a saddle if the ground is higher and lower around, a minimum or a maximum
    if it is only one of them; but what Newton's method does not lead back to from all around is one point of a curve
    or an area of such, and does not count. Neither does a kink: there the gradient jumps.
    """
    with np.errstate(all="ignore"):
        places = _tidy(surface, places, scales)
        hessians, values = surface.hessian(places), surface.value(places)
        sound = np.isfinite(values) & np.isfinite(hessians).all(axis=(1, 2))
        curvatures, vectors = np.linalg.eigh(np.where(sound[:, None, None], hessians, 0.0))
        size = np.abs(curvatures).max(axis=1)
        sound &= _vanishes(surface, places, scales, size)
        rising, falling = curvatures > FLAT * size[:, None], curvatures < -FLAT * size[:, None]
        kinds = np.where(rising.all(axis=1), 1, np.where(falling.all(axis=1), 2, 0))
        unclear = np.flatnonzero(sound & ~(rising | falling).all(axis=1))
        kinds[unclear] = NOTHING
        for index in unclear[:most_unclear]:
            kinds[index] = _felt(surface, places[index], vectors[index], float(values[index]), scales)
    kinds[~sound] = NOTHING
    points = (
        CriticalPoint(tuple(place), value, kind) if kind else None
        for place, value, kind in zip(places.tolist(), (values + 0.0).tolist(), KINDS[kinds].tolist(), strict=True)
    )
    return tuple(points), len(unclear)


def _tidy(surface: Surface, places: Array, scales: Scales) -> Array:
    """The places without dust (1e-17 for 0, where it crawled 1e-6), where that costs nothing."""
    slope = np.abs(surface.gradient(places)).max(axis=1)
    for dust in (1e-12, CRAWL):
        rounded = np.round(places, round(-math.log10(dust * scales.diagonal)))
        for axis in range(places.shape[1]):
            clean = places.copy()
            clean[:, axis] = rounded[:, axis]
            after = np.abs(surface.gradient(clean)).max(axis=1)
            better = after <= slope
            places, slope = np.where(better[:, None], clean, places), np.where(better, after, slope)
    return np.asarray(places + 0.0)  # no −0


def _vanishes(surface: Surface, places: Array, scales: Scales, size: Array) -> Truths:
    """Whether the gradient goes to zero at places: at a kink it may be set to zero but jumps right beside it."""
    dim, short = places.shape[1], 1e-3 * PROBE * scales.diagonal
    around = places[:, None] + short * np.concatenate([np.eye(dim), -np.eye(dim)])
    slopes = np.abs(surface.gradient(around)).max(axis=(1, 2))
    return np.asarray(slopes <= 1e-3 * scales.gradient_scale + 2.0 * short * size)


def _felt(surface: Surface, place: Array, vectors: Array, value: float, scales: Scales) -> int:
    """The kind of a place at which some direction has no curvature, by its number."""
    radius, dim = PROBE * scales.diagonal, len(place)
    around = place + radius * np.concatenate([vectors.T, -vectors.T])
    back = _followed(surface, around, around, scales, 4.0 * PROBE)
    if not (_norms(back - place) <= ALONE * radius).all():
        return NOTHING
    rise = surface.value(np.concatenate([around, place + radius * directions(dim, DIRECTIONS)])) - value
    high, low = float(rise.max()), float(-rise.min())
    if min(high, low) > FLAT * max(high, low):
        return 0
    return 1 if high > low else 2


def directions(dim: int, count: int) -> Array:
    """Return unit vectors all around; with more than two parameters drawn, twice as many, and always the same."""
    if dim == 2:
        angles = 0.3 + 2.0 * np.pi * np.arange(count) / count
        return np.stack([np.cos(angles), np.sin(angles)], axis=-1)
    drawn = np.random.default_rng(0).normal(size=(2 * count, dim))
    return np.asarray(drawn / np.linalg.norm(drawn, axis=1, keepdims=True))
