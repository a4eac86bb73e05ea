"""From a grid of heights, read from a file or seen in a picture, to the height map of a surface."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

import numpy as np

from engine.files import read_text
from engine.height_grid import MOST_BYTES, HeightGrid, Progress, parse_grid, unwatched
from surfaces import SurfaceError, SurfaceSpec
from surfaces.heights import height_map

if TYPE_CHECKING:
    from pathlib import Path

    from surfaces import Bounds, Surface
    from surfaces.surface import Array

SIDES = (32, 64, 128)
"""Points along the longer side that a map can be reduced to."""
MOST_SMOOTHING = 10.0
_INSET, _PLACES = 0.12, 8
"""Starts are looked for on a grid of so many places a side, this share of the sides away from the edges."""
_WALK, _STRIDE = 100, 0.01
"""Steps of the way down from a place, and their length as a share of the sides."""


@dataclass(frozen=True)
class ImportOptions:
    """What is made of a grid.

    Parameters
    ----------
    side
        Points along the longer side; larger grids are averaged down to it.
    smoothing
        Standard deviation of the Gaussian blur, in points of the reduced grid.
    invert
        Whether high becomes low.
    low, high
        Heights of the lowest and the highest point; ``None`` keeps the file's own.
    """

    side: int = SIDES[-1]
    smoothing: float = 0.0
    invert: bool = False
    low: float | None = None
    high: float | None = None


def read_grid(path: Path, progress: Progress = unwatched) -> HeightGrid:
    """The grid in a CSV file.

    Raises
    ------
    FileError
        When the file cannot be read, is no text or too large.
    SurfaceError
        When it is not a grid of numbers.
    """
    return parse_grid(read_text(path, most=MOST_BYTES), progress)


def imported(grid: HeightGrid, options: ImportOptions, title: str) -> SurfaceSpec:
    """The surface over a grid: averaged down, blurred, turned over and scaled, in this order.

    Averages stand for the middle of what they cover, so the extent shrinks by half a cell's growth on each side.

    Raises
    ------
    SurfaceError
        For a range that is none, or a grid that cannot be a height map (flat, not finite).
    """
    rows, columns = grid.values.shape
    if not np.all(np.isfinite(grid.values)):
        raise SurfaceError("The heights of a map must all be finite numbers.")
    share = min(1.0, options.side / max(rows, columns))
    size = (max(2, round(rows * share)), max(2, round(columns * share)))
    values = averaged(averaged(grid.values, size[0]).T, size[1]).T
    values = blurred(blurred(values, options.smoothing).T, options.smoothing).T
    values = _scaled(values, options)
    return SurfaceSpec(heights=height_map(values, title, _inner_extent(grid, size)))


def averaged(values: Array, count: int) -> Array:
    """Means over ``count`` equal stretches of the first axis; points cut by an edge count by their share."""
    if count >= len(values):
        return values
    offset = values.mean()  # sums of differences lose fewer digits
    sums = np.concatenate([np.zeros((1, *values.shape[1:])), np.cumsum(values - offset, axis=0)])
    edges = np.linspace(0.0, len(values), count + 1)
    below = np.minimum(edges.astype(np.intp), len(values) - 1)
    into = (edges - below)[:, np.newaxis]
    at_edges = sums[below] * (1.0 - into) + sums[below + 1] * into
    return cast("Array", np.diff(at_edges, axis=0) * (count / len(values)) + offset)


def blurred(values: Array, deviation: float) -> Array:
    """Gaussian blur along the first axis, cut off at three standard deviations; the ends are mirrored."""
    if deviation <= 0.0:
        return values
    reach = int(np.ceil(3.0 * min(deviation, MOST_SMOOTHING)))
    offsets = np.arange(-reach, reach + 1)
    weights = np.exp(-0.5 * (offsets / deviation) ** 2)
    wide = np.pad(values, ((reach, reach), (0, 0)), mode="symmetric")
    count = len(values)
    total = sum(weight * wide[k : k + count] for k, weight in enumerate(weights))
    return cast("Array", total / weights.sum())


def suggested_start(surface: Surface) -> tuple[float, float]:
    """A place in view from which the way down is long and stays in view.

    From a grid of places, each goes against the gradient in steps of equal length; of those that never leave the
    bounds the one that has come down furthest is taken, and the highest place where all of them leave.
    """
    x0, x1, y0, y1 = surface.bounds
    size: Array = np.array([x1 - x0, y1 - y0])
    shares = np.linspace(_INSET, 1.0 - _INSET, _PLACES)
    starts = np.array([x0, y0]) + np.stack(np.meshgrid(shares, shares), axis=-1).reshape(-1, 2) * size
    places, stays, first = starts, np.ones(len(starts), dtype=bool), surface.value(starts)
    for _ in range(_WALK):
        slope = surface.gradient(places) * size
        norm = np.maximum(np.linalg.norm(slope, axis=-1, keepdims=True), 1e-300)
        places = places - _STRIDE * size * slope / norm
        stays &= np.all((places > [x0, y0]) & (places < [x1, y1]), axis=-1)
    gained = np.where(stays, first - surface.value(places), -np.inf) if stays.any() else first
    x, y = starts[int(np.argmax(gained))].tolist()
    return (float(f"{x:.3g}"), float(f"{y:.3g}"))


def _scaled(values: Array, options: ImportOptions) -> Array:
    lowest, highest = float(values.min()), float(values.max())
    if lowest == highest:
        raise SurfaceError("The height map is flat: all its heights are the same.")
    low = lowest if options.low is None else options.low
    high = highest if options.high is None else options.high
    if not low < high:
        raise SurfaceError("The lowest height must be below the highest.")
    shares = (values - lowest) / (highest - lowest)
    return low + (high - low) * (1.0 - shares if options.invert else shares)


def _inner_extent(grid: HeightGrid, size: tuple[int, int]) -> Bounds | None:
    if grid.extent is None:
        return None
    x0, x1, y0, y1 = grid.extent
    rows, columns = grid.values.shape
    dx = (x1 - x0) / (columns - 1) * (columns / size[1] - 1.0) / 2.0
    dy = (y1 - y0) / (rows - 1) * (rows / size[0] - 1.0) / 2.0
    return (x0 + dx, x1 - dx, y0 + dy, y1 - dy)
