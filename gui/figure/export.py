"""From the picture's SVG to files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from engine.files import FileError, write_bytes
from gui.figure.figure import build_figure
from gui.shown import UNSEEN, Seen

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from engine.history import Snapshot
    from engine.session import Session
    from gui.theme import Theme

SUFFIXES = (".png", ".svg")
PNG_SCALE = 2.0
_DOTS_PER_METRE = 3780
"""96 per inch: a pixel of the picture at scale 1 is a CSS pixel."""


def svg_to_png(svg: str, scale: float = 1.0) -> bytes:
    """Draw an SVG at `scale` times its size and return it as PNG; needs an application object for its fonts."""
    renderer = QSvgRenderer(QByteArray(svg.encode()))
    image = QImage((renderer.defaultSize().toSizeF() * scale).toSize(), QImage.Format.Format_RGB32)
    image.fill(0)
    image.setDotsPerMeterX(round(_DOTS_PER_METRE * scale))
    image.setDotsPerMeterY(round(_DOTS_PER_METRE * scale))
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    renderer.render(painter, QRectF(image.rect()))
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want bytes, which fail
    return bytes(buffer.data().data())


def export_figure(
    path: Path,
    session: Session,
    snapshots: Sequence[Snapshot],
    theme: Theme,
    *,
    iteration: int | None = None,
    rows: Mapping[int, int] | None = None,
    seen: Seen = UNSEEN,
    size: tuple[int, int] = (1200, 800),
    scale: float = PNG_SCALE,
) -> None:
    """Write the picture as the path's suffix says: .svg, or .png at `scale` times the size; raises FileError."""
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise FileError(f"Could not write {path}: a picture ends in {' or '.join(SUFFIXES)}.")
    svg = build_figure(session, snapshots, theme, iteration=iteration, rows=rows, seen=seen, size=size)
    write_bytes(path, svg.encode() if suffix == ".svg" else svg_to_png(svg, scale))
