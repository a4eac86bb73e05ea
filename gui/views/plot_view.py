"""What our plots have in common: quiet axes, no menus, no ranges that move by themselves."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QGraphicsView, QWidget

from gui.numbers import format_number, tabular_font
from gui.theme import LIGHT, Theme

if TYPE_CHECKING:
    from gui.views.plot_strokes import Array

SUPERSCRIPTS = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")
DECADES = 5
"""A logarithmic axis shows about so many powers of ten."""
DIGIT_WIDTH, TICK_GAP, POWER_WIDTH = 6.5, 10.0, 34.0
"""About how wide a digit, the room between two numbers, and a power of ten are in pixels."""

pg.setConfigOption("imageAxisOrder", "row-major")


class NumberAxis(pg.AxisItem):  # type: ignore[misc]  # pyqtgraph has no types
    """Ticks as people write them; on a logarithmic axis the values are exponents of ten."""

    def __init__(self, side: str) -> None:
        super().__init__(side)
        self.logarithmic = False
        self.enableAutoSIPrefix(False)
        self.setStyle(tickLength=4, hideOverlappingLabels=True, maxTickLevel=1)

    def _updateLabel(self) -> None:
        """Lay out the label only where there is one: pyqtgraph does so with every pen, which cost a start 8 ms."""
        if self.labelText or self.label.toPlainText():
            super()._updateLabel()

    def set_logarithmic(self, logarithmic: bool) -> None:
        self.logarithmic = logarithmic
        self.picture = None
        self.update()

    def tickValues(self, minimum: float, maximum: float, size: float) -> list[Any]:
        if not self.logarithmic:
            return self._fitting(list(super().tickValues(minimum, maximum, size))[:1], size)
        if maximum - minimum < 1.5:
            return [(0.0, _mantissa_ticks(minimum, maximum))]
        most = DECADES if self.orientation == "left" else min(DECADES, size / POWER_WIDTH)
        stride = max(1, math.ceil((maximum - minimum) / most))
        first = math.ceil(minimum / stride) * stride
        return [(stride, [float(n) for n in range(first, math.floor(maximum) + 1, stride)])]

    def _fitting(self, levels: list[Any], size: float) -> list[Any]:
        """Leave out every second tick, and so on, until the texts stand side by side."""
        if self.orientation == "left" or not levels:
            return levels
        spacing, ticks = levels[0]
        widest = max((len(text) for text in self.tickStrings(ticks, 1.0, spacing)), default=0)
        while len(ticks) > 2 and len(ticks) * (widest * DIGIT_WIDTH + TICK_GAP) > size:
            spacing *= 2
            ticks = [tick for tick in ticks if round(2 * tick / spacing) % 2 == 0]
        return [(spacing, ticks)]

    def tickStrings(self, values: list[float], _scale: float, spacing: float) -> list[str]:
        if not self.logarithmic:
            return [format_number(_rounded(value, spacing), 6) for value in values]
        if spacing == 0.0:
            return [format_number(10.0**value, 3) for value in values]
        return ["10" + str(round(value)).translate(SUPERSCRIPTS) for value in values]


def _mantissa_ticks(minimum: float, maximum: float) -> list[float]:
    """Exponents of 1, 2 and 5 times powers of ten; a narrow range gets three even steps."""
    decades = range(math.floor(minimum), math.ceil(maximum) + 1)
    ticks = [n + math.log10(digit) for n in decades for digit in (1, 2, 5)]
    inside = [tick for tick in ticks if minimum <= tick <= maximum]
    if len(inside) >= 2:
        return inside
    return [minimum + part * (maximum - minimum) for part in (0.1, 0.5, 0.9)]


def _rounded(value: float, spacing: float) -> float:
    """Strip the binary dust from a tick (0.30000000000000004)."""
    return round(value, max(0, 2 - math.floor(math.log10(spacing)))) if spacing > 0 else value


class PlotView(pg.PlotWidget):  # type: ignore[misc]  # pyqtgraph has no types
    """A plot whose range only its owner and the person change."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.box = pg.ViewBox(enableMouse=False, enableMenu=False, defaultPadding=0.0)
        axes = {side: NumberAxis(side) for side in ("left", "bottom")}
        super().__init__(parent, viewBox=self.box, axisItems=axes, enableMenu=False)
        self.axes = axes
        self.theme: Theme = LIGHT
        item = self.getPlotItem()
        item.hideButtons()
        item.layout.setContentsMargins(0, 0, 0, 0)
        self.box.disableAutoRange()
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.BoundingRectViewportUpdate)
        self.setCacheMode(QGraphicsView.CacheModeFlag.CacheNone)
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontAdjustForAntialiasing)
        self.viewport().setMouseTracking(True)
        self._style_axes()

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.setBackground(theme.background)
        self._style_axes()

    @property
    def small_font(self) -> QFont:
        """The font of everything written on a plot."""
        font = tabular_font(self.font())
        font.setPointSizeF(max(font.pointSizeF() * 0.88, 6.0))
        return font

    def _style_axes(self) -> None:
        for axis in self.axes.values():
            axis.setPen(pg.mkPen(self.theme.border))
            axis.setTickPen(pg.mkPen(self.theme.border))
            axis.setTextPen(pg.mkPen(self.theme.muted))
            axis.setStyle(tickFont=self.small_font)

    def data_at(self, position: QPointF) -> tuple[float, float]:
        """Coordinates in the plot of a place in the viewport."""
        scene = self.viewportTransform().inverted()[0].map(position)
        place = self.box.mapSceneToView(scene)
        return float(place.x()), float(place.y())

    def pixels_of(self, x: float, y: float) -> QPointF:
        """Place in the viewport of coordinates in the plot."""
        scene = self.box.mapViewToScene(QPointF(x, y))
        return QPointF(self.viewportTransform().map(QPointF(scene.x(), scene.y())))

    def all_pixels_of(self, points: Array) -> Array:
        """Places in the viewport of points (n, 2); what overflows becomes non-finite."""
        rect, ((x0, x1), (y0, y1)) = self.plot_rect, self.box.viewRange()
        scale = rect.width() / (x1 - x0), rect.height() / (y0 - y1)
        with np.errstate(over="ignore", invalid="ignore"):
            return np.asarray((points - (x0, y1)) * scale + (rect.x(), rect.y()))

    @property
    def plot_rect(self) -> QRectF:
        """The part of the viewport inside the axes."""
        return QRectF(self.box.mapRectToScene(self.box.rect()))

    def halo(self) -> QColor:
        """What parts a mark from the ground it lies on."""
        return QColor(self.theme.background)

    def close(self) -> bool:
        """Close as any widget does: pyqtgraph's way takes the viewport away from under its own events."""
        return QGraphicsView.close(self)

    def keyPressEvent(self, event: Any) -> None:
        event.ignore()  # keys belong to the window; pyqtgraph would keep them
