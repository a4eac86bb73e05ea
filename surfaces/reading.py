"""Reading a surface: everything its value, gradient and Hessian say at a point, and the same over grids.

All numbers are exact derivatives of the surface; nothing is fitted.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from surfaces.eigen import eigenvalues, solve_where_curved

if TYPE_CHECKING:
    from surfaces.surface import Array, Surface

FLATNESS = 1e-12
"""Eigenvalues up to this share of the largest (by size) count as zero."""


@dataclass(frozen=True, eq=False)
class Reading:
    """What a surface is like at a point.

    Parameters
    ----------
    params
        The point.
    value, gradient, gradient_norm
        Loss, its gradient of shape ``(dim,)`` and the length of that.
    eigenvalues, eigenvectors
        Of the Hessian: shape ``(dim,)``, ascending, and ``(dim, dim)``, row i the unit vector of eigenvalue i.
    condition_number
        max |λ| / min |λ|; ∞ where the ground is flat in a direction.
    largest_learning_rate
        2 / λ_max, below which gradient descent is stable on the quadratic model here; ``None`` where λ_max ≤ 0
        or unknown. (Nesterov, Introductory Lectures on Convex Optimization, 2004, section 2.1.5.)
    curvature
        ``"convex"``, ``"concave"``, ``"indefinite"``, ``"flat"`` (some eigenvalue is zero) or ``"undefined"``.
    """

    params: tuple[float, ...]
    value: float
    gradient: Array
    gradient_norm: float
    eigenvalues: Array
    eigenvectors: Array
    condition_number: float
    largest_learning_rate: float | None
    curvature: str


@dataclass(frozen=True, eq=False)
class CurvatureGrid:
    """Curvature over a grid: arrays of shape ``(y.size, x.size)``, NaN where the loss or its Hessian is not finite.

    Parameters
    ----------
    low, high
        The eigenvalues λ₁ ≤ λ₂.
    condition_number
        max |λ| / min |λ|, ∞ where an eigenvalue is zero.
    determinant_sign
        Sign of λ₁λ₂: −1 where the Hessian is indefinite, 0 where an eigenvalue is zero.
    """

    low: Array
    high: Array
    condition_number: Array
    determinant_sign: Array


def read_point(surface: Surface, *params: float) -> Reading:
    """Everything a surface says at a point of ``dim`` coordinates; NaN where it says nothing."""
    value, slopes = surface.value_and_gradient_at(params)
    gradient, hessian = np.array(slopes), np.full((len(params), len(params)), np.nan)
    if math.isfinite(value):
        with np.errstate(all="ignore"):
            hessian = surface.hessian(np.array(params, dtype=np.float64))
    else:
        gradient[:] = np.nan  # 1/x goes on where log(x) has ended
    curvatures, vectors = _eigen(hessian)
    largest = float(curvatures[-1])
    return Reading(
        params=params,
        value=value,
        gradient=gradient,
        gradient_norm=math.hypot(*gradient.tolist()),
        eigenvalues=curvatures,
        eigenvectors=vectors,
        condition_number=_condition(curvatures),
        largest_learning_rate=2.0 / largest if largest > 0.0 else None,
        curvature=_curvature(curvatures),
    )


def curvature_grid(surface: Surface, x: Array, y: Array) -> CurvatureGrid:
    """Curvature of a surface of two parameters on the grid of two axes."""
    params = np.stack(np.meshgrid(x, y), axis=-1)
    with np.errstate(all="ignore"):
        low, high = eigenvalues(surface.hessian(params))
        low = np.where(np.isfinite(surface.value(params)), low, np.nan)
        high = np.where(np.isnan(low), np.nan, high)
        sizes = np.abs(low), np.abs(high)
        largest, smallest = np.maximum(*sizes), np.minimum(*sizes)
        flat = smallest <= FLATNESS * largest
        condition = np.where(flat, np.inf, largest / smallest)
        sign = np.where(flat, 0.0, np.sign(low) * np.sign(high))
    condition[np.isnan(low)] = sign[np.isnan(low)] = np.nan
    return CurvatureGrid(low, high, condition, sign)


def direction_field(surface: Surface, x: Array, y: Array, *, newton: bool = False, unit: bool = False) -> Array:
    """Where methods go from the grid of two axes: −∇f, or −H⁻¹∇f for Newton's method.

    Parameters
    ----------
    surface
        Of two parameters.
    x, y
        The axes of the grid.
    newton
        The Newton step instead of the negative gradient; it leads to saddles and maxima as well.
    unit
        All vectors of length 1.

    Returns
    -------
    Array
        Shape ``(y.size, x.size, 2)``; NaN where the surface is not finite, where the Hessian is singular (for
        Newton's method) and where a vector of length 0 has no direction (for unit vectors).
    """
    params = np.stack(np.meshgrid(x, y), axis=-1)
    with np.errstate(all="ignore"):
        field = surface.gradient(params)
        if newton:
            hessian = surface.hessian(params)
            sizes = np.abs(np.stack(eigenvalues(hessian)))
            singular = sizes.min(axis=0) <= FLATNESS * sizes.max(axis=0)
            field = np.where(singular[..., None], np.nan, solve_where_curved(hessian, field))
        if unit:
            field = field / np.hypot(field[..., 0], field[..., 1])[..., None]
        known = np.isfinite(surface.value(params)) & np.isfinite(field).all(axis=-1)
    return np.where(known[..., None], -field, np.nan)


def _eigen(hessian: Array) -> tuple[Array, Array]:
    if not np.isfinite(hessian).all():
        return np.full(len(hessian), np.nan), np.full(hessian.shape, np.nan)
    values, columns = np.linalg.eigh(hessian)
    return values, columns.T


def _condition(curvatures: Array) -> float:
    sizes = np.abs(curvatures)
    largest, smallest = float(sizes.max()), float(sizes.min())
    if math.isnan(largest):
        return math.nan
    return math.inf if smallest <= FLATNESS * largest else largest / smallest


def _curvature(curvatures: Array) -> str:
    sizes = np.abs(curvatures)
    if np.isnan(sizes).any():
        return "undefined"
    if bool((sizes <= FLATNESS * sizes.max()).any()):
        return "flat"
    if curvatures[0] > 0.0:
        return "convex"
    return "concave" if curvatures[-1] < 0.0 else "indefinite"
