"""The corner of a panel: runs by swatch and name, and their losses at the playhead, folded where room is short."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSize, QSizeF, Qt
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
FRAME = GAP + SWATCH.width() + GAP + GAP
"""Width of a legend without its columns."""
ENOUGH = 0.1
"""The legend moves when another corner hides so large a part of the trails less."""
MARGINS = QMarginsF(8.0, 8.0, 8.0, 8.0)
"""Around the legend, where no start should be: its handle has an extent."""
LARGEST = 0.35
"""Many numbers are left out where the legend would take a larger part of the panel: they are in the table."""
HIGHEST = 0.4
"""Numbers go below the names as long as the legend takes no larger part of the panel's height."""


class LegendRow(NamedTuple):
    """A run's name and slot."""

    label: str
    slot: int


class Form(NamedTuple):
    """How the legend is folded."""

    name: float
    """Width of the names' column, and of the numbers' (0: they are below the names, or nowhere)."""
    number: float
    lines: int
    """A row has two where its number is below its name."""
    rows: int
    """So many rows are shown; the last tells how many are not, if some are not."""


class Legend(QGraphicsItem):
    """Rows of swatch, name in the run's colour, and a number in tabular figures; nothing of it is ever cut off.

    Where a panel is narrow, numbers go below the names, or away; where that is not enough, names are shortened.
    """

    def __init__(self, z: float) -> None:
        super().__init__()
        self.setZValue(z)
        self._theme: Theme | None = None
        self._rows: tuple[LegendRow, ...] = ()
        self._texts: tuple[str, ...] = ()
        self._font = QFont()
        self._bold = QFont()
        self._room = QSizeF(1e6, 1e6)
        self._form = Form(0.0, 0.0, 1, 0)
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
        widest = min(max((name.horizontalAdvance(row.label) for row in self._rows), default=0), LONGEST)
        number = QFontMetrics(self._font).horizontalAdvance(format_number(-8.888e-88, 4))
        self._form = self._folded(float(widest), float(number))
        self.update()

    def _folded(self, name: float, number: float) -> Form:
        """The roomiest form that fits into the panel."""
        count, room, line = len(self._rows), self._room, self._line
        width, rows = room.width() - FRAME, max(1, int((room.height() - GAP) / line))
        whole = QSizeF(FRAME + name + GAP + number, count * line + GAP)
        is_small = whole.width() * whole.height() <= LARGEST * room.width() * room.height()
        if whole.width() <= room.width() and (is_small or count == 1):
            return Form(name, number, 1, min(count, rows))
        if max(name, number) <= width and 2 * count * line + GAP <= HIGHEST * room.height():
            return Form(max(name, number), 0.0, 2, count)
        return Form(max(min(name, width), 1.0), 0.0, 1, min(count, rows))

    def stand_clear(self, area: QRectF, start: QPointF, trail: Array, caption: QRectF) -> None:
        """Fit into the area; go to the corner that hides the start, a caption and the trails least, and stay there."""
        room = QSizeF(area.width() - 2 * GAP, area.height() - 2 * GAP)
        if room != self._room:
            self._room = room
            self._measure()
        size = self.boundingRect().size()
        corners = [
            QRectF(QPointF(x, y), size)
            for y in (area.top() + GAP, area.bottom() - GAP - size.height())
            for x in (area.left() + GAP, area.right() - GAP - size.width())
        ]
        hidden = [
            _points_in(corner, trail)
            + 1e6 * corner.marginsAdded(MARGINS).contains(start)
            + 1e5 * corner.intersects(caption)
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
        form = self._form
        width = FRAME + form.name + (GAP + form.number if form.number else 0.0)
        return QRectF(0, 0, width, self._line * form.lines * form.rows + GAP)

    def told_at(self, place: QPointF) -> str:
        """What is not written in full at a place of the scene: a shortened name, numbers, rows left out."""
        inside = self.mapFromScene(place)
        if not self.isVisible() or not self.boundingRect().contains(inside):
            return ""
        index = int((inside.y() - GAP / 2) / (self._line * self._form.lines))
        told = list(zip(self._rows, self._texts, strict=False))
        if index >= self._shown:
            return "\n".join(f"{row.label}   {text}" for row, text in told[self._shown :])
        row, text = told[max(index, 0)]
        whole = QFontMetrics(self._bold).horizontalAdvance(row.label) <= self._form.name + 1
        return "" if whole and (self._form.number or self._form.lines == 2) else f"{row.label}   {text}"

    @property
    def _shown(self) -> int:
        """How many runs have a row."""
        return self._form.rows if self._form.rows >= len(self._rows) else self._form.rows - 1

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        if self._theme is None or not self._rows:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_plate(painter, self._theme)
        step = self._line * self._form.lines
        for index, row in enumerate(self._rows[: self._shown]):
            text = self._texts[index] if index < len(self._texts) else ""
            self._paint_row(painter, self._theme, row, text, GAP / 2 + index * step)
        if self._shown < len(self._rows):
            painter.setFont(self._font)
            painter.setPen(QColor(self._theme.muted))
            place = QRectF(GAP, GAP / 2 + self._shown * step, self.boundingRect().width() - 2 * GAP, self._line)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, f"+ {len(self._rows) - self._shown}")

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
        middle, form = Qt.AlignmentFlag.AlignVCenter, self._form
        name = QFontMetrics(self._bold).elidedText(row.label, Qt.TextElideMode.ElideRight, round(form.name) + 1)
        painter.drawText(QRectF(left, top, form.name + 2, self._line), middle | Qt.AlignmentFlag.AlignLeft, name)
        painter.setFont(self._font)
        painter.setPen(QColor(theme.text))
        if form.lines == 2:
            place = QRectF(left, top + self._line, form.name + 2, self._line)
            painter.drawText(place, middle | Qt.AlignmentFlag.AlignLeft, text)
        elif form.number:
            side = Qt.AlignmentFlag.AlignRight if len(self._rows) > 1 else Qt.AlignmentFlag.AlignLeft
            painter.drawText(QRectF(left + form.name + GAP, top, form.number, self._line), middle | side, text)


def _points_in(rect: QRectF, points: Array) -> int:
    x, y = points[:, 0], points[:, 1]
    return int(((x > rect.left()) & (x < rect.right()) & (y > rect.top()) & (y < rect.bottom())).sum())
