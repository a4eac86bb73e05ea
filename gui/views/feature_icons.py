"""Small pictures of the kinds of features: the real shape, lit from the upper left."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage, QPixmap

from surfaces.surface import Feature, SurfaceSpec
from surfaces.terrain import sculpted

if TYPE_CHECKING:
    from gui.theme import Theme
    from surfaces.surface import Array

SIZE = QSize(28, 28)
_PIXELS = 56
_REACH = 1.0
_SHAPES = {
    "ridge": (0.28, 0.8),
    "valley": (0.28, 0.8),
    "plateau": (0.7, 0.7),
    "step": (0.25, 1.0),
    "ripple": (0.2, 0.6),
}
"""Widths and lengths that fill a picture of half-width 1."""
_LIGHT = np.array([-0.55, 0.55, 0.63])


def feature_icon(image: QImage) -> QIcon:
    """An icon of a picture, the same under the pointer and selected."""
    picture = QPixmap.fromImage(image)
    picture.setDevicePixelRatio(_PIXELS / SIZE.width())
    icon = QIcon(picture)
    for mode in (QIcon.Mode.Active, QIcon.Mode.Selected):
        icon.addPixmap(picture, mode)
    return icon


@lru_cache
def feature_image(kind: str, theme: Theme) -> QImage:
    """The picture of a kind; may be drawn in any thread."""
    width, length = _SHAPES.get(kind, (0.48, 0.48))
    angle = -30.0 if kind in ("ridge", "valley", "step", "ripple") else 0.0
    surface = sculpted(SurfaceSpec(formula="0", features=(Feature(kind, 0.0, 0.0, 0.55, width, length, angle),)))
    axis = (np.arange(_PIXELS) + 0.5) / _PIXELS * 2.0 * _REACH - _REACH
    x, y = np.meshgrid(axis, -axis)
    normals: Array = np.concatenate([-surface.gradient(np.stack([x, y], axis=-1)), np.ones((*x.shape, 1))], axis=-1)
    lit = normals @ _LIGHT / np.linalg.norm(normals, axis=-1)
    return _shaded(lit, x, y, theme)


def _shaded(lit: Array, x: Array, y: Array, theme: Theme) -> QImage:
    """From shade to light around the ground's own tone, in a square with round corners."""
    ends = (theme.background, theme.accent) if theme.is_dark else (theme.accent, theme.background)
    ground, dark, bright = (_rgb(name) for name in (theme.map_low, *ends))
    share = (lit - _LIGHT[2])[..., None]
    colors = ground + np.where(share > 0, share / 0.37 * (bright - ground), -share / 0.9 * (dark - ground))
    pixels = np.zeros((_PIXELS, _PIXELS, 4), dtype=np.uint8)
    pixels[..., :3] = np.clip(colors, 0, 255)
    corner = np.hypot(np.maximum(np.abs(x) - 0.75, 0.0), np.maximum(np.abs(y) - 0.75, 0.0))
    pixels[..., 3] = np.clip((0.25 - corner) * _PIXELS / 2.0 + 0.5, 0.0, 1.0) * 255
    return QImage(pixels.data, _PIXELS, _PIXELS, 4 * _PIXELS, QImage.Format.Format_RGBA8888).copy()


def _rgb(name: str) -> Array:
    color = QColor(name)
    return np.array([color.red(), color.green(), color.blue()], dtype=np.float64)
