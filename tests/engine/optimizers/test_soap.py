from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import pytest

from engine.optimizers.adam import Adam
from engine.optimizers.soap import SOAP
from tests.engine.optimizers.by_hand import START, run

if TYPE_CHECKING:
    from surfaces import Array

CURVATURE = np.array([0.1, 2.0])


def eigenvectors(matrix: Array) -> Array:
    """Of a symmetric 2×2 matrix, those of the smaller eigenvalue first, by the angle of its principal axis."""
    angle = math.atan2(2 * matrix[0, 1], matrix[0, 0] - matrix[1, 1]) / 2
    return np.array([[-math.sin(angle), math.cos(angle)], [math.cos(angle), math.sin(angle)]])


def steps(basis: str, count: int) -> list[Array]:
    theta, m, v, total, t = np.array(START), np.zeros(2), np.zeros(2), np.zeros((2, 2)), 0
    path = [theta]
    for _ in range(count):
        g = CURVATURE * theta
        before, total = total, 0.7 * total + 0.3 * np.outer(g, g)
        if basis == "current" or len(path) > 1:
            t += 1
            q = eigenvectors(total if basis == "current" else before)
            m, v = 0.8 * m + 0.2 * g, 0.9 * v + 0.1 * (q.T @ g) ** 2
            theta = theta - 0.3 * q @ ((q.T @ m) / (1 - 0.8**t) / (np.sqrt(v / (1 - 0.9**t)) + 1e-3))
        path.append(theta)
    return path


@pytest.mark.parametrize("basis", ["current", "previous"])
def test_steps_by_hand(basis: str) -> None:
    made = run(SOAP(0.3, 0.8, 0.9, 0.7, 1e-3, basis), steps=6)
    np.testing.assert_allclose(made.params, steps(basis, 6), rtol=1e-11)


@pytest.mark.parametrize("start", [(-7.0, 0.0), (0.0, 2.0)])
def test_along_an_axis_it_is_adam(start: tuple[float, float]) -> None:
    one, other = run(SOAP(0.1), start=start, steps=60), run(Adam(0.1, 0.95, 0.95), start=start, steps=60)
    np.testing.assert_allclose(one.params, other.params, atol=1e-10)


def test_its_first_step_is_a_normalised_gradient_and_rounding_is_no_direction() -> None:
    """Across the only gradient so far there is nothing, and nothing is not divided by its own size."""
    for scale in (1.0, 1e4):
        gradient = CURVATURE * np.array(START) * scale
        update = run(SOAP(0.1), start=(START[0] * scale, START[1] * scale), steps=1).update[0]
        np.testing.assert_allclose(update / 0.1, -gradient / np.linalg.norm(gradient), rtol=1e-7)


def test_the_authors_order_looks_before_its_first_step() -> None:
    made = run(SOAP(0.1, basis="previous"), steps=3)
    assert np.array_equal(made.params[1], START)
    assert made.evaluations[-1] == 3
    np.testing.assert_allclose(np.linalg.norm(made.update[1]), 0.1, rtol=1e-6)
