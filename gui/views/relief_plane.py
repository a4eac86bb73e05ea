"""The picture plane of the relief: what layers and marks made for maps need to know of the view they lie in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QRectF, Signal
from PySide6.QtGui import QTransform

if TYPE_CHECKING:
    from PySide6.QtWidgets import QGraphicsItem, QGraphicsView

WIDTH, HEIGHT = 2.9, 2.62
"""The room a landscape takes however it is turned, in world units …"""
MARGINS = (70.0, 60.0)
"""… and its numbers around it, in pixels."""
FARTHEST, NEAREST = 0.4, 12.0


class Plane(QObject):
    """Which part of the plane (u right, v up) a graphics view shows; one unit is equally long both ways."""

    sigRangeChanged = Signal()  # noqa: N815 - as pyqtgraph's ViewBox calls it

    def __init__(self, view: QGraphicsView) -> None:
        super().__init__(view)
        self._view = view
        self._center = QPointF(0.0, 0.0)
        self._zoom = 1.0

    @property
    def scale(self) -> float:
        """Logical pixels per unit."""
        size = self._view.viewport().size()
        across, up = (size.width() - MARGINS[0]) / WIDTH, (size.height() - MARGINS[1]) / HEIGHT
        return self._zoom * max(min(across, up), 1.0)

    def addItem(self, item: QGraphicsItem, *, ignoreBounds: bool = True) -> None:  # noqa: N803
        """Put an item into the scene; its bounds change nothing here anyway."""
        assert ignoreBounds
        self._view.scene().addItem(item)

    def viewRect(self) -> QRectF:
        """The part of the plane in view."""
        size, scale = self._view.viewport().size(), self.scale
        width, height = size.width() / scale, size.height() / scale
        return QRectF(self._center.x() - width / 2, self._center.y() - height / 2, width, height)

    def viewRange(self) -> tuple[tuple[float, float], tuple[float, float]]:
        """The same as ranges of u and v."""
        rect = self.viewRect()
        return (rect.left(), rect.right()), (rect.top(), rect.bottom())

    def look_at(self, u: float, v: float, zoom: float) -> None:
        """Show the plane around a point, so many times larger than as a whole."""
        self._center, self._zoom = QPointF(u, v), min(max(zoom, FARTHEST), NEAREST)
        self.fit()

    def zoom_by(self, factor: float, at: QPointF) -> None:
        """Show things larger, and keep a place of the viewport where it is."""
        before = self.place_at(at)
        zoom = min(max(self._zoom * factor, FARTHEST), NEAREST)
        share = self._zoom / zoom
        center = before + (self._center - before) * share
        self.look_at(center.x(), center.y(), zoom)

    @property
    def zoom(self) -> float:
        """How much larger than as a whole."""
        return self._zoom

    @property
    def center(self) -> tuple[float, float]:
        """The middle of the view."""
        return self._center.x(), self._center.y()

    def place_at(self, position: QPointF) -> QPointF:
        """The place in the plane of a position in the viewport."""
        rect, scale = self.viewRect(), self.scale
        return QPointF(rect.left() + position.x() / scale, rect.bottom() - position.y() / scale)

    def position_of(self, u: float, v: float) -> QPointF:
        """The position in the viewport of a place in the plane."""
        rect, scale = self.viewRect(), self.scale
        return QPointF((u - rect.left()) * scale, (rect.bottom() - v) * scale)

    def fit(self) -> None:
        """Adapt to the size of the viewport."""
        rect, scale = self.viewRect(), self.scale
        self._view.setSceneRect(rect)
        self._view.setTransform(QTransform(scale, 0.0, 0.0, -scale, 0.0, 0.0))
        self.sigRangeChanged.emit()
