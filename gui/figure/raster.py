"""From SVG to pixels; texts need an application object for its fonts."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

_DOTS_PER_METRE = 3780
"""96 per inch: a pixel of the picture at scale 1 is a CSS pixel."""


def svg_to_png(svg: str, scale: float = 1.0) -> bytes:
    """Draw an SVG at `scale` times its size and return it as PNG."""
    renderer = QSvgRenderer(QByteArray(svg.encode()))
    image = blank(renderer.defaultSize(), scale)
    _paint(renderer, image)
    return png_bytes(image)


def blank(size: QSize, scale: float) -> QImage:
    """Return an image with room for a picture of this size at `scale` times it."""
    image = QImage((size.toSizeF() * scale).toSize(), QImage.Format.Format_RGB32)
    image.fill(0)
    image.setDotsPerMeterX(round(_DOTS_PER_METRE * scale))
    image.setDotsPerMeterY(round(_DOTS_PER_METRE * scale))
    return image


def painted(svg: str, image: QImage) -> QImage:
    """Return a copy of an image with an SVG drawn over the whole of it."""
    copy = image.copy()
    _paint(QSvgRenderer(QByteArray(svg.encode())), copy)
    return copy


def png_bytes(image: QImage) -> bytes:
    """Return an image as PNG."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want bytes, which fail
    return bytes(buffer.data().data())


def _paint(renderer: QSvgRenderer, image: QImage) -> None:
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    renderer.render(painter, QRectF(image.rect()))
    painter.end()
