"""One term of a step: its rule as in a book, below it the numbers of each coordinate in that coordinate's colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QVBoxLayout, QWidget

from gui.widgets.mathematics import Mathematics

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QEnterEvent, QFocusEvent

    from gui.explaining import TermRow


class TermLine(QFrame):
    """Says when it is pointed at or has the focus; `set_lit` answers."""

    pointed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row: TermRow | None = None
        self.setProperty("role", "term")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.rule = Mathematics(self)
        self._numbers: list[QLabel] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(8, 3, 4, 3)
        self._box.setSpacing(1)
        self._box.addWidget(self.rule)

    def set_row(self, row: TermRow, names: Sequence[str], colors: Sequence[str]) -> None:
        """Show a term; labels are kept, for this happens at every step."""
        self.row = row
        self.setAccessibleName(row.plain)
        self.rule.set_formula(row.latex, row.html, row.plain)
        while len(self._numbers) < len(row.lines):
            self._numbers.append(self._label())
        for index, label in enumerate(self._numbers):
            label.setVisible(index < len(row.lines))
            if index < len(row.lines):
                label.setText(_coloured(row.lines[index].axis, row.lines[index].html, names, colors))

    def set_lit(self, lit: bool) -> None:
        """Stand out, or not."""
        if bool(self.property("lit")) != lit:
            self.setProperty("lit", lit)
            self.style().unpolish(self)
            self.style().polish(self)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.pointed.emit(True)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.pointed.emit(False)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.pointed.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.pointed.emit(False)

    def _label(self) -> QLabel:
        label = QLabel(self)
        label.setTextFormat(Qt.TextFormat.RichText)
        label.setWordWrap(True)
        label.setIndent(10)
        label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self._box.addWidget(label)
        return label


def _coloured(axis: int, html: str, names: Sequence[str], colors: Sequence[str]) -> str:
    if axis < 0:
        return html
    name = names[axis] if axis < len(names) else str(axis)
    return f"<span style='color:{colors[axis % len(colors)]}'><i>{name}</i>: {html}</span>"
