from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtTest import QTest

from gui.widgets.kind_menu import KindMenu

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

KINDS = {"a": "First", "b": "Second", "c": "Third"}


@pytest.fixture
def menu(qtbot: QtBot) -> KindMenu:
    made = KindMenu()
    qtbot.addWidget(made)
    made.set_kinds(KINDS)
    made.set_all_texts("Show all", "Hide all")
    made.set_checked(("b",))
    return made


def press(menu: KindMenu, text: str) -> None:
    """Click on the entry with this text."""
    menu.popup(QPoint(0, 0))
    action = next(action for action in menu.actions() if action.text() == text)
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())


def test_several_are_checked_one_after_another_in_the_open_menu(menu: KindMenu) -> None:
    heard: list[tuple[str, ...]] = []
    menu.changed.connect(heard.append)
    for text in ("Third", "First", "Second"):
        press(menu, text)
        assert menu.isVisible()
    assert heard == [("b", "c"), ("a", "b", "c"), ("a", "c")]
    assert menu.checked_texts() == ("First", "Third")
    menu.close()


def test_space_checks_what_the_arrows_lead_to_and_enter_closes(menu: KindMenu) -> None:
    menu.popup(QPoint(0, 0))
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Space):
        QTest.keyClick(menu, key)
        assert menu.isVisible()
    assert menu.checked() == ("a",)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert not menu.isVisible()
    assert menu.checked() == ("a", "b")


def test_the_entry_on_top_does_it_for_all_and_says_which_way(menu: KindMenu) -> None:
    heard: list[tuple[str, ...]] = []
    menu.changed.connect(heard.append)
    press(menu, "Show all")
    assert menu.is_complete()
    press(menu, "Hide all")
    assert heard == [("a", "b", "c"), ()]
    menu.close()


def test_setters_say_nothing_and_marks_outlive_other_words(menu: KindMenu, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(menu.changed):
        menu.set_kinds({"b": "Zweites", "d": "Viertes"})
        menu.set_checked(("b",))
    assert menu.checked() == ("b",)
    assert [action.text() for action in menu.actions() if action.isCheckable()] == ["Zweites", "Viertes"]


def test_pictures_stand_behind_the_names_and_leave_the_marks_alone(menu: KindMenu) -> None:
    menu.popup(QPoint(0, 0))
    plain = menu.grab().toImage()
    red = QPixmap(16, 16)
    red.fill(QColor("#ff0000"))
    menu.set_icons({"b": QIcon(red)})
    pictured = menu.grab().toImage()
    room = menu.actionGeometry(next(action for action in menu.actions() if action.data() == "b"))
    assert pictured.pixelColor(room.right() - 12, room.center().y()).name() == "#ff0000"
    left = QRect(0, 0, room.width() // 2, menu.height())
    assert pictured.copy(left) == plain.copy(left)
    menu.close()
