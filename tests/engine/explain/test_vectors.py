from __future__ import annotations

import numpy as np
import pytest

from engine.explain import StepVectors, explain, step_vectors
from engine.optimizers import OPTIMIZERS, make_optimizer
from engine.run import RunConfig, run_to
from engine.schedules import Constant
from surfaces import SurfaceSpec

MATRICES = {
    *("muon", "shampoo", "soap", "newton", "damped-newton", "newton-line-search", "saddle-free-newton", "trust-region"),
    *("bfgs", "lbfgs"),
}
"""They turn the slope: no axis has a rate of its own."""


def vectors(name: str, row: int, **values: object) -> StepVectors:
    config = RunConfig(SurfaceSpec("book"), (-7.0, 2.0), make_optimizer(name, {"lr": 0.1, **values}), Constant())
    snapshot = run_to(config, row + 3)
    return step_vectors(config, snapshot, explain(config, snapshot, row))


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_what_is_carried_and_what_pulls_are_the_update(name: str) -> None:
    config = RunConfig(SurfaceSpec("himmelblau"), (0.5, -1.0), make_optimizer(name, {"lr": 1e-3}), Constant())
    snapshot = run_to(config, 6)
    found = step_vectors(config, snapshot, explain(config, snapshot, min(4, snapshot.last)))
    if found.carried:
        np.testing.assert_allclose(np.add(found.carried, found.pull), found.update, rtol=1e-12, atol=1e-15)
    assert len(found.update) == 2
    assert len(found.rates) == (0 if name in MATRICES else 2)


def test_a_ball_carries_its_velocity_and_descent_carries_nothing() -> None:
    ball = vectors("momentum", 3)
    config = RunConfig(SurfaceSpec("book"), (-7.0, 2.0), make_optimizer("momentum", {"lr": 0.1}), Constant())
    velocity = run_to(config, 4).state("velocity")[3]
    np.testing.assert_allclose(ball.carried, -0.1 * 0.9 * velocity, rtol=1e-13)
    np.testing.assert_allclose(ball.pull, ball.slope, rtol=1e-9)
    assert vectors("gradient-descent", 3).carried == (0.0, 0.0)
    np.testing.assert_allclose(vectors("gradient-descent", 3).slope, vectors("gradient-descent", 3).update)


def test_each_axis_has_a_rate_of_its_own_where_it_is_braked() -> None:
    found = vectors("adagrad", 2)
    assert found.divisor[1] > found.divisor[0]
    np.testing.assert_allclose(found.rates, 0.1 / np.array(found.divisor))
    assert vectors("momentum", 2).rates == (0.1, 0.1)


def test_newton_carries_nothing_that_could_be_told_apart() -> None:
    assert vectors("newton", 0).carried == ()


@pytest.mark.parametrize("name", ["newton", "switch", "bfgs"])
def test_a_rate_that_is_no_length_leaves_the_slopes_direction(name: str) -> None:
    config = RunConfig(SurfaceSpec("rosenbrock"), (-1.2, 1.0), make_optimizer(name), Constant())
    snapshot = run_to(config, 3)
    found = explain(config, snapshot, 1)
    slope, gradient = np.array(step_vectors(config, snapshot, found).slope), snapshot.gradient[1]
    np.testing.assert_allclose(np.linalg.norm(slope), np.linalg.norm(found.update))
    assert slope @ gradient == pytest.approx(-np.linalg.norm(slope) * np.linalg.norm(gradient))
