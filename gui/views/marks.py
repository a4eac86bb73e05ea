"""Marks on a plot: a run's place, the start handle, the linked pointer, minima and saddles."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from pyqtgraph.graphicsItems.ScatterPlotItem import Symbols
from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem

from gui.appearance import run_color, run_style
from gui.known_points import FOUND, KnownPoint, origin_text, place_text
from gui.numbers import format_number

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

    from gui.theme import Theme
    from surfaces.surface import CriticalPoint

HANDLE_REACH = 12.0
"""The start handle is taken hold of within so many pixels."""


def _outline(color: QColor, width: float) -> QPen:
    return QPen(color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)


def _cross(extent: float, *, upright: bool) -> QPainterPath:
    path = QPainterPath()
    ends = ((extent, 0.0), (0.0, extent)) if upright else ((extent, extent), (extent, -extent))
    for x, y in ends:
        path.moveTo(-x, -y)
        path.lineTo(x, y)
    return path


class Mark(QGraphicsItem):
    """A small drawing of constant size at a place in the plane; hidden where it cannot be seen."""

    reach = 10.0

    def __init__(self, box: Any, z: float) -> None:
        super().__init__()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIgnoresTransformations)
        self._box = box
        self._place = (math.nan, math.nan)
        self._shown = True
        box.addItem(self, ignoreBounds=True)
        self.setZValue(z)
        box.sigRangeChanged.connect(self._update_place)
        self._update_place()

    def place(self, x: float, y: float) -> None:
        """Move to these coordinates; NaN hides."""
        if (x, y) != self._place:
            self._place = (x, y)
            self._update_place()

    def show_mark(self, shown: bool) -> None:
        self._shown = shown
        self._update_place()

    def _update_place(self) -> None:
        (x0, x1), (y0, y1) = self._box.viewRange()
        x, y = self._place
        seen = self._shown and x0 <= x <= x1 and y0 <= y <= y1
        if seen:
            self.setPos(x, y)
        self.setVisible(seen)

    def boundingRect(self) -> QRectF:
        return QRectF(-self.reach, -self.reach, 2 * self.reach, 2 * self.reach)

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.draw(painter)

    def draw(self, painter: QPainter) -> None:
        """Draw around the origin, in logical pixels."""
        raise NotImplementedError


class RunMark(Mark):
    """Where a run is at the playhead: its marker, filled, with a halo."""

    def __init__(self, box: Any, z: float, extent: float = 12.0) -> None:
        super().__init__(box, z)
        self._extent = extent
        self._path = QPainterPath()
        self._color = self._halo = QColor()

    def set_run(self, theme: Theme, slot: int) -> None:
        self._color, self._halo = run_color(theme, slot), QColor(theme.background)
        self._path = Symbols[run_style(slot).marker]
        self.update()

    def draw(self, painter: QPainter) -> None:
        painter.scale(self._extent, self._extent)
        halo = _outline(self._halo, 4.0)
        halo.setCosmetic(True)
        painter.strokePath(self._path, halo)
        painter.fillPath(self._path, self._color)


class StartMark(Mark):
    """The handle that sets where all runs start."""

    reach = 16.0

    def __init__(self, box: Any, z: float) -> None:
        super().__init__(box, z)
        self._ink = self._halo = self._accent = QColor()
        self._hot = False

    @property
    def coordinates(self) -> tuple[float, float]:
        return self._place

    def set_theme(self, theme: Theme) -> None:
        self._ink, self._halo, self._accent = (QColor(name) for name in (theme.text, theme.background, theme.accent))
        self.update()

    def set_hot(self, hot: bool) -> None:
        """Show that it can be, or is, taken hold of."""
        if hot != self._hot:
            self._hot = hot
            self.update()

    def draw(self, painter: QPainter) -> None:
        if self._hot:
            glow = QColor(self._accent)
            glow.setAlphaF(0.25)
            painter.setPen(_outline(self._accent, 1.5))
            painter.setBrush(glow)
            painter.drawEllipse(QPointF(0, 0), HANDLE_REACH + 1, HANDLE_REACH + 1)
        cross = _cross(7.0, upright=True)
        painter.strokePath(cross, _outline(self._halo, 6.5))
        painter.strokePath(cross, _outline(self._accent if self._hot else self._ink, 3.0))


class PointerMark(Mark):
    """Where the pointer is in another panel."""

    reach = 12.0

    def __init__(self, box: Any, z: float) -> None:
        super().__init__(box, z)
        self._ink = self._halo = QColor()

    def set_theme(self, theme: Theme) -> None:
        self._ink, self._halo = QColor(theme.text), QColor(theme.background)
        self.update()

    def draw(self, painter: QPainter) -> None:
        for color, width in ((self._halo, 3.0), (self._ink, 1.0)):
            painter.setPen(_outline(color, width))
            for x, y in ((1, 0), (-1, 0), (0, 1), (0, -1)):
                painter.drawLine(QPointF(4 * x, 4 * y), QPointF(10 * x, 10 * y))


def draw_minimum(painter: QPainter, theme: Theme, extent: float) -> None:
    """A star around the painter's origin."""
    painter.save()
    painter.scale(extent, extent)
    halo = _outline(QColor(theme.background), 3.0)
    halo.setCosmetic(True)
    painter.strokePath(Symbols["star"], halo)
    painter.fillPath(Symbols["star"], QColor(theme.text))
    painter.restore()


def draw_saddle(painter: QPainter, theme: Theme, extent: float) -> None:
    """A diagonal cross around the painter's origin."""
    cross = _cross(extent * 0.3, upright=False)
    painter.strokePath(cross, _outline(QColor(theme.background), 4.5))
    painter.strokePath(cross, _outline(QColor(theme.text), 1.75))


def describe_point(point: CriticalPoint) -> str:
    """Say what a minimum, a saddle and the like is, where, and how high."""
    translate = QCoreApplication.translate
    text = {
        "minimum": translate("marks", "Minimum at ({x}, {y}), loss {value}"),
        "saddle": translate("marks", "Saddle at ({x}, {y}), loss {value}"),
        "maximum": translate("marks", "Maximum at ({x}, {y}), loss {value}"),
        "degenerate": translate("marks", "Flat point at ({x}, {y}), loss {value}"),
    }[point.kind]
    x, y = (format_number(value) for value in point.params[:2])
    told = [text.format(x=x, y=y, value=format_number(point.value))]
    if isinstance(point, KnownPoint):
        told += [place_text(point.full, point.in_plane)]
        told += [origin_text(point.origin, point.finders)] if point.origin == FOUND else []
    return "\n".join(filter(None, told))


def draw_critical_point(painter: QPainter, theme: Theme, kind: str, extent: float) -> None:
    """The mark of a kind: star, diagonal cross, open triangle, or a small ring where the curvature decides nothing."""
    if kind == "minimum":
        draw_minimum(painter, theme, extent)
    elif kind == "saddle":
        draw_saddle(painter, theme, extent)
    else:
        _draw_open(painter, theme, _peak(extent * 0.42) if kind == "maximum" else _circle(extent * 0.24))


def _draw_open(painter: QPainter, theme: Theme, path: QPainterPath) -> None:
    painter.strokePath(path, _outline(QColor(theme.background), 4.5))
    painter.strokePath(path, _outline(QColor(theme.text), 1.75))


def _peak(extent: float) -> QPainterPath:
    path = QPainterPath(QPointF(0.0, -extent))
    path.lineTo(extent, 0.75 * extent)
    path.lineTo(-extent, 0.75 * extent)
    path.closeSubpath()
    return path


def _circle(radius: float) -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QPointF(0.0, 0.0), radius, radius)
    return path
