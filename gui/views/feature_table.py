"""The features in a table: numbers are typed in place, a row is selected together with its handles."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyledItemDelegate, QTableView, QWidget

from gui.numbers import exact_number, format_number, tabular_font
from gui.translation.sentences import data_text
from gui.widgets.limits import Limits
from gui.widgets.number_field import NumberField
from surfaces.features import FEATURES, LARGEST, SMALLEST

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel, QEvent, QObject
    from PySide6.QtGui import QIcon, QResizeEvent
    from PySide6.QtWidgets import QStyleOptionViewItem

    from surfaces.surface import Feature

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_ROLE = Qt.ItemDataRole
NUMBERS = ("x", "y", "height", "width", "length", "angle")
LIMITS = {
    **dict.fromkeys(NUMBERS, Limits(-LARGEST, LARGEST)),
    "height": Limits(0.0, LARGEST),
    **dict.fromkeys(("width", "length"), Limits(SMALLEST, LARGEST)),
}
KIND_WIDTH, ROW_HEIGHT = 26, 26
WIDTHS = (43, 43, 37, 34, 34, 30)
"""Widths of the numbers' columns; they grow with the table …"""
LEAST_STRETCH = 0.92
"""… and make a little room for a scroll bar."""


class FeatureModel(QAbstractTableModel):
    """Features as rows; a typed number is a wish."""

    edited = Signal(int, object, str)
    """(row, feature, number)"""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.features: tuple[Feature, ...] = ()
        self.icons: dict[str, QIcon] = {}

    def set_features(self, features: tuple[Feature, ...]) -> None:
        """Show these; only what is new is repainted while their number stays."""
        if len(features) != len(self.features):
            self.beginResetModel()
            self.features = features
            self.endResetModel()
            return
        before, self.features = self.features, features
        for row, pair in enumerate(zip(before, features, strict=True)):
            if pair[0] != pair[1]:
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(NUMBERS)))

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.features)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else 1 + len(NUMBERS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == _ROLE.DisplayRole:
            return ("", "x", "y", "h", "w", "l", "∠")[section]
        if role == _ROLE.ToolTipRole:
            return self._hints()[section]
        if role == _ROLE.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def _hints(self) -> tuple[str, ...]:
        return (
            self.tr("Kind of feature"),
            self.tr("x of its centre"),
            self.tr("y of its centre"),
            self.tr("Height: how far it raises or lowers the ground"),
            self.tr("Width: half of it, along its own first axis"),
            self.tr("Length: half of it, along its own second axis"),
            self.tr("Angle: how far it is turned, in degrees counter-clockwise"),
        )

    def flags(self, index: Index) -> Qt.ItemFlag:
        known = super().flags(index)
        return known | Qt.ItemFlag.ItemIsEditable if self._has(index) else known

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> Any:
        feature = self.features[index.row()]
        if index.column() == 0:
            return self._kind(feature, role)
        number = getattr(feature, NUMBERS[index.column() - 1])
        if role in (_ROLE.DisplayRole, _ROLE.AccessibleTextRole):
            return format_number(number, 3) if self._has(index) else "–"
        if role == _ROLE.EditRole:
            return number
        if role == _ROLE.ToolTipRole and self._has(index):
            return exact_number(number)
        if role == _ROLE.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def setData(self, index: Index, value: Any, role: int = _ROLE.EditRole) -> bool:
        feature, name = self.features[index.row()], NUMBERS[index.column() - 1]
        if role != _ROLE.EditRole or value == getattr(feature, name):
            return False
        changes: dict[str, Any] = {name: float(value)}
        self.edited.emit(index.row(), replace(feature, **changes), name)
        return True

    def _has(self, index: Index) -> bool:
        """Whether the number means something for the kind."""
        if index.column() == 0:
            return False
        kind = FEATURES[self.features[index.row()].kind]
        return kind.has_length or NUMBERS[index.column() - 1] != "length"

    def _kind(self, feature: Feature, role: int) -> Any:
        if role == _ROLE.DecorationRole:
            return self.icons.get(feature.kind)
        if role in (_ROLE.ToolTipRole, _ROLE.AccessibleTextRole):
            return data_text(FEATURES[feature.kind].title)
        return None


class NumberDelegate(QStyledItemDelegate):
    """Edits a cell in a number field, which stays until it holds a number that can be taken."""

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        field = NumberField(parent)
        field.set_limits(LIMITS[NUMBERS[index.column() - 1]])
        field.setProperty("role", "cell")
        return field

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, NumberField):
            editor.set_value(float(index.data(_ROLE.EditRole)))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, NumberField):
            editor.commit()
            if not editor.complaint():
                model.setData(index, editor.value())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, NumberField) and isinstance(event, QKeyEvent) and event.type() == event.Type.KeyPress:
            leaves = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
            if leaves:
                watched.commit()
            if leaves and watched.complaint():
                return True
        return super().eventFilter(watched, event)


class FeatureTable(QTableView):
    """Says what is typed, selected and to be deleted; the session decides."""

    edited = Signal(int, object, str)
    row_selected = Signal(int)
    remove_wished = Signal()
    duplicate_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = FeatureModel(self)
        self._model.edited.connect(self.edited)
        self.setModel(self._model)
        self.setItemDelegate(NumberDelegate(self))
        font = tabular_font(self.font())
        font.setPointSizeF(max(font.pointSizeF() * 0.82, 6.0))
        self.setFont(font)
        self.setShowGrid(False)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setIconSize(QSize(18, 18))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            triggers.DoubleClicked | triggers.SelectedClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed
        )
        self._build_columns()
        self.selectionModel().currentRowChanged.connect(self._on_current_row_changed)

    def _build_columns(self) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(28)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        stretch = max(LEAST_STRETCH, (self.viewport().width() - KIND_WIDTH - 4) / sum(WIDTHS))
        self.setColumnWidth(0, KIND_WIDTH)
        for column, width in enumerate(WIDTHS, 1):
            self.setColumnWidth(column, int(width * stretch))

    @property
    def features(self) -> tuple[Feature, ...]:
        """Those shown."""
        return self._model.features

    def set_features(self, features: tuple[Feature, ...]) -> None:
        """Show these; the selection stays."""
        current = self.currentIndex()
        self._model.set_features(features)
        if current.isValid() and current.row() < len(features):
            self.set_selected(current.row())

    def set_selected(self, row: int) -> None:
        """Select a row; −1: none."""
        if row == self.currentIndex().row():
            return
        blocked = self.selectionModel().blockSignals(True)
        index = QModelIndex() if row < 0 else self._model.index(row, max(self.currentIndex().column(), 1))
        self.setCurrentIndex(index)
        self.selectionModel().blockSignals(blocked)
        self.viewport().update()

    def set_icons(self, icons: dict[str, QIcon]) -> None:
        """Show these pictures of the kinds."""
        self._model.icons = icons
        self.viewport().update()

    def event(self, event: QEvent) -> bool:
        """Ctrl+D and Delete are ours before they are anybody's."""
        if event.type() == event.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._wish(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        wish = self._wish(event)
        if wish is not None:
            wish.emit()
        elif event.matches(QKeySequence.StandardKey.Cancel):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _wish(self, event: QKeyEvent) -> Any:
        if not self.currentIndex().isValid() or self.state() == QAbstractItemView.State.EditingState:
            return None
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            return self.remove_wished
        if event.key() == Qt.Key.Key_D and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            return self.duplicate_wished
        return None

    def _on_current_row_changed(self, current: QModelIndex) -> None:
        self.row_selected.emit(current.row())
