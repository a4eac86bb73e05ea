from __future__ import annotations

import numpy as np
import pytest

from engine.optimizers.sophia import Sophia
from surfaces import SurfaceSpec, build_surface
from tests.engine.optimizers.asked import Spy
from tests.engine.optimizers.by_hand import START, run


def slope(point: np.ndarray) -> np.ndarray:
    """Of the saddle x² − y² + y⁴/4."""
    return np.array([2 * point[0], point[1] ** 3 - 2 * point[1]])


def diagonal(point: np.ndarray) -> np.ndarray:
    return np.array([2.0, 3 * point[1] ** 2 - 2])


@pytest.mark.parametrize("refresh", ["before", "after"])
@pytest.mark.parametrize("corrected", [True, False])
def test_steps_by_hand(refresh: str, corrected: bool) -> None:
    rule = Sophia(0.2, 0.8, 0.7, 0.9, 1e-3, 2, 0.1, corrected, refresh)
    theta, m, h = np.array([1.5, 1.2]), np.zeros(2), np.zeros(2)
    made = run(rule, "saddle", (1.5, 1.2), 6)
    for t in range(1, 7):
        m, old = 0.8 * m + 0.2 * slope(theta), h
        if t % 2 == 1:
            h = 0.7 * h + 0.3 * diagonal(theta)
        first = m / (1 - 0.8**t) if corrected else m
        ratio = first / np.maximum(0.9 * (h if refresh == "before" else old), 1e-3)
        theta = theta - 0.2 * (np.clip(ratio, -1, 1) + 0.1 * theta)
        np.testing.assert_allclose(made.params[t], theta, rtol=1e-12)
        np.testing.assert_allclose(made.state("curvature")[t], h, rtol=1e-12)


def test_it_looks_at_the_curvature_every_so_often_and_counts_it() -> None:
    rule, spy = Sophia(update_interval=4), Spy(build_surface(SurfaceSpec("saddle")))
    params = np.array([1.5, 0.1])
    state = rule.init(params)
    for iteration in range(10):
        params, state = rule.step(params, spy, state, 0.05, iteration)
    assert (len(spy.hessians_at), len(spy.slopes_at)) == (3, 10)
    assert run(rule, "saddle", (1.5, 0.1), 10).totals.hessians == 3


def test_with_a_fresh_curvature_and_no_memory_it_is_newton_per_axis() -> None:
    newton = Sophia(1.0, 0.0, 0.0, 1.0, update_interval=1)
    np.testing.assert_allclose(run(newton, start=(-0.9, 0.6), steps=1).params[1], 0.0, atol=1e-15)
    np.testing.assert_allclose(run(newton, steps=1).update[0], -np.sign(START), rtol=1e-15)  # clipped


def test_where_the_curvature_is_negative_it_steps_by_sign_and_leaves_the_saddle() -> None:
    made = run(Sophia(0.05), "saddle", (1.5, 0.001), 60)
    assert np.all(made.update[:10, 1] == pytest.approx(0.05))
    assert made.loss.min() < -0.95
