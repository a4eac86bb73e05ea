"""Many seeds at once: every lane draws batches of its own from tilted samples (science.md, S11 and S18)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from engine.oracle import Oracle
from surfaces import SurfaceSpec, build_surface

if TYPE_CHECKING:
    from engine.optimizer import Optimizer
    from engine.schedules import Schedule
    from surfaces import Array

SAMPLES = 256


class TiltedOracle(Oracle):
    """Gives ∇f plus the mean tilt of a batch for each lane: a sample is f(θ) + c·θ with c ~ N(0, diag(tilt²))."""

    def __init__(self, spec: SurfaceSpec, tilt: tuple[float, float], batch: int, lanes: int) -> None:
        super().__init__(build_surface(spec))
        slopes = np.random.default_rng(3).normal(size=(SAMPLES, 2)) * np.array(tilt)
        self._slopes = slopes - slopes.mean(0)
        self._draws, self._shape = np.random.default_rng(1), (lanes, batch)

    def gradient(self, params: Array) -> Array:
        """Return what the next batches say."""
        drawn = self._draws.integers(0, SAMPLES, self._shape)
        tilt: Array = self._slopes[drawn].mean(1)
        return super().gradient(params) + tilt


def final_losses(
    optimizer: Optimizer,
    schedule: Schedule,
    spec: SurfaceSpec,
    tilt: tuple[float, float],
    start: tuple[float, float],
    batch: int,
    steps: int,
    lanes: int = 200,
) -> Array:
    """Return the loss of every seed after so many steps."""
    oracle, params = TiltedOracle(spec, tilt, batch, lanes), np.tile(np.array(start), (lanes, 1))
    state = optimizer.init(params)
    for iteration in range(steps):
        rate = optimizer.learning_rate * schedule.factor(iteration)
        params, state = optimizer.step(params, oracle, state, rate, iteration)
    return build_surface(spec).value(params)
