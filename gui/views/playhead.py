"""The playhead on a plot: a vertical line with a grip."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsItem

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget


class Playhead(QGraphicsItem):
    """A vertical line with a grip, in pixels of the scene."""

    reach = 6.0

    def __init__(self, z: float) -> None:
        super().__init__()
        self.setZValue(z)
        self._height = 0.0
        self._color = QColor()

    def set_height(self, height: float) -> None:
        self.prepareGeometryChange()
        self._height = height

    def set_color(self, color: QColor) -> None:
        self._color = color
        self.update()

    def boundingRect(self) -> QRectF:
        return QRectF(-self.reach, -1, 2 * self.reach, self._height + 2)

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._color, 1.25))
        painter.drawLine(QPointF(0, 0), QPointF(0, self._height))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._color)
        painter.drawPolygon(QPolygonF([QPointF(-5, 0), QPointF(5, 0), QPointF(0, 7)]))
