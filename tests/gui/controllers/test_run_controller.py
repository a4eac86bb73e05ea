from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from engine.run import run_to
from engine.session import Session, default_session
from gui.controllers.run_controller import RunController

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


@pytest.fixture
def runs(qapp: object) -> Iterator[RunController]:
    made = RunController()
    yield made
    assert made.stop()


def settle(runs: RunController, session: Session, qtbot: QtBot) -> None:
    runs.request(session)
    qtbot.waitUntil(lambda: runs.finished)


def test_snapshots_are_by_key_and_equal_to_the_engines(runs: RunController, qtbot: QtBot) -> None:
    session = default_session()
    settle(runs, session, qtbot)
    assert list(runs.snapshots) == [1, 2, 3, 4]
    for run in session.runs:
        expected = run_to(session.config(run), session.steps)
        assert runs.snapshots[run.key].table.tobytes() == expected.table.tobytes()
    assert runs.last == 30
    assert not runs.all_over


def test_the_timer_rests_when_all_is_done(runs: RunController, qtbot: QtBot) -> None:
    settle(runs, default_session(), qtbot)
    assert not runs._timer.isActive()


def test_answers_to_an_older_request_are_dropped(runs: RunController, qtbot: QtBot) -> None:
    session = default_session()
    settle(runs, session, qtbot)
    old = runs._worker.latest
    assert runs.stop()  # so that nothing newer comes
    runs.request(replace(session, start=(1.0, 1.0)))
    assert runs._worker.latest is old
    with qtbot.assertNotEmitted(runs.results_changed):
        runs._on_timer_timeout()
    assert not runs.finished


def test_equal_runs_share_their_numbers(runs: RunController, qtbot: QtBot) -> None:
    session = default_session()
    twin = session.adding_run(session.runs[0].optimizer)
    settle(runs, twin, qtbot)
    assert runs.snapshots[5] is runs.snapshots[1]


def test_what_is_only_renamed_or_reordered_is_not_computed_again(runs: RunController, qtbot: QtBot) -> None:
    session = default_session()
    settle(runs, session, qtbot)
    table = runs.snapshots[2].table
    changed = session.moving_run(2, 1).with_run(replace(session.run(2), label="Ball", visible=False))
    settle(runs, changed, qtbot)
    assert runs.snapshots[2].table.base is table.base


def test_without_runs_all_is_over_at_once(runs: RunController, qtbot: QtBot) -> None:
    settle(runs, replace(default_session(), runs=()), qtbot)
    assert (runs.snapshots, runs.last, runs.all_over) == ({}, 0, True)
