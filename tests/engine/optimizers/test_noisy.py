from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from engine.batches import Sampling
from engine.optimizers import make_optimizer
from engine.oracle import Chance, Oracle
from engine.run import RunConfig, run_to
from engine.schedules import Constant
from surfaces import SurfaceSpec, build_surface

if TYPE_CHECKING:
    from engine.history import Snapshot

BOWL = SurfaceSpec("bowl")


def noise(steps: int, seed: int = 0, stream: int = 0, **values: object) -> np.ndarray:
    """Return what was added to the gradient of each step."""
    made = make_optimizer("noisy", {"inner.lr": 0.1, **values})
    config = RunConfig(BOWL, (1.0, -1.0), made, Constant(), seed, Sampling(stream=stream))
    run: Snapshot = run_to(config, steps)
    return -run.update / 0.1 - run.gradient[:-1]


def test_the_noise_is_normal_and_fades_as_it_says() -> None:
    steps = 4000
    scaled = noise(steps, sigma=0.5, gamma=0.55) * (1.0 + np.arange(steps)[:, None]) ** 0.275 / 0.5
    assert scaled.mean() == pytest.approx(0.0, abs=0.03)
    assert scaled.std() == pytest.approx(1.0, abs=0.03)
    assert np.corrcoef(scaled.T)[0, 1] == pytest.approx(0.0, abs=0.05)
    assert np.corrcoef(scaled[:-1, 0], scaled[1:, 0])[0, 1] == pytest.approx(0.0, abs=0.05)
    assert (np.abs(scaled) < 1.0).mean() == pytest.approx(0.683, abs=0.02)


def test_without_annealing_it_keeps_its_size() -> None:
    assert noise(4000, sigma=0.2, gamma=0.0)[2000:].std() == pytest.approx(0.2, rel=0.05)


def test_seed_and_stream_decide() -> None:
    one = noise(20, seed=1, stream=3)
    np.testing.assert_array_equal(one, noise(20, seed=1, stream=3))
    for other in (noise(20, seed=2, stream=3), noise(20, seed=1, stream=4)):
        assert np.abs(one - other).min() > 0.0


def test_value_and_gradient_of_a_step_belong_together() -> None:
    """A line search meets the surface tilted by the noise: its losses fall along its own gradient."""
    made = make_optimizer("noisy", {"sigma": 3.0, "inner": "gradient-descent-line-search"})
    oracle = Oracle(build_surface(BOWL), Chance(5, 1))
    shown = made.shown(oracle, 7)  # type: ignore[attr-defined]
    params, nudge = np.array([0.3, -0.4]), 1e-6
    for axis in range(2):
        aside = np.eye(2)[axis] * nudge
        slope = (shown.value(params + aside) - shown.value(params - aside)) / (2 * nudge)
        assert slope == pytest.approx(shown.gradient(params)[axis], rel=1e-7)
    assert np.abs(shown.gradient(params) - oracle.gradient(params)).max() > 0.1


def test_a_part_that_draws_draws_other_numbers() -> None:
    made = make_optimizer("noisy", {"inner": "langevin"})
    oracle = Oracle(build_surface(BOWL), Chance(5, 1))
    inner = made.shown(oracle, 7).generator(7).standard_normal(2)  # type: ignore[attr-defined]
    assert np.abs(inner - oracle.generator(7).standard_normal(2)).min() > 1e-6
    np.testing.assert_array_equal(inner, made.shown(oracle, 7).generator(7).standard_normal(2))  # type: ignore[attr-defined]


def test_it_leaves_the_line_to_a_saddle_that_nobody_leaves_by_himself() -> None:
    run = run_to(
        RunConfig(SurfaceSpec("saddle"), (1.5, 0.0), make_optimizer("noisy", {"inner.lr": 0.05}), Constant()), 300
    )
    assert abs(run.params[-1, 1]) > 0.1
