"""Lowest and highest points at which a surface has no gradient: kinks (|x| + |y|) and cusps (√(x² + y²)).

Newton's method cannot find them, so they are sought by comparing losses alone. Everything here happens in the
unit square of a :class:`surfaces.unit_view.UnitView`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import numpy.typing as npt

from surfaces.stationary import merged, typical_slope
from surfaces.unit_view import ring, unit_grid

if TYPE_CHECKING:
    from collections.abc import Callable

    from surfaces.surface import Array
    from surfaces.unit_view import UnitView

GRID = 161
CELL = 1.0 / (GRID - 1)
MOST_LANES = 200
DIRECTIONS = 24
GOLDEN = (5.0**0.5 - 1.0) / 2.0
GOLDEN_STEPS = 14
MOST_STEPS = 90
SHRINK = 0.3
FINEST = 1e-13
STRAY = 6.0 * CELL
"""A lane that gets farther from its start runs down a valley, to a place that other lanes are nearer to."""
NEARBY = 2.5 * CELL
"""A grid point so near to a known critical point is explained by it."""
RINGS = (1e-8, 1e-5, 1e-3, CELL)
"""A point that is lowest on these circles is an extremum; one that is so on the last alone by a tie is not strict."""
INNER = 1e-3
"""Nearer than this to where the loss ends a point is no extremum but an edge."""
TIE = 1e-12
"""Differences of less than this share of the losses' range are none."""
DEEPEST = 10.0
"""A lane that falls by more than this many times the losses' range is at a pole."""
SMOOTH_PROBE = 1e-9
SMOOTH_SHARE = 1e-3


class Extremum(NamedTuple):
    """A lowest (``sign`` 1) or highest (-1) point.

    ``strict`` says that the ground rises (falls) on all sides of it, ``smooth`` that the gradient goes to zero.
    """

    unit: tuple[float, float]
    sign: int
    strict: bool
    smooth: bool


def extrema_without_gradient(view: UnitView, known: Array, tick: Callable[[], None]) -> tuple[Extremum, ...]:
    """Extrema of the losses on a 161×161 grid that none of the ``known`` points (n, 2) explains, made exact.

    Each is followed downhill (uphill) by comparing losses on shrinking circles; those that end at the edge, at a
    known point or on a slope are dropped. ``tick`` may raise to give up.
    """
    values = view.value(unit_grid(GRID))
    finite = values[np.isfinite(values)]
    spread = float(np.ptp(finite)) if finite.size else 0.0
    if not 0.0 < spread < np.inf:
        return ()
    scale = typical_slope(view.gradient(unit_grid(GRID)[::2, ::2]))
    found: list[Extremum] = []
    for sign in (1, -1):
        lanes = _unexplained(_grid_minima(sign * values), known)
        found += _followed(view, sign, lanes, known, spread, scale, tick)
    return tuple(found)


def _grid_minima(values: Array) -> Array:
    """Inner grid points no neighbour of which is lower and at least one is higher; lowest first."""
    inner = values[1:-1, 1:-1]
    lowest, higher = np.isfinite(inner), np.zeros(inner.shape, dtype=bool)
    with np.errstate(invalid="ignore"):
        for dy in range(3):
            for dx in range(3):
                if (dx, dy) != (1, 1):
                    neighbour = values[dy : dy + GRID - 2, dx : dx + GRID - 2]
                    lowest &= ~(neighbour < inner)
                    higher |= neighbour > inner
    row, column = np.nonzero(lowest & higher)
    order = np.argsort(inner[row, column], kind="stable")
    return np.asarray((np.stack([column, row], axis=-1)[order] + 1) * CELL)


def _unexplained(lanes: Array, known: Array) -> Array:
    """Those away from every known point, thinned evenly to a bounded number."""
    if len(known):
        away = np.abs(lanes[:, None] - known).max(axis=-1).min(axis=-1)
        lanes = lanes[away > NEARBY]
    return lanes[:: 1 + len(lanes) // MOST_LANES]


def _followed(
    view: UnitView, sign: int, lanes: Array, known: Array, spread: float, scale: float, tick: Callable[[], None]
) -> list[Extremum]:
    def height(unit: Array) -> Array:
        return np.nan_to_num(sign * view.value(unit), nan=np.inf, posinf=np.inf, neginf=-np.inf)

    lowest = float(height(lanes).min(initial=np.inf))
    ends = _descended(height, lanes, tick)
    kept = (np.abs(ends - 0.5) < 0.5 - 1e-6) & (np.abs(ends - lanes) <= STRAY)
    lanes = merged(ends[kept.all(axis=1)], CELL / 10.0)
    if len(known):
        lanes = lanes[np.hypot(*np.moveaxis(lanes[:, None] - known, -1, 0)).min(axis=-1) > CELL / 10.0]
    if len(lanes) == 0:
        return []
    here = height(lanes)
    rises = [_lowest_around(height, lanes, np.full(len(lanes), radius))[0] - here for radius in RINGS]
    strict, smooth = rises[-1] > TIE * spread, _is_smooth(view, lanes, scale)
    whole = np.isfinite(view.value(lanes[:, None] + INNER * ring(8, 0.3))).all(axis=1)
    told = whole & (here >= lowest - DEEPEST * spread) & (np.min(rises, axis=0) >= -TIE * spread)
    return [
        Extremum((float(lanes[at, 0]), float(lanes[at, 1])), sign, bool(strict[at]), bool(smooth[at]))
        for at in np.flatnonzero(told)
    ]


def _descended(height: Callable[[Array], Array], starts: Array, tick: Callable[[], None]) -> Array:
    """Move every lane to the lowest place on a circle around it; where nothing is lower, the circle shrinks."""
    lanes = starts.copy()
    radius, here = np.full(len(lanes), CELL), height(lanes)
    going = np.ones(len(lanes), dtype=bool)
    for _ in range(MOST_STEPS):
        if not going.any():
            break
        tick()
        at = np.flatnonzero(going)
        value, place = _lowest_around(height, lanes[at], radius[at])
        lower = value < here[at]
        lanes[at[lower]], here[at[lower]] = place[lower], value[lower]
        radius[at[~lower]] *= SHRINK
        near = (np.abs(lanes - 0.5) <= 0.5) & (np.abs(lanes - starts) <= STRAY)
        going = (radius > FINEST) & near.all(axis=1)
    return lanes


def _lowest_around(height: Callable[[Array], Array], lanes: Array, radius: Array) -> tuple[Array, Array]:
    """Lowest value on the circle around each lane and its place: some directions, the best refined.

    The refinement is a golden section search over the angle, so that the floor of a sharp valley is met whatever
    its direction.
    """
    around = lanes[:, None] + radius[:, None, None] * ring(DIRECTIONS)
    values = height(around)
    best = values.argmin(axis=1)
    rows = np.arange(len(lanes))
    width = 2.0 * np.pi / DIRECTIONS
    value, place = values[rows, best], around[rows, best]
    low, high = (best - 1.0) * width, (best + 1.0) * width
    for _ in range(GOLDEN_STEPS):
        inner = (high - GOLDEN * (high - low), low + GOLDEN * (high - low))
        places = np.stack([_toward(lanes, radius, angle) for angle in inner])
        tried = height(places)
        for candidate, candidate_place in zip(tried, places, strict=True):
            better = candidate < value
            value = np.where(better, candidate, value)
            place = np.where(better[:, None], candidate_place, place)
        left = tried[0] < tried[1]
        low, high = np.where(left, low, inner[0]), np.where(left, inner[1], high)
    return value, place


def _toward(lanes: Array, radius: Array, angle: Array) -> Array:
    return np.asarray(lanes + radius[:, None] * np.stack([np.cos(angle), np.sin(angle)], axis=-1))


def _is_smooth(view: UnitView, points: Array, scale: float) -> npt.NDArray[np.bool_]:
    """Whether the gradient goes to zero towards the points."""
    slopes = view.gradient(points[:, None] + SMOOTH_PROBE * ring(8, 0.3))
    norms = np.nan_to_num(np.hypot(slopes[..., 0], slopes[..., 1]), nan=np.inf)
    return np.asarray(norms.max(axis=-1) <= SMOOTH_SHARE * scale)
