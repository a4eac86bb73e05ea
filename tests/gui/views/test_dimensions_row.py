from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui.views.dimensions_row import DimensionsRow

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def row(qtbot: QtBot) -> DimensionsRow:
    made = DimensionsRow()
    qtbot.addWidget(made)
    made.set_dimensions(4, 10, (0, 1), "x3, x4 are held.")
    return made


@pytest.fixture
def heard(row: DimensionsRow) -> list[object]:
    wishes: list[object] = []
    row.dimensions_chosen.connect(wishes.append)
    row.axes_chosen.connect(lambda right, up: wishes.append((right, up)))
    return wishes


def test_setting_is_silent_and_shows(row: DimensionsRow, heard: list[object]) -> None:
    row.set_dimensions(6, 10, (5, 2), "")
    assert heard == []
    assert row.count.value() == 6
    assert (row.right.currentText(), row.up.currentText()) == ("x6", "x3")
    assert row.right.count() == 6
    assert not row._held.isVisible()


def test_two_dimensions_have_no_axes_to_choose(row: DimensionsRow) -> None:
    row.set_dimensions(2, 10, (0, 1), "")
    assert row.isVisible()
    assert not row.right.isVisible()
    row.set_dimensions(2, 2, (0, 1), "")
    assert not row.isVisible()


def test_a_number_is_typed(row: DimensionsRow, heard: list[object]) -> None:
    row.count.setFocus()
    row.count.selectAll()
    QTest.keyClicks(row.count, "10")
    assert heard == []
    QTest.keyClick(row.count, Qt.Key.Key_Return)
    assert heard == [10]


def test_choosing_an_axis_twice_swaps(row: DimensionsRow, heard: list[object]) -> None:
    row.up.setCurrentIndex(3)
    row.set_dimensions(4, 10, (0, 3), "")
    row.right.setCurrentIndex(3)
    assert heard == [(0, 3), (3, 0)]
    row.set_dimensions(4, 10, (3, 0), "")
    row.up.setCurrentIndex(3)
    assert heard[-1] == (0, 3)


def test_names_for_screen_readers(row: DimensionsRow) -> None:
    QApplication.sendEvent(row, QEvent(QEvent.Type.LanguageChange))
    assert all(part.accessibleName() for part in (row.count, row.right, row.up))
