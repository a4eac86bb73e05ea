from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from engine.optimizers.spsa import SPSA
from engine.oracle import Chance
from engine.run import RunConfig, run_to
from engine.schedules import Constant
from surfaces import SurfaceSpec

if TYPE_CHECKING:
    from engine.history import Snapshot


def run(optimizer: SPSA, surface: str, start: tuple[float, float], steps: int, seed: int = 0) -> Snapshot:
    return run_to(RunConfig(SurfaceSpec(surface), start, optimizer, Constant(), seed), steps)


def test_three_steps_by_hand() -> None:
    """On a quadratic the two losses differ by 2 c g·Δ exactly: ĝ = (g·Δ) Δ."""
    made = run(SPSA(0.5, c=0.3, stability=4.0), "book", (-7.0, 2.0), 3, seed=9)
    point = np.array([-7.0, 2.0])
    for k in range(3):
        signs = Chance(9, 0).generator(k).choice((-1.0, 1.0), 2)
        gradient = np.array([0.1, 2.0]) * point
        point = point - 0.5 / (4.0 + k + 1.0) ** 0.602 * (gradient @ signs) * signs
        np.testing.assert_allclose(made.params[k + 1], point, rtol=1e-11)


def test_two_losses_a_step_and_nothing_else() -> None:
    made = run(SPSA(), "himmelblau", (0.0, 0.0), 30)
    assert (made.totals.values, made.totals.gradients, made.totals.hessians) == (60, 0, 0)
    assert made.state("value_evaluations")[:, 0].tolist() == list(range(0, 61, 2))


def test_every_step_runs_along_a_diagonal() -> None:
    made = run(SPSA(0.01), "himmelblau", (0.0, 0.0), 30)
    np.testing.assert_allclose(np.abs(made.update[:, 0]), np.abs(made.update[:, 1]), rtol=1e-8)


def test_the_mean_of_its_steps_is_the_gradients() -> None:
    """The four pairs of signs are equally likely: on a quadratic the mean over many seeds is −a g."""
    steps = [run(SPSA(0.1, alpha=0.0), "book", (-7.0, 2.0), 1, seed).update[0] for seed in range(400)]
    np.testing.assert_allclose(np.mean(steps, axis=0), -0.1 * np.array([-0.7, 4.0]), atol=0.05)


@pytest.mark.parametrize("seed", range(5))
def test_it_finds_a_minimum_without_a_gradient(seed: int) -> None:
    made = run(SPSA(0.05), "himmelblau", (0.0, 0.0), 1500, seed)
    assert made.loss[-1] < 1e-3
