"""Events and bookmarks as rows of a table."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSize, Qt

from gui.appearance import swatch
from gui.theme import LIGHT, Theme
from gui.views.event_glyphs import glyph_icon

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from gui.views.timeline_rows import TimelineMark

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_ROLE = Qt.ItemDataRole
SWATCH = QSize(24, 14)
RUN, ITERATION, WHAT = range(3)


@dataclass(frozen=True)
class EventRow:
    """Something that happened to a run."""

    key: int
    label: str
    slot: int
    mark: TimelineMark

    def cell(self, column: int) -> str | int:
        """Return what stands in a column."""
        return (self.label, self.mark.iteration, self.mark.text)[column]


class EventsModel(QAbstractTableModel):
    """Rows in the order in which they were set; ``UserRole`` gives what a column is sorted by."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: tuple[EventRow, ...] = ()
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
        if role in (_ROLE.DisplayRole, _ROLE.UserRole):
            cell = row.cell(column)
            return str(cell) if role == _ROLE.DisplayRole else cell
        if role == _ROLE.ToolTipRole and column == WHAT:
            return f"<p>{escape(row.mark.text)}</p>"
        if role == _ROLE.TextAlignmentRole:
            return self._side(column)
        if role == _ROLE.DecorationRole and column == RUN:
            return swatch(self.theme, row.slot, SWATCH, 2.0)
        if role == _ROLE.DecorationRole and column == WHAT:
            return glyph_icon(row.mark.kind, self.theme)
        return None

    def _side(self, column: int) -> int:
        side = Qt.AlignmentFlag.AlignRight if column == ITERATION else Qt.AlignmentFlag.AlignLeft
        return int(side | Qt.AlignmentFlag.AlignVCenter)
