"""Rows of parameters below one another, rebuilt only when they are others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.widgets.parameter_row import ParameterRow

if TYPE_CHECKING:
    from collections.abc import Mapping

    from gui.widgets.parameter_spec import ParameterSpec, Value


class ParameterRows(QWidget):
    """Says `changed(name, value, dragging)` for whichever row changed."""

    changed = Signal(str, object, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._specs: tuple[ParameterSpec, ...] = ()
        self.by_name: dict[str, ParameterRow] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(4)

    def set_rows(self, specs: tuple[ParameterSpec, ...], values: Mapping[str, Value]) -> None:
        """Show a row for each parameter."""
        if specs != self._specs:
            self._rebuild(specs)
        for name, row in self.by_name.items():
            row.set_value(values[name])

    def _rebuild(self, specs: tuple[ParameterSpec, ...]) -> None:
        self._specs = specs
        for row in self.by_name.values():
            row.blockSignals(True)  # losing the focus, it would commit what was typed for another one
            self._layout.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.by_name = {spec.name: self._added(spec) for spec in specs}

    def _added(self, spec: ParameterSpec) -> ParameterRow:
        row = ParameterRow(spec, self)
        row.changed.connect(self.changed)
        self._layout.addWidget(row)
        return row
