from __future__ import annotations

import numpy as np

from engine.optimizers import make_optimizer
from engine.run import RunConfig, run_to
from engine.schedules import Constant
from surfaces import SurfaceSpec

START = (-7.0, 2.0)


def run(name: str, values: dict[str, object], steps: int) -> np.ndarray:
    return run_to(RunConfig(SurfaceSpec("book"), START, make_optimizer(name, values), Constant()), steps).params


def test_two_rounds_by_hand() -> None:
    """Gradient descent with η = .25 on x²/20 + y²: factors (.975, .5) a step; k = 2 steps, then half the way."""
    params = run("lookahead", {"k": 2, "alpha": 0.5, "inner": "gd", "inner.lr": 0.25}, 4)
    step, start = np.array([0.975, 0.5]), np.array(START)
    slow = start + 0.5 * (start * step**2 - start)
    slower = slow + 0.5 * (slow * step**2 - slow)
    np.testing.assert_allclose(params[1:], [start * step, slow, slow * step, slower], rtol=1e-14)


def test_with_alpha_one_nothing_is_different_and_with_zero_nothing_moves() -> None:
    inner = {"inner": "adam", "inner.lr": 0.1}
    np.testing.assert_allclose(run("lookahead", {"alpha": 1.0, **inner}, 50), run("adam", {"lr": 0.1}, 50), rtol=1e-12)
    np.testing.assert_array_equal(run("lookahead", {"alpha": 0.0, "k": 5, **inner}, 10)[[5, 10]], [START, START])


def test_it_calms_the_zigzag_beyond_the_limit() -> None:
    """η = 1.05 diverges alone (2 / λ₂ = 1); after k = 5 steps the average with the slow weights brings it back."""
    assert abs(run("gd", {"lr": 1.05}, 50)[-1, 1]) > 50.0
    assert abs(run("lookahead", {"inner": "gd", "inner.lr": 1.05}, 50)[-1, 1]) < 0.1
