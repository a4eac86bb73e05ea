"""The points at which branches leave their parents, on every map: taken hold of, they nudge the branch.

With Alt or Ctrl held a run is branched where it stands and nudged with the same hand: some desktops take Alt.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QEvent, QLineF, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QToolTip

from gui.appearance import run_color
from gui.theme import LIGHT, Theme
from gui.views.marks import HANDLE_REACH, Mark

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QHelpEvent, QMouseEvent

    from gui.views.contour_panel import ContourPanel

RADIUS = 7.0
SNAP = 6.0
"""A nudge that ends within so many pixels of where the parent was is none."""
PULLING = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier
MOVED = 3.0
"""So many pixels make a press a drag."""
Place = tuple[float, float]


class BranchPoint(NamedTuple):
    """Where a branch begins, in the plane shown, and where its parent was then."""

    key: int
    slot: int
    place: Place
    parent_place: Place
    text: str
    """What a tool tip says."""


class BranchMark(Mark):
    """A ring around the place, and a thin line to where the parent was."""

    point: BranchPoint | None = None  # here, because pyqtgraph asks for our extent before we are built

    def __init__(self, panel: ContourPanel) -> None:
        super().__init__(panel.box, z=5.2)
        self._panel = panel
        self._theme = LIGHT
        self._hot = False

    def show_point(self, theme: Theme, point: BranchPoint | None) -> None:
        self.prepareGeometryChange()
        self._theme, self.point = theme, point
        self.place(*(point.place if point else (math.nan, math.nan)))
        self.update()

    def set_hot(self, hot: bool) -> None:
        if hot != self._hot:
            self._hot = hot
            self.update()

    def _to_parent(self) -> QPointF:
        """Where the parent was, in pixels from here."""
        if self.point is None:
            return QPointF()
        return self._panel.pixels_of(*self.point.parent_place) - self._panel.pixels_of(*self.point.place)

    def _update_place(self) -> None:
        self.prepareGeometryChange()
        super()._update_place()

    def boundingRect(self) -> QRectF:
        edge = RADIUS + 4
        return QRectF(QPointF(), self._to_parent()).normalized().adjusted(-edge, -edge, edge, edge)

    def draw(self, painter: QPainter) -> None:
        if self.point is None:
            return
        color, halo = run_color(self._theme, self.point.slot), QColor(self._theme.background)
        away = self._to_parent()
        length = math.hypot(away.x(), away.y())
        for ink, width in ((halo, 4.5), (color, 1.5)):
            painter.setPen(QPen(ink, width))
            if length > RADIUS:
                painter.drawLine(QLineF(away * (RADIUS / length), away))
            painter.drawEllipse(QPointF(), RADIUS, RADIUS)
        if self._hot:
            glow = QColor(self._theme.accent)
            painter.setPen(QPen(glow, 1.5))
            glow.setAlphaF(0.25)
            painter.setBrush(glow)
            painter.drawEllipse(QPointF(), HANDLE_REACH + 1, HANDLE_REACH + 1)


class BranchHandles(QObject):
    """A tool of every panel: shows the points, and says where somebody wants them."""

    nudged = Signal(int, float, float, bool)
    """(key, how far from where the parent was, along both axes, whether it is still held)"""
    pulled = Signal(int, float, float)
    """A run is pulled so far away from where it stands: it is to be branched there."""
    pressed = Signal(int)
    """A point was pressed and let go where it was."""
    reset_requested = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.standing: Callable[[], dict[int, Place]] = dict
        """Where the visible runs stand, by key; asked with Alt held."""
        self._theme = LIGHT
        self._points: tuple[BranchPoint, ...] = ()
        self._marks: dict[ContourPanel, list[BranchMark]] = {}
        self._held: _Hold | None = None

    # What the owner sets

    def set_points(self, points: tuple[BranchPoint, ...]) -> None:
        self._points = points
        self.refresh()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.refresh()

    def refresh(self) -> None:
        """Show on every panel the points of its runs."""
        for panel in self._marks:
            self._show(panel)

    def hold(self, key: int) -> None:
        """Go on dragging the point of this run: the one that was pulled away is branched."""
        if self._held is not None:
            self._held = self._held._replace(key=key, is_run=False)

    def let_go(self) -> None:
        """Drag nothing any more."""
        self._held = None

    def _show(self, panel: ContourPanel) -> None:
        marks, shown = self._marks[panel], [point for point in self._points if point.key in panel.keys]
        while len(marks) < len(shown):
            marks.append(BranchMark(panel))
        for index, mark in enumerate(marks):
            mark.show_point(self._theme, shown[index] if index < len(shown) else None)

    # What a panel asks

    def attach(self, panel: ContourPanel) -> None:
        if panel not in self._marks:
            self._marks[panel] = []
        self._show(panel)

    def detach(self, panel: ContourPanel) -> None:
        self._held = None
        self._heat(panel, None)

    def takes(self, panel: ContourPanel, event: QEvent) -> bool:
        answers: dict[QEvent.Type, Callable[[ContourPanel, Any], bool]] = {
            QEvent.Type.MouseButtonPress: self._press,
            QEvent.Type.MouseMove: self._move,
            QEvent.Type.MouseButtonRelease: self._release,
            QEvent.Type.MouseButtonDblClick: self._double_click,
            QEvent.Type.ToolTip: self._tool_tip,
        }
        answer = answers.get(event.type())
        return answer(panel, event) if answer else False

    def cursor(self, panel: ContourPanel, position: QPointF) -> Qt.CursorShape | None:
        return Qt.CursorShape.OpenHandCursor if self._under(panel, position) else None

    # Mouse

    def _under(self, panel: ContourPanel, position: QPointF, *, alt: bool = False) -> BranchMark | None:
        """The mark under the pointer; the start's handle, if that is nearer, only yields to Alt."""
        near = [(_distance(panel, mark.point.place, position), mark) for mark in self._marks[panel] if mark.point]
        distance, found = min(near, key=lambda pair: pair[0], default=(math.inf, None))
        if distance > HANDLE_REACH or (not alt and panel.start_distance(position) <= distance):
            return None
        return found

    def _press(self, panel: ContourPanel, event: QMouseEvent) -> bool:
        if event.button() != Qt.MouseButton.LeftButton:
            return False
        alt = bool(event.modifiers() & PULLING)
        mark = self._under(panel, event.position(), alt=alt)
        if mark is not None and mark.point is not None:
            point = mark.point
            self._held = _Hold(point.key, point.place, point.parent_place, event.position())
        elif alt:
            self._held = self._pulled(panel, event.position())
        if self._held is not None:
            panel.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        return self._held is not None

    def _pulled(self, panel: ContourPanel, position: QPointF) -> _Hold | None:
        """Take hold of a run that stands under the pointer."""
        places = {key: place for key, place in self.standing().items() if key in panel.keys}
        key = min(places, key=lambda key: _distance(panel, places[key], position), default=0)
        if key not in places or _distance(panel, places[key], position) > HANDLE_REACH:
            return None
        return _Hold(key, places[key], places[key], position, is_run=True)

    def _move(self, panel: ContourPanel, event: QMouseEvent) -> bool:
        held = self._held
        if held is None:
            self._heat(panel, self._under(panel, event.position()))
            return False
        away = event.position() - held.pressed_at
        if not held.moved and math.hypot(away.x(), away.y()) < MOVED:
            return True
        self._held = held._replace(moved=True)
        nudge = _nudge(panel, held, event.position())
        if held.is_run:
            self.pulled.emit(held.key, *nudge)
        else:
            self.nudged.emit(held.key, *nudge, True)
        return True

    def _release(self, panel: ContourPanel, event: QMouseEvent) -> bool:
        held, self._held = self._held, None
        if held is None:
            return False
        panel.viewport().unsetCursor()
        if held.moved:
            self.nudged.emit(held.key, *_nudge(panel, held, event.position()), False)
        elif not held.is_run:
            self.pressed.emit(held.key)
        return True

    def _double_click(self, panel: ContourPanel, event: QMouseEvent) -> bool:
        mark = self._under(panel, event.position())
        if mark is None or mark.point is None or event.button() != Qt.MouseButton.LeftButton:
            return False
        self.reset_requested.emit(mark.point.key)
        return True

    def _tool_tip(self, panel: ContourPanel, event: QHelpEvent) -> bool:
        mark = self._under(panel, QPointF(event.pos()))
        if mark is None or mark.point is None:
            return False
        QToolTip.showText(event.globalPos(), mark.point.text, panel)
        return True

    def _heat(self, panel: ContourPanel, hot: BranchMark | None) -> None:
        for mark in self._marks[panel]:
            mark.set_hot(mark is hot)


class _Hold(NamedTuple):
    """What the mouse has taken hold of: a branch's point, or a run that is to be branched."""

    key: int
    place: Place
    parent_place: Place
    pressed_at: QPointF
    is_run: bool = False
    moved: bool = False


def _nudge(panel: ContourPanel, held: _Hold, position: QPointF) -> Place:
    """How far the pointer has carried the point from where its parent was; not at all, if it is as good as there."""
    pixel = panel.pixels_of(*held.place) + position - held.pressed_at
    back = panel.pixels_of(*held.parent_place) - pixel
    if math.hypot(back.x(), back.y()) <= SNAP:
        return 0.0, 0.0
    (x, y), (from_x, from_y) = panel.data_at(pixel), held.parent_place
    return x - from_x, y - from_y


def _distance(panel: ContourPanel, place: Place, position: QPointF) -> float:
    away = panel.pixels_of(*place) - position
    return math.hypot(away.x(), away.y())
