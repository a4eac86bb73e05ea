"""How a run is told from the others: colour, marker and dash, the same three everywhere."""

from __future__ import annotations

import atexit
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from pyqtgraph.graphicsItems.ScatterPlotItem import Symbols
from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

if TYPE_CHECKING:
    from gui.theme import Theme

LINE_WIDTH = 2.0
"""Width of a trajectory in pixels."""


class RunStyle(NamedTuple):
    """Marker as pyqtgraph names it, dash in units of the pen's width (empty: solid)."""

    marker: str
    dash: tuple[float, ...]


# The star, the plus and the cross are left to minima, starts and saddles.
RUN_STYLES: tuple[RunStyle, ...] = (
    RunStyle("o", ()),
    RunStyle("t1", (6.0, 2.5)),
    RunStyle("s", (1.5, 2.0)),
    RunStyle("d", (6.0, 2.0, 1.5, 2.0)),
    RunStyle("t", (3.0, 2.0)),
    RunStyle("t2", (10.0, 3.0)),
    RunStyle("t3", (6.0, 2.0, 1.5, 2.0, 1.5, 2.0)),
    RunStyle("p", (10.0, 2.5, 3.0, 2.5)),
)


def run_style(slot: int) -> RunStyle:
    """Marker and dash of a slot; they shift with every eight, so 64 slots differ."""
    lap = slot // len(RUN_STYLES)
    marker = RUN_STYLES[(slot + lap) % len(RUN_STYLES)].marker
    return RunStyle(marker, RUN_STYLES[(slot + 3 * lap) % len(RUN_STYLES)].dash)


def run_color(theme: Theme, slot: int) -> QColor:
    """Colour of a slot; it comes again after eight."""
    return QColor(theme.run_colors[slot % len(theme.run_colors)])


def run_pen(theme: Theme, slot: int, width: float = LINE_WIDTH) -> QPen:
    """Cosmetic pen of a slot: its colour and its dash."""
    pen = QPen(run_color(theme, slot), width)
    pen.setCosmetic(True)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    dash = run_style(slot).dash
    if dash:
        pen.setDashPattern(list(dash))
    return pen


@cache
def swatch(theme: Theme, slot: int, size: QSize, ratio: float = 1.0) -> QPixmap:
    """Short piece of a slot's line with its marker, on a transparent ground; `ratio` is the screen's.

    Kept, for lists ask again with every paint.
    """
    pixmap = QPixmap(size * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    middle = size.height() / 2
    pen = run_pen(theme, slot)
    # A cosmetic pen counts the screen's pixels: it would be half as wide at 2×.
    pen.setCosmetic(False)
    painter.setPen(pen)
    painter.drawLine(QPointF(0, middle), QPointF(size.width(), middle))
    _draw_marker(painter, theme, slot, QPointF(size.width() / 2, middle), min(size.height() - 4, 10))
    painter.end()
    return pixmap


atexit.register(swatch.cache_clear)  # pixmaps must not outlive the application object


def _draw_marker(painter: QPainter, theme: Theme, slot: int, center: QPointF, extent: float) -> None:
    painter.translate(center)
    painter.scale(extent, extent)
    painter.setPen(QPen(QColor(theme.background), 1.5 / extent))
    painter.setBrush(run_color(theme, slot))
    painter.drawPath(Symbols[run_style(slot).marker])
    painter.resetTransform()
