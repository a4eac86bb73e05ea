"""Where one looks from: an orthographic camera, so that parallels stay parallel and equal lengths equal."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]

LOWEST, HIGHEST = 4.0, 90.0
"""The elevation stays above the ground, in degrees."""


@dataclass(frozen=True)
class Camera:
    """A direction to look from: azimuth counter-clockwise from the x axis, elevation above the floor, in degrees."""

    azimuth: float = -60.0
    elevation: float = 35.0

    def turned(self, azimuth: float, elevation: float) -> Camera:
        """Return the camera moved by so many degrees."""
        around = (self.azimuth + azimuth + 180.0) % 360.0 - 180.0
        return Camera(around, min(max(self.elevation + elevation, LOWEST), HIGHEST))

    @cached_property
    def right(self) -> tuple[float, float]:
        """What is to the right on the picture, in the plane of the floor."""
        turn = math.radians(self.azimuth)
        return -math.sin(turn), math.cos(turn)

    @cached_property
    def away(self) -> tuple[float, float]:
        """What is farther away, in the plane of the floor."""
        turn = math.radians(self.azimuth)
        return -math.cos(turn), -math.sin(turn)

    @cached_property
    def tilt(self) -> tuple[float, float]:
        """How far up on the picture one gets by going away, and by going up."""
        tilt = math.radians(self.elevation)
        return math.sin(tilt), math.cos(tilt)

    def project(self, world: Array) -> Array:
        """Return u (right), v (up) and w (how far away along the floor) of points (n, 3)."""
        return np.asarray(world @ self._matrix)

    @cached_property
    def _matrix(self) -> Array:
        (rx, ry), (ax, ay), (lift, rise) = self.right, self.away, self.tilt
        return np.array([[rx, lift * ax, ax], [ry, lift * ay, ay], [0.0, rise, 0.0]])
