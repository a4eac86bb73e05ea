from __future__ import annotations

import threading

from PySide6.QtCore import QThread, QTimer, qWarning
from PySide6.QtWidgets import QLabel, QWidget

from tests.gui.guards import LeakGuard, QtWarnings, origin


def test_guard_finds_nothing_after_nothing() -> None:
    assert LeakGuard().leaks() == []


def test_guard_names_a_window_and_takes_it_away() -> None:
    guard = LeakGuard()
    window = QLabel("left")
    window.setObjectName("orphan")
    (leak,) = guard.leaks()
    assert "QLabel “orphan”" in leak
    assert "test_guards.py" in leak
    guard.clean_up()
    assert guard.leaks() == []


def test_guard_forgives_a_window_that_only_a_cycle_holds() -> None:
    guard = LeakGuard()
    window = QWidget()
    window.cycle = window  # type: ignore[attr-defined]
    del window
    assert guard.leaks() == []


def test_guard_names_a_running_timer() -> None:
    guard = LeakGuard()
    timer = QTimer()
    timer.start(1000)
    (leak,) = guard.leaks()
    assert leak.startswith("QTimer started at test_guards.py")
    timer.stop()
    assert guard.leaks() == []


def test_guard_names_a_python_thread() -> None:
    guard, go = LeakGuard(), threading.Event()
    thread = threading.Thread(target=go.wait, name="waiter")
    thread.start()
    (leak,) = guard.leaks()
    assert "Thread “waiter” started at test_guards.py" in leak
    go.set()
    thread.join()
    assert guard.leaks() == []


def test_guard_names_a_qthread() -> None:
    guard = LeakGuard()
    thread = QThread()
    thread.start()
    (leak,) = guard.leaks()
    assert leak.startswith("QThread started at test_guards.py")
    thread.quit()
    assert thread.wait(2000)
    assert guard.leaks() == []


def test_guard_ignores_what_was_there_before() -> None:
    timer = QTimer()
    timer.start(1000)
    assert LeakGuard().leaks() == []
    timer.stop()


def test_origin_of_a_stranger_is_unknown() -> None:
    assert origin(QTimer()) == "an unknown place"


def test_warnings_are_collected_except_the_harmless_one() -> None:
    warnings = QtWarnings()
    warnings.install()
    # The handler before it is this test's own guard, which would rightly fail the test.
    warnings._previous, previous = None, warnings._previous
    qWarning("This plugin does not support propagateSizeHints()")
    qWarning("something is wrong")
    warnings._previous = previous
    warnings.remove()
    assert warnings.texts == ["something is wrong"]
