"""A field for one number: typed, stepped with the arrow keys, never left with a wrong one."""

from __future__ import annotations

import math
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from gui.numbers import MINUS, NumberError, exact_number, format_number, parse_number, tabular_font
from gui.translation.sentences import data_text
from gui.widgets.field_note import FieldNote
from gui.widgets.limits import Limits

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QHideEvent, QMouseEvent, QWheelEvent


class NumberField(QLineEdit):
    """Shows few digits at rest and all of them while edited; keeps the old value until a good one comes."""

    value_changed = Signal(float)
    rejected = Signal(str)
    rejection_cleared = Signal()

    def __init__(
        self, parent: QWidget | None = None, *, value: float = 0.0, digits: int = 4, own_note: bool = True
    ) -> None:
        super().__init__(parent)
        self._value = float(value)
        self._digits = digits
        self._limits = Limits()
        self._logarithmic = False
        self._own_note = own_note
        self._note: FieldNote | None = None
        self._just_entered = False
        self._complaint = ""
        self.setFont(tabular_font(self.font()))
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.textEdited.connect(self._on_text_edited)
        self._show_value()

    def value(self) -> float:
        return self._value

    def set_value(self, value: float) -> None:
        """Take a value from outside; what is being typed stays, unless the value really differs."""
        if value == self._value and (self._complaint or self.isModified()):
            return
        self._value = float(value)
        if self.hasFocus() and self.isModified():
            return
        self._clear_complaint()
        self._show_value()

    def set_limits(self, limits: Limits) -> None:
        """Say which numbers are taken from now on."""
        self._limits = limits

    def set_logarithmic(self, on: bool) -> None:
        """With a logarithmic number the arrow keys come ever closer to zero and never reach it."""
        self._logarithmic = on

    def complaint(self) -> str:
        """What is wrong with the text now shown, or nothing."""
        return self._complaint

    def commit(self) -> None:
        """Take the text as the value, or say what is wrong with it."""
        if not (self.isModified() or self._complaint):
            return
        try:
            value = parse_number(self.text())
            self._limits.check(value)
        except NumberError as error:
            self._complain(data_text(str(error)))
            return
        self._take(value)

    def restore(self) -> None:
        """Drop what was typed and show the value again."""
        self._clear_complaint()
        self._show_value()
        self.selectAll()

    def step(self, count: int) -> None:
        """Move by so many units of the last digit shown at rest; finer where that would leave the limits."""
        self.commit()
        if self._complaint or not math.isfinite(self._value):
            return
        shown = Decimal(format_number(self._value, self._digits).replace(MINUS, "-"))
        for candidate in self._candidates(shown, count * self._unit(shown)):
            if self._limits.allows(candidate) and (candidate > 0 or not self._logarithmic):
                self._take(candidate)
                return

    def _candidates(self, shown: Decimal, by: Decimal) -> tuple[float, ...]:
        """Where a step may lead: there, a tenth of the way, or to the limit in between."""
        full = float(shown + by)
        finer = () if self._limits.whole else (float(shown + by / 10),)
        return (full, *finer, self._limits.nearest(full))

    def _unit(self, shown: Decimal) -> Decimal:
        """One unit of the last digit shown, a tenth where there is none."""
        if self._limits.whole:
            return Decimal(1)
        return Decimal(1).scaleb(int(shown.as_tuple().exponent) if shown else -1)

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window where the text itself has nothing to take back."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._is_idle(event):
            event.ignore()
            return False
        return super().event(event)

    def _is_idle(self, wish: QKeyEvent) -> bool:
        undo, redo = wish.matches(QKeySequence.StandardKey.Undo), wish.matches(QKeySequence.StandardKey.Redo)
        return (undo and not self.isUndoAvailable()) or (redo and not self.isRedoAvailable())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.commit()
            if not self._complaint:
                self.selectAll()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            coarse = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.step((1 if key == Qt.Key.Key_Up else -1) * (10 if coarse else 1))
        elif key == Qt.Key.Key_Escape and (self.isModified() or self._complaint):
            self.restore()
        elif key == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y()
        if not self.hasFocus() or not turned:
            event.ignore()
            return
        self.step(1 if turned > 0 else -1)
        event.accept()

    def focusInEvent(self, event: QFocusEvent) -> None:
        if not self._complaint and not self.isModified():
            self.setText(exact_number(self._value))
        self._just_entered = event.reason() == Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() == Qt.FocusReason.PopupFocusReason:
            return
        self.commit()
        if not self._complaint:
            self._show_value()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self._just_entered and not self.hasSelectedText():
            self.selectAll()
        self._just_entered = False

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._complaint:
            self.restore()

    def _take(self, value: float) -> None:
        self._clear_complaint()
        changed = value != self._value
        self._value = value
        self._show_value()
        if changed:
            self.value_changed.emit(value)

    def _show_value(self) -> None:
        value, selected = self._value, self.hasSelectedText()
        self.setText(exact_number(value) if self.hasFocus() else format_number(value, self._digits))
        self.setCursorPosition(0 if not self.hasFocus() else len(self.text()))
        if selected and self.hasFocus():
            self.selectAll()

    def _complain(self, sentence: str) -> None:
        if sentence == self._complaint:
            return
        self._complaint = sentence
        self._restyle()
        if self._own_note:
            self._note = self._note or FieldNote(self)
            self._note.show_text(sentence)
        self.rejected.emit(sentence)

    def _clear_complaint(self) -> None:
        if not self._complaint:
            return
        self._complaint = ""
        self._restyle()
        if self._note:
            self._note.hide()
        self.rejection_cleared.emit()

    def _restyle(self) -> None:
        """Let the style sheet see the changed state, and tell it to screen readers as well."""
        self.setProperty("rejected", bool(self._complaint))
        self.setAccessibleDescription(self._complaint)
        self.style().unpolish(self)
        self.style().polish(self)

    def _on_text_edited(self) -> None:
        self._clear_complaint()
