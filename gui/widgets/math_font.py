"""The font that formulas are set in, by its glyphs: ziamath's, so that all formulas of the window look alike."""

from __future__ import annotations

from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtGui import QFont, QPainterPath, QRawFont

FILE = Path("fonts", "STIXTwoMath-Regular.ttf")
AXIS = 0.258
"""Height of fraction bars above the line that letters stand on, in units of the font size (its table MATH)."""
BAR = 0.068
"""How thick they are."""
_SLANTED = {"h": "ℎ", **{chr(code): chr(0x1D44E + code - 97) for code in range(97, 123) if code != 104}}
_SLANTED |= {chr(code): chr(0x1D434 + code - 65) for code in range(65, 91)}
_SLANTED |= {chr(code): chr(0x1D6FC + code - 0x3B1) for code in range(0x3B1, 0x3CA)}
_BOLD = {chr(48 + digit): chr(0x1D7CE + digit) for digit in range(10)}
_HANGING = frozenset("gjpqyβγζημξρφχψQ,;()[]{}|‖⟨⟩")


def slanted(text: str) -> str:
    """Return letters as mathematics writes variables."""
    return "".join(_SLANTED.get(sign, sign) for sign in text)


def bold(text: str) -> str:
    """Return a number with bold digits."""
    return "".join(_BOLD.get(sign, sign) for sign in text)


def hangs(text: str) -> bool:
    """Whether a part of it is below the line that letters stand on."""
    return not _HANGING.isdisjoint(text)


class Face:
    """The font at one size, in pixels."""

    def __init__(self, size: float) -> None:
        self.size = size
        self.raw = QRawFont(_scalable())
        self.raw.setPixelSize(size)
        self._glyphs: dict[str, tuple[int, float]] = {}
        self._outlines: dict[str, QPainterPath] = {}

    def glyph(self, sign: str) -> tuple[int, float]:
        """Return a sign's place in the font and how far the next one is."""
        found = self._glyphs.get(sign)
        if found is None:
            index = self.raw.glyphIndexesForString(sign)[:1]
            found = self._glyphs[sign] = index[0], self.raw.advancesForGlyphIndexes(index)[0].x()
        return found

    def outline(self, sign: str) -> QPainterPath:
        """Return a sign's shape; its left end stands at 0."""
        if sign not in self._outlines:
            path = self.raw.pathForGlyph(self.glyph(sign)[0])
            self._outlines[sign] = path.translated(-path.boundingRect().left(), 0.0)
        return self._outlines[sign]


@lru_cache(64)
def face(size: float) -> Face:
    """Return the font at a size."""
    return Face(size)


@lru_cache(1)
def _scalable() -> QRawFont:
    spec = find_spec("ziamath")
    places = spec.submodule_search_locations if spec is not None else None
    font = QRawFont(str(Path((places or [""])[0], FILE)), 16.0, QFont.HintingPreference.PreferNoHinting)
    if not font.isValid():
        raise RuntimeError(f"The font of formulas is missing: {FILE} of ziamath.")
    return font
