from __future__ import annotations

import numpy as np
import pytest

from engine.optimizers.muon import Muon
from engine.optimizers.sign_descent import SignDescent
from engine.run import RunConfig, run_to
from engine.schedules import Constant
from surfaces import SurfaceSpec
from tests.engine.optimizers.by_hand import START, run

CURVATURE = np.array([0.1, 2.0])


def quintic(value: float, rounds: int) -> float:
    for _ in range(rounds):
        value = 3.4445 * value - 4.7750 * value**3 + 2.0315 * value**5
    return value


@pytest.mark.parametrize("nesterov", [True, False])
@pytest.mark.parametrize(("way", "length"), [("exact", 1.0), ("newton-schulz", quintic(1.0, 5))])
def test_steps_by_hand(nesterov: bool, way: str, length: float) -> None:
    """The iteration on a matrix of one row is a polynomial of its length."""
    made = run(Muon(0.3, 0.8, nesterov, way, weight_decay=0.1), steps=5)
    theta, b = np.array(START), np.zeros(2)
    for t in range(1, 6):
        g = CURVATURE * theta
        b = 0.8 * b + 0.2 * g
        u = 0.8 * b + 0.2 * g if nesterov else b
        theta = (1 - 0.3 * 0.1) * theta - 0.3 * length * u / np.linalg.norm(u)
        np.testing.assert_allclose(made.params[t], theta, rtol=1e-12)


def test_pytorchs_iteration_makes_steps_of_seven_tenths() -> None:
    """Science, table B, row 25: 0.68 to 0.72 in bfloat16."""
    lengths = np.linalg.norm(run(Muon(0.1), "himmelblau", (0.5, -1.0), 100).update, axis=1)
    np.testing.assert_allclose(lengths, 0.1 * quintic(1.0, 5), rtol=1e-9)
    assert 0.68 < quintic(1.0, 5) < 0.72


def test_every_step_of_the_exact_one_is_as_long_as_the_rate() -> None:
    made = run(Muon(0.1, orthogonalization="exact"), "himmelblau", (0.5, -1.0), 100)
    np.testing.assert_allclose(np.linalg.norm(made.update, axis=1), 0.1, rtol=1e-12)


def test_the_height_of_the_loss_does_not_matter() -> None:
    paths = []
    for height in (1.0, 1000.0):
        valley = SurfaceSpec(formula="c*(x^2/20 + y^2)", parameters=(("c", height),), bounds=(-10.0, 10.0, -5.0, 5.0))
        paths.append(run_to(RunConfig(valley, START, Muon(0.1), Constant()), 60).params)
    np.testing.assert_allclose(paths[1], paths[0], atol=1e-10)


def test_with_a_single_parameter_it_is_sign_descent() -> None:
    one = run(Muon(0.1, 0.6, nesterov=False, orthogonalization="exact"), start=(0.0, 2.0), steps=60)
    other = run(SignDescent(0.1, 0.6), start=(0.0, 2.0), steps=60)
    np.testing.assert_allclose(one.params, other.params, atol=1e-12)


def test_a_gradient_too_small_to_tell_is_not_made_longer() -> None:
    made = run(Muon(0.1, orthogonalization="exact"), start=(1e-12, 0.0), steps=1)
    assert abs(made.update[0, 0]) < 1e-7
