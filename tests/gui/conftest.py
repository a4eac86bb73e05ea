"""Every test of the window runs offscreen and leaves nothing behind."""

from __future__ import annotations

import gc
import os

# Before the first import of Qt.
os.environ["QT_QPA_PLATFORM"] = "offscreen"

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSettings

from gui import error_dialog
from gui.main_window import MainWindow
from gui.settings import Settings
from gui.theme import DARK, LIGHT, Theme
from gui.translation.language import speak
from tests.gui.guards import LeakGuard, QtWarnings, remember_origins
from tests.gui.hands import Hands

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

remember_origins()


@pytest.fixture(scope="session", autouse=True)
def _frozen() -> None:
    """What was imported stays: the collections after each test need not walk it."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def _nothing_left_behind(qapp: QApplication) -> Iterator[None]:
    """Fail on threads, running timers and windows left, and on Qt's warnings."""
    guard, warnings = LeakGuard(), QtWarnings()
    warnings.install()
    yield
    leaks = guard.leaks()
    guard.clean_up()
    speak("en")
    warnings.remove()
    problems = leaks + [f"Qt warned: {text}" for text in warnings.texts]
    if problems:
        pytest.fail("\n".join(problems), pytrace=False)


@pytest.fixture(params=[LIGHT, DARK], ids=["light", "dark"])
def theme(request: pytest.FixtureRequest) -> Theme:
    """Each of the two themes in turn."""
    chosen: Theme = request.param
    return chosen


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """What is remembered, in a store of the test's own."""
    return Settings(QSettings(str(tmp_path / "store" / "settings.ini"), QSettings.Format.IniFormat))


@pytest.fixture
def faults(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[tuple[str, str]]]:
    """The fault dialogs shown (trace, what was said of the session); one that a test does not take out fails it."""
    shown: list[tuple[str, str]] = []
    monkeypatch.setattr(error_dialog, "show_error", lambda _parent, trace, kept: shown.append((trace, kept)))
    yield shown
    assert shown == []


@pytest.fixture
def open_window(qtbot: QtBot, settings: Settings, faults: list[tuple[str, str]]) -> Callable[[], Hands]:
    """Opens windows that remember the same things, each with its first runs computed."""

    def open_one() -> Hands:
        window = MainWindow(settings=settings)
        qtbot.addWidget(window)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        hands = Hands(window, qtbot)
        hands.rest()
        return hands

    return open_one


@pytest.fixture
def hands(open_window: Callable[[], Hands]) -> Hands:
    """A window as it first opens."""
    return open_window()
