from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from gui.widgets.name_popup import NamePopup
from tests.gui.hands import click, type_into

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def problem(name: str) -> str:
    return {"": "A name is needed.", "taken": "It is taken."}.get(name, "")


@pytest.fixture
def owner(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show()
    return made


@pytest.fixture
def popup(owner: QWidget) -> NamePopup:
    made = NamePopup("Save as", "Save", problem, owner)
    made.set_taken(lambda name: name == "taken")
    made.ask("mine", owner)
    return made


def test_the_proposal_is_selected_and_enter_takes_it(popup: NamePopup, qtbot: QtBot) -> None:
    assert popup.field.selectedText() == "mine"
    with qtbot.waitSignal(popup.accepted) as heard:
        QTest.keyClick(popup.field, Qt.Key.Key_Return)
    assert heard.args == ["mine"]
    assert not popup.isVisible()


def test_a_name_that_cannot_be_is_not_taken(popup: NamePopup, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(popup.accepted):
        QTest.keyClick(popup.field, Qt.Key.Key_Backspace)
        QTest.keyClick(popup.field, Qt.Key.Key_Return)
    assert popup.note() == "A name is needed."
    assert not popup.button.isEnabled()
    assert popup.isVisible()


def test_what_is_taken_can_be_replaced_but_not_by_enter(popup: NamePopup, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(popup.accepted):
        type_into(popup.field, "taken")
    assert popup.note() == "It is taken."
    assert not popup.button.isVisible()
    with qtbot.waitSignal(popup.replace_accepted) as heard:
        click(popup.replace_button)
    assert heard.args == ["taken"]


def test_escape_closes_it(popup: NamePopup, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(popup.accepted):
        QTest.keyClick(popup.field, Qt.Key.Key_Escape)
    assert not popup.isVisible()
