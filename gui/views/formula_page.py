"""The formula: typed, typeset, with its exact derivatives to read and to copy."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from gui.widgets.formula_field import FormulaField
from gui.widgets.formula_help import EXAMPLES
from gui.widgets.mathematics import Mathematics

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QShowEvent

_MORE = " ▾"
COPIES = ("plain", "latex", "derivatives-plain", "derivatives-latex")


@dataclass(frozen=True)
class Written:
    """One equation in the three ways it is needed: LaTeX (empty where too long), rich text, plain text."""

    latex: str = ""
    html: str = ""
    plain: str = ""


@dataclass(frozen=True)
class FormulaTexts:
    """The function and its derivatives: by x, by y; twice by x, by both, twice by y."""

    value: Written = Written()
    derivatives: tuple[Written, ...] = ()
    kinks: tuple[str, ...] = ()
    """Where the derivative jumps and what is taken there, in sentences."""


class FormulaPage(QWidget):
    """Says what is wished; the session decides."""

    formula_typed = Signal(str)
    finished = Signal()
    adoption_wanted = Signal()
    """The formula of the catalogue is to become one of one's own."""
    shown = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = FormulaTexts()
        self._title = ""
        self._build_source()
        self.field = FormulaField(self)
        self.field.formula_typed.connect(self.formula_typed)
        self.field.finished.connect(self.finished)
        self._build_menus()
        self._build_mathematics()
        self._build_layout()
        self._retranslate()
        self.set_source("")

    def _build_source(self) -> None:
        self._source = QLabel(self)
        self._source.setProperty("role", "muted")
        self._source.setWordWrap(True)
        self._source.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.adopt = QPushButton(self)
        self.adopt.setFlat(True)
        self.adopt.clicked.connect(self._on_adopt_clicked)

    def _build_menus(self) -> None:
        self.recent, self.examples, self.copy = (self._menu_button() for _ in range(3))
        self._menu(self.recent).triggered.connect(self._on_menu_triggered)
        self._menu(self.examples).triggered.connect(self._on_menu_triggered)
        self._menu(self.copy).triggered.connect(self._on_copy_triggered)
        self._fill(self.examples, EXAMPLES)
        self.set_recent(())

    def _menu_button(self) -> QToolButton:
        button = QToolButton(self)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setMenu(QMenu(button))
        return button

    @staticmethod
    def _menu(button: QToolButton) -> QMenu:
        menu = button.menu()
        assert isinstance(menu, QMenu)
        return menu

    def _fill(self, button: QToolButton, formulas: Iterable[str]) -> None:
        menu = self._menu(button)
        menu.clear()
        for formula in formulas:
            shown = formula if len(formula) <= 60 else f"{formula[:58]} …"
            menu.addAction(shown.replace("&", "&&")).setData(formula)

    def _build_mathematics(self) -> None:
        self.value = Mathematics(self)
        self._kinks = QLabel(self)
        self._kinks.setProperty("role", "muted")
        self._kinks.setWordWrap(True)
        self._kinks.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.more = QToolButton(self)
        self.more.setCheckable(True)
        self.more.setProperty("role", "quiet")
        self.more.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.more.setArrowType(Qt.ArrowType.RightArrow)
        self.more.toggled.connect(self._on_more_toggled)
        self._details = QWidget(self)
        column = QVBoxLayout(self._details)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.derivatives = tuple(Mathematics(self._details) for _ in range(5))
        for label in self.derivatives:
            column.addWidget(label)
        self._details.hide()

    def _build_layout(self) -> None:
        source = QHBoxLayout()
        source.addWidget(self._source, 1)
        source.addWidget(self.adopt)
        line = QHBoxLayout()
        line.setSpacing(4)
        line.addWidget(self.recent)
        line.addWidget(self.examples)
        line.addStretch(1)
        heading = QHBoxLayout()
        heading.addWidget(self.more)
        heading.addStretch(1)
        heading.addWidget(self.copy)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(6)
        layout.addLayout(source)
        layout.addWidget(self.field)
        layout.addLayout(line)
        layout.addWidget(self.value)
        layout.addWidget(self._kinks)
        layout.addLayout(heading)
        layout.addWidget(self._details)
        layout.addStretch(1)

    def mathematics(self) -> tuple[Mathematics, ...]:
        """Every label that wants to be typeset, the most important first."""
        return (self.value, *self.derivatives)

    def set_formula(self, text: str, parameters: Iterable[str]) -> None:
        """Show the formula in force and tint its parameters."""
        self.field.set_formula(text, parameters)

    def set_source(self, title: str, *, can_adopt: bool = True) -> None:
        """Say which surface of the catalogue the formula belongs to; none when it is one's own."""
        self._title = title
        self._source.setText(title)
        self._source.setVisible(bool(title))
        self.adopt.setVisible(bool(title) and can_adopt)

    def set_texts(self, texts: FormulaTexts) -> None:
        """Show the function and its derivatives."""
        self._texts = texts
        blank = Written()
        shown = (texts.value, *texts.derivatives, *(blank for _ in range(5 - len(texts.derivatives))))
        for label, written in zip(self.mathematics(), shown, strict=True):
            label.set_formula(written.latex, written.html, written.plain)
        self._kinks.setText("\n".join(texts.kinks))
        self._kinks.setVisible(bool(texts.kinks))
        for part in (self.copy, self.more):
            part.setEnabled(bool(texts.value.plain))

    def set_recent(self, formulas: tuple[str, ...]) -> None:
        """Offer these formulas, the newest first."""
        self._fill(self.recent, formulas)
        self.recent.setEnabled(bool(formulas))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.adopt.setText(self.tr("Edit as formula"))
        self.adopt.setToolTip(self.tr("Makes it a formula of your own, with the same parameters and bounds"))
        self.recent.setText(self.tr("Recent") + _MORE)
        self.recent.setToolTip(self.tr("Formulas typed lately"))
        self.examples.setText(self.tr("Examples") + _MORE)
        self.copy.setText(self.tr("Copy") + _MORE)
        self.more.setText(self.tr("Derivatives"))
        texts = (
            self.tr("Formula as plain text"),
            self.tr("Formula as LaTeX"),
            self.tr("Derivatives as plain text"),
            self.tr("Derivatives as LaTeX"),
        )
        menu = self._menu(self.copy)
        menu.clear()
        for name, text in zip(COPIES, texts, strict=True):
            menu.addAction(text).setData(name)

    def _copied(self, what: str) -> str:
        derivatives = self._texts.derivatives
        return {
            "plain": self._texts.value.plain,
            "latex": self._texts.value.latex,
            "derivatives-plain": "\n".join(written.plain for written in derivatives),
            "derivatives-latex": "\n".join(written.latex for written in derivatives),
        }[what]

    def _on_adopt_clicked(self) -> None:
        self.adoption_wanted.emit()
        self.field.edit.setFocus()

    def _on_menu_triggered(self, action: QAction) -> None:
        self.field.type_text(str(action.data()))

    def _on_copy_triggered(self, action: QAction) -> None:
        QGuiApplication.clipboard().setText(self._copied(str(action.data())))

    def _on_more_toggled(self, on: bool) -> None:
        self.more.setArrowType(Qt.ArrowType.DownArrow if on else Qt.ArrowType.RightArrow)
        self._details.setVisible(on)
