from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.history import RunStatus, Snapshot
from engine.optimizers import OPTIMIZERS, make_optimizer
from engine.run import Run, RunConfig, run_to
from engine.schedules import Constant, Exponential, Schedule, StepDecay
from engine.watch import RESTING_STEPS
from surfaces import SurfaceSpec

Start = tuple[float, float]


def config(optimizer: str, surface: str, start: Start, schedule: Schedule | None = None, **values: object) -> RunConfig:
    known = make_optimizer(optimizer, values)
    spec = SurfaceSpec(surface) if surface.isalpha() else SurfaceSpec(formula=surface)
    return RunConfig(spec, start, known, schedule or Constant())


def descend(surface: str, start: Start, learning_rate: float, steps: int) -> Snapshot:
    return run_to(config("gradient-descent", surface, start, learning_rate=learning_rate), steps)


def test_converged_at_rest_in_a_minimum_and_no_step_later() -> None:
    run = descend("bowl", (-4.0, 3.0), 0.1, 10_000)
    assert run.status is RunStatus.CONVERGED
    assert run.last < 200
    assert run.gradient_norm[-1] < 1e-6
    lengths = np.linalg.norm(run.update, axis=1)
    resting = lengths <= 1e-8 * np.hypot(10, 10)
    assert resting[-RESTING_STEPS:].all()
    assert not resting[:-RESTING_STEPS].any()


def test_start_in_the_minimum_converges_after_the_resting_steps() -> None:
    run = descend("bowl", (0.0, 0.0), 0.1, 100)
    assert (run.status, run.last) == (RunStatus.CONVERGED, RESTING_STEPS)


def test_step_limit_is_said_when_it_is_reached_and_running_before() -> None:
    run = Run(config("gradient-descent", "bowl", (-4.0, 3.0)))
    run.advance(10)
    assert run.snapshot(limit=11).status is RunStatus.RUNNING
    assert run.snapshot(limit=10).status is RunStatus.STEP_LIMIT
    assert (run.is_done(10), run.is_done(11)) == (True, False)


@pytest.mark.parametrize(("start", "bound"), [((-7.0, 2.0), 200), ((1.0, -4.0), 200), ((0.0, 0.5), 400)])
def test_just_above_the_limit_it_diverges_soon(start: Start, bound: int) -> None:
    run = descend("book", start, 1.01, 10_000)
    assert run.status is RunStatus.DIVERGED
    assert run.last < bound
    assert f"iteration {run.last}" in run.reason


def test_two_cycle_on_the_limit_never_ends_by_itself() -> None:
    assert descend("book", (-7.0, 2.0), 1.0, 5000).status is RunStatus.STEP_LIMIT


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_a_plane_has_nothing_to_converge_to(name: str) -> None:
    """It goes down for ever, or off the map; only Newton's step does not exist there."""
    run = run_to(config(name, "plane", (0.0, 0.0), learning_rate=1e-3), 2000)
    assert (run.status is RunStatus.NON_FINITE) == (name == "newton")
    assert run.status is not RunStatus.CONVERGED
    assert name == "newton" or run.loss[-1] < 0.0


@pytest.mark.parametrize("schedule", [StepDecay(every=1, gamma=0.01), Exponential(gamma=0.5)])
def test_standing_still_without_pace_is_not_converged(schedule: Schedule) -> None:
    run = run_to(config("gradient-descent", "book", (-7.0, 2.0), schedule, learning_rate=0.1), 300)
    assert np.linalg.norm(run.update[-1]) < 1e-8
    assert run.status is RunStatus.STEP_LIMIT


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_on_the_line_to_the_saddle_only_chance_and_trial_points_lead_away(name: str) -> None:
    rate = 1.0 if name == "newton" else 0.05
    run = run_to(config(name, "saddle", (1.5, 0.0), learning_rate=rate), 2000)
    if run.params[:, 1].any():
        assert make_optimizer(name).draws or OPTIMIZERS[name].family == "derivative-free"
    else:
        assert run.status is RunStatus.STEP_LIMIT


def test_a_start_outside_the_bounds_runs_home() -> None:
    run = descend("bowl", (8.0, -20.0), 0.1, 1000)
    assert run.status is RunStatus.CONVERGED


def test_a_start_far_outside_is_no_divergence_while_it_comes_nearer() -> None:
    assert descend("bowl", (300.0, 0.0), 0.1, 1000).status is RunStatus.CONVERGED
    assert descend("bowl", (300.0, 0.0), 1.01, 1000).status is RunStatus.DIVERGED


def test_a_step_out_of_the_numbers_leaves_the_last_finite_row() -> None:
    run = descend("exp(x^2) + y^2", (3.0, 1.0), 1.0, 10)
    assert run.status is RunStatus.NON_FINITE
    assert (run.last, "iteration 1 " in run.reason) == (0, True)
    assert np.isfinite(run.table).all()


@pytest.mark.parametrize("formula", ["1/x + y", "ln(x) + y", "sqrt(x) + y^2"])
def test_a_start_without_a_loss_is_a_status_and_takes_no_step(formula: str) -> None:
    run = descend(formula, (0.0, 0.0), 0.1, 10)
    assert (run.status, run.last) == (RunStatus.NON_FINITE, 0)
    assert "start" in run.reason


def test_a_growing_schedule_beyond_the_floats_ends_as_non_finite() -> None:
    rising = config("gradient-descent", "book", (-7.0, 2.0), Exponential(gamma=1e200), learning_rate=1e-3)
    run = run_to(rising, 10)
    assert (run.status, run.last) == (RunStatus.NON_FINITE, 1)


@pytest.mark.parametrize("name", ["adam", "newton", "momentum"])
@settings(deadline=None, max_examples=40)
@given(slices=st.lists(st.integers(0, 90), max_size=12))
def test_slices_of_any_size_give_the_same_table(name: str, slices: list[int]) -> None:
    wanted = config(name, "himmelblau", (0.0, 0.0), learning_rate=0.01)
    run = Run(wanted)
    for steps in [*slices, 1]:
        run.advance(steps)
    whole = run_to(wanted, sum(slices) + 1)
    assert run.snapshot().table.tobytes() == whole.table.tobytes()
    assert run.snapshot(limit=sum(slices) + 1).status is whole.status


def test_after_the_end_advancing_changes_nothing() -> None:
    run = Run(config("gradient-descent", "book", (-7.0, 2.0), learning_rate=1.5))
    run.advance(1000)
    before = run.snapshot()
    run.advance(1000)
    assert run.snapshot().table.tobytes() == before.table.tobytes()
    assert run.snapshot().totals == before.totals


def test_learning_rate_column_is_the_schedules() -> None:
    schedule = StepDecay(every=3, gamma=0.5)
    run = run_to(config("gradient-descent", "bowl", (-4.0, 3.0), schedule, learning_rate=0.1), 7)
    np.testing.assert_array_equal(run.learning_rate, [0.1 * schedule.factor(k) for k in range(8)])


def test_loss_and_gradient_are_the_surfaces_at_each_row() -> None:
    run = descend("book", (-7.0, 2.0), 0.3, 20)
    x, y = run.params.T
    np.testing.assert_allclose(run.loss, x**2 / 20 + y**2, rtol=1e-14)
    np.testing.assert_allclose(run.gradient, np.stack([x / 10, 2 * y], axis=1), rtol=1e-14)
