"""The oracle: the only way from an optimizer to the surface, and the one that counts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from surfaces import Array, Surface


@dataclass
class Evaluations:
    """How often an optimizer asked, in full passes over the data (one each on an analytic surface)."""

    values: float = 0.0
    gradients: float = 0.0
    hessians: float = 0.0


class Oracle:
    """Gives loss, gradient and Hessian of a surface and counts each evaluation.

    All lanes of one call count as one evaluation: a lane is a run of its own.
    """

    def __init__(self, surface: Surface) -> None:
        self._surface = surface
        self.evaluations = Evaluations()

    def value(self, params: Array) -> Array:
        """Return the loss, shape (...), at params of shape (..., dim)."""
        self.evaluations.values += 1
        return self._surface.value(params)

    def gradient(self, params: Array) -> Array:
        """Return the gradient, shape (..., dim)."""
        self.evaluations.gradients += 1
        return self._surface.gradient(params)

    def hessian(self, params: Array) -> Array:
        """Return the Hessian, shape (..., dim, dim)."""
        self.evaluations.hessians += 1
        return self._surface.hessian(params)
