"""Letters for Korean on a machine that has none: without a font every syllable is an empty box."""

from __future__ import annotations

from PySide6.QtGui import QFontDatabase

from gui.resources import resource_path

FONT = "fonts/sandbox-hangul.ttf"
_added: list[int] = []


def ensure_hangul() -> None:
    """Add our font if no other has Hangul. Qt falls back to it by itself; it is added once."""
    if not _added and not QFontDatabase.families(QFontDatabase.WritingSystem.Korean):
        _added.append(QFontDatabase.addApplicationFont(str(resource_path(FONT))))
