"""Traced numbers as LaTeX: once in symbols, once with the numbers of a coordinate put in."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

import numpy as np

from engine.explain.traced import COMPARISONS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from engine.explain.traced import Traced

_SUM, _PRODUCT, _POWER, _ATOM = 1, 2, 3, 4
_FUNCTIONS = {"sign": r"\operatorname{{sign}}({})", "absolute": r"\left|{}\right|", "sqrt": r"\sqrt{{{}}}"}
_NEGATIVE = re.compile(r"-[\d.]+(\\times 10)?(\^\{-?\d+\})?")
"""A number that is taken away where it is written behind a plus."""
SETTING_DIGITS = 8
"""Settings are shown as they were entered: 1 − 0.99999 is not 0."""

Text = tuple[str, int]
"""LaTeX and how strongly it binds."""


def number(value: float, digits: int = 4) -> str:
    r"""Return a number in LaTeX with a few significant digits: ``0.0133``, ``1.02\times 10^{-5}``."""
    if math.isnan(value):
        return r"\mathrm{NaN}"
    if math.isinf(value):
        return r"\infty" if value > 0 else r"-\infty"
    text = f"{value:.{digits}g}"
    if "e" not in text:
        return text
    mantissa, exponent = text.split("e")
    power = f"10^{{{int(exponent)}}}"
    return power if mantissa == "1" else f"-{power}" if mantissa == "-1" else rf"{mantissa}\times {power}"


class Writer:
    """Writes one term: what has a name of its own is written by that name.

    Parameters
    ----------
    names : mapping of int to str
        LaTeX of named values, by ``id``.
    own : str
        The symbol whose old value is written plainly, because the term is its new one.
    renewed : frozenset of str
        Symbols that already have a new value: their old one is marked.
    coordinate : int or None
        Put the numbers of this coordinate in; None keeps the symbols.
    """

    def __init__(
        self,
        names: Mapping[int, str],
        own: str = "",
        renewed: frozenset[str] = frozenset(),
        coordinate: int | None = None,
    ) -> None:
        self._names, self._own, self._renewed, self._coordinate = names, own, renewed, coordinate

    def definition(self, value: Traced) -> str:
        """Return how a value came about, whether it has a name or not."""
        if value.op in ("symbol", "number"):
            return self._operation(value)[0]
        return _OPERATIONS.get(value.op, Writer._function)(self, value)[0]

    def _text(self, value: Traced) -> Text:
        if id(value) in self._names:
            return (self._names[id(value)], _ATOM) if self._coordinate is None else self._number(value)
        return self._operation(value)

    def _operation(self, value: Traced) -> Text:
        if value.op == "symbol":
            return self._symbol(value)
        if value.op == "number":
            return self._number(value)
        return _OPERATIONS.get(value.op, Writer._function)(self, value)

    def _symbol(self, value: Traced) -> Text:
        if self._coordinate is not None:
            return self._number(value)
        is_old = value.role == "state" and value.symbol != self._own and value.symbol in self._renewed
        return (rf"{value.symbol}_{{\mathrm{{old}}}}" if is_old else value.symbol), _ATOM

    def _number(self, value: Traced) -> Text:
        own = np.asarray(value.value, dtype=np.float64)
        shown = float(own.reshape(-1)[self._coordinate or 0] if own.ndim else own)
        text = number(shown, SETTING_DIGITS if value.role == "hyperparameter" else 4)
        return text, (_SUM if text.startswith("-") else _PRODUCT if "times" in text else _ATOM)

    def _bound(self, value: Traced, strength: int) -> str:
        text, own = self._text(value)
        return text if own >= strength else rf"\left({text}\right)"

    def _add(self, value: Traced) -> Text:
        one, other = value.args
        if is_nothing(one) or is_nothing(other):
            return self._text(other if is_nothing(one) else one)
        after, strength = self._text(other)
        if strength == _SUM and _NEGATIVE.fullmatch(after):
            return f"{self._bound(one, _SUM)} - {after[1:]}", _SUM
        return f"{self._bound(one, _SUM)} + {self._bound(other, _PRODUCT)}", _SUM

    def _sub(self, value: Traced) -> Text:
        one, other = value.args
        if is_nothing(other):
            return self._text(one)
        after = self._bound(other, _PRODUCT)
        return (f"-{after}", _SUM) if is_nothing(one) else (f"{self._bound(one, _SUM)} - {after}", _SUM)

    def _mul(self, value: Traced) -> Text:
        one, other = value.args
        if is_one(one) or is_one(other):
            return self._text(other if is_one(one) else one)
        if one is other:
            return f"{self._bound(one, _ATOM)}^{{2}}", _POWER
        after = self._bound(other, _PRODUCT)
        dot = r" \cdot " if self._coordinate is not None or after[0].isdigit() else r" \, "
        return f"{self._bound(one, _PRODUCT)}{dot}{after}", _PRODUCT

    def _div(self, value: Traced) -> Text:
        one, other = value.args
        if is_one(other):
            return self._text(one)
        return rf"\frac{{{self._text(one)[0]}}}{{{self._text(other)[0]}}}", _POWER

    def _pow(self, value: Traced) -> Text:
        base, exponent = value.args
        return f"{self._bound(base, _ATOM)}^{{{self._text(exponent)[0]}}}", _POWER

    def _neg(self, value: Traced) -> Text:
        return f"-{self._bound(value.args[0], _PRODUCT)}", _SUM

    def _where(self, value: Traced) -> Text:
        """Write the branch that was taken where it is one for all coordinates, both otherwise."""
        condition, one, other = value.args
        taken = np.broadcast_to(plain_truth(condition), np.shape(value.value) or (1,))
        if self._coordinate is not None:
            return self._text(one if taken.reshape(-1)[min(self._coordinate, taken.size - 1)] else other)
        if taken.all() or not taken.any():
            return self._text(one if taken.all() else other)
        cases = rf"{self._text(one)[0]} & {self._text(condition)[0]} \\ {self._text(other)[0]} & \mathrm{{else}}"
        return rf"\begin{{cases}} {cases} \end{{cases}}", _ATOM

    def _function(self, value: Traced) -> Text:
        texts = [self._text(arg)[0] for arg in value.args]
        if value.op in _FUNCTIONS:
            return _FUNCTIONS[value.op].format(*texts), _ATOM
        if value.op in ("maximum", "minimum"):
            return rf"\{value.op[:3]}({', '.join(texts)})", _ATOM
        return f"{texts[0]} {COMPARISONS.get(value.op, value.op)} {texts[1]}", 0


_OPERATIONS: dict[str, Callable[[Writer, Traced], Text]] = {
    "+": Writer._add,
    "-": Writer._sub,
    "*": Writer._mul,
    "/": Writer._div,
    "**": Writer._pow,
    "negative": Writer._neg,
    "where": Writer._where,
}


def plain_truth(value: Traced) -> np.ndarray:
    """Return a condition as booleans."""
    return np.asarray(value.value, dtype=bool)


def is_nothing(value: Traced) -> bool:
    """Whether a value is 0 because a setting switches it off, whatever the run does."""
    if value.op == "*":
        return any(is_nothing(arg) for arg in value.args)
    settled = not value.depends_on("gradient", "parameter", "state", "learning_rate", "iteration")
    return settled and not np.any(value.value)


def is_one(value: Traced) -> bool:
    """Whether a value is the number 1 of the rule's text or by its settings."""
    settled = not value.depends_on("gradient", "parameter", "state", "learning_rate", "iteration")
    return settled and bool(np.all(np.asarray(value.value) == 1.0))
