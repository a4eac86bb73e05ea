"""Trails that end: only the last rows before the playhead, fading if one likes; and markers every so many rows."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from pyqtgraph.graphicsItems.ScatterPlotItem import Symbols
from PySide6.QtCore import QLineF, QPointF
from PySide6.QtGui import QColor, QPainter, QPen

from gui.appearance import LINE_WIDTH, run_color, run_style
from gui.theme import LIGHT, Theme
from gui.views.plot_layer import Layer, blank, device_painter

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap

    from gui.views.plot_strokes import Array, Frame

FADING_ROWS = 60
LENGTHS = {"fading": FADING_ROWS, "last-10": 10, "last-50": 50}
"""How many rows of each kind of trail are drawn; the whole trail is drawn by the ink."""
MOST_MARKERS = 400
MARKER = 6.0
FARTHEST = 1e6
"""Points so many pixels away are not drawn."""


class Tail(NamedTuple):
    """One run's points and the row it stands at."""

    points: Array
    slot: int
    row: int


def first_row(kind: str, row: int) -> int:
    """The row from which on a trail of a kind is drawn up to another row."""
    return max(0, row - LENGTHS[kind]) if kind in LENGTHS else 0


def marked_rows(row: int, every: int) -> slice:
    """The rows up to one that have a marker: every so many, fewer where they would be too many."""
    return slice(0, row + 1, every * max(1, math.ceil(row / every / MOST_MARKERS)))


def opacities(kind: str, steps: int) -> list[float]:
    """How opaque the last steps of a trail are, the oldest first."""
    if kind != "fading":
        return [1.0] * steps
    return [1.0 - age / LENGTHS[kind] for age in range(steps - 1, -1, -1)]


class TailLayer(Layer):
    """Painted anew for every frame: there is never much of it."""

    def __init__(self, box: Any, z: float) -> None:
        super().__init__(box, z)
        self._theme: Theme = LIGHT
        self._tails: tuple[Tail, ...] = ()
        self._kind = "full"
        self._every = 0
        self._picture: QPixmap | None = None

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._renew()

    def set_kind(self, kind: str, every: int) -> None:
        """Draw this kind of trail, with a marker every so many rows (0: none)."""
        self._kind, self._every = kind, every
        self._renew()

    def set_tails(self, tails: tuple[Tail, ...]) -> None:
        self._tails = tails
        if self._kind != "full" or self._every:
            self._renew()

    def _renew(self) -> None:
        self._picture = None
        self.update()

    def pixmaps(self, frame: Frame) -> tuple[QPixmap, ...]:
        if self._kind == "full" and not self._every:
            return ()
        if self._picture is None or frame != self._frame:
            self._frame, self._picture = frame, blank(frame)
            painter = device_painter(self._picture)
            for tail in self._tails:
                self._paint(painter, frame, tail)
            painter.end()
        return (self._picture,)

    def _paint(self, painter: QPainter, frame: Frame, tail: Tail) -> None:
        row = min(tail.row, len(tail.points) - 1)
        if self._kind in LENGTHS:
            points = tail.points[first_row(self._kind, row) : row + 1]
            self._paint_lines(painter, frame, tail, frame.to_pixels(points))
        if self._every:
            self._paint_markers(painter, frame, tail, frame.to_pixels(tail.points[marked_rows(row, self._every)]))

    def _paint_lines(self, painter: QPainter, frame: Frame, tail: Tail, pixels: Array) -> None:
        color, style = run_color(self._theme, tail.slot), run_style(tail.slot)
        pen = QPen(color, LINE_WIDTH * frame.ratio)
        if style.dash and self._kind != "fading":
            pen.setDashPattern(list(style.dash))
        steps = zip(opacities(self._kind, len(pixels) - 1), pixels[:-1].tolist(), pixels[1:].tolist(), strict=True)
        for opacity, start, end in steps:
            if all(abs(value) < FARTHEST for value in (*start, *end)):  # not a number is not below it either
                shade = QColor(color)
                shade.setAlphaF(opacity)
                pen.setColor(shade)
                painter.setPen(pen)
                painter.drawLine(QLineF(*start, *end))

    def _paint_markers(self, painter: QPainter, frame: Frame, tail: Tail, pixels: Array) -> None:
        path, size = Symbols[run_style(tail.slot).marker], MARKER * frame.ratio
        halo = QPen(QColor(self._theme.background), 2.0)
        halo.setCosmetic(True)
        color = run_color(self._theme, tail.slot)
        inside = np.isfinite(pixels).all(axis=1) & (pixels > -size).all(axis=1)
        inside &= (pixels < (frame.width + size, frame.height + size)).all(axis=1)
        for x, y in pixels[inside].tolist():
            painter.save()
            painter.translate(QPointF(x, y))
            painter.scale(size, size)
            painter.strokePath(path, halo)
            painter.fillPath(path, color)
            painter.restore()
