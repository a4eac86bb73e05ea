from __future__ import annotations

import math

import numpy as np
import pytest

from engine.history import RunStatus, Snapshot
from engine.optimizers.gradient_descent import GradientDescent
from engine.run import RunConfig, run_to
from engine.schedules import Constant
from surfaces import SurfaceSpec


def descend(learning_rate: float, steps: int, surface: SurfaceSpec | None = None) -> Snapshot:
    spec = surface or SurfaceSpec("book")
    return run_to(RunConfig(spec, (-7.0, 2.0), GradientDescent(learning_rate), Constant()), steps)


def test_three_steps_by_hand() -> None:
    x, y, expected = -7.0, 2.0, []
    for _ in range(3):
        x, y = x - 0.3 * x / 10, y - 0.3 * 2 * y
        expected.append((x, y))
    np.testing.assert_allclose(descend(0.3, 3).params[1:], expected, rtol=1e-14)


@pytest.mark.parametrize("curvature", [0.5, 2.0, 40.0])
def test_stable_below_two_over_the_largest_curvature_and_not_above(curvature: float) -> None:
    bowl = SurfaceSpec(formula="(x^2 + c*y^2)/2", parameters=(("c", curvature),))
    limit = 2.0 / max(1.0, curvature)
    below, above = descend(0.99 * limit, 200, bowl), descend(1.01 * limit, 200, bowl)
    assert math.hypot(*below.params[-1]) < math.hypot(*below.params[0])
    largest = np.abs(above.params).max(axis=1)
    assert np.all(np.diff(largest[-50:]) > 0.0)


@pytest.mark.parametrize(("learning_rate", "first"), [(0.1, 652), (0.5, 128), (0.952, 66), (0.99, 263)])
def test_steps_to_a_hundredth(learning_rate: float, first: int) -> None:
    """Science S7: the first step after which the run stays within 0.01 of the minimum."""
    distance = np.linalg.norm(descend(learning_rate, 800).params, axis=1)
    assert np.flatnonzero(distance >= 0.01)[-1] + 1 == first


def test_on_the_limit_it_cycles_for_ever() -> None:
    run = descend(1.0, 1000)
    assert run.status is RunStatus.STEP_LIMIT
    np.testing.assert_allclose(run.params[:, 1], 2.0 * (-1.0) ** np.arange(1001))
    assert run.loss[-1] == pytest.approx(4.0)


def test_a_step_is_as_long_as_rate_times_gradient() -> None:
    run = descend(0.05, 20, SurfaceSpec("himmelblau"))
    lengths = np.linalg.norm(run.update, axis=1)
    np.testing.assert_allclose(lengths, 0.05 * run.gradient_norm[:-1], rtol=1e-9)
