"""The dialog that chooses columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialogButtonBox

from gui.columns_dialog import PREVIEW_ROWS, ColumnsDialog

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_the_columns_are_in_the_models_order(qtbot: QtBot) -> None:
    dialog = ColumnsDialog(("name", "area", "price"), ("X", "Y"))
    qtbot.addWidget(dialog)
    assert dialog.columns() == (0, 1)
    dialog.boxes[0].setCurrentIndex(2)
    assert dialog.columns() == (2, 1)
    assert [box.accessibleName() for box in dialog.boxes] == ["X", "Y"]


def test_fewer_columns_than_wanted_are_no_fault(qtbot: QtBot) -> None:
    dialog = ColumnsDialog(("area",), ("X1", "X2", "Y"))
    qtbot.addWidget(dialog)
    assert dialog.columns() == (0, 0, 0)


def test_the_first_rows_are_shown(qtbot: QtBot) -> None:
    dialog = ColumnsDialog(("a", "b"), ("X", "Y"))
    qtbot.addWidget(dialog)
    dialog.set_rows(("a", "b"), ([str(i) for i in range(20)], ["x"] * 20), range(2, 22))
    assert dialog._table.rowCount() == PREVIEW_ROWS
    cell = dialog._table.item(3, 0)
    assert cell is not None
    assert cell.text() == "3"
    number = dialog._table.verticalHeaderItem(3)
    assert number is not None
    assert number.text() == "5"  # as a message names it: the file's first row is its header
    dialog.set_rows(("a",), (["1"],), (2,))
    assert (dialog._table.rowCount(), dialog._table.columnCount()) == (1, 1)


def test_nothing_can_be_taken_while_something_is_wrong(qtbot: QtBot) -> None:
    dialog = ColumnsDialog(("a", "b"), ("X", "Y"))
    qtbot.addWidget(dialog)
    ok = dialog._buttons.button(QDialogButtonBox.StandardButton.Ok)
    dialog.set_problem("Row 2 has no value.")
    assert not ok.isEnabled()
    dialog.set_problem("")
    assert ok.isEnabled()
    assert dialog._problem.isHidden()
