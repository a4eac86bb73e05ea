"""What schedules are for, in the figures of science.md."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from engine.optimizers import make_optimizer
from engine.oracle import Oracle
from engine.schedules import Schedule, make_schedule
from surfaces import Array, SurfaceSpec, build_surface
from tests.engine.tilted import final_losses


def ends(spec: SurfaceSpec, starts: Array, rate: float, schedule: Schedule, steps: int) -> Array:
    """Return the path of gradient descent in every lane, shape (steps + 1, lanes, 2)."""
    made, oracle, path = make_optimizer("gd"), Oracle(build_surface(spec)), [starts]
    with np.errstate(all="ignore"):
        for iteration in range(steps):
            params, _ = made.step(path[-1], oracle, made.init(starts), rate * schedule.factor(iteration), iteration)
            path.append(params)
    return np.array(path)


def box(centre: tuple[float, float], half: float, seed: int) -> Array:
    """Return the centre and 200 points around it."""
    around = np.random.default_rng(seed).uniform(-half, half, (200, 2))
    return np.array([centre, *(np.array(centre) + around)])


@pytest.mark.parametrize(
    ("rate", "length", "share", "first"),
    [(0.2, 1, 0.0, None), (0.2, 5, 1.0, 75), (0.5, 5, 0.58, None), (0.5, 10, 1.0, 33)],
)
def test_s9_a_warm_up_saves_runs_on_the_quartic(rate: float, length: int, share: float, first: int | None) -> None:
    """0 of 200 without, all of them with 5 steps (η = .2) or 10 (η = .5): the start is sharp, the minimum is not."""
    path = ends(
        SurfaceSpec("quartic-bowl"), box((4.0, 3.0), 0.5, 0), rate, make_schedule("warm-up", {"length": length}), 400
    )
    with np.errstate(all="ignore"):
        near = np.linalg.norm(path, axis=-1) < 0.1
    assert near[-1, 1:].mean() == pytest.approx(share, abs=0.005)
    if first is not None:
        assert int(np.argmin(near[::-1, 0])) == 401 - first


SCHEDULES = [
    ("constant", {}, 0.2815, 0.0533),
    ("cosine", {"length": 2000}, 0.0108, 0.0066),
    ("multi-step", {"first": 1000, "second": 1500}, 0.0103, 0.0127),
    ("inverse-time", {"tau": 200.0}, 0.0194, 0.0058),
    ("polynomial", {"length": 2000}, 0.0146, 0.0072),
    ("exponential", {"gamma": 0.998}, 0.0068, 0.0043),
]


@pytest.mark.parametrize(("name", "values", "fast", "slow"), SCHEDULES)
def test_s11_a_falling_rate_shrinks_the_noise_ball(name: str, values: dict[str, Any], fast: float, slow: float) -> None:
    """The mean loss of 200 seeds after 2000 steps on the book's bowl, tilt 1, one sample a step, η = .4 and .1."""
    for rate, wanted in ((0.4, fast), (0.1, slow)):
        made = make_optimizer("gd", {"lr": rate})
        setting = (SurfaceSpec("book"), (1.0, 1.0), (-7.0, 2.0), 1, 2000)
        found = final_losses(made, make_schedule(name, values), *setting).mean()
        assert found == pytest.approx(wanted, abs=6e-5, rel=0.01)


def test_s11_a_rate_that_falls_too_early_stops_on_the_way() -> None:
    path = ends(SurfaceSpec("book"), np.array([[-7.0, 2.0]]), 0.1, make_schedule("exponential", {"gamma": 0.98}), 2000)
    assert path[-1, 0, 0] == pytest.approx(-4.28, abs=0.05)
