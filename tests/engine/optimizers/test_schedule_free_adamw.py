from __future__ import annotations

import numpy as np

from engine.optimizers.schedule_free_adamw import ScheduleFreeAdamW
from surfaces import SurfaceSpec, build_surface
from tests.engine.optimizers.asked import Spy
from tests.engine.optimizers.by_hand import START, run

CURVATURE = np.array([0.1, 2.0])


def test_steps_by_hand_and_gradients_are_asked_for_at_y() -> None:
    rule, spy = ScheduleFreeAdamW(0.3, 0.8, 0.95, 1e-3, 0.1, 1.0), Spy(build_surface(SurfaceSpec("book")))
    params = x = z = np.array(START)
    state, v, total = rule.init(params), np.zeros(2), 0.0
    for t, rate in enumerate((0.1, 0.2, 0.3, 0.3), start=1):
        y = 0.2 * z + 0.8 * x
        v = 0.95 * v + 0.05 * (CURVATURE * y) ** 2
        z = z - rate * (CURVATURE * y / (np.sqrt(v / (1 - 0.95**t)) + 1e-3) + 0.1 * y)
        total += rate
        x = (1 - rate / total) * x + rate / total * z
        params, state = rule.step(params, spy, state, rate, t - 1)
        np.testing.assert_allclose(spy.slopes_at[-1], y, rtol=1e-13)
        np.testing.assert_allclose(params, x, rtol=1e-13)
        np.testing.assert_allclose(state.fast, z, rtol=1e-13)
        np.testing.assert_allclose(state.second_moment, v, rtol=1e-13)


def test_its_first_step_is_adams() -> None:
    np.testing.assert_allclose(run(ScheduleFreeAdamW(0.1), steps=1).update[0], -0.1 * np.sign(START), rtol=1e-7)


def test_at_a_constant_rate_the_average_settles_closer_than_its_own_fast_point() -> None:
    made = run(ScheduleFreeAdamW(0.3), steps=400)
    reported, fast = made.params[-100:], made.state("fast")[-100:]
    assert np.abs(reported).max() < 0.3
    assert np.ptp(reported, axis=0).max() < np.ptp(fast, axis=0).max()
