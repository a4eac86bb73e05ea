"""Why the chosen run's step went where it went: in words, then term by term with formula, numbers and result."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QIcon, QKeySequence
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gui.appearance import swatch
from gui.explaining import ExplanationWords
from gui.icons import icon
from gui.theme import LIGHT, Theme
from gui.widgets.calm_combo_box import CalmComboBox
from gui.widgets.glance import Glance
from gui.widgets.term_line import TermLine

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

SWATCH = QSize(34, 16)
ALL = -1
"""Every line is shown."""


class ExplainPanel(QWidget):
    """Shows the step that starts at the playhead; → may go through its lines one by one before it is taken."""

    run_chosen = Signal(int)
    term_pointed = Signal(object)
    """The `TermRow` that is pointed at, or None."""
    line_by_line_toggled = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme: Theme = LIGHT
        self._words = ExplanationWords()
        self._names: tuple[str, ...] = ("x", "y")
        self._lines: list[TermLine] = []
        self._runs: tuple[tuple[int, str, int], ...] = ()
        self._shown = ALL
        self._current = -1
        self._pointed: TermLine | None = None
        self._lit: frozenset[str] = frozenset()
        self._build_header()
        self._build_body()
        self._build_layout()
        self._retranslate()
        self.set_empty("")

    def _build_header(self) -> None:
        self.run = CalmComboBox(self)
        self.run.setIconSize(SWATCH)
        self.run.setMinimumContentsLength(12)
        self.run.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.run.activated.connect(self._on_run_activated)
        self.line_by_line = QToolButton(self)
        self.line_by_line.setCheckable(True)
        self.line_by_line.setAutoRaise(True)
        self.line_by_line.toggled.connect(self.line_by_line_toggled)
        self.copy = QToolButton(self)
        self.copy.setAutoRaise(True)
        self.copy.clicked.connect(self.copy_text)

    def _build_body(self) -> None:
        self._step = QLabel(self)
        self._step.setProperty("role", "section")
        self._said = QLabel(self)
        self._said.setWordWrap(True)
        self._said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._said.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self._column = QVBoxLayout()
        self._column.setSpacing(2)
        body = QWidget()
        inner = QVBoxLayout(body)
        inner.setContentsMargins(8, 2, 8, 8)
        inner.setSpacing(6)
        inner.addWidget(self._step)
        inner.addWidget(self._said)
        inner.addLayout(self._column)
        inner.addStretch(1)
        self._area = QScrollArea(self)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(body)
        self._glance = Glance(self._area.verticalScrollBar())

    def _build_layout(self) -> None:
        header = QHBoxLayout()
        header.setContentsMargins(8, 6, 8, 0)
        header.setSpacing(4)
        header.addWidget(self.run, 1)
        header.addWidget(self.line_by_line)
        header.addWidget(self.copy)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(header)
        layout.addWidget(self._area, 1)

    @property
    def words(self) -> ExplanationWords:
        """What is shown."""
        return self._words

    # What the owner sets

    def set_runs(self, runs: tuple[tuple[int, str, int], ...], chosen: int) -> None:
        """Offer these runs: key, label and slot of each."""
        with QSignalBlocker(self.run):
            if runs != self._runs:
                self._runs = runs
                self.run.clear()
                for key, label, slot in runs:
                    self.run.addItem(QIcon(swatch(self._theme, slot, SWATCH, 2.0)), label, key)
            self.run.setCurrentIndex(self.run.findData(chosen))

    def set_names(self, names: tuple[str, ...]) -> None:
        """Call the coordinates what the surface calls them."""
        self._names = names

    def set_words(self, words: ExplanationWords) -> None:
        """Show a step."""
        self._words = words
        while len(self._lines) < len(words.rows):
            self._add_line()
        colors = self._theme.axis_colors
        for line, row in zip(self._lines, words.rows, strict=False):
            line.set_row(row, self._names, colors)
        self.copy.setEnabled(True)
        self.show_lines(self._shown)

    def set_empty(self, text: str) -> None:
        """Show a sentence in place of a step."""
        self._words = ExplanationWords()
        self._step.clear()
        self._said.setText(text)
        self.copy.setEnabled(False)
        for line in self._lines:
            line.hide()

    def show_lines(self, count: int) -> None:
        """Show the first lines only; ALL: every line and the sentences."""
        self._shown = count
        whole = count == ALL or count >= len(self._words.rows)
        self._current = -1 if whole else count - 1
        for index, line in enumerate(self._lines):
            line.setVisible(index < len(self._words.rows) and (whole or index < count))
        self._relight()
        step = self.tr("Step {before} → {after}").format(before=self._words.iteration, after=self._words.iteration + 1)
        self._step.setText(f"{step}    {self._words.moved}" if whole and self._words.moved else step)
        self._said.setText(_paragraphs(self._words.sentences) if whole else self.tr("→ shows the next line."))
        if not whole and count > 0:
            self._area.ensureWidgetVisible(self._lines[count - 1])

    def light(self, arrows: frozenset[str]) -> None:
        """Let the terms that speak of these parts of the step stand out, beside the line that was shown last."""
        self._lit = arrows
        self._relight()
        lit = [line for line in self._lines if line.isVisible() and line.row is not None and line.row.arrow in arrows]
        if not lit:
            self._glance.back()
        elif not any(map(self._is_seen, lit)):
            self._glance.look(lambda: self._area.ensureWidgetVisible(lit[0]))

    def _is_seen(self, line: TermLine) -> bool:
        top = line.mapTo(self._area.viewport(), QPoint()).y()
        return top >= 0 and top + line.height() <= self._area.viewport().height()

    def _relight(self) -> None:
        for index, line in enumerate(self._lines):
            speaks = line.row is not None and line.row.arrow in self._lit
            line.set_lit(speaks or index == self._current or line is self._pointed)

    def set_theme(self, theme: Theme) -> None:
        """Recolour swatches, icons and numbers."""
        self._theme = theme
        self.copy.setIcon(icon("duplicate", theme))
        for index, (_, _, slot) in enumerate(self._runs):
            self.run.setItemIcon(index, QIcon(swatch(theme, slot, SWATCH, 2.0)))
        if self._words.rows:
            self.set_words(self._words)

    # What it says

    def copy_text(self) -> None:
        """Put all of it on the clipboard as plain text."""
        QGuiApplication.clipboard().setText(self._words.text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_text()
        else:
            super().keyPressEvent(event)

    def _add_line(self) -> None:
        line = TermLine(self)
        line.pointed.connect(self._on_line_pointed)
        self._lines.append(line)
        self._column.addWidget(line)

    def _on_line_pointed(self, pointed: bool) -> None:
        line = self.sender()
        assert isinstance(line, TermLine)
        self._pointed = line if pointed else None
        self._relight()
        self.term_pointed.emit(line.row if pointed else None)

    def _on_run_activated(self, index: int) -> None:
        self.run_chosen.emit(self.run.itemData(index))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.run.setAccessibleName(self.tr("Run that is explained"))
        self.run.setToolTip(self.run.accessibleName())
        self.line_by_line.setText(self.tr("Line by line"))
        self.line_by_line.setToolTip(self.tr("→ shows one line of the step after the other, then takes the step"))
        self.copy.setToolTip(self.tr("Copy as text"))
        self.copy.setAccessibleName(self.copy.toolTip())


def _paragraphs(sentences: tuple[str, ...]) -> str:
    """Return sentences set apart from each other: one after the other they read as one block."""
    return "".join(f"<p style='margin:0 0 5px 0'>{escape(sentence)}</p>" for sentence in sentences)
