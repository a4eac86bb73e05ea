"""One term of a step: its rule as in a book, below it the numbers of each coordinate in that coordinate's colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QFontInfo, QPainter, QPalette
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from gui.widgets.math_lines import Page, ruled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QEnterEvent, QFocusEvent, QPaintEvent, QResizeEvent

    from gui.explaining import TermRow

GROWN = 1.25
"""Letters of the formulas' font look smaller than those of the window's at the same size."""
LEFT, TOP, RIGHT, BOTTOM = 8, 4, 4, 3


class TermLine(QFrame):
    """Says when it is pointed at or has the focus; `set_lit` answers.

    It is set anew at every step, so it is painted as a whole. While its rule stays it grows and does not shrink: what
    is below it would jump whenever a number needs one line less.
    """

    pointed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row: TermRow | None = None
        self._names: Sequence[str] = ()
        self._shades: Sequence[str] = ()
        self._rule = self._numbers = Page(1.0, 1.0, 0)
        self._stands_for: object = None
        self._tallest = 0.0
        self.setProperty("role", "term")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def set_row(self, row: TermRow, names: Sequence[str], colors: Sequence[str]) -> None:
        """Show a term."""
        if (row, names, colors) == (self.row, self._names, self._shades):
            return
        self.row, self._names, self._shades = row, names, colors
        self.setAccessibleName(row.plain)
        self._set()

    def _set(self) -> None:
        if self.row is None:
            return
        size, width = GROWN * QFontInfo(self.font()).pixelSize(), self.width() - LEFT - RIGHT
        self._rule = ruled(self.row.latex, width, size, len(self._names))
        self._numbers = Page(width, size, len(self._names), self._rule.height, self._rule.indent)
        for line in self.row.lines:
            self._numbers.add_numbers(line.latex, line.axis, self._name(line.axis))
        self.setToolTip(self.row.plain if self._rule.is_cut or self._numbers.is_cut else "")
        stands_for = self.row.latex, len(self.row.lines), width, size
        self._tallest = max(self._numbers.height, self._tallest if stands_for == self._stands_for else 0.0)
        self._stands_for = stands_for
        self.setFixedHeight(round(self._tallest) + TOP + BOTTOM)
        self.update()

    def _name(self, axis: int) -> str:
        return "" if axis < 0 else self._names[axis] if axis < len(self._names) else str(axis)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(LEFT, TOP)
        text, colors = self.palette().color(QPalette.ColorRole.WindowText), [QColor(shade) for shade in self._shades]
        for page in (self._rule, self._numbers):
            page.drawing.paint(painter, text, colors)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._set()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._set()

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
