"""A hash-consed expression graph: equal subexpressions exist once, constants are folded on the way in."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from surfaces.formula.errors import FormulaError
from surfaces.formula.functions import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

MAX_NODES = 10_000
MAX_JOINED_POWER = 1e6


class Node(NamedTuple):
    """One operation; arguments are indices of earlier nodes, so index order is evaluation order."""

    op: str
    args: tuple[int, ...] = ()
    payload: float | str | None = None


class Graph:
    """Builds nodes with light simplification.

    The rules only use what holds for every finite number, so a formula keeps its domain: ``sqrt(x)^2`` stays,
    ``x/x`` stays, while ``0*u`` is 0.
    """

    def __init__(self, max_nodes: int = MAX_NODES) -> None:
        self.nodes: list[Node] = []
        self._index: dict[Node, int] = {}
        self._max_nodes = max_nodes

    def intern(self, node: Node) -> int:
        """Index of a node, new or known, without simplification."""
        known = self._index.get(node)
        if known is not None:
            return known
        if len(self.nodes) >= self._max_nodes:
            raise FormulaError(
                f"The formula and its derivatives need more than {self._max_nodes} operations; shorten it."
            )
        self.nodes.append(node)
        self._index[node] = len(self.nodes) - 1
        return len(self.nodes) - 1

    def const(self, value: float) -> int:
        """A number."""
        return self.intern(Node("const", (), float(value)))

    def name(self, name: str) -> int:
        """A variable or parameter."""
        return self.intern(Node("name", (), name))

    def constant(self, index: int) -> float | None:
        """The number a node stands for, or ``None``."""
        node = self.nodes[index]
        return float(node.payload) if node.op == "const" and node.payload is not None else None

    def reachable(self, outputs: Iterable[int]) -> list[int]:
        """Indices the outputs depend on, in evaluation order."""
        seen: set[int] = set()
        pending = list(outputs)
        while pending:
            index = pending.pop()
            if index not in seen:
                seen.add(index)
                pending.extend(self.nodes[index].args)
        return sorted(seen)

    def call(self, op: str, *args: int) -> int:
        """A function or operation; folded when all arguments are constants and the result is finite."""
        values = tuple(value for value in map(self.constant, args) if value is not None)
        if len(values) == len(args):
            folded = fold(op, values)
            if folded is not None:
                return self.const(folded)
        if op == "select" and args[2] == args[3]:
            return args[2]
        if op in ("min", "max") and args[0] == args[1]:
            return args[0]
        if op == "abs":
            return self._absolute(args[0])
        return self.intern(Node(op, args))

    def _absolute(self, a: int) -> int:
        """|−u| and ||u|| are |u|."""
        node = self.nodes[a]
        if node.op == "abs":
            return a
        return self._absolute(node.args[0]) if node.op == "neg" else self.intern(Node("abs", (a,)))

    def add(self, a: int, b: int) -> int:
        """A sum, with like terms joined."""
        if self.constant(a) == 0.0:
            return b
        if self.constant(b) == 0.0:
            return a
        if self.constant(a) is not None and self.constant(b) is not None:
            return self.call("add", a, b)
        (factor_a, term_a), (factor_b, term_b) = self._split(a), self._split(b)
        if term_a == term_b and _is_plain(factor_a + factor_b, zero_allowed=True):
            return self.mul(self.const(factor_a + factor_b), term_a)
        if self.nodes[a].op == self.nodes[b].op == "neg":
            return self.neg(self.add(*self.nodes[a].args, *self.nodes[b].args))
        return self.intern(Node("add", (min(a, b), max(a, b))))

    def sub(self, a: int, b: int) -> int:
        """A difference."""
        return self.add(a, self.neg(b))

    def neg(self, a: int) -> int:
        """Minus a."""
        node = self.nodes[a]
        if node.op == "neg":
            return node.args[0]
        if node.op == "const":
            return self.call("neg", a)
        factor, term = self._split(a)
        return self.mul(self.const(-factor), term) if term != a else self.intern(Node("neg", (a,)))

    def mul(self, a: int, b: int) -> int:
        """A product; its constant factor goes first and its sign goes outside."""
        if self.constant(b) is not None:
            a, b = b, a
        factor = self.constant(a)
        if factor is not None:
            return self._scaled(factor, b)
        if self.nodes[a].op == "neg":
            return self.neg(self.mul(self.nodes[a].args[0], b))
        if self.nodes[b].op == "neg":
            return self.neg(self.mul(a, self.nodes[b].args[0]))
        (factor_a, term_a), (factor_b, term_b) = self._split(a), self._split(b)
        if (term_a, term_b) != (a, b) and _is_plain(factor_a * factor_b):
            return self._scaled(factor_a * factor_b, self.mul(term_a, term_b))
        return self._product(a, b)

    def div(self, a: int, b: int) -> int:
        """A quotient; a constant divisor joins the numerator's constant factor."""
        divisor = self.constant(b)
        if self.constant(a) == 0.0 and divisor != 0.0:
            return a
        if divisor == 1.0:
            return a
        if divisor is None or divisor == 0.0 or self.constant(a) is not None:
            if self.nodes[a].op == "neg":
                return self.neg(self.div(self.nodes[a].args[0], b))
            return self.call("div", a, b)
        factor, term = self._split(a)
        if term != a and _is_plain(factor / divisor):
            return self._scaled(factor / divisor, term)
        return self.intern(Node("div", (a, b)))

    def pow(self, a: int, b: int) -> int:
        """A power; exponents 0, 1, 1/2 and -1/2 are recognised, whole powers of whole powers joined."""
        exponent = self.constant(b)
        if exponent is None or self.constant(a) is not None:
            return self.call("pow", a, b)
        if exponent == 0.0:
            return self.const(1.0)
        if exponent == 1.0:
            return a
        if abs(exponent) == 0.5:
            root = self.call("sqrt", a)
            return root if exponent > 0 else self.div(self.const(1.0), root)
        node = self.nodes[a]
        if node.op in ("neg", "abs") and exponent % 2.0 == 0.0:
            return self.pow(node.args[0], b)
        inner = self.whole_power(a)
        if inner is not None and 0 < exponent <= MAX_JOINED_POWER and exponent.is_integer():
            return self.pow(inner[0], self.const(inner[1] * exponent))
        return self.intern(Node("pow", (a, b)))

    def whole_power(self, index: int) -> tuple[int, float] | None:
        """Base and exponent of a node that is a positive whole power, else ``None``."""
        node = self.nodes[index]
        exponent = self.constant(node.args[1]) if node.op == "pow" else None
        if exponent is None or not 0 < exponent <= MAX_JOINED_POWER or not exponent.is_integer():
            return None
        return node.args[0], exponent

    def _scaled(self, factor: float, term: int) -> int:
        known = self.constant(term)
        if factor == 0.0:
            return self.const(0.0)
        if factor == 1.0:
            return term
        if known is not None:
            return self.call("mul", self.const(factor), term)
        if factor == -1.0:
            return self.neg(term)
        inner, rest = self._split(term)
        if rest != term and _is_plain(factor * inner):
            return self._scaled(factor * inner, rest)
        node = self.nodes[term]
        divisor = self.constant(node.args[1]) if node.op == "div" else None
        if divisor and _is_plain(factor / divisor):
            return self._scaled(factor / divisor, node.args[0])
        return self.intern(Node("mul", (self.const(factor), term)))

    def _product(self, a: int, b: int) -> int:
        base_a, power_a = self.whole_power(a) or (a, 1.0)
        base_b, power_b = self.whole_power(b) or (b, 1.0)
        if base_a == base_b:
            return self.pow(base_a, self.const(power_a + power_b))
        return self.intern(Node("mul", (min(a, b), max(a, b))))

    def _split(self, index: int) -> tuple[float, int]:
        """Constant factor and the rest."""
        node = self.nodes[index]
        if node.op == "neg":
            return -1.0, node.args[0]
        factor = self.constant(node.args[0]) if node.op == "mul" else None
        return (1.0, index) if factor is None else (factor, node.args[1])


def _is_plain(factor: float, zero_allowed: bool = False) -> bool:
    """Whether joining constants kept clear of overflow and underflow."""
    return math.isfinite(factor) and (abs(factor) > 1e-290 or (zero_allowed and factor == 0.0))
