"""The door for pictures without a window: fonts, and nothing else of a screen."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import qInstallMessageHandler
from PySide6.QtGui import QGuiApplication

from engine.rendering import GIF, SVG
from gui.figure import Figure, Film, animation, moment, svg_to_png
from gui.theme import THEMES
from gui.translation.language import speak

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from engine.rendering import Rendering


def draw(rendering: Rendering, told: Callable[[int, int], None]) -> Mapping[str, bytes]:
    """Return the pictures that are wanted as the bytes of their files, by kind."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    qInstallMessageHandler(_on_qt_message)
    _application = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])  # there are fonts as long as it is
    speak(rendering.language)
    return {kind: _drawn(rendering, kind, told) for kind in rendering.kinds}


def _drawn(rendering: Rendering, kind: str, told: Callable[[int, int], None]) -> bytes:
    session, snapshots, theme = rendering.session, rendering.snapshots, THEMES[rendering.theme]
    figure, scale = Figure(session, snapshots, theme, size=rendering.size_of(kind)), rendering.scale_of(kind)
    if kind == GIF:
        return animation(Film(figure, rendering.pace, scale), theme, rendering.ticks, rendering.rate, told)
    svg = figure.draw(*moment(rendering.pace, rendering.tick))
    return svg.encode() if kind == SVG else svg_to_png(svg, scale)


def _on_qt_message(_kind: object, _context: object, message: str) -> None:
    """Pass Qt's words on, but for what the platform without a screen says of itself."""
    if "This plugin does not support" not in message:
        print(message, file=sys.stderr)  # noqa: T201
