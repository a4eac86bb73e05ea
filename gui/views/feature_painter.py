"""Draws features and their handles on a map."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from gui.views.feature_shapes import handles, outline
from gui.views.plot_layer import line_array
from surfaces.features import FEATURES

if TYPE_CHECKING:
    from gui.theme import Theme
    from gui.views.feature_shapes import Handle
    from gui.views.plot_strokes import Frame
    from surfaces.surface import Feature

SMALL, LARGE = 2.5, 5.0
"""Radii of handles: of a feature that is merely there, and of one that is under the pointer or selected."""


@dataclass(frozen=True)
class Scene:
    """All there is to draw; −1 stands for no feature."""

    features: tuple[Feature, ...] = ()
    selected: int = -1
    hovered: int = -1
    hot: str = ""
    """The handle under the pointer or in the hand."""
    ghost: Feature | None = None
    """What a click would put there."""
    note: str = ""
    """A number that is being changed, written beside the selected feature."""


def quiet_features(scene: Scene) -> tuple[Feature, ...]:
    """Those that are merely there: they stay as they are while another one is in the hand."""
    busy = (scene.selected, scene.hovered)
    return tuple(feature for index, feature in enumerate(scene.features) if index not in busy)


def draw_quiet(painter: QPainter, features: tuple[Feature, ...], frame: Frame, theme: Theme) -> None:
    """Draw features that are merely there; the painter's unit is the device pixel."""
    scene = Scene(features)
    for index in range(len(features)):
        _draw_feature(painter, scene, index, frame, theme)


def draw_busy(painter: QPainter, scene: Scene, frame: Frame, theme: Theme, font: QFont) -> None:
    """Draw what is under the pointer, what is selected and what would be put."""
    for index in dict.fromkeys((scene.hovered, scene.selected)):
        if 0 <= index < len(scene.features):
            _draw_feature(painter, scene, index, frame, theme)
    if scene.ghost is not None:
        _draw_outline(painter, scene.ghost, frame, theme, QColor(theme.accent), 1.5)
    if scene.note and 0 <= scene.selected < len(scene.features):
        _draw_note(painter, scene, frame, theme, font)


def _draw_feature(painter: QPainter, scene: Scene, index: int, frame: Frame, theme: Theme) -> None:
    feature = scene.features[index]
    full, near = index == scene.selected, index == scene.hovered
    ink = QColor(theme.accent if full or near else theme.muted)
    _draw_outline(painter, feature, frame, theme, ink, 2.0 if full else 1.25)

    def to_pixels(x: float, y: float) -> QPointF:
        px, py = frame.to_pixels(np.array([[x, y]]))[0].tolist()
        return QPointF(px / frame.ratio, py / frame.ratio)

    painter.save()
    painter.scale(frame.ratio, frame.ratio)
    shown = [handle for handle in handles(feature, to_pixels) if full or handle.name != "height"]
    if full or near:
        _draw_stalks(painter, shown, ink)
    for handle in shown:
        hot = near and handle.name == scene.hot
        _draw_handle(painter, handle, theme, ink, LARGE if full or near else SMALL, hot=hot)
    painter.restore()


def _draw_outline(painter: QPainter, feature: Feature, frame: Frame, theme: Theme, ink: QColor, width: float) -> None:
    """A line with a halo; dashed where the ground is lowered."""
    points = frame.to_pixels(outline(feature))
    if not np.abs(points[np.isfinite(points)]).max(initial=0.0) < 1e6:
        return
    pieces = np.concatenate([points[:-1], points[1:]], axis=1)
    pieces = pieces[np.isfinite(pieces).all(axis=1)]
    if FEATURES[feature.kind].sign < 0:
        pieces = pieces[np.arange(len(pieces)) % 3 < 2]
    lines = line_array(pieces)  # short segments: a thick path is far slower to stroke
    halo = QColor(theme.background)
    halo.setAlphaF(0.6)
    for color, thickness in ((halo, width + 2.0), (ink, width)):
        painter.setPen(QPen(color, thickness * frame.ratio, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.drawLines(*lines.drawargs())


def _draw_stalks(painter: QPainter, shown: list[Handle], ink: QColor) -> None:
    """The thin lines by which the handles for turning and raising hang on."""
    places = {handle.name: handle.place for handle in reversed(shown)}
    painter.setPen(QPen(ink, 1.0))
    painter.drawLine(QLineF(places["width"], places["angle"]))
    if "height" in places:
        painter.drawLine(QLineF(places["center"], places["height"]))


def _draw_handle(painter: QPainter, handle: Handle, theme: Theme, ink: QColor, radius: float, *, hot: bool) -> None:
    radius += 1.5 if hot else 0.0
    painter.setPen(QPen(ink, 1.5))
    painter.setBrush(ink if hot or handle.name == "center" else QColor(theme.background))
    place = handle.place
    if handle.name in ("width", "length"):
        painter.drawRect(QRectF(place.x() - radius * 0.8, place.y() - radius * 0.8, 1.6 * radius, 1.6 * radius))
    elif handle.name == "height":
        arrow = [(0.0, -1.7), (1.0, -0.5), (-1.0, -0.5)], [(0.0, 1.7), (1.0, 0.5), (-1.0, 0.5)]
        for corners in arrow:
            painter.drawPolygon([place + QPointF(x, y) * radius for x, y in corners])
    else:
        painter.drawEllipse(place, radius, radius)


def _draw_note(painter: QPainter, scene: Scene, frame: Frame, theme: Theme, font: QFont) -> None:
    feature = scene.features[scene.selected]
    x, y = (frame.to_pixels(np.array([[feature.x, feature.y]]))[0] / frame.ratio).tolist()
    painter.save()
    painter.scale(frame.ratio, frame.ratio)
    metrics = QFontMetricsF(font)
    plate = QRectF(0.0, 0.0, metrics.horizontalAdvance(scene.note) + 12.0, metrics.height() + 6.0)
    right, bottom = frame.width / frame.ratio - plate.width(), frame.height / frame.ratio - plate.height()
    plate.moveTo(min(max(x - plate.width() / 2.0, 0.0), right), min(max(y + 16.0, 0.0), bottom))
    painter.setPen(QPen(QColor(theme.border), 1.0))
    painter.setBrush(QColor(theme.raised))
    painter.drawRoundedRect(plate, 4.0, 4.0)
    painter.setPen(QColor(theme.text))
    painter.setFont(font)
    painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, scene.note)
    painter.restore()
