"""Where the gradient of a surface vanishes: Newton's method from many starts at once.

Everything here happens in the unit square of a :class:`surfaces.unit_view.UnitView`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from surfaces.eigen import solve_where_curved
from surfaces.unit_view import ring, unit_grid

if TYPE_CHECKING:
    from collections.abc import Callable

    from surfaces.surface import Array
    from surfaces.unit_view import UnitView

FINE, COARSE = 161, 61
"""Points along each side of the grid for changes of sign and of that for Newton steps."""
MOST_STARTS = 6000
MOST_STEPS = 60
REACH = 0.04
"""Longest step; longer ones would hop over neighbours."""
NEAR = 0.06
"""A start is worth following when Newton's method sees its aim within this distance."""
SETTLED = 1e-9
SLOW = 1e-4
"""Steps that are still longer than this at the end lead nowhere; shorter ones crawl to a flat point."""
SAME = 1e-6
"""Points nearer to each other than this are one."""
PROBES = (1e-7, 1e-5)
SHRINKING = 0.3
"""Towards a stationary point the gradient shrinks at least to this share from the outer to the inner circle."""
FLAT_PROBE = 0.5 / FINE
FLATNESS = 1e-9


def stationary_points(
    view: UnitView, known: Array, tick: Callable[[], None], fine: int = FINE, coarse: int = COARSE
) -> Array:
    """Points of the unit square where the gradient vanishes, shape ``(n, 2)``, each once.

    Parameters
    ----------
    view
        The surface over its bounds.
    known
        Points ``(m, 2)`` to start from besides those that the grids suggest.
    tick
        Called between slices of the work; may raise to give up.
    fine, coarse
        Points along each side of the grids that suggest starts.

    Notes
    -----
    Starts are the cells of the fine grid in which both partial derivatives change sign, its points where the
    gradient is smaller than around them, and the points of the coarse grid whose Newton step ends nearby. From
    each, Newton steps of at most 0.04. Areas in which the gradient is nothing but rounding are left out.
    """
    slopes = view.gradient(unit_grid(fine))
    tick()
    starts = np.concatenate([known, _sign_changes(slopes), _least_slopes(slopes), _aims(view, coarse)])
    starts = starts[:: 1 + len(starts) // MOST_STARTS]
    points = _polished(view, merged(newton(view, starts, tick, REACH), SAME))
    return points[vanishes(view, points) & ~in_flat_area(view, points, typical_slope(slopes))]


def typical_slope(slopes: Array) -> float:
    """The 95 % quantile of the gradient norms that are finite; 0 when none is."""
    norms = np.hypot(slopes[..., 0], slopes[..., 1])
    norms = norms[np.isfinite(norms)]
    return float(np.quantile(norms, 0.95)) if norms.size else 0.0


def in_flat_area(view: UnitView, points: Array, scale: float) -> npt.NDArray[np.bool_]:
    """Which points have ground around them whose gradient is nothing beside ``scale``."""
    norms = _norms(view.gradient(points[:, None] + FLAT_PROBE * ring(8, 0.3)))
    return np.asarray(np.nanmax(np.nan_to_num(norms, nan=np.inf), axis=-1, initial=0.0) <= FLATNESS * scale)


def merged(points: Array, distance: float) -> Array:
    """The points without those that have an earlier one within about ``distance``.

    Four grids, shifted by half a cell: two points far nearer than ``distance`` share a cell of at least one.
    """
    for shift in ((0.0, 0.0), (0.5, 0.0), (0.0, 0.5), (0.5, 0.5)):
        points = thinned(points, distance, shift)
    return points


def thinned(points: Array, spacing: float, shift: tuple[float, float] = (0.0, 0.0)) -> Array:
    """The first of the points in each cell of a grid."""
    cells = np.rint(points / spacing + shift).astype(np.int64)
    _, first = np.unique(cells, axis=0, return_index=True)
    return points[np.sort(first)]


def _sign_changes(slopes: Array) -> Array:
    """Middles of the cells in which both partial derivatives take both signs or zero."""
    corners = np.stack([slopes[:-1, :-1], slopes[:-1, 1:], slopes[1:, :-1], slopes[1:, 1:]])
    with np.errstate(invalid="ignore"):
        both = ((corners.min(axis=0) <= 0.0) & (corners.max(axis=0) >= 0.0)).all(axis=-1)
    row, column = np.nonzero(both)
    return (np.stack([column, row], axis=-1) + 0.5) / (len(slopes) - 1)


def _least_slopes(slopes: Array) -> Array:
    """Grid points whose gradient is smaller than at their eight neighbours."""
    norms = _norms(slopes)
    around = np.pad(np.nan_to_num(norms, nan=np.inf), 1, constant_values=np.inf)
    least = np.full(norms.shape, np.inf)
    for dy in range(3):
        for dx in range(3):
            if (dx, dy) != (1, 1):
                least = np.minimum(least, around[dy : dy + len(norms), dx : dx + len(norms)])
    row, column = np.nonzero(norms < least)
    return np.stack([column, row], axis=-1) / (len(norms) - 1)


def _aims(view: UnitView, size: int) -> Array:
    """Grid points whose Newton step ends nearby."""
    points = unit_grid(size).reshape(-1, 2)
    length = _norms(solve_where_curved(view.hessian(points), view.gradient(points)))
    return points[length <= NEAR]


def newton(view: UnitView, lanes: Array, tick: Callable[[], None], reach: float, room: float = 0.5 + REACH) -> Array:
    """Where Newton steps of at most ``reach`` lead the lanes.

    Those that get farther than ``room`` from the middle of the square, meet what is not finite or never settle
    are dropped.
    """
    ended: list[Array] = []
    length = np.empty(0)
    for _ in range(MOST_STEPS):
        tick()
        step = solve_where_curved(view.hessian(lanes), view.gradient(lanes))
        length = _norms(step)
        lanes = lanes - step * np.minimum(1.0, reach / np.maximum(length, reach))[:, None]
        inside = (np.abs(lanes - 0.5) <= room).all(axis=1) & np.isfinite(length)
        settled = inside & (length <= SETTLED)
        ended.append(lanes[settled])
        going = inside & ~settled
        lanes, length = lanes[going], length[going]
        if len(lanes) == 0:
            break
    return np.concatenate([*ended, lanes[length <= SLOW]])


def _polished(view: UnitView, points: Array) -> Array:
    """Two more Newton steps for the points whose gradient they make smaller."""
    for _ in range(2):
        gradient = view.gradient(points)
        step = solve_where_curved(view.hessian(points), gradient)
        small = np.nan_to_num(_norms(step), nan=np.inf) <= SLOW
        closer = points - np.where(small[:, None], step, 0.0)
        better = _norms(view.gradient(closer)) < _norms(gradient)
        points = np.where(better[:, None], closer, points)
    return points


def vanishes(view: UnitView, points: Array) -> npt.NDArray[np.bool_]:
    """Whether the gradient goes to zero at the points: at a kink it is set to zero but jumps right beside it."""
    here, near, around = (_norms(view.gradient(points[:, None] + r * ring(8, 0.3))) for r in (0.0, *PROBES))
    near, around = np.nan_to_num(near, nan=np.inf).max(axis=-1), np.nan_to_num(around, nan=0.0).max(axis=-1)
    return np.asarray((here[:, 0] <= 1e-3 * around) & (near <= SHRINKING * around))


def _norms(vectors: Array) -> Array:
    with np.errstate(all="ignore"):
        norms: Array = np.hypot(vectors[..., 0], vectors[..., 1])
    return norms
