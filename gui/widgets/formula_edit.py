"""Where a formula is typed: plain text that grows with its lines, with its parameters tinted and its mistake marked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import (
    QFontDatabase,
    QKeyEvent,
    QKeySequence,
    QPalette,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QResizeEvent

MOST_LINES = 6
"""A longer formula scrolls."""
_PADDING = 10
_NAME = re.compile(r"[^\W\d]\w*")


class FormulaEdit(QPlainTextEdit):
    """Enter says `entered`, Esc `left`; what is typed is never changed under the cursor."""

    typed = Signal(str)
    """The text, whenever it has really changed by the person's doing."""
    entered = Signal()
    left = Signal()
    focus_lost = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSize(max(self.font().pointSize(), 10))
        self.setFont(font)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._colours = _ParameterColours(self)
        self._text = ""
        self._is_set = False
        self.textChanged.connect(self._on_text_changed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def set_text(self, text: str) -> None:
        """Replace the text from outside; there is nothing to take back then."""
        self._is_set = True
        self.setPlainText(text)
        self._is_set = False
        self._text = text

    def forget_changes(self) -> None:
        """Leave undo and redo to the window: what was typed has become an edit of the session."""
        self.document().clearUndoRedoStacks()

    def set_parameters(self, names: frozenset[str]) -> None:
        """Tint these names."""
        self._colours.set_names(names)

    def mark(self, position: int | None, length: int = 1) -> None:
        """Mark where the mistake is; None takes the mark away. Positions count Python's characters."""
        if position is None:
            self.setExtraSelections([])
            return
        text = self.toPlainText()
        end = min(len(text), position + max(1, length))
        begin = min(position, max(0, end - 1))
        selection = QTextEdit.ExtraSelection()
        cursor = self.textCursor()
        cursor.setPosition(_units(text[:begin]))
        cursor.setPosition(_units(text[:end]), QTextCursor.MoveMode.KeepAnchor)
        selection.cursor = cursor
        selection.format = self._mark_format()
        self.setExtraSelections([selection])

    def insert(self, text: str) -> None:
        """Put a piece where the cursor is; a function takes what is selected, or the cursor, between its brackets."""
        head, bracket, tail = text.partition("(")
        cursor = self.textCursor()
        inner = cursor.selectedText() if bracket else ""
        cursor.insertText(head + bracket + inner + tail)
        if bracket and not inner:
            cursor.movePosition(QTextCursor.MoveOperation.Left, n=len(tail))
        self.setTextCursor(cursor)
        self.setFocus()

    def word_before_cursor(self) -> str:
        """Return the name that is being written, if any."""
        before = self.toPlainText()[: self.textCursor().position()]
        found = re.search(r"[^\W\d]\w*$", before)
        return found.group() if found else ""

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste text without the empty lines and blanks that were copied with it."""
        if source.hasText():
            self.insertPlainText(source.text().strip())

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window where the text itself has nothing to take back."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._is_idle(event):
            event.ignore()
            return False
        return super().event(event)

    def _is_idle(self, wish: QKeyEvent) -> bool:
        undo, redo = wish.matches(QKeySequence.StandardKey.Undo), wish.matches(QKeySequence.StandardKey.Redo)
        document = self.document()
        return (undo and not document.isUndoAvailable()) or (redo and not document.isRedoAvailable())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_return = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_return and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif self._is_idle(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.focus_lost.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._colours.rehighlight()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Be as high as the lines, wrapped ones included."""
        lines = min(MOST_LINES, max(1, round(self.document().size().height())))
        margin = 2 * round(self.document().documentMargin())
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + margin + _PADDING)

    def _mark_format(self) -> QTextCharFormat:
        shape = QTextCharFormat()
        shape.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        shape.setUnderlineColor(self.palette().color(QPalette.ColorRole.BrightText))
        return shape

    def _on_text_changed(self) -> None:
        text = self.toPlainText()
        if self._is_set or text == self._text:  # colouring is announced as a change as well
            return
        self._text = text
        self.mark(None)
        self.typed.emit(text)


class _ParameterColours(QSyntaxHighlighter):
    """Tints the names that are parameters, so that a slip of the pen is seen."""

    def __init__(self, edit: FormulaEdit) -> None:
        super().__init__(edit.document())
        self._edit = edit
        self._names: frozenset[str] = frozenset()

    def set_names(self, names: frozenset[str]) -> None:
        if names != self._names:
            self._names = names
            self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        shape = QTextCharFormat()
        shape.setForeground(self._edit.palette().color(QPalette.ColorRole.Accent))
        for name in _NAME.finditer(text):
            if name.group() in self._names:
                self.setFormat(_units(text[: name.start()]), _units(name.group()), shape)


def _units(text: str) -> int:
    """Return how many of Qt's characters (UTF-16) a text has."""
    return len(text.encode("utf-16-le")) // 2
