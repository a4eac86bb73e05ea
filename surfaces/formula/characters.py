"""What people type on any keyboard as plain characters: the only stage that meets the whole of Unicode.

One typed character gives exactly one plain character, so positions are those of the typed text.
"""

from __future__ import annotations

import unicodedata

from surfaces.formula.errors import FormulaError

_SPELLINGS = (
    "α alpha β beta γ gamma δ delta ε epsilon ζ zeta η eta θ theta ι iota κ kappa λ lambda μ mu ν nu ξ xi ρ rho"
    " σ sigma τ tau υ upsilon φ phi χ chi ψ psi ω omega"
    " Γ Gamma Δ Delta Θ Theta Λ Lambda Ξ Xi Φ Phi Ψ Psi Ω Omega"
)
GREEK = dict(zip(_SPELLINGS.split()[::2], _SPELLINGS.split()[1::2], strict=True))
"""Greek letters that serve as names, and their spelling; π is a constant, Σ and Π are none, capital Α is an A."""

RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
FRACTIONS = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒"

_KEPT = {*GREEK, *RAISED, *FRACTIONS, *"⁺⁻π√∛≤≥"}
_SAME = str.maketrans("−–—‒‑‐·⋅∙×∗•ㆍ・･÷∕⁄∣│✕⩽⩾", "------*********///||*≤≥")
_CYRILLIC = dict(zip("аеорсухіАВЕКМНОРСТХ", "aeopcyxiABEKMHOPCTX", strict=True))
_HANGUL_KEYS = dict(
    zip("ㅁㅠㅊㅇㄷㄹㅎㅗㅑㅓㅏㅣㅡㅜㅐㅔㅂㄱㄴㅅㅕㅍㅈㅌㅛㅋ", "abcdefghijklmnopqrstuvwxyz", strict=True)
)
_PLAIN_TAGS = ("<wide>", "<narrow>", "<font>", "<sub>", "<small>", "<noBreak>", "<compat>")
_ALLOWED = "a formula holds numbers, names, + - * / ^, brackets ( ), bars | | and commas between arguments"
_INSTEAD = {
    "=": "write only the right-hand side, or f(x, y) = in front of it",
    "[": "use round brackets ( )",
    "]": "use round brackets ( )",
    "{": "use round brackets ( )",
    "}": "use round brackets ( )",
    "!": "factorials are not smooth functions and are not known here",
    "%": "write a share as a number, such as 0.05; the remainder of a division is not known here",
    "°": "angles are in radians; write 30*pi/180 for 30 degrees",
    "∞": "every number is finite",
    "Σ": "write the sum out, term by term",
    "∑": "write the sum out, term by term",
    "Π": "write the product out, factor by factor",
    "∏": "write the product out, factor by factor",
    "∂": "the derivatives are worked out for you",
    "∫": "integrals are not known here",
    ".": "a point only stands inside a number, as in 0.5",
    "_": "an underscore stands inside a name, as in x_1",
    ";": "arguments are separated by commas",
    "&": "write one where(…) inside another",
    **dict.fromkeys("'′’‘`″", "a prime is not needed, the derivatives are worked out for you"),
}


def plain_characters(text: str) -> str:
    """The text in plain characters, as long as the typed one.

    Full-width and mathematical letters, digits and brackets, other dashes, dots and slashes become ASCII; Greek
    letters, raised digits, fractions such as ½ and the signs √ ∛ ≤ ≥ stay.

    Raises
    ------
    FormulaError
        For invisible characters and letters that only look like Latin ones.
    """
    if text.isascii():
        return text
    return "".join(_plain(character, position) for position, character in enumerate(text.translate(_SAME)))


def strange(character: str, position: int) -> FormulaError:
    """The error for a character that means nothing in a formula."""
    instead = _INSTEAD.get(character, _ALLOWED)
    return FormulaError(f"The character {_shown(character)} has no meaning here: {instead}.", position)


def _plain(character: str, position: int) -> str:
    if character.isascii() or character in _KEPT:
        return character
    if unicodedata.category(character) in ("Cf", "Cc", "Co", "Cs", "Cn"):
        raise FormulaError(
            f"An invisible character ({_shown(character)}) stands here; delete it.",
            position,
        )
    if character in _CYRILLIC:
        raise FormulaError(
            f"This {character} is a Cyrillic letter; type the Latin {_CYRILLIC[character]} instead.", position
        )
    if character in _HANGUL_KEYS or "가" <= character <= "힣":
        key = _HANGUL_KEYS.get(character)
        on_it = f" (this key is {key})" if key else ""
        raise FormulaError(f"“{character}” was typed in Hangul mode; switch to English letters{on_it}.", position)
    return _normal_form(character, position)


def _normal_form(character: str, position: int) -> str:
    tag = unicodedata.decomposition(character).partition(" ")[0]
    plain = unicodedata.normalize("NFKC", character).translate(_SAME)
    if len(plain) == 1 and (plain.isascii() or plain in _KEPT) and (tag in _PLAIN_TAGS or not tag.startswith("<")):
        return plain
    raise strange(character, position)


def _shown(character: str) -> str:
    return f"“{character}”" if character.isprintable() else f"U+{ord(character):04X}"
