"""How wide text will be, and formulas as text; the same on every machine, so no font is asked."""

from __future__ import annotations

import re
import unicodedata

from surfaces import SurfaceError
from surfaces.formula.pretty import to_html

ELLIPSIS = "…"
_RAISED = str.maketrans("0123456789+-−()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁽⁾")
_SUPERSCRIPT = re.compile("<sup>([^<]*|<i>[^<]*</i>)</sup>")
_TAG = re.compile("<[^>]*>")


def text_width(text: str, size: float) -> float:
    """Estimate the width of a line in pixels, on the safe side of common sans-serif faces."""
    return size * sum(map(_share, text))


def _share(character: str) -> float:
    """Width of a character in ems."""
    if unicodedata.combining(character):
        return 0.0
    if unicodedata.east_asian_width(character) in "WF":
        return 1.0
    if character in " .,:;|!'’()[]ijlftr·-⁻":
        return 0.36
    if character in "mwMW@%—…":
        return 0.95
    return 0.7 if character.isupper() else 0.59


def fitted(text: str, size: float, width: float) -> str:
    """Cut a line that is too wide and end it with an ellipsis."""
    if text_width(text, size) <= width:
        return text
    kept = text
    while kept and text_width(kept + ELLIPSIS, size) > width:
        kept = kept[:-1]
    return kept.rstrip() + ELLIPSIS


def raised(text: str) -> str:
    """Digits and signs as superscripts."""
    return text.translate(_RAISED)


def formula_text(formula: str) -> str:
    """Typeset a formula in one line with <i> around its names; as typed when it cannot be read."""
    try:
        html = to_html(formula)
    except SurfaceError:
        return formula
    return _SUPERSCRIPT.sub(_superscript, html).replace("<sup>", "^(").replace("</sup>", ")")


def _superscript(match: re.Match[str]) -> str:
    content = match[1]
    if all(character in "0123456789+-−" for character in content):
        return raised(content)
    return f"^{content}" if _TAG.sub("", content).isalnum() else f"^({content})"


def without_markup(text: str) -> str:
    """Drop <i> and </i>."""
    return _TAG.sub("", text) if "<i>" in text else text
