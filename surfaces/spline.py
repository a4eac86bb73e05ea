"""Bicubic interpolating spline on a regular grid, with its exact derivatives."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt

    from surfaces.surface import Array

Four = tuple[Any, Any, Any, Any]
"""One factor or one coefficient for each of the four B-splines over a cell; floats or arrays of lanes."""
_SIX = 1.0 / 6.0
_TWO_THIRDS = 2.0 / 3.0


class _Place(NamedTuple):
    """Where coordinates lie along one axis: their cell, how far into it, and how far beyond the grid."""

    cell: npt.NDArray[np.intp]
    into: Array
    beyond: Array


@dataclass(frozen=True, eq=False)
class BicubicSpline:
    """f(u, v) = Σ_kl c_kl B_k(v) B_l(u) with uniform cubic B-splines, in grid units.

    The grid's points are u = 0 … columns − 1 and v = 0 … rows − 1. Between them f is twice continuously
    differentiable. Beyond the border every line continues straight: along each axis value and slope are those of
    the border (C¹, bilinear beyond the corners), and the second derivative across the border is zero.

    Each method adds up the same products in the same order, so one point, lanes and grids agree to the last bit.

    Parameters
    ----------
    coefficients
        The c_kl, shape ``(rows + 2, columns + 2)``.

    References
    ----------
    C. de Boor, *A Practical Guide to Splines*, chapters IV (ends) and XVII (tensor products).
    """

    coefficients: Array

    @cached_property
    def rows(self) -> int:
        """Number of grid points along v."""
        return int(self.coefficients.shape[0]) - 2

    @cached_property
    def columns(self) -> int:
        """Number of grid points along u."""
        return int(self.coefficients.shape[1]) - 2

    def value(self, points: Array) -> Array:
        """Values of shape ``(...)`` for points (u, v) of shape ``(..., 2)``."""
        at_u, at_v = self._places(points)
        with np.errstate(over="ignore", invalid="ignore"):
            return np.asarray(_dot(self._lanes_across(at_u, at_v, _factors(at_v)), _factors(at_u)))

    def gradient(self, points: Array) -> Array:
        """∂f/∂u and ∂f/∂v, shape ``(..., 2)``."""
        at_u, at_v = self._places(points)
        with np.errstate(over="ignore", invalid="ignore"):
            along_u = _dot(self._lanes_across(at_u, at_v, _factors(at_v)), _slopes(at_u.into))
            along_v = _dot(self._lanes_across(at_u, at_v, _slopes(at_v.into)), _factors(at_u))
        return np.stack([along_u, along_v], axis=-1)

    def hessian(self, points: Array) -> Array:
        """Second derivatives, shape ``(..., 2, 2)``; zero across the border beyond it."""
        at_u, at_v = self._places(points)
        with np.errstate(over="ignore", invalid="ignore"):
            uu = _dot(self._lanes_across(at_u, at_v, _factors(at_v)), _bends(at_u))
            uv = _dot(self._lanes_across(at_u, at_v, _slopes(at_v.into)), _slopes(at_u.into))
            vv = _dot(self._lanes_across(at_u, at_v, _bends(at_v)), _factors(at_u))
        return np.stack([np.stack([uu, uv], axis=-1), np.stack([uv, vv], axis=-1)], axis=-2)

    def value_on_grid(self, u: Array, v: Array) -> Array:
        """Values of shape ``(v.size, u.size)`` on the grid of two axes: first along v, then along u."""
        at_u, at_v = _place(u, self.columns), _place(v, self.rows)
        columns, rows = np.arange(4)[:, np.newaxis] + at_u.cell, np.arange(4)[:, np.newaxis] + at_v.cell
        with np.errstate(over="ignore", invalid="ignore"):
            up: Any = tuple(factor[:, np.newaxis] for factor in _factors(at_v))
            across = _dot(tuple(self.coefficients[row] for row in rows), up)
            return np.asarray(_dot(tuple(across[:, column] for column in columns), _factors(at_u)))

    def value_and_gradient_at(self, u: float, v: float) -> tuple[float, tuple[float, float]]:
        """Value and gradient at one point on Python floats; nan where a coordinate is."""
        if u != u or v != v:
            return math.nan, (math.nan, math.nan)
        i, factors_u, slopes_u = _at(u, self.columns)
        j, factors_v, slopes_v = _at(v, self.rows)
        (a, b, c, d), (e, f, g, h) = factors_v, slopes_v
        across, along = [], []
        for column in self._columns[i : i + 4]:  # written out: calls would take twice as long
            p, q, r, s = column[j : j + 4]
            across.append(p * a + q * b + r * c + s * d)
            along.append(p * e + q * f + r * g + s * h)
        return _dot(across, factors_u), (_dot(across, slopes_u), _dot(along, factors_u))

    @cached_property
    def _columns(self) -> list[list[float]]:
        """The coefficients column by column as Python floats, which single points read fastest."""
        columns: list[list[float]] = self.coefficients.T.tolist()
        return columns

    def _places(self, points: Array) -> tuple[_Place, _Place]:
        return _place(points[..., 0], self.columns), _place(points[..., 1], self.rows)

    def _lanes_across(self, at_u: _Place, at_v: _Place, up: Four) -> Four:
        """The four columns around each lane, each contracted along v with the factors ``up``."""
        flat, width = self.coefficients.ravel(), self.columns + 2
        corner = at_v.cell * width + at_u.cell

        def column(across: int) -> Any:
            return _dot(tuple(flat.take(corner + (k * width + across)) for k in range(4)), up)

        return column(0), column(1), column(2), column(3)


def interpolating_spline(heights: Array) -> BicubicSpline:
    """The spline through ``heights`` of shape ``(rows, columns)``, at least 2 × 2.

    The ends are *not-a-knot*: the third derivative is continuous across the first and the last inner grid line, so
    that cubics are reproduced exactly. Three points a side give the parabola through them, two the straight line.
    """
    along_v = _coefficients(np.asarray(heights, dtype=np.float64))
    coefficients = np.ascontiguousarray(_coefficients(along_v.T).T)
    coefficients.setflags(write=False)
    return BicubicSpline(coefficients)


def _coefficients(values: Array) -> Array:
    """B-spline coefficients, two more than values, along the first axis.

    With M the spline's second derivatives at the grid points, c_i = f_i − M_i/6; the outermost two follow from
    c_{−1} − 2c_0 + c_1 = M_0 and its mirror image.
    """
    bends = _second_derivatives(values)
    inner = values - bends * _SIX
    if len(values) == 2:
        first, last = 2 * inner[0] - inner[1], 2 * inner[1] - inner[0]
    else:
        first = 2 * inner[0] - inner[1] + bends[0]
        last = 2 * inner[-1] - inner[-2] + bends[-1]
    return np.concatenate([first[np.newaxis], inner, last[np.newaxis]])


def _second_derivatives(values: Array) -> Array:
    """M with M_{i−1} + 4M_i + M_{i+1} = 6δ²f_i inside and M linear across the outermost two cells (not-a-knot).

    Put into the outermost equations, M_0 = 2M_1 − M_2 leaves M_1 = δ²f_1: what remains is tridiagonal.
    """
    bends = np.zeros_like(values)
    count = len(values)
    if count == 2:
        return bends
    second = values[:-2] - 2 * values[1:-1] + values[2:]
    bends[1], bends[-2] = second[0], second[-1]
    if count == 3:
        bends[0] = bends[2] = second[0]
        return bends
    if count > 4:
        right = 6 * second[1:-1]
        right[0] -= bends[1]
        right[-1] -= bends[-2]
        bends[2:-2] = _solved(right)
    bends[0] = 2 * bends[1] - bends[2]
    bends[-1] = 2 * bends[-2] - bends[-3]
    return bends


def _solved(right: Array) -> Array:
    """The solution of x_{i−1} + 4x_i + x_{i+1} = right_i along the first axis (Thomas' algorithm)."""
    solution = right.copy()
    pivots = [4.0]
    for row in range(1, len(right)):
        solution[row] -= solution[row - 1] / pivots[-1]
        pivots.append(4.0 - 1.0 / pivots[-1])
    solution[-1] /= pivots[-1]
    for row in range(len(right) - 2, -1, -1):
        solution[row] = (solution[row] - solution[row + 1]) / pivots[row]
    return solution


def _place(coordinates: Array, count: int) -> _Place:
    inside = np.clip(coordinates, 0.0, count - 1.0)
    cell = np.minimum(np.nan_to_num(inside), count - 2.0).astype(np.intp)
    with np.errstate(invalid="ignore"):
        return _Place(cell, inside - cell, coordinates - inside)


def _at(coordinate: float, count: int) -> tuple[int, Four, Four]:
    """Cell, values and slopes of the four B-splines at one coordinate that is a number."""
    last = count - 1.0
    inside = 0.0 if coordinate < 0.0 else last if coordinate > last else coordinate
    cell = int(inside) if inside < last else count - 2
    weights, slopes = _weights(inside - cell), _slopes(inside - cell)
    if coordinate != inside:
        weights = _continued(weights, slopes, coordinate - inside)
    return cell, weights, slopes


def _factors(at: _Place) -> Four:
    """Value of the four B-splines, continued straight beyond the grid."""
    return _continued(_weights(at.into), _slopes(at.into), at.beyond)


def _continued(weights: Four, slopes: Four, beyond: Any) -> Four:
    (a, b, c, d), (e, f, g, h) = weights, slopes
    return a + beyond * e, b + beyond * f, c + beyond * g, d + beyond * h


def _weights(t: Any) -> Four:
    """The four cubic B-splines over a cell at 0 ≤ t ≤ 1; their sum is 1."""
    s = 1.0 - t
    tt, ss = t * t, s * s
    return ss * s * _SIX, _TWO_THIRDS - tt * (1.0 - 0.5 * t), _TWO_THIRDS - ss * (1.0 - 0.5 * s), tt * t * _SIX


def _slopes(t: Any) -> Four:
    """Their first derivatives; the sum is 0."""
    s = 1.0 - t
    return -0.5 * (s * s), t * (1.5 * t - 2.0), s * (2.0 - 1.5 * s), 0.5 * (t * t)


def _bends(at: _Place) -> Four:
    """Their second derivatives, zero beyond the grid."""
    t, inside = at.into, at.beyond == 0.0
    bends = (1.0 - t, 3.0 * t - 2.0, 1.0 - 3.0 * t, t)
    a, b, c, d = (np.where(inside, bend, 0.0) for bend in bends)
    return a, b, c, d


def _dot(a: Any, b: Four) -> Any:
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2] + a[3] * b[3]
