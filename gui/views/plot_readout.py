"""What all runs are at under the pointer: hairlines across a plot, and a small plate of numbers beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem

from gui.appearance import swatch
from gui.theme import LIGHT, Theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

GAP, SWATCH = 5.0, QSize(20, 12)
ROOMY = 300.0
"""In plots of this width runs are called by name as well."""
LONGEST_NAME = 90.0
OPAQUE = 0.92


class ReadoutRow(NamedTuple):
    """A run and its number."""

    slot: int
    label: str
    text: str


class Readout(QGraphicsItem):
    """Stands in the scene's pixels, on the roomier side of what it reads; rows that do not fit are left out."""

    def __init__(self, z: float) -> None:
        super().__init__()
        self.setZValue(z)
        self._theme: Theme = LIGHT
        self._font = QFont()
        self._area = QRectF()
        self._x = 0.0
        self._y: float | None = None
        self._title = ""
        self._rows: tuple[ReadoutRow, ...] = ()
        self._plate = QRectF()
        self.setVisible(False)

    @property
    def rows(self) -> tuple[ReadoutRow, ...]:
        """What is shown, in full."""
        return self._rows if self.isVisible() else ()

    def set_look(self, theme: Theme, font: QFont) -> None:
        self._theme, self._font = theme, font
        self.update()

    def show_rows(
        self, area: QRectF, x: float, title: str, rows: tuple[ReadoutRow, ...], y: float | None = None
    ) -> None:
        """Show these numbers for the place x pixels from the scene's left, and y from its top if that matters."""
        self.prepareGeometryChange()
        self._area, self._x, self._y, self._title, self._rows = area, x, y, title, rows
        self._plate = self._placed(area, x)
        self.setVisible(True)
        self.update()

    def clear(self) -> None:
        self.setVisible(False)

    @property
    def _metrics(self) -> QFontMetricsF:
        return QFontMetricsF(self._font)

    @property
    def _named(self) -> bool:
        return self._area.width() >= ROOMY

    def _shown(self, area: QRectF) -> tuple[ReadoutRow, ...]:
        height = area.height()
        if self._y is not None:  # above it or below, but not over it
            height = max(self._y - area.top(), area.bottom() - self._y)
        room = int((height - 2 * GAP) / self._metrics.height()) - 1
        return self._rows[: max(room, 1)]

    def _name_width(self, rows: tuple[ReadoutRow, ...]) -> float:
        if not self._named:
            return 0.0
        return min(max((self._metrics.horizontalAdvance(row.label) for row in rows), default=0.0), LONGEST_NAME) + GAP

    def _placed(self, area: QRectF, x: float) -> QRectF:
        rows, measure = self._shown(area), self._metrics
        numbers = max((measure.horizontalAdvance(row.text) for row in rows), default=0.0)
        inner = max(SWATCH.width() + GAP + self._name_width(rows) + numbers, measure.horizontalAdvance(self._title))
        size = inner + 2 * GAP, measure.height() * (len(rows) + 1) + GAP
        left = x + 2 * GAP if x < area.center().x() else x - 2 * GAP - size[0]
        is_below = self._y is not None and self._y < area.center().y()
        top = area.bottom() - size[1] - 1.0 if is_below else area.top() + 1.0
        return QRectF(max(min(left, area.right() - size[0]), 0.0), max(top, area.top() + 1.0), *size)

    def boundingRect(self) -> QRectF:
        line = QRectF(self._x - 1, self._area.top(), 2, self._area.height())
        return self._plate.united(line if self._y is None else self._area).adjusted(-1, -1, 1, 1)

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        painter.setPen(QPen(QColor(self._theme.muted), 1.0, Qt.PenStyle.DotLine))
        painter.drawLine(QLineF(self._x, self._area.top(), self._x, self._area.bottom()))
        if self._y is not None:
            painter.drawLine(QLineF(self._area.left(), self._y, self._area.right(), self._y))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        plate = QColor(self._theme.raised)
        plate.setAlphaF(OPAQUE)
        painter.setPen(QPen(QColor(self._theme.border), 1.0))
        painter.setBrush(plate)
        painter.drawRoundedRect(self._plate, 4, 4)
        painter.setFont(self._font)
        self._paint_rows(painter)

    def _paint_rows(self, painter: QPainter) -> None:
        line, inner = self._metrics.height(), self._plate.adjusted(GAP, GAP / 2, -GAP, 0)
        painter.setPen(QColor(self._theme.muted))
        painter.drawText(
            QRectF(inner.left(), inner.top(), inner.width(), line), Qt.AlignmentFlag.AlignLeft, self._title
        )
        rows = self._shown(self._area)
        name = self._name_width(rows)
        for index, row in enumerate(rows, 1):
            top = inner.top() + index * line
            look = swatch(self._theme, row.slot, SWATCH, painter.device().devicePixelRatioF())
            painter.drawPixmap(QPointF(inner.left(), top + (line - SWATCH.height()) / 2), look)
            painter.setPen(QColor(self._theme.text))
            if name:
                text = self._metrics.elidedText(row.label, Qt.TextElideMode.ElideRight, name - GAP + 1)
                place = QRectF(inner.left() + SWATCH.width() + GAP, top, name, line)
                painter.drawText(place, Qt.AlignmentFlag.AlignLeft, text)
            painter.drawText(QRectF(inner.left(), top, inner.width(), line), Qt.AlignmentFlag.AlignRight, row.text)
