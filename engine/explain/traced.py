"""Numbers that remember where they came from: an update rule run on them writes down its own formula.

A `Traced` value is an array (one number per coordinate) together with the operation that made it, so the terms that
are shown and the numbers in them are those of the rule's own code, to the last bit.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.optimizer import ARRAYS, Arithmetic

if TYPE_CHECKING:
    from collections.abc import Callable

    from surfaces import Array

COMPARISONS = ("<", r"\le", ">", r"\ge", "=", r"\ne")


@dataclass(frozen=True, eq=False)
class Traced:
    """A value and its origin.

    Attributes
    ----------
    value : array
        Shape () or (dim,).
    op : str
        ``"symbol"``, ``"number"``, add, sub, mul, div, pow, neg, a field of `Arithmetic`, or a comparison in LaTeX.
    args : tuple of Traced
        What it was applied to.
    symbol : str
        The LaTeX of a symbol.
    role : str
        What a symbol stands for: ``"hyperparameter"``, ``"learning_rate"``, ``"gradient"``, ``"parameter"``,
        ``"state"`` or ``"iteration"``.
    """

    value: Any
    op: str
    args: tuple[Traced, ...] = ()
    symbol: str = ""
    role: str = ""
    origins: frozenset[str] = frozenset()
    """The roles of all symbols that went into it."""

    def __add__(self, other: Any) -> Traced:
        return _made("add", np.add, self, other)

    def __radd__(self, other: Any) -> Traced:
        return _made("add", np.add, other, self)

    def __sub__(self, other: Any) -> Traced:
        return _made("sub", np.subtract, self, other)

    def __rsub__(self, other: Any) -> Traced:
        return _made("sub", np.subtract, other, self)

    def __mul__(self, other: Any) -> Traced:
        return _made("mul", np.multiply, self, other)

    def __rmul__(self, other: Any) -> Traced:
        return _made("mul", np.multiply, other, self)

    def __truediv__(self, other: Any) -> Traced:
        return _made("div", np.divide, self, other)

    def __rtruediv__(self, other: Any) -> Traced:
        return _made("div", np.divide, other, self)

    def __pow__(self, other: Any) -> Traced:
        return _made("pow", _power, self, other)

    def __rpow__(self, other: Any) -> Traced:
        return _made("pow", _power, other, self)

    def __neg__(self) -> Traced:
        return _made("neg", np.negative, self)

    def __abs__(self) -> Traced:
        return _made("absolute", np.abs, self)

    def __lt__(self, other: Any) -> Traced:
        return _made("<", np.less, self, other)

    def __le__(self, other: Any) -> Traced:
        return _made(r"\le", np.less_equal, self, other)

    def __gt__(self, other: Any) -> Traced:
        return _made(">", np.greater, self, other)

    def __ge__(self, other: Any) -> Traced:
        return _made(r"\ge", np.greater_equal, self, other)

    def __eq__(self, other: object) -> Any:
        return _made("=", np.equal, self, other)

    def __ne__(self, other: object) -> Any:
        return _made(r"\ne", np.not_equal, self, other)

    __hash__ = object.__hash__

    def __and__(self, other: Any) -> Traced:
        return _made(r"\wedge", np.logical_and, self, other)

    def __or__(self, other: Any) -> Traced:
        return _made(r"\vee", np.logical_or, self, other)

    def __bool__(self) -> bool:
        return bool(np.all(self.value))

    def __float__(self) -> float:
        return float(self.value)

    def depends_on(self, *roles: str) -> bool:
        """Whether a symbol of one of these roles went into it."""
        return not self.origins.isdisjoint(roles)


def _power(base: Any, exponent: Any) -> Any:
    """Python's own power where both are plain numbers: it is what the rule uses, and NumPy's may differ in a bit."""
    if np.ndim(base) or np.ndim(exponent):
        return np.power(base, exponent)
    try:
        return np.float64(float(base) ** float(exponent) if not _whole(exponent) else float(base) ** int(exponent))
    except (OverflowError, ZeroDivisionError):
        return np.power(np.float64(base), exponent)


def _whole(exponent: Any) -> bool:
    return isinstance(exponent, (int, np.integer))


def symbol(value: Any, latex: str, role: str) -> Traced:
    """Return a named value."""
    return Traced(value, "symbol", symbol=latex, role=role, origins=frozenset((role,)))


def _lifted(value: Any) -> Traced:
    if isinstance(value, Traced):
        return value
    if isinstance(value, Index):
        return symbol(int(value), value.latex, "iteration")
    return Traced(value if isinstance(value, int) else np.float64(value), "number")


def _made(op: str, function: Callable[..., Any], *operands: Any) -> Traced:
    args = tuple(_lifted(operand) for operand in operands)
    with np.errstate(all="ignore"):
        value = function(*(arg.value for arg in args))
    return Traced(value, op, args, origins=frozenset().union(*(arg.origins for arg in args)))


class Index(int):
    """An iteration that is still called t − 1 when a rule counts with it."""

    def __new__(cls, value: int, latex: str = "(t-1)") -> Index:
        """Return an iteration with the letters it is written by."""
        made = super().__new__(cls, value)
        made.latex = latex
        return made

    latex: str

    def __add__(self, other: Any) -> Any:
        if isinstance(other, int) and other == 1 and self.latex == "(t-1)":
            return Index(int(self) + 1, "t")
        return int(self) + other


TRACING = Arithmetic(
    **{field.name: partial(_made, field.name, getattr(ARRAYS, field.name)) for field in fields(Arithmetic)}
)
"""The functions of a rule, on traced numbers."""


def plain(value: Any) -> Array:
    """Return the numbers of a traced or plain value."""
    return np.asarray(value.value if isinstance(value, Traced) else value, dtype=np.float64)
