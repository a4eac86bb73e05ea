from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui.theme import DARK
from gui.views.event_glyphs import BOOKMARK
from gui.views.events_model import ITERATION, RUN, WHAT, EventRow
from gui.views.events_table import EventsTable
from gui.views.timeline_rows import TimelineMark
from tests.gui.hands import CONTROL

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

LEFT = Qt.MouseButton.LeftButton
ROWS = (
    EventRow(1, "Adam", 0, TimelineMark(17, 17, "escaped saddle", lambda: "Escapes the saddle.")),
    EventRow(2, "SGD", 1, TimelineMark(40, 40, BOOKMARK, lambda: "Bookmark at iteration 40: look")),
    EventRow(2, "SGD", 1, TimelineMark(120, 120, "converged", lambda: "Comes to rest.")),
)


@pytest.fixture
def table(qtbot: QtBot) -> EventsTable:
    made = EventsTable()
    qtbot.addWidget(made)
    made.set_rows(ROWS)
    made.resize(500, 200)
    made.set_seen(True)
    made.show()
    return made


@pytest.fixture
def heard(table: EventsTable) -> list[tuple[object, ...]]:
    log: list[tuple[object, ...]] = []
    for name in ("event_chosen", "bookmark_edited", "bookmark_dropped"):
        getattr(table, name).connect(lambda *args, name=name: log.append((name, *args)))
    return log


def press(table: EventsTable, row: int, column: int = WHAT) -> None:
    index = table._model.index(row, column)
    QTest.mouseClick(table._view.viewport(), LEFT, pos=table._view.visualRect(index).center())


def shown(table: EventsTable) -> list[str]:
    return [str(table._model.index(row, WHAT).data()) for row in range(table._model.rowCount())]


def test_a_click_asks_for_the_iteration(table: EventsTable, heard: list[tuple[object, ...]]) -> None:
    press(table, 0)
    assert ("event_chosen", 1, 17) in heard
    assert {name for name, *_ in heard} == {"event_chosen"}


def test_iterations_are_sorted_as_numbers(table: EventsTable) -> None:
    table._view.sortByColumn(ITERATION, Qt.SortOrder.DescendingOrder)
    assert shown(table)[0] == "Comes to rest."
    table._view.sortByColumn(RUN, Qt.SortOrder.DescendingOrder)
    assert shown(table) == [row.mark.text for row in (*ROWS[1:], ROWS[0])]
    table.set_rows(ROWS[:2])
    assert shown(table) == [row.mark.text for row in (ROWS[1], ROWS[0])]
    table._view.sortByColumn(WHAT, Qt.SortOrder.AscendingOrder)
    assert [row.mark.kind for row in table._model.rows] == [BOOKMARK, "escaped saddle"]


def test_after_sorting_a_click_still_means_what_is_seen(table: EventsTable, heard: list[tuple[object, ...]]) -> None:
    table._view.sortByColumn(ITERATION, Qt.SortOrder.DescendingOrder)
    press(table, 0)
    assert ("event_chosen", 2, 120) in heard


def test_the_selected_rows_are_copied_or_all_of_them(table: EventsTable, qtbot: QtBot) -> None:
    table._view.setFocus()
    qtbot.keyClick(table._view, Qt.Key.Key_C, CONTROL)
    assert QApplication.clipboard().text().count("\n") == 2
    press(table, 0)
    qtbot.keyClick(table._view, Qt.Key.Key_C, CONTROL)
    assert QApplication.clipboard().text() == "Adam\t17\tEscapes the saddle."


def test_only_bookmarks_are_deleted_and_renamed(
    table: EventsTable, heard: list[tuple[object, ...]], qtbot: QtBot
) -> None:
    for row in (0, 1):
        press(table, row)
        qtbot.keyClick(table._view, Qt.Key.Key_F2)
        qtbot.keyClick(table._view, Qt.Key.Key_Delete)
    rest = [event for event in heard if event[0] != "event_chosen"]
    assert rest == [("bookmark_edited", 2, 40), ("bookmark_dropped", 2, 40)]


def test_enter_goes_there(table: EventsTable, heard: list[tuple[object, ...]], qtbot: QtBot) -> None:
    table._view.setCurrentIndex(table._model.index(2, WHAT))
    qtbot.keyClick(table._view, Qt.Key.Key_Return)
    assert heard == [("event_chosen", 2, 120)]


def test_without_events_it_says_so_and_setters_say_nothing(table: EventsTable, heard: list[tuple[object, ...]]) -> None:
    table.set_rows(())
    assert table._stack.currentWidget() is table._empty
    assert table._empty.text()
    table.set_theme(DARK)
    table.set_rows(ROWS)
    assert shown(table) == [row.mark.text for row in ROWS]
    assert heard == []


def test_nothing_is_built_before_it_is_seen(qtbot: QtBot) -> None:
    made = EventsTable()
    qtbot.addWidget(made)
    made.set_rows(ROWS)
    assert not made.children()
    made.show()
    assert not made.children()
    made.set_seen(True)
    assert shown(made) == [row.mark.text for row in ROWS]
    assert made._view.accessibleName()
