"""A scenario's words: the question, what to watch, what to try."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QTextBrowser, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from gui.theme import Theme


@dataclass(frozen=True)
class ScenarioWords:
    """What is shown, in the window's language."""

    title: str = ""
    question: str = ""
    watch: tuple[str, ...] = ()
    try_next: tuple[str, ...] = ()


class ScenarioPanel(QWidget):
    """Read-only; says how to open a scenario when there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ScenarioWords()
        self._theme: Theme | None = None
        self.browser = QTextBrowser(self)
        self.browser.setFrameShape(QTextBrowser.Shape.NoFrame)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.browser)
        self._show()

    def set_words(self, words: ScenarioWords) -> None:
        """Show a scenario."""
        self._words = words
        self._show()

    def set_theme(self, theme: Theme) -> None:
        """Recolour the headings."""
        self._theme = theme
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._show()

    def _show(self) -> None:
        words = self._words
        self.browser.setAccessibleName(self.tr("Scenario"))
        if not words.title:
            hint = self.tr("Open one from the Scenarios menu: it sets everything up and says what to watch.")
            self.browser.setPlainText(hint)
            return
        parts = [f"<h3>{escape(words.title)}</h3>"]
        if words.question:
            parts.append(f"<p><i>{escape(words.question)}</i></p>")
        parts += self._listed(self.tr("Watch"), words.watch) + self._listed(self.tr("Try"), words.try_next)
        self.browser.setHtml("".join(parts))

    def _listed(self, heading: str, items: tuple[str, ...]) -> list[str]:
        if not items:
            return []
        color = self._theme.accent if self._theme else "#4757b2"
        lines = "".join(f"<p style='margin:0 0 6px 0'>{escape(item)}</p>" for item in items)
        return [f"<p style='color:{color};margin:10px 0 4px 0'><b>{escape(heading)}</b></p>", lines]
