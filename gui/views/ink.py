"""Ink: long lines drawn once, to which playback only adds."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from gui.views.long_lines import Print
from gui.views.plot_layer import Layer, blank, device_painter, line_array
from gui.views.plot_strokes import Array, Frame, Indices, Sight, Strokes, dressed, extended, sight

if TYPE_CHECKING:
    from pyqtgraph.Qt.internals import PrimitiveArray

BLOCK, BLOCKS = 256, 24
"""Lines of one layer are drawn by turns of so many points as they grow, in at most so many turns."""
AREA = 240.0
"""One paint draws about a segment for so many pixels of its area; what is left comes with the next ones, at once."""
FEW = 500
"""So many segments of a line are always drawn together."""
FAR = 4096
"""A way of more points is not measured: all the view is painted again."""
HALO = 1.5
DOT = 5.0


@dataclass(frozen=True, eq=False)
class Polyline:
    """A line through points (n, 2): widths in logical pixels, dash in widths; a NaN row parts it.

    Points may have an index of their own, by which they are counted; and only so many first ones may be firm, those
    that stay when the line grows.
    """

    points: Array
    color: QColor
    width: float = 2.0
    dash: tuple[float, ...] = ()
    halo: QColor | None = None
    dots: bool = False
    sorted_x: bool = False
    index: Indices | None = None
    firm: int | None = None
    sights: dict[Frame, Sight] = field(default_factory=dict)
    """The last thing seen of these points, for another line through them (dataclasses.replace) to use."""

    @property
    def last(self) -> int:
        """The index of the last point, -1 for none."""
        return len(self.points) - 1 if self.index is None or not len(self.index) else int(self.index[-1])

    def rows(self, first: int, last: int) -> Array:
        """The points with first <= index <= last."""
        if self.index is not None:
            first, last = np.searchsorted(self.index, (first, last + 1)) - (0, 1)
        return self.points[max(first, 0) : last + 1]

    @property
    def looks(self) -> tuple[object, ...]:
        """All but the points."""
        return self.color, self.width, self.dash, self.halo, self.dots, self.sorted_x

    def strokes(self, frame: Frame) -> Strokes:
        """What to draw of this line in a frame."""
        if frame not in self.sights:
            self.sights.clear()
            self.sights[frame] = sight(self.points, frame, sorted_x=self.sorted_x, index=self.index)
        width = self.width * frame.ratio
        caps = (-1.0, 1.0) * (len(self.dash) // 2)  # square caps lengthen each dash by one width
        dash = tuple(max(length + cap, 0.1) * width for length, cap in zip(self.dash, caps, strict=True))
        return dressed(self.sights[frame], frame, dash=dash, dots=self.dots, sorted_x=self.sorted_x)

    def strokes_after(self, drawn: Strokes, frame: Frame) -> Strokes:
        """What to draw of this line, of whose beginning this has been drawn."""
        grows = drawn.dense and drawn.place and self.index is None
        return extended(drawn, self.points, frame) if grows else self.strokes(frame)


class Known(NamedTuple):
    """What a layer remembers of a line to see whether another goes on from it."""

    firm: Print
    whole: Print
    last: int
    looks: tuple[object, ...]

    @classmethod
    def of(cls, line: Polyline) -> Known:
        """What to remember of this line."""
        whole = Print.of(line.points)
        return cls(whole if line.firm is None else Print.of(line.points[: line.firm]), whole, line.last, line.looks)

    def is_same(self, line: Polyline) -> bool:
        """Whether nothing has come to the line."""
        return line.last == self.last and self.whole.is_of(line.points)

    def goes_on(self, line: Polyline, painted: int) -> bool:
        """Whether the line begins with this one and has nothing new among what is painted."""
        if line.looks != self.looks or not self.firm.begins(line.points):
            return False
        return self.is_same(line) or self.last >= painted


Counts = tuple[int, ...]
"""An index for each line."""


class Job(NamedTuple):
    """A part of each line still to draw, after < index <= upto: every so many-th segment, from a first one on."""

    after: Counts
    upto: Counts
    phase: int = 0
    phases: int = 1


class InkLayer(Layer):
    """Draws the points 0..count of its lines, each with a count of its own; a larger one paints only what is new."""

    def __init__(self, box: Any, z: float = 0.0) -> None:
        super().__init__(box, z)
        self._lines: tuple[Polyline, ...] = ()
        self._known: list[Known] = []
        self._counts: Counts = ()
        self._painted: list[int] = []
        self._jobs: deque[Job] = deque()
        self._pixmaps: tuple[QPixmap, ...] = ()
        self._strokes: list[Strokes] = []
        self._soon = QTimer(box, singleShot=True, interval=0)
        self._soon.timeout.connect(self._on_soon_timeout)

    def set_lines(self, lines: tuple[Polyline, ...]) -> None:
        """Draw other lines; where they only go on from the ones before, the ink stays."""
        known, self._lines = self._known, lines
        self._painted = [min(painted, old.last) for painted, old in zip(self._painted, known, strict=False)]
        pairs = list(zip(lines, known, strict=False))
        stays = self._frame is not None and len(lines) == len(known) == len(self._painted)
        stays = stays and all(old.goes_on(line, to) for (line, old), to in zip(pairs, self._painted, strict=True))
        same = [stays and old.is_same(line) for line, old in pairs]
        if not stays or not self._extend_strokes(same):
            self._frame = None
        self._known = [old if keep else Known.of(line) for line, old, keep in zip(lines, known, same, strict=False)]
        self._known += [Known.of(line) for line in lines[len(known) :]]
        self._counts = (*self._counts[: len(lines)], *([-1] * (len(lines) - len(self._counts))))
        if self._frame is None or not all(same):
            self.update()

    def _extend_strokes(self, same: list[bool]) -> bool:
        """Prepare those lines that have grown; False if one is to be drawn in another style now."""
        assert self._frame is not None
        dense = [drawn.dense for drawn in self._strokes]
        for index, line in enumerate(self._lines):
            if not same[index]:
                self._strokes[index] = line.strokes_after(self._strokes[index], self._frame)
        return dense == [drawn.dense for drawn in self._strokes]

    def set_count(self, count: int) -> None:
        """Show the points of every line up to this index."""
        self.set_counts((count,) * len(self._lines))

    def set_counts(self, counts: Counts) -> None:
        """Show the points of each line up to its index."""
        if counts == self._counts:
            return
        before, self._counts = self._counts, counts
        if self._frame is None or any(now < then for now, then in zip(counts, before, strict=True)):
            self.update()
        elif not (dirty := self._extent(before, counts)).isEmpty():
            self.update(dirty)

    def pixmaps(self, frame: Frame) -> tuple[QPixmap, ...]:
        if frame != self._frame:
            self._frame = frame
            self._strokes = [line.strokes(frame) for line in self._lines]
            self._wipe(frame)
        elif any(count < painted for count, painted in zip(self._counts, self._painted, strict=True)):
            self._wipe(frame)
        if any(painted < count for count, painted in zip(self._counts, self._painted, strict=True)):
            self._plan()
        self._paint_jobs()
        return self._pixmaps

    def _on_soon_timeout(self) -> None:
        self.update()

    def _wipe(self, frame: Frame) -> None:
        """Clear the pixmaps, one for ink and one for halos if there are any; new ones only for a new size."""
        self._painted = [-1] * len(self._lines)
        self._jobs.clear()
        wanted = 1 + any(line.halo is not None for line in self._lines)
        kept = [p for p in self._pixmaps if p.size().toTuple() == (frame.width, frame.height)]
        kept = [p for p in kept if p.devicePixelRatioF() == frame.ratio][:wanted]
        for pixmap in kept:
            pixmap.fill(Qt.GlobalColor.transparent)
        self._pixmaps = (*kept, *(blank(frame) for _ in range(wanted - len(kept))))

    def _extent(self, first: Counts, last: Counts) -> QRectF:
        """Rectangle, in the plane, around the points of this part and their pens."""
        assert self._frame is not None
        parts = []
        for line, after, upto in zip(self._lines, first, last, strict=True):
            if upto - after > FAR:
                return self._rect
            if upto > after:
                parts.append(line.rows(after, upto))
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

    def _plan(self) -> None:
        """Divide what is new into jobs: by turns along the lines, or if that is far too much, by every so many-th."""
        after, lasts = tuple(self._painted), [line.last for line in self._lines]
        stop = tuple(max(a, min(pair)) for a, *pair in zip(after, self._counts, lasts, strict=True))
        self._painted = list(self._counts)
        phases = 1 + self._segments(after, stop) // self._turn
        most = max(upto - first for first, upto in zip(after, stop, strict=True))
        block = max(BLOCK, most // BLOCKS) if len(self._lines) > 1 and phases == 1 else max(most, 1)
        while after != stop:
            ends = ((max(first, 0) // block + 1) * block for first in after)
            upto = tuple(map(min, ends, stop)) if phases == 1 else stop
            self._jobs.extend(Job(after, upto, phase, phases) for phase in range(phases))
            after = upto

    @property
    def _turn(self) -> int:
        """Segments to draw in one paint."""
        assert self._frame is not None
        return max(FEW, int(self._frame.width * self._frame.height / self._frame.ratio**2 / AREA))

    def _segments(self, after: Counts, upto: Counts) -> int:
        """How many segments end at these points."""
        parts = zip(self._strokes, after, upto, strict=True)
        ends = [np.searchsorted(drawn.last, part, side="right") for drawn, *part in parts]
        return int(sum(stop - first for first, stop in ends))

    def _paint_jobs(self) -> None:
        """Draw jobs while there is time, all halos below all ink."""
        if not self._jobs:
            return
        painters = [device_painter(pixmap) for pixmap in self._pixmaps]
        room = self._turn
        while self._jobs and room > 0:
            job = self._jobs.popleft()
            parts = zip(self._lines, self._strokes, job.after, job.upto, strict=True)
            for line, drawn, after, upto in parts:
                if after < upto:
                    room -= _draw(painters[-1], painters[0], line, drawn, job, (after, upto))
        for painter in painters:
            painter.end()
        if self._jobs:
            self._soon.start()


def _draw(ink: QPainter, halo: QPainter, line: Polyline, drawn: Strokes, job: Job, part: tuple[int, int]) -> int:
    """Draw the job's part of a line; how many segments that were."""
    first, stop = np.searchsorted(drawn.last, part, side="right").tolist()
    dot, dots_stop = np.searchsorted(drawn.dots_last, part, side="right").tolist()
    if first == stop and dot == dots_stop:
        return 0
    phase, phases = (job.phase, job.phases) if stop - first > FEW else (0, 1)
    if job.phase > 0 and phases == 1:
        return 0
    dots = drawn.dots[dot:dots_stop][phase::phases]
    lines = line_array(drawn.segments[first:stop][phase::phases])
    width = min(line.width, 1.0) if drawn.dense else line.width
    _stroke(ink, line.color, lines, width, dots, DOT)
    if line.halo is not None and not drawn.dense:
        _stroke(halo, line.halo, lines, width + 2 * HALO, dots, DOT + 2 * HALO)
    return int((stop - first + phases - 1) // phases)


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
