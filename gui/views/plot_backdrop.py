"""What lies under the runs: shaded field, contour lines, their labels, minima and saddles; painted once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPainterPath, QPen, QPixmap, QTransform

from gui.known_points import OFF_PLANE, is_off_plane
from gui.theme import LIGHT, Theme, colour_map
from gui.views import plot_overlays
from gui.views.contour_art import contour_art
from gui.views.marks import draw_critical_point
from gui.views.plot_labels import Label, Letters, place_labels
from gui.views.plot_layer import Layer, blank, device_painter

if TYPE_CHECKING:
    from gui.views.plot_strokes import Array, Frame
    from surfaces.contours import Contours
    from surfaces.overlays import Overlays
    from surfaces.surface import CriticalPoint

PARTS = ("field", "contours", "labels", "critical")
LABELLED = 200
"""Coarser maps, as follow a drag, are gone before a label can be read."""
CROWD = 40
"""With more critical points in sight than this they are drawn small."""


class Backdrop(QObject):
    """Shared by all panels: one image, one path, one scale of colours."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._colour_map = "theme"
        self._contours: Contours | None = None
        self._overlays: Overlays | None = None
        self._image = QImage()
        self._path = QPainterPath()
        self._labels: tuple[Label, ...] = ()
        self._critical_points: tuple[CriticalPoint, ...] = ()
        self._parts = frozenset(PARTS)
        self._font = QFont()
        self._pixmaps: dict[Frame, QPixmap] = {}

    @property
    def critical_points(self) -> tuple[CriticalPoint, ...]:
        """Those that are shown."""
        return self._critical_points if "critical" in self._parts else ()

    @property
    def levels(self) -> tuple[float, ...]:
        """The losses of the contour lines shown."""
        return self._contours.levels if self._contours is not None else ()

    def set_contours(self, contours: Contours) -> None:
        self._contours = contours
        art = contour_art(contours)
        self._path = art.path
        self._labels = art.labels if contours.values.shape[1] >= LABELLED else ()
        self._shade()
        self._forget()

    def set_critical_points(
        self,
        minima: tuple[CriticalPoint, ...],
        saddles: tuple[CriticalPoint, ...],
        maxima: tuple[CriticalPoint, ...] = (),
    ) -> None:
        """Show these; degenerate points may stand anywhere among them."""
        if (points := maxima + saddles + minima) != self._critical_points:
            self._critical_points = points
            self._forget()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._shade()
        self._forget()

    def set_overlays(self, overlays: Overlays | None) -> None:
        """Lay arrows and maps over the field; None: nothing."""
        if overlays is not self._overlays:
            self._overlays = overlays
            self._forget()

    def set_colour_map(self, name: str) -> None:
        """Shade by another table of colours; names as in `gui.theme.colour_map`."""
        if name != self._colour_map:
            self._colour_map = name
            self._shade()
            self._forget()

    def set_font(self, font: QFont) -> None:
        self._font = font
        self._forget()

    def set_part(self, name: str, shown: bool) -> None:
        """Show or hide the field, the contours, their labels or the critical points."""
        self._parts = self._parts | {name} if shown else self._parts - {name}
        self._forget()

    def pixmap(self, frame: Frame) -> QPixmap:
        """The picture of a frame; the last two frames are kept."""
        if frame not in self._pixmaps:
            while len(self._pixmaps) > 1:
                del self._pixmaps[next(iter(self._pixmaps))]
            self._pixmaps[frame] = self._painted(frame)
        return self._pixmaps[frame]

    def caption_place(self, area: QRectF) -> QRectF:
        """Where the words on what is laid over stand in a plot's area; empty without any."""
        return plot_overlays.caption_place(area, self._caption_rows(), self._font)

    def _caption_rows(self) -> tuple[tuple[str, str], ...]:
        return plot_overlays.caption_rows(self._theme, self._overlays) if self._overlays is not None else ()

    def _forget(self) -> None:
        self._pixmaps.clear()
        self.changed.emit()

    def _shade(self) -> None:
        if self._contours is None:
            return
        red, green, blue = colour_map(self._theme, self._colour_map)[:, :3].astype(np.uint32).T
        table = (255 << 24) | (red << 16) | (green << 8) | blue
        index = contour_art(self._contours).shades
        pixels = np.ascontiguousarray(table.astype(np.uint32)[index][::-1])
        height, width = pixels.shape
        self._image = QImage(pixels.data, width, height, width * 4, QImage.Format.Format_RGB32).copy()

    def _painted(self, frame: Frame) -> QPixmap:
        pixmap = blank(frame)
        pixmap.fill(QColor(self._theme.background))
        painter = device_painter(pixmap)
        to_frame = _transform(frame)
        if self._contours is not None:
            self._paint_field(painter, frame)
            if self._overlays is not None:
                plot_overlays.paint_maps(painter, frame, self._theme, self._overlays)
            plot_overlays.paint_hatching(painter, frame, self._theme, self._contours)
            if "contours" in self._parts:
                self._paint_contours(painter, frame, to_frame)
            plot_overlays.paint_kinks(painter, frame, self._theme, self._contours.kinks)
        if self._overlays is not None:
            plot_overlays.paint_arrows(painter, frame, self._theme, self._overlays)
        self._paint_critical_points(painter, frame)
        if self._overlays is not None:
            plot_overlays.paint_caption(painter, frame, self._theme, self._caption_rows(), self._font)
        painter.end()
        return pixmap

    def _paint_field(self, painter: QPainter, frame: Frame) -> None:
        if "field" not in self._parts or self._image.isNull():
            return
        assert self._contours is not None
        place = plot_overlays.image_rect(frame, self._contours.bounds, self._image, at_points=True)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(place, self._image)
        painter.restore()

    def _paint_contours(self, painter: QPainter, frame: Frame, to_frame: QTransform) -> None:
        painter.save()
        if "labels" in self._parts:
            self._paint_labels(painter, frame)
        pen = QPen(QColor(self._theme.contour), frame.ratio)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.setWorldTransform(to_frame, combine=True)
        painter.drawPath(self._path)
        painter.restore()

    def _paint_labels(self, painter: QPainter, frame: Frame) -> None:
        """Write the labels and keep the lines from running through them."""
        font = QFont(self._font)
        font.setPixelSize(max(round(10 * frame.ratio), 1))
        painter.setFont(font)
        painter.setPen(QColor(self._theme.muted))
        free = QPainterPath()
        free.addRect(QRectF(0, 0, frame.width, frame.height))
        assert self._contours is not None
        lines = self._contours.lines
        metrics = painter.fontMetrics()
        letters = Letters(metrics.horizontalAdvance, metrics.height())
        for label, place in place_labels(self._labels, lines, frame, letters, self._critical_pixels(frame)):
            painter.save()
            painter.translate(*place.center)
            painter.rotate(place.angle)
            painter.drawText(place.rect, Qt.AlignmentFlag.AlignCenter, label.text)
            painter.restore()
            turned = QTransform().translate(*place.center).rotate(place.angle)
            hole = QPainterPath()
            hole.addRect(place.rect)
            free = free.subtracted(turned.map(hole))
        painter.setClipPath(free)

    def _critical_pixels(self, frame: Frame) -> Array:
        places = [point.params[:2] for point in self.critical_points]
        return frame.to_pixels(np.array(places, dtype=float).reshape(-1, 2))

    def _paint_critical_points(self, painter: QPainter, frame: Frame) -> None:
        points = self.critical_points
        if not points:
            return
        pixels = self._critical_pixels(frame)
        seen = np.all((pixels >= 0) & (pixels <= (frame.width, frame.height)), axis=1)
        extent = 14.0 if seen.sum() <= CROWD else 9.0
        for (x, y), point, shown in zip(pixels.tolist(), points, seen.tolist(), strict=True):
            if not shown:
                continue
            painter.save()
            painter.translate(x, y)
            painter.scale(frame.ratio, frame.ratio)
            if is_off_plane(point):
                painter.setOpacity(OFF_PLANE)
            draw_critical_point(painter, self._theme, point.kind, extent)
            painter.restore()


class BackdropLayer(Layer):
    """Shows a shared backdrop in one panel."""

    def __init__(self, box: Any, backdrop: Backdrop, z: float) -> None:
        super().__init__(box, z)
        self._backdrop = backdrop
        backdrop.changed.connect(self._on_backdrop_changed)

    def _on_backdrop_changed(self) -> None:
        self.update()

    def pixmaps(self, frame: Frame) -> tuple[QPixmap, ...]:
        return (self._backdrop.pixmap(frame),)


def _transform(frame: Frame) -> QTransform:
    """Plane to device pixels."""
    sx, sy = frame.scale
    return QTransform(sx, 0.0, 0.0, sy, -frame.x0 * sx, -frame.y1 * sy)
