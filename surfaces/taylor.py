"""Taylor's models of a surface around a point, and how far they can be trusted: why steps must be small."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from surfaces.contours import level_lines
from surfaces.eigen import eigenvalues, solve_where_curved

if TYPE_CHECKING:
    from surfaces.surface import Array, Bounds, Surface

FIRST, SECOND = 1, 2
ALLOWED_ERROR = 0.1
DIRECTIONS = 72
DISTANCES = 160
SMALLEST = 1e-5
"""Distances are tried from this share of the radius on, evenly in the logarithm."""
_SHARES = np.geomspace(SMALLEST, 1.0, DISTANCES)


@dataclass(frozen=True, eq=False)
class Taylor:
    """m₁(p) = f + g·d and m₂(p) = f + g·d + ½ dᵀ H d with d = p − θ (Nocedal & Wright 2006, theorem 2.1).

    Parameters
    ----------
    surface
        Of two parameters.
    point
        θ, shape ``(2,)``.
    """

    surface: Surface
    point: Array

    @cached_property
    def loss(self) -> float:
        """The loss f at θ."""
        return float(self.surface.value(self.point))

    @cached_property
    def gradient(self) -> Array:
        """The gradient g at θ, shape ``(2,)``."""
        return self.surface.gradient(self.point)

    @cached_property
    def hessian(self) -> Array:
        """The Hessian H at θ, shape ``(2, 2)``."""
        return self.surface.hessian(self.point)

    def model(self, params: Array, order: int) -> Array:
        """Losses that the model of an order gives, shape ``(...)`` for params of shape ``(..., 2)``."""
        away = params - self.point
        plane = self.loss + away @ self.gradient
        if order == FIRST:
            return np.asarray(plane)
        return np.asarray(plane + 0.5 * np.vecdot(away @ self.hessian, away))

    @cached_property
    def newton_point(self) -> Array:
        """Where the second-order model is stationary, θ − H⁻¹g, shape ``(2,)``; NaN where there is no such point."""
        return self.point - solve_where_curved(self.hessian, self.gradient)

    def trusted(self, order: int, radius: float) -> Array:
        """How far the model holds in each direction: the border of its neighbourhood.

        Along a direction u it holds up to the first distance t at which |f(θ + t u) − m(θ + t u)| is more than a
        tenth of the largest change the model allows there: t |g|, with ½ t² max|λ| beside it for the second order.

        Parameters
        ----------
        order
            1 or 2.
        radius
            How far one looks.

        Returns
        -------
        array, shape (72, 2)
            A closed border around θ, counter-clockwise; where the model holds to the end, at the radius.
        """
        angles = np.linspace(0.0, 2.0 * np.pi, DIRECTIONS, endpoint=False)
        directions = np.stack([np.cos(angles), np.sin(angles)], axis=-1)
        return np.asarray(self.point + directions * self.trust_distance(directions, order, radius)[:, None])

    def trust_distance(self, directions: Array, order: int, radius: float) -> Array:
        """The distances of :meth:`trusted` along unit vectors of shape ``(n, 2)``, shape ``(n,)``."""
        steps = radius * _SHARES
        params = self.point + directions[:, None, :] * steps[:, None]
        with np.errstate(all="ignore"):
            error = np.abs(self.surface.value(params) - self._along(directions, steps, order))
            off = ~(error <= ALLOWED_ERROR * self._largest_change(steps, order) + self._rounding)
        first = np.where(off.any(axis=1), off.argmax(axis=1), DISTANCES - 1)
        return np.where(off[:, 0], 0.0, steps[np.maximum(first - off.any(axis=1), 0)])

    def _along(self, directions: Array, steps: Array, order: int) -> Array:
        """What the model gives at each distance in each direction, shape ``(n, steps)``: a parabola on every ray."""
        plane = self.loss + (directions @ self.gradient)[:, None] * steps
        if order == FIRST:
            return np.asarray(plane)
        bends = np.vecdot(directions @ self.hessian, directions)
        return np.asarray(plane + bends[:, None] * (0.5 * steps**2))

    @property
    def _rounding(self) -> float:
        return 1e-12 * max(abs(self.loss), 1e-300)

    def _largest_change(self, steps: Array, order: int) -> Array:
        change = steps * float(np.linalg.norm(self.gradient))
        if order == FIRST:
            return np.asarray(change)
        low, high = eigenvalues(self.hessian)
        return np.asarray(change + 0.5 * steps**2 * max(abs(float(low)), abs(float(high))))

    def lines(self, order: int, bounds: Bounds, levels: tuple[float, ...], size: int = 61) -> Array:
        """Level lines of a model over a rectangle: points of shape ``(n, 2)`` with a NaN row between pieces."""
        x, y = np.linspace(bounds[0], bounds[1], size), np.linspace(bounds[2], bounds[3], size)
        values = self.model(np.stack(np.meshgrid(x, y), axis=-1), order)
        if not np.isfinite(values).all():
            return np.empty((0, 2))
        return level_lines(x, y, values, np.array(levels))
