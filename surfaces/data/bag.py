"""A bag of samples over any surface: each sample tilts it, and the tilts cancel."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from surfaces.surface import SurfaceError

if TYPE_CHECKING:
    from surfaces.surface import Array, BagSpec, Bounds, CriticalPoint, Indices, Surface

MOST_SAMPLES = 100_000
LARGEST_TILT = 1e6


class BagSurface:
    """The base surface itself, as the mean of samples fᵢ(p) = f(p) + cᵢ·p whose tilts cᵢ sum to zero.

    The cᵢ are normal with standard deviation ``tilt``, drawn from ``default_rng(seed)`` and centred. So the noise of
    a batch of B is about tilt/√B in each direction everywhere, and nothing about the surface changes.

    Parameters
    ----------
    base
        Any surface; value, derivatives and facts are its own.
    bag
        How many samples, how tilted, from which seed.

    Raises
    ------
    SurfaceError
        For fewer than 2 or more than 100,000 samples, or a tilt that is not a number from 0 to 1e6.
    """

    def __init__(self, base: Surface, bag: BagSpec) -> None:
        if not 2 <= bag.samples <= MOST_SAMPLES:
            raise SurfaceError(f"A bag holds from 2 to {MOST_SAMPLES} samples, not {bag.samples}.")
        if not 0.0 <= bag.tilt <= LARGEST_TILT:
            raise SurfaceError(f"The tilt of a bag is a number from 0 to 1e6, not {bag.tilt}.")
        if bag.seed < 0:
            raise SurfaceError(f"The seed of a bag is a whole number from 0 up, not {bag.seed}.")
        self.base = base
        self.bag = bag
        drawn = bag.tilt * np.random.default_rng(bag.seed).normal(size=(bag.samples, base.dim))
        self._tilts: Array = drawn - drawn.mean(axis=0)

    def __getattr__(self, name: str) -> Any:
        """Everything else is the base's own: its facts, its formula, its grid."""
        if name == "base":
            raise AttributeError(name)
        return getattr(self.base, name)

    @property
    def dim(self) -> int:
        """Number of parameters."""
        return self.base.dim

    @property
    def bounds(self) -> Bounds:
        """The part of the plane worth showing."""
        return self.base.bounds

    @property
    def minima(self) -> tuple[CriticalPoint, ...]:
        """Known minima, lowest first."""
        return self.base.minima

    @property
    def saddles(self) -> tuple[CriticalPoint, ...]:
        """Known saddles, degenerate ones included."""
        return self.base.saddles

    @property
    def maxima(self) -> tuple[CriticalPoint, ...]:
        """Known maxima."""
        return self.base.maxima

    @property
    def samples(self) -> int:
        """Number of samples N."""
        return len(self._tilts)

    def value(self, params: Array) -> Array:
        """Losses of shape ``(...)``: the base's."""
        return self.base.value(params)

    def gradient(self, params: Array) -> Array:
        """Gradients of shape ``(..., dim)``: the base's."""
        return self.base.gradient(params)

    def hessian(self, params: Array) -> Array:
        """Hessians of shape ``(..., dim, dim)``: the base's."""
        return self.base.hessian(params)

    def value_and_gradient_at(self, point: tuple[float, ...]) -> tuple[float, tuple[float, ...]]:
        """Loss and gradient of one point on Python floats: the base's."""
        return self.base.value_and_gradient_at(point)

    def sample_value(self, params: Array, indices: Indices) -> Array:
        """Mean loss over the drawn samples, f(p) + c̄·p, shape ``(...)``."""
        params = np.asarray(params, dtype=np.float64)
        values: Array = self.base.value(params) + np.sum(self._mean_tilt(indices) * params, axis=-1)
        return values

    def sample_gradient(self, params: Array, indices: Indices) -> Array:
        """Mean gradient over the drawn samples, ∇f(p) + c̄, shape ``(..., dim)``."""
        return self.base.gradient(params) + self._mean_tilt(indices)

    def sample_hessian(self, params: Array, indices: Indices) -> Array:
        """Mean Hessian over the drawn samples, the base's own, shape ``(..., dim, dim)``."""
        lanes = np.broadcast_shapes(np.shape(params)[:-1], np.shape(indices)[:-1])
        return np.broadcast_to(self.base.hessian(params), (*lanes, self.dim, self.dim)).copy()

    def sample_gradient_at(
        self, point: tuple[float, ...], indices: Indices, gradient: tuple[float, ...]
    ) -> tuple[float, ...]:
        """``gradient``, the surface's own at ``point``, plus the mean tilt of the drawn samples."""
        drawn = self._tilts[indices]
        tilt = drawn[0] if len(drawn) == 1 else np.add.reduce(drawn) / len(drawn)
        return tuple([slope + own for slope, own in zip(gradient, tilt.tolist(), strict=True)])

    def _mean_tilt(self, indices: Indices) -> Array:
        means: Array = self._tilts[np.asarray(indices)].mean(axis=-2)
        return means
