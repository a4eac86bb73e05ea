from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from engine.optimizers.newton import Newton
from engine.optimizers.newton_line_search import NewtonLineSearch
from engine.run import RunConfig, run_to
from engine.schedules import Constant
from surfaces import SurfaceSpec

if TYPE_CHECKING:
    from engine.history import Snapshot
    from engine.optimizer import Optimizer

SEARCHES = pytest.mark.parametrize("line_search", ["armijo", "strong-wolfe"])


def run(optimizer: Optimizer, surface: str, start: tuple[float, float], steps: int) -> Snapshot:
    return run_to(RunConfig(SurfaceSpec(surface), start, optimizer, Constant()), steps)


def test_where_the_loss_is_convex_and_falls_it_is_newton() -> None:
    one = run(NewtonLineSearch(), "soft-absolute", (0.5, 0.4), 5)
    np.testing.assert_array_equal(
        np.round(one.params, 14), np.round(run(Newton(), "soft-absolute", (0.5, 0.4), 5).params, 14)
    )


@pytest.mark.parametrize(("line_search", "steps"), [("armijo", 21), ("strong-wolfe", 22)])
def test_rosenbrock_never_uphill(line_search: str, steps: int) -> None:
    """Science S15: 21 steps with Armijo; one more with strong Wolfe, which now and then asks for a flatter end."""
    made = run(NewtonLineSearch(line_search=line_search), "rosenbrock", (-1.2, 1.0), 60)
    assert np.argmax(np.linalg.norm(made.params - 1.0, axis=1) < 1e-6) == steps
    assert np.diff(made.loss).max() <= 0.0


@pytest.mark.parametrize(("line_search", "steps"), [("armijo", 5), ("strong-wolfe", 4)])
def test_it_comes_home_from_where_newton_runs_away(line_search: str, steps: int) -> None:
    """Science S15: Newton maps x to −x³ on √(1 + x²); from 3 it is lost at once. Wolfe's interpolation saves a step."""
    assert np.abs(run(Newton(), "soft-absolute", (3.0, 0.5), 2).params[-1]).max() > 1e4
    made = run(NewtonLineSearch(line_search=line_search), "soft-absolute", (3.0, 0.5), 40)
    assert np.argmax(np.linalg.norm(made.params, axis=1) < 1e-8) == steps


@pytest.mark.parametrize(("y", "steps"), [(1e-3, 9), (1e-6, 19), (1e-9, 29)])
def test_the_distance_from_a_saddle_doubles(y: float, steps: int) -> None:
    """Science S5 and B33: full steps along −|H|⁻¹g; strong Wolfe lengthens them and is out in two or three."""
    made = run(NewtonLineSearch(), "saddle", (1.5, y), 60)
    assert np.argmax(made.loss < -0.1) == steps
    np.testing.assert_allclose(made.params[1:8, 1] / made.params[:7, 1], 2.0, rtol=0.05)
    assert np.argmax(run(NewtonLineSearch(line_search="strong-wolfe"), "saddle", (1.5, y), 60).loss < -0.1) <= 3


@SEARCHES
def test_near_a_minimum_the_full_step_is_taken_and_errors_are_squared(line_search: str) -> None:
    made = run(NewtonLineSearch(line_search=line_search), "himmelblau", (3.3, 2.3), 5)
    errors = np.linalg.norm(made.params - (3.0, 2.0), axis=1)
    assert errors[4] < 1e-11
    assert np.all(errors[1:4] < errors[:3] ** 2)


@SEARCHES
def test_at_rest_it_asks_for_no_loss(line_search: str) -> None:
    made = run(NewtonLineSearch(line_search=line_search), "bowl", (0.0, 0.0), 5)
    assert made.totals.values == 0
    assert not made.params.any()
