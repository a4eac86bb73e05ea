"""The dialog that takes samples from a table: which of its columns is which input, and which the target."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gui.widgets.calm_combo_box import CalmComboBox

if TYPE_CHECKING:
    from collections.abc import Sequence

PREVIEW_ROWS = 8
WIDTH, HEIGHT = 480, 420


class ColumnsDialog(QDialog):
    """Says which columns are wished; whoever opened it says what is wrong with them."""

    chosen = Signal()

    def __init__(self, names: Sequence[str], wanted: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Samples from a file"))
        self.resize(WIDTH, HEIGHT)
        self._facts = QLabel(self)
        self._facts.setWordWrap(True)
        self.boxes = [self._box(names, index) for index in range(len(wanted))]
        self._problem = QLabel(self)
        self._problem.setWordWrap(True)
        self._problem.setProperty("role", "error")
        self._table = QTableWidget(self)
        self._table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._build_layout(wanted)

    def _box(self, names: Sequence[str], index: int) -> CalmComboBox:
        box = CalmComboBox(self)
        box.addItems(list(names))
        box.setCurrentIndex(min(index, len(names) - 1))
        box.activated.connect(self.chosen)
        return box

    def _build_layout(self, wanted: Sequence[str]) -> None:
        form = QFormLayout()
        for name, box in zip(wanted, self.boxes, strict=True):
            box.setAccessibleName(name)
            form.addRow(name, box)
        layout = QVBoxLayout(self)
        layout.addWidget(self._facts)
        layout.addLayout(form)
        layout.addWidget(self._problem)
        layout.addWidget(self._table, 1)
        layout.addWidget(self._buttons)

    def columns(self) -> tuple[int, ...]:
        """Return the chosen columns, in the model's order."""
        return tuple(box.currentIndex() for box in self.boxes)

    def set_facts(self, text: str) -> None:
        """Say what the file holds."""
        self._facts.setText(text)

    def set_rows(self, names: Sequence[str], columns: Sequence[Sequence[str]], places: Sequence[int]) -> None:
        """Show the first rows as they stand in the file, numbered as there."""
        count = min(PREVIEW_ROWS, len(columns[0]))
        self._table.setColumnCount(len(names))
        self._table.setRowCount(count)
        self._table.setHorizontalHeaderLabels(list(names))
        self._table.setVerticalHeaderLabels([str(place) for place in places[:count]])
        for place, column in enumerate(columns):
            for row in range(count):
                self._table.setItem(row, place, QTableWidgetItem(column[row]))

    def set_problem(self, sentence: str) -> None:
        """Say what is wrong with the choice; nothing: it can be taken."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(not sentence)
