"""A small drawing of a learning rate over the iterations, with a mark where the playhead is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.numbers import format_number
from gui.widgets.parameter_row import LABEL_WIDTH

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from gui.theme import Theme
    from surfaces import Array

HEIGHT = 46
_MARGIN = 5
"""Above and below the curve."""
_LOG_FROM = 50.0
"""A learning rate that changes by more than this factor is drawn on a logarithmic scale, if it never vanishes."""


@dataclass(frozen=True, eq=False)
class Rates:
    """Learning rates at some iterations, out of `last`."""

    iterations: Array
    values: Array
    last: int

    @property
    def is_log(self) -> bool:
        """Whether a logarithmic scale suits them."""
        low, high = self.ends
        return low > 0.0 and high / low > _LOG_FROM

    @property
    def ends(self) -> tuple[float, float]:
        """The lowest and the highest that is finite."""
        finite = self.values[np.isfinite(self.values)]
        return (float(finite.min()), float(finite.max())) if len(finite) else (0.0, 0.0)


class RatePreview(QWidget):
    """The curve stands under the sliders of the rows above, its ends' numbers under their names."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rates: Rates | None = None
        self._heights: Array = np.empty(0)
        self._iteration = 0
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def set_rates(self, rates: Rates) -> None:
        """Draw these."""
        if rates is not self._rates:
            self._rates = rates
            self._heights = _heights(rates)
            self._retranslate()
            self.update()

    def set_iteration(self, iteration: int) -> None:
        """Mark an iteration."""
        if iteration != self._iteration:
            self._iteration = iteration
            self.update()

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self._theme = theme
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        if self._rates is None:
            return
        low, high = map(format_number, self._rates.ends)
        text = self.tr("The learning rate from iteration 0 to {last}: between {low} and {high}, drawn {scale}")
        scale = self.tr("logarithmically") if self._rates.is_log else self.tr("linearly")
        self.setToolTip(text.format(last=self._rates.last, low=low, high=high, scale=scale))
        self.setAccessibleName(self.toolTip())

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._rates is None or not len(self._heights):
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRectF(LABEL_WIDTH + 8, _MARGIN, self.width() - LABEL_WIDTH - 12, self.height() - 2 * _MARGIN)
        self._paint_ends(painter, place)
        points = self._points(place)
        painter.setPen(QPen(QColor(self._theme.accent), 1.5))
        painter.drawPolyline(QPolygonF(points))
        painter.setPen(QPen(QColor(self._theme.raised), 1.0))
        painter.setBrush(QColor(self._theme.text))
        at = int(np.searchsorted(self._rates.iterations, self._iteration))
        painter.drawEllipse(points[min(at, len(points) - 1)], 3.5, 3.5)

    def _points(self, place: QRectF) -> list[QPointF]:
        assert self._rates is not None
        x = place.left() + place.width() * self._rates.iterations / max(self._rates.last, 1)
        y = place.bottom() - place.height() * self._heights
        return [QPointF(*pair) for pair in zip(x.tolist(), y.tolist(), strict=True)]

    def _paint_ends(self, painter: QPainter, place: QRectF) -> None:
        """Write the highest and the lowest learning rate beside two quiet lines."""
        assert self._rates is not None
        low, high = self._rates.ends
        font = painter.font()
        font.setPointSizeF(8.0)
        painter.setFont(font)
        align = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for value, y in ((high, place.top()), (low, place.bottom())):
            painter.setPen(QColor(self._theme.border))
            painter.drawLine(QPointF(place.left(), y), QPointF(place.right(), y))
            painter.setPen(QColor(self._theme.muted))
            painter.drawText(QRectF(0.0, y - 8.0, LABEL_WIDTH, 16.0), align, format_number(value))


def _heights(rates: Rates) -> Array:
    """Return where each learning rate stands between the lowest (0) and the highest (1); one alone in the middle."""
    low, high = rates.ends
    values = np.clip(np.nan_to_num(rates.values, nan=low), low, high)
    if rates.is_log:
        values, low, high = np.log(values), np.log(low), np.log(high)
    return (values - low) / (high - low) if high > low else np.full(len(values), 0.5)
