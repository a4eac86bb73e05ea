from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import pytest

from engine.branch import Origin
from engine.branch_run import open_run
from engine.clock import WALL, moment_of, moments, row_at, tells
from engine.history import Snapshot
from engine.laps import UNMEASURED, Laps, seconds, upto
from engine.optimizers import make_optimizer
from engine.run import Run, RunConfig, run_to
from engine.schedules import Constant
from surfaces import SurfaceSpec

if TYPE_CHECKING:
    from engine.steppers import Point

CONFIG = RunConfig(SurfaceSpec("rosenbrock"), (-1.5, 2.0), make_optimizer("adam", {"lr": 1e-3}), Constant())


def branch(at: int, parent: RunConfig = CONFIG) -> RunConfig:
    return replace(parent, origin=Origin(parent.optimizer, parent.schedule, at, nudge=(0.1, 0.0), origin=parent.origin))


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """A stopwatch: a step takes a second, of a branch ten, of its branch a hundred; a first one 1000 more, once."""
    now, begun, next_rows = [0.0], set(), Run._next_rows

    def slowly(run: Run, steps: int) -> list[Point]:
        rows, origin, pace = next_rows(run, steps), run.config.origin, 1.0
        while origin is not None:
            origin, pace = origin.origin, 10.0 * pace
        now[0] += pace * len(rows) + 1000.0 * (run not in begun)
        begun.add(run)
        return rows

    monkeypatch.setattr(Run, "_next_rows", slowly)
    monkeypatch.setattr("engine.run.stopwatch", lambda: now[0])
    return now


@pytest.fixture
def laps() -> Laps:
    laps = Laps()
    laps.add(0, 10, 1.0)
    laps.add(10, 30, 3.0)
    return laps


def test_within_a_lap_every_step_counts_alike(laps: Laps) -> None:
    assert laps.view().tolist() == [[0, 10, 30], [0, 1, 4]]
    assert seconds(laps.view(), np.array([0, 5, 10, 20, 30])).tolist() == [0.0, 0.5, 1.0, 2.5, 4.0]
    assert float(seconds(laps.view(), 12)) == pytest.approx(1.3)


def test_a_lap_that_reached_no_row_is_none(laps: Laps) -> None:
    laps.add(30, 30, 5.0)
    assert laps.view().tolist() == [[0, 10, 30], [0, 1, 4]]


def test_steps_nobody_timed_took_as_long_as_those_after_them(laps: Laps) -> None:
    laps.add(40, 60, 2.0)
    assert laps.view().tolist() == [[0, 10, 30, 60], [0, 1, 4, 7]]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (0, [[0], [0]]),
        (10, [[0, 10], [0, 1]]),
        (20, [[0, 10, 20], [0, 1, 2.5]]),
        (30, [[0, 10, 30], [0, 1, 4]]),
        (99, [[0, 10, 30], [0, 1, 4]]),
    ],
)
def test_laps_up_to_a_row_end_there(laps: Laps, row: int, expected: list[list[float]]) -> None:
    assert upto(laps.view(), row).tolist() == expected


def test_what_was_handed_out_stays_as_it_was_and_cannot_be_written() -> None:
    laps, views = Laps(), []
    for row in range(1, 400):
        laps.add(row - 1, row, 0.5)
        views.append(laps.view())
    for row, view in enumerate(views, 1):
        assert view.tolist() == [list(range(row + 1)), [0.5 * k for k in range(row + 1)]]
    with pytest.raises(ValueError, match="read-only"):
        views[-1][0] = 1.0


def test_what_goes_on_from_where_nothing_was_measured_is_not_measured_either() -> None:
    laps = Laps(UNMEASURED)
    laps.add(0, 7, 1.0)
    assert laps.view().shape == (2, 0)
    assert upto(laps.view(), 3).shape == (2, 0)
    assert np.isnan(seconds(laps.view(), np.arange(3))).tolist() == [True] * 3


def test_a_run_times_its_steps_but_not_what_is_made_ready_nor_pauses(clock: list[float]) -> None:
    run, taken = Run(CONFIG), []
    assert run.snapshot().laps.tolist() == [[0], [0]]
    for _ in range(3):
        run.advance(64)
        taken.append(run.snapshot())
        clock[0] += 500.0
    assert taken[-1].laps.tolist() == [[0, 64, 128, 192]] * 2
    assert taken[0].laps.tolist() == [[0, 64]] * 2
    run.advance(5000)
    assert run.snapshot().laps.tolist() == [[0, 64, 128, 192, 192 + 4096, 5192]] * 2


def test_a_single_first_step_is_counted_with_the_next_lap(clock: list[float]) -> None:
    run = Run(CONFIG)
    run.advance(1)
    assert moments(run.snapshot(), WALL).tolist() == [0.0, 0.0]
    run.advance(0)
    run.advance(4)
    assert moments(run.snapshot(), WALL).tolist() == [0.0, 1.0, 2.0, 3.0, 4.0, 5.0]
    assert clock[0] == 1005.0


@pytest.mark.usefixtures("clock")
def test_moments_of_a_growing_run_never_fall_and_never_change() -> None:
    run, shown = Run(CONFIG), []
    for steps in (64, 1, 64, 30):
        run.advance(steps)
        shown.append(moments(run.snapshot(), WALL))
    for before, after in pairwise(shown):
        assert after[: len(before)].tolist() == before.tolist()
    snapshot = run.snapshot()
    assert shown[-1].tolist() == list(range(len(snapshot)))
    assert [row_at(snapshot, WALL, moment) for moment in shown[-1]] == list(range(len(snapshot)))
    assert [row_at(snapshot, WALL, moment) for moment in (-1.0, 1.9, 1e9)] == [0, 1, snapshot.last]
    assert moment_of(snapshot, WALL, 64) == 64.0


@pytest.mark.usefixtures("clock")
def test_a_branch_has_its_parents_laps_to_where_it_left_and_its_own_behind() -> None:
    parent = Run(CONFIG)
    parent.advance(64)
    parent.advance(64)
    left = open_run(branch(96), parent)
    left.advance(64)
    own = [[0, 64, 96, 160], [0, 64, 96, 96 + 640]]
    assert left.snapshot().laps.tolist() == own
    parent.advance(64)
    left.advance(64)
    assert left.snapshot().laps.tolist() == [[*own[0], 224], [*own[1], 96 + 1280]]
    assert parent.snapshot().laps.tolist() == [[0, 64, 128, 192]] * 2


@pytest.mark.usefixtures("clock")
def test_what_a_branch_lets_its_parent_do_is_the_parents_and_counted_once() -> None:
    parent = Run(CONFIG)
    left = open_run(branch(96), parent)
    left.advance(64)
    assert left.snapshot().laps.tolist() == parent.snapshot().laps.tolist() == [[0, 64], [0, 64]]
    left.advance(64)
    assert parent.snapshot().laps.tolist() == [[0, 64, 96], [0, 64, 96]]
    assert left.snapshot().laps.tolist() == [[0, 64, 96, 128], [0, 64, 96, 96 + 320]]


@pytest.mark.usefixtures("clock")
def test_a_branch_of_a_branch_has_the_laps_of_both() -> None:
    last = run_to(branch(20, branch(10)), 30)
    assert last.laps.tolist() == [[0, 10, 20, 30], [0, 10, 110, 1110]]


def test_a_resumed_run_has_the_laps_to_where_it_goes_on() -> None:
    whole = run_to(CONFIG, 50)
    resumed = Run.resumed(CONFIG, whole, 20)
    resumed.advance(30)
    laps = resumed.snapshot().laps
    assert laps[0].tolist() == [0, 20, 50]
    assert laps[1, 1] == moment_of(whole, WALL, 20)


def test_a_record_nobody_measured_has_no_moments() -> None:
    whole = run_to(CONFIG, 5)
    bare = Snapshot(whole.table, whole.layout, whole.status)
    assert tells(whole, WALL)
    assert not tells(bare, WALL)
    assert tells(bare, "epoch")
    assert np.isnan(moments(bare, WALL)).all()
    assert not tells(Run.resumed(CONFIG, bare, 2).snapshot(), WALL)


def test_a_run_that_cannot_begin_has_its_start_only() -> None:
    broken = run_to(replace(CONFIG, surface=SurfaceSpec(formula="log(x) + y")), 10)
    assert broken.last == 0
    assert moments(broken, WALL).tolist() == [0.0]
