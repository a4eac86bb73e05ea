"""Stories about what should not happen: faults in a step, closing in the middle of work."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QThread

from engine.run import Run
from engine.session_file import load_session
from gui.shown import GRID
from surfaces.contours import Contours, contours
from tests.gui.hands import pick, type_into

if TYPE_CHECKING:
    from tests.gui.hands import Hands

Faults = list[tuple[str, str]]


def test_a_fault_in_a_step_is_shown_once_the_session_is_kept_and_the_app_goes_on(
    hands: Hands, faults: Faults, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(_run: Run, _steps: int) -> None:
        raise ZeroDivisionError("the worker broke")

    with monkeypatch.context() as patch:
        patch.setattr(Run, "advance", fail)
        hands.add("adam")
        hands.settle()
        hands.until(lambda: bool(faults))
    ((trace, kept),) = faults
    faults.clear()
    assert "ZeroDivisionError: the worker broke" in trace
    assert "the worker broke" in capsys.readouterr().err
    assert "Reopen last session" in kept
    assert load_session(hands.window.settings.last_session_path()) == hands.session
    assert len(hands.session.runs) == 5
    hands.window.grab()
    type_into(hands.desk.surface.start_x, "-6")
    hands.settle()
    assert len(hands.snapshots) == 5
    assert {snapshot.last for snapshot in hands.snapshots.values()} == {30}
    hands.assert_consistent()


@pytest.mark.parametrize("name", ["contours", "export_figure"])
def test_a_fault_in_the_background_is_shown_once(
    hands: Hands, faults: Faults, monkeypatch: pytest.MonkeyPatch, name: str, tmp_path: object
) -> None:
    def fail(*arguments: Any, **_named: object) -> Contours:
        if name == "contours" and arguments[2] != GRID:
            return contours(*arguments)  # a small picture of the list
        raise RuntimeError("no picture today")

    places = {"contours": "gui.controllers.pictures.contours", "export_figure": "gui.figure.export_figure"}
    with monkeypatch.context() as patch:
        patch.setattr(places[name], fail)
        if name == "contours":
            pick(hands.window.menus.levels, "quantile")
        else:
            patch.setattr("gui.dialogs.ask_picture", lambda *_arguments: hands.window.settings.last_session_path())
            pick(hands.window.menus.file, "export-picture")
        hands.rest()
        hands.until(lambda: bool(faults))
    assert len(faults) == 1
    assert "no picture today" in faults[0][0]
    faults.clear()


def test_while_a_fault_is_shown_others_are_only_printed(
    hands: Hands, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shown: list[str] = []

    def show(_parent: object, trace: str, _kept: str) -> None:
        shown.append(trace)
        hands.window.reporter._on_reported("third")

    monkeypatch.setattr("gui.error_dialog.show_error", show)
    hands.window.reporter.report("first")
    hands.window.reporter.report("second")
    hands.until(lambda: len(shown) == 2)
    assert shown == ["first", "second"]
    assert "second" in capsys.readouterr().err


def test_a_session_that_cannot_be_kept_is_said(hands: Hands, faults: Faults) -> None:
    hands.window.settings.last_session_path().mkdir(parents=True)
    hands.window.reporter.report("trace")
    hands.until(lambda: bool(faults))
    assert faults.pop()[1] == "The session could not be kept."
    hands.window.settings.last_session_path().rmdir()


def test_closing_in_the_middle_of_a_million_steps_ends_the_threads_soon(hands: Hands) -> None:
    hands.choose_surface("rosenbrock")
    for key in hands.keys:
        hands.lab.edits.change_value(key, "learning_rate", 1e-6, False)
    type_into(hands.field, "1000000")
    hands.until(lambda: hands.lab.runs.last > 1000)
    assert not hands.lab.runs.finished
    hands.lab.tuner.tune_run(1)
    begin = time.perf_counter()
    hands.window.close()
    assert time.perf_counter() - begin < 3.0
    worker = hands.lab.runs._worker
    assert isinstance(worker, QThread)
    assert worker.isFinished()
    assert hands.lab.background._pool.activeThreadCount() == 0


def test_the_window_answers_while_a_million_steps_are_computed(hands: Hands) -> None:
    hands.choose_surface("rosenbrock")
    for key in hands.keys[1:]:
        hands.lab.edits.remove_run(key)
    hands.lab.edits.change_value(1, "learning_rate", 1e-6, False)
    type_into(hands.field, "1000000")
    hands.until(lambda: hands.lab.runs.last > 5000)
    type_into(hands.field, "3")
    assert hands.iteration == 3
    hands.undo()
    hands.undo()
    hands.until(lambda: len(hands.lab.runs.snapshots) == len(hands.keys))
