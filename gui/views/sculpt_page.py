"""The Sculpt page: a base, a palette of features, the features in a table, and the formula they make."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSignalBlocker, Signal
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from gui.icons import icon
from gui.views.feature_icons import feature_icon
from gui.views.feature_palette import FeaturePalette
from gui.views.feature_table import ROW_HEIGHT, FeatureTable
from gui.views.terrain_maker import TerrainMaker
from gui.widgets.calm_combo_box import CalmComboBox
from gui.widgets.formula_field import FormulaField

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QHideEvent, QImage, QShowEvent

    from gui.theme import Theme
    from surfaces.surface import Feature

TYPED = "typed"
"""The base that is a formula of one's own."""
FORMULA_HEIGHT = 76
LEAST_ROWS, MOST_ROWS = 3, 8


class SculptPage(QWidget):
    """Says what is wished; the session decides."""

    armed = Signal(str)
    center_wished = Signal(str)
    base_chosen = Signal(str)
    base_typed = Signal(str)
    base_finished = Signal()
    feature_edited = Signal(int, object, str)
    selected = Signal(int)
    remove_wished = Signal(int)
    duplicate_wished = Signal(int)
    move_wished = Signal(int, int)
    terrain_wished = Signal(int, int, float)
    visibility_changed = Signal(bool)
    restyled = Signal(object)
    """The theme changed: pictures of the kinds are wished in it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._base_key = ""
        self._is_typing = False
        self._build_base()
        self.palette_of_kinds = FeaturePalette(self)
        self.palette_of_kinds.armed.connect(self.armed)
        self.palette_of_kinds.center_wished.connect(self.center_wished)
        self._build_table()
        self._build_formula()
        self.terrain = TerrainMaker(self)
        self.terrain.wished.connect(self.terrain_wished)
        self._sections = [self._label("section") for _ in range(4)]
        self._build_layout()
        self._retranslate()
        self.set_features(())

    # Building

    def _label(self, role: str) -> QLabel:
        label = QLabel(self)
        label.setProperty("role", role)
        label.setWordWrap(True)
        label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        return label

    def _button(self) -> QToolButton:
        button = QToolButton(self)
        button.clicked.connect(self._on_button_clicked)
        return button

    def _build_base(self) -> None:
        self.base = CalmComboBox(self)
        self.base.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.base.activated.connect(self._on_base_activated)
        self.field = FormulaField(self)
        self.field.formula_typed.connect(self.base_typed)
        self.field.finished.connect(self.base_finished)
        self.field.hide()
        self._refusal = self._label("error")
        self._refusal.hide()

    def _build_table(self) -> None:
        self._empty = self._label("muted")
        self.table = FeatureTable(self)
        self.table.edited.connect(self.feature_edited)
        self.table.row_selected.connect(self._on_table_row_selected)
        self.table.remove_wished.connect(self._on_remove_wished)
        self.table.duplicate_wished.connect(self._on_duplicate_wished)
        self.duplicate, self.remove, self.up, self.down = (self._button() for _ in range(4))

    def _build_formula(self) -> None:
        self.formula = QPlainTextEdit(self)
        self.formula.setReadOnly(True)
        self.formula.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.formula.setFixedHeight(FORMULA_HEIGHT)
        self.formula.setTabChangesFocus(True)
        self.copy = self._button()

    def _build_layout(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(6)
        base, kinds, formula, terrain = self._sections
        for part in (base, self.base, self.field, self._refusal, kinds, self.palette_of_kinds, self._empty, self.table):
            layout.addWidget(part)
        layout.addLayout(self._line(None, (self.duplicate, self.remove, self.up, self.down)))
        layout.addLayout(self._line(formula, (self.copy,)))
        layout.addWidget(self.formula)
        layout.addWidget(terrain)
        layout.addWidget(self.terrain)
        self.extra_layout = QVBoxLayout()
        """A place for other ways to a terrain."""
        layout.addLayout(self.extra_layout)
        layout.addStretch(1)

    def _line(self, label: QLabel | None, buttons: Iterable[QToolButton]) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(4)
        line.addStretch(1) if label is None else line.addWidget(label, 1)
        for button in buttons:
            line.addWidget(button)
        return line

    # What the owner sets

    def set_bases(self, choices: Iterable[tuple[str, str]]) -> None:
        """Offer bases: keys and titles; an empty key parts two groups."""
        with QSignalBlocker(self.base):
            self.base.clear()
            for key, title in choices:
                self.base.addItem(title, key) if key else self.base.insertSeparator(self.base.count())

    def set_base(self, key: str, formula: str, parameters: Iterable[str] = ()) -> None:
        """Show the base: one of the choices or none of them, and its formula."""
        if key != self._base_key and not self.field.edit.hasFocus():
            self._is_typing = False
        self._base_key = key
        self.field.set_formula(formula, parameters)
        self._show_base()

    def set_refusal(self, sentence: str) -> None:
        """Say why nothing can be put on the base; nothing: it can."""
        self._refusal.setText(sentence)
        self._refusal.setVisible(bool(sentence))
        self.palette_of_kinds.setEnabled(not sentence)
        self.terrain.setEnabled(not sentence)
        self._show_emptiness()

    def set_features(self, features: tuple[Feature, ...]) -> None:
        """Show the features in the table."""
        self.table.set_features(features)
        rows = min(max(len(features), LEAST_ROWS), MOST_ROWS)
        self.table.setFixedHeight(rows * ROW_HEIGHT + self.table.horizontalHeader().sizeHint().height() + 16)
        self._show_emptiness()
        self._enable_buttons()

    def set_selected(self, index: int) -> None:
        """Select a row; −1: none."""
        self.table.set_selected(index)
        self._enable_buttons()

    def set_armed(self, kind: str) -> None:
        """Show which kind the next click on the map puts."""
        self.palette_of_kinds.set_armed(kind)

    def set_formula(self, text: str) -> None:
        """Show the resulting formula."""
        if text != self.formula.toPlainText():
            self.formula.setPlainText(text)
        self.copy.setEnabled(bool(text))

    def set_images(self, images: dict[str, QImage]) -> None:
        """Show these pictures of the kinds."""
        icons = {kind: feature_icon(image) for kind, image in images.items()}
        self.palette_of_kinds.set_icons(icons)
        self.table.set_icons(icons)

    def set_theme(self, theme: Theme) -> None:
        """Tint the icons, and wish for pictures of the kinds in the theme."""
        icons = {self.duplicate: "duplicate", self.remove: "remove", self.up: "up", self.down: "down"}
        for button, name in icons.items():
            button.setIcon(icon(name, theme))
        self.terrain.set_theme(theme)
        self.restyled.emit(theme)

    # Showing

    def _show_base(self) -> None:
        """Show the choice; the field stands below it while one types, even a formula that is one of the choices."""
        key = TYPED if self._is_typing else self._base_key
        with QSignalBlocker(self.base):
            self.base.setCurrentIndex(self.base.findData(key) if key else -1)
        self.field.setVisible(key == TYPED)

    def _show_emptiness(self) -> None:
        empty = not self.table.features
        self._empty.setVisible(empty and self.palette_of_kinds.isEnabled())
        for part in (self.table, self.duplicate, self.remove, self.up, self.down):
            part.setVisible(not empty)

    def _enable_buttons(self) -> None:
        row, count = self.table.currentIndex().row(), len(self.table.features)
        self.duplicate.setEnabled(row >= 0)
        self.remove.setEnabled(row >= 0)
        self.up.setEnabled(row > 0)
        self.down.setEnabled(0 <= row < count - 1)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.visibility_changed.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self.visibility_changed.emit(False)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        titles = (self.tr("Base"), self.tr("Features"), self.tr("Formula"), self.tr("Random terrain"))
        for label, title in zip(self._sections, titles, strict=True):
            label.setText(title.upper())
        self._empty.setText(
            self.tr("Nothing is sculpted yet. Click a feature above, then the map; or make a random terrain below.")
        )
        self.base.setAccessibleName(self.tr("Base that is sculpted"))
        self.table.setAccessibleName(self.tr("Features"))
        self.formula.setAccessibleName(self.tr("Resulting formula"))
        hints = {
            self.duplicate: self.tr("Duplicate (Ctrl+D)"),
            self.remove: self.tr("Delete (Del)"),
            self.up: self.tr("Move up the list"),
            self.down: self.tr("Move down the list"),
            self.copy: self.tr("Copy the formula with all its numbers"),
        }
        for button, hint in hints.items():
            button.setToolTip(hint)
            button.setAccessibleName(hint)
        self.copy.setText(self.tr("Copy"))
        self.palette_of_kinds.retranslate()
        self.terrain.retranslate()

    # What is done here

    def _on_base_activated(self, index: int) -> None:
        key = self.base.itemData(index)
        self._is_typing = key == TYPED
        self._show_base()
        if self._is_typing:
            self.field.edit.setFocus()
        elif key != self._base_key:
            self.base_chosen.emit(key)

    def _on_table_row_selected(self, row: int) -> None:
        self._enable_buttons()
        self.selected.emit(row)

    def _on_remove_wished(self) -> None:
        self.remove_wished.emit(self.table.currentIndex().row())

    def _on_duplicate_wished(self) -> None:
        self.duplicate_wished.emit(self.table.currentIndex().row())

    def _on_button_clicked(self) -> None:
        button, row = self.sender(), self.table.currentIndex().row()
        if button is self.copy:
            QGuiApplication.clipboard().setText(self.formula.toPlainText())
        elif button is self.duplicate:
            self.duplicate_wished.emit(row)
        elif button is self.remove:
            self.remove_wished.emit(row)
        else:
            self.move_wished.emit(row, -1 if button is self.up else 1)
