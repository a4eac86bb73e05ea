"""A surface over an imported height map: the bicubic spline through its points."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

import numpy as np

from surfaces.spline import BicubicSpline, interpolating_spline
from surfaces.surface import Bounds, CriticalPoint, HeightMap, SurfaceError, SurfaceSpec

if TYPE_CHECKING:
    from surfaces.surface import Array

FEWEST, MOST = 2, 512
"""Points along a side of a height map."""
LARGEST_HEIGHT = 1e100
"""Beyond this, differences of heights and their squares would overflow."""
REACH = 5.0
"""Without an extent of its own, the longer side of a map reaches from −5 to 5."""


def height_map(values: Array, title: str, extent: Bounds | None = None) -> HeightMap:
    """A height map of ``values``, shape ``(rows, columns)``, the first row at the lowest y.

    Raises
    ------
    SurfaceError
        Unless it has 2 to 512 points a side, all finite and within ±1e100, and not all the same, and an extent
        within ±1e100 that has a width and a height.
    """
    values = np.asarray(values, dtype=np.float64)
    if values.ndim != 2:
        raise SurfaceError("A height map is a table of numbers with rows and columns.")
    rows, columns = values.shape
    made = HeightMap(title, columns, rows, values.astype("<f8").tobytes(), extent)
    heights_of(made)
    return made


def heights_of(heights: HeightMap) -> Array:
    """The numbers of a height map, shape ``(rows, columns)``, read-only; raises SurfaceError as `height_map` does."""
    rows, columns = heights.rows, heights.columns
    if not (FEWEST <= rows <= MOST and FEWEST <= columns <= MOST):
        raise SurfaceError(f"A height map has {FEWEST} to {MOST} points a side; this one has {columns} × {rows}.")
    if len(heights.data) != 8 * rows * columns:
        raise SurfaceError(f"The height map should hold {columns} × {rows} numbers, and does not.")
    values = np.frombuffer(heights.data, dtype="<f8").astype(np.float64).reshape(rows, columns)
    if not np.all(np.abs(values) <= LARGEST_HEIGHT):
        raise SurfaceError("The heights of a map must all be finite numbers within ±1e100.")
    _check_extent(heights.extent)
    if values.min() == values.max():
        raise SurfaceError("The height map is flat: all its heights are the same.")
    values.setflags(write=False)
    return values


def _check_extent(extent: Bounds | None) -> None:
    if extent is None:
        return
    x0, x1, y0, y1 = extent
    if not (all(abs(edge) <= LARGEST_HEIGHT for edge in extent) and x0 < x1 and y0 < y1):
        raise SurfaceError(f"A height map cannot lie from {x0} to {x1} and from {y0} to {y1}.")


def natural_extent(columns: int, rows: int) -> Bounds:
    """Square cells around the origin, the longer side from −5 to 5."""
    longest = max(columns, rows) - 1
    across, up = REACH * (columns - 1) / longest, REACH * (rows - 1) / longest
    return (-across, across, -up, up)


@dataclass(frozen=True, eq=False)
class HeightSurface:
    """The bicubic spline through the heights of a map that is laid over its extent.

    Derivatives are those of the spline, exactly; it has continuous second ones. Beyond the extent value and slope
    of the border are continued (see :class:`surfaces.spline.BicubicSpline`), so that runs may leave the map. Facts
    are not declared: :mod:`surfaces.reading` finds the critical points.

    Parameters
    ----------
    spec
        The plain data it is built from; ``spec.heights`` is there.

    Raises
    ------
    SurfaceError
        For a map that `height_map` would refuse, and for parameters, which a map has none of.
    """

    spec: SurfaceSpec
    minima: tuple[CriticalPoint, ...] = ()
    saddles: tuple[CriticalPoint, ...] = ()
    maxima: tuple[CriticalPoint, ...] = ()

    def __post_init__(self) -> None:
        if self.spec.parameters or self.spec.dim != 2:
            raise SurfaceError("A height map is a surface over x and y and has no parameters.")
        _ = self.spline

    @property
    def dim(self) -> int:
        """Number of parameters of the loss."""
        return 2

    @cached_property
    def heights(self) -> HeightMap:
        """The map."""
        if self.spec.heights is None:
            raise SurfaceError("This surface has no height map.")
        return self.spec.heights

    @cached_property
    def spline(self) -> BicubicSpline:
        """The spline in grid units, shared by all surfaces over the same map."""
        return _spline_of(self.heights)

    @cached_property
    def bounds(self) -> Bounds:
        """The part of the plane worth showing: the whole map unless the spec says otherwise."""
        return self.spec.bounds or self._extent

    def value(self, params: Array) -> Array:
        """Losses of shape ``(...)``."""
        return self.spline.value(self._to_grid(params))

    def gradient(self, params: Array) -> Array:
        """Gradients of shape ``(..., 2)``."""
        scale: Array = np.array(self._scale)
        with np.errstate(over="ignore", invalid="ignore"):
            return self.spline.gradient(self._to_grid(params)) * scale

    def hessian(self, params: Array) -> Array:
        """Hessians of shape ``(..., 2, 2)``, symmetric."""
        scale: Array = np.array(self._scale)
        with np.errstate(over="ignore", invalid="ignore"):
            return self.spline.hessian(self._to_grid(params)) * (scale[:, np.newaxis] * scale)

    def value_on_grid(self, x: Array, y: Array) -> Array:
        """Losses of shape ``(y.size, x.size)`` on the grid of two axes, faster than on the full mesh."""
        x0, y0, across, up = self._frame
        with np.errstate(over="ignore"):
            return self.spline.value_on_grid((x - x0) * across, (y - y0) * up)

    def value_and_gradient_at(self, point: tuple[float, ...]) -> tuple[float, tuple[float, ...]]:
        """Loss and gradient of one point on Python floats; the same bits as those of lanes."""
        x, y = point
        x0, y0, across, up = self._frame
        loss, (along_u, along_v) = self.spline.value_and_gradient_at((x - x0) * across, (y - y0) * up)
        return loss, (along_u * across, along_v * up)

    def _to_grid(self, params: Array) -> Array:
        x0, y0, across, up = self._frame
        corner: Array = np.array([x0, y0])
        scale: Array = np.array([across, up])
        with np.errstate(over="ignore"):
            return (params - corner) * scale

    @cached_property
    def _extent(self) -> Bounds:
        return self.heights.extent or natural_extent(self.heights.columns, self.heights.rows)

    @cached_property
    def _frame(self) -> tuple[float, float, float, float]:
        """The map's corner, and grid cells per unit along x and y."""
        return (self._extent[0], self._extent[2], *self._scale)

    @cached_property
    def _scale(self) -> tuple[float, float]:
        x0, x1, y0, y1 = self._extent
        return (self.heights.columns - 1) / (x1 - x0), (self.heights.rows - 1) / (y1 - y0)


@lru_cache(maxsize=8)
def _spline_of(heights: HeightMap) -> BicubicSpline:
    return interpolating_spline(heights_of(heights))
