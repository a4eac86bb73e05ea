from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QColor, QGuiApplication, QKeySequence
from PySide6.QtTest import QAbstractItemModelTester, QTest

from gui.style_sheet import style_sheet
from gui.views.state_table import STATUS, StateRow, StateTable

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from gui.theme import Theme

ROLE = Qt.ItemDataRole
ROW = StateRow("SGD", 0, 12, -0.1234567891, 2.0, 1e-7, 0.3, 0.95, 12.0, "on its way")
ROWS = tuple(replace(ROW, label=f"Run {number}", slot=number, x=number / 3) for number in range(3))


@pytest.fixture
def table(qtbot: QtBot, theme: Theme) -> StateTable:
    made = StateTable()
    qtbot.addWidget(made)
    made.set_theme(theme)
    made.set_rows(ROWS)
    made.resize(800, 200)
    with qtbot.waitExposed(made):
        made.show()
    return made


def text(table: StateTable, row: int, column: int, role: ROLE = ROLE.DisplayRole) -> object:
    return table.model().index(row, column).data(role)


def test_tab_leads_out_of_the_table(table: StateTable) -> None:
    table.setCurrentIndex(table.model().index(0, 0))
    QTest.keyClick(table, Qt.Key.Key_Tab)
    assert table.currentIndex().column() == 0


def test_the_model_keeps_qts_rules(table: StateTable) -> None:
    tester = QAbstractItemModelTester(table.model(), QAbstractItemModelTester.FailureReportingMode.Fatal)
    for rows in (ROWS[:1], (), ROWS, ROWS):
        table.set_rows(rows)
    assert table.model().rowCount() == 3
    assert table.model().rowCount(table.model().index(0, 0)) == 0
    assert table.model().columnCount(QModelIndex()) == 8
    tester.deleteLater()


def test_numbers_are_short_and_their_tool_tips_exact(table: StateTable) -> None:
    table.set_rows((ROW,))
    assert text(table, 0, 0) == "SGD"
    assert text(table, 0, 1) == "−0.1235"
    assert text(table, 0, 1, ROLE.ToolTipRole) == "-0.1234567891"


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf, 0.0, 1e300])
def test_any_number_can_be_shown(table: StateTable, value: float) -> None:
    table.set_rows((replace(ROW, loss=value),))
    assert text(table, 0, 3)
    table.grab()


def test_a_remark_stands_beside_the_status_in_the_colour_of_danger(table: StateTable, theme: Theme) -> None:
    table.set_rows((replace(ROW, remark="Look out.", is_warning=True), ROW))
    assert text(table, 0, STATUS) == "on its way · Look out."
    assert text(table, 0, STATUS, ROLE.ForegroundRole) == QColor(theme.danger)
    assert text(table, 1, STATUS, ROLE.ForegroundRole) is None


def test_every_row_has_its_swatch(table: StateTable) -> None:
    assert all(text(table, row, 0, ROLE.DecorationRole) is not None for row in range(3))
    assert text(table, 0, 1, ROLE.DecorationRole) is None


def test_headers_explain_themselves(table: StateTable) -> None:
    header = table.model().headerData
    horizontal = Qt.Orientation.Horizontal
    assert header(4, horizontal) == "|∇f|"
    assert header(4, horizontal, ROLE.ToolTipRole) == "Length of the gradient"
    assert header(0, horizontal, ROLE.ToolTipRole) is None


def test_selected_cells_are_copied_with_every_digit(table: StateTable) -> None:
    table.setCurrentIndex(table.model().index(0, 0))
    table.setFocus()
    table.selectAll()
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert len(lines) == 3
    assert lines[1].split("\t")[:2] == ["Run 1", repr(1 / 3)]
    assert QKeySequence(QKeySequence.StandardKey.Copy)


def test_a_selection_survives_new_numbers(table: StateTable) -> None:
    table.setCurrentIndex(table.model().index(1, 2))
    table.set_rows(tuple(replace(row, y=7.0) for row in ROWS))
    assert table.currentIndex().row() == 1
    assert text(table, 1, 2) == "7"


def test_it_cannot_be_edited(table: StateTable) -> None:
    assert not table.model().flags(table.model().index(0, 0)) & Qt.ItemFlag.ItemIsEditable


@pytest.mark.parametrize("width", [200, 640, 1600])
def test_columns_share_the_width(table: StateTable, width: int) -> None:
    table.resize(width, 200)
    widths = [table.columnWidth(column) for column in range(8)]
    assert min(widths) >= 50
    assert sum(widths) >= table.viewport().width() - 1


def test_what_optimizers_remember_has_columns_of_its_own(qtbot: QtBot) -> None:
    table = StateTable()
    qtbot.addWidget(table)
    ball = replace(ROW, state={"velocity x": 0.5, "velocity y": -2.0})
    table.set_rows((ROW, ball))
    model = table._model
    assert [model.headerData(column, Qt.Orientation.Horizontal) for column in (8, 9)] == ["velocity x", "velocity y"]
    assert [model.data(model.index(1, column)) for column in (8, 9)] == ["0.5", "−2"]
    assert model.data(model.index(0, 8)) == ""
    lit = []
    for names in (("velocity",), ("gradient",), ("first_moment", "term"), ("velocity", "position"), ()):
        table.light(names)
        lit.append(model.lit)
    assert lit == [(8, 9), (4,), (), (1, 2, 8, 9), ()]
    table.set_rows((ROW,))
    assert model.columnCount() == 8


def test_lit_columns_come_into_sight_and_the_table_goes_back(qtbot: QtBot) -> None:
    table = StateTable()
    qtbot.addWidget(table)
    table.resize(500, 120)
    table.set_rows((replace(ROW, state={"velocity x": 0.5, "velocity y": -2.0}),))
    table.show()
    qtbot.waitExposed(table)
    assert not table._is_seen(8)
    table.light(("velocity",))
    assert table._is_seen(8)
    assert table._is_seen(9)
    table.light(())
    assert table.horizontalScrollBar().value() == 0
    table.light(("position",))  # is seen already
    assert table.horizontalScrollBar().value() == 0


def test_columns_hold_the_longest_numbers_and_names_whole(table: StateTable) -> None:
    table.resize(300, 200)  # there is no room: it is to be scrolled, not cut off
    tiny = -1.2345e-15
    table.set_rows((replace(ROW, label="Nesterov momentum 2", x=tiny, y=tiny, loss=tiny, gradient_norm=-tiny),))
    for column in range(6):
        cell = str(text(table, 0, column))
        icon = table.iconSize().width() if column == 0 else 0
        assert table.columnWidth(column) >= table.fontMetrics().horizontalAdvance(cell) + icon + 8, cell


def test_a_number_with_two_minus_signs_is_whole_in_the_windows_dress(table: StateTable, theme: Theme) -> None:
    table.setStyleSheet(style_sheet(theme))
    table.resize(300, 200)
    table.set_rows((replace(ROW, x=-7.348e-05, y=-1.0, loss=-8.888e-88),))
    for column in (1, 2, 3):
        assert table.sizeHintForColumn(column) <= table.columnWidth(column)


def test_columns_come_and_go_while_the_view_is_resized_by_its_scroll_bars(table: StateTable) -> None:
    table.resize(300, 60)
    for count in (0, 9, 2, 0, 30):
        memory = {f"velocity {number}": 1.0 for number in range(count)}
        table.set_rows(tuple(replace(row, state=memory) for row in ROWS[: 1 + count % 3]))
        assert table.model().columnCount() == 8 + count
