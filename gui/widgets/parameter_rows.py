"""Rows of parameters below one another, rebuilt only where they are others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from gui.widgets.parameter_row import DEEPEST, INDENT, ParameterRow

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QPaintEvent

    from gui.widgets.parameter_spec import ParameterSpec, Value


class ParameterRows(QWidget):
    """Says `changed(name, value, dragging)` for whichever row changed."""

    changed = Signal(str, object, bool)

    def __init__(self, parent: QWidget | None = None, *, spacing: int = 4, complete: bool = True) -> None:
        super().__init__(parent)
        self._specs: tuple[ParameterSpec, ...] = ()
        self._values: Mapping[str, Value] = {}
        self._complete = complete
        self.by_name: dict[str, ParameterRow] = {}
        """Every row there is, from top to bottom; of those that are not in front some may not have been made yet."""
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(spacing)

    def set_rows(self, specs: tuple[ParameterSpec, ...], values: Mapping[str, Value], *, afresh: bool = False) -> None:
        """Show a row for each parameter; those that stay the same are kept, unless they are wanted `afresh`."""
        self._values = values
        if afresh or specs != self._specs:
            self._drop(() if afresh else specs)
            self._specs = specs
            self._make()
        for name, row in self.by_name.items():
            row.set_value(values[name])

    def set_complete(self, on: bool) -> None:
        """Show all rows, or only those in front."""
        self._complete = on
        self._make()

    def has_more(self) -> bool:
        """Whether some rows are not in front."""
        return not all(spec.front for spec in self._specs)

    def _drop(self, kept: tuple[ParameterSpec, ...]) -> None:
        for name, row in list(self.by_name.items()):
            if row.spec not in kept:
                row.blockSignals(True)  # losing the focus, it would commit what was typed for another one
                self._layout.removeWidget(row)
                row.hide()
                row.deleteLater()
                del self.by_name[name]

    def _make(self) -> None:
        """Put every row into its place; one that is hidden is made when it is first wanted."""
        rows: dict[str, ParameterRow] = {}
        for spec in self._specs:
            shown = self._complete or spec.front
            row = self.by_name.get(spec.name) or (self._made(spec) if shown else None)
            if row:
                if self._layout.indexOf(row) != len(rows):
                    self._layout.insertWidget(len(rows), row)
                row.setVisible(shown)
                rows[spec.name] = row
        self.by_name = rows
        self.update()

    def _made(self, spec: ParameterSpec) -> ParameterRow:
        row = ParameterRow(spec, self)
        row.set_value(self._values[spec.name])
        row.changed.connect(self.changed)
        return row

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a line beside the rows of each part."""
        painter = QPainter(self)
        painter.setPen(QApplication.palette().color(QPalette.ColorRole.Mid))
        gap = self._layout.spacing()
        for row in self.by_name.values():
            for level in range(min(row.spec.depth, DEEPEST) if row.isVisible() else 0):
                x = INDENT * level + 3
                painter.drawLine(x, row.y() - gap, x, row.geometry().bottom())
