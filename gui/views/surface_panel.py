"""The surface: a list with small pictures, what it teaches, its parameters and the start."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from gui.widgets.number_field import NumberField
from gui.widgets.parameter_row import ParameterRow

if TYPE_CHECKING:
    from collections.abc import Mapping

    from gui.widgets.parameter_spec import ParameterSpec

PICTURE = QSize(88, 58)
_CELL = QSize(102, 96)
_NAME = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class SurfaceChoice:
    """One row of the list."""

    name: str
    title: str
    teaches: str


class SurfacePanel(QWidget):
    """Says what is wished; the session decides."""

    surface_chosen = Signal(str)
    parameter_changed = Signal(str, object, bool)
    start_typed = Signal(float, float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[str, ParameterRow] = {}
        self._specs: tuple[ParameterSpec, ...] = ()
        self._build_list()
        self._build_description()
        self._build_start()
        self._build_layout()
        self._retranslate()

    def _build_list(self) -> None:
        self.list = QListWidget(self)
        self.list.setViewMode(QListView.ViewMode.IconMode)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setMovement(QListView.Movement.Static)
        self.list.setUniformItemSizes(True)
        self.list.setIconSize(PICTURE)
        self.list.setGridSize(_CELL)
        self.list.setWordWrap(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.list.setMinimumHeight(_CELL.height() + 12)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentItemChanged.connect(self._on_list_current_changed)

    def _build_description(self) -> None:
        self._formula = self._wrapping_label()
        self._formula.setProperty("role", "formula")
        self._formula.setTextFormat(Qt.TextFormat.RichText)
        self._teaches = self._wrapping_label()
        self._teaches.setProperty("role", "muted")
        self._facts = self._wrapping_label()
        self._facts.setProperty("role", "muted")
        self._facts.setTextFormat(Qt.TextFormat.RichText)

    def _wrapping_label(self) -> QLabel:
        label = QLabel(self)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        return label

    def _build_start(self) -> None:
        self._start_label = QLabel(self)
        self.start_x, self.start_y = NumberField(self), NumberField(self)
        for field in (self.start_x, self.start_y):
            field.setMinimumWidth(56)
            field.value_changed.connect(self._on_start_value_changed)

    def _build_layout(self) -> None:
        self._parameters = QVBoxLayout()
        self._parameters.setSpacing(4)
        start = QHBoxLayout()
        start.setSpacing(6)
        start.addWidget(self._start_label)
        for name, field in (("x", self.start_x), ("y", self.start_y)):
            letter = QLabel(f"<i>{name}</i>", self)
            letter.setBuddy(field)
            start.addWidget(letter)
            start.addWidget(field, 1)
        inner = QWidget(self)
        below = QVBoxLayout(inner)
        below.setContentsMargins(8, 4, 8, 8)
        below.setSpacing(8)
        below.addWidget(self._formula)
        below.addLayout(self._parameters)
        below.addLayout(start)
        below.addWidget(self._teaches)
        below.addWidget(self._facts)
        below.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.list, 5)
        layout.addWidget(self._scrolling(inner), 4)

    def _scrolling(self, inner: QWidget) -> QScrollArea:
        area = QScrollArea(self)
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return area

    def set_choices(self, choices: tuple[SurfaceChoice, ...]) -> None:
        """Fill the list; pictures follow."""
        with QSignalBlocker(self.list):
            self.list.clear()
            blank = QPixmap(PICTURE)
            blank.fill(Qt.GlobalColor.transparent)
            for choice in choices:
                item = QListWidgetItem(QIcon(blank), choice.title, self.list)
                item.setData(_NAME, choice.name)
                item.setToolTip(choice.teaches)
                item.setTextAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)

    def set_picture(self, name: str, picture: QPixmap) -> None:
        """Show the small picture of a surface."""
        item = self._item(name)
        if item is not None:
            icon = QIcon(picture)
            icon.addPixmap(picture, QIcon.Mode.Selected)
            item.setIcon(icon)

    def set_current(self, name: str) -> None:
        """Select a surface; no name (a typed formula) selects nothing."""
        with QSignalBlocker(self.list):
            item = self._item(name)
            self.list.setCurrentItem(item) if item else self.list.setCurrentRow(-1)
            if item:
                self.list.scrollToItem(item)

    def set_description(self, formula: str, teaches: str, facts: str) -> None:
        """Show the formula and the declared points (rich text) and what the surface teaches."""
        self._formula.setText(formula)
        self._teaches.setText(teaches)
        self._teaches.setVisible(bool(teaches))
        self._facts.setText(facts)
        self._facts.setVisible(bool(facts))

    def set_parameters(self, specs: tuple[ParameterSpec, ...], values: Mapping[str, float]) -> None:
        """Show a row for each parameter."""
        if specs != self._specs:
            self._specs = specs
            for row in self._rows.values():
                row.blockSignals(True)  # losing the focus, it would commit what was typed for another surface
                self._parameters.removeWidget(row)
                row.hide()
                row.deleteLater()
            self._rows = {spec.name: self._added_row(spec) for spec in specs}
        for name, row in self._rows.items():
            row.set_value(values[name])

    def set_start(self, x: float, y: float) -> None:
        """Show the start."""
        self.start_x.set_value(x)
        self.start_y.set_value(y)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.list.setAccessibleName(self.tr("Surfaces"))
        self._start_label.setText(self.tr("Start"))
        hint = self.tr("Where every run begins. Drag the cross on the plot, or type.")
        for name, field in (("x", self.start_x), ("y", self.start_y)):
            field.setToolTip(hint)
            field.setAccessibleName(self.tr("Start {name}").format(name=name))

    def _added_row(self, spec: ParameterSpec) -> ParameterRow:
        row = ParameterRow(spec, self)
        row.changed.connect(self.parameter_changed)
        self._parameters.addWidget(row)
        return row

    def _item(self, name: str) -> QListWidgetItem | None:
        items = (self.list.item(row) for row in range(self.list.count()))
        return next((item for item in items if item.data(_NAME) == name), None)

    def _on_list_current_changed(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.surface_chosen.emit(item.data(_NAME))

    def _on_start_value_changed(self) -> None:
        self.start_typed.emit(self.start_x.value(), self.start_y.value())
