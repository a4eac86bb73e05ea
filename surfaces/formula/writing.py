"""Formulas as text in a style: from a typed tree as it was typed, or from the simplified graph of a derivative."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

from surfaces.formula.tree import Call, Chain, Choice, Expression, Name, Negative, Number, fold_tree

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from surfaces.formula.compiled import Part
    from surfaces.formula.graph import Graph

LONGEST = 2_000
"""A derivative with a longer text is not written out: nobody reads it."""

SUM, PRODUCT, FACTORS, SIGN, POWER, ATOM = range(6)
"""How tightly parts bind. FACTORS is a product without a division in it: it needs no brackets behind a ·."""


class Piece(NamedTuple):
    """A written part, how tightly it binds, and, when it begins with a minus, what it is without."""

    text: str
    strength: int = ATOM
    positive: str = ""
    positive_strength: int = ATOM

    def within(self, style: Style, at_least: int) -> str:
        """Its text, in brackets when it binds less tightly than its place asks for."""
        return self.text if self.strength >= at_least else style.bracketed(self.text)

    def as_factor(self, style: Style) -> str:
        """Its text behind a sign of multiplication."""
        return style.bracketed(self.text) if self.positive else self.within(style, FACTORS)

    def without_minus(self) -> Piece:
        """What stands behind its minus."""
        return Piece(self.positive, self.positive_strength)


class Style(Protocol):
    """How the parts of a formula are written."""

    minus: str

    def bracketed(self, text: str) -> str:
        """The text in brackets."""

    def number(self, value: float) -> Piece:
        """A number that is not negative."""

    def name(self, name: str) -> Piece:
        """A variable, parameter or constant."""

    def product(self, left: Piece, right: Piece) -> Piece:
        """Left · right, both without minus in front."""

    def quotient(self, left: Piece, right: Piece) -> Piece:
        """Left / right, the left without minus in front."""

    def power(self, base: Piece, exponent: Piece) -> Piece:
        """Base to an exponent."""

    def call(self, function: str, arguments: Sequence[Piece]) -> Piece:
        """A function of the table, or an operation of the graph of the same name."""

    def choice(self, comparison: str, parts: Sequence[Piece]) -> Piece:
        """The third part where the first compares with the second, else the fourth."""


def negative(style: Style, piece: Piece) -> Piece:
    """Minus a piece."""
    inner = piece.within(style, POWER if piece.positive else PRODUCT)
    strength = PRODUCT if piece.strength in (PRODUCT, FACTORS) and not piece.positive else SIGN
    return Piece(style.minus + inner, strength, inner, max(piece.strength, PRODUCT))


def signed_number(style: Style, value: float) -> Piece:
    """A number of any sign."""
    return style.number(value) if value >= 0 else negative(style, style.number(-value))


def add(style: Style, left: Piece, right: Piece, sign: str = "+") -> Piece:
    """Left ± right; a minus in front of the right one joins the sign."""
    if right.positive:
        sign, right = ("-" if sign == "+" else "+"), right.without_minus()
    shown = style.minus if sign == "-" else "+"
    first = left.within(style, SUM)
    is_plain_sum = sign == "+" and not right.text.startswith(style.minus)
    return Piece(f"{first} {shown} {right.within(style, SUM if is_plain_sum else PRODUCT)}", SUM)


def multiply(style: Style, left: Piece, right: Piece, sign: str = "*") -> Piece:
    """Left · right or left / right; a minus in front of the left one stays in front of the whole."""
    join = style.product if sign == "*" else style.quotient
    if not left.positive:
        return join(left, right)
    inner = join(left.without_minus(), right)
    return Piece(style.minus + inner.text, PRODUCT, inner.text, inner.strength)


def write_tree(style: Style, expression: Expression) -> str:
    """A typed expression as it was typed."""

    def combine(node: Expression, inner: list[Piece]) -> Piece:
        match node:
            case Number(value=value):
                return signed_number(style, value)
            case Name(name=name):
                return style.name(name)
            case Negative():
                return negative(style, inner[0])
            case Chain():
                return _chain(style, node, inner)
            case Call(function=function):
                return style.call(function, inner)
            case Choice(comparison=comparison):
                return style.choice(comparison, inner)
        return style.power(*inner)

    return fold_tree(expression, combine).text


def _chain(style: Style, chain: Chain, inner: list[Piece]) -> Piece:
    result = inner[0]
    join = add if chain.operators[0] == "+" else multiply
    for sign, piece in zip(chain.operators[1:], inner[1:], strict=True):
        result = join(style, result, piece, sign)
    return result


def write_part(style: Style, part: Part, longest: int = LONGEST) -> str | None:
    """A part of a compiled formula, simplified; ``None`` when its text would be longer than ``longest``."""
    formula = part.formula
    names = {f"v{index}": name for index, name in enumerate(formula.variables)}
    names |= {f"p{index}": name for index, name in enumerate(formula.parameters)}
    return _GraphWriter(style, formula.graph, names, longest).write(part.node)


class _GraphWriter:
    """Writes nodes from the leaves up and stops where a text grows too long: shared nodes are repeated in it."""

    def __init__(self, style: Style, graph: Graph, names: Mapping[str, str], longest: int) -> None:
        self._style = style
        self._graph = graph
        self._names = names
        self._longest = longest

    def write(self, root: int) -> str | None:
        pieces: dict[int, Piece] = {}
        for index in self._graph.reachable([root]):
            pieces[index] = self._piece(index, pieces)
            # Every node of the order is part of the root's text.
            if len(pieces[index].text) > self._longest:
                return None
        return pieces[root].text

    def _piece(self, index: int, pieces: Mapping[int, Piece]) -> Piece:
        style, node = self._style, self._graph.nodes[index]
        constant = self._graph.constant(index)
        if constant is not None:
            return signed_number(style, constant)
        inner = [pieces[arg] for arg in node.args]
        match node.op:
            case "name":
                return style.name(self._names[str(node.payload)])
            case "neg":
                return negative(style, inner[0])
            case "add":
                return self._sum(node.args, inner)
            case "mul":
                return self._product(index, pieces)
            case "div":
                return multiply(style, inner[0], inner[1], "/")
            case "pow":
                return style.power(*inner)
            case "select":
                # 0 <= x is written x >= 0.
                is_turned = self._graph.constant(node.args[0]) is not None
                return style.choice(">=", [inner[1], inner[0], *inner[2:]]) if is_turned else style.choice("<=", inner)
        return style.call(node.op, inner)

    def _sum(self, args: tuple[int, ...], inner: list[Piece]) -> Piece:
        """Numbers go last, and what has a minus does not go first."""
        left, right = inner
        is_number = self._graph.constant(args[0]) is not None
        if (is_number or left.positive) and not right.positive:
            left, right = right, left
        return add(self._style, left, right)

    def _product(self, index: int, pieces: Mapping[int, Piece]) -> Piece:
        """Numbers first, then names, then the rest; equal factors as a power."""
        powers: dict[int, float] = {}
        pending = [index]
        while pending:
            factor = pending.pop()
            node = self._graph.nodes[factor]
            if node.op == "mul":
                pending += reversed(node.args)
            else:
                base, exponent = self._graph.whole_power(factor) or (factor, 1.0)
                powers[base] = powers.get(base, 0.0) + exponent
        written = [self._power(base, powers[base], pieces) for base in sorted(powers, key=self._rank)]
        result = written[0]
        for piece in written[1:]:
            result = multiply(self._style, result, piece)
        return result

    def _power(self, base: int, exponent: float, pieces: Mapping[int, Piece]) -> Piece:
        return pieces[base] if exponent == 1.0 else self._style.power(pieces[base], self._style.number(exponent))

    def _rank(self, index: int) -> tuple[int, str, int]:
        node = self._graph.nodes[index]
        rank = {"const": 0, "name": 1}.get(node.op, 2)
        return rank, str(node.payload) if rank == 1 else "", index
