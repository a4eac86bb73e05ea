"""Which row each run stands at: with snapshots made by hand, so that every moment is known."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QObject, Signal

from engine.batches import Sampling
from engine.history import Layout, RunStatus, Snapshot
from engine.optimizers import make_optimizer
from engine.session import Session
from gui.controllers.playback import Playback
from gui.controllers.session_controller import SessionController
from gui.controllers.timekeeper import Timekeeper
from surfaces import SurfaceSpec, build_surface

LAYOUT = Layout(2, (("hessian_evaluations", 1),))
CHEAP, DEAR = 1, 2


def recorded(rows: int, gradients: float, hessians: float, status: RunStatus = RunStatus.STEP_LIMIT) -> Snapshot:
    """A run whose every step costs so much."""
    table = np.zeros((rows, LAYOUT.width))
    table[:, 6], table[:, 7] = gradients * np.arange(rows), hessians * np.arange(rows)
    return Snapshot(table, LAYOUT, status)


class Runs(QObject):
    """What the timekeeper asks of the run controller."""

    results_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.finished = True
        self.snapshots = {CHEAP: recorded(101, 1, 0), DEAR: recorded(101, 1, 1)}

    @property
    def last(self) -> int:
        return max(snapshot.last for snapshot in self.snapshots.values())

    @property
    def all_over(self) -> bool:
        return all(snapshot.status.is_final for snapshot in self.snapshots.values())


class Bench:
    """A timekeeper with all it needs: a cheap run (1 evaluation a step) and a dear one (3)."""

    def __init__(self, session: Session) -> None:
        self.sessions = SessionController(session)
        self.runs = Runs()
        self.playback = Playback()
        runs: Any = self.runs
        self.keeper = Timekeeper(self.sessions, runs, self.playback)
        self.playback.set_last(self.keeper.last)
        self.keeper.refresh()

    def pace(self, name: str) -> None:
        self.sessions.set_view(replace(self.sessions.session.view, pace=name))

    @property
    def rows(self) -> tuple[int, ...]:
        return tuple(self.keeper.rows.values())


@pytest.fixture
def bench(qapp: object) -> Bench:
    session = Session(SurfaceSpec("bowl"), (1.0, 2.0), steps=100)
    return Bench(session.adding_run(make_optimizer("gd")).adding_run(make_optimizer("newton")))


def test_by_the_same_iteration_all_stand_at_the_playhead(bench: Bench) -> None:
    bench.playback.go_to(40)
    assert bench.rows == (40, 40)
    assert bench.keeper.iteration == 40
    assert bench.keeper.last == 100


def test_a_run_that_ended_stays_at_its_end(bench: Bench) -> None:
    bench.runs.snapshots[DEAR] = recorded(8, 1, 1, RunStatus.CONVERGED)
    bench.playback.go_to(40)
    assert bench.rows == (40, 7)


def test_by_the_same_evaluations_the_dear_run_has_taken_fewer_steps(bench: Bench) -> None:
    bench.pace("evaluations")
    bench.playback.go_to(31)
    assert bench.rows == (31, 10)
    assert bench.keeper.iteration == 31


def test_the_timeline_ends_where_the_first_run_would_stand_still_unrecorded(bench: Bench) -> None:
    bench.pace("evaluations")
    assert bench.keeper.last == 100
    bench.runs.snapshots[CHEAP] = recorded(101, 1, 0, RunStatus.CONVERGED)
    assert bench.keeper.last == 300
    bench.runs.snapshots[DEAR] = recorded(101, 1, 1, RunStatus.DIVERGED)
    assert bench.keeper.last == 300


def test_while_runs_are_computed_the_timeline_does_not_shrink(bench: Bench) -> None:
    bench.pace("evaluations")
    bench.runs.finished = False
    bench.runs.snapshots[CHEAP] = recorded(11, 1, 0, RunStatus.RUNNING)
    assert bench.keeper.last == 100


def test_hidden_runs_do_not_shorten_it(bench: Bench) -> None:
    bench.pace("evaluations")
    run = bench.sessions.session.run(CHEAP)
    bench.sessions.adopt(bench.sessions.session.with_run(replace(run, visible=False)))
    assert bench.keeper.last == 300


def test_a_step_leads_to_where_the_next_run_takes_one(bench: Bench) -> None:
    bench.pace("evaluations")
    run = bench.sessions.session.run(CHEAP)
    bench.keeper.step(1)
    assert (bench.playback.tick, bench.rows) == (1, (1, 0))
    bench.sessions.adopt(bench.sessions.session.with_run(replace(run, visible=False)))
    bench.keeper.step(1)
    bench.keeper.step(2)
    assert (bench.playback.tick, bench.rows[1]) == (9, 3)
    bench.keeper.step(-2)
    assert (bench.playback.tick, bench.rows[1]) == (3, 1)
    bench.keeper.step(-5)
    assert bench.playback.tick == 0


def test_a_step_past_the_end_wants_more(bench: Bench) -> None:
    wanted: list[int] = []
    bench.playback.more_wanted.connect(wanted.append)
    bench.pace("evaluations")
    bench.playback.to_end()
    bench.keeper.step(1)
    assert wanted == [102]  # the dear run's next step: 34 of 3 evaluations
    assert bench.keeper.steps_to(102) == 102
    bench.pace("iteration")
    assert bench.keeper.steps_to(140) == 140


@pytest.mark.parametrize(("pace", "tick"), [("evaluations", 60), ("epoch", 20), ("alone", 20)])
def test_another_pace_leaves_the_chosen_run_where_it_is(bench: Bench, pace: str, tick: int) -> None:
    bench.keeper.choose(DEAR)
    bench.playback.go_to(20)
    bench.pace(pace)
    assert bench.keeper.row(DEAR) == 20
    assert bench.playback.tick == tick
    bench.pace("iteration")
    assert bench.rows == (20, 20)


def test_alone_the_others_wait_and_whoever_is_chosen_goes_on_from_there(bench: Bench) -> None:
    bench.playback.go_to(10)
    bench.pace("alone")
    bench.keeper.step(5)
    assert bench.rows == (15, 10)
    bench.keeper.choose(DEAR)
    assert (bench.playback.tick, bench.rows) == (10, (15, 10))
    bench.keeper.step(-3)
    assert bench.rows == (15, 7)
    bench.keeper.choose(CHEAP)
    assert (bench.playback.tick, bench.rows) == (15, (15, 7))
    bench.pace("iteration")
    assert bench.rows == (15, 15)


def test_alone_a_run_that_is_taken_away_leaves_time_to_another(bench: Bench) -> None:
    bench.pace("alone")
    bench.keeper.step(5)
    bench.keeper.choose(DEAR)
    bench.keeper.step(9)
    bench.sessions.edit(bench.sessions.session.without_run(DEAR), "Remove run")
    del bench.runs.snapshots[DEAR]
    assert bench.keeper.chosen == CHEAP
    assert (bench.playback.tick, bench.keeper.row(CHEAP)) == (5, 5)


def test_rewound_nobody_waits_anywhere(bench: Bench) -> None:
    bench.playback.go_to(10)
    bench.pace("alone")
    bench.playback.rewind()
    assert bench.rows == (0, 0)


def test_going_to_a_row_of_a_run(bench: Bench) -> None:
    bench.pace("evaluations")
    bench.keeper.go_to_row(DEAR, 7)
    assert (bench.playback.tick, bench.rows) == (21, (21, 7))
    bench.keeper.go_to_iteration(30)
    assert bench.playback.tick == 30
    bench.pace("alone")
    bench.keeper.go_to_row(DEAR, 4)
    assert (bench.keeper.chosen, bench.rows) == (DEAR, (30, 4))


def test_the_first_visible_run_is_chosen_until_somebody_chooses(bench: Bench) -> None:
    heard: list[int] = []
    bench.keeper.chosen_changed.connect(lambda: heard.append(bench.keeper.chosen))
    assert bench.keeper.chosen == CHEAP
    bench.keeper.choose(CHEAP)
    bench.keeper.choose(DEAR)
    assert heard == [DEAR]


def test_without_runs_nobody_is_chosen(qapp: object) -> None:
    bench = Bench(Session(SurfaceSpec("bowl"), (1.0, 2.0)))
    assert bench.keeper.chosen == 0


def test_a_batch_more_keeps_the_moment(bench: Bench) -> None:
    samples = build_surface(SurfaceSpec("linear-regression")).samples  # type: ignore[attr-defined]
    bench.sessions.adopt(replace(bench.sessions.session, surface=SurfaceSpec("linear-regression")))
    bench.pace("evaluations")
    bench.playback.go_to(12)
    run = bench.sessions.session.run(CHEAP)
    bench.sessions.adopt(bench.sessions.session.with_run(replace(run, sampling=Sampling(4))))
    assert (bench.playback.unit, bench.playback.tick) == (samples, 12 * samples)
    assert bench.rows == (12, 4)
