"""A taped rule with the numbers of one step in it: values that know how they came about.

The tape (`engine.tape`) is the rule's own code, so the terms that are shown and the numbers in them are its own, to
the last bit.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.optimizer import ARRAYS
from engine.tape import OPERATORS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from engine.tape import Operation, Program

COMPARISONS = {"<": "<", "<=": r"\le", ">": ">", ">=": r"\ge", "==": "=", "!=": r"\ne", "&": r"\wedge", "|": r"\vee"}
"""How what is no arithmetic is written in LaTeX."""


@dataclass(frozen=True, eq=False)
class Traced:
    """A value and its origin.

    Attributes
    ----------
    value : array or number
        Shape () or (dim,).
    op : str
        ``"symbol"``, ``"number"``, ``"negative"``, an operator as Python writes it, or a field of `Arithmetic`.
    args : tuple of Traced
        What it was applied to.
    symbol : str
        The LaTeX of a symbol.
    role : str
        What a symbol stands for: ``"hyperparameter"``, ``"learning_rate"``, ``"gradient"``, ``"parameter"``,
        ``"state"`` or ``"iteration"``.
    origins : frozenset of str
        The roles of all symbols that went into it.
    """

    value: Any
    op: str
    args: tuple[Traced, ...] = ()
    symbol: str = ""
    role: str = ""
    origins: frozenset[str] = frozenset()

    def depends_on(self, *roles: str) -> bool:
        """Whether a symbol of one of these roles went into it."""
        return not self.origins.isdisjoint(roles)


def symbol(value: Any, latex: str, role: str) -> Traced:
    """Return a named value."""
    return Traced(value, "symbol", symbol=latex, role=role, origins=frozenset((role,)))


def made(op: str, *args: Traced) -> Traced:
    """Return what an operation makes of values."""
    value = applied(op, *(arg.value for arg in args))
    return Traced(value, op, args, origins=frozenset().union(*(arg.origins for arg in args)))


def applied(op: str, *values: Any) -> Any:
    """Return what an operation makes of plain numbers or arrays."""
    if op == "negative":
        return -values[0]
    return OPERATORS[op](*values) if op in OPERATORS else getattr(ARRAYS, op)(*values)


def traced(program: Program, inputs: Mapping[str, Traced]) -> tuple[Traced, ...]:
    """Return all entries of a program run on named values."""
    entries: list[Traced] = []
    with np.errstate(all="ignore"):
        for operation in program.operations:
            entries.append(_entry(operation, entries, inputs))
    return tuple(entries)


def name_of(operation: Operation) -> str:
    """Return what an operation of a tape is called: a minus before one number is not that between two."""
    return "negative" if operation.name == "-" and len(operation.args) == 1 else operation.name


def _entry(operation: Operation, before: list[Traced], inputs: Mapping[str, Traced]) -> Traced:
    if operation.kind == "input":
        return inputs[operation.name]
    if operation.kind == "constant":
        return Traced(_constant(operation.name), "number")
    args = [before[place] for place in operation.args]
    if operation.name == "+" and args[0].symbol == "(t-1)" and args[1].op == "number" and args[1].value == 1:
        return symbol(args[0].value + 1, "t", "iteration")
    return made(name_of(operation), *args)


def _constant(text: str) -> float | int:
    """Return a constant of a tape: a whole number stays one."""
    if text in ("True", "False"):
        return text == "True"
    return int(text) if text.lstrip("-").isdigit() else float(text)
