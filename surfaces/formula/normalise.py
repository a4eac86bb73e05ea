"""The only stage that reads raw text: it turns what people type into plain ASCII tokens.

Implicit multiplication, when it comes, belongs in :func:`_check_neighbours`, which already sees every place
where a product sign is missing.
"""

from __future__ import annotations

import keyword
import re
from itertools import pairwise
from typing import NamedTuple

from surfaces.formula.errors import FormulaError

MAX_CHARACTERS = 2_000
MAX_DEPTH = 100

_TOKEN = re.compile(
    r"(?P<number>(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)"
    r"|(?P<name>[A-Za-z_][A-Za-z0-9_]*|π)"
    r"|(?P<power>\*\*|\^)"
    r"|(?P<raised>[⁰¹²³⁴⁵⁶⁷⁸⁹]+)"
    r"|(?P<operator>[-+*/(),−–·⋅∙×÷])"
    r"|(?P<root>√)"
    r"|(?P<space>\s+)"
)
_ASCII = str.maketrans("−–·⋅∙×÷⁰¹²³⁴⁵⁶⁷⁸⁹", "--****/0123456789")
_ALLOWED = "a formula holds numbers, names, + - * / ^, brackets ( ) and commas between arguments"
_INSTEAD = {
    "=": "write only the right-hand side, without an equals sign",
    "[": "use round brackets ( )",
    "]": "use round brackets ( )",
    "{": "use round brackets ( )",
    "}": "use round brackets ( )",
}


class Token(NamedTuple):
    """One word of a formula; ``kind`` is ``"number"``, ``"name"`` or ``"operator"``."""

    kind: str
    text: str
    position: int


def normalise(text: str) -> list[Token]:
    """Split a typed formula into ASCII tokens that keep their positions in the typed text.

    ``^`` becomes ``**``, the signs · × − ÷ ² ³ π √ become ASCII, numbers become float literals.

    Raises
    ------
    FormulaError
        For text that is empty or too long, foreign characters, keywords, numbers beyond floats, brackets that
        do not match and missing product signs.
    """
    if len(text) > MAX_CHARACTERS:
        raise FormulaError(f"The formula has {len(text)} characters; at most {MAX_CHARACTERS} are allowed.")
    tokens = _wrap_roots(_scan(text))
    if not tokens:
        raise FormulaError("The formula is empty; type one such as x^2/20 + y^2.", 0)
    _check_brackets(tokens)
    _check_neighbours(tokens)
    return tokens


def too_deep(position: int | None = None) -> FormulaError:
    """The error for a formula that is nested beyond the limit."""
    return FormulaError(f"The formula is nested more than {MAX_DEPTH} levels deep; make it flatter.", position)


def _scan(text: str) -> list[Token]:
    tokens: list[Token] = []
    position = 0
    while position < len(text):
        match = _TOKEN.match(text, position)
        if match is None:
            character = text[position]
            instead = _INSTEAD.get(character, _ALLOWED)
            raise FormulaError(f"The character {character!r} has no meaning here: {instead}.", position)
        tokens += _tokens_of(str(match.lastgroup), match.group(), position)
        position = match.end()
    return tokens


def _tokens_of(kind: str, text: str, position: int) -> list[Token]:
    if kind == "space":
        return []
    if kind == "number":
        return [Token("number", _float_literal(text, position), position)]
    if kind == "name":
        if keyword.iskeyword(text):
            raise FormulaError(f"The word “{text}” cannot be used in a formula: {_ALLOWED}.", position)
        return [Token("name", "pi" if text == "π" else text, position)]
    if kind == "power":
        return [Token("operator", "**", position)]
    if kind == "raised":
        digits = _float_literal(text.translate(_ASCII), position)
        return [Token("operator", "**", position), Token("number", digits, position)]
    return [Token("root" if kind == "root" else "operator", text.translate(_ASCII), position)]


def _float_literal(text: str, position: int) -> str:
    value = float(text)
    if value == float("inf"):
        raise FormulaError("This number is too large; the largest allowed is about 1.8e308.", position)
    return repr(value)


def _wrap_roots(tokens: list[Token]) -> list[Token]:
    """Write √2 as sqrt(2.0) and √(…) as sqrt(…)."""
    wrapped: list[Token] = []
    rest = iter(range(len(tokens)))
    for index in rest:
        token = tokens[index]
        if token.kind != "root":
            wrapped.append(token)
            continue
        wrapped.append(Token("name", "sqrt", token.position))
        following = tokens[index + 1 : index + 3]
        if following and following[0].text == "(":
            continue
        if not following or following[0].kind not in ("number", "name") or following[-1].text == "(":
            raise FormulaError("After √ there must be a number, a name or something in brackets.", token.position)
        inner = following[0]
        wrapped += [
            Token("operator", "(", inner.position),
            inner,
            Token("operator", ")", inner.position),
        ]
        next(rest)
    return wrapped


def _check_brackets(tokens: list[Token]) -> None:
    opened: list[int] = []
    for token in tokens:
        if token.text == "(":
            opened.append(token.position)
            if len(opened) > MAX_DEPTH:
                raise too_deep(token.position)
        elif token.text == ")":
            if not opened:
                raise FormulaError("This closing bracket has no opening one.", token.position)
            opened.pop()
    if opened:
        raise FormulaError("This bracket is never closed.", opened[-1])


def _check_neighbours(tokens: list[Token]) -> None:
    """Refuse two values side by side, such as ``2x`` or ``(x)(y)``."""
    for left, right in pairwise(tokens):
        ends = left.kind != "operator" or left.text == ")"
        begins = right.kind != "operator" or right.text == "("
        is_call = left.kind == "name" and right.text == "("
        if ends and begins and not is_call:
            shown = [str(t.text).removesuffix(".0") for t in (left, right)]
            raise FormulaError(
                f"A sign is missing between “{shown[0]}” and “{shown[1]}”; write products with *, as in 2*x.",
                right.position,
            )
