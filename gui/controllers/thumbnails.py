"""Small pictures of surfaces: drawn one at a time off the window's thread, those in view first, kept per theme."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from PySide6.QtCore import QObject, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QPixmap

from gui.theme import Theme, colour_map
from surfaces import SurfaceSpec, build_surface
from surfaces.contours import Contours, contours, shade

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from gui.workers.background import Background, Outcome, Task

GRID = (96, 64)
LEVEL_COUNT = 7
MOST_POINTS = 4000
"""With more points on its lines, a picture of this size is nothing but lines: one level is enough."""
PAUSE_MILLISECONDS = 12
"""Between two pictures: compiling a formula holds Python, and the window must get its turns."""


Key = tuple[str, str]
"""Kind and name of a row of the list."""


class Pictured(NamedTuple):
    """What a picture is made of: the surface and how its contours are spaced."""

    surface: SurfaceSpec
    spacing: str


class Thumbnails(QObject):
    """Draws what it was told of; `want` says what is in view."""

    ready = Signal(str, str, QPixmap)
    """Kind, name and picture."""
    failed = Signal(str)

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._known: dict[Key, Pictured] = {}
        self._drawn: dict[tuple[str, Pictured], QPixmap] = {}
        self._waiting: list[Key] = []
        self._theme: Theme | None = None
        self._size, self._ratio = QSize(), 1.0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._draw_next)
        self._is_drawing = False

    def set_known(self, known: Mapping[Key, Pictured]) -> None:
        """Say what there is; pictures that no longer fit are drawn anew."""
        before, self._known = self._known, dict(known)
        kept = set(self._known.values())
        self._drawn = {key: picture for key, picture in self._drawn.items() if key[1] in kept}
        self._begin(key for key, pictured in self._known.items() if before.get(key) != pictured)

    def set_look(self, theme: Theme, size: QSize, ratio: float) -> None:
        """Draw everything in a theme's colours; what was drawn in them before is shown at once."""
        if (size, ratio) != (self._size, self._ratio):
            self._drawn.clear()
        self._theme, self._size, self._ratio = theme, size, ratio
        self._begin(self._known)

    def want(self, keys: Iterable[Key]) -> None:
        """Draw these before the others."""
        first = [key for key in keys if key in self._waiting]
        self._waiting = first + [key for key in self._waiting if key not in first]

    def _begin(self, keys: Iterable[Key]) -> None:
        if self._theme is None:
            return
        self._waiting = [key for key in self._waiting if key in self._known]
        for key in keys:
            picture = self._drawn.get((self._theme.name, self._known[key]))
            if picture is not None:
                self.ready.emit(*key, picture)
            elif key not in self._waiting:
                self._waiting.append(key)
        self._schedule()

    def _schedule(self) -> None:
        if self._waiting and not self._is_drawing and not self._timer.isActive():
            self._timer.start(PAUSE_MILLISECONDS)

    @Slot()
    def _draw_next(self) -> None:
        if not self._waiting or self._theme is None:
            return
        key, theme, size = self._waiting.pop(0), self._theme, self._size * self._ratio
        pictured = self._known[key]

        def work(_task: Task) -> tuple[Key, Theme, Pictured, QImage]:
            return key, theme, pictured, thumbnail(pictured, theme, size)

        self._is_drawing = True
        self._background.submit(f"thumbnail {key[0]} {key[1]}", work, self._on_drawn, priority=-1)

    def _on_drawn(self, outcome: Outcome) -> None:
        self._is_drawing = False
        if outcome.error is not None:
            self.failed.emit(outcome.trace)
        else:
            self._keep(*outcome.value)
        self._schedule()

    def _keep(self, key: Key, theme: Theme, pictured: Pictured, image: QImage) -> None:
        picture = QPixmap.fromImage(image)
        picture.setDevicePixelRatio(self._ratio)
        self._drawn[theme.name, pictured] = picture
        if theme is self._theme and self._known.get(key) == pictured:
            self.ready.emit(*key, picture)


def thumbnail(pictured: Pictured, theme: Theme, size: QSize) -> QImage:
    """Return a small picture of a surface: its shades with a few contour lines and rounded corners."""
    surface = build_surface(pictured.surface)
    drawn = contours(surface, surface.bounds, GRID, LEVEL_COUNT, pictured.spacing)
    if len(drawn.lines) > MOST_POINTS:
        drawn = contours(surface, surface.bounds, GRID, 1, pictured.spacing)
    colors = np.ascontiguousarray(colour_map(theme)[shade(drawn.values, drawn.spacing)][::-1])
    height, width = colors.shape[:2]
    shades = QImage(colors.data, width, height, 4 * width, QImage.Format.Format_RGBA8888)
    picture = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    frame = QPainterPath()
    frame.addRoundedRect(picture.rect(), 8, 8)
    painter.setClipPath(frame)
    painter.drawImage(picture.rect(), shades)
    painter.setPen(QPen(QColor(theme.contour), 1.4))
    painter.drawPath(_line_path(drawn, size))
    painter.end()
    return picture


def _line_path(drawn: Contours, size: QSize) -> QPainterPath:
    x0, x1, y0, y1 = drawn.bounds
    path, pen_down = QPainterPath(), False
    columns = (drawn.lines[:, 0] - x0) / (x1 - x0) * size.width()
    rows = (y1 - drawn.lines[:, 1]) / (y1 - y0) * size.height()
    for x, y in zip(columns.tolist(), rows.tolist(), strict=True):
        if x != x:  # NaN parts the pieces
            pen_down = False
        elif pen_down:
            path.lineTo(x, y)
        else:
            path.moveTo(x, y)
            pen_down = True
    return path
