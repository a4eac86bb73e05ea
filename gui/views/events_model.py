"""Events and bookmarks as rows of a table."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSize, Qt

from gui.appearance import swatch
from gui.theme import LIGHT, Theme
from gui.views.event_glyphs import glyph_icon

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QWidget

    from gui.views.timeline_rows import TimelineMark

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_ROLE = Qt.ItemDataRole
SWATCH = QSize(24, 14)
RUN, ITERATION, WHAT = range(3)


class EventRow(NamedTuple):
    """Something that happened to a run."""

    key: int
    label: str
    slot: int
    mark: TimelineMark

    def cell(self, column: int) -> str | int:
        """Return what stands in a column."""
        if column == WHAT:
            return self.mark.text
        return self.label if column == RUN else self.mark.iteration


class EventsModel(QAbstractTableModel):
    """Rows in an order of its own: there can be thousands, which Qt would ask for one by one to compare them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: list[EventRow] = []
        self._order = ITERATION, Qt.SortOrder.AscendingOrder
        self.theme: Theme = LIGHT
        self.retranslate()

    def retranslate(self) -> None:
        self.headers = (self.tr("run"), self.tr("iteration"), self.tr("what happened"))

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.headers)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == _ROLE.DisplayRole:
            return self.headers[section]
        return self._side(section) if role == _ROLE.TextAlignmentRole else None

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> Any:
        row, column = self.rows[index.row()], index.column()
        if role == _ROLE.DisplayRole:
            return str(row.cell(column))
        if role == _ROLE.ToolTipRole and column == WHAT:
            return f"<p>{escape(row.mark.text)}</p>"
        if role == _ROLE.TextAlignmentRole:
            return self._side(column)
        if role == _ROLE.DecorationRole and column == RUN:
            return swatch(self.theme, row.slot, SWATCH, 2.0)
        if role == _ROLE.DecorationRole and column == WHAT:
            return glyph_icon(row.mark.kind, self.theme)
        return None

    def set_rows(self, rows: Iterable[EventRow]) -> None:
        """Show these."""
        self.beginResetModel()
        self.rows = list(rows)
        self._sort()
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order the rows by what stands in a column; those alike stay in order of iteration."""
        self._order = column, order
        self.layoutAboutToBeChanged.emit()
        self._sort()
        self.layoutChanged.emit()

    def _sort(self) -> None:
        column, order = self._order
        downwards = order == Qt.SortOrder.DescendingOrder
        self.rows.sort(key=lambda row: row.mark.iteration)
        self.rows.sort(key=lambda row: row.mark.kind if column == WHAT else row.cell(column), reverse=downwards)

    def _side(self, column: int) -> int:
        side = Qt.AlignmentFlag.AlignRight if column == ITERATION else Qt.AlignmentFlag.AlignLeft
        return int(side | Qt.AlignmentFlag.AlignVCenter)
