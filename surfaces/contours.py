"""Contour levels and lines of a surface, and the shades between them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol, cast, runtime_checkable

import numpy as np
import numpy.typing as npt

from surfaces.surface import Array, Bounds, Surface, SurfaceError

SPACINGS = ("log", "linear", "quantile")
NOT_FINITE = 255
"""Shade of points that have no finite loss; the others have 0 to 254."""

_BOTTOM_SHARE = 0.002
_LARGEST_RATIO = 1e6
_LEAST_SPAN = 1e-300
"""Ground that differs by less is flat: parts of it would be zero."""


@runtime_checkable
class HasGrid(Protocol):
    """A surface that knows a faster way to fill a grid."""

    def value_on_grid(self, x: Array, y: Array) -> Array:
        """Losses of shape ``(y.size, x.size)``."""


@runtime_checkable
class HasKinks(Protocol):
    """A surface whose derivative jumps in places."""

    def kinks_on_grid(self, x: Array, y: Array) -> Array:
        """Switching expressions of shape ``(k, y.size, x.size)``: the derivative jumps where one is zero."""


@dataclass(frozen=True, eq=False)
class Contours:
    """Contour lines of a surface over a rectangle; the arrays are read-only.

    Parameters
    ----------
    bounds
        The rectangle x0, x1, y0, y1.
    values
        Losses of shape ``(ny, nx)``; rows go up with y.
    levels
        Strictly increasing losses of the lines; empty on flat ground.
    lines
        Points of shape ``(n, 2)`` with a NaN row between pieces.
    spacing
        ``"log"``, ``"linear"`` or ``"quantile"``.
    kinks
        Lines along which the derivative jumps, in the same form as ``lines``.
    """

    bounds: Bounds
    values: Array
    levels: tuple[float, ...]
    lines: Array
    spacing: str
    kinks: Array


@lru_cache(maxsize=16)
def contours(
    surface: Surface,
    bounds: Bounds,
    size: tuple[int, int] = (300, 300),
    count: int = 20,
    spacing: str = "log",
) -> Contours:
    """Contours of a surface on a grid of ``size`` = (nx, ny) points; the latest 16 are remembered.

    Raises
    ------
    SurfaceError
        For a spacing that does not exist.
    """
    x = np.linspace(bounds[0], bounds[1], size[0])
    y = np.linspace(bounds[2], bounds[3], size[1])
    values = grid_values(surface, x, y)
    levels = np.unique(edges(values, spacing, count + 1)[1:-1])
    lines = level_lines(x, y, values, levels)
    kinks = _kinks(surface, x, y)
    for array in (values, lines, kinks):
        array.setflags(write=False)
    return Contours(bounds, values, tuple(levels.tolist()), lines, spacing, kinks)


def grid_values(surface: Surface, x: Array, y: Array) -> Array:
    """Losses of shape ``(y.size, x.size)`` on the grid of two axes."""
    if isinstance(surface, HasGrid):
        return surface.value_on_grid(x, y)
    return surface.value(np.stack(np.meshgrid(x, y), axis=-1))


def shade(values: Array, spacing: str, among: Array | None = None) -> npt.NDArray[np.uint8]:
    """Index into a colour map of 256 for each loss, spaced like the levels.

    Finite losses get 0 (lowest) to 254 (highest) of all those they are ``among`` (their own, if None), others 255.
    """
    parts = edges(values if among is None else among, spacing, NOT_FINITE)
    finite = np.isfinite(values)
    shades = np.searchsorted(parts[1:-1], values, side="right") if parts.size else np.zeros(values.shape)
    return np.where(finite, shades, NOT_FINITE).astype(np.uint8)


def edges(values: Array, spacing: str, parts: int) -> Array:
    """``parts + 1`` losses from the lowest to the highest that divide them evenly in the given spacing.

    - linear: equal differences;
    - quantile: equal shares of the area;
    - log: geometric in (loss − lowest), starting where the lowest 0.2 % of the area ends, so that bottoms are
      resolved, but never below a millionth of the range.

    Empty when there are no two different finite losses.
    """
    if spacing not in SPACINGS:
        raise SurfaceError(f"There is no contour spacing “{spacing}”; choose {', '.join(SPACINGS)}.")
    kept = values[np.isfinite(values)]
    if kept.size == 0:
        return np.empty(0)
    lowest, highest = float(kept.min()), float(kept.max())
    with np.errstate(over="ignore"):
        span = np.float64(highest) - np.float64(lowest)
    if not (_LEAST_SPAN < span < np.inf):
        return np.empty(0)
    if spacing == "quantile":
        return cast("Array", np.quantile(kept, np.linspace(0.0, 1.0, parts + 1)))
    if spacing == "linear":
        return np.linspace(lowest, highest, parts + 1)
    bottom = max(float(np.quantile(kept, _BOTTOM_SHARE)) - lowest, float(span) / _LARGEST_RATIO)
    return np.concatenate([[lowest], lowest + np.geomspace(bottom, span, parts)])


def level_lines(x: Array, y: Array, values: Array, levels: Array) -> Array:
    """Lines of these levels through values of shape ``(y.size, x.size)``: points with a NaN row between pieces."""
    if levels.size == 0:
        return np.empty((0, 2))
    import contourpy  # the first frame has no lines yet

    generator = contourpy.contour_generator(x, y, values, line_type="ChunkCombinedNan")
    chunks = (cast("list[Array | None]", chunk[0])[0] for chunk in generator.multi_lines(levels.tolist()))
    return _joined([points for points in chunks if points is not None])


def _kinks(surface: Surface, x: Array, y: Array) -> Array:
    """Lines on which a switching expression is zero."""
    if not isinstance(surface, HasKinks):
        return np.empty((0, 2))
    zero = np.zeros(1)
    lines = [level_lines(x, y, switch, zero) for switch in surface.kinks_on_grid(x, y)]
    return _joined([points for points in lines if len(points)])


def _joined(pieces: list[Array]) -> Array:
    """Put lines one after another, with a NaN row between them."""
    gap = np.full((1, 2), np.nan)
    parted = [part for piece in pieces for part in (piece, gap)]
    return np.concatenate(parted[:-1]) if parted else np.empty((0, 2))
