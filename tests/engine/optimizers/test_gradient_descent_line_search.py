from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from engine.history import RunStatus
from engine.optimizers.gradient_descent_line_search import GradientDescentLineSearch
from engine.oracle import Oracle
from engine.run import RunConfig, run_to
from engine.schedules import Constant
from surfaces import CATALOGUE, SurfaceSpec, build_surface

if TYPE_CHECKING:
    from engine.history import Snapshot

EXACT = GradientDescentLineSearch(line_search="exact")


def run(optimizer: GradientDescentLineSearch, surface: str, start: tuple[float, ...], steps: int) -> Snapshot:
    return run_to(RunConfig(SurfaceSpec(surface), start, optimizer, Constant()), steps)


def test_from_the_worst_start_the_exact_search_loses_a_fixed_share_at_each_step() -> None:
    """Science S15: ((κ − 1)/(κ + 1))² = 0.818594 for κ = 20, from (κ, 1)."""
    made = run(EXACT, "book", (20.0, 1.0), 20)
    np.testing.assert_allclose(made.loss[1:] / made.loss[:-1], (19.0 / 21.0) ** 2, rtol=1e-10)
    assert made.loss[1] / made.loss[0] == pytest.approx(0.818594, abs=1e-6)


def test_exact_steps_stand_at_right_angles() -> None:
    made = run(EXACT, "rotated-quadratic", (-8.0, -4.0), 20)
    steps = made.update / np.linalg.norm(made.update, axis=1, keepdims=True)
    np.testing.assert_allclose((steps[1:] * steps[:-1]).sum(axis=1), 0.0, atol=1e-10)


def test_the_exact_length_needs_a_hessian_and_no_loss() -> None:
    made = run(EXACT, "book", (-7.0, 2.0), 10)
    assert (made.totals.values, made.totals.gradients, made.totals.hessians) == (0, 10, 10)


@pytest.mark.parametrize("name", CATALOGUE)
def test_armijo_never_rises(name: str) -> None:
    made = run(GradientDescentLineSearch(), name, CATALOGUE[name].start, 30)
    assert np.diff(made.loss).max(initial=0.0) <= 1e-15 * np.abs(made.loss).max()


def test_rosenbrock_takes_fourteen_thousand_steps() -> None:
    """Science S15: 14 446 to a millionth; a run is called converged before that, so the rule is stepped alone."""
    rule, oracle = GradientDescentLineSearch(), Oracle(build_surface(SurfaceSpec("rosenbrock")))
    point = np.array([-1.2, 1.0])
    state = rule.init(point)
    for step in range(1, 20_000):
        point, state = rule.step(point, oracle, state, 1.0, step)
        if np.hypot(*(point - 1.0)) < 1e-6:
            break
    assert step == 14_446


def test_where_the_loss_can_tell_nothing_it_rests_and_the_run_converges() -> None:
    made = run(GradientDescentLineSearch(), "saddle", (1.5, 1e-9), 2000)
    assert made.status is RunStatus.CONVERGED
    assert abs(made.params[-1, 1]) == pytest.approx(np.sqrt(2.0), abs=1e-7)


def test_a_long_first_length_jumps_into_another_well() -> None:
    """Science B32: from the left well's slope with a₀ = 1; with a₀ below 2/λ it stays."""
    start = (-1.6, 0.0)
    assert run(GradientDescentLineSearch(1.0), "double-well", start, 300).params[-1, 0] > 0.0
    assert run(GradientDescentLineSearch(0.1), "double-well", start, 300).params[-1, 0] < 0.0
