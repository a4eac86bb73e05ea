"""A checked formula as a typed tree: nothing but numbers, names, four operations, powers and calls."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING

from surfaces.formula.errors import FormulaError
from surfaces.formula.functions import ARITY
from surfaces.formula.normalise import MAX_DEPTH, Token, normalise, too_deep

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_AST_NODES = 2_000

_ONE_PARSER = Lock()
"""Python 3.11 counts the depth of its syntax trees for all threads together: two that parse at once both fail."""


@dataclass(frozen=True)
class Number:
    """A literal."""

    value: float
    position: int


@dataclass(frozen=True)
class Name:
    """A variable, parameter or constant; which one is decided when the formula is compiled."""

    name: str
    position: int


@dataclass(frozen=True)
class Negative:
    """Minus one operand."""

    operand: Expression
    position: int


@dataclass(frozen=True)
class Chain:
    """Operands joined from left to right by ``+ -`` or by ``* /``; the first operator says nothing.

    Long sums are kept flat so that their length costs no depth.
    """

    operators: tuple[str, ...]
    operands: tuple[Expression, ...]
    position: int


@dataclass(frozen=True)
class Power:
    """Base to an exponent."""

    base: Expression
    exponent: Expression
    position: int


@dataclass(frozen=True)
class Call:
    """A function of the table applied to its arguments."""

    function: str
    arguments: tuple[Expression, ...]
    position: int


Expression = Number | Name | Negative | Chain | Power | Call

_SIGNS: dict[type[ast.operator], str] = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/"}
_FAMILY = {"+": "+-", "-": "+-", "*": "*/", "/": "*/"}


def parse(text: str) -> Expression:
    """Read a typed formula.

    Raises
    ------
    FormulaError
        For everything that is not a formula within the limits (2,000 characters, 2,000 syntax nodes,
        depth 100).
    """
    tokens = normalise(text)
    tree = _python_tree(tokens)
    if sum(1 for _ in ast.walk(tree)) > MAX_AST_NODES:
        raise FormulaError(f"The formula has more than {MAX_AST_NODES} parts; make it shorter.")
    return _Converter(_columns(tokens)).convert(tree, 0)


def names_in(expression: Expression) -> Iterator[Name]:
    """All names of an expression, from left to right."""
    match expression:
        case Name():
            yield expression
        case Negative(operand=inner):
            yield from names_in(inner)
        case Chain(operands=parts) | Call(arguments=parts):
            for part in parts:
                yield from names_in(part)
        case Power(base=base, exponent=exponent):
            yield from names_in(base)
            yield from names_in(exponent)
        case Number():
            pass


def _columns(tokens: list[Token]) -> dict[int, int]:
    """Map columns of the joined tokens back to positions in the typed text."""
    columns: dict[int, int] = {}
    column = 0
    for token in tokens:
        columns[column] = token.position
        column += len(token.text) + 1
    return columns


def _python_tree(tokens: list[Token]) -> ast.expr:
    source = " ".join(token.text for token in tokens)
    try:
        with _ONE_PARSER:
            return ast.parse(source, mode="eval").body
    except SyntaxError as error:
        columns = _columns(tokens)
        column = max((c for c in columns if c < (error.offset or 1)), default=0)
        raise FormulaError(
            "The formula cannot be read at this point; an operand or an operator is missing or doubled.",
            columns[column],
        ) from None
    except (RecursionError, MemoryError, ValueError):
        raise too_deep() from None


def _refusal(node: ast.expr, position: int) -> FormulaError:
    match node:
        case ast.Tuple(elts=[]):
            sentence = "There is nothing between these brackets; put a number, a name or a formula there."
        case ast.Tuple():
            sentence = "A comma only stands between arguments; write decimals with a point, as in 0.5."
        case _:
            sentence = "This is not part of a formula; use + - * / ^, brackets, names and known functions."
    return FormulaError(sentence, position)


class _Converter:
    """Turns Python's syntax tree into ours, letting through only what is listed here."""

    def __init__(self, columns: dict[int, int]) -> None:
        self._columns = columns

    def convert(self, node: ast.expr, depth: int) -> Expression:
        position = self._columns.get(node.col_offset, 0)
        if depth > MAX_DEPTH:
            raise too_deep(position)
        match node:
            case ast.Constant(value=float(value)):
                return Number(value, position)
            case ast.Name(id=name):
                return Name(name, position)
            case ast.UnaryOp(op=ast.USub(), operand=operand):
                return Negative(self.convert(operand, depth + 1), position)
            case ast.UnaryOp(op=ast.UAdd(), operand=operand):
                return self.convert(operand, depth + 1)
            case ast.BinOp(left=left, op=ast.Pow(), right=right):
                return Power(self.convert(left, depth + 1), self.convert(right, depth + 1), position)
            case ast.BinOp(op=ast.Add() | ast.Sub() | ast.Mult() | ast.Div()):
                return self._chain(node, depth, position)
            case ast.Call():
                return self._call(node, depth, position)
        raise _refusal(node, position)

    def _chain(self, node: ast.BinOp, depth: int, position: int) -> Chain:
        family = _FAMILY[_SIGNS[type(node.op)]]
        signs: list[str] = []
        operands: list[ast.expr] = []
        current: ast.expr = node
        while isinstance(current, ast.BinOp) and _SIGNS.get(type(current.op), " ") in family:
            signs.append(_SIGNS[type(current.op)])
            operands.append(current.right)
            current = current.left
        signs.append(family[0])
        operands.append(current)
        converted = tuple(self.convert(operand, depth + 1) for operand in reversed(operands))
        return Chain(tuple(reversed(signs)), converted, position)

    def _call(self, node: ast.Call, depth: int, position: int) -> Call:
        if not isinstance(node.func, ast.Name) or node.keywords:
            raise FormulaError("Only a named function can be followed by brackets, as in sin(x).", position)
        name = node.func.id
        if name not in ARITY:
            raise FormulaError(f"There is no function “{name}”; the functions are {', '.join(ARITY)}.", position)
        if len(node.args) != ARITY[name]:
            wanted = "one argument" if ARITY[name] == 1 else f"{ARITY[name]} arguments"
            raise FormulaError(f"The function {name} takes {wanted}, not {len(node.args)}.", position)
        return Call(name, tuple(self.convert(argument, depth + 1) for argument in node.args), position)
