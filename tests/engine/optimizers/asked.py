"""An oracle that remembers where it was asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.oracle import Oracle

if TYPE_CHECKING:
    from surfaces import Array, Surface


class Spy(Oracle):
    """Keeps the points at which gradients and Hessians were asked for."""

    def __init__(self, surface: Surface) -> None:
        super().__init__(surface)
        self.slopes_at: list[Array] = []
        self.hessians_at: list[Array] = []

    def gradient(self, params: Array) -> Array:
        """Return the gradient and keep the point."""
        self.slopes_at.append(params)
        return super().gradient(params)

    def hessian(self, params: Array) -> Array:
        """Return the Hessian and keep the point."""
        self.hessians_at.append(params)
        return super().hessian(params)
