"""Where the runs stand on the floor: a pin down to it, and there the arrow of the negative gradient."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF, QTransform
from PySide6.QtWidgets import QGraphicsItem

from gui.relief.feet import Foot, arrow_head

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

PIN = 1.2
ARROW = 1.6
FOOT = 2.6
PIN_OPACITY = 0.75
BELOW_OPACITY = 0.6


class FeetItem(QGraphicsItem):
    """Draws all feet, over the landscape: thin enough not to hide it."""

    def __init__(self, plane: Any, z: float) -> None:
        super().__init__()
        self._plane = plane
        self._rect = QRectF()
        self._feet: tuple[tuple[Foot, QColor], ...] = ()
        self._halo = QColor()
        plane.addItem(self)
        self.setZValue(z)
        plane.sigRangeChanged.connect(self._on_range_changed)
        self._on_range_changed()

    def set_feet(self, feet: tuple[tuple[Foot, QColor], ...], halo: QColor) -> None:
        """Draw these, each in its colour."""
        self._feet, self._halo = feet, halo
        self.update()

    def boundingRect(self) -> QRectF:
        return self._rect

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        transform = painter.worldTransform()
        painter.save()
        painter.setWorldTransform(QTransform())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for foot, color in self._feet:
            places = (transform.map(QPointF(*place)) for place in (foot.ball, foot.floor, foot.tip))
            painter.setOpacity(BELOW_OPACITY if foot.below else 1.0)
            _draw(painter, color, self._halo, *places)
        painter.restore()

    def _on_range_changed(self) -> None:
        self.prepareGeometryChange()
        self._rect = QRectF(self._plane.viewRect())


def _draw(painter: QPainter, color: QColor, halo: QColor, ball: QPointF, floor: QPointF, tip: QPointF) -> None:
    pale = QColor(color)
    pale.setAlphaF(PIN_OPACITY)
    painter.setPen(QPen(pale, PIN, Qt.PenStyle.CustomDashLine))
    pen = painter.pen()
    pen.setDashPattern([2.5, 2.5])
    painter.setPen(pen)
    painter.drawLine(QLineF(floor, ball))
    head = arrow_head((floor.x(), floor.y()), (tip.x(), tip.y()))
    for ink, extra in ((halo, 2.4), (color, 0.0)):
        painter.setPen(QPen(ink, ARROW + extra, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.setBrush(ink)
        painter.drawEllipse(floor, FOOT, FOOT)
        if head:
            painter.drawLine(QLineF(floor, tip))
            painter.drawPolygon(QPolygonF([QPointF(*place) for place in head]))
