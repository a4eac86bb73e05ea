"""How one row of the timeline is painted: name, what happened last, progress, loss, marks and playhead."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from gui.appearance import run_color, swatch
from gui.numbers import format_number
from gui.views.event_glyphs import PICTURE, glyph_pixmap
from gui.views.loss_strip import LossStrip, StripScale
from gui.views.timeline_rows import ROW

if TYPE_CHECKING:
    from gui.theme import Theme
    from gui.views.timeline_rows import TimelineMark, TimelineRow, Track

EDGE = 12
NAME = 190
"""Width of a run's name with its swatch."""
WORDS = EDGE + NAME + 8
"""Where it begins to be told what happened last."""
FUTURE_OPACITY = 0.45
LASTING_OPACITY = 0.35
_SWATCH = QSize(26, 12)
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Look(NamedTuple):
    """What all rows have in common."""

    theme: Theme
    font: QFont
    track: Track
    heights: tuple[float, float]
    """Between which the losses lie."""


class Now(NamedTuple):
    """What changes while one looks: where the run stands, whether it is chosen or waits, which mark is pointed at."""

    tick: int
    chosen: bool = False
    waits: bool = False
    hot: int | None = None
    iteration: int | None = None
    """To be told where runs stand apart."""


class RowPainter:
    """Paints the row of one run; keeps the picture of its loss."""

    def __init__(self) -> None:
        self._strip = LossStrip()

    def paint_words(self, painter: QPainter, look: Look, row: TimelineRow, top: float, now: Now) -> None:
        """Write the run's name and what happened last, strongly if that is now."""
        theme, ratio = look.theme, painter.device().devicePixelRatioF()
        font = QFont(look.font)
        if now.chosen:
            font.setWeight(QFont.Weight.DemiBold)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.selection))
            painter.drawRoundedRect(QRectF(EDGE - 6, top, NAME + 6, ROW), 4, 4)
        painter.drawPixmap(QPointF(EDGE, top + (ROW - _SWATCH.height()) / 2), swatch(theme, row.slot, _SWATCH, ratio))
        left = EDGE + _SWATCH.width() + 6
        painter.setPen(QColor(theme.text))
        painter.setFont(font)
        name = QRectF(left, top, NAME - left, ROW)
        if now.iteration is not None:
            count = format_number(now.iteration, 9)
            painter.drawText(name.adjusted(0, 0, EDGE - 6, 0), _RIGHT, count)
            name.setWidth(name.width() - QFontMetricsF(font).horizontalAdvance(count))
        _write(painter, font, row.label, name)
        mark = row.latest(now.tick)
        if mark is not None:
            painter.setPen(QColor(theme.text if mark.tick == now.tick else theme.muted))
            _write(painter, look.font, mark.text, QRectF(WORDS, top, look.track.left - 12 - WORDS, ROW))

    def paint_track(self, painter: QPainter, look: Look, row: TimelineRow, top: float, now: Now) -> None:
        """Draw how far the run is computed, its loss, its marks, and the playhead."""
        theme, track, color = look.theme, look.track, run_color(look.theme, row.slot)
        body = QRectF(track.left, top + 1, track.right - track.left, ROW - 2)
        begin, end = (track.x_of(min(tick, track.last)) for tick in (row.begin, row.end))
        painter.fillRect(body, QColor(theme.hover))
        painter.fillRect(QRectF(begin, body.top(), end - begin, body.height()), QColor(theme.background))
        if row.ended and row.end <= track.last:
            painter.fillRect(QRectF(end - 1, body.top(), 2, body.height()), color)
        self._paint_lasting(painter, look, row, body)
        self._strip.draw(row.points, row.firm, _scale(look, painter.device().devicePixelRatioF()), color)
        self._paint_loss(painter, body, track.x_of(now.tick))
        playhead = QRectF(round(track.x_of(now.tick)) - 1, top, 2, ROW)
        painter.fillRect(playhead, QColor(theme.muted if now.waits else theme.accent))
        seen = painter.clipBoundingRect()
        first, last = track.tick_at(seen.left() - PICTURE), track.tick_at(seen.right() + PICTURE)
        for mark in row.between(first, last):
            self._paint_mark(painter, look, mark, QPointF(track.x_of(mark.tick), top + ROW / 2), now, color.name())

    def _paint_lasting(self, painter: QPainter, look: Look, row: TimelineRow, body: QRectF) -> None:
        """Underline what lasts."""
        track, faint = look.track, run_color(look.theme, row.slot)
        faint.setAlphaF(LASTING_OPACITY)
        for first, last in row.lasting:
            left, right = track.x_of(min(first, track.last)), track.x_of(min(last, track.last))
            painter.fillRect(QRectF(left, body.bottom() - 3, right - left, 3), faint)

    def _paint_loss(self, painter: QPainter, body: QRectF, now: float) -> None:
        """Show the picture of the loss, faintly what is to come."""
        pixmap = self._strip.pixmap
        ratio, split = pixmap.devicePixelRatioF(), now - body.left()
        past = QRectF(0, 0, split * ratio, pixmap.height())
        future = QRectF(past.right(), 0, pixmap.width() - past.right(), pixmap.height())
        painter.drawPixmap(QRectF(body.left(), body.top(), split, body.height()), pixmap, past)
        painter.setOpacity(FUTURE_OPACITY)
        painter.drawPixmap(QRectF(now, body.top(), future.width() / ratio, body.height()), pixmap, future)
        painter.setOpacity(1.0)

    def _paint_mark(
        self, painter: QPainter, look: Look, mark: TimelineMark, place: QPointF, now: Now, color: str
    ) -> None:
        is_hot = mark.tick == now.hot
        if is_hot:
            painter.setPen(QPen(QColor(look.theme.accent), 1.5))
            painter.setBrush(QColor(look.theme.background))
            painter.drawEllipse(place, 7.5, 7.5)
        painter.setOpacity(1.0 if mark.tick <= now.tick or is_hot else FUTURE_OPACITY)
        ratio = painter.device().devicePixelRatioF()
        picture = glyph_pixmap(mark.kind, color, look.theme.background, ratio)
        painter.drawPixmap(place - QPointF(PICTURE / 2, PICTURE / 2), picture)
        painter.setOpacity(1.0)


def _scale(look: Look, ratio: float) -> StripScale:
    track = look.track
    return StripScale(track.last, *look.heights, round(track.right - track.left), ROW - 2, ratio)


def _write(painter: QPainter, font: QFont, text: str, rect: QRectF) -> None:
    painter.setFont(font)
    shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
