"""Heights from a picture: decoded by Qt, light is high."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter

from engine.height_grid import HeightGrid
from surfaces import SurfaceError

if TYPE_CHECKING:
    from pathlib import Path

SUFFIXES = (".png", ".jpg", ".jpeg", ".bmp", ".webp", ".tif", ".tiff", ".gif", ".pgm", ".ppm")
_FORMATS = {"png", "jpg", "jpeg", "bmp", "webp", "tif", "tiff", "gif", "pgm", "ppm"}
_MOST_PIXELS = 30_000_000
"""A file of a few kilobytes may claim more than a computer can hold; with 64 bits a pixel this is 240 MB."""
_LONGEST_SIDE = 1024
"""Larger pictures are decoded smaller; what is left is averaged by the engine."""


def read_image(path: Path) -> HeightGrid:
    """Return the lightness (luma, 0 to 1) of a picture, the bottom row first; what is transparent counts as white.

    Safe on any thread. A picture is turned as its camera says.

    Raises
    ------
    SurfaceError
        One sentence: not a picture, of a kind that is not read, broken, or too large.
    """
    reader = QImageReader(str(path))
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    size = _checked_size(reader, path)
    if max(size.width(), size.height()) > _LONGEST_SIDE:
        whole = QSize(_LONGEST_SIDE, _LONGEST_SIDE)
        reader.setScaledSize(size.scaled(whole, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(2, 2)))
    image = reader.read()
    if image.isNull():
        raise SurfaceError(f"{path.name} cannot be read: {reader.errorString().rstrip('.').lower()}.")
    return HeightGrid(_lightness(_on_white(image))[::-1])


def _checked_size(reader: QImageReader, path: Path) -> QSize:
    if not reader.canRead() or reader.format().toStdString().lower() not in _FORMATS:
        raise SurfaceError(f"{path.name} is not a picture that can be read (PNG, JPEG, BMP, WebP, TIFF, GIF).")
    size = reader.size()
    if size.width() < 2 or size.height() < 2:
        raise SurfaceError(f"{path.name} is too small: a height map needs at least 2 × 2 pixels.")
    if size.width() * size.height() > _MOST_PIXELS:
        most = _MOST_PIXELS // 1_000_000
        raise SurfaceError(f"{path.name} has {size.width()} × {size.height()} pixels; {most} million at most are read.")
    return size


def _on_white(image: QImage) -> QImage:
    if not image.hasAlphaChannel():
        return image
    paper = QImage(image.size(), QImage.Format.Format_RGBX64)
    paper.fill(Qt.GlobalColor.white)
    painter = QPainter(paper)
    painter.drawImage(0, 0, image)
    painter.end()
    return paper


def _lightness(image: QImage) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    gray = image.convertToFormat(QImage.Format.Format_Grayscale16)
    width, height, stride = gray.width(), gray.height(), gray.bytesPerLine() // 2
    words = np.frombuffer(gray.constBits(), dtype=np.uint16, count=height * stride).reshape(height, stride)
    return words[:, :width] / 65535.0
