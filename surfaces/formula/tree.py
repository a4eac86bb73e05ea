"""A typed formula as a tree: nothing but numbers, names, four operations, powers, calls and choices."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

Result = TypeVar("Result")


@dataclass(frozen=True)
class Number:
    """A literal; ``position`` and ``end`` are its span in the typed text, here and below."""

    value: float
    position: int
    end: int


@dataclass(frozen=True)
class Name:
    """A variable, parameter or constant; which one is decided when the formula is compiled."""

    name: str
    position: int
    end: int


@dataclass(frozen=True)
class Negative:
    """Minus one operand."""

    operand: Expression
    position: int
    end: int


@dataclass(frozen=True)
class Chain:
    """Operands joined from left to right by ``+ -`` or by ``* /``; the first operator, + or *, only names the kind.

    Long sums are kept flat so that their length costs no depth.
    """

    operators: tuple[str, ...]
    operands: tuple[Expression, ...]
    position: int
    end: int


@dataclass(frozen=True)
class Power:
    """Base to an exponent."""

    base: Expression
    exponent: Expression
    position: int
    end: int


@dataclass(frozen=True)
class Call:
    """A function of the table applied to its arguments."""

    function: str
    arguments: tuple[Expression, ...]
    position: int
    end: int


@dataclass(frozen=True)
class Choice:
    """``then`` where ``left`` compares with ``right`` (by < <= > >=), else ``otherwise``."""

    comparison: str
    left: Expression
    right: Expression
    then: Expression
    otherwise: Expression
    position: int
    end: int


Expression = Number | Name | Negative | Chain | Power | Call | Choice


def children(expression: Expression) -> tuple[Expression, ...]:
    """The parts of an expression, from left to right."""
    match expression:
        case Negative(operand=operand):
            return (operand,)
        case Chain(operands=parts) | Call(arguments=parts):
            return parts
        case Power(base=base, exponent=exponent):
            return base, exponent
        case Choice():
            return expression.left, expression.right, expression.then, expression.otherwise
    return ()


def with_children(expression: Expression, parts: Sequence[Expression]) -> Expression:
    """The expression with other parts, from left to right."""
    at = expression.position, expression.end
    match expression:
        case Negative():
            return Negative(parts[0], *at)
        case Chain(operators=operators):
            return Chain(operators, tuple(parts), *at)
        case Call(function=function):
            return Call(function, tuple(parts), *at)
        case Power():
            return Power(parts[0], parts[1], *at)
        case Choice(comparison=comparison):
            return Choice(comparison, parts[0], parts[1], parts[2], parts[3], *at)
    return expression


def fold_tree(expression: Expression, combine: Callable[[Expression, list[Result]], Result]) -> Result:
    """Work from the leaves up: ``combine`` gets a node and the results of its parts; no recursion."""
    results: list[Result] = []
    pending = [(expression, False)]
    while pending:
        node, is_ready = pending.pop()
        parts = children(node)
        if parts and not is_ready:
            pending.append((node, True))
            pending.extend((part, False) for part in reversed(parts))
            continue
        inner = results[len(results) - len(parts) :]
        del results[len(results) - len(parts) :]
        results.append(combine(node, inner))
    return results[0]


def names_in(expression: Expression) -> Iterator[Name]:
    """All names of an expression, from left to right."""
    pending = [expression]
    while pending:
        node = pending.pop()
        if isinstance(node, Name):
            yield node
        pending.extend(reversed(children(node)))
