"""Quantities of the runs against a clock, or one against another, with a playhead one can drag."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics
from PySide6.QtWidgets import QGraphicsSimpleTextItem, QSizePolicy, QToolButton, QWidget

from gui.appearance import LINE_WIDTH, run_color, run_style
from gui.numbers import format_number
from gui.views.curve_blocks import Curve, CurveBlocks, Way, heights
from gui.views.ink import InkLayer, Polyline
from gui.views.marks import RunMark
from gui.views.playhead import Playhead
from gui.views.plot_menu import PlotMenu
from gui.views.plot_ranges import across_range, signed_range, value_range
from gui.views.plot_readout import Readout, ReadoutRow
from gui.views.plot_view import PlotView

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QResizeEvent, QWheelEvent

    from gui.theme import Theme
    from gui.views.curve_blocks import CurveShape
    from gui.views.plot_strokes import Array

FUTURE_OPACITY = 0.4
LEFT_AXIS, BOTTOM_AXIS, TITLE = 52, 24, 24
BUTTON = 32
"""So much wider than its text is the button in the title."""
NEAR = 24.0
"""A way is taken hold of within so many pixels."""

__all__ = ["Curve", "CurvePlot", "Way", "heights", "value_range"]


class CurvePlot(PlotView):
    """Shows curves up to the playhead strongly, the rest faintly; asks for another moment, and for another plot."""

    moment_dragged = Signal(float)
    """What is counted to the right, where somebody has put the playhead."""
    row_pointed = Signal(int, int)
    """(key, row): a place on the way of a run."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._curves: tuple[Curve, ...] = ()
        self._ways: tuple[Way, ...] = ()
        self._blocks: dict[int, CurveBlocks] = {}
        self._extents: tuple[Array, ...] = ()
        self._heights: tuple[Array, ...] = ()
        self._log = self._log_across = self._signed = False
        self._last = 1.0
        self._moment = 0.0
        self._x0, self._x1 = 0.0, 1.0
        self._counted = self._unit = ""
        self._rows: Mapping[int, int] = {}
        self._dragging = False
        self._build_items()
        self._build_title()
        self.set_theme(self.theme)
        self._update_range()

    def _build_items(self) -> None:
        self._future = InkLayer(self.box, z=1)
        self._future.setOpacity(FUTURE_OPACITY)
        self._past = InkLayer(self.box, z=2)
        self._marks: list[RunMark] = []
        self._playhead = Playhead(z=-1)
        self._empty = QGraphicsSimpleTextItem()
        self._readout = Readout(z=20)
        self._captions = (QGraphicsSimpleTextItem(), QGraphicsSimpleTextItem())
        for item in (self._playhead, self._empty, *self._captions, self._readout):
            self.scene().addItem(item)
        self.getPlotItem().layout.setContentsMargins(0, TITLE, 16, 0)
        self.axes["left"].setWidth(LEFT_AXIS)
        self.axes["bottom"].setHeight(BOTTOM_AXIS)
        self.axes["bottom"].setStyle(hideOverlappingLabels=12)  # the 0 stands half outside
        self.box.sigResized.connect(self._on_box_resized)
        self.viewport().setCursor(Qt.CursorShape.SplitHCursor)

    def _build_title(self) -> None:
        self._title = ""
        self.menu = PlotMenu(self)
        self.button = QToolButton(self)
        self.button.setMenu(self.menu)
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.button.setCursor(Qt.CursorShape.ArrowCursor)

    # What the owner sets

    def set_title(self, text: str, note: str = "") -> None:
        """Say what is shown, and what must be known of it."""
        self._title = text
        self.button.setToolTip(f"{text}\n{note}".strip())
        self.button.setAccessibleName(text)
        self.button.setAccessibleDescription(note)
        self._place_title()

    def set_empty(self, text: str) -> None:
        """Say why nothing is shown; nothing where something is."""
        self._empty.setText(text)
        self._place_title()

    @property
    def moment(self) -> float:
        """Where the playhead is, NaN for nowhere."""
        return self._moment

    def set_clock(self, counted: str, unit: str = "") -> None:
        """Name what is counted to the right, or along a way, and in what."""
        self._counted, self._unit = counted, unit

    def set_axes(self, right: str, up: str) -> None:
        """Name what is to the right and upwards, where the title does not say it."""
        for caption, text in zip(self._captions, (f"{right} →" if up else "", f"↑ {up}" if up else ""), strict=True):
            caption.setText(text)
        self._place_title()

    def set_lines(self, lines: tuple[Curve | Way, ...]) -> None:
        """Show quantities against a clock, or one against another."""
        self._curves = tuple(line for line in lines if isinstance(line, Curve))
        self._ways = tuple(line for line in lines if isinstance(line, Way))
        self._redraw()

    def set_curves(self, curves: tuple[Curve, ...]) -> None:
        """Show quantities against a clock."""
        self.set_lines(curves)

    def forget(self) -> None:
        """Take what comes next for other quantities, even where they begin alike."""
        self._blocks = {}

    def set_log(self, logarithmic: bool) -> None:
        """Choose the upward axis."""
        self.set_scales(logarithmic, self._log_across, self._signed)

    def set_scales(self, logarithmic: bool, log_across: bool = False, signed: bool = False) -> None:
        """Choose the axes; `signed`: zero is what matters, values stand on both sides of it."""
        if (logarithmic, log_across, signed) == (self._log, self._log_across, self._signed):
            return
        self._log, self._log_across, self._signed = logarithmic, log_across, signed
        self.axes["left"].set_logarithmic(logarithmic)
        self.axes["bottom"].set_logarithmic(log_across)
        self._redraw()

    def set_last(self, last: float) -> None:
        """Set the last moment of the axis."""
        if last != self._last:
            self._last = last
            self._update_range()

    def set_moment(self, moment: float) -> None:
        """Put the playhead there, and every curve that has no row of its own; NaN: it is nowhere on this axis."""
        self._moment = moment
        self._show_rows()

    def set_rows(self, rows: Mapping[int, int]) -> None:
        """Show the curves of these runs, by key, up to a row of their own."""
        if rows != self._rows:
            self._rows = rows
            self._show_rows()

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self._playhead.set_color(QColor(theme.accent))
        for item in (self._empty, *self._captions):
            item.setBrush(QColor(theme.muted))
            item.setFont(self.small_font)
        self._readout.set_look(theme, self.small_font)
        self.button.setFont(self.small_font)
        self._place_title()
        self._redraw()

    # Drawing

    @property
    def _lines(self) -> tuple[Curve | Way, ...]:
        return self._curves or self._ways

    def _redraw(self) -> None:
        self._blocks = {curve.key: self._blocks.get(curve.key, CurveBlocks()) for curve in self._curves}
        shapes = [self._blocks[curve.key].shape(curve, self._log, self._log_across) for curve in self._curves]
        future = [self._curve_line(curve, shape) for curve, shape in zip(self._curves, shapes, strict=True)]
        future += [self._way_line(way) for way in self._ways]
        past = [self._past_line(line, ink) for line, ink in zip(self._lines, future, strict=True)]
        self._heights = tuple(line.points[:, 1] for line in future)
        self._extents = tuple(line.points[:, 0] for line in future)
        self._future.set_lines(tuple(future))
        self._future.set_count(max((line.last for line in future), default=-1))
        self._past.set_lines(tuple(past))
        self._past.set_counts(self._counts)
        self._fit_marks()
        self._update_range()

    def _curve_line(self, curve: Curve, shape: CurveShape) -> Polyline:
        color = run_color(self.theme, curve.slot)
        points, index, firm = shape
        return Polyline(points, color, width=1.0, sorted_x=True, index=index, firm=firm)

    def _way_line(self, way: Way) -> Polyline:
        return Polyline(way.points, run_color(self.theme, way.slot), width=1.0)

    def _past_line(self, line: Curve | Way, ink: Polyline) -> Polyline:
        return replace(ink, width=LINE_WIDTH, dash=run_style(line.slot).dash, halo=self.halo())

    def _fit_marks(self) -> None:
        while len(self._marks) < len(self._lines):
            self._marks.append(RunMark(self.box, z=5, extent=9.0))
        for index, mark in enumerate(self._marks):
            if index < len(self._lines):
                mark.set_run(self.theme, self._lines[index].slot)
            else:
                mark.place(math.nan, math.nan)

    def _update_range(self) -> None:
        if self._signed:
            low, high = signed_range(self._heights)
        else:
            low, high = value_range(self._heights, self._log)
        pad = 0.06 * (high - low)
        if self._ways:
            left, right = signed_range(self._extents)
            self._x0, self._x1 = left - 0.06 * (right - left), right + 0.06 * (right - left)
        else:
            self._x0, self._x1 = across_range(self._extents, self._last, self._log_across)
        self.box.setRange(xRange=(self._x0, self._x1), yRange=(low - pad, high + pad), padding=0)
        self._place_marks()

    @property
    def _counts(self) -> tuple[int, ...]:
        here = int(self._moment) if math.isfinite(self._moment) else 0
        return tuple(self._rows.get(line.key, here) for line in self._lines)

    def _show_rows(self) -> None:
        self._past.set_counts(self._counts)
        self._place_marks()

    def _place_marks(self) -> None:
        for line, row, mark in zip(self._lines, self._counts, self._marks, strict=False):
            if isinstance(line, Way):
                mark.place(*line.place(row))
            else:
                mark.place(*line.place(row, logarithmic=self._log, log_across=self._log_across))
        self._place_playhead()

    def _place_playhead(self) -> None:
        is_there = math.isfinite(self._moment) and not self._ways
        self._playhead.setVisible(is_there)
        if is_there:
            rect = self.plot_rect
            self._playhead.setPos(rect.left() + self._part(self._moment) * rect.width(), rect.top())

    def _part(self, moment: float) -> float:
        """Where a moment is between the left and the right end of the axis."""
        x = float(heights(np.array([moment]), self._log_across)[0])
        return min(max((x - self._x0) / (self._x1 - self._x0), 0.0), 1.0) if math.isfinite(x) else 0.0

    def _on_box_resized(self) -> None:
        self._playhead.set_height(self.plot_rect.height())
        self._place_title()
        self._place_marks()

    def _place_title(self) -> None:
        """Above the plot; where it would be cut off on the right, over the axis too."""
        rect, room = self.plot_rect, self.viewport().width()
        measure = QFontMetrics(self.button.font())
        text = measure.elidedText(self._title, Qt.TextElideMode.ElideRight, max(room - BUTTON, 20))
        self.button.setText(text)
        self.button.resize(measure.horizontalAdvance(text) + BUTTON, TITLE - 2)
        left = max(0.0, min(rect.left() - 8, room - self.button.width()))
        self.button.move(round(left), max(round(rect.top()) - TITLE + 1, 0))
        right, up = self._captions
        right.setPos(rect.right() - right.boundingRect().width() - 2, rect.bottom() - right.boundingRect().height())
        up.setPos(rect.left() + 3, rect.top())
        wrapped = self._empty.boundingRect()
        self._empty.setVisible(not self._lines)
        self._empty.setPos(max(rect.center().x() - wrapped.width() / 2, 2.0), rect.center().y() - wrapped.height() / 2)

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        super().resizeEvent(event)
        if hasattr(self, "button"):  # pyqtgraph resizes before we are built
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
        self._read_out(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._dragging = False
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu.popup(event.globalPos())

    def leaveEvent(self, _event: QEvent) -> None:
        self._readout.clear()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def _moment_at(self, position: QPointF) -> float:
        x = self.data_at(position)[0]
        return min(max(10.0**x if self._log_across else x, 0.0), self._last)

    def _drag_to(self, position: QPointF) -> None:
        if self._ways:
            self._point_at(position)
            return
        moment = self._moment_at(position)
        if all(curve.times is None for curve in self._curves):
            moment = float(round(moment))
        if moment != self._moment:
            if math.isfinite(self._moment):
                self.set_moment(moment)
            self.moment_dragged.emit(moment)

    def _point_at(self, position: QPointF) -> None:
        """Tell the row whose place is nearest to the pointer, if one is near."""
        way, row = self._near(position)
        if way is not None:
            self.row_pointed.emit(way.key, row)

    def _near(self, position: QPointF) -> tuple[Way | None, int]:
        """The way near the pointer, and the row that is nearest to it."""
        frame, place = self.plot_rect, np.array(self.data_at(position))
        scale = np.array([frame.width() / (self._x1 - self._x0), frame.height() / np.ptp(self.box.viewRange()[1])])
        away, nearest, row = NEAR, None, 0
        for way in self._ways:
            distance, there = way.nearest(place, scale)
            if distance < away:
                away, nearest, row = distance, way, there
        return nearest, row

    # Reading values

    def _read_out(self, position: QPointF) -> None:
        """Of curves tell the values under the pointer; of ways, where all are when the nearest is: it is told first."""
        area, cross, moment = self.plot_rect, position, self._moment_at(position)
        way, row = self._near(position) if self._ways else (None, 0)
        if way is not None:
            cross, moment = self.pixels_of(*way.place(row)), float(way.moments(np.array([row]))[0])
        if not area.contains(position) or not (self._curves or way):
            self._readout.clear()
            return
        rows, height = self.values_at(moment), None
        if way is not None:
            nearest = way.slot, way.label
            rows, height = tuple(sorted(rows, key=lambda row: row[:2] != nearest)), cross.y()
        self._readout.show_rows(area, cross.x(), self._moment_text(moment), rows, height)

    def _moment_text(self, moment: float) -> str:
        shown = format_number(round(moment), 6) if self._counts_rows else format_number(moment, 4)
        return f"{self._counted} {shown} {self._unit}".strip()

    @property
    def _counts_rows(self) -> bool:
        return all(line.times is None for line in self._lines)

    def values_at(self, moment: float) -> tuple[ReadoutRow, ...]:
        """All lines' values at a moment; a run that has ended keeps out of it."""
        found = [(line, line.text(row)) for line in self._lines if (row := line.row_at(moment)) >= 0]
        return tuple(ReadoutRow(line.slot, line.label, text) for line, text in found if text)
