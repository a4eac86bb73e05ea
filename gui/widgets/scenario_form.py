"""A form for a scenario's words: a title, a question, and what to watch and to try, a line each."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QPlainTextEdit, QWidget

from engine.scenario import ScenarioText

WIDTH = 460
LINES = 4


class ScenarioForm(QDialog):
    """Accepts once there is a title."""

    def __init__(self, text: ScenarioText, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Save as scenario"))
        self.title, self.question = QLineEdit(text.title, self), QLineEdit(text.question, self)
        self.watch, self.try_next = (QPlainTextEdit("\n".join(lines), self) for lines in (text.watch, text.try_next))
        self.buttons = QDialogButtonBox(self)
        self.save = self.buttons.addButton(self.tr("Save"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.cancel = self.buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self._build_layout()
        self.title.textChanged.connect(self._on_title_text_changed)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._on_title_text_changed()

    def _build_layout(self) -> None:
        self.question.setPlaceholderText(self.tr("To put to the class before pressing play"))
        for edit in (self.watch, self.try_next):
            edit.setPlaceholderText(self.tr("A sentence on each line"))
            edit.setTabChangesFocus(True)
            edit.setFixedHeight(LINES * edit.fontMetrics().lineSpacing() + 12)
        layout = QFormLayout(self)
        rows: dict[str, QWidget] = {
            self.tr("&Title"): self.title,
            self.tr("&Question"): self.question,
            self.tr("&Watch"): self.watch,
            self.tr("T&ry"): self.try_next,
        }
        for name, field in rows.items():
            layout.addRow(name, field)
            field.setAccessibleName(name.replace("&", ""))
        layout.addRow(self.buttons)
        self.setMinimumWidth(WIDTH)

    def words(self) -> ScenarioText:
        """Return what has been written, without empty lines."""
        watch, try_next = (_sentences(field.toPlainText()) for field in (self.watch, self.try_next))
        return ScenarioText(self.title.text().strip(), self.question.text().strip(), watch, try_next)

    @Slot()
    def _on_title_text_changed(self) -> None:
        self.save.setEnabled(bool(self.title.text().strip()))


def _sentences(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())
