from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QListWidgetItem, QWidget

from gui.widgets.choice import Choice, Offer
from gui.widgets.choice_box import ChoiceBox
from tests.gui.hands import LEFT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from gui.widgets.choice_popup import ChoicePopup

Key = Qt.Key
CHOICES = {
    choice.name: choice
    for choice in (
        Choice("gradient-descent", "Gradient descent", "first order", "<b>down</b>", ("gd", "sgd", "Cauchy 1847")),
        Choice("sf-sgd", "Schedule-free SGD", "first order", "free"),
        Choice("adam", "Adam", "adaptive", "two averages", ("Kingma & Ba 2015",)),
        Choice("radam", "RAdam", "adaptive", "rectified"),
        Choice("newton", "Newton", "second order", "bowls"),
    )
}


@pytest.fixture
def asked() -> list[str]:
    return []


@pytest.fixture
def box(qtbot: QtBot, asked: list[str]) -> Iterator[ChoiceBox]:
    def all_choices() -> tuple[Choice, ...]:
        asked.append("all")
        return tuple(CHOICES.values())

    window = QWidget()
    made = ChoiceBox(Offer(CHOICES.__getitem__, all_choices), window)
    QHBoxLayout(window).addWidget(made)
    qtbot.addWidget(window)
    window.resize(240, 60)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    made.set_current("adam")
    made.setFocus()
    yield made
    window.close()


@pytest.fixture
def heard(box: ChoiceBox) -> list[str]:
    log: list[str] = []
    box.chosen.connect(log.append)
    return log


def opened(box: ChoiceBox) -> ChoicePopup:
    if box.popup is None:
        QTest.mouseClick(box, LEFT, pos=box.rect().center())
    assert box.popup is not None
    assert box.popup.isVisible()
    return box.popup


def shown(popup: ChoicePopup) -> list[str]:
    items = (popup.list.item(row) for row in range(popup.list.count()))
    return [item.text() for item in items if not item.isHidden()]


def item(popup: ChoicePopup, title: str) -> QListWidgetItem:
    return popup.list.findItems(title, Qt.MatchFlag.MatchExactly)[0]


def current(popup: ChoicePopup) -> str:
    return popup.list.currentItem().text()


def test_closed_it_shows_its_own_and_asks_for_no_other(box: ChoiceBox, asked: list[str]) -> None:
    assert (box.currentText(), box.toolTip(), box.current()) == ("Adam", "two averages", "adam")
    assert box.count() == 1
    QApplication.sendEvent(box, QEvent(QEvent.Type.LanguageChange))
    assert asked == []


def test_a_click_opens_the_list_in_its_groups_at_what_is_chosen(box: ChoiceBox, asked: list[str]) -> None:
    popup = opened(box)
    assert asked == ["all"]
    assert shown(popup)[:3] == ["First order", "Gradient descent", "Schedule-free SGD"]
    assert shown(popup)[3:] == ["Adaptive", "Adam", "RAdam", "Second order", "Newton"]
    assert current(popup) == "Adam"
    assert popup.help.text() == "two averages"


def test_a_click_chooses(box: ChoiceBox, heard: list[str]) -> None:
    popup = opened(box)
    place = popup.list.visualItemRect(item(popup, "Newton")).center()
    QTest.mouseClick(popup.list.viewport(), LEFT, pos=place)
    assert heard == ["newton"]
    assert box.hasFocus()


def test_a_click_on_a_heading_or_on_what_is_chosen_changes_nothing(box: ChoiceBox, heard: list[str]) -> None:
    popup = opened(box)
    for title in ("Second order", "Adam"):
        QTest.mouseClick(popup.list.viewport(), LEFT, pos=popup.list.visualItemRect(item(popup, title)).center())
    assert heard == []
    assert not popup.isVisible()


@pytest.mark.parametrize("key", [Key.Key_Space, Key.Key_Down, Key.Key_Up, Key.Key_F4])
def test_keys_open_it(box: ChoiceBox, key: Key) -> None:
    QTest.keyClick(box, key)
    assert opened(box).field.text() == ""


def test_a_letter_opens_it_and_is_the_first_of_the_search(box: ChoiceBox, heard: list[str]) -> None:
    QTest.keyClicks(box, "n")
    popup = opened(box)
    QTest.keyClicks(popup.field, "ew")
    assert popup.field.text() == "new"
    assert shown(popup) == ["Second order", "Newton"]
    QTest.keyClick(popup.field, Key.Key_Return)
    assert heard == ["newton"]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("sgd", "Gradient descent"),
        ("free sgd", "Schedule-free SGD"),
        ("adam", "Adam"),
        ("ra", "RAdam"),
        ("ba 2015", "Adam"),
        ("second", "Newton"),
    ],
)
def test_typing_points_at_the_likeliest(box: ChoiceBox, text: str, title: str) -> None:
    popup = opened(box)
    QTest.keyClicks(popup.field, text)
    assert current(popup) == title


def test_arrows_pass_over_headings_and_what_is_filtered_out(box: ChoiceBox, heard: list[str]) -> None:
    popup = opened(box)
    way = []
    for key in (Key.Key_Down, Key.Key_Down, Key.Key_Down, Key.Key_Up, Key.Key_PageUp, Key.Key_Up):
        QTest.keyClick(popup.field, key)
        way.append(current(popup))
    assert way == ["RAdam", "Newton", "Newton", "RAdam", "Gradient descent", "Gradient descent"]
    QTest.keyClicks(popup.field, "ada")
    QTest.keyClick(popup.field, Key.Key_Down)
    QTest.keyClick(popup.field, Key.Key_Return)
    assert heard == ["radam"]


def test_pointing_tells_and_chooses_nothing(box: ChoiceBox, heard: list[str]) -> None:
    popup = opened(box)
    QTest.mouseMove(popup.list.viewport(), popup.list.visualItemRect(item(popup, "Newton")).center())
    QTest.mouseMove(popup.list.viewport(), popup.list.visualItemRect(item(popup, "RAdam")).center() + QPoint(2, 0))
    assert popup.help.text() == "rectified"
    QTest.keyClick(popup.field, Key.Key_Escape)
    assert not popup.isVisible()
    assert heard == []
    assert box.currentText() == "Adam"


def test_what_is_nowhere_is_said_and_cannot_be_chosen(box: ChoiceBox, heard: list[str]) -> None:
    popup = opened(box)
    QTest.keyClicks(popup.field, "zzz")
    assert shown(popup) == []
    assert "Nothing" in popup.help.text()
    QTest.keyClick(popup.field, Key.Key_Return)
    assert heard == []
    popup.field.clear()
    assert len(shown(popup)) == 8


def test_a_passing_wheel_changes_nothing(box: ChoiceBox, heard: list[str]) -> None:
    QTest.wheelEvent(box.window().windowHandle(), box.rect().center(), QPoint(0, -120))
    assert heard == []
    assert box.popup is None
