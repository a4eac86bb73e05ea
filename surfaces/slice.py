"""A plane cut out of a surface with more than two parameters, for everything that is drawn in two dimensions."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

import numpy as np

from surfaces.build import build_surface
from surfaces.catalogue import surface_row

if TYPE_CHECKING:
    from surfaces.surface import Array, Bounds, CriticalPoint, Surface, SurfaceSpec

Axes = tuple[int, int]
"""Which parameter is shown to the right, which upwards."""


@dataclass(frozen=True, eq=False)
class Slice:
    """Two parameters of a surface, the others held: g(u, v) = f(…, u, …, v, …).

    Its derivatives are exactly those of the full surface along the two axes.

    Parameters
    ----------
    surface
        The full surface, of dim parameters.
    axes
        Two different parameters, from 0 to dim − 1.
    anchor
        The point with dim coordinates that lies in the plane.
    """

    surface: Surface
    axes: Axes
    anchor: tuple[float, ...]

    @property
    def dim(self) -> int:
        """Two."""
        return 2

    @property
    def bounds(self) -> Bounds:
        """Those of the full surface, whichever axes are shown."""
        return self.surface.bounds

    @cached_property
    def minima(self) -> tuple[CriticalPoint, ...]:
        """The full surface's minima that lie in the plane."""
        return self._in_plane(self.surface.minima)

    @cached_property
    def saddles(self) -> tuple[CriticalPoint, ...]:
        """The full surface's saddles that lie in the plane."""
        return self._in_plane(self.surface.saddles)

    @cached_property
    def maxima(self) -> tuple[CriticalPoint, ...]:
        """The full surface's maxima that lie in the plane."""
        return self._in_plane(self.surface.maxima)

    def value(self, params: Array) -> Array:
        """Losses of shape ``(...)`` for params of shape ``(..., 2)``."""
        return self.surface.value(self.lifted(params))

    def gradient(self, params: Array) -> Array:
        """Gradients along the two axes, shape ``(..., 2)``."""
        return self.surface.gradient(self.lifted(params))[..., list(self.axes)]

    def hessian(self, params: Array) -> Array:
        """Hessians along the two axes, shape ``(..., 2, 2)``."""
        axes = list(self.axes)
        return self.surface.hessian(self.lifted(params))[..., axes, :][..., axes]

    def value_and_gradient_at(self, point: tuple[float, ...]) -> tuple[float, tuple[float, ...]]:
        """Loss and gradient along the two axes of one point, on Python floats."""
        lifted = list(self.anchor)
        for axis, coordinate in zip(self.axes, point, strict=True):
            lifted[axis] = coordinate
        loss, gradient = self.surface.value_and_gradient_at(tuple(lifted))
        return loss, tuple(gradient[axis] for axis in self.axes)

    def lifted(self, params: Array) -> Array:
        """Points of the full space, shape ``(..., dim)``, for params of shape ``(..., 2)``."""
        params = np.asarray(params, dtype=np.float64)
        full = np.empty((*params.shape[:-1], len(self.anchor)))
        full[...] = self.anchor
        full[..., list(self.axes)] = params
        return full

    def _in_plane(self, points: tuple[CriticalPoint, ...]) -> tuple[CriticalPoint, ...]:
        held = [axis for axis in range(len(self.anchor)) if axis not in self.axes]
        lying = (point for point in points if all(abs(point.params[a] - self.anchor[a]) <= 1e-9 for a in held))
        return tuple(replace(point, params=tuple(point.params[axis] for axis in self.axes)) for point in lying)


def valid_axes(axes: Axes, dim: int) -> Axes:
    """The axes where a surface has them, and the first two otherwise."""
    return axes if dim > 2 and max(axes) < dim else (0, 1)


def shown_slice(spec: SurfaceSpec, axes: Axes) -> Surface:
    """What is drawn of a surface: itself if it has two parameters, else the plane of two axes.

    The plane goes through the lowest declared minimum, or the row's start where none is declared; equal
    arguments give the same object.

    Raises
    ------
    SurfaceError, FormulaError
        As :func:`surfaces.build.build_surface`.
    """
    surface = build_surface(spec)
    return surface if surface.dim == 2 else _cut(spec, valid_axes(axes, surface.dim))


@lru_cache(maxsize=64)
def _cut(spec: SurfaceSpec, axes: Axes) -> Slice:
    """One object for one cut: only these are kept here, whole surfaces are kept where they are built."""
    surface = build_surface(spec)
    anchor = surface.minima[0].params if surface.minima else surface_row(spec.name).start_in(surface.dim)
    return Slice(surface, axes, anchor)
