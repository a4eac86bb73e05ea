from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from gui.widgets.bounds_field import BoundsField
from tests.gui.hands import click, type_into

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def field(qtbot: QtBot) -> BoundsField:
    made = BoundsField()
    qtbot.addWidget(made)
    made.set_bounds((-5.0, 5.0, -2.0, 2.0))
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


@pytest.fixture
def heard(field: BoundsField) -> list[object]:
    bounds: list[object] = []
    field.bounds_typed.connect(bounds.append)
    return bounds


def test_four_numbers_are_typed_one_by_one(field: BoundsField, heard: list[object]) -> None:
    type_into(field.fields[0], "-1")
    type_into(field.fields[3], "7.5")
    assert heard == [(-1.0, 5.0, -2.0, 2.0), (-1.0, 5.0, -2.0, 7.5)]


def test_setting_says_nothing(field: BoundsField, heard: list[object]) -> None:
    field.set_bounds((0.0, 1.0, 0.0, 1.0))
    assert heard == []
    assert [part.value() for part in field.fields] == [0.0, 1.0, 0.0, 1.0]


@pytest.mark.parametrize(("place", "text"), [(0, "5"), (0, "6"), (1, "-5"), (2, "2"), (3, "-9")])
def test_what_runs_backwards_is_said_beside_it_and_stays(
    field: BoundsField, heard: list[object], place: int, text: str
) -> None:
    type_into(field.fields[place], text)
    assert heard == []
    assert field._complaint.isVisible()
    assert field.complaint().startswith("xxyy"[place])
    field.set_bounds((-5.0, 5.0, -2.0, 2.0))  # something else about the session has changed
    assert field.fields[place].value() == float(text)
    assert field.complaint()


def test_the_other_end_may_follow(field: BoundsField, heard: list[object]) -> None:
    type_into(field.fields[0], "10")
    type_into(field.fields[1], "20")
    assert heard == [(10.0, 20.0, -2.0, 2.0)]
    assert not field.complaint()


def test_other_bounds_take_the_place_of_a_mistake(field: BoundsField) -> None:
    type_into(field.fields[0], "10")
    field.set_bounds((-3.0, 3.0, -3.0, 3.0))
    assert not field.complaint()
    assert field.fields[0].value() == -3.0


@pytest.mark.parametrize("text", ["1e101", "nan", "wide"])
def test_what_is_no_bound_is_refused(field: BoundsField, heard: list[object], text: str) -> None:
    type_into(field.fields[1], text)
    assert field.fields[1].complaint()
    assert heard == []


def test_the_buttons_say_their_wish(field: BoundsField, qtbot: QtBot) -> None:
    with qtbot.waitSignal(field.choice_wanted):
        click(field.choose)
    with qtbot.waitSignal(field.view_wanted):
        click(field.take_view)


def test_fields_have_names_for_screen_readers(field: BoundsField) -> None:
    QApplication.sendEvent(field, QEvent(QEvent.Type.LanguageChange))
    assert len({part.accessibleName() for part in field.fields}) == 4
