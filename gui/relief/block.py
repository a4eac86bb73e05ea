"""The landscape: a rectangle of the plane with its losses, as a block of a fixed size in world units."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar, cast

import numpy as np
import numpy.typing as npt

from gui.relief.scale import HeightScale

if TYPE_CHECKING:
    from gui.relief.camera import Array
    from surfaces.contours import Contours
    from surfaces.surface import Bounds

Single = npt.NDArray[np.float32]
Floats = TypeVar("Floats", npt.NDArray[np.float32], npt.NDArray[np.float64])

GROUND, RANGE = 0.34, 0.78
"""How far above the floor the lowest loss lies, and how far above it the highest."""
MOST_STRETCH = 1.5
"""The longer side of the floor is at most so many times the shorter one."""
LEAST_SIDE = 32
"""The grid has at least so many points each way."""
_LEAST_SHARE = 1e-6
_TONES = 4096


@dataclass(frozen=True, eq=False)
class Block:
    """The part `region` of a surface; the floor spans ±half in x and y, centred at the origin."""

    region: Bounds
    values: Array
    """Losses (ny, nx) on a grid over exactly the region; rows go up with y."""
    scale: HeightScale
    """What losses are as heights …"""
    map_scale: HeightScale
    """… and as colours: those of the contour map, which sees a little more."""
    levels: tuple[float, ...] = ()

    @classmethod
    def of(cls, contours: Contours, region: Bounds) -> Block:
        """The block that shows the part of a contour map in view: its losses, its levels, its colours."""
        low, high = np.array(contours.bounds[::2]), np.array(contours.bounds[1::2])
        first = np.clip(region[::2], low, high)
        last = np.clip(region[1::2], first + _LEAST_SHARE * (high - low), None)
        points = np.array(contours.values.shape[::-1]) - 1
        begin, end = (first - low) / (high - low) * points, (last - low) / (high - low) * points
        across, up = (
            np.clip(np.linspace(begin[i], end[i], max(round(end[i] - begin[i]) + 1, LEAST_SIDE)), 0, points[i])
            for i in (0, 1)
        )
        values = bilinear(contours.values, *np.meshgrid(across, up))
        scale, map_scale = (HeightScale.of(losses, contours.spacing) for losses in (values, contours.values))
        shown = (float(first[0]), float(last[0]), float(first[1]), float(last[1]))
        return cls(shown, values, scale, map_scale, contours.levels)

    @cached_property
    def half(self) -> tuple[float, float]:
        """Half the floor's sides in world units; its area is always 4."""
        x0, x1, y0, y1 = self.region
        stretch = min(max((x1 - x0) / (y1 - y0), 1 / MOST_STRETCH), MOST_STRETCH)
        return math.sqrt(stretch), 1 / math.sqrt(stretch)

    @cached_property
    def heights(self) -> Array:
        """World heights (ny, nx) of the grid; NaN where the loss is not finite."""
        return self.height_of(self.values)

    @cached_property
    def tones(self) -> Array:
        """Places in the colour map of the grid's points."""
        return self.map_scale.tones(self.values)

    @cached_property
    def heights32(self) -> Single:
        """The heights in single precision: a picture has no use for more."""
        return self.heights.astype(np.float32)

    @cached_property
    def tones32(self) -> Single:
        """The tones in single precision."""
        return self.tones.astype(np.float32)

    @cached_property
    def normals(self) -> Single:
        """Unit normals (ny, nx, 3) of the landscape."""
        rows, columns = self.values.shape
        slope_y, slope_x = np.gradient(self.heights, 2 * self.half[1] / (rows - 1), 2 * self.half[0] / (columns - 1))
        normals = np.stack([-slope_x, -slope_y, np.ones_like(slope_x)], axis=-1)
        return np.asarray(normals / np.linalg.norm(normals, axis=-1, keepdims=True), dtype=np.float32)

    @cached_property
    def level_counts(self) -> npt.NDArray[np.int16]:
        """How many contour levels lie below each of many even tones."""
        tones = np.linspace(0.0, 1.0, _TONES)
        return np.searchsorted(self.map_scale.tones(np.array(self.levels)), tones).astype(np.int16)

    def floor(self, points: Array) -> Array:
        """World x and y of points (n, 2) of the plane; those far outside may overflow to infinity."""
        x0, x1, y0, y1 = self.region
        low, size = np.array([x0, y0]), np.array([x1 - x0, y1 - y0])
        with np.errstate(over="ignore", invalid="ignore"):
            return np.asarray((2 * (points - low) / size - 1) * self.half)

    def holds(self, floor: Array) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
        """Whether each of the world places (n, 2) lies on the floor."""
        return np.asarray((np.abs(floor) <= np.multiply(self.half, 1 + 1e-9)).all(axis=-1))

    def height_at(self, floor: Array) -> Array:
        """Height of the drawn landscape above world places (n, 2): bilinear; NaN outside and beside holes."""
        rows, columns = self.values.shape
        inside = self.holds(floor)
        safe = np.where(inside[:, None], floor, 0.0)
        across = np.clip((safe[:, 0] / self.half[0] + 1) / 2 * (columns - 1), 0, columns - 1)
        up = np.clip((safe[:, 1] / self.half[1] + 1) / 2 * (rows - 1), 0, rows - 1)
        return np.where(inside, bilinear(self.heights, across, up), np.nan)

    def height_of(self, losses: Array) -> Array:
        """World heights of losses."""
        return GROUND + RANGE * self.scale.heights(losses)

    def standing(self, points: Array, losses: Array) -> Array:
        """World places (n, 3) of points of the plane with these losses: never below the drawn landscape."""
        floor = self.floor(points)
        ground = self.height_at(floor)
        height = np.where(np.isnan(ground), np.nan, np.fmax(ground, self.height_of(losses)))
        return np.concatenate([floor, height[:, None]], axis=1)


def bilinear(grid: Floats, across: Floats, up: Floats) -> Floats:
    """Values between the points of a grid, at columns and rows that need not be whole."""
    rows, columns = grid.shape
    left, below = np.minimum(across.astype(np.intp), columns - 2), np.minimum(up.astype(np.intp), rows - 2)
    at, flat = below * columns + left, grid.ravel()
    part, share = (across - left).astype(grid.dtype), (up - below).astype(grid.dtype)
    with np.errstate(invalid="ignore"):  # beside a hole
        low = flat[at] + part * (flat[at + 1] - flat[at])
        high = flat[at + columns] + part * (flat[at + columns + 1] - flat[at + columns])
        return cast("Floats", low + share * (high - low))
