"""The oracle: the only way from an optimizer to the surface, and the one that counts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from surfaces import Array, Indices, SampledSurface, Surface


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


class BatchOracle(Oracle):
    """Gives what a batch of samples says; `draw` chooses the batch, and B samples of N count as B/N of a pass.

    The last axis of the indices is the batch, so all lanes of one call see B samples each.
    """

    def __init__(self, surface: SampledSurface) -> None:
        super().__init__(surface)
        self._sampled = surface
        self._samples = surface.samples
        self._spent = {"values": 0, "gradients": 0, "hessians": 0}
        self._indices: Indices

    def draw(self, indices: Indices) -> None:
        """Let the next questions be about these samples: shape (B,), or (..., B) with a draw for each lane."""
        self._indices = indices

    def value(self, params: Array) -> Array:
        """Return the batch's mean loss, shape (...)."""
        self.count("values", self._indices.shape[-1])
        return self._sampled.sample_value(params, self._indices)

    def gradient(self, params: Array) -> Array:
        """Return the batch's mean gradient, shape (..., dim)."""
        self.count("gradients", self._indices.shape[-1])
        return self._sampled.sample_gradient(params, self._indices)

    def hessian(self, params: Array) -> Array:
        """Return the batch's mean Hessian, shape (..., dim, dim)."""
        self.count("hessians", self._indices.shape[-1])
        return self._sampled.sample_hessian(params, self._indices)

    def count(self, what: str, samples: int) -> None:
        """Add an evaluation over some samples; whole samples are summed, so an epoch is exactly one pass."""
        self._spent[what] += samples
        setattr(self.evaluations, what, self._spent[what] / self._samples)
