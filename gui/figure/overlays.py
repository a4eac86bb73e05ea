"""What is laid over the field: tints of curvature and condition, arrows, and the words that say what they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtGui import QImage, QPainter

from gui.figure.clip import clipped
from gui.figure.raster import png_bytes
from gui.figure.strokes import draw_strokes
from gui.figure.text import text_width
from gui.views.plot_overlays import (
    ARROW_OPACITY,
    ARROW_WIDTH,
    HIGHEST_CAPTION,
    WIDEST_CAPTION,
    arrow_fields,
    arrow_lines,
    caption_rows,
    paint_maps,
)

if TYPE_CHECKING:
    from gui.figure.clip import Array, Box
    from gui.figure.svg import SvgWriter
    from gui.theme import Theme
    from gui.views.plot_strokes import Frame
    from surfaces.overlays import Overlays

_CLEAR = 24.0
_SIZE, _ROW, _PAD, _INDENT = 12.0, 18.0, 8.0, 15.0


def draw_tints(svg: SvgWriter, theme: Theme, frame: Frame, overlays: Overlays) -> None:
    """Tint where the curvature is not that of a bowl, or by the condition number, as the window does."""
    if overlays.sign.size or overlays.condition.size:
        image = QImage(frame.width, frame.height, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(0)
        painter = QPainter(image)
        paint_maps(painter, frame, theme, overlays)
        painter.end()
        svg.image(png_bytes(image), 0, 0, frame.width, frame.height)


def draw_fields(svg: SvgWriter, theme: Theme, frame: Frame, box: Box, overlays: Overlays, words: Array) -> None:
    """Draw the arrows of the fields, as far as they are in the box and clear of words in some places (n, 2)."""
    for arrows, color in arrow_fields(theme, overlays):
        whole = arrow_lines(frame, arrows).reshape(-1, 3, 4)
        middles = (whole[:, 2, :2] + whole[:, 2, 2:]) / 2
        away = np.hypot(*np.moveaxis(middles[:, None] - words, -1, 0)).min(axis=1, initial=np.inf)
        lines = whole[away > _CLEAR].reshape(-1, 4)
        with svg.inside("g", class_="field-arrows"):
            draw_strokes(svg, clipped(lines[:, :2], lines[:, 2:], box), color, ARROW_WIDTH, opacity=ARROW_OPACITY)


def draw_caption(svg: SvgWriter, theme: Theme, box: Box, overlays: Overlays) -> None:
    """Say in the lower right corner what the colours mean, unless the words would hide the map."""
    rows = caption_rows(theme, overlays)
    width = max((text_width(text, _SIZE) for _, text in rows), default=0.0) + _INDENT + 2 * _PAD
    height = _ROW * len(rows) + _PAD
    if not rows or width > WIDEST_CAPTION * box.width or height > HIGHEST_CAPTION * box.height:
        return
    left, top = box.right - width - _PAD, box.bottom - height - _PAD
    with svg.inside("g", class_="caption"):
        svg.element("rect", x=left, y=top, width=width, height=height, rx=4, fill=theme.background, fill_opacity=0.85)
        for index, (color, text) in enumerate(rows):
            middle = top + _PAD / 2 + (index + 0.5) * _ROW
            svg.element("rect", x=left + _PAD, y=middle - 4.5, width=9, height=9, fill=color)
            svg.text(left + _PAD + _INDENT, middle + 0.36 * _SIZE, text, _SIZE, fill=theme.text)
