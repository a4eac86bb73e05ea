"""The only stage that reads raw text: it turns what people type into tokens that know where they stood."""

from __future__ import annotations

import keyword
import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from surfaces.formula.bars import pair_bars
from surfaces.formula.characters import FRACTIONS, GREEK, RAISED, plain_characters, strange
from surfaces.formula.errors import FormulaError
from surfaces.formula.functions import ARITY, CONSTANTS, function_of
from surfaces.formula.tokens import MAX_DEPTH, Token, too_deep

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_CHARACTERS = 8_000

_GREEK = "".join(GREEK)
_NAME = rf"[A-Za-z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)*|[{_GREEK}][0-9]*(?:_[A-Za-z0-9]+)?"
_TOKEN = re.compile(
    r"(?P<number>(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)"
    rf"|(?P<name>{_NAME}|π)"
    r"|(?P<power>\*\*|\^)"
    rf"|(?P<raised>[⁺⁻]?[{RAISED}]+)"
    rf"|(?P<fraction>[{FRACTIONS}])"
    r"|(?P<compare><=|>=|[<>≤≥])"
    r"|(?P<sign>[-+*/(),|√∛])"
    r"|(?P<space>\s+)"
)
_HEAD = re.compile(r"\s*([A-Za-z][A-Za-z0-9_]*)\s*(\(([A-Za-z0-9_,\s]*)\))?\s*=(?!=)")
_LOSS_NAMES = ("f", "g", "h", "z", "F", "L", "J", "E", "loss", "cost")
_DIGITS = str.maketrans("⁺⁻" + RAISED, "+-0123456789")
_PLAIN_SIGNS = {"≤": "<=", "≥": ">="}
_NUMBER_WORDS = ("nan", "inf", "infinity", "NaN", "Inf", "oo")


class Names(NamedTuple):
    """What names stand for before any is new: the coordinates and the declared parameters."""

    variables: tuple[str, ...]
    parameters: tuple[str, ...]


def normalise(text: str, variables: tuple[str, ...] = ("x", "y"), parameters: tuple[str, ...] = ()) -> list[Token]:
    """Split a typed formula into tokens that keep their positions in the typed text.

    A leading ``f(x, y) =`` or ``z =`` is dropped, ``**`` becomes ``^``, names made of coordinates are taken apart
    and bars are paired.

    Raises
    ------
    FormulaError
        For text that is empty or too long, characters and words without meaning, numbers beyond floats, brackets
        that do not match and bars that can be paired in no way or in several.
    """
    if len(text) > MAX_CHARACTERS:
        raise FormulaError(f"The formula has {len(text)} characters; at most {MAX_CHARACTERS} are allowed.")
    plain = plain_characters(text)
    names = Names(variables, parameters)
    tokens = list(_scan(plain, _after_left_side(plain, names), names))
    if not tokens:
        raise FormulaError(f"The formula is empty; type one such as {_example(variables)}.", 0)
    _check_brackets(tokens)
    return pair_bars(tokens)


def is_name(text: str) -> bool:
    """Whether a text can be the name of a variable or parameter."""
    return re.fullmatch(_NAME, text) is not None


def _example(variables: tuple[str, ...]) -> str:
    return " + ".join(f"{name}^2" for name in variables[:2])


def _after_left_side(plain: str, names: Names) -> int:
    """Where the formula begins: behind a leading ``f(x, y) =`` or ``z =``."""
    head = _HEAD.match(plain)
    if head is None:
        return 0
    name, listed = head.group(1), head.group(3)
    start, length = head.start(1), head.end() - head.start(1)
    coordinates = " and ".join(names.variables)
    if listed is not None:
        if {part.strip() for part in listed.split(",")} <= set(names.variables):
            return head.end()
        raise FormulaError(
            f"The coordinates here are {coordinates}; write {name}({', '.join(names.variables)}) =.", start, length
        )
    if name in names.variables:
        raise FormulaError(
            f"“{name}” is a coordinate here; type the loss as a formula in {coordinates}.", start, length
        )
    if name in _LOSS_NAMES and name not in names.parameters:
        return head.end()
    raise strange("=", head.end() - 1)


def _scan(plain: str, position: int, names: Names) -> Iterator[Token]:
    ended = -1
    while position < len(plain):
        match = _TOKEN.match(plain, position)
        if match is None:
            raise _no_token(plain, position)
        kind, text, end = str(match.lastgroup), match.group(), match.end()
        if kind == "number" and ended == position:
            raise FormulaError(
                "This number has two decimal points; write it with one, as in 0.5.", position, end - position
            )
        ended = end if kind == "number" else -1
        if kind == "name":
            yield from _names(text, position, names)
        elif kind != "space":
            yield _token(kind, text, position, end)
        position = end


def _no_token(plain: str, position: int) -> FormulaError:
    character = plain[position]
    if character == "=" and plain[position : position + 2] == "==":
        return FormulaError("Two formulas cannot be compared by == here; where(…) takes <, >, <= or >=.", position, 2)
    return strange(character, position)


def _token(kind: str, text: str, position: int, end: int) -> Token:
    if kind == "number":
        return Token("number", text, position, end, _float(text, position, end))
    if kind == "fraction":
        return Token("number", text, position, end, unicodedata.numeric(text))
    if kind == "raised":
        return Token("raised", text, position, end, _float(text.translate(_DIGITS), position, end))
    if kind == "power":
        return Token("^", text, position, end)
    if kind == "compare":
        return Token("<", _PLAIN_SIGNS.get(text, text), position, end)
    return Token("√" if text in "√∛" else text, text, position, end)


def _float(text: str, position: int, end: int) -> float:
    value = float(text)
    if value == float("inf"):
        raise FormulaError("This number is too large; the largest allowed is about 1.8e308.", position, end - position)
    return value


def _names(text: str, position: int, names: Names) -> Iterator[Token]:
    """One token for a name, or one for each factor of a name such as xy."""
    end = position + len(text)
    if text in names.parameters or text in names.variables:
        yield Token("name", text, position, end)
    elif text == "π" or text in CONSTANTS:
        yield Token("name", "pi" if text == "π" else text, position, end)
    elif function_of(text):
        yield Token("function", function_of(text), position, end)
    elif text.replace("_", "") in names.variables:
        yield Token("name", text.replace("_", ""), position, end)
    else:
        yield from _new_name(text, position, names)


def _new_name(text: str, position: int, names: Names) -> Iterator[Token]:
    factor = _factors(names.variables)
    if re.fullmatch(f"(?:{factor})+", text):
        for part in re.finditer(factor, text):
            yield Token("name", part.group(), position + part.start(), position + part.end(), joined=part.start() > 0)
        return
    if (keyword.iskeyword(text) and text != "lambda") or text in _NUMBER_WORDS:
        raise FormulaError(f"The word “{text}” cannot be used in a formula; another name can.", position, len(text))
    glued = re.fullmatch(f"(pi|{'|'.join(_ONE_ARGUMENT)})([0-9]*(?:{factor})+)", text)
    if glued:
        first, rest = glued.groups()
        meant = f"pi*{rest}" if first == "pi" else f"{first}({rest})"
        raise FormulaError(f"“{text}” is read as one name; write {meant}.", position, len(text))
    yield Token("name", text, position, position + len(text))


_ONE_ARGUMENT = sorted((name for name, arity in ARITY.items() if arity == 1), key=len, reverse=True)


def _factors(variables: tuple[str, ...]) -> str:
    """A pattern of one coordinate; x1 does not match the beginning of x10."""
    longest_first = sorted(variables, key=len, reverse=True)
    return "|".join(re.escape(name) + ("(?![0-9])" if name[-1].isdigit() else "") for name in longest_first)


def _check_brackets(tokens: list[Token]) -> None:
    opened: list[Token] = []
    for token in tokens:
        if token.kind == "(":
            opened.append(token)
            if len(opened) > MAX_DEPTH:
                raise too_deep(token.position)
        elif token.kind == ")":
            if not opened:
                raise FormulaError("This closing bracket has no opening one.", token.position)
            opened.pop()
    if opened:
        raise FormulaError("This bracket is not closed yet; a ) is missing.", opened[-1].position)
