from __future__ import annotations

import math

import numpy as np
import pytest

from engine.optimizers import make_optimizer
from engine.oracle import Oracle
from engine.run import RunConfig, run_to
from engine.schedules import Constant
from surfaces import CATALOGUE, SurfaceSpec, build_surface

PLANE = SurfaceSpec(formula="3*x + 4*y")


@pytest.mark.parametrize(
    ("by", "limit", "gradient"),
    [
        ("norm", 1.0, (0.6, 0.8)),
        ("norm", 2.5, (1.5, 2.0)),
        ("norm", 6.0, (3.0, 4.0)),
        ("value", 3.5, (3.0, 3.5)),
        ("value", 1.0, (1.0, 1.0)),
    ],
)
def test_long_gradients_are_cut_and_short_ones_pass(by: str, limit: float, gradient: tuple[float, float]) -> None:
    made = make_optimizer("clipped", {"by": by, "max_norm": limit, "inner.lr": 1.0})
    run = run_to(RunConfig(PLANE, (0.0, 0.0), made, Constant()), 1)
    np.testing.assert_allclose(run.params[1], [-slope for slope in gradient], rtol=1e-6)
    np.testing.assert_array_equal(run.gradient[0], [3.0, 4.0])


def test_a_gradient_beyond_all_numbers_gives_no_number_and_no_warning() -> None:
    made = make_optimizer("clipped", {"inner.lr": 1.0})
    params = np.array([1e200, 1e200])
    moved, _ = made.step(params, Oracle(build_surface(SurfaceSpec("himmelblau"))), made.init(params), 1.0, 0)
    assert not np.isfinite(moved).all()


@pytest.mark.parametrize(("name", "thrown"), [("gradient-descent", 0.26), ("clipped", 0.0)])
def test_s33_a_cliff_throws_a_run_out_of_its_valley_unless_it_is_clipped(name: str, thrown: float) -> None:
    """science.md, S33: with η = .3 the share of the box that is thrown beyond x = −5."""
    assert CATALOGUE["cliff"].start == (3.5, 2.0)
    made = make_optimizer(name, {"inner.lr": 0.3} if name == "clipped" else {"lr": 0.3})
    params = np.array([3.5, 2.0]) + np.random.default_rng(0).uniform(-0.3, 0.3, (200, 2))
    oracle, state, furthest = Oracle(build_surface(SurfaceSpec("cliff"))), made.init(params), math.inf
    longest, lowest = 0.0, np.full(200, furthest)
    for iteration in range(400):
        moved, state = made.step(params, oracle, state, made.learning_rate, iteration)
        longest = max(longest, float(np.linalg.norm(moved - params, axis=-1).max()))
        params, lowest = moved, np.minimum(lowest, moved[:, 0])
    assert (lowest < -5.0).mean() == pytest.approx(thrown, abs=0.02)
    assert (longest <= 0.3) == (name == "clipped")
