"""The corner of a panel: runs by swatch and name, and their losses at the playhead."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QGraphicsItem

from gui.appearance import run_color, swatch
from gui.numbers import format_number

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

    from gui.theme import Theme
    from gui.views.plot_strokes import Array

SWATCH = QSize(28, 14)
GAP = 8
LONGEST = 200
ENOUGH = 0.1
"""The legend moves when another corner hides so large a part of the trails less."""


class LegendRow(NamedTuple):
    """A run's name and slot."""

    label: str
    slot: int


class Legend(QGraphicsItem):
    """Rows of swatch, name in the run's colour, and a number in tabular figures."""

    def __init__(self, z: float) -> None:
        super().__init__()
        self.setZValue(z)
        self._theme: Theme | None = None
        self._rows: tuple[LegendRow, ...] = ()
        self._texts: tuple[str, ...] = ()
        self._font = QFont()
        self._bold = QFont()
        self._columns = (0.0, 0.0)
        self._corner = 0

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def set_font(self, font: QFont) -> None:
        self._font, self._bold = font, QFont(font)
        self._bold.setWeight(QFont.Weight.DemiBold)
        self._measure()

    def set_rows(self, rows: tuple[LegendRow, ...]) -> None:
        if rows != self._rows:
            self._rows = rows
            self._measure()

    def set_numbers(self, numbers: tuple[float, ...]) -> None:
        """Losses at the playhead, in the order of the rows."""
        texts = tuple(format_number(number, 4) for number in numbers)
        if texts != self._texts:
            self._texts = texts
            self.update()

    def _measure(self) -> None:
        self.prepareGeometryChange()
        name = QFontMetrics(self._bold)
        widest = max((name.horizontalAdvance(row.label) for row in self._rows), default=0)
        number = QFontMetrics(self._font).horizontalAdvance(format_number(-8.888e-88, 4))
        self._columns = (float(min(widest, LONGEST)), float(number))
        self.update()

    def stand_clear(self, area: QRectF, start: QPointF, trail: Array, caption: QRectF) -> None:
        """Go to the corner that hides the start, a caption and the trails least, and stay while it will do."""
        size = self.boundingRect().size()
        corners = [
            QRectF(QPointF(x, y), size)
            for y in (area.top() + GAP, area.bottom() - GAP - size.height())
            for x in (area.left() + GAP, area.right() - GAP - size.width())
        ]
        hidden = [
            _points_in(corner, trail) + 1e6 * corner.contains(start) + 1e5 * corner.intersects(caption)
            for corner in corners
        ]
        if hidden[self._corner] > min(hidden) + ENOUGH * len(trail):
            self._corner = hidden.index(min(hidden))
        self.setPos(corners[self._corner].topLeft())

    @property
    def _line(self) -> float:
        return float(QFontMetrics(self._bold).height() + 4)

    def boundingRect(self) -> QRectF:
        if not self._rows:
            return QRectF()
        width = GAP + SWATCH.width() + GAP + self._columns[0] + GAP + self._columns[1] + GAP
        return QRectF(0, 0, width, self._line * len(self._rows) + GAP)

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        if self._theme is None or not self._rows:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_plate(painter, self._theme)
        for index, row in enumerate(self._rows):
            text = self._texts[index] if index < len(self._texts) else ""
            self._paint_row(painter, self._theme, row, text, GAP / 2 + index * self._line)

    def _paint_plate(self, painter: QPainter, theme: Theme) -> None:
        plate = QColor(theme.raised)
        plate.setAlphaF(0.88)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(plate)
        painter.drawRoundedRect(self.boundingRect(), 6, 6)

    def _paint_row(self, painter: QPainter, theme: Theme, row: LegendRow, text: str, top: float) -> None:
        picture = swatch(theme, row.slot, SWATCH, painter.device().devicePixelRatioF())
        painter.drawPixmap(QPointF(GAP, top + (self._line - SWATCH.height()) / 2), picture)
        left = GAP + SWATCH.width() + GAP
        painter.setFont(self._bold)
        painter.setPen(run_color(theme, row.slot))
        middle = Qt.AlignmentFlag.AlignVCenter
        name = QFontMetrics(self._bold).elidedText(row.label, Qt.TextElideMode.ElideRight, round(self._columns[0]) + 1)
        painter.drawText(QRectF(left, top, self._columns[0] + 2, self._line), middle | Qt.AlignmentFlag.AlignLeft, name)
        painter.setFont(self._font)
        painter.setPen(QColor(theme.text))
        side = Qt.AlignmentFlag.AlignRight if len(self._rows) > 1 else Qt.AlignmentFlag.AlignLeft
        place = QRectF(left + self._columns[0] + GAP, top, self._columns[1], self._line)
        painter.drawText(place, middle | side, text)


def _points_in(rect: QRectF, points: Array) -> int:
    x, y = points[:, 0], points[:, 1]
    return int(((x > rect.left()) & (x < rect.right()) & (y > rect.top()) & (y < rect.bottom())).sum())
