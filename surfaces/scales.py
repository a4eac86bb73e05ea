"""How large loss, gradient and curvature are on a surface: the yardsticks of every event."""

from __future__ import annotations

import math
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Protocol, runtime_checkable

import numpy as np

if TYPE_CHECKING:
    from surfaces.surface import Array, Surface

GRID = 81
SAMPLES = 2000
"""Points of a surface with more than two parameters, where a grid would be too large."""
MOST_SAMPLES = 256
"""Samples of a surface made of data that are asked; thousands of them say the same."""
SMALLEST_SHARE = 1e-3
TINY = 1e-12


@runtime_checkable
class HasSamples(Protocol):
    """A surface made of data that can be thinned."""

    def thinned(self, most: int) -> Surface:
        """The same surface over at most ``most`` of its samples."""


class Scales:
    """Four positive numbers typical of a surface within its bounds, each worked out when it is first asked for.

    ``loss_range`` is the 95 % quantile minus the least loss, ``gradient_scale`` the median gradient norm,
    ``curvature_scale`` the median of the largest absolute Hessian eigenvalue, ``diagonal`` that of the
    bounds.
    """

    def __init__(self, surface: Surface) -> None:
        self._surface = surface.thinned(MOST_SAMPLES) if isinstance(surface, HasSamples) else surface
        self._low, self._high = box(surface)

    @cached_property
    def diagonal(self) -> float:
        """D, the length of the bounds' diagonal."""
        return math.dist(self._low, self._high)

    @cached_property
    def loss_range(self) -> float:
        """F, how far losses lie apart."""
        loss = _finite(self._surface.value(self._params))
        return max(_quantile(loss, 0.95) - float(loss.min()), TINY)

    @cached_property
    def gradient_scale(self) -> float:
        """A gradient's usual length."""
        norms = _finite(np.linalg.norm(self._surface.gradient(self._params), axis=-1))
        return max(_median(norms), SMALLEST_SHARE * self.loss_range / self.diagonal)

    @cached_property
    def curvature_scale(self) -> float:
        """A curvature's usual size."""
        curvatures = _finite(_largest_curvature(self._surface.hessian(self._params)))
        return max(_median(curvatures), SMALLEST_SHARE * self.loss_range / self.diagonal**2)

    @property
    def _params(self) -> Array:
        return _grid(self._low, self._high) if self._surface.dim == 2 else _samples(self._low, self._high)


@lru_cache(maxsize=64)
def surface_scales(surface: Surface) -> Scales:
    """Scales of a surface from an 81×81 grid over its bounds; points that are not finite are left out.

    Of a surface made of data at most 256 samples are asked. With more than two parameters the scales are taken from
    2000 points of its box, always the same.

    The gradient scale is at least 1e-3 F/D and the curvature scale at least 1e-3 F/D², with F the loss range
    and D the diagonal, so that flat ground does not make everything look steep.
    """
    return Scales(surface)


def box(surface: Surface) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Lowest and highest value of every parameter: the bounds of x and y by turns."""
    x0, x1, y0, y1 = surface.bounds
    turns = [(x0, x1), (y0, y1)]
    edges = [turns[axis % 2] for axis in range(surface.dim)]
    return tuple(low for low, _ in edges), tuple(high for _, high in edges)


def _grid(low: tuple[float, ...], high: tuple[float, ...]) -> Array:
    x, y = np.meshgrid(*(np.linspace(first, last, GRID) for first, last in zip(low, high, strict=True)))
    return np.stack([x, y], axis=-1)


def _samples(low: tuple[float, ...], high: tuple[float, ...]) -> Array:
    return np.random.default_rng(0).uniform(low, high, (SAMPLES, len(low)))


def _largest_curvature(hessians: Array) -> Array:
    """Largest absolute eigenvalue of symmetric matrices; of 2×2 ones |mean| + radius of Mohr's circle."""
    if hessians.shape[-1] > 2:
        finite = np.isfinite(hessians).all(axis=(-2, -1))
        return np.asarray(np.abs(np.linalg.eigvalsh(hessians[finite])).max(axis=-1))
    a, b, c = hessians[..., 0, 0], hessians[..., 0, 1], hessians[..., 1, 1]
    with np.errstate(all="ignore"):
        largest: Array = np.abs(a + c) / 2.0 + np.hypot((a - c) / 2.0, b)
    return largest


def _quantile(values: Array, share: float) -> float:
    """What NumPy's ``quantile`` gives; that one imports masked arrays when it is first called, some ms of a start."""
    place = share * (values.size - 1)
    low = math.floor(place)
    high, part = min(low + 1, values.size - 1), place - low
    ordered = np.partition(values, (low, high))
    below, above = float(ordered[low]), float(ordered[high])
    # From the nearer end, as there.
    return below + (above - below) * part if part < 0.5 else above - (above - below) * (1.0 - part)


def _median(values: Array) -> float:
    """What NumPy's ``median`` gives, likewise."""
    low, high = (values.size - 1) // 2, values.size // 2
    ordered = np.partition(values, (low, high))
    return float(ordered[low] if low == high else (ordered[low] + ordered[high]) / 2.0)


def _finite(values: Array) -> Array:
    kept = values[np.isfinite(values)]
    return kept if kept.size else np.zeros(1)
