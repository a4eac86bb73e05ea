"""One contour map: the field below, the runs' ink above, the start to take hold of."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QEvent, QPointF, Qt, QTimer, Signal
from PySide6.QtWidgets import QToolTip, QWidget

from gui.appearance import LINE_WIDTH, run_color, run_style
from gui.views.ink import InkLayer, Polyline
from gui.views.marks import HANDLE_REACH, PointerMark, RunMark, StartMark, describe_point
from gui.views.plot_backdrop import Backdrop, BackdropLayer
from gui.views.plot_legend import Legend, LegendRow
from gui.views.plot_view import PlotView
from gui.views.tail_layer import Tail, TailLayer
from gui.views.trail import Trail

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QResizeEvent, QWheelEvent

    from gui.theme import Theme
    from gui.views.panel_tool import PanelTool
    from surfaces.contours import Contours
    from surfaces.surface import Bounds, CriticalPoint

FUTURE_OPACITY = 0.5
ZOOM_PER_DEGREE = 1.01
FARTHEST, NEAREST = 1e3, 1e-9
"""How far one may zoom out and in, as parts of the surface's bounds."""
SETTLED_MS = 90
LEFT_AXIS, BOTTOM_AXIS = 52, 24

__all__ = ["ContourPanel", "Trail"]


class ContourPanel(PlotView):
    """Shows trails on a contour map; asks for another start, and tells where one looks and points."""

    start_dragged = Signal(float, float)
    start_dropped = Signal(float, float)
    pointer_moved = Signal(float, float)
    pointer_left = Signal()
    range_changed = Signal(tuple)
    """The view while it moves, at once: for panels that follow."""
    view_changed = Signal(tuple)
    """The view when it came to rest: for the owner, who computes its contours."""
    _tool: PanelTool | None = None  # here, because pyqtgraph sends events before we are built

    def __init__(self, parent: QWidget | None = None, backdrop: Backdrop | None = None) -> None:
        super().__init__(parent)
        self._backdrop = backdrop or Backdrop(self)
        self._bounds: Bounds = (-1.0, 1.0, -1.0, 1.0)
        self._trails: tuple[Trail, ...] = ()
        self._rows: Mapping[int, int] = {}
        self._dots = True
        self._grab: QPointF | None = None
        self._pan: QPointF | None = None
        self._start_before = (math.nan, math.nan)
        self._space = False
        self._build_layers()
        self._settle = QTimer(self, singleShot=True, interval=SETTLED_MS)
        self._settle.timeout.connect(self._on_settle_timeout)
        self.setAccessibleName(self.tr("Contour map"))
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.set_theme(self.theme)
        self.set_view(self._bounds)

    def _build_layers(self) -> None:
        box = self.box
        self._ground = BackdropLayer(box, self._backdrop, z=-10)
        self._future = InkLayer(box, z=1)
        self._future.setOpacity(FUTURE_OPACITY)
        self._past = InkLayer(box, z=2)
        self._tail = TailLayer(box, z=2.5)
        self._start = StartMark(box, z=5.5)
        self._marks: list[RunMark] = []
        self._pointer = PointerMark(box, z=6)
        self._legend = Legend(z=10)
        self.scene().addItem(self._legend)
        for moved in (box.sigResized, box.sigRangeChanged, self._backdrop.changed):
            moved.connect(self._place_legend)

    # What the owner sets

    def set_contours(self, contours: Contours) -> None:
        self._backdrop.set_contours(contours)

    def set_critical_points(self, *groups: tuple[CriticalPoint, ...]) -> None:
        """Show minima, saddles and, if they are known, maxima."""
        self._backdrop.set_critical_points(*groups)

    @property
    def keys(self) -> tuple[int, ...]:
        """The keys of the runs it shows."""
        return tuple(trail.key for trail in self._trails)

    def set_bounds(self, bounds: Bounds) -> None:
        """Set the surface's own bounds, and look at them if they are new."""
        if bounds != self._bounds:
            self._bounds = bounds
            self.set_view(bounds)

    def set_view(self, bounds: Bounds) -> None:
        x0, x1, y0, y1 = bounds
        if bounds != self.view():
            self.box.setRange(xRange=(x0, x1), yRange=(y0, y1), padding=0)

    def view(self) -> Bounds:
        (x0, x1), (y0, y1) = self.box.viewRange()
        return float(x0), float(x1), float(y0), float(y1)

    def set_start(self, x: float, y: float) -> None:
        self._start.place(x, y)
        self._place_legend()

    def set_pointer(self, x: float, y: float) -> None:
        """Show where the pointer is in another panel; NaN: nowhere."""
        self._pointer.place(x, y)

    def set_trails(self, trails: tuple[Trail, ...]) -> None:
        self._trails = trails
        self._redraw_trails()

    def set_rows(self, rows: Mapping[int, int]) -> None:
        """Show each run, by key, up to a row of its own; past its end it stays there."""
        self._rows = rows
        self._show_rows()

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self._backdrop.set_font(self.small_font)
        self._backdrop.set_theme(theme)
        self._start.set_theme(theme)
        self._tail.set_theme(theme)
        self._pointer.set_theme(theme)
        self._legend.set_theme(theme)
        self._legend.set_font(self.small_font)
        self._redraw_trails()

    def set_overlay(self, name: str, shown: bool) -> None:
        """Show or hide "field", "contours", "labels", "critical", "start", "legend", "future" or "dots"."""
        simple = {"legend": self._legend, "future": self._future}
        if name in simple:
            simple[name].setVisible(shown)
        elif name == "start":
            self._start.show_mark(shown)
        elif name == "dots":
            self._dots = shown
            self._redraw_trails()
        else:
            self._backdrop.set_part(name, shown)

    def set_trail_kind(self, kind: str, every: int) -> None:
        """Show the whole way to the playhead or only its end, with a marker every so many rows (0: none)."""
        self._past.setVisible(kind == "full")
        self._tail.set_kind(kind, every)

    def set_axes(self, *, left: bool, bottom: bool) -> None:
        """Show only these axes; their sizes are fixed, so that panels stay alike."""
        for side, shown in (("left", left), ("bottom", bottom)):
            self.getPlotItem().showAxis(side, shown)
        self.axes["left"].setWidth(LEFT_AXIS if left else 0)
        self.axes["bottom"].setHeight(BOTTOM_AXIS if bottom else 0)

    def set_tool(self, tool: PanelTool | None) -> None:
        """Let a tool have the first look at mouse and keys; None: nobody."""
        if self._tool is not None:
            self._tool.detach(self)
        self._tool = tool
        if tool is not None:
            tool.attach(self)

    def fit(self) -> None:
        """Look at the whole surface."""
        self._look_at(self._bounds)

    # Drawing

    def _redraw_trails(self) -> None:
        shown = [(*trail.line(self.keys), run_color(self.theme, trail.slot)) for trail in self._trails]
        future = [Polyline(points, color, width=1.0, index=rows) for points, rows, color in shown]
        self._future.set_lines(tuple(future))
        self._future.set_count(max((len(trail.points) - 1 for trail in self._trails), default=-1))
        past = (self._past_line(line, trail.slot) for line, trail in zip(future, self._trails, strict=True))
        self._past.set_lines(tuple(past))
        self._legend.set_rows(tuple(LegendRow(trail.label, trail.slot) for trail in self._trails))
        while len(self._marks) < len(self._trails):
            self._marks.append(RunMark(self.box, z=5))
        for index, mark in enumerate(self._marks):
            if index < len(self._trails):
                mark.set_run(self.theme, self._trails[index].slot)
            else:
                mark.place(math.nan, math.nan)
        self._show_rows()
        self._place_legend()

    def _past_line(self, future: Polyline, slot: int) -> Polyline:
        return replace(future, width=LINE_WIDTH, dash=run_style(slot).dash, halo=self.halo(), dots=self._dots)

    def _show_rows(self) -> None:
        rows = tuple(self._rows.get(trail.key, 0) for trail in self._trails)
        self._past.set_counts(rows)
        pairs = zip(self._trails, rows, strict=True)
        self._tail.set_tails(tuple(Tail(trail.drawn(self.keys), trail.slot, row) for trail, row in pairs))
        for trail, row, mark in zip(self._trails, rows, self._marks, strict=False):
            mark.place(*(trail.place(row) if not trail.is_shared(row, self.keys) else (math.nan, math.nan)))
        self._legend.set_numbers(tuple(trail.loss_at(row) for trail, row in zip(self._trails, rows, strict=True)))

    def _place_legend(self) -> None:
        if not self._trails:
            return
        rect = self.plot_rect
        shown = [trail.points[:: max(1, len(trail.points) // 200)] for trail in self._trails]
        trail, caption = self.all_pixels_of(np.concatenate(shown)), self._backdrop.caption_place(rect)
        self._legend.stand_clear(rect, self.pixels_of(*self._start.coordinates), trail, caption)

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        super().resizeEvent(event)
        if hasattr(self, "_legend"):  # pyqtgraph resizes before we are built
            self._place_legend()

    # Looking around

    def _look_at(self, bounds: Bounds) -> None:
        if self._allowed(bounds):
            self.set_view(bounds)
            self.range_changed.emit(self.view())
            self._settle.start()

    def _allowed(self, bounds: Bounds) -> bool:
        own = self._bounds
        parts = ((bounds[i + 1] - bounds[i]) / (own[i + 1] - own[i]) for i in (0, 2))
        return all(NEAREST < part < FARTHEST for part in parts)

    def _on_settle_timeout(self) -> None:
        self.view_changed.emit(self.view())

    def wheelEvent(self, event: QWheelEvent) -> None:
        factor = ZOOM_PER_DEGREE ** (-(event.angleDelta().y() or event.angleDelta().x()) / 8)
        x, y = self.data_at(event.position())
        x0, x1, y0, y1 = self.view()
        self._look_at((x + (x0 - x) * factor, x + (x1 - x) * factor, y + (y0 - y) * factor, y + (y1 - y) * factor))
        event.accept()

    def _pan_to(self, position: QPointF) -> None:
        assert self._pan is not None
        (from_x, from_y), (to_x, to_y) = self.data_at(self._pan), self.data_at(position)
        self._pan = position
        x0, x1, y0, y1 = self.view()
        dx, dy = from_x - to_x, from_y - to_y
        self._look_at((x0 + dx, x1 + dx, y0 + dy, y1 + dy))

    # Pointing

    def mousePressEvent(self, event: QMouseEvent) -> None:
        left = event.button() == Qt.MouseButton.LeftButton
        if event.button() == Qt.MouseButton.MiddleButton or (left and self._space):
            self._pan = event.position()
        elif left:
            self._take_start(event.position())
        self._update_cursor(event.position())
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        position = event.position()
        if self._pan is not None:
            self._pan_to(position)
        elif self._grab is not None:
            self._drag_start(position)
        else:
            self._update_cursor(position)
        if self.plot_rect.contains(position):
            self.pointer_moved.emit(*self.data_at(position))
        else:
            self.pointer_left.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pan = None
        if self._grab is not None and event.button() == Qt.MouseButton.LeftButton:
            self._grab = None
            self.start_dropped.emit(*self._start.coordinates)
        self._update_cursor(event.position())
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Fit; the first of the two clicks moved the start, so put it back."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if self._start_before != self._start.coordinates and not math.isnan(self._start_before[0]):
            self._start.place(*self._start_before)
            self.start_dropped.emit(*self._start_before)
        self.fit()
        event.accept()

    def leaveEvent(self, _event: QEvent) -> None:
        self._start.set_hot(False)
        self.pointer_left.emit()

    def _take_start(self, position: QPointF) -> None:
        if not self.plot_rect.contains(position):
            return
        self._start_before = self._start.coordinates
        on_handle = self._over_start(position)
        self._grab = self.pixels_of(*self._start.coordinates) - position if on_handle else QPointF()
        self._start.set_hot(True)
        if not on_handle:
            self._drag_start(position)

    def _drag_start(self, position: QPointF) -> None:
        assert self._grab is not None
        place = self.data_at(self._inside(position + self._grab))
        if place != self._start.coordinates:
            self._start.place(*place)
            self.start_dragged.emit(*place)

    def _inside(self, position: QPointF) -> QPointF:
        """The nearest place of the map: a start dragged out of sight could not be taken hold of again."""
        rect = self.plot_rect
        x = min(max(position.x(), rect.left()), rect.right())
        return QPointF(x, min(max(position.y(), rect.top()), rect.bottom()))

    def start_distance(self, position: QPointF) -> float:
        """How many pixels away the start's handle is; infinite where it is out of reach."""
        if not self._start.isVisible():
            return math.inf
        away = self.pixels_of(*self._start.coordinates) - position
        distance = math.hypot(away.x(), away.y())
        return distance if distance <= HANDLE_REACH else math.inf

    def _over_start(self, position: QPointF) -> bool:
        return self.start_distance(position) < math.inf

    def _update_cursor(self, position: QPointF) -> None:
        over = self._over_start(position)
        self._start.set_hot(over or self._grab is not None)
        held = self._pan is not None or self._grab is not None
        if held:
            shape = Qt.CursorShape.ClosedHandCursor
        elif self._space or over:
            shape = Qt.CursorShape.OpenHandCursor
        else:
            shape = Qt.CursorShape.CrossCursor
        if self._tool is not None and not held and not self._space:
            shape = self._tool.cursor(self, position) or shape
        if self.viewport().cursor().shape() != shape:
            self.viewport().setCursor(shape)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            self._note_space(event, held=True)  # seen even when Space is a shortcut of the window
            if self._tool is not None and self._tool.takes(self, event):
                event.accept()
                return True
        return bool(super().event(event))

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        self._note_space(event, held=False)
        event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._space = False
        super().focusOutEvent(event)

    def _note_space(self, event: QEvent | QKeyEvent, *, held: bool) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():  # type: ignore[union-attr]
            self._space = held

    # Asking what something is

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._tool is None or not self._tool.takes(self, event):
            super().keyPressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if self._tool is not None and not self._space and self._tool.takes(self, event):
            self._start_before = self._start.coordinates
            return True
        if event.type() == QEvent.Type.ToolTip:
            self._show_tool_tip(event)  # type: ignore[arg-type]
            return True
        return bool(super().viewportEvent(event))

    def _show_tool_tip(self, event: QHelpEvent) -> None:
        told = self._told_at(QPointF(event.pos()))
        QToolTip.showText(event.globalPos(), told, self) if told else QToolTip.hideText()

    def _told_at(self, position: QPointF) -> str:
        if self._over_start(position):
            return str(self.tr("Start of every run: drag me"))
        for point in self._backdrop.critical_points:
            away = self.pixels_of(*point.params[:2]) - position
            if math.hypot(away.x(), away.y()) < HANDLE_REACH:
                return describe_point(point)
        return self._legend.told_at(self.mapToScene(position.toPoint()))
