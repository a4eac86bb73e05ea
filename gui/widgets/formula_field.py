"""The field for a formula: checked as one types, never corrected under the cursor, its mistake said right below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from gui.translation.sentences import data_text
from gui.widgets.formula_edit import FormulaEdit
from gui.widgets.formula_help import FormulaHelp
from surfaces.formula import FormulaError
from surfaces.formula.expression import parse
from surfaces.formula.functions import ARITY, CONSTANTS

if TYPE_CHECKING:
    from collections.abc import Iterable

UNFINISHED_MILLISECONDS = 400
"""So long a name that may still become a function (`s`, `si`, `sin`) waits for its rest."""
COMPLAINT_MILLISECONDS = 300
"""A mistake is said once typing pauses: most of them are only half a formula."""

LONG, LONG_MILLISECONDS = 1500, 60
"""A text of so many characters is not read at each key but, after a pause, where it is compiled."""


class FormulaField(QWidget):
    """Says `formula_typed` for every text that can be read; long ones are read by whoever listens.

    The last good formula stays in force meanwhile.
    """

    formula_typed = Signal(str)
    finished = Signal()
    """Enter was pressed or the field left: what comes next is another edit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._formula = ""
        self._parameters: frozenset[str] = frozenset()
        self._said = ""
        self._error: FormulaError | None = None
        self._help: FormulaHelp | None = None
        self.edit = FormulaEdit(self)
        self.help_button = QToolButton(self)
        self.help_button.setText("ƒ")
        self._complaint = QLabel(self)
        self._complaint.setProperty("role", "error")
        self._complaint.setWordWrap(True)
        self._complaint.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self._complaint.hide()
        self._apply_timer, self._complain_timer = self._timer(self._say), self._timer(self._complain)
        self._build_layout()
        self._connect()
        self._retranslate()

    def _timer(self, then: object) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(then)
        return timer

    def _build_layout(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(4)
        line.addWidget(self.edit, 1)
        line.addWidget(self.help_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(line)
        layout.addWidget(self._complaint)

    def _connect(self) -> None:
        self.edit.typed.connect(self._on_edit_typed)
        self.edit.entered.connect(self._on_edit_entered)
        self.edit.left.connect(self._on_edit_left)
        self.edit.focus_lost.connect(self._on_edit_focus_lost)
        self.help_button.clicked.connect(self._on_help_button_clicked)

    def text(self) -> str:
        """What stands in the field, good or not."""
        return self.edit.toPlainText()

    def complaint(self) -> str:
        """What is wrong with the text now shown, or nothing."""
        return data_text(self._error.message) if self._error else ""

    def set_formula(self, text: str, parameters: Iterable[str] = ()) -> None:
        """Show the formula in force; what is being typed beyond it stays, unless it came from elsewhere."""
        is_news = text not in (self._formula, self._said)
        self._formula = self._said = text
        if is_news and text != self.text():
            self._show(text)
        self._parameters = frozenset(parameters)
        self.edit.set_parameters(self._parameters)

    def set_error(self, text: str, error: FormulaError) -> None:
        """Say what only shows when the formula is compiled, if it still stands there."""
        if text == self.text():
            self._said = self._formula
            self._refuse(error)
            self._complain_timer.start(0)

    def type_text(self, text: str) -> None:
        """Replace the whole text as if it were typed: an example or one of the recent formulas."""
        self.edit.selectAll()
        self.edit.insertPlainText(text)
        self._on_edit_entered()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.edit.setPlaceholderText(self.tr("Type a formula in x and y"))
        self.edit.setAccessibleName(self.tr("Formula"))
        self.help_button.setAccessibleName(self.tr("Functions and examples"))
        self.help_button.setToolTip(self.tr("Functions, constants and examples to click on"))
        if self._help:  # made anew in the new language
            self._help.deleteLater()
            self._help = None

    def _on_edit_typed(self, text: str) -> None:
        self._clear_complaint()
        self._apply_timer.stop()
        if len(text) > LONG:
            self._apply_timer.start(LONG_MILLISECONDS)
            return
        try:
            parse(text)
        except FormulaError as error:
            self._refuse(error)
            self._complain_timer.start(COMPLAINT_MILLISECONDS)
            return
        self._apply_timer.start(UNFINISHED_MILLISECONDS if self._is_unfinished() else 0)

    def _is_unfinished(self) -> bool:
        word = self.edit.word_before_cursor()
        if not word or word in self._parameters:
            return False
        return any(name.startswith(word) and name != word for name in (*ARITY, *CONSTANTS))

    def _say(self) -> None:
        """Hand the text on, once."""
        self._apply_timer.stop()
        text = self.text()
        if self._error is None and text != self._said:
            self._said = text
            self.formula_typed.emit(text)

    def _on_edit_entered(self) -> None:
        self._end()
        if self._error is None:
            self.edit.forget_changes()

    def _on_edit_left(self) -> None:
        """Go back to the formula in force."""
        self._apply_timer.stop()
        self._show(self._formula)

    def _on_edit_focus_lost(self) -> None:
        self._end()

    def _end(self) -> None:
        self._say()
        self._complain()
        self.finished.emit()

    def _show(self, text: str) -> None:
        self._apply_timer.stop()
        self._clear_complaint()
        self._said = text
        self.edit.set_text(text)

    def _refuse(self, error: FormulaError) -> None:
        self._error = error

    def _complain(self) -> None:
        self._complain_timer.stop()
        if self._error is None:
            return
        position = self._error.position
        self.edit.mark(position, getattr(self._error, "length", 1))
        self.edit.setAccessibleDescription(data_text(self._error.message))
        self._complaint.setText(data_text(self._error.message))
        self._complaint.show()

    def _clear_complaint(self) -> None:
        self._complain_timer.stop()
        self._error = None
        self.edit.mark(None)
        self.edit.setAccessibleDescription("")
        self._complaint.hide()

    def _on_help_button_clicked(self) -> None:
        if self._help is None:
            self._help = FormulaHelp(self.help_button)
            self._help.piece_chosen.connect(self.edit.insert)
            self._help.example_chosen.connect(self.type_text)
        self._help.show_below()
