"""A formula with numbers in place of its parameters, tidy enough to be shown and exact enough to be typed again."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from surfaces.formula.builder import Builder
from surfaces.formula.errors import FormulaError
from surfaces.formula.expression import parse
from surfaces.formula.functions import CONSTANTS
from surfaces.formula.graph import Graph
from surfaces.formula.plain import PlainStyle
from surfaces.formula.tree import (
    Call,
    Chain,
    Expression,
    Name,
    Negative,
    Number,
    Power,
    children,
    fold_tree,
    names_in,
    with_children,
)
from surfaces.formula.writing import write_tree

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

FOLDED_DIGITS = 15
_ZERO = 1e-15
"""A cosine of 90 degrees that is only this far from 0 is 0."""
_GIVEN, _WORKED_OUT = -1, -2
"""Positions of numbers that were put in and of those worked out from them; typed ones keep theirs."""


def substituted(text: str, values: Mapping[str, float], variables: Iterable[str] = ("x", "y")) -> str:
    """The formula as plain text with its parameters' numbers put in.

    Signs are folded (``x - a`` with a = −3 is ``x + 3``), so are constants that came of it and functions of
    constants such as ``cos(30*pi/180)``; factors 1 and terms 0 go. What was typed with numbers stays as typed.
    Read again, it is the same function to 15 digits.

    Raises
    ------
    FormulaError
        When the text is not a formula.
    """

    def combine(node: Expression, inner: list[Expression]) -> Expression:
        return _put_in(node, inner, values)

    tree = fold_tree(parse(text, variables, values), combine)
    return write_tree(PlainStyle(), fold_tree(tree, _rounded))


def _rounded(node: Expression, inner: list[Expression]) -> Expression:
    """Round what was worked out, at the end: before, every digit counts."""
    if isinstance(node, Number) and node.position == _WORKED_OUT:
        return _given(float(f"{node.value:.{FOLDED_DIGITS}g}") + 0.0)
    return with_children(node, inner)


def _put_in(node: Expression, inner: list[Expression], values: Mapping[str, float]) -> Expression:
    match node:
        case Name(name=name) if name in values:
            return _given(float(values[name]))
        case Negative():
            return _given(-_value(inner[0])) if _is_given(inner[0]) else Negative(inner[0], node.position, node.end)
        case Chain(operators=operators) if any(_is_given(part) for part in inner):
            return _sum(operators, inner) if operators[0] == "+" else _product(operators, inner)
        case Power():
            return _power(inner[0], inner[1])
        case Call(function=function):
            return _call(Call(function, tuple(inner), node.position, node.end))
    return with_children(node, inner)


def _given(value: float) -> Number:
    return Number(value, _GIVEN, _GIVEN)


def _is_given(node: Expression) -> bool:
    return isinstance(node, Number) and node.position < 0


def _value(node: Expression) -> float:
    assert isinstance(node, Number)
    return node.value


def _result(value: float) -> Number:
    return Number(value, _WORKED_OUT, _WORKED_OUT)


def _maker(numbers: list[Expression]) -> Callable[[float], Number]:
    """What makes the number that stands for some: one that was put in keeps all its digits."""
    return _given if len(numbers) == 1 and numbers[0].position != _WORKED_OUT else _result


def _sum(operators: tuple[str, ...], operands: list[Expression]) -> Expression:
    """All numbers become one, where the first of them stood; one with a minus does not go first."""
    terms: list[tuple[str, Expression]] = []
    terms += [(sign, part) for sign, part in zip(operators, operands, strict=True) if not isinstance(part, Number)]
    numbers = [index for index, part in enumerate(operands) if isinstance(part, Number)]
    values = [-_value(operands[i]) if operators[i] == "-" else _value(operands[i]) for i in numbers]
    total = math.fsum(values) if all(map(math.isfinite, values)) else math.nan
    if not math.isfinite(total):
        return Chain(operators, tuple(operands), _GIVEN, _GIVEN)
    if total != 0.0 or not terms:
        number = _maker([operands[i] for i in numbers])(total)
        at = len(terms) if total < 0.0 and numbers[0] == 0 else numbers[0]
        terms.insert(at, ("+", number))
    if terms[0][0] == "-":
        terms[0] = ("+", Negative(terms[0][1], _GIVEN, _GIVEN))
    return _joined(terms)


def _product(operators: tuple[str, ...], operands: list[Expression]) -> Expression:
    """All numbers become one factor in front, or one divisor at the end if nothing else is there."""
    kept: list[tuple[str, Expression]] = []
    kept += [(sign, part) for sign, part in zip(operators, operands, strict=True) if not isinstance(part, Number)]
    numbers = [(sign, part.value) for sign, part in zip(operators, operands, strict=True) if isinstance(part, Number)]
    over = math.prod(value for sign, value in numbers if sign == "*")
    under = math.prod(value for sign, value in numbers if sign == "/")
    factor = over / under if under else math.nan
    if not math.isfinite(factor) or (factor == 0.0 and any(sign == "/" for sign, _ in kept)):
        return Chain(operators, tuple(operands), _GIVEN, _GIVEN)
    make = _maker([part for part in operands if isinstance(part, Number)])
    if not kept or factor == 0.0:
        return make(factor)
    if all(sign == "/" for sign, _ in numbers) and abs(under) != 1.0:
        return _scaled(math.copysign(1.0, under), [*kept, ("/", make(abs(under)))], make)
    return _scaled(factor, kept, make)


def _scaled(factor: float, kept: list[tuple[str, Expression]], make: Callable[[float], Number]) -> Expression:
    if abs(factor) == 1.0 and kept[0][0] == "*":
        product = _joined(kept)
        return product if factor > 0.0 else Negative(product, _GIVEN, _GIVEN)
    return _joined([("*", make(factor)), *kept])


def _joined(kept: Sequence[tuple[str, Expression]]) -> Expression:
    if len(kept) == 1:
        return kept[0][1]
    operators, operands = zip(*kept, strict=True)
    kind = "+" if any(sign in "+-" for sign in operators[1:]) else "*"
    return Chain((kind, *operators[1:]), operands, _GIVEN, _GIVEN)


def _power(base: Expression, exponent: Expression) -> Expression:
    power = Power(base, exponent, _GIVEN, _GIVEN)
    if _is_given(exponent) and _value(exponent) == 1.0:
        return base
    numbers = isinstance(base, Number) and isinstance(exponent, Number)
    return _worked_out(power) if numbers and (_is_given(base) or _is_given(exponent)) else power


def _call(call: Call) -> Expression:
    """A function of constants is worked out, unless it was typed with a bare number or name, as sqrt(2) was."""
    is_constant = all(name.name in CONSTANTS for name in names_in(call))
    is_bare = all(not children(argument) and not _is_given(argument) for argument in call.arguments)
    return _worked_out(call) if is_constant and not is_bare else call


def _worked_out(node: Expression) -> Expression:
    graph = Graph()
    try:
        value = graph.constant(Builder(graph, {}).build(node))
    except FormulaError:
        return node
    if value is None:
        return node
    is_wave = isinstance(node, Call) and node.function in ("sin", "cos", "tan")
    return _result(0.0 if is_wave and abs(value) < _ZERO else value)
