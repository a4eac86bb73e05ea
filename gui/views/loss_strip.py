"""A run's loss as a line a few pixels high, painted into a pixmap that only grows while its scale stays."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap

from gui.views.long_lines import Print
from gui.views.plot_layer import line_array
from gui.views.plot_strokes import columns

if TYPE_CHECKING:
    from PySide6.QtGui import QColor

    from gui.views.plot_strokes import Array

LINE = 1.25


class StripScale(NamedTuple):
    """What a strip's pixels mean: ticks from 0 to `last` across, heights from `low` to `high` upwards."""

    last: int
    low: float
    high: float
    width: int
    height: int
    ratio: float

    def to_pixels(self, points: Array) -> Array:
        """Device pixels of points (n, 2) of ticks and heights; what has no logarithm lies at the bottom."""
        room = self.height * self.ratio - 2 * LINE
        across = self.width * self.ratio / max(self.last, 1)
        upwards = room / max(self.high - self.low, 1e-12)
        y = np.clip((self.high - np.nan_to_num(points[:, 1], nan=self.low)) * upwards, 0.0, room) + LINE
        return np.column_stack([points[:, 0] * across, y])


class LossStrip:
    """Keeps its pixmap; what has been painted stays as long as scale, colour and the points before are the same."""

    def __init__(self) -> None:
        self.pixmap = QPixmap()
        self._looks: tuple[object, ...] = ()
        self._known: Print | None = None
        """What must still be so for the picture to go on …"""
        self._whole: Print | None = None
        """… and for it to stay."""
        self._painted = 0

    def draw(self, points: Array, firm: int | None, scale: StripScale, color: QColor) -> None:
        """Draw a line through points (n, 2) of ticks and heights, of which so many first ones stay when it grows."""
        looks = (scale, color.rgba())
        if looks == self._looks and self._whole is not None and self._whole.is_of(points):
            return
        if looks != self._looks or self._known is None or not self._known.begins(points):
            self._looks, self._painted = looks, 0
            self.pixmap = _blank(scale)
        new = points[max(self._painted - 1, 0) :]
        self._whole = Print.of(points)
        self._known, self._painted = Print.of(points[:firm]), len(points) if firm is None else firm
        if len(new) > 1:
            self._stroke(scale.to_pixels(new), color)

    def _stroke(self, pixels: Array, color: QColor) -> None:
        vertices, _ = columns(pixels)
        ends = np.hstack([vertices[:-1], vertices[1:]])
        lines = line_array(ends[np.isfinite(ends).all(axis=1)])
        painter = QPainter(self.pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ratio = self.pixmap.devicePixelRatioF()
        painter.scale(1 / ratio, 1 / ratio)
        painter.setPen(QPen(color, LINE * ratio, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLines(*lines.drawargs())
        painter.end()


def _blank(scale: StripScale) -> QPixmap:
    size = QSize(max(scale.width, 1), max(scale.height, 1))
    pixmap = QPixmap(size * scale.ratio)
    pixmap.setDevicePixelRatio(scale.ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    return pixmap
