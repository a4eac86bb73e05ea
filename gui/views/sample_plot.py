"""The samples of a surface made of data: clicked, dragged and taken away, with what the runs make of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QPen
from PySide6.QtWidgets import QApplication

from gui.appearance import run_color, run_style
from gui.colors import rgb_from_hex
from gui.views.plot_view import PlotView

if TYPE_CHECKING:
    import numpy.typing as npt
    from PySide6.QtGui import QMouseEvent
    from PySide6.QtWidgets import QWidget

    from gui.theme import Theme
    from gui.views.plot_strokes import Array

CURVE, PLANE, PLACES = "curve", "plane", "places"
"""Kinds of samples: an input and a target; two inputs and a target told by colour; two coordinates."""
REACH = 9.0
PADDING = 0.12
SIZE = 7.0


@dataclass(frozen=True, eq=False)
class Fit:
    """What a run at the playhead makes of the samples: its line, shape (n, 2), and the samples its step draws."""

    slot: int
    line: Array
    drawn: npt.NDArray[np.int64]


class SamplePlot(PlotView):
    """Says where a sample is wished; the session decides."""

    added = Signal(float, float)
    moved = Signal(int, float, float, bool)
    """Index, place, and whether the mouse is still down."""
    removed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = CURVE
        self._points = np.empty((0, 2))
        self._fits: tuple[Fit, ...] = ()
        self._held: int | None = None
        self._pressed: QPointF | None = None
        """Where a sample was pressed that has not been moved yet: a click alone moves nothing."""
        self._lines: list[pg.PlotCurveItem] = []
        self._dots = pg.ScatterPlotItem(size=SIZE, pxMode=True)
        self._rings = pg.ScatterPlotItem(size=SIZE + 7, pxMode=True)
        for item, z in ((self._rings, 2), (self._dots, 1)):
            item.setZValue(z)
            self.box.addItem(item, ignoreBounds=True)
        self.axes["left"].setWidth(34)
        self.axes["bottom"].setHeight(20)
        self.setMinimumHeight(150)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.set_theme(self.theme)
        self._retranslate()

    # What the owner sets

    def set_samples(self, points: Array, kind: str) -> None:
        """Show the samples: a row of numbers each, as many as the kind has."""
        if kind == self._kind and np.array_equal(points, self._points):
            return
        self._points, self._kind = points, kind
        if self._held is None:
            self._fit_view()
        self._draw_dots()

    def set_fits(self, fits: tuple[Fit, ...]) -> None:
        """Show what the runs make of the samples."""
        self._fits = fits
        while len(self._lines) < len(fits):
            self._lines.append(pg.PlotCurveItem(antialias=True))
            self.box.addItem(self._lines[-1], ignoreBounds=True)
        for index, line in enumerate(self._lines):
            line.setVisible(index < len(fits))
            if index < len(fits):
                self._draw_line(line, fits[index])
        self._draw_rings()

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        if hasattr(self, "_rings"):
            self._draw_dots()
            self.set_fits(self._fits)

    def view_x(self) -> Array:
        """Places along the x axis, for the lines of runs."""
        (x0, x1), _ = self.box.viewRange()
        return np.linspace(x0, x1, 160)

    # Drawing

    def _fit_view(self) -> None:
        places = self._points[:, :2]
        low, high = (places.min(axis=0), places.max(axis=0)) if len(places) else (np.full(2, -1.0), np.full(2, 1.0))
        room = np.maximum(high - low, 1e-9 + 0.1 * np.abs(high)) * PADDING
        low, high = np.where(high > low, low - room, low - 1.0), np.where(high > low, high + room, high + 1.0)
        self.box.setRange(xRange=(low[0], high[0]), yRange=(low[1], high[1]), padding=0)

    def _draw_line(self, line: pg.PlotCurveItem, fit: Fit) -> None:
        pen = QPen(QColor(run_color(self.theme, fit.slot)), 2.0)
        pen.setCosmetic(True)
        if run_style(fit.slot).dash:
            pen.setDashPattern([max(part / 2.0, 0.5) for part in run_style(fit.slot).dash])
        line.setData(fit.line[:, 0], fit.line[:, 1], pen=pen, connect="finite")

    def _draw_dots(self) -> None:
        points = self._points
        outline = pg.mkPen(self.theme.background, width=1)
        if self._kind == PLANE and len(points):
            brushes = [pg.mkBrush(color) for color in self._target_colors(points[:, 2])]
            symbols = ["o" if value < 0.5 else "t1" for value in self._shares(points[:, 2])]
            self._dots.setData(points[:, 0], points[:, 1], brush=brushes, symbol=symbols, pen=outline, size=SIZE + 2)
        else:
            brush = pg.mkBrush(self.theme.muted)
            self._dots.setData(points[:, 0], points[:, 1], brush=brush, symbol="o", pen=outline, size=SIZE)

    def _shares(self, targets: Array) -> Array:
        span = float(np.ptp(targets))
        return (targets - targets.min()) / span if span > 0.0 else np.where(targets > 0.5, 1.0, 0.0)

    def _target_colors(self, targets: Array) -> list[QColor]:
        """From muted (lowest target) to the accent (highest)."""
        low, high = (rgb_from_hex(color) for color in (self.theme.muted, self.theme.accent))
        mixed = low + self._shares(targets)[:, None] * (high - low)
        return [QColor.fromRgbF(*row) for row in mixed.tolist()]

    def _draw_rings(self) -> None:
        """Ring the samples that the steps at the playhead draw."""
        spots = [
            {
                "pos": self._points[index, :2],
                "size": SIZE + 7 + 4 * place,
                "pen": pg.mkPen(run_color(self.theme, fit.slot), width=2),
            }
            for place, fit in enumerate(self._fits)
            for index in fit.drawn[:200]
            if index < len(self._points)
        ]
        self._rings.setData(spots=spots, brush=None)

    # Pointing

    def mousePressEvent(self, event: QMouseEvent) -> None:
        nearest = self._nearest(event.position())
        if event.button() == Qt.MouseButton.RightButton and nearest is not None:
            self.removed.emit(nearest)
        elif event.button() == Qt.MouseButton.LeftButton and self.plot_rect.contains(event.position()):
            if nearest is None:
                self.added.emit(*self.data_at(event.position()))
            else:
                self._held, self._pressed = nearest, event.position()
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is not None and self._is_moved(event.position()):
            self.moved.emit(self._held, *self.data_at(event.position()), True)
        over = self._held is not None or self._nearest(event.position()) is not None
        shape = Qt.CursorShape.OpenHandCursor if over else Qt.CursorShape.CrossCursor
        if self.viewport().cursor().shape() != shape:
            self.viewport().setCursor(shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        held, self._held = self._held, None
        if held is not None and self._is_moved(event.position()):
            self.moved.emit(held, *self.data_at(event.position()), False)
        event.accept()

    def _is_moved(self, position: QPointF) -> bool:
        if self._pressed is not None:
            way = (position - self._pressed).manhattanLength()
            self._pressed = None if way >= QApplication.startDragDistance() else self._pressed
        return self._pressed is None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    def wheelEvent(self, event: QEvent) -> None:
        event.ignore()  # the page scrolls; the samples are always all in view

    def _nearest(self, position: QPointF) -> int | None:
        """The sample under the pointer."""
        if not len(self._points):
            return None
        (x0, x1), (y0, y1) = self.box.viewRange()
        rect, place = self.plot_rect, np.array(self.data_at(position))
        scale = np.array([rect.width() / (x1 - x0), rect.height() / (y1 - y0)])
        away = np.hypot(*((self._points[:, :2] - place) * scale).T)
        index = int(np.argmin(away))
        return index if away[index] <= REACH else None

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Samples"))
        self.setToolTip(self.tr("Click: add a sample. Drag: move it. Right click: take it away."))
