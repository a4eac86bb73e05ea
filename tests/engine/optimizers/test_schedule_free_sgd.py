from __future__ import annotations

import numpy as np
import pytest

from engine.optimizers.gradient_descent import GradientDescent
from engine.optimizers.schedule_free_sgd import ScheduleFreeSGD
from engine.schedules import Constant
from surfaces import SurfaceSpec, build_surface
from tests.engine.optimizers.asked import Spy
from tests.engine.optimizers.by_hand import START, run
from tests.engine.tilted import TiltedOracle, final_losses

CURVATURE = np.array([0.1, 2.0])


def test_steps_by_hand_and_gradients_are_asked_for_at_y() -> None:
    """Rates that rise: c is η² / Σ η², and 1/t only while the rate is constant."""
    rule, spy = ScheduleFreeSGD(0.3, 0.8, 0.1), Spy(build_surface(SurfaceSpec("book")))
    params = x = z = np.array(START)
    state, total = rule.init(params), 0.0
    for iteration, rate in enumerate((0.1, 0.2, 0.3, 0.3)):
        y = 0.2 * z + 0.8 * x
        z = z - rate * (CURVATURE * y + 0.1 * y)
        total += rate**2
        x = (1 - rate**2 / total) * x + rate**2 / total * z
        params, state = rule.step(params, spy, state, rate, iteration)
        np.testing.assert_allclose(spy.slopes_at[-1], y, rtol=1e-13)
        np.testing.assert_allclose(params, x, rtol=1e-13)
        np.testing.assert_allclose(state.fast, z, rtol=1e-13)
    assert len(spy.slopes_at) == 4


def test_a_falling_rate_does_not_weigh_late_steps_less() -> None:
    """ω is made of the largest rate so far, as in the authors' code."""
    rule, params = ScheduleFreeSGD(), np.array(START)
    oracle, state, fast = Spy(build_surface(SurfaceSpec("book"))), rule.init(params), []
    for iteration, rate in enumerate((0.4, 0.2, 0.1)):
        params, state = rule.step(params, oracle, state, rate, iteration)
        fast.append(state.fast)
    np.testing.assert_allclose(params, np.mean(fast, axis=0), rtol=1e-13)


def test_with_no_share_of_the_average_it_reports_the_mean_of_plain_descent() -> None:
    made, plain = run(ScheduleFreeSGD(0.3, 0.0), steps=50), run(GradientDescent(0.3), steps=50)
    means = np.cumsum(plain.params[1:], axis=0) / np.arange(1, 51)[:, None]
    np.testing.assert_allclose(made.params[1:], means, rtol=1e-12)
    np.testing.assert_allclose(made.state("fast"), plain.params, rtol=1e-12)


def test_what_is_recorded_is_the_point_it_reports() -> None:
    made = run(ScheduleFreeSGD(0.3), steps=30)
    np.testing.assert_allclose(made.loss, build_surface(SurfaceSpec("book")).value(made.params), rtol=1e-13)
    np.testing.assert_allclose(made.gradient, CURVATURE * made.params, rtol=1e-13)


def test_without_a_rate_nothing_moves() -> None:
    assert np.array_equal(run(ScheduleFreeSGD(0.0), steps=3).params[-1], START)


def test_under_noise_the_reported_point_is_far_calmer_than_sgd() -> None:
    """Science, table B, row 23: mean loss at η 0.4, B 1, after 2000 steps: SGD 0.28, y 0.034, x 0.015."""
    spec, tilt, lanes = SurfaceSpec("book"), (1.0, 1.0), 400
    sgd = float(final_losses(GradientDescent(0.4), Constant(), spec, tilt, START, 1, 2000, lanes).mean())
    rule, oracle = ScheduleFreeSGD(0.4), TiltedOracle(spec, tilt, 1, lanes)
    x = np.tile(np.array(START), (lanes, 1))
    state = rule.init(x)
    for iteration in range(2000):
        x, state = rule.step(x, oracle, state, 0.4, iteration)
    y = 0.1 * state.fast + 0.9 * x
    losses = (sgd, *(float(build_surface(spec).value(point).mean()) for point in (y, x)))
    assert losses == pytest.approx((0.28, 0.034, 0.015), rel=0.25)
