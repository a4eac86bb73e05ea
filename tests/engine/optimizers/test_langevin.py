from __future__ import annotations

import math

import numpy as np
import pytest

from engine.optimizers.gradient_descent import GradientDescent
from engine.optimizers.langevin import Langevin
from engine.oracle import Chance, Oracle
from engine.run import RunConfig, run_to
from engine.schedules import Constant
from surfaces import SurfaceSpec, build_surface
from tests.engine.optimizers.by_hand import START, run

CURVATURE = np.array([0.1, 2.0])


def test_steps_by_hand_with_the_run_s_own_chance() -> None:
    made, theta = run(Langevin(0.3, 0.5, 4), steps=6), np.array(START)
    for k in range(6):
        noise = Chance(0, 0).generator(k).standard_normal(2)
        temperature = 0.5 * (1 - min(k, 4) / 4) ** 2
        theta = theta - 0.3 * CURVATURE * theta + math.sqrt(2 * 0.3 * temperature) * noise
        np.testing.assert_allclose(made.params[k + 1], theta, rtol=1e-13)


def test_without_heat_it_is_gradient_descent() -> None:
    cold, plain = run(Langevin(0.3, 0.0), steps=50), run(GradientDescent(0.3), steps=50)
    np.testing.assert_array_equal(cold.params, plain.params)


def test_at_a_constant_heat_it_spreads_as_far_as_theory_says() -> None:
    """Var θ = T / (λ (1 − η λ / 2)) for steps of any size, here to some two standard errors."""
    steps, rate, heat = 8000, 0.4, 0.3
    made = run(Langevin(rate, heat, 0), start=(0.0, 0.0), steps=steps)
    exact = heat / (CURVATURE * (1 - rate * CURVATURE / 2))
    np.testing.assert_allclose(made.params[200:].var(axis=0), exact, rtol=0.2)


def test_other_seeds_feel_other_noise_and_lanes_the_same() -> None:
    spec = SurfaceSpec("book")
    one, other = (run_to(RunConfig(spec, START, Langevin(), Constant(), seed), 5).params for seed in (0, 1))
    assert not np.isclose(one[1:], other[1:]).any()
    params = np.array([START, (3.0, -1.0)])
    moved, _ = Langevin().step(params, Oracle(build_surface(spec)), Langevin().init(params), 0.1, 0)
    kicks = moved - (1 - 0.1 * CURVATURE) * params
    np.testing.assert_allclose(kicks[0], kicks[1], rtol=1e-12)


@pytest.mark.parametrize(("heat", "escapes"), [(0.0, False), (1.0, True)])
def test_heat_carries_it_off_a_saddle_on_which_descent_would_stay(heat: float, escapes: bool) -> None:
    made = run(Langevin(0.05, heat, 200), "saddle", (1.5, 0.0), 400)
    assert (made.loss[-1] < -0.9) == escapes
