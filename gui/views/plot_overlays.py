"""What is painted between the field and the runs: arrows, kinds of curvature, hatching, lines of kinks."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
import pyqtgraph as pg
from PySide6.QtCore import QCoreApplication, QLineF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QImage, QPainter, QPen, QPixmap, QTransform

from gui.numbers import format_number
from gui.views.plot_layer import blank, device_painter

if TYPE_CHECKING:
    from PySide6.QtGui import QFont

    from gui.theme import Theme
    from gui.views.plot_strokes import Array, Frame
    from surfaces.contours import Contours
    from surfaces.overlays import Overlays
    from surfaces.surface import Bounds

HATCH = 8.0
"""Distance of the hatching's lines, in logical pixels."""
SHORTEST, LONGEST = 5.0, 21.0
"""Arrows in logical pixels."""
CLOSEST = 13.0
"""Rows and columns of arrows stand at least so far apart, in logical pixels."""
HEAD = 4.5
LARGEST_CONDITION = 6.0
"""Powers of ten from which on the condition map is as strong as it gets."""
TINT = 0.62
ARROW_WIDTH, ARROW_OPACITY = 1.1, 0.8
WIDEST_CAPTION, HIGHEST_CAPTION = 0.9, 0.5
"""A caption that takes a larger part of a side is not written: it would hide what it explains."""


def paint_hatching(painter: QPainter, frame: Frame, theme: Theme, contours: Contours) -> None:
    """Hatch where the loss is not a finite number."""
    missing = ~np.isfinite(contours.values)
    if not missing.any():
        return
    mask = _image(np.where(missing, np.uint32(0xFF000000), np.uint32(0)))
    hatched = blank(frame)
    inner = device_painter(hatched)
    pen = QPen(QColor(theme.outline), frame.ratio)
    inner.setPen(pen)
    distance = HATCH * frame.ratio
    for index in range(math.ceil((frame.width + frame.height) / distance)):
        x = index * distance
        inner.drawLine(QLineF(x, 0.0, x - frame.height, frame.height))
    inner.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
    cover = QPixmap(frame.width, frame.height)
    cover.fill(Qt.GlobalColor.transparent)
    masked = QPainter(cover)
    masked.drawImage(image_rect(frame, contours.bounds, mask, at_points=True), mask)
    masked.end()
    inner.drawPixmap(QRectF(0, 0, frame.width, frame.height), cover, QRectF(cover.rect()))
    inner.end()
    _copy(painter, frame, hatched)


def paint_kinks(painter: QPainter, frame: Frame, theme: Theme, kinks: Array) -> None:
    """Dash the lines along which the derivative jumps."""
    if not len(kinks):
        return
    pen = QPen(QColor(theme.text), 1.6 * frame.ratio, Qt.PenStyle.DashLine)
    painter.save()
    painter.setPen(pen)
    painter.setOpacity(0.85)
    pixels = frame.to_pixels(kinks)
    painter.drawPath(pg.arrayToQPath(pixels[:, 0], pixels[:, 1], connect="finite"))
    painter.restore()


def paint_maps(painter: QPainter, frame: Frame, theme: Theme, overlays: Overlays) -> None:
    """Tint where the curvature is not that of a bowl, or by the condition number."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    if overlays.condition.size:
        share = np.clip(np.nan_to_num(overlays.condition, nan=LARGEST_CONDITION) / LARGEST_CONDITION, 0.0, 1.0)
        _draw_map(painter, frame, overlays.bounds, _tinted(QColor(theme.accent), share))
    if overlays.sign.size:
        from surfaces.overlays import CONCAVE, INDEFINITE  # most sessions lay nothing over

        indefinite = _tinted(QColor(theme.warning), 0.55 * (overlays.sign == INDEFINITE))
        concave = _tinted(QColor(theme.danger), 0.65 * (overlays.sign == CONCAVE))
        _draw_map(painter, frame, overlays.bounds, indefinite)
        _draw_map(painter, frame, overlays.bounds, concave)
    painter.restore()


def paint_arrows(painter: QPainter, frame: Frame, theme: Theme, overlays: Overlays) -> None:
    """Draw the arrows of both fields."""
    for arrows, color in arrow_fields(theme, overlays):
        _draw_arrows(painter, frame, arrows, QColor(color))


def arrow_fields(theme: Theme, overlays: Overlays) -> list[tuple[Array, str]]:
    """The fields of arrows that are laid over, each with its colour."""
    fields = ((overlays.gradient, theme.muted), (overlays.newton, theme.accent))
    return [(arrows, color) for arrows, color in fields if len(arrows)]


def caption_rows(theme: Theme, overlays: Overlays) -> tuple[tuple[str, str], ...]:
    """Colour and words of everything that is laid over."""
    translate = QCoreApplication.translate
    rows = []
    if len(overlays.gradient):
        rows.append((theme.muted, translate("overlays", "−∇f, downhill")))
    if len(overlays.newton):
        rows.append((theme.accent, translate("overlays", "−H⁻¹∇f, Newton's step")))
    if overlays.sign.size:
        rows.append((theme.warning, translate("overlays", "saddle-like: λ of both signs")))
        rows.append((theme.danger, translate("overlays", "dome-like: both λ below 0")))
    if overlays.condition.size:
        found, text = _range_of(overlays.condition), translate("overlays", "condition number, here {low} to {high}")
        if found["low"] == found["high"]:
            text = translate("overlays", "condition number, everywhere {low}")
        rows.append((theme.accent, text.format(**found)))
    return tuple(rows)


def caption_place(area: QRectF, rows: tuple[tuple[str, str], ...], font: QFont) -> QRectF:
    """The lower right corner of an area, in logical pixels; nothing where the words would cover the map."""
    metrics = QFontMetrics(font)
    width = max((metrics.horizontalAdvance(text) for _, text in rows), default=0) + 30.0
    height = (metrics.height() + 3.0) * len(rows) + 6.0
    if not rows or width > WIDEST_CAPTION * area.width() or height > HIGHEST_CAPTION * area.height():
        return QRectF()
    return QRectF(area.right() - width - 8.0, area.bottom() - height - 8.0, width, height)


def paint_caption(
    painter: QPainter, frame: Frame, theme: Theme, rows: tuple[tuple[str, str], ...], font: QFont
) -> None:
    """Say in the lower right corner what the colours mean."""
    place = caption_place(QRectF(0, 0, frame.width / frame.ratio, frame.height / frame.ratio), rows, font)
    if place.isEmpty():
        return
    painter.save()
    painter.scale(frame.ratio, frame.ratio)
    painter.setFont(font)
    line = (place.height() - 6.0) / len(rows)
    width = place.width()
    back = QColor(theme.background)
    back.setAlphaF(0.85)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(back)
    painter.drawRoundedRect(place, 4, 4)
    for index, (color, text) in enumerate(rows):
        top = place.top() + 3 + index * line
        painter.fillRect(QRectF(place.left() + 8, top + line / 2 - 4, 9, 9), QBrush(QColor(color)))
        painter.setPen(QColor(theme.text))
        spot = QRectF(place.left() + 23, top, width - 23, line)
        painter.drawText(spot, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        painter.setPen(Qt.PenStyle.NoPen)
    painter.restore()


def image_rect(frame: Frame, bounds: Bounds, image: QImage, *, at_points: bool) -> QRectF:
    """Where an image of values belongs: its pixels stand for points of the bounds' grid, or fill its cells."""
    x0, x1, y0, y1 = bounds
    dx = (x1 - x0) / max(image.width() - 1, 1) / 2 if at_points else 0.0
    dy = (y1 - y0) / max(image.height() - 1, 1) / 2 if at_points else 0.0
    sx, sy = frame.scale
    to_frame = QTransform(sx, 0.0, 0.0, sy, -frame.x0 * sx, -frame.y1 * sy)
    return to_frame.mapRect(QRectF(x0 - dx, y0 - dy, x1 - x0 + 2 * dx, y1 - y0 + 2 * dy))


def _range_of(condition: Array) -> dict[str, str]:
    known = condition[np.isfinite(condition)]
    ends = (float(known.min()), float(known.max())) if known.size else (math.inf, math.inf)
    low, high = (format_number(10.0 ** min(end, 300.0), 2) if known.size else "∞" for end in ends)
    return {"low": low, "high": high}


def _draw_map(painter: QPainter, frame: Frame, bounds: Bounds, image: QImage) -> None:
    painter.drawImage(image_rect(frame, bounds, image, at_points=False), image)


def _tinted(color: QColor, share: Array) -> QImage:
    """One colour, the more opaque the larger the share."""
    alpha = np.rint(255.0 * TINT * share).astype(np.uint32)
    tone = (color.red() << 16) | (color.green() << 8) | color.blue()
    return _image((alpha << np.uint32(24)) | np.uint32(tone))


def _image(pixels: npt.NDArray[np.uint32]) -> QImage:
    """Picture of (ny, nx) colours whose rows go up."""
    flipped = np.ascontiguousarray(pixels[::-1].astype(np.uint32))
    height, width = flipped.shape
    return QImage(flipped.data, width, height, 4 * width, QImage.Format.Format_ARGB32).copy()


def _draw_arrows(painter: QPainter, frame: Frame, arrows: Array, color: QColor) -> None:
    seen = arrow_lines(frame, arrows)
    painter.save()
    painter.setPen(QPen(color, ARROW_WIDTH * frame.ratio, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.setOpacity(ARROW_OPACITY)
    painter.drawLines([QLineF(*row) for row in seen.tolist()])
    painter.restore()


def arrow_lines(frame: Frame, arrows: Array) -> Array:
    """Segments (m, 4) of arrows centred on their places, in device pixels.

    Their direction is that on the screen, as contours are seen there; an arrow's two wings come before its shaft.
    """
    arrows = _apart(frame, arrows)
    centres = frame.to_pixels(arrows[:, :2])
    directions = arrows[:, 2:4] * frame.scale
    directions /= np.maximum(np.hypot(directions[:, 0], directions[:, 1]), 1e-300)[:, None]
    lengths = (SHORTEST + (LONGEST - SHORTEST) * arrows[:, 4:5]) * frame.ratio
    tips, tails = centres + directions * lengths / 2, centres - directions * lengths / 2
    across = np.stack([-directions[:, 1], directions[:, 0]], axis=1)
    head = HEAD * frame.ratio
    one, other = (tips - head * directions + 0.6 * head * wing for wing in (across, -across))
    lines = np.stack([np.hstack([one, tips]), np.hstack([tips, other]), np.hstack([tails, tips])], axis=1)
    return np.asarray(lines[np.isfinite(lines).all(axis=(1, 2))].reshape(-1, 4))


def _apart(frame: Frame, arrows: Array) -> Array:
    """Every second or n-th column and row of arrows where all would overlap, as in small panels."""
    kept = np.ones(len(arrows), dtype=bool)
    for axis in (0, 1):
        lines, index = np.unique(arrows[:, axis], return_inverse=True)
        if len(lines) > 1:
            gap = abs(frame.scale[axis]) * float(np.diff(lines).min()) / frame.ratio
            kept &= index % max(1, math.ceil(CLOSEST / max(gap, 1e-3))) == 0
    return arrows[kept]


def _copy(painter: QPainter, frame: Frame, picture: QPixmap) -> None:
    painter.drawPixmap(QRectF(0, 0, frame.width, frame.height), picture, QRectF(picture.rect()))
