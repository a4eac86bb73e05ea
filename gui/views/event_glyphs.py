"""What kinds of events look like: one glyph each, drawn in the run's colour with a halo of the ground."""

from __future__ import annotations

import math
from functools import cache
from typing import TYPE_CHECKING

from pyqtgraph.graphicsItems.ScatterPlotItem import Symbols
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from gui.theme import Theme

BOOKMARK = "bookmark"
BRANCH = "branch"
EXTENT = 11.0
"""Glyphs are drawn in a square of so many pixels."""
PICTURE = 20
"""Their pixmaps are larger by the halo."""
_ICON = 16

Points = tuple[tuple[float, float], ...]


@cache
def glyph_pixmap(kind: str, color: str, ground: str, ratio: float) -> QPixmap:
    """Return a glyph with its halo, in the middle of a square: hundreds are painted in one frame."""
    pixmap = QPixmap(round(PICTURE * ratio), round(PICTURE * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    draw_glyph(painter, kind, QPointF(PICTURE / 2, PICTURE / 2), QColor(color), QColor(ground))
    painter.end()
    return pixmap


def draw_glyph(painter: QPainter, kind: str, place: QPointF, color: QColor, ground: QColor) -> None:
    """Draw the glyph of a kind around a place; one that is not known is a diamond."""
    outline, is_filled = glyph(kind)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(place)
    painter.scale(EXTENT, EXTENT)
    painter.strokePath(outline, _pen(ground, 4.5))
    painter.fillPath(outline, color if is_filled else Qt.BrushStyle.NoBrush)
    painter.strokePath(outline, _pen(color, 0.75 if is_filled else 1.75))
    painter.restore()


def glyph_icon(kind: str, theme: Theme, ratio: float = 2.0) -> QIcon:
    """Return the glyph for menus and tables, in the theme's ink."""
    pixmap = QPixmap(round(_ICON * ratio), round(_ICON * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    draw_glyph(painter, kind, QPointF(_ICON / 2, _ICON / 2), QColor(theme.text), QColor(0, 0, 0, 0))
    painter.end()
    return QIcon(pixmap)


@cache
def glyph(kind: str) -> tuple[QPainterPath, bool]:
    """Return a kind's outline in a square of size 1 around the origin, and whether it is filled."""
    made, is_filled = _GLYPHS.get(kind, (_diamond, False))
    return made(), is_filled


def _pen(color: QColor, width: float) -> QPen:
    pen = QPen(color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    pen.setCosmetic(True)
    return pen


def _strokes(*lines: Sequence[tuple[float, float]]) -> QPainterPath:
    path = QPainterPath()
    for (x, y), *rest in lines:
        path.moveTo(x, y)
        for to_x, to_y in rest:
            path.lineTo(to_x, to_y)
    return path


def _closed(points: Points) -> QPainterPath:
    path = _strokes(points)
    path.closeSubpath()
    return path


def _diamond() -> QPainterPath:
    return _closed(((0, -0.45), (0.42, 0), (0, 0.45), (-0.42, 0)))


def _star() -> QPainterPath:
    return QPainterPath(Symbols["star"])


def _cross() -> QPainterPath:
    return _strokes(((-0.34, -0.34), (0.34, 0.34)), ((-0.34, 0.34), (0.34, -0.34)))


def _to_the_bar() -> QPainterPath:
    """An arrow that runs up to a cross-line: there it will linger."""
    return _strokes(((-0.45, 0), (0.2, 0)), ((-0.06, -0.26), (0.2, 0), (-0.06, 0.26)), ((0.42, -0.36), (0.42, 0.36)))


def _away() -> QPainterPath:
    return _strokes(((-0.4, 0.4), (0.38, -0.38)), ((-0.08, -0.38), (0.38, -0.38), (0.38, 0.08)))


def _out_of_the_box() -> QPainterPath:
    box = ((0.0, -0.42), (-0.42, -0.42), (-0.42, 0.42), (0.0, 0.42))
    return _strokes(box, ((-0.12, 0), (0.46, 0)), ((0.22, -0.22), (0.46, 0), (0.22, 0.22)))


def _ridge() -> QPainterPath:
    return _strokes(((-0.46, 0.36), (0, -0.38), (0.46, 0.36)))


def _past_the_bottom() -> QPainterPath:
    """A valley from which the way goes on uphill."""
    path = QPainterPath(QPointF(-0.46, -0.36))
    path.cubicTo(-0.3, 0.62, 0.1, 0.62, 0.3, -0.34)
    path.addPath(_strokes(((0.04, -0.14), (0.3, -0.36), (0.46, -0.06))))
    return path


def _zigzag() -> QPainterPath:
    return _strokes(((-0.48, 0.2), (-0.24, -0.32), (0, 0.32), (0.24, -0.32), (0.48, 0.2)))


def _round_trip() -> QPainterPath:
    path, square = QPainterPath(), QRectF(-0.4, -0.4, 0.8, 0.8)
    path.arcMoveTo(square, 50)
    path.arcTo(square, 50, 290)
    path.addPath(_strokes(((0.1, -0.06), (0.39, 0.12), (0.56, -0.18))))
    return path


def _flat() -> QPainterPath:
    return _strokes(((-0.46, -0.14), (0.46, -0.14)), ((-0.46, 0.18), (0.46, 0.18)))


def _cloud_of_dots() -> QPainterPath:
    path = QPainterPath()
    for turn in range(5):
        angle = math.tau * turn / 5 - math.pi / 2
        path.addEllipse(QPointF(0.34 * math.cos(angle), 0.34 * math.sin(angle)), 0.11, 0.11)
    path.addEllipse(QPointF(0, 0), 0.11, 0.11)
    return path


def _up_and_away() -> QPainterPath:
    return _strokes(((0, 0.44), (0, -0.42)), ((-0.3, -0.12), (0, -0.42), (0.3, -0.12)), ((-0.3, 0.44), (0.3, 0.44)))


def _exclamation() -> QPainterPath:
    return _strokes(((0, -0.44), (0, 0.12)), ((0, 0.42), (0, 0.43)))


def _fork() -> QPainterPath:
    """A way that another one leaves upwards."""
    path = _strokes(((-0.46, 0.3), (0.46, 0.3)))
    path.moveTo(-0.3, 0.3)
    path.cubicTo(0.1, 0.3, -0.1, -0.34, 0.4, -0.34)
    return path


def _flag() -> QPainterPath:
    return _closed(((-0.3, 0.5), (-0.3, -0.48), (0.44, -0.24), (-0.22, 0.02), (-0.22, 0.5)))


_GLYPHS: dict[str, tuple[Callable[[], QPainterPath], bool]] = {
    "converged": (_star, True),
    "trapped": (_star, False),
    "approaching saddle": (_to_the_bar, False),
    "at saddle": (_cross, False),
    "escaped saddle": (_away, False),
    "left the plot": (_out_of_the_box, False),
    "crossed ridge": (_ridge, False),
    "overshoot": (_past_the_bottom, False),
    "oscillating": (_zigzag, False),
    "limit cycle": (_round_trip, False),
    "plateau": (_flat, False),
    "noise ball": (_cloud_of_dots, True),
    "diverged": (_up_and_away, False),
    "non-finite": (_exclamation, False),
    BRANCH: (_fork, False),
    BOOKMARK: (_flag, True),
}
