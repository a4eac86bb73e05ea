"""When a run is over: at rest in a minimum, far away, or out of the numbers. Nothing else decides it."""

from __future__ import annotations

from itertools import pairwise
from math import dist, hypot, isfinite
from typing import TYPE_CHECKING

import numpy as np

from engine.history import RunStatus
from surfaces.eigen import extreme_eigenvalues
from surfaces.scales import box, surface_scales

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    from surfaces import Array, Surface

    Truths = npt.NDArray[np.bool_]

Point = tuple[float, ...]

RESTING_STEPS = 20
"""A run has converged when its last steps, this many, were all shorter than `RESTING_LENGTH` diagonals …"""
RESTING_LENGTH = 1e-8
RESTING_GRADIENT = 1e-6
"""… the gradient is below this share of the surface's typical one, and the curvature is that of a minimum."""
FAR_AWAY = 3.0
"""A run has diverged when it is further than this many diagonals from the centre of the bounds, and than it began."""
_RUNNING = RunStatus.RUNNING


class Limits:
    """What the end of a run is measured by, in the units of its surface."""

    def __init__(self, surface: Surface) -> None:
        self._scales = surface_scales(surface)
        low, high = box(surface)
        self.centre = tuple(0.5 * (first + last) for first, last in zip(low, high, strict=True))
        self.far = FAR_AWAY * self._scales.diagonal
        self.short = RESTING_LENGTH * self._scales.diagonal

    @property
    def flat(self) -> float:
        """Gradients below this are none. Like `curved` it is for runs at rest alone: a drag waits for neither."""
        return RESTING_GRADIENT * self._scales.gradient_scale

    @property
    def curved(self) -> float:
        """Curvatures above this are some."""
        return 1e-3 * self._scales.curvature_scale

    def are_minima(self, hessians: Array) -> Truths:
        """Return which Hessians, shape (..., dim, dim), are those of a minimum, for all that can be told."""
        lowest, highest = extreme_eigenvalues(hessians)
        largest = np.maximum(np.abs(lowest), np.abs(highest))
        return np.asarray((largest > self.curved) & (lowest > -1e-5 * largest))


class Watch:
    """Looks at every new point of a run and says whether it goes on.

    A high loss alone ends nothing: a stable heavy ball may climb far above its start before it settles.
    """

    def __init__(self, surface: Surface, start: Point) -> None:
        self._surface = surface
        self._limits = limits = Limits(surface)
        self._centre, self._short = limits.centre, limits.short
        self._far = max(limits.far, dist(start, limits.centre))
        self._resting = 0

    def status(self, before: Point, after: Point, loss: float, gradient: Point) -> RunStatus:
        """Return RUNNING, or why the run ends at `after`."""
        if not isfinite(loss + sum(after) + sum(gradient)):
            return RunStatus.NON_FINITE
        if dist(after, self._centre) > self._far:
            return RunStatus.DIVERGED
        if dist(before, after) > self._short:
            self._resting = 0
            return _RUNNING
        self._resting += 1
        if self._resting >= RESTING_STEPS and self._is_minimum(after, gradient):
            return RunStatus.CONVERGED
        return _RUNNING

    def recall(self, points: Sequence[Point]) -> None:
        """Count the steps at rest that lead to the last of these points; whoever goes on from far away may be there."""
        self._far = max(self._far, dist(points[-1], self._centre))
        lengths = [dist(before, after) for before, after in pairwise(points)]
        moving = (place for place, length in enumerate(reversed(lengths)) if length > self._short)
        self._resting = next(moving, len(lengths))

    def _is_minimum(self, point: Point, gradient: Point) -> bool:
        if hypot(*gradient) > self._limits.flat:
            return False
        return bool(self._limits.are_minima(self._surface.hessian(np.array(point))))
