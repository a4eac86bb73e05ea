"""A scenario's words: the question, what to watch, what to try; without one, what there is to open."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QUrl, Signal, Slot
from PySide6.QtWidgets import QTextBrowser, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from collections.abc import Mapping

    from gui.theme import Theme

_PAIR = re.compile(r"\(([−\d.]+), ([−\d.]+)\)")
CONTENTS = "contents"
"""Where the link leads that is no scenario's."""


@dataclass(frozen=True)
class ScenarioWords:
    """What is shown, in the window's language."""

    name: str = ""
    chapter: str = ""
    title: str = ""
    question: str = ""
    watch: tuple[str, ...] = ()
    try_next: tuple[str, ...] = ()


class ScenarioPanel(QWidget):
    """The scenario that is open and a way to the next one; the table of contents when none is, or on request."""

    contents_wanted = Signal()
    """It is seen, and has not been told yet what there is."""
    scenario_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ScenarioWords()
        self._chapters: Mapping[str, Mapping[str, str]] = {}
        self._lists = False
        self._theme: Theme | None = None
        self.browser = QTextBrowser(self)
        self.browser.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.browser.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.browser.setOpenLinks(False)
        self.browser.anchorClicked.connect(self._on_browser_anchor_clicked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.browser)
        self._show()

    def set_words(self, words: ScenarioWords) -> None:
        """Show a scenario, or none; what there is to open may have other titles now."""
        self._words = words
        self._lists = False
        if self._chapters:
            self.contents_wanted.emit()
        self._show()

    def set_contents(self, chapters: Mapping[str, Mapping[str, str]]) -> None:
        """Say what there is to open: titles by name, under those of their chapters."""
        self._chapters = chapters
        self._show()

    def set_theme(self, theme: Theme) -> None:
        """Recolour headings and links."""
        self._theme = theme
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._show()

    @Slot(bool)
    def set_seen(self, seen: bool) -> None:
        """Ask what there is to open when this comes into sight for the first time."""
        if seen and not self._chapters:
            self.contents_wanted.emit()

    @Slot(QUrl)
    def _on_browser_anchor_clicked(self, link: QUrl) -> None:
        name = QUrl.fromPercentEncoding(link.toEncoded())
        if name != CONTENTS:
            self.scenario_wanted.emit(name)
            return
        self._lists = True
        self._show()

    def _show(self) -> None:
        self.browser.setAccessibleName(self.tr("Scenario"))
        parts = self._told() if self._words.title and not self._lists else self._listed()
        self.browser.setHtml("".join(parts))

    def _told(self) -> list[str]:
        """Return the words of the scenario that is open, between the ways to others."""
        words = self._words
        parts = [f"<p style='margin:0'><small>{self._link(CONTENTS, f'‹ {words.chapter}')}</small></p>"]
        parts.append(f"<h3 style='margin-top:2px'>{_set(words.title)}</h3>")
        if words.question:
            parts.append(f"<p><i>{_set(words.question)}</i></p>")
        parts += self._sentences(self.tr("Watch"), words.watch) + self._sentences(self.tr("Try"), words.try_next)
        if words.try_next:
            parts.append(f"<p style='color:{self._muted()}'><small>{_set(self._where())}</small></p>")
        order = [(name, title) for titles in self._chapters.values() for name, title in titles.items()]
        places = [place for place, (name, _) in enumerate(order) if name == words.name]
        if places and places[0] + 1 < len(order):
            parts += [self._heading(self.tr("Next")), f"<p>{self._link(*order[places[0] + 1])}</p>"]
        return parts

    def _where(self) -> str:
        """Say where to do what a scenario asks for."""
        return self.tr(
            "All settings of a run are on its card (More); start, parameters and data are on the Surface tab. "
            "A number past the end beside the play button computes more iterations. "
            "Ctrl+R draws by another seed, Ctrl+Z takes anything back."
        )

    def _listed(self) -> list[str]:
        """Return the table of contents."""
        hint = self.tr("Open one: it sets everything up and says what to watch.")
        parts = [f"<p>{escape(hint)}</p>"]
        for chapter, titles in self._chapters.items():
            lines = "".join(f"<p style='margin:0 0 6px 0'>{self._link(*item)}</p>" for item in titles.items())
            parts += [self._heading(chapter), lines]
        return parts

    def _sentences(self, heading: str, items: tuple[str, ...]) -> list[str]:
        if not items:
            return []
        lines = "".join(f"<p style='margin:0 0 6px 0'>{_set(item)}</p>" for item in items)
        return [self._heading(heading), lines]

    def _heading(self, text: str) -> str:
        return f"<p style='color:{self._accent()};margin:10px 0 4px 0'><b>{escape(text)}</b></p>"

    def _link(self, name: str, text: str) -> str:
        address = bytes(QUrl.toPercentEncoding(name).data()).decode()
        return f"<a href='{address}' style='color:{self._accent()};text-decoration:none'>{escape(text)}</a>"

    def _accent(self) -> str:
        return self._theme.accent if self._theme else "#4757b2"

    def _muted(self) -> str:
        return self._theme.muted if self._theme else "#5b6178"


def _set(text: str) -> str:
    """Return a text for the panel, in which no line ends within 2/λmax = 1 or (0, 2)."""
    text = _PAIR.sub("(\\1,\N{NO-BREAK SPACE}\\2)", escape(text))
    for sign in "=−":
        text = text.replace(f" {sign} ", f"\N{WORD JOINER}\N{NO-BREAK SPACE}{sign}\N{NO-BREAK SPACE}")
    return text.replace("/", "/\N{WORD JOINER}")
