from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from gui.widgets import message_bar
from gui.widgets.message_bar import LEVELS, MessageBar

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from gui.theme import Theme

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def bar(qtbot: QtBot) -> MessageBar:
    bar = MessageBar()
    qtbot.addWidget(bar)
    return bar


def test_bar_is_hidden_until_there_is_something_to_say(bar: MessageBar) -> None:
    assert bar.isHidden()


@pytest.mark.parametrize("level", LEVELS)
def test_message_is_shown_in_its_level(bar: MessageBar, theme: Theme, level: str) -> None:
    bar.set_theme(theme)
    bar.show_message("Adam diverged.", level)
    assert bar.isVisible()
    assert (bar.text(), bar.level()) == ("Adam diverged.", level)
    assert bar.property("level") == level


def test_newest_replaces(bar: MessageBar) -> None:
    bar.show_message("first", "danger", "Undo")
    bar.show_message("second", "warning")
    button = bar.findChild(QPushButton)
    assert button is not None
    assert bar.text() == "second"
    assert not button.isVisible()


def test_cross_closes(qtbot: QtBot, bar: MessageBar) -> None:
    bar.show_message("text", "danger")
    button = bar.findChild(QToolButton)
    assert button is not None
    with qtbot.waitSignal(bar.closed):
        qtbot.mouseClick(button, LEFT)
    assert bar.isHidden()


def test_action_closes_and_speaks(qtbot: QtBot, bar: MessageBar) -> None:
    bar.show_message("text", "warning", "Undo")
    button = bar.findChild(QPushButton)
    assert button is not None
    assert button.text() == "Undo"
    with qtbot.waitSignal(bar.action_triggered):
        qtbot.mouseClick(button, LEFT)
    assert bar.isHidden()


def test_only_an_info_goes_by_itself(qtbot: QtBot, bar: MessageBar, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(message_bar, "INFO_MS", 1)
    with qtbot.waitSignal(bar.closed, timeout=1000):
        bar.show_message("text", "info")
    with qtbot.assertNotEmitted(bar.closed, wait=20):
        bar.show_message("text", "warning")


def test_a_warning_after_an_info_stays(qtbot: QtBot, bar: MessageBar, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(message_bar, "INFO_MS", 5)
    bar.show_message("text", "info")
    with qtbot.assertNotEmitted(bar.closed, wait=30):
        bar.show_message("text", "warning")


def test_closing_twice_speaks_once(qtbot: QtBot, bar: MessageBar) -> None:
    bar.show_message("text")
    bar.close_message()
    with qtbot.assertNotEmitted(bar.closed):
        bar.close_message()


def test_unknown_level_is_refused(bar: MessageBar) -> None:
    with pytest.raises(ValueError, match="info, warning, danger"):
        bar.show_message("text", "loud")


def test_an_answer_of_its_own_is_called_in_place_of_the_signal(bar: MessageBar, qtbot: QtBot) -> None:
    answered: list[str] = []
    bar.show_message("Deleted.", "info", "Undo", lambda: answered.append("undo"))
    with qtbot.assertNotEmitted(bar.action_triggered):
        qtbot.mouseClick(bar._action, LEFT)
    assert answered == ["undo"]
    bar.show_message("Too fast.", "warning", "Tune")
    with qtbot.waitSignal(bar.action_triggered):
        qtbot.mouseClick(bar._action, LEFT)
    assert answered == ["undo"]


def test_an_info_stays_while_the_pointer_is_on_what_would_move(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    around = QWidget()
    qtbot.addWidget(around)
    bar = MessageBar(around)
    around.show()
    monkeypatch.setattr(message_bar, "INFO_MS", 10)
    monkeypatch.setattr(message_bar, "AGAIN_MS", 10)
    around.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    bar.show_message("Wrote a.csv.")
    qtbot.wait(60)
    assert bar.isVisible()
    around.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, on=False)
    qtbot.waitUntil(bar.isHidden)
