from __future__ import annotations

import threading
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from engine.run import run_to
from engine.session import default_session
from engine.tuning import tuned
from gui.controllers.edits import Edits
from gui.controllers.session_controller import SessionController
from gui.controllers.tuner import Tuner
from gui.workers.background import Background

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


@pytest.fixture
def sessions(qapp: object) -> SessionController:
    return SessionController(default_session())


@pytest.fixture
def background(qapp: object) -> Iterator[Background]:
    made = Background()
    yield made
    assert made.stop()


@pytest.fixture
def tuner(sessions: SessionController, background: Background) -> Tuner:
    return Tuner(sessions, background, sessions)


@pytest.fixture
def said(tuner: Tuner) -> list[str]:
    heard: list[str] = []
    tuner.said.connect(lambda text, _level: heard.append(text))
    tuner.failed.connect(heard.append)
    return heard


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Tuning waits here."""
    go, original = threading.Event(), tuned

    def gated(*arguments: Any) -> Any:
        go.wait(10)
        return original(*arguments)

    monkeypatch.setattr("gui.controllers.tuner.tuned", gated)
    yield go
    go.set()


def test_no_run_ends_higher_than_before_and_it_is_one_edit(
    tuner: Tuner, sessions: SessionController, background: Background, said: list[str], qtbot: QtBot
) -> None:
    before = sessions.session
    tuner.tune_all()
    qtbot.waitUntil(background.is_idle)
    after = sessions.session
    for old, new in zip(before.runs, after.runs, strict=True):
        losses = [run_to(before.config(run), before.steps).loss[-1] for run in (old, new)]
        assert losses[1] <= losses[0] * 1.2
    assert sessions.undo_stack.count() == 1
    assert "25 rates after 30 steps" in said[0]
    sessions.undo_stack.undo()
    assert sessions.session == before


def test_one_run_alone(tuner: Tuner, sessions: SessionController, background: Background, qtbot: QtBot) -> None:
    before = sessions.session
    tuner.tune_run(3)
    qtbot.waitUntil(background.is_idle)
    assert [run for run in sessions.session.runs if run.key != 3] == [run for run in before.runs if run.key != 3]


def test_rates_for_another_surface_are_dropped(
    tuner: Tuner,
    sessions: SessionController,
    background: Background,
    said: list[str],
    gate: threading.Event,
    qtbot: QtBot,
) -> None:
    tuner.tune_all()
    Edits(sessions, sessions).choose_surface("himmelblau")
    before = sessions.session
    gate.set()
    qtbot.waitUntil(background.is_idle)
    assert sessions.session is before
    assert said == []


def test_a_run_that_was_changed_meanwhile_is_left_alone(
    tuner: Tuner, sessions: SessionController, background: Background, gate: threading.Event, qtbot: QtBot
) -> None:
    tuner.tune_all()
    Edits(sessions, sessions).change_value(1, "learning_rate", 0.123, False)
    Edits(sessions, sessions).remove_run(2)
    gate.set()
    qtbot.waitUntil(background.is_idle)
    assert sessions.session.run(1).optimizer.learning_rate == 0.123
    assert [run.key for run in sessions.session.runs] == [1, 3, 4]


def test_a_cancelled_tuning_changes_nothing(
    tuner: Tuner,
    sessions: SessionController,
    background: Background,
    said: list[str],
    gate: threading.Event,
    qtbot: QtBot,
) -> None:
    tuner.tune_all()
    background.running()[0].cancelled = True
    gate.set()
    qtbot.waitUntil(background.is_idle)
    assert sessions.undo_stack.count() == 0
    assert "cancelled" in said[0]


def test_a_fault_is_told(
    tuner: Tuner, background: Background, said: list[str], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gui.controllers.tuner.tuned", lambda *_arguments: 1 / 0)
    tuner.tune_all()
    qtbot.waitUntil(background.is_idle)
    assert "ZeroDivisionError" in said[0]


def test_without_runs_nothing_is_done(sessions: SessionController, background: Background) -> None:
    sessions.edit(replace(sessions.session, runs=()), "Empty")
    Tuner(sessions, background, sessions).tune_all()
    assert background.is_idle()
