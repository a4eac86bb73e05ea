"""A surface over the unit square: searches need one idea of near and far, whatever the bounds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from surfaces.surface import Array, Bounds, Surface


class UnitView:
    """A two-dimensional surface seen through its bounds: u = (p − corner) / span.

    Derivatives are those with respect to u, so that their size says how much the loss changes across the view.
    """

    def __init__(self, surface: Surface, bounds: Bounds) -> None:
        x0, x1, y0, y1 = bounds
        self._surface = surface
        self._corner, self._span = np.array([x0, y0]), np.array([x1 - x0, y1 - y0])

    def params(self, unit: Array) -> Array:
        """Where points of the unit square lie on the surface."""
        return np.asarray(self._corner + unit * self._span)

    def unit(self, params: Array) -> Array:
        """Where params lie in the unit square."""
        return np.asarray((params - self._corner) / self._span)

    def value(self, unit: Array) -> Array:
        """Losses of shape ``(...)``."""
        with np.errstate(all="ignore"):
            return self._surface.value(self.params(unit))

    def gradient(self, unit: Array) -> Array:
        """∂f/∂u of shape ``(..., 2)``."""
        with np.errstate(all="ignore"):
            return np.asarray(self._surface.gradient(self.params(unit)) * self._span)

    def hessian(self, unit: Array) -> Array:
        """∂²f/∂u² of shape ``(..., 2, 2)``."""
        with np.errstate(all="ignore"):
            return np.asarray(self._surface.hessian(self.params(unit)) * np.multiply.outer(self._span, self._span))


def unit_grid(size: int) -> Array:
    """The ``size × size`` points of an even grid over the unit square, shape ``(size, size, 2)``, rows along y."""
    axis = np.linspace(0.0, 1.0, size)
    return np.stack(np.meshgrid(axis, axis), axis=-1)


def ring(count: int, turn: float = 0.0) -> Array:
    """``count`` unit vectors, evenly around the circle from ``turn`` (radians) on, shape ``(count, 2)``."""
    angles = turn + 2.0 * np.pi * np.arange(count) / count
    return np.stack([np.cos(angles), np.sin(angles)], axis=-1)
