from __future__ import annotations

import sys
import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from gui import error_dialog
from gui.error_dialog import ErrorReporter, show_error, versions

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def reporter(parent: QWidget) -> ErrorReporter:
    return ErrorReporter(parent, lambda: "kept")


def test_a_fault_of_another_thread_is_shown_in_the_windows(
    reporter: ErrorReporter, faults: list[tuple[str, str]], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[object] = []
    monkeypatch.setattr(error_dialog, "show_error", lambda *_arguments: threads.append(threading.current_thread()))
    thread = threading.Thread(target=reporter.report, args=("trace",))
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: bool(threads))
    assert threads == [threading.main_thread()]


def test_the_session_is_saved_before_the_dialog(parent: QWidget, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    order: list[str] = []

    def save() -> str:
        order.append("saved")
        return "kept"

    reporter = ErrorReporter(parent, save)
    monkeypatch.setattr(error_dialog, "show_error", lambda *_arguments: order.append("shown"))
    reporter.report("trace")
    qtbot.waitUntil(lambda: len(order) == 2)
    assert order == ["saved", "shown"]


def test_what_nobody_caught_is_reported_with_its_trace(
    reporter: ErrorReporter, faults: list[tuple[str, str]], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    reporter.install()
    try:
        raise LookupError("nowhere")
    except LookupError as error:
        sys.excepthook(type(error), error, error.__traceback__)
    qtbot.waitUntil(lambda: bool(faults))
    trace, kept = faults.pop()
    assert trace.endswith("LookupError: nowhere\n")
    assert "test_error_dialog.py" in trace
    assert kept == "kept"


def test_the_dialog_has_a_report_that_can_be_copied(parent: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    def press_copy(box: QMessageBox) -> None:
        assert box.informativeText() == "kept"
        (copy,) = (button for button in box.buttons() if "Copy" in button.text())
        monkeypatch.setattr(box, "clickedButton", lambda: copy)

    monkeypatch.setattr(QMessageBox, "exec", press_copy)
    show_error(parent, "the trace", "kept")
    assert QApplication.clipboard().text() == f"{versions()}\n\nthe trace"


def test_versions_name_what_matters() -> None:
    for name in ("Optimizer Sandbox", "Python", "PySide6", "pyqtgraph", "NumPy"):
        assert name in versions()
