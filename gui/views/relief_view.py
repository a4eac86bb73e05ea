"""The relief: the surface as a landscape that is turned by the mouse, with the runs on it at the playhead."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QEvent, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QBrush, QColor
from PySide6.QtWidgets import QFrame, QGraphicsScene, QGraphicsView, QLabel, QWidget

from gui.numbers import tabular_font
from gui.relief.block import Block
from gui.relief.camera import Camera
from gui.relief.frame import frame
from gui.relief.palette import Palette, palette
from gui.relief.ways import TOLERANCE
from gui.theme import LIGHT, Theme
from gui.views.marks import RunMark, StartMark
from gui.views.relief_feet import FeetItem
from gui.views.relief_ground import (
    COARSE_PIXELS,
    COARSE_STEPS,
    FINE_PIXELS,
    FINE_STEPS,
    Ground,
    GroundLayer,
    Request,
    mark_rows,
    window_of,
)
from gui.views.relief_plane import Plane
from gui.views.relief_runs import ReliefRuns

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent, QWheelEvent

    from gui.relief.render import Picture
    from gui.views.contour_panel import Trail
    from gui.views.plot_strokes import Array
    from surfaces.contours import Contours
    from surfaces.surface import Bounds, CriticalPoint

DEGREES_PER_PIXEL = (0.45, 0.35)
DEGREES_PER_KEY = 5.0
ZOOM_PER_DEGREE = 1.01
ZOOM_PER_KEY = 1.2
SETTLED_MS = 70
HOME = Camera()
MIDDLE = 0.6
"""The picture is centred on this height of the block."""
_TURNS = {Qt.Key.Key_Left: (1, 0), Qt.Key.Key_Right: (-1, 0), Qt.Key.Key_Up: (0, 1), Qt.Key.Key_Down: (0, -1)}
_ZOOMS = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}


class ReliefView(QGraphicsView):
    """Shows a part of a surface from a camera; tells when somebody turns it, and asks for fine pictures."""

    camera_changed = Signal(float, float, bool)
    """Azimuth, elevation, and whether the drag goes on."""
    picture_wanted = Signal(object)
    """A `Request`, whose picture should come back by `set_picture`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme: Theme = LIGHT
        self._names = ("x", "y")
        self._colour_map = "theme"
        self._block: Block | None = None
        self._camera = HOME
        self._start = (math.nan, math.nan)
        self._critical: tuple[CriticalPoint, ...] = ()
        self._request: Request | None = None
        self._picture: Picture | None = None
        self._grip: QPointF | None = None
        self._is_dragged = False
        self._build()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._refresh)
        self._settle = QTimer(self, singleShot=True, interval=SETTLED_MS)
        self._settle.timeout.connect(self._on_settle_timeout)
        self._retranslate()
        self.set_theme(self._theme)
        self._recenter()

    def _build(self) -> None:
        self.setScene(QGraphicsScene(self))
        self.scene().setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.BoundingRectViewportUpdate)
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontAdjustForAntialiasing)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(160, 140)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self._plane = Plane(self)
        self._ground = GroundLayer(self._plane, z=-10)
        self._runs = ReliefRuns(self._plane)
        self._feet = FeetItem(self._plane, z=4)
        self._start_mark = StartMark(self._plane, z=3.5)
        self._marks: list[RunMark] = []
        self._empty = QLabel(self, alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)

    # What the owner sets

    def set_surface(self, contours: Contours, region: Bounds) -> None:
        """Show the part `region` of a contour map as a landscape."""
        self._block = Block.of(contours, region)
        self._runs.set_block(self._block)
        self._refresh_soon()

    def set_trails(self, trails: tuple[Trail, ...], gradients: tuple[Array, ...] = ()) -> None:
        """Show these trajectories, and with their gradients (n, 2) an arrow on the floor for each."""
        self._runs.set_trails(trails, gradients)
        while len(self._marks) < len(trails):
            self._marks.append(RunMark(self._plane, z=5))
        self._dress_marks()
        self._place_runs()

    def set_rows(self, rows: Mapping[int, int]) -> None:
        """Show each run, by key, up to a row of its own."""
        self._runs.set_rows(rows)
        self._place_marks()

    def set_start(self, x: float, y: float) -> None:
        self._start = (x, y)
        self._place_marks()

    def set_critical_points(self, *groups: tuple[CriticalPoint, ...]) -> None:
        """Show minima, saddles and, if they are known, maxima."""
        self._critical = tuple(point for group in groups for point in group)
        self._refresh_soon()

    def set_camera(self, azimuth: float, elevation: float) -> None:
        camera = Camera().turned(azimuth - HOME.azimuth, elevation - HOME.elevation)
        if camera != self._camera:
            self._look(camera)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.setBackgroundBrush(QBrush(QColor(theme.background)))
        self._start_mark.set_theme(theme)
        self._runs.set_theme(theme)
        self._dress_marks()
        self._retranslate()
        self._place_marks()
        self._refresh_soon()

    def set_variables(self, names: tuple[str, str]) -> None:
        """Call the two axes of the ground what the surface calls them."""
        if names != self._names:
            self._names = names
            self._refresh_soon()

    def set_colour_map(self, name: str) -> None:
        """Colour by another table; names as in `gui.theme.colour_map`."""
        if name != self._colour_map:
            self._colour_map = name
            self._refresh_soon()

    def set_picture(self, request: Request, picture: Picture) -> None:
        """Show the picture that was wanted, unless another one is by now."""
        if self.waits_for(request):
            self._picture = picture
            self._show_picture()

    def waits_for(self, request: Request) -> bool:
        """Whether this picture is still wanted."""
        return request is self._request

    @property
    def camera(self) -> Camera:
        """Where one looks from."""
        return self._camera

    @property
    def sight(self) -> tuple[float, float, float] | None:
        """The middle of what is in view and how many times larger it is shown, unless that is all of it."""
        return None if self._plane.zoom == 1.0 else (*self._plane.center, self._plane.zoom)

    @property
    def block(self) -> Block | None:
        """The landscape."""
        return self._block

    def position_of(self, x: float, y: float, loss: float = math.nan) -> QPointF:
        """Where in the viewport a point of the plane is seen, at its loss or on the ground."""
        assert self._block is not None
        at = self._camera.project(self._block.standing(np.array([[x, y]]), np.array([loss])))[0]
        return self._plane.position_of(float(at[0]), float(at[1]))

    # Pictures

    def _refresh_soon(self) -> None:
        self._soon.start()

    def _refresh(self) -> None:
        """Paint the landscape at once, coarsely; a fine picture comes when nothing moves."""
        self._empty.setVisible(self._block is None or not np.isfinite(self._block.values).any())
        if self._block is None:
            return
        self._request = None
        size = (self.viewport().width(), self.viewport().height())
        window = window_of(self._plane.viewRect(), size, COARSE_PIXELS)
        self._picture = Request(self._block, self._camera, window, self._palette(), COARSE_STEPS).made()
        self._show_picture()
        self._settle.start()

    def _palette(self) -> Palette:
        return palette(self._theme, self._colour_map)

    def _on_settle_timeout(self) -> None:
        if self._block is None or self._is_dragged:
            return
        ratio = max(2.0, self.devicePixelRatioF())
        size = (self.viewport().width() * ratio, self.viewport().height() * ratio)
        window = window_of(self._plane.viewRect(), size, FINE_PIXELS)
        self._request = Request(self._block, self._camera, window, self._palette(), FINE_STEPS)
        self.picture_wanted.emit(self._request)
        self._place_runs()  # all of their points again, now that nothing moves

    def _show_picture(self) -> None:
        assert self._block is not None
        assert self._picture is not None
        drawing = frame(self._block, self._camera, self._plane.scale, (*self._names, self.tr("loss")))
        font = tabular_font(self.font())
        self._ground.set_ground(Ground(self._theme, font, drawing, self._picture, self._critical_marks()))
        self._place_runs()

    def _critical_marks(self) -> tuple[tuple[str, float, float, bool], ...]:
        assert self._block is not None
        assert self._picture is not None
        places = np.array([point.params[:2] for point in self._critical], dtype=float).reshape(-1, 2)
        values = np.array([point.value for point in self._critical], dtype=float)
        seen = self._camera.project(self._block.standing(places, values))
        hidden = self._picture.hides(seen, TOLERANCE)
        return mark_rows([point.kind for point in self._critical], seen, hidden)

    # Runs

    def _place_runs(self) -> None:
        if self._block is None or self._picture is None:
            return
        self._runs.place(self._camera, self._picture, moving=self._is_dragged)
        self._place_marks()

    def _place_marks(self) -> None:
        if self._block is None or self._picture is None:
            return
        halo = QColor(self._theme.background)
        feet = self._runs.feet()
        shown = ((foot, self._runs.color(index)) for index, foot in enumerate(feet) if foot is not None)
        self._feet.set_feet(tuple(shown), halo)
        for index, mark in enumerate(self._marks):
            foot = feet[index] if index < len(feet) else None
            mark.place(*(foot.ball if foot else (math.nan, math.nan)))
            if foot:
                mark.setOpacity(0.5 if foot.hidden else 1.0)
        start = self._camera.project(self._block.standing(np.array([self._start]), np.array([math.nan])))
        self._start_mark.place(*start[0, :2].tolist())
        self._start_mark.setOpacity(0.4 if self._picture.hides(start, TOLERANCE)[0] else 1.0)

    def _dress_marks(self) -> None:
        for index, mark in enumerate(self._marks[: self._runs.count]):
            mark.set_run(self._theme, self._runs.slot(index))

    # Turning

    def _look(self, camera: Camera) -> None:
        before, self._camera = self._camera, camera
        (u, v), zoom = self._plane.center, self._plane.zoom
        if camera.elevation != before.elevation:
            self._plane.look_at(u, v + MIDDLE * (camera.tilt[1] - before.tilt[1]), zoom)
        self._refresh_soon()

    def _turn(self, azimuth: float, elevation: float, *, dragging: bool) -> None:
        self._look(self._camera.turned(azimuth, elevation))
        self._soon.stop()
        self._refresh()  # before anything is painted again
        self.camera_changed.emit(self._camera.azimuth, self._camera.elevation, dragging)

    def _recenter(self) -> None:
        self._plane.look_at(0.0, MIDDLE * self._camera.tilt[1], 1.0)
        self._refresh_soon()

    def reset(self) -> None:
        """Look from where one looked at first, at the whole."""
        self._look(HOME)
        self._recenter()
        self.camera_changed.emit(self._camera.azimuth, self._camera.elevation, False)

    def drag_by(self, right: float, down: float) -> None:
        """Turn as the mouse does that is pressed and moved by so many pixels."""
        self._is_dragged = True
        self._turn(-right * DEGREES_PER_PIXEL[0], down * DEGREES_PER_PIXEL[1], dragging=True)

    def drop(self) -> None:
        """End a drag."""
        if self._is_dragged:
            self._is_dragged = False
            self._settle.start()
            self.camera_changed.emit(self._camera.azimuth, self._camera.elevation, False)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._grip = event.position()
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is not None:
            moved, self._grip = event.position() - self._grip, event.position()
            self.drag_by(moved.x(), moved.y())
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._grip = None
            self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
            self.drop()
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.reset()
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y() or event.angleDelta().x()
        self._plane.zoom_by(ZOOM_PER_DEGREE ** (turned / 8), event.position())
        self._refresh_soon()
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl and an arrow turn, + and − zoom; the bare arrows belong to the playhead."""
        key = Qt.Key(event.key())
        if key in _TURNS and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            around, up = _TURNS[key]
            self._turn(DEGREES_PER_KEY * around, DEGREES_PER_KEY * up, dragging=False)
        elif key in _ZOOMS:
            middle = QPointF(self.viewport().rect().center())
            self._plane.zoom_by(ZOOM_PER_KEY ** _ZOOMS[key], middle)
            self._refresh_soon()
        else:
            event.ignore()

    # Size and words

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._plane.fit()
        self._empty.setGeometry(self.rect())
        self._refresh_soon()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("3-D view"))
        self.setToolTip(
            self.tr("Drag to turn, wheel to zoom, double click to reset. Keys: Ctrl and arrows turn, + and − zoom.")
        )
        self._empty.setText(self.tr("No finite loss in view: there is nothing to stand on."))
        self._empty.setStyleSheet(f"color: {self._theme.muted}; background: transparent; padding: 24px;")
