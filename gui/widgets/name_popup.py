"""A small popup that asks for a name and says at once what is wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QLineEdit, QPushButton, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

_WIDTH = 280


class NamePopup(QFrame):
    """Closes when a good name is given, with Escape, or by a click elsewhere."""

    accepted = Signal(str)
    replace_accepted = Signal(str)
    """The name of something that is there already, and is to be replaced."""

    def __init__(self, title: str, verb: str, problem: Callable[[str], str], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("role", "card")
        self._problem = problem
        self._taken: Callable[[str], bool] = lambda _name: False
        self.field = QLineEdit(self)
        self.field.setAccessibleName(title)
        self.button = QPushButton(verb, self)
        self.replace_button = QPushButton(self.tr("Replace"), self)
        self._note = QLabel(self)
        self._note.setWordWrap(True)
        self._note.setProperty("role", "muted")
        self._build_layout(title)
        self.field.textChanged.connect(self._on_field_text_changed)
        self.field.returnPressed.connect(self._on_accepted)
        self.button.clicked.connect(self._on_accepted)
        self.replace_button.clicked.connect(self._on_replace_clicked)

    def _build_layout(self, title: str) -> None:
        layout = QGridLayout(self)
        layout.setContentsMargins(12, 8, 12, 12)
        layout.setSpacing(8)
        layout.addWidget(QLabel(title, self), 0, 0, 1, 2)
        layout.addWidget(self.field, 1, 0)
        layout.addWidget(self.button, 1, 1)
        layout.addWidget(self.replace_button, 1, 1)
        layout.addWidget(self._note, 2, 0, 1, 2)
        self.setFixedWidth(_WIDTH)

    def note(self) -> str:
        """What is wrong with the name, or nothing."""
        return self._note.text()

    def set_taken(self, taken: Callable[[str], bool]) -> None:
        """Offer to replace what has a name that is taken."""
        self._taken = taken

    def ask(self, proposal: str, owner: QWidget) -> None:
        """Open at the top of a widget with a name to type over."""
        self.field.setText(proposal)
        self._on_field_text_changed(proposal)
        self.move(owner.mapToGlobal(QPoint(8, 8)))
        self.show()
        self.field.setFocus()
        self.field.selectAll()

    def _on_field_text_changed(self, text: str) -> None:
        problem = self._problem(text)
        replaceable = bool(problem) and self._taken(text)
        self._note.setText(problem)
        self._note.setVisible(bool(problem))
        self.button.setEnabled(not problem)
        self.button.setVisible(not replaceable)
        self.replace_button.setVisible(replaceable)
        self.adjustSize()

    def _on_accepted(self) -> None:
        if self.button.isEnabled():
            self.accepted.emit(self.field.text())
            self.close()

    def _on_replace_clicked(self) -> None:
        self.replace_accepted.emit(self.field.text())
        self.close()
