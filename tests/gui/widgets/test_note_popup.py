from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from gui.widgets.note_popup import NotePopup

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def owner(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def popup(owner: QWidget) -> NotePopup:
    made = NotePopup("old", 10, owner)
    made.show_above(QPoint(200, 300))
    return made


@pytest.fixture
def heard(popup: NotePopup) -> list[str]:
    log: list[str] = []
    popup.note_given.connect(log.append)
    popup.removed.connect(lambda: log.append("REMOVED"))
    popup.closed.connect(lambda: log.append("CLOSED"))
    return log


def test_enter_gives_the_note(popup: NotePopup, heard: list[str], qtbot: QtBot) -> None:
    assert popup.field.selectedText() == "old"
    qtbot.keyClicks(popup.field, " much too long ")
    qtbot.keyClick(popup.field, Qt.Key.Key_Return)
    assert heard == ["much too", "CLOSED"]


def test_escape_gives_nothing(popup: NotePopup, heard: list[str], qtbot: QtBot) -> None:
    qtbot.keyClicks(popup.field, "new")
    qtbot.keyClick(popup.field, Qt.Key.Key_Escape)
    assert heard == ["CLOSED"]


def test_the_button_takes_the_bookmark_away(popup: NotePopup, heard: list[str], qtbot: QtBot) -> None:
    assert popup.remove.accessibleName() == "Delete the bookmark"
    qtbot.mouseClick(popup.remove, Qt.MouseButton.LeftButton)
    assert heard == ["REMOVED", "CLOSED"]


def test_it_stands_above_the_place(popup: NotePopup) -> None:
    assert popup.y() + popup.height() <= 300
    popup.close()


def test_it_opens_within_the_window(owner: QWidget, qtbot: QtBot) -> None:
    owner.setGeometry(50, 50, 500, 400)
    for x in (0, 300, 549):
        popup = NotePopup("", 10, owner)
        popup.show_above(QPoint(x, 400))
        assert popup.geometry().left() >= 50
        assert popup.geometry().right() < 550
        popup.close()
