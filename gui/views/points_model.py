"""Critical points as rows of a table: what stands in each cell, and what a column is sorted by."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap

from gui.known_points import DECLARED, ORIGINS, origin_text, place_text
from gui.numbers import format_number, without_rounding
from gui.theme import LIGHT, Theme
from gui.views.marks import draw_critical_point

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_ROLE = Qt.ItemDataRole
KIND_ORDER = ("minimum", "saddle", "maximum", "degenerate")
MARK_SIZE = QSize(16, 16)
LOSS, ORIGIN = 3, 8


@dataclass(frozen=True)
class PointRow:
    """One critical point. Directions are degrees above −90 and up to 90, NaN where there is none."""

    kind: str
    x: float
    y: float
    value: float
    low: float
    """λ₁, the smaller eigenvalue of the Hessian."""
    high: float
    escape: float = math.nan
    approach: float = math.nan
    smooth: bool = True
    origin: str = DECLARED
    finders: tuple[str, ...] = ()
    """What the runs are called that have found it."""
    full: tuple[float, ...] = ()
    """All its coordinates."""
    in_plane: bool = True

    def numbers(self) -> tuple[float, ...]:
        """Return what stands behind the kind, in the order of the columns."""
        return (self.x, self.y, self.value, self.low, self.high, self.escape, self.approach)


class PointsModel(QAbstractTableModel):
    """Rows in the order in which they were set; ``UserRole`` gives what a column is sorted by."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: tuple[PointRow, ...] = ()
        self.theme = LIGHT
        self.retranslate()

    def retranslate(self) -> None:
        self.kinds = {
            "minimum": self.tr("minimum"),
            "saddle": self.tr("saddle"),
            "maximum": self.tr("maximum"),
            "degenerate": self.tr("flat"),
        }
        self.corner = self.tr("kink")
        self.headers = (
            self.tr("kind"),
            "x",
            "y",
            self.tr("loss"),
            "λ₁",
            "λ₂",
            self.tr("leaves"),
            self.tr("arrives"),
            self.tr("known from"),
        )
        self.hints = (
            self.tr("At a kink the loss has no gradient; a flat point's curvature does not decide what it is"),
            "",
            "",
            "",
            self.tr("Smaller eigenvalue of the Hessian: curvature where the loss bends least, or down"),
            self.tr("Larger eigenvalue of the Hessian: curvature where the loss bends most"),
            self.tr("Direction in which a saddle is left, downhill, in degrees against the x axis"),
            self.tr("Direction from which a saddle is approached, in degrees against the x axis"),
            self.tr("Declared with the surface, searched for all over it, or found by a run that came near"),
        )

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.headers)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal:
            if role == _ROLE.DisplayRole:
                return self.headers[section]
            if role == _ROLE.ToolTipRole:
                return self.hints[section] or None
        if role == _ROLE.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if 0 < section < ORIGIN else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> Any:
        row, column = self.rows[index.row()], index.column()
        if role == _ROLE.DisplayRole:
            return self.shown(row, column)
        if role == _ROLE.UserRole:
            return self._sorted_by(row, column)
        if role == _ROLE.ToolTipRole:
            return self._hint(row, column)
        if role == _ROLE.DecorationRole and column == 0:
            return kind_mark(self.theme, row.kind)
        if role == _ROLE.TextAlignmentRole and 0 < column < ORIGIN:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def shown(self, row: PointRow, column: int) -> str:
        if column == 0:
            kind = self.kinds[row.kind]
            return kind if row.smooth else f"{kind}, {self.corner}"
        if column == ORIGIN:
            return origin_text(row.origin, row.finders)
        number = row.numbers()[column - 1]
        if column == LOSS:
            return format_number(without_rounding(number, max(abs(other.value) for other in self.rows)))
        if column < 6:
            return format_number(number)
        return "" if math.isnan(number) else f"{format_number(number, 3)}°"

    def _hint(self, row: PointRow, column: int) -> str | None:
        """Return a number with every digit, who has found it, or where it is beyond the two coordinates shown."""
        if column == 0:
            return place_text(row.full, row.in_plane) or None
        return ", ".join(row.finders) or None if column == ORIGIN else repr(row.numbers()[column - 1])

    def _sorted_by(self, row: PointRow, column: int) -> float:
        """Return the number to sort by; what is unknown comes first."""
        if column == 0:
            return float(KIND_ORDER.index(row.kind))
        if column == ORIGIN:
            return float(ORIGINS.index(row.origin))
        number = row.numbers()[column - 1]
        return -math.inf if math.isnan(number) else number


@lru_cache(maxsize=16)
def kind_mark(theme: Theme, kind: str) -> QPixmap:
    """Return the mark of a kind as on the stage."""
    ratio = 2.0
    pixmap = QPixmap(MARK_SIZE * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(MARK_SIZE.width() / 2.0, MARK_SIZE.height() / 2.0)
    draw_critical_point(painter, theme, kind, 12.0)
    painter.end()
    return pixmap
