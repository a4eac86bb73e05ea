"""Contours and thumbnails: computed off the window's thread, the newest wish wins."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QPixmap

from gui.presenting import contour_spacing
from gui.theme import Theme, colour_map
from surfaces import CATALOGUE, SurfaceSpec, build_surface
from surfaces.contours import Contours, contours, shade

if TYPE_CHECKING:
    from engine.session import Session
    from gui.workers.background import Background, Outcome, Task
    from surfaces import Bounds

GRID = (320, 320)
LEVEL_COUNT = 24
_THUMBNAIL_GRID = (96, 64)
_THUMBNAIL_LEVELS = 7
_MARGIN = 0.15
"""Share of the view computed beyond each edge, so that a small pan shows no blank."""


class Pictures(QObject):
    """Asks the background for pictures and hands them on."""

    contours_ready = Signal(object)
    thumbnail_ready = Signal(str, QPixmap)
    failed = Signal(str)

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background

    def request_contours(self, session: Session, view: Bounds) -> None:
        """Compute the contours of a session's surface for what is in view."""
        surface, spacing, bounds = build_surface(session.surface), contour_spacing(session), widened(view)

        def work(_task: Task) -> Contours:
            return contours(surface, bounds, GRID, LEVEL_COUNT, spacing)

        self._background.submit("contours", work, self._on_contours)

    def request_thumbnails(self, theme: Theme, size: QSize, ratio: float) -> None:
        """Draw the small pictures of the catalogue, one job each."""
        for name in CATALOGUE:

            def work(_task: Task, name: str = name) -> tuple[str, QImage]:
                return name, thumbnail(name, theme, size * ratio)

            self._background.submit(f"thumbnail {name}", work, self._on_thumbnail)
        self._ratio = ratio

    def _on_contours(self, outcome: Outcome) -> None:
        if outcome.error is not None:
            self.failed.emit(outcome.trace)
        else:
            self.contours_ready.emit(outcome.value)

    def _on_thumbnail(self, outcome: Outcome) -> None:
        if outcome.error is not None:
            self.failed.emit(outcome.trace)
            return
        name, image = outcome.value
        picture = QPixmap.fromImage(image)
        picture.setDevicePixelRatio(self._ratio)
        self.thumbnail_ready.emit(name, picture)


def widened(view: Bounds) -> Bounds:
    """Return the view with a margin on every side."""
    x0, x1, y0, y1 = view
    dx, dy = _MARGIN * (x1 - x0), _MARGIN * (y1 - y0)
    return (x0 - dx, x1 + dx, y0 - dy, y1 + dy)


def thumbnail(name: str, theme: Theme, size: QSize) -> QImage:
    """Return a small picture of a catalogue surface: its shades with a few contour lines and rounded corners."""
    row, surface = CATALOGUE[name], build_surface(SurfaceSpec(name=name))
    drawn = contours(surface, surface.bounds, _THUMBNAIL_GRID, _THUMBNAIL_LEVELS, row.levels)
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
