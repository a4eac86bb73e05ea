"""LaTeX to an SVG of plain paths, off the window's thread: ziamath takes 10 to 40 ms a formula and is loaded late."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING, NamedTuple
from xml.etree import ElementTree

if TYPE_CHECKING:
    from types import ModuleType

LONGEST_LATEX = 700
"""Longer formulas would take a second to typeset and could not be read in one line anyway."""
_SIZE = 20.0
_INK = "#0a0b0c"
"""A colour that stands nowhere else in the SVG, so that it can be exchanged."""
_ONE_AT_A_TIME = Lock()
"""ziamath keeps its fonts and styles in globals."""


class TypesettingError(ValueError):
    """A text that cannot be typeset."""


class Typeset(NamedTuple):
    """A formula as paths; lengths are in units of the font size, so one picture serves every size and colour."""

    latex: str
    svg: str
    width: float
    height: float

    def coloured(self, colour: str) -> bytes:
        """Return the SVG drawn in a colour, as "#rrggbb"."""
        return self.svg.replace(_INK, colour).encode()


def typeset(latex: str) -> Typeset:
    """Typeset a formula in display style.

    Raises
    ------
    TypesettingError
        For a text that is empty, too long or no LaTeX that is understood.
    """
    if not latex.strip():
        raise TypesettingError("There is nothing to typeset.")
    if len(latex) > LONGEST_LATEX:
        raise TypesettingError(f"A formula of more than {LONGEST_LATEX} characters is not typeset.")
    with _ONE_AT_A_TIME:
        return _typeset(latex)


def _typeset(latex: str) -> Typeset:
    try:
        svg = _ziamath().Latex(latex, size=_SIZE, color=_INK).svgxml()
        width, height = float(svg.attrib["width"]), float(svg.attrib["height"])
        return Typeset(latex, ElementTree.tostring(svg, encoding="unicode"), width / _SIZE, height / _SIZE)
    except Exception as error:  # its parser raises whatever its steps run into
        raise TypesettingError(f"This LaTeX cannot be typeset: {error}") from error


def _ziamath() -> ModuleType:
    import ziamath
    from ziamath.config import config

    config.svg2 = False  # QtSvg shows fragments of glyphs that are defined once and used by reference
    return ziamath
