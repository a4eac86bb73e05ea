"""What does not move with time: floor, axes, landscape, minima and saddles; painted once for a picture and a size."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPen, QPixmap, QPolygonF

from gui.relief.render import Picture, Window, render
from gui.views.marks import draw_critical_point
from gui.views.plot_layer import Layer, blank, device_painter

if TYPE_CHECKING:
    from gui.relief.block import Block
    from gui.relief.camera import Array, Camera
    from gui.relief.frame import Drawing, Text
    from gui.relief.palette import Palette
    from gui.relief.render import Mask
    from gui.theme import Theme
    from gui.views.plot_strokes import Frame

COARSE_PIXELS, COARSE_STEPS = 60_000, 96
"""What is computed at once while the camera turns: a part of a frame."""
FINE_PIXELS, FINE_STEPS = 2_600_000, 420
BEHIND = 0.3
"""Opacity of what lies behind the landscape."""
MARK, SMALL_MARK, CROWD = 14.0, 9.0, 40
TEXT_GAP = 3.0


@dataclass(frozen=True)
class Request:
    """A picture to be made, on any thread."""

    block: Block
    camera: Camera
    window: Window
    palette: Palette
    steps: int

    def made(self) -> Picture:
        """Return the picture."""
        return render(self.block, self.camera, self.window, self.palette, self.steps)


def window_of(rect: QRectF, size: tuple[float, float], most: int) -> Window:
    """A window on this part of the plane, shown at so many pixels, of at most so many."""
    share = min(1.0, math.sqrt(most / max(size[0] * size[1], 1.0)))
    width, height = (max(round(share * pixels), 1) for pixels in size)
    return Window(rect.left(), rect.top(), width / rect.width(), width, height)


@dataclass(frozen=True, eq=False)
class Ground:
    """All that is painted."""

    theme: Theme
    font: QFont
    drawing: Drawing
    picture: Picture
    marks: tuple[tuple[str, float, float, bool], ...]
    """Kind, u, v and whether it is hidden, of each critical point."""


class GroundLayer(Layer):
    """Shows a ground; nothing at all without one."""

    _ground: Ground | None = None
    _pixmap: QPixmap | None = None

    def set_ground(self, ground: Ground | None) -> None:
        self._ground, self._pixmap = ground, None
        self.update()

    def pixmaps(self, frame: Frame) -> tuple[QPixmap, ...]:
        if self._ground is None:
            return ()
        if self._pixmap is None or frame != self._frame:
            self._frame = frame
            self._pixmap = blank(frame)
            _paint(self._pixmap, self._ground, frame)
        return (self._pixmap,)


def _paint(pixmap: QPixmap, ground: Ground, frame: Frame) -> None:
    painter = device_painter(pixmap)
    _paint_frame(painter, ground, frame)
    _paint_picture(painter, ground.picture, frame)
    for text in ground.drawing.texts:
        _write(painter, ground, frame, text)
    extent = MARK if len(ground.marks) <= CROWD else SMALL_MARK
    for kind, u, v, hidden in ground.marks:
        painter.save()
        painter.setOpacity(BEHIND if hidden else 1.0)
        painter.translate(_point(frame, (u, v)))
        painter.scale(frame.ratio, frame.ratio)
        draw_critical_point(painter, ground.theme, kind, extent)
        painter.restore()
    painter.end()


def _paint_frame(painter: QPainter, ground: Ground, frame: Frame) -> None:
    theme = ground.theme
    colors = {"grid": theme.border, "edge": theme.outline, "tick": theme.outline}
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.surface))
    painter.drawPolygon(QPolygonF([_point(frame, (u, v)) for u, v in ground.drawing.floor.tolist()]))
    for line in ground.drawing.lines:
        painter.setPen(QPen(QColor(colors[line.role]), frame.ratio))
        painter.drawLine(_point(frame, line.start), _point(frame, line.stop))


def _paint_picture(painter: QPainter, picture: Picture, frame: Frame) -> None:
    window = picture.window
    pixels = np.ascontiguousarray(picture.pixels[::-1])
    image = QImage(
        pixels.data, window.width, window.height, 4 * window.width, QImage.Format.Format_ARGB32_Premultiplied
    )
    top = window.v0 + window.height / window.scale
    right = window.u0 + window.width / window.scale
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(QRectF(_point(frame, (window.u0, top)), _point(frame, (right, window.v0))), image)
    painter.restore()


def _write(painter: QPainter, ground: Ground, frame: Frame, text: Text) -> None:
    """Write a text beside its place, so far away that it does not touch it."""
    font = QFont(ground.font)
    font.setItalic(text.is_name and len(text.text) == 1)
    font.setPixelSize(max(round((13 if text.is_name else 11) * frame.ratio), 1))
    metrics = QFontMetricsF(font)
    width, height = metrics.horizontalAdvance(text.text), metrics.capHeight()
    place = _point(frame, text.place)
    right, up = text.toward
    reach = TEXT_GAP * frame.ratio
    room = max(frame.width - width / 2, width / 2)
    x = min(max(place.x() + right * (reach + width / 2), width / 2), room)  # long numbers stay in the picture
    y = place.y() - up * (reach + height / 2)
    painter.setFont(font)
    painter.setPen(QColor(ground.theme.text if text.is_name else ground.theme.muted))
    painter.drawText(QPointF(x - width / 2, y + height / 2), text.text)


def _point(frame: Frame, place: tuple[float, float]) -> QPointF:
    """Device pixels of a place in the plane."""
    sx, sy = frame.scale
    return QPointF((place[0] - frame.x0) * sx, (place[1] - frame.y1) * sy)


def mark_rows(kinds: list[str], projected: Array, hidden: Mask) -> tuple[tuple[str, float, float, bool], ...]:
    """Critical points as a ground has them; those off the floor (NaN) are left out."""
    rows = zip(kinds, projected.tolist(), hidden.tolist(), strict=True)
    return tuple((kind, u, v, bool(behind)) for kind, (u, v, _), behind in rows if math.isfinite(u + v))
