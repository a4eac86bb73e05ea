"""Learning rates that follow the batch of a run, in the record and in the paths."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from engine.batches import Sampling
from engine.optimizers import make_optimizer
from engine.run import Run, RunConfig, run_to
from engine.schedules import BatchScaling, Constant, Schedule, WarmUp
from surfaces import Array, BagSpec, SurfaceSpec

REGRESSION = SurfaceSpec("linear-regression")
"""64 samples."""


def config(
    size: int, schedule: Schedule, spec: SurfaceSpec = REGRESSION, seed: int = 0, rate: float = 0.01
) -> RunConfig:
    return RunConfig(spec, (-1.0, 1.0), make_optimizer("gd", {"lr": rate}), schedule, seed, Sampling(size, False, 1))


@pytest.mark.parametrize(("size", "scale"), [(1, 0.125), (8, 1.0), (16, 2.0), (64, 8.0), (0, 8.0), (1000, 8.0)])
def test_the_recorded_rate_is_the_scaled_one(size: int, scale: float) -> None:
    run = run_to(config(size, BatchScaling(reference=8)), 5)
    np.testing.assert_allclose(run.learning_rate, 0.01 * scale, rtol=1e-15)
    warm = run_to(config(size, WarmUp(length=4, then=BatchScaling(reference=8))), 5)
    np.testing.assert_allclose(
        warm.learning_rate, 0.01 * scale * np.array([0.25, 0.5, 0.75, 1.0, 1.0, 1.0]), rtol=1e-15
    )


def test_it_is_the_run_of_the_scaled_rate_and_can_be_resumed() -> None:
    scaled = run_to(config(16, BatchScaling(rule="square-root", reference=4)), 30)
    assert scaled.table.tobytes() == run_to(config(16, Constant(), rate=0.02), 30).table.tobytes()
    run = Run.resumed(config(16, BatchScaling(rule="square-root", reference=4)), scaled, 11)
    run.advance(19)
    assert run.snapshot(30).table.tobytes() == scaled.table.tobytes()


def test_a_surface_without_samples_scales_nothing() -> None:
    run = run_to(config(0, BatchScaling(reference=8), SurfaceSpec("book")), 3)
    np.testing.assert_array_equal(run.learning_rate, 0.01)


def test_s10_scaled_batches_follow_one_path_per_epoch() -> None:
    """Linear regression as in S10 by a bag on a bowl: gap of the mean paths over 6 epochs by distance of the start."""
    bowl = SurfaceSpec("bowl", bag=BagSpec(256, 1.0, 3))

    def mean_path(size: int, schedule: Schedule) -> Array:
        paths: list[Any] = []
        for seed in range(8):
            run = run_to(config(size, schedule, bowl, seed, rate=0.004), 6 * 256 // size)
            paths.append(run.params[:: 256 // size])
        return np.asarray(np.mean(paths, axis=0))

    def gap(size: int, schedule: Schedule) -> float:
        between = np.linalg.norm(mean_path(size, schedule) - mean_path(8, Constant()), axis=1)
        return float(between.max() / np.sqrt(2.0))

    assert gap(16, BatchScaling(reference=8)) < 0.03
    assert gap(32, BatchScaling(reference=8)) < 0.04
    assert gap(32, Constant()) > 0.4
