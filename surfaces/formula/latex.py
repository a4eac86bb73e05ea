r"""Formulas as LaTeX for a typesetter: ``\frac{x^{2}}{20} + y^{2}``. Only letters, digits and commands come out."""

from __future__ import annotations

import math
import re
from fractions import Fraction
from typing import TYPE_CHECKING

from surfaces.formula.characters import GREEK
from surfaces.formula.expression import parse
from surfaces.formula.writing import ATOM, FACTORS, POWER, PRODUCT, SUM, Piece, write_part, write_tree

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from surfaces.formula.compiled import CompiledFormula, Part

SHOWN_DIGITS = 6
MOST_PI_PARTS = 12

_SPELLED = {"pi": r"\pi", "e": "e", **{name: f"\\{name}" for name in GREEK.values()}}
_LETTERS = {letter: f"\\{name}" for letter, name in GREEK.items()}
_COMMANDS = {
    **{name: f"\\{name}" for name in ("sin", "cos", "tan", "sinh", "cosh", "tanh", "exp", "ln", "min", "max")},
    **{"asin": r"\arcsin", "acos": r"\arccos", "atan": r"\arctan", "log": r"\ln", "sign": r"\mathrm{sgn}"},
    **{"log2": r"\log_{2}", "log10": r"\log_{10}"},
}
_RAISED_HEAD = re.compile(r"\\(?:sin|cos|tan|sinh|cosh|tanh)(?=\\left)")
_SIGNS = {"<": "<", ">": ">", "<=": r"\leq", ">=": r"\geq"}


class LatexStyle:
    """Fractions, raised exponents, roots and bars; function names upright."""

    minus = "-"

    def __init__(self, shown_digits: int = 17) -> None:
        self._shown_digits = shown_digits

    def bracketed(self, text: str) -> str:
        """The text in brackets as high as it is."""
        return rf"\left({text}\right)"

    def number(self, value: float) -> Piece:
        """Digits with a power of ten; simple multiples of π where digits are limited."""
        if self._shown_digits < 17:
            multiple = _multiple_of_pi(value)
            if multiple:
                return Piece(multiple, POWER if multiple[1] == "f" else PRODUCT)
        digits, _, exponent = _shortest(value, self._shown_digits).partition("e")
        digits = digits.removesuffix(".0")
        if not exponent:
            return Piece(digits)
        raised = f"10^{{{int(exponent)}}}"
        return Piece(raised, POWER) if digits == "1" else Piece(rf"{digits} \cdot {raised}", PRODUCT)

    def name(self, name: str) -> Piece:
        """Single letters italic, words upright, what follows the first letter or _ as an index."""
        head, _, index = name.partition("_")
        if not index and (short := re.fullmatch(r"([^0-9])([0-9]+)", head)):
            head, index = short.groups()
        if name == "e":
            return Piece("e")
        return Piece(_word(head) + (f"_{{{_word(index)}}}" if index else ""))

    def product(self, left: Piece, right: Piece) -> Piece:
        """Side by side; with a dot before digits and between a number and a fraction."""
        a, b = left.within(self, PRODUCT), right.as_factor(self)
        is_number = re.fullmatch(r"[0-9.]+", a) is not None
        needs_dot = b[0].isdigit() or (is_number and b.startswith(r"\frac"))
        return Piece(a + (r" \cdot " if needs_dot else r"\," if not is_number else " ") + b, FACTORS)

    def quotient(self, left: Piece, right: Piece) -> Piece:
        """A fraction; only a power of it needs brackets."""
        return Piece(rf"\frac{{{left.text}}}{{{right.text}}}", POWER)

    def power(self, base: Piece, exponent: Piece) -> Piece:
        """A raised exponent; sin(x)^2 is written sin²(x)."""
        head = _RAISED_HEAD.match(base.text)
        if head and base.strength == ATOM and re.fullmatch(r"[2-9]|[1-9][0-9]+", exponent.text):
            return Piece(f"{head.group()}^{{{exponent.text}}}{base.text[head.end() :]}", POWER)
        return Piece(f"{base.within(self, ATOM)}^{{{exponent.text}}}", POWER)

    def call(self, function: str, arguments: Sequence[Piece]) -> Piece:
        """Roots and bars by their signs, everything else by its name; log is ln, which it means."""
        inner = ", ".join(argument.text for argument in arguments)
        if function == "abs":
            return Piece(rf"\left|{inner}\right|")
        if function in ("sqrt", "cbrt"):
            return Piece((r"\sqrt" if function == "sqrt" else r"\sqrt[3]") + f"{{{inner}}}")
        command = _COMMANDS.get(function) or rf"\mathrm{{{function}}}"
        return Piece(command + self.bracketed(inner))

    def choice(self, comparison: str, parts: Sequence[Piece]) -> Piece:
        """Two lines behind a brace."""
        left, right, then, otherwise = (part.within(self, SUM) for part in parts)
        condition = f"{left} {_SIGNS[comparison]} {right}"
        rows = rf"{then} & \mathrm{{if}}\ {condition} \\ {otherwise} & \mathrm{{otherwise}}"
        return Piece(rf"\begin{{cases}}{rows}\end{{cases}}", PRODUCT)


def to_latex(text: str, variables: Iterable[str] = ("x", "y"), parameters: Iterable[str] = ()) -> str:
    """LaTeX of a typed formula as it was typed.

    Raises
    ------
    FormulaError
        When the text is not a formula.
    """
    return write_tree(LatexStyle(), parse(text, variables, parameters))


def part_as_latex(part: Part) -> str | None:
    """LaTeX of a formula's loss or derivative, simplified, without a left-hand side.

    Numbers are shown to six digits. ``None`` when the text would be longer than 2,000 characters.
    """
    return write_part(LatexStyle(SHOWN_DIGITS), part)


def derivatives_as_latex(compiled: CompiledFormula) -> tuple[str | None, ...]:
    r"""LaTeX equations ``\frac{\partial f}{\partial x} = …`` of the slopes, then of the Hessian's upper triangle.

    An entry is ``None`` when it would be longer than 2,000 characters.
    """
    written = ((derivative_sign(part), part_as_latex(part)) for part in compiled.derivatives)
    return tuple(None if text is None else f"{sign} = {text}" for sign, text in written)


def derivative_sign(part: Part) -> str:
    r"""The left-hand side of a derivative, ``f`` for the loss itself."""
    names = [LatexStyle().name(name).text for name in part.by]
    match names:
        case []:
            return "f"
        case [first]:
            return rf"\frac{{\partial f}}{{\partial {first}}}"
        case [first, second] if first == second:
            return rf"\frac{{\partial^{{2}} f}}{{\partial {first}^{{2}}}}"
    below = " ".join(rf"\partial {name}" for name in names)
    return rf"\frac{{\partial^{{2}} f}}{{{below}}}"


def _word(word: str) -> str:
    if word in _SPELLED:
        return _SPELLED[word]
    if word in _LETTERS:
        return _LETTERS[word]
    return word if len(word) == 1 or word.isdigit() else rf"\mathrm{{{word.replace('_', ',')}}}"


def _shortest(value: float, digits: int) -> str:
    """The digits of a number, rounded where there are more than are shown."""
    exact = repr(value)
    rounded = repr(float(f"{value:.{digits}g}"))
    return min(exact, rounded, key=len)


def _multiple_of_pi(value: float) -> str:
    r"""A simple multiple of π or π², such as ``\frac{2\pi}{3}``, or ``""``."""
    for power, sign in ((1, r"\pi"), (2, r"\pi^{2}")):
        ratio = Fraction(value / math.pi**power).limit_denominator(MOST_PI_PARTS)
        over, under = ratio.numerator, ratio.denominator
        if 0 < over < 10_000 and abs(float(ratio) * math.pi**power - value) <= 1e-14 * value:
            top = sign if over == 1 else f"{over} {sign}"
            return top if under == 1 else rf"\frac{{{top}}}{{{under}}}"
    return ""
