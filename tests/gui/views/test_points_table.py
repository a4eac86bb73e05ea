from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication

from gui.theme import DARK, LIGHT
from gui.views.points_model import PointRow, kind_mark
from gui.views.points_table import STATES, WIDTHS, PointsTable
from tests.gui.hands import CONTROL, LEFT, click

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from gui.theme import Theme

ROWS = (
    PointRow("minimum", 3.0, 2.0, 0.0, 25.7, 82.3),
    PointRow("minimum", -2.805118086952745, 3.1, 1e-31, 64.8, 80.6),
    PointRow("saddle", 3.4, 0.07, 13.3, -14.1, 97.5, escape=88.7, approach=-1.25),
    PointRow("maximum", -0.27, -0.92, 181.6, -45.6, -16.1),
    PointRow("degenerate", 0.0, 0.0, 7.0, math.nan, math.nan, smooth=False),
)


@pytest.fixture
def table(qtbot: QtBot, theme: Theme) -> PointsTable:
    made = PointsTable()
    qtbot.addWidget(made)
    made.set_theme(theme)
    made.set_points(ROWS)
    made.resize(720, 240)
    made.set_seen(True)
    with qtbot.waitExposed(made):
        made.show()
    return made


def shown(table: PointsTable, column: int) -> list[str]:
    model = table._view.model()
    return [model.index(row, column).data() for row in range(model.rowCount())]


def click_row(table: PointsTable, row: int) -> None:
    cell = table._view.visualRect(table._view.model().index(row, 1)).center()
    QTest.mouseClick(table._view.viewport(), LEFT, pos=cell)


def click_header(table: PointsTable, column: int) -> None:
    header = table._view.horizontalHeader()
    middle = header.sectionViewportPosition(column) + header.sectionSize(column) // 2
    QTest.mouseClick(header.viewport(), LEFT, pos=QPoint(middle, header.height() // 2))


def clipboard() -> list[list[str]]:
    return [line.split("\t") for line in QGuiApplication.clipboard().text().split("\n")]


def test_the_models_keep_qts_rules(table: PointsTable) -> None:
    testers = [
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
        for model in (table._model, table._sorted)
    ]
    for rows in (ROWS[:1], (), ROWS):
        table.set_points(rows)
    click_header(table, 3)
    for tester in testers:
        tester.deleteLater()


def test_it_tells_what_there_is(table: PointsTable) -> None:
    assert table._summary.text() == "2 minima · 1 saddle · 1 maximum · 1 flat point"
    assert shown(table, 0) == ["minimum", "minimum", "saddle", "maximum", "flat, kink"]
    assert shown(table, 1) == ["3", "−2.805", "3.4", "−0.27", "0"]
    assert shown(table, 6) == ["", "", "88.7°", "", ""]
    assert shown(table, 7) == ["", "", "−1.25°", "", ""]
    assert shown(table, 4)[-1] == "–"


def test_clicks_choose_and_escape_lets_go(table: PointsTable) -> None:
    heard: list[int] = []
    table.point_chosen.connect(heard.append)
    click_row(table, 2)
    click_row(table, 0)
    QTest.keyClick(table._view, Qt.Key.Key_Escape)
    assert heard == [2, 0, -1]


def test_a_sorted_row_is_still_its_point(table: PointsTable) -> None:
    heard: list[int] = []
    table.point_chosen.connect(heard.append)
    click_header(table, 1)
    x = [float(text.replace("−", "-")) for text in shown(table, 1)]
    assert x in (sorted(x), sorted(x, reverse=True))
    click_row(table, x.index(3.4))
    click_header(table, 0)
    kinds = shown(table, 0)
    assert kinds in (["minimum", "minimum", "saddle", "maximum", "flat, kink"], kinds[::-1])
    assert heard == [2]


def test_choosing_from_outside_says_nothing(table: PointsTable) -> None:
    heard: list[int] = []
    table.point_chosen.connect(heard.append)
    table.set_chosen(3)
    assert [index.row() for index in table._view.selectionModel().selectedRows()] == [3]
    table.set_chosen(-1)
    table.set_points(ROWS[:2])
    assert not table._view.selectionModel().hasSelection()
    assert heard == []


def test_several_rows_point_out_none(table: PointsTable) -> None:
    heard: list[int] = []
    table.point_chosen.connect(heard.append)
    click_row(table, 0)
    cell = table._view.visualRect(table._view.model().index(1, 1)).center()
    QTest.mouseClick(table._view.viewport(), LEFT, CONTROL, cell)
    assert heard == [0, -1]
    QTest.keyClick(table._view, Qt.Key.Key_C, CONTROL)
    assert [row[1] for row in clipboard()] == ["x", "3.0", "-2.805118086952745"]


def test_copying_without_a_choice_takes_all_with_every_digit(table: PointsTable) -> None:
    click(table.copy)
    copied = clipboard()
    assert copied[0] == ["kind", "x", "y", "loss", "λ₁", "λ₂", "leaves", "arrives", "known from"]
    assert copied[3] == ["saddle", "3.4", "0.07", "13.3", "-14.1", "97.5", "88.7", "-1.25", "declared"]
    assert copied[5] == ["flat, kink", "0.0", "0.0", "7.0", "", "", "", "", "declared"]
    assert len(copied) == 6


@pytest.mark.parametrize(
    ("state", "text"),
    [
        ("searching", "Searching…"),
        ("none", "No critical points within the bounds"),
        ("points", "No critical points within the bounds"),
        ("declared", "In more than two dimensions runs find the points on their way; none is known yet."),
    ],
)
def test_empty_states_say_why(table: PointsTable, state: str, text: str) -> None:
    table.set_points((), state)
    assert table._empty.isVisible()
    assert not table._view.isVisible()
    assert table._empty.text() == text
    assert not table.copy.isEnabled()
    table.set_points(ROWS, state)
    assert table._view.isVisible()
    assert table.copy.isEnabled()


def test_points_that_are_not_all_say_so(table: PointsTable) -> None:
    table.set_points(ROWS[:1], "searching")
    assert table._summary.text() == "1 minimum; searching for more…"
    table.set_points(ROWS[:1], "cut")
    assert table._summary.text() == "The first 1 minimum of more"
    table.set_points(ROWS[:1], "declared")
    assert table._summary.text() == "Declared, or found by runs: 1 minimum"
    with pytest.raises(ValueError, match="guessing"):
        table.set_points((), "guessing")
    assert len(STATES) == 5


def test_progress_is_shown_while_there_is_some(table: PointsTable) -> None:
    assert not table._bar.isVisible()
    table.set_progress(30, 400)
    assert table._bar.isVisible()
    assert table._bar.value() == 30
    table.set_progress(0, 0)
    assert not table._bar.isVisible()


def test_what_was_set_before_it_was_shown_is_there(qtbot: QtBot) -> None:
    table = PointsTable()
    qtbot.addWidget(table)
    table.set_points(ROWS, "searching")
    table.set_chosen(1)
    table.set_progress(3, 9)
    table.set_theme(DARK)
    table.set_seen(True)
    with qtbot.waitExposed(table):
        table.show()
    assert len(shown(table, 0)) == 5
    assert [index.row() for index in table._view.selectionModel().selectedRows()] == [1]
    assert table._bar.isVisible()


def test_another_language_is_taken_on(table: PointsTable) -> None:
    QApplication.sendEvent(table, QEvent(QEvent.Type.LanguageChange))
    assert table._summary.text().startswith("2 minima")
    assert table._view.model().headerData(3, Qt.Orientation.Horizontal) == "loss"


@pytest.mark.parametrize("width", [740, 1200])
def test_columns_share_the_width(table: PointsTable, width: int) -> None:
    table.resize(width, 160)
    total = sum(table._view.columnWidth(column) for column in range(len(WIDTHS)))
    assert table._view.viewport().width() - len(WIDTHS) <= total <= table._view.viewport().width()


def test_numbers_are_whole_where_there_is_little_room(table: PointsTable) -> None:
    table.resize(300, 160)
    table.set_points((PointRow("minimum", -7.0182e-11, -0.047851, -8.888e-88, 25.7, 82.3),))
    for column in (1, 2, 3):
        assert table._view.sizeHintForColumn(column) <= table._view.columnWidth(column)


def test_every_kind_has_a_mark_of_its_own() -> None:
    pictures = [kind_mark(LIGHT, kind).toImage() for kind in ("minimum", "saddle", "maximum", "degenerate")]
    assert all(one != other for at, one in enumerate(pictures) for other in pictures[at + 1 :])
    assert kind_mark(DARK, "saddle").toImage() != pictures[1]
