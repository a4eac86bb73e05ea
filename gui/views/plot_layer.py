"""A layer of a plot that is painted once into device pixels and then only copied to the screen."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, Any

from pyqtgraph.Qt.internals import PrimitiveArray
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap, QTransform
from PySide6.QtWidgets import QGraphicsItem

from gui.views.plot_strokes import Array, Frame

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget


class Layer(QGraphicsItem):
    """Covers the view of a pyqtgraph ViewBox, in its coordinates."""

    def __init__(self, box: Any, z: float) -> None:
        super().__init__()
        self._box = box
        self._rect = QRectF()
        self._frame: Frame | None = None
        box.addItem(self, ignoreBounds=True)
        self.setZValue(z)
        box.sigRangeChanged.connect(self._on_box_range_changed)
        self._on_box_range_changed()

    def _on_box_range_changed(self) -> None:
        self.prepareGeometryChange()
        self._rect = QRectF(self._box.viewRect())

    def boundingRect(self) -> QRectF:
        return self._rect

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        target = painter.worldTransform().mapRect(self._rect)
        ratio = painter.device().devicePixelRatioF()
        width, height = round(target.width() * ratio), round(target.height() * ratio)
        if width < 1 or height < 1:
            return
        (x0, x1), (y0, y1) = self._box.viewRange()
        pixmaps = self.pixmaps(Frame(x0, x1, y0, y1, width, height, ratio))
        painter.save()
        painter.setWorldTransform(QTransform())
        for pixmap in pixmaps:
            painter.drawPixmap(QPointF(round(target.left()), round(target.top())), pixmap)
        painter.restore()

    @abstractmethod
    def pixmaps(self, frame: Frame) -> tuple[QPixmap, ...]:
        """What to show of this frame, lowest first; kept by the layer."""


def blank(frame: Frame) -> QPixmap:
    """Transparent pixmap of the frame's size."""
    pixmap = QPixmap(frame.width, frame.height)
    pixmap.setDevicePixelRatio(frame.ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    return pixmap


def device_painter(pixmap: QPixmap) -> QPainter:
    """Painter whose unit is the device pixel, whatever the screen's ratio."""
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(1 / pixmap.devicePixelRatioF(), 1 / pixmap.devicePixelRatioF())
    return painter


def line_array(segments: Array) -> PrimitiveArray:
    """Segments (n, 4) as QPainter.drawLines takes them: without a Python object for each."""
    lines = PrimitiveArray(QLineF, 4)
    lines.resize(len(segments))
    lines.ndarray()[:] = segments
    return lines
