"""Taylor's models around the playhead: their level lines dashed, the neighbourhood in which they hold, their bottom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsPathItem

if TYPE_CHECKING:
    from gui.theme import Theme
    from gui.views.plot_strokes import Array
    from gui.views.stage import Stage


@dataclass(frozen=True, eq=False)
class TaylorDrawing:
    """What is drawn of one model.

    Attributes
    ----------
    order : int
        1 or 2.
    lines : array, shape (n, 2)
        Level lines with NaN rows between pieces.
    border : array, shape (m, 2)
        Where the model stops holding.
    newton : array, shape (2, 2) or (0, 2)
        From the point to the model's bottom, as a line.
    """

    order: int
    lines: Array
    border: Array
    newton: Array


class StageTaylor:
    """The items of the models on every panel of a stage, made when they are first needed."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._items: dict[tuple[int, int, str], QGraphicsPathItem] = {}

    def show(self, drawings: tuple[TaylorDrawing, ...]) -> None:
        """Draw these models and nothing else."""
        for item in self._items.values():
            item.hide()
        for panel in self._stage.panels if drawings else ():
            for drawing in drawings:
                self._draw(panel.box, panel.theme, drawing)

    def _draw(self, box: Any, theme: Theme, drawing: TaylorDrawing) -> None:
        color = QColor(theme.danger if drawing.order == 1 else theme.accent)
        fill = QColor(color)
        fill.setAlphaF(0.1)
        border = self._item(box, drawing.order, "border", z=1.2)
        border.setPath(_polygon(drawing.border))
        border.setPen(_pen(color, 1.5, Qt.PenStyle.SolidLine))
        border.setBrush(QBrush(fill))
        lines = self._item(box, drawing.order, "lines", z=1.3)
        lines.setPath(_path(drawing.lines))
        lines.setPen(_pen(color, 1.3, Qt.PenStyle.DashLine))
        newton = self._item(box, drawing.order, "newton", z=4.4)
        newton.setPath(_path(drawing.newton))
        newton.setPen(_pen(color, 2.0, Qt.PenStyle.DotLine))

    def _item(self, box: Any, order: int, part: str, z: float) -> QGraphicsPathItem:
        place = (id(box), order, part)
        if place not in self._items:
            item = QGraphicsPathItem()
            item.setZValue(z)
            box.addItem(item, ignoreBounds=True)
            self._items[place] = item
        self._items[place].show()
        return self._items[place]


def _pen(color: QColor, width: float, style: Qt.PenStyle) -> QPen:
    pen = QPen(color, width, style)
    pen.setCosmetic(True)
    return pen


def _path(points: Array) -> QPainterPath:
    if not len(points) or not np.isfinite(points).any():
        return QPainterPath()
    return QPainterPath(pg.arrayToQPath(points[:, 0], points[:, 1], connect="finite"))


def _polygon(points: Array) -> QPainterPath:
    path = QPainterPath()
    if len(points):
        path.addPolygon(QPolygonF([QPointF(x, y) for x, y in points.tolist()]))
        path.closeSubpath()
    return path
