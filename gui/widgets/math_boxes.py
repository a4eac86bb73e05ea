"""Boxes that formulas are put together from, and what they draw: in pixels, y grows downwards from the line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QGlyphRun, QTransform

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QColor, QPainter, QPainterPath

    from gui.widgets.math_font import Face

PLAIN = -1
"""The colour of text; others count the coordinates."""


class Glyphs:
    """Signs of one size and colour in a row."""

    __slots__ = ("advances", "colour", "face", "indices")

    def __init__(self, face: Face, indices: list[int], advances: list[float], colour: int) -> None:
        self.face, self.indices, self.advances, self.colour = face, indices, advances, colour


class Bar:
    """A filled rectangle."""

    __slots__ = ("colour", "height", "width")

    def __init__(self, width: float, height: float, colour: int) -> None:
        self.width, self.height, self.colour = width, height, colour


class Outline:
    """A filled shape."""

    __slots__ = ("colour", "path")

    def __init__(self, path: QPainterPath, colour: int) -> None:
        self.path, self.colour = path, colour


class Box:
    """Parts with their places, and the room that they take above and below the line."""

    __slots__ = ("ascent", "descent", "parts", "width")

    def __init__(
        self, width: float, ascent: float, descent: float, parts: Sequence[tuple[float, float, Part]] = ()
    ) -> None:
        self.width, self.ascent, self.descent, self.parts = width, ascent, descent, parts


Part = Glyphs | Bar | Outline | Box


def side_by_side(boxes: Sequence[tuple[float, Box]]) -> Box:
    """Return boxes in a row, each with the space before it."""
    x, ascent, descent = 0.0, 0.0, 0.0
    parts: list[tuple[float, float, Part]] = []
    for space, box in boxes:
        x += space
        parts.append((x, 0.0, box))
        x += box.width
        ascent, descent = max(ascent, box.ascent), max(descent, box.descent)
    return Box(x, ascent, descent, parts)


class Drawing:
    """Boxes at their places. What a painter draws at once is sorted out when they are first in sight."""

    def __init__(self) -> None:
        self._placed: list[tuple[Part, float, float]] = []
        self._glyphs: dict[tuple[Face, int], tuple[list[int], list[QPointF]]] = {}
        self._bars: list[tuple[QRectF, int]] = []
        self._outlines: list[tuple[QPainterPath, int]] = []
        self._runs: list[tuple[QGlyphRun, int]] = []

    def put(self, part: Part, x: float, y: float) -> None:
        """Add a part whose line is at y."""
        self._placed.append((part, x, y))

    def _sort(self) -> None:
        for placed in self._placed:
            self._take(*placed)
        self._runs = [(_run(*key, *found), key[1]) for key, found in self._glyphs.items()]
        self._placed.clear()
        self._glyphs.clear()

    def _take(self, part: Part, x: float, y: float) -> None:
        if isinstance(part, Box):
            for right, down, inner in part.parts:
                self._take(inner, x + right, y + down)
        elif isinstance(part, Glyphs):
            indices, points = self._glyphs.setdefault((part.face, part.colour), ([], []))
            indices += part.indices
            for advance in part.advances:
                points.append(QPointF(x, y))
                x += advance
        elif isinstance(part, Bar):
            self._bars.append((QRectF(x, y, part.width, part.height), part.colour))
        else:
            self._outlines.append((part.path.translated(x, y), part.colour))

    def paint(self, painter: QPainter, text: QColor, colors: Sequence[QColor]) -> None:
        """Draw everything."""
        if self._placed:
            self._sort()
        for run, colour in self._runs:
            painter.setPen(_of(colour, text, colors))
            painter.drawGlyphRun(QPointF(0.0, 0.0), run)
        for rect, colour in self._bars:
            painter.fillRect(rect, _of(colour, text, colors))
        for path, colour in self._outlines:
            painter.fillPath(path, _of(colour, text, colors))


def stretched(path: QPainterPath, wide: float, high: float) -> QPainterPath:
    """Return a shape scaled from its lower left corner, which then stands at the origin."""
    bounds = path.boundingRect()
    return QTransform.fromScale(wide, high).map(path.translated(-bounds.left(), -bounds.bottom()))


def _of(colour: int, text: QColor, colors: Sequence[QColor]) -> QColor:
    return text if colour == PLAIN else colors[colour % len(colors)]


def _run(face: Face, _colour: int, indices: list[int], points: list[QPointF]) -> QGlyphRun:
    run = QGlyphRun()
    run.setRawFont(face.raw)
    run.setGlyphIndexes(indices)
    run.setPositions(points)
    return run
