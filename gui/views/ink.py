"""Ink: long lines drawn once, to which playback only adds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from pyqtgraph.Qt.internals import PrimitiveArray
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from gui.views.plot_layer import Layer, blank, device_painter
from gui.views.plot_strokes import Array, Frame, Strokes, strokes

BLOCK = 256
"""Lines of one layer are drawn by turns of so many points, as they grow in playback."""
HALO = 1.5
DOT = 5.0


@dataclass(frozen=True, eq=False)
class Polyline:
    """A line through points (n, 2): widths in logical pixels, dash in widths; a NaN row parts it."""

    points: Array
    color: QColor
    width: float = 2.0
    dash: tuple[float, ...] = ()
    halo: QColor | None = None
    dots: bool = False
    sorted_x: bool = False

    @property
    def looks(self) -> tuple[object, ...]:
        """All but the points."""
        return self.color, self.width, self.dash, self.halo, self.dots, self.sorted_x

    def strokes(self, frame: Frame) -> Strokes:
        """What to draw of this line in a frame."""
        width = self.width * frame.ratio
        caps = (-1.0, 1.0) * (len(self.dash) // 2)  # square caps lengthen each dash by one width
        dash = tuple(max(length + cap, 0.1) * width for length, cap in zip(self.dash, caps, strict=True))
        return strokes(self.points, frame, dash=dash, dots=self.dots, sorted_x=self.sorted_x)


class InkLayer(Layer):
    """Draws the points 0..count of its lines; a larger count paints only what is new."""

    def __init__(self, box: Any, z: float = 0.0) -> None:
        super().__init__(box, z)
        self._lines: tuple[Polyline, ...] = ()
        self._count = -1
        self._painted = -1
        self._pixmaps: tuple[QPixmap, ...] = ()
        self._strokes: list[Strokes] = []
        self._copies: list[Array] = []

    def set_lines(self, lines: tuple[Polyline, ...]) -> None:
        """Draw other lines; where they only go on from the ones before, the ink stays."""
        before, self._lines = self._lines, lines
        painted = min(self._painted, max((len(points) - 1 for points in self._copies), default=-1))
        stays = self._frame is not None and self._go_on(before, painted)
        self._copies = [line.points.copy() for line in lines]  # their owner may fill the same memory again
        if stays and self._frame is not None:
            dense = [drawn.dense for drawn in self._strokes]
            self._strokes = [line.strokes(self._frame) for line in lines]
            stays = dense == [drawn.dense for drawn in self._strokes]
        self._painted = painted
        if not stays:
            self._frame = None
        self.update()

    def _go_on(self, before: tuple[Polyline, ...], painted: int) -> bool:
        """Whether each line begins with all points of the one before it, and looks the same."""
        if len(before) != len(self._lines):
            return False
        return all(
            line.looks == old.looks
            and (len(line.points) == len(copy) or len(copy) - 1 >= painted)
            and np.array_equal(line.points[: len(copy)], copy)
            for line, old, copy in zip(self._lines, before, self._copies, strict=True)
        )

    def set_count(self, count: int) -> None:
        """Show the points up to this index."""
        if count == self._count:
            return
        before, self._count = self._count, count
        if self._frame is None or count < before:
            self.update()
        elif not (dirty := self._extent(before, count)).isEmpty():
            self.update(dirty)

    def pixmaps(self, frame: Frame) -> tuple[QPixmap, ...]:
        if frame != self._frame:
            self._frame, self._painted = frame, -1
            self._strokes = [line.strokes(frame) for line in self._lines]
            self._wipe(frame)
        elif self._count < self._painted:
            self._painted = -1
            self._wipe(frame)
        if self._painted < self._count:
            self._paint_new()
        return self._pixmaps

    def _wipe(self, frame: Frame) -> None:
        """Clear the pixmaps, one for ink and one for halos if there are any; new ones only for a new size."""
        wanted = 1 + any(line.halo is not None for line in self._lines)
        kept = [p for p in self._pixmaps if p.size().toTuple() == (frame.width, frame.height)]
        kept = [p for p in kept if p.devicePixelRatioF() == frame.ratio][:wanted]
        for pixmap in kept:
            pixmap.fill(Qt.GlobalColor.transparent)
        self._pixmaps = (*kept, *(blank(frame) for _ in range(wanted - len(kept))))

    def _extent(self, first: int, last: int) -> QRectF:
        """Rectangle, in the plane, around the points of this part and their pens."""
        assert self._frame is not None
        parts = [line.points[max(first, 0) : last + 1] for line in self._lines]
        points = np.concatenate([*parts, np.empty((0, 2))])
        points = points[np.isfinite(points).all(axis=1)]
        if not len(points):
            return QRectF()
        scale = np.abs(self._frame.scale)
        pad = 8.0 * self._frame.ratio / scale
        view = self._rect
        edge = (view.left(), view.top()), (view.right(), view.bottom())
        if any(line.sorted_x for line in self._lines):
            return QRectF(  # a pixel column is drawn whole, when its last point comes
                points[:, 0].min() - pad[0], view.top(), np.ptp(points[:, 0]) + 2 * pad[0], view.height()
            )
        low, high = np.clip(points.min(axis=0), *edge), np.clip(points.max(axis=0), *edge)
        low, high = low - pad, high + pad
        return QRectF(low[0], low[1], *(high - low))

    def _paint_new(self) -> None:
        """Draw what is new, all halos below all ink."""
        painters = [device_painter(pixmap) for pixmap in self._pixmaps]
        ends = max((len(line.points) - 1 for line in self._lines), default=-1)
        stop = min(self._count, ends)
        while self._painted < stop:
            turn = (max(self._painted, 0) // BLOCK + 1) * BLOCK
            block = min(turn, stop) if len(self._lines) > 1 else stop
            for line, drawn in zip(self._lines, self._strokes, strict=True):
                _draw(painters[-1], painters[0], line, drawn, self._painted, block)
            self._painted = block
        self._painted = self._count
        for painter in painters:
            painter.end()


def _draw(ink: QPainter, halo: QPainter, line: Polyline, drawn: Strokes, after: int, upto: int) -> None:
    """Draw the strokes that end at points after < index <= upto."""
    first, stop = np.searchsorted(drawn.last, (after, upto), side="right")
    dot, dots_stop = np.searchsorted(drawn.dots_last, (after, upto), side="right")
    lines, dots = _lines(drawn.segments[first:stop]), drawn.dots[dot:dots_stop]
    width = min(line.width, 1.0) if drawn.dense else line.width
    _stroke(ink, line.color, lines, width, dots, DOT)
    if line.halo is not None and not drawn.dense:
        _stroke(halo, line.halo, lines, width + 2 * HALO, dots, DOT + 2 * HALO)


def _lines(segments: Array) -> PrimitiveArray:
    """Segments as QPainter.drawLines takes them: without a Python object for each."""
    lines = PrimitiveArray(QLineF, 4)
    lines.resize(len(segments))
    lines.ndarray()[:] = segments
    return lines


def _stroke(
    painter: QPainter, color: QColor, lines: PrimitiveArray, width: float, dots: Array, dot_width: float
) -> None:
    """Separate lines with square caps: Qt fills them directly, 10 to 100 times faster than a thick path."""
    ratio = painter.device().devicePixelRatioF()
    pen = QPen(color, width * ratio, Qt.PenStyle.SolidLine, Qt.PenCapStyle.SquareCap)
    pen.setCosmetic(width <= 1)
    painter.setPen(pen)
    painter.drawLines(*lines.drawargs())
    if len(dots):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        radius = dot_width / 2 * ratio
        for x, y in dots.tolist():
            painter.drawEllipse(QPointF(x, y), radius, radius)
