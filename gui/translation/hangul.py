"""Letters for Korean on a machine that has none: without a font every syllable is an empty box."""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QFontDatabase

from gui.resources import resource_path

FONT = "fonts/sandbox-hangul.ttf"


@cache
def ensure_hangul() -> None:
    """Add our font if no other has Hangul: Qt falls back to it by itself."""
    if not QFontDatabase.families(QFontDatabase.WritingSystem.Korean):
        QFontDatabase.addApplicationFont(str(resource_path(FONT)))
