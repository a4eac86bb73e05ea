from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from engine.optimizers.prodigy import Prodigy
from engine.run import RunConfig, run_to
from engine.schedules import Constant
from surfaces import SurfaceSpec
from tests.engine.optimizers.by_hand import START, run

CURVATURE = np.array([0.1, 2.0])


@pytest.mark.parametrize("corrected", [True, False])
@pytest.mark.parametrize("safeguard", [True, False])
def test_steps_by_hand(corrected: bool, safeguard: bool) -> None:
    rule = Prodigy(0.7, 0.8, 0.81, 1e-3, 0.01, 1.5, 0.1, corrected, safeguard)
    made, theta, start = run(rule, steps=12), np.array(START), np.array(START)
    m, v, s, r, d = np.zeros(2), np.zeros(2), np.zeros(2), 0.0, 0.01
    for t in range(1, 13):
        g = CURVATURE * theta
        rate = d * 0.7 * (np.sqrt(1 - 0.81**t) / (1 - 0.8**t) if corrected else 1.0)
        m, v = 0.8 * m + 0.2 * d * g, 0.81 * v + 0.19 * d**2 * g**2
        s = 0.9 * s + (d if safeguard else rate) * d * g / 0.01
        r = 0.9 * r + d / 0.01 * rate * float(g @ (start - theta))
        after = max(d, 1.5 * r / float(np.abs(s).sum()))
        theta = theta - rate * m / (np.sqrt(v) + after * 1e-3) - 0.1 * rate * theta
        d = after
        np.testing.assert_allclose(made.params[t], theta, rtol=1e-11)
        np.testing.assert_allclose(made.state("distance")[t], d, rtol=1e-11)
        np.testing.assert_allclose(made.state("gradient_sum")[t], s, rtol=1e-11)
    assert d > 0.01  # it has grown


@pytest.mark.parametrize(("scale", "steps"), [(0.01, 108), (1.0, 114), (100.0, 129)])
def test_a_start_ten_thousand_times_further_away_takes_hardly_longer(scale: float, steps: int) -> None:
    """Science, table B, row 24: steps to stay within 1 % of the way; Adam at 0.3 takes 1754, 85, or for ever."""
    spec = SurfaceSpec("book", bounds=(-1e3, 1e3, -1e3, 1e3))
    made = run_to(RunConfig(spec, (-7.0 * scale, 2.0 * scale), Prodigy(), Constant()), 400)
    away = np.linalg.norm(made.params, axis=1) / np.linalg.norm(made.params[0])
    assert np.flatnonzero(away >= 0.01)[-1] + 1 == steps


@pytest.mark.parametrize("surface", ["book", "bowl", "rotated-quadratic"])
def test_the_estimate_grows_and_never_beyond_the_distance_there_is(surface: str) -> None:
    """On a convex surface d is a lower bound, as long as old gradients are not forgotten (β2 near 1)."""
    made = run(Prodigy(beta2=0.9999), surface, (-4.0, 3.0), 300)
    estimates = made.state("distance")[:, 0]
    assert all(before <= after for before, after in pairwise(estimates))
    assert 1e-3 < estimates[-1] <= 4.0


def test_lanes_find_rates_of_their_own() -> None:
    one = run(Prodigy(), start=(-7.0, 2.0), steps=60).state("distance")[-1]
    other = run(Prodigy(), start=(-0.07, 0.02), steps=60).state("distance")[-1]
    assert one > 20.0 * other


def test_the_height_of_the_loss_does_not_matter() -> None:
    paths = []
    for height in (1.0, 1000.0):
        valley = SurfaceSpec(formula="c*(x^2/20 + y^2)", parameters=(("c", height),), bounds=(-10.0, 10.0, -5.0, 5.0))
        paths.append(run_to(RunConfig(valley, START, Prodigy(eps=1e-14), Constant()), 100).params)
    np.testing.assert_allclose(paths[1], paths[0], atol=1e-9)
