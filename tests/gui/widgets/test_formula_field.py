from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QTextCharFormat, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui.widgets.formula_field import COMPLAINT_MILLISECONDS, LONG, FormulaField
from surfaces import FormulaError
from tests.gui.hands import CONTROL, SHIFT, click

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def field(qtbot: QtBot) -> FormulaField:
    made = FormulaField()
    qtbot.addWidget(made)
    made.resize(236, 120)
    made.set_formula("x^2 + y^2")
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.edit.setFocus()
    return made


@pytest.fixture
def heard(field: FormulaField) -> list[str]:
    texts: list[str] = []
    field.formula_typed.connect(texts.append)
    return texts


def write(field: FormulaField, text: str) -> None:
    """Select all and type over it."""
    QTest.keyClick(field.edit, Qt.Key.Key_A, CONTROL)
    QTest.keyClicks(field.edit, text)


def test_setting_says_nothing(field: FormulaField, heard: list[str]) -> None:
    field.set_formula("x")
    QTest.qWait(1)
    assert heard == []
    assert field.text() == "x"


def test_every_readable_text_is_said_as_one_types(field: FormulaField, heard: list[str], qtbot: QtBot) -> None:
    write(field, "x")
    qtbot.waitUntil(lambda: heard == ["x"])
    QTest.keyClicks(field.edit, "*")
    QTest.qWait(5)
    assert heard == ["x"]
    QTest.keyClicks(field.edit, "y")
    qtbot.waitUntil(lambda: heard == ["x", "x*y"])


def test_a_name_that_may_become_a_function_waits(field: FormulaField, heard: list[str], qtbot: QtBot) -> None:
    write(field, "si")
    QTest.qWait(20)
    assert heard == []
    QTest.keyClicks(field.edit, "n(x)")
    qtbot.waitUntil(lambda: heard == ["sin(x)"])
    write(field, "co")
    qtbot.waitUntil(lambda: heard == ["sin(x)", "co"])


def test_enter_does_not_wait(field: FormulaField, heard: list[str], qtbot: QtBot) -> None:
    write(field, "si")
    with qtbot.waitSignal(field.finished):
        QTest.keyClick(field.edit, Qt.Key.Key_Return)
    assert heard == ["si"]


def test_a_mistake_is_said_below_and_marked_once_typing_pauses(
    field: FormulaField, heard: list[str], qtbot: QtBot
) -> None:
    write(field, "x + sin(y")
    assert not field._complaint.isVisible()
    qtbot.waitUntil(field._complaint.isVisible, timeout=10 * COMPLAINT_MILLISECONDS)
    assert field._complaint.text() == field.complaint()
    assert field._complaint.y() >= field.edit.geometry().bottom()
    (mark,) = field.edit.extraSelections()
    assert mark.cursor.selectionStart() == 7
    assert mark.format.underlineStyle() == QTextCharFormat.UnderlineStyle.WaveUnderline
    assert field.edit.accessibleDescription() == field.complaint()
    assert "x + sin(y" not in heard
    QTest.keyClicks(field.edit, ")")
    assert not field._complaint.isVisible()
    assert field.edit.extraSelections() == []
    qtbot.waitUntil(lambda: "x + sin(y)" in heard)


def test_enter_says_the_mistake_at_once_and_applies_nothing(field: FormulaField, heard: list[str]) -> None:
    write(field, "(x")
    QTest.qWait(5)
    heard.clear()
    QTest.keyClick(field.edit, Qt.Key.Key_Return)
    assert field._complaint.isVisible()
    assert heard == []
    assert field.text() == "(x"


def test_escape_restores_the_formula_in_force(field: FormulaField, heard: list[str]) -> None:
    write(field, "x +")
    QTest.keyClick(field.edit, Qt.Key.Key_Escape)
    assert field.text() == "x^2 + y^2"
    assert not field.complaint()
    QTest.qWait(5)
    assert "x +" not in heard


def test_what_is_typed_meanwhile_stays(field: FormulaField, heard: list[str], qtbot: QtBot) -> None:
    write(field, "x")
    qtbot.waitUntil(lambda: heard == ["x"])
    QTest.keyClicks(field.edit, "^")
    field.set_formula("x")  # the session has taken the first text
    assert field.text() == "x^"
    field.set_formula("x")
    assert field.text() == "x^"
    field.set_formula("y")  # an undo, a catalogue surface, a file
    assert field.text() == "y"


def test_undo_and_redo_are_the_texts_until_it_is_applied(field: FormulaField) -> None:
    write(field, "y")
    QTest.keyClick(field.edit, Qt.Key.Key_Z, CONTROL)
    assert field.text() == "x^2 + y^2"
    QTest.keyClick(field.edit, Qt.Key.Key_Z, CONTROL | SHIFT)
    assert field.text() == "y"
    QTest.keyClick(field.edit, Qt.Key.Key_Return)
    assert field.edit.document().isUndoAvailable() is False
    QTest.keyClick(field.edit, Qt.Key.Key_Z, CONTROL)
    assert field.text() == "y"


def test_several_lines_are_one_formula(field: FormulaField, heard: list[str], qtbot: QtBot) -> None:
    low = field.edit.height()
    QGuiApplication.clipboard().setText("\n  x^2 +\n  y^2 +\n  1\n\n")
    QTest.keyClick(field.edit, Qt.Key.Key_A, CONTROL)
    QTest.keyClick(field.edit, Qt.Key.Key_V, CONTROL)
    assert field.text() == "x^2 +\n  y^2 +\n  1"
    qtbot.waitUntil(lambda: heard == ["x^2 +\n  y^2 +\n  1"])
    assert field.edit.height() > 2 * low - 20
    QTest.keyClick(field.edit, Qt.Key.Key_Return, SHIFT)
    QTest.keyClicks(field.edit, "+ x")
    assert field.text().splitlines()[-1] == "+ x"


def test_a_click_in_the_help_inserts_where_the_cursor_is(field: FormulaField, heard: list[str], qtbot: QtBot) -> None:
    write(field, "y + ")
    click(field.help_button)
    assert field._help is not None
    click(field._help.buttons["sin()"])
    assert field.text() == "y + sin()"
    QTest.keyClicks(field.edit, "x")
    qtbot.waitUntil(lambda: heard[-1:] == ["y + sin(x)"])
    cursor = field.edit.textCursor()
    cursor.setPosition(0)
    cursor.movePosition(QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.KeepAnchor)
    field.edit.setTextCursor(cursor)
    click(field.help_button)
    click(field._help.buttons["exp()"])
    assert field.text() == "exp(y) + sin(x)"


def test_an_example_replaces_the_text(field: FormulaField, heard: list[str]) -> None:
    click(field.help_button)
    assert field._help is not None
    click(field._help.buttons["|x| + |y|"])
    assert field.text() == "|x| + |y|"
    assert heard == ["|x| + |y|"]


def test_what_only_the_compiler_finds_is_said_as_well(field: FormulaField, qtbot: QtBot) -> None:
    write(field, "x + 1/0")
    field.set_error("something else", FormulaError("No.", 0))
    assert not field.complaint()
    field.set_error("x + 1/0", FormulaError("It has no value.", 6))
    qtbot.waitUntil(field._complaint.isVisible)
    assert field.complaint() == "It has no value."
    assert field.edit.extraSelections()[0].cursor.selectedText() == "0"


def test_a_mark_counts_characters_not_halves_of_them(field: FormulaField) -> None:
    field.edit.selectAll()
    field.edit.insertPlainText("𝑥𝑥 + $")
    field.edit.mark(5)
    assert field.edit.extraSelections()[0].cursor.selectedText() == "$"


def test_parameters_are_tinted(field: FormulaField) -> None:
    write(field, "a*x + sin(b)")
    field.set_formula("a*x + sin(b)", ("a", "b"))
    ranges = field.edit.document().firstBlock().layout().formats()
    assert [(piece.start, piece.length) for piece in ranges] == [(0, 1), (10, 1)]


def test_leaving_the_field_applies(field: FormulaField, heard: list[str], qtbot: QtBot) -> None:
    write(field, "co")
    with qtbot.waitSignal(field.finished):
        field.help_button.setFocus()
    assert heard == ["co"]


def test_the_language_may_change(field: FormulaField) -> None:
    click(field.help_button)
    assert field._help is not None
    field._help.hide()
    QApplication.sendEvent(field, QEvent(QEvent.Type.LanguageChange))
    click(field.help_button)
    assert field._help is not None
    assert field._help.isVisible()
    field._help.hide()


def test_a_long_text_is_not_read_at_each_key(field: FormulaField, heard: list[str], qtbot: QtBot) -> None:
    text = "+".join(["x"] * LONG) + "+("
    field.edit.selectAll()
    field.edit.insertPlainText(text)
    assert heard == []
    assert not field.complaint()
    qtbot.waitUntil(lambda: heard == [text])
    field.set_error(text, FormulaError("This bracket is not closed yet.", len(text) - 1))
    qtbot.waitUntil(field._complaint.isVisible)
    QTest.keyClick(field.edit, Qt.Key.Key_Escape)
    assert field.text() == "x^2 + y^2"
