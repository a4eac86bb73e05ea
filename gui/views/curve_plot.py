"""Curves against the iteration (loss, gradient norm) with a playhead one can drag."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QGraphicsSimpleTextItem, QToolTip, QWidget

from gui.appearance import LINE_WIDTH, run_color, run_style
from gui.numbers import format_number
from gui.views.curve_blocks import Curve, CurveBlocks, heights
from gui.views.ink import InkLayer, Polyline
from gui.views.marks import RunMark
from gui.views.plot_view import PlotView

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QHelpEvent, QMouseEvent, QResizeEvent, QWheelEvent
    from PySide6.QtWidgets import QStyleOptionGraphicsItem

    from gui.theme import Theme
    from gui.views.plot_strokes import Array

FUTURE_OPACITY = 0.4
TALLEST = 10.0
"""A linear axis reaches at most to so many times the largest first value, a logarithmic one squared."""
DEEPEST = 16.0
"""A logarithmic axis shows at most so many powers of ten."""
LEFT_AXIS, BOTTOM_AXIS, TITLE = 52, 24, 22

__all__ = ["Curve", "CurvePlot", "heights", "value_range"]


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


class CurvePlot(PlotView):
    """Shows curves up to the playhead strongly, the rest faintly; asks for another iteration."""

    iteration_dragged = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._curves: tuple[Curve, ...] = ()
        self._blocks: dict[int, CurveBlocks] = {}
        self._heights: tuple[Array, ...] = ()
        self._log = False
        self._last = 1
        self._iteration = 0
        self._rows: Mapping[int, int] = {}
        self._dragging = False
        self._build_items()
        self.set_theme(self.theme)
        self._update_range()

    def _build_items(self) -> None:
        self._future = InkLayer(self.box, z=1)
        self._future.setOpacity(FUTURE_OPACITY)
        self._past = InkLayer(self.box, z=2)
        self._marks: list[RunMark] = []
        self._playhead = Playhead(z=-1)
        self._title = QGraphicsSimpleTextItem()
        for item in (self._playhead, self._title):
            self.scene().addItem(item)
        self.getPlotItem().layout.setContentsMargins(0, TITLE, 16, 0)
        self.axes["left"].setWidth(LEFT_AXIS)
        self.axes["bottom"].setHeight(BOTTOM_AXIS)
        self.axes["bottom"].setStyle(hideOverlappingLabels=12)  # the 0 stands half outside
        self.box.sigResized.connect(self._on_box_resized)
        self.viewport().setCursor(Qt.CursorShape.SplitHCursor)

    # What the owner sets

    def set_title(self, text: str) -> None:
        self._title.setText(text)
        self._place_title()

    def set_curves(self, curves: tuple[Curve, ...]) -> None:
        self._curves = curves
        self._redraw()

    def set_log(self, logarithmic: bool) -> None:
        if logarithmic != self._log:
            self._log = logarithmic
            self.axes["left"].set_logarithmic(logarithmic)
            self._redraw()

    def set_last(self, last: int) -> None:
        """Set the last iteration of the axis."""
        if last != self._last:
            self._last = last
            self._update_range()

    def set_iteration(self, iteration: int) -> None:
        """Put the playhead there, and every curve that has no row of its own."""
        self._iteration = iteration
        self._show_rows()

    def set_rows(self, rows: Mapping[int, int]) -> None:
        """Show the curves of these runs, by key, up to a row of their own."""
        if rows != self._rows:
            self._rows = rows
            self._show_rows()

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self._playhead.set_color(QColor(theme.accent))
        self._title.setBrush(QColor(theme.text))
        font = QFont(self.small_font)
        font.setWeight(QFont.Weight.DemiBold)
        self._title.setFont(font)
        self._redraw()

    # Drawing

    def _redraw(self) -> None:
        self._blocks = {curve.key: self._blocks.get(curve.key, CurveBlocks()) for curve in self._curves}
        shapes = [self._blocks[curve.key].shape(curve, self._log) for curve in self._curves]
        self._heights = tuple(shape.points[:, 1] for shape in shapes)
        past, future = [], []
        for curve, (points, index, firm) in zip(self._curves, shapes, strict=True):
            color, dash = run_color(self.theme, curve.slot), run_style(curve.slot).dash
            future.append(Polyline(points, color, width=1.0, sorted_x=True, index=index, firm=firm))
            past.append(replace(future[-1], width=LINE_WIDTH, dash=dash, halo=self.halo()))
        self._future.set_lines(tuple(future))
        self._future.set_count(max((len(curve.values) - 1 for curve in self._curves), default=-1))
        self._past.set_lines(tuple(past))
        self._past.set_counts(self._counts)
        self._fit_marks()
        self._update_range()

    def _fit_marks(self) -> None:
        while len(self._marks) < len(self._curves):
            self._marks.append(RunMark(self.box, z=5, extent=9.0))
        for index, mark in enumerate(self._marks):
            if index < len(self._curves):
                mark.set_run(self.theme, self._curves[index].slot)
            else:
                mark.place(math.nan, math.nan)

    def _update_range(self) -> None:
        low, high = value_range(self._heights, self._log)
        pad = 0.06 * (high - low)
        self.box.setRange(xRange=(0.0, float(max(self._last, 1))), yRange=(low - pad, high + pad), padding=0)
        self._place_marks()

    @property
    def _counts(self) -> tuple[int, ...]:
        return tuple(self._rows.get(curve.key, self._iteration) for curve in self._curves)

    def _show_rows(self) -> None:
        self._past.set_counts(self._counts)
        self._place_marks()

    def _place_marks(self) -> None:
        for curve, row, mark in zip(self._curves, self._counts, self._marks, strict=False):
            here = min(row, len(curve.values) - 1)
            mark.place(float(here), float(heights(np.array([curve.at(here)]), self._log)[0]))
        rect = self.plot_rect
        part = min(max(self._iteration / max(self._last, 1), 0.0), 1.0)
        self._playhead.setPos(rect.left() + part * rect.width(), rect.top())

    def _on_box_resized(self) -> None:
        rect = self.plot_rect
        self._playhead.set_height(rect.height())
        self._place_title()
        self._place_marks()

    def _place_title(self) -> None:
        """Above the plot; where it would be cut off on the right, over the axis too."""
        rect, room = self.plot_rect, self.viewport().width() - self._title.boundingRect().width()
        self._title.setPos(max(0.0, min(rect.left(), room - 2.0)), max(rect.top() - TITLE + 3, 0.0))

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        super().resizeEvent(event)
        if hasattr(self, "_playhead"):  # pyqtgraph resizes before we are built
            self._on_box_resized()

    # Dragging the playhead

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._dragging = True
            self._drag_to(event.position())
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dragging:
            self._drag_to(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._dragging = False
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    def leaveEvent(self, _event: QEvent) -> None:
        QToolTip.hideText()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def _iteration_at(self, position: QPointF) -> int:
        return min(max(round(self.data_at(position)[0]), 0), self._last)

    def _drag_to(self, position: QPointF) -> None:
        iteration = self._iteration_at(position)
        if iteration != self._iteration:
            self.set_iteration(iteration)
            self.iteration_dragged.emit(iteration)

    # Asking for values

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            self._show_tool_tip(event)  # type: ignore[arg-type]
            return True
        return bool(super().viewportEvent(event))

    def _show_tool_tip(self, event: QHelpEvent) -> None:
        if self._curves and self.plot_rect.contains(QPointF(event.pos())):
            text = self.values_text(self._iteration_at(QPointF(event.pos())))
            QToolTip.showText(event.globalPos(), text, self)

    def values_text(self, iteration: int) -> str:
        """All curves' values at an iteration, one a line."""
        lines = [self.tr("Iteration {number}").format(number=iteration)]
        lines += [
            f"{curve.label}  {format_number(curve.at(iteration))}"
            for curve in self._curves
            if iteration < len(curve.values)
        ]
        return "\n".join(lines)


def value_range(curves: tuple[Array, ...], logarithmic: bool) -> tuple[float, float]:
    """Lowest and highest height to show: one run that flies off must not flatten the others."""
    finite = [curve[np.isfinite(curve)] for curve in curves]
    finite = [curve for curve in finite if len(curve)]
    if not finite:
        return 0.0, 1.0
    low, high = min(float(c.min()) for c in finite), max(float(c.max()) for c in finite)
    first = max(float(curve[0]) for curve in finite)
    if logarithmic:
        high = min(high, first + 2 * math.log10(TALLEST))
        low = max(low, high - DEEPEST)
    else:
        high = min(high, TALLEST * first) if first > 0 else high
    return (low, high) if high > low else (low - 0.5, low + 0.5)
