"""The icons: one family of 24-px strokes, tinted by the theme."""

from __future__ import annotations

import atexit
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from gui.resources import resource_path

if TYPE_CHECKING:
    from gui.theme import Theme

ICON_NAMES: tuple[str, ...] = (
    *("to-start", "back-ten", "step-back", "play", "pause", "step-forward", "forward-ten", "to-end"),
    *("add", "duplicate", "remove", "close", "up", "down", "eye", "eye-off", "together", "side-by-side", "relief"),
    *("export", "folder", "save", "undo", "redo", "reset", "fit", "theme", "more"),
    *("info", "warning", "target", "branch"),
    *("pause-at", "previous-event", "next-event", "filter", "flag"),
)
_SIZES = (16, 20, 32, 40)
"""The sizes in use, at 1× and 2×. Each costs start-up time; others are scaled down from the next larger."""
_APP_SIZES = (16, 32, 64, 256)
_cache: dict[tuple[str, ...], QIcon] = {}
# Pixmaps must not outlive the application object.
atexit.register(_cache.clear)


def icon(name: str, theme: Theme, color: str | None = None) -> QIcon:
    """Icon in the theme's ink, or in `color`; muted where disabled, stronger under the pointer."""
    key = (name, theme.name, color or "")
    if key not in _cache:
        inks = {
            QIcon.Mode.Normal: color or theme.muted,
            QIcon.Mode.Active: color or theme.text,
            QIcon.Mode.Selected: color or theme.text,
            QIcon.Mode.Disabled: theme.disabled,
        }
        source = resource_path(f"icons/{name}.svg").read_text(encoding="utf-8")
        _cache[key] = _tinted(source, inks)
    return _cache[key]


def app_icon() -> QIcon:
    """The application's own icon: a path running down into the rings."""
    key = ("app",)
    if key not in _cache:
        source = resource_path("icons/app.svg").read_text(encoding="utf-8")
        filled = QIcon()
        for pixmap in _rendered(source, _APP_SIZES):
            filled.addPixmap(pixmap)
        _cache[key] = filled
    return _cache[key]


def _tinted(source: str, inks: dict[QIcon.Mode, str]) -> QIcon:
    shapes = _rendered(source, _SIZES)
    drawn = {ink: [_filled(shape, ink) for shape in shapes] for ink in set(inks.values())}
    filled = QIcon()
    for mode, ink in inks.items():
        for pixmap in drawn[ink]:
            filled.addPixmap(pixmap, mode)
    return filled


def _filled(shape: QPixmap, ink: str) -> QPixmap:
    """A shape in another ink: its strokes take longer to draw than to colour."""
    pixmap = QPixmap(shape)
    painter = QPainter(pixmap)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(pixmap.rect(), QColor(ink))
    painter.end()
    return pixmap


def _rendered(source: str, sizes: tuple[int, ...]) -> list[QPixmap]:
    renderer, pixmaps = QSvgRenderer(QByteArray(source.encode())), []
    for size in sizes:
        pixmap = QPixmap(size, size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter, QRectF(0, 0, size, size))
        painter.end()
        pixmaps.append(pixmap)
    return pixmaps
