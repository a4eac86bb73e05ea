"""Where runs stand at the ticks of their clock: with snapshots made by hand, so that every moment is known."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine.batches import Sampling
from engine.history import Layout, RunStatus, Snapshot
from engine.optimizers import make_optimizer
from engine.pace import Pace, ticks_per_unit
from engine.session import Session, View
from surfaces import SurfaceSpec, build_surface

LAYOUT = Layout(2, (("hessian_evaluations", 1),))
CHEAP, DEAR = 1, 2


def recorded(rows: int, hessians: float, status: RunStatus = RunStatus.STEP_LIMIT) -> Snapshot:
    """A run whose every step costs a gradient and so many Hessians, each of which counts as two gradients."""
    table = np.zeros((rows, LAYOUT.width))
    table[:, 6], table[:, 7] = np.arange(rows), hessians * np.arange(rows)
    return Snapshot(table, LAYOUT, status)


def session(pace: str) -> Session:
    """A session of two runs that go along at this pace."""
    made = Session(SurfaceSpec("bowl"), (1.0, 2.0), view=View(pace=pace))
    return made.adding_run(make_optimizer("gd")).adding_run(make_optimizer("newton"))


def test_by_the_iteration_all_runs_stand_at_the_tick_or_their_end() -> None:
    pace = Pace.of(session("iteration"), (recorded(31, 0), recorded(12, 1, RunStatus.CONVERGED)))
    assert (pace.clock, pace.unit, pace.last) == ("iteration", 1, 30)
    assert pace.rows(7) == {CHEAP: 7, DEAR: 7}
    assert pace.rows(30) == {CHEAP: 30, DEAR: 11}


def test_by_evaluations_a_dear_run_takes_fewer_steps_and_the_cheap_one_ends_the_film() -> None:
    pace = Pace.of(session("evaluations"), (recorded(31, 0), recorded(31, 1)))
    assert pace.rows(9) == {CHEAP: 9, DEAR: 3}
    assert pace.last == 30


def test_a_run_that_is_over_does_not_end_the_film() -> None:
    runs = (recorded(5, 0, RunStatus.CONVERGED), recorded(31, 1))
    assert Pace.of(session("evaluations"), runs).last == 90


def test_runs_that_are_all_over_are_shown_to_the_last() -> None:
    runs = (recorded(5, 0, RunStatus.CONVERGED), recorded(4, 1, RunStatus.DIVERGED))
    assert Pace.of(session("evaluations"), runs).last == 9
    assert Pace.of(session("iteration"), runs).last == 4


def test_a_hidden_run_does_not_lengthen_time() -> None:
    made = session("iteration")
    made = made.with_run(replace(made.runs[0], visible=False))
    assert Pace.of(made, (recorded(31, 0), recorded(12, 1))).last == 11


def test_who_waits_stays() -> None:
    pace = Pace.of(session("alone"), (recorded(31, 0), recorded(12, 1)), {CHEAP: 20})
    assert pace.last == 11
    assert [pace.rows(tick) for tick in (0, 5, 11)] == [{DEAR: tick, CHEAP: 20} for tick in (0, 5, 11)]


def test_without_runs_there_is_one_moment() -> None:
    pace = Pace.of(Session(SurfaceSpec("bowl"), (1.0, 2.0)), ())
    assert (pace.last, pace.rows(0), pace.ticks(0, 0, 120)) == (0, {}, (0,))


@pytest.mark.parametrize(
    ("first", "last", "every", "ticks"),
    [
        (0, 3, None, (0, 1, 2, 3)),
        (0, 9, None, (0, 3, 6, 9)),
        (2, 12, None, (2, 6, 10, 12)),
        (0, 7, 3, (0, 3, 6, 7)),
        (5, 5, None, (5,)),
    ],
)
def test_ticks_are_even_few_and_have_both_ends(
    first: int, last: int, every: int | None, ticks: tuple[int, ...]
) -> None:
    pace = Pace.of(session("iteration"), (recorded(31, 0), recorded(31, 1)))
    assert pace.ticks(first, last, 4, every) == ticks


@pytest.mark.parametrize(
    ("pace", "batch", "surface", "ticks"),
    [
        ("evaluations", 4, "linear-regression", "samples"),
        ("epoch", 4, "linear-regression", "samples"),
        ("iteration", 4, "linear-regression", 1),
        ("alone", 4, "linear-regression", 1),
        ("evaluations", 0, "linear-regression", 1),
        ("evaluations", 4, "bowl", 1),
    ],
)
def test_where_runs_see_batches_a_tick_is_a_sample(pace: str, batch: int, surface: str, ticks: int | str) -> None:
    session = Session(SurfaceSpec(surface), (0.0, 0.0), view=View(pace=pace)).adding_run(make_optimizer("gd"))
    session = session.with_run(replace(session.runs[0], sampling=Sampling(batch)))
    samples = getattr(build_surface(session.surface), "samples", 1)
    assert ticks_per_unit(session) == (samples if ticks == "samples" else ticks)
