from __future__ import annotations

import math

import numpy as np
import pytest

from engine.optimizers.adagrad import AdaGrad
from engine.optimizers.shampoo import Shampoo
from engine.oracle import Oracle
from surfaces import Array, SurfaceSpec, build_surface
from tests.engine.optimizers.by_hand import START, run

CURVATURE = np.array([0.1, 2.0])


def inverse_root(matrix: Array) -> Array:
    """Of a positive definite 2×2 matrix, by Cayley and Hamilton: √A = (A + √|A| I) / √(tr A + 2 √|A|)."""
    s = math.sqrt(matrix[0, 0] * matrix[1, 1] - matrix[0, 1] ** 2)
    root = (matrix + s * np.eye(2)) / math.sqrt(matrix[0, 0] + matrix[1, 1] + 2 * s)
    return np.array([[root[1, 1], -root[0, 1]], [-root[0, 1], root[0, 0]]]) / s


def test_steps_by_hand() -> None:
    made, theta, total = run(Shampoo(0.5, 1e-2), steps=5), np.array(START), 1e-2 * np.eye(2)
    for t in range(1, 6):
        g = CURVATURE * theta
        total = total + np.outer(g, g)
        theta = theta - 0.5 * inverse_root(total) @ g
        np.testing.assert_allclose(made.params[t], theta, rtol=1e-10)
        np.testing.assert_allclose(made.state("statistics")[t], (total - 1e-2 * np.eye(2)).ravel(), rtol=1e-10)


def test_its_first_step_has_the_rates_length_and_no_other_is_longer() -> None:
    lengths = np.linalg.norm(run(Shampoo(0.5), "himmelblau", (0.5, -1.0), 100).update, axis=1)
    assert lengths[0] == pytest.approx(0.5, rel=1e-9)
    assert lengths.max() <= 0.5 * (1 + 1e-9)


@pytest.mark.parametrize("start", [(-7.0, 0.0), (0.0, 2.0)])
def test_along_an_axis_it_is_adagrad(start: tuple[float, float]) -> None:
    one, other = run(Shampoo(1.5), start=start, steps=40), run(AdaGrad(1.5), start=start, steps=40)
    np.testing.assert_allclose(one.params, other.params, atol=1e-6)


def test_where_a_gradient_is_not_finite_only_that_lane_is_lost() -> None:
    surface = build_surface(SurfaceSpec(formula="log(x) + y^2"))
    params = np.array([[2.0, 1.0], [0.0, 1.0], [1.0, -1.0]])
    moved, _ = Shampoo().step(params, Oracle(surface), Shampoo().init(params), 0.1, 0)
    assert not np.isfinite(moved[1]).all()
    assert np.isfinite(moved[[0, 2]]).all()
