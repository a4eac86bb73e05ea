"""Puts a typed tree into an expression graph."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING

from surfaces.formula.errors import FormulaError
from surfaces.formula.functions import CONSTANTS, LOG_BASES
from surfaces.formula.tree import Call, Chain, Choice, Expression, Name, Negative, Number, Power, fold_tree

if TYPE_CHECKING:
    from collections.abc import Mapping

    from surfaces.formula.graph import Graph


class Builder:
    """Builds typed trees; ``names`` gives the graph's name of each variable and parameter."""

    def __init__(self, graph: Graph, names: Mapping[str, str]) -> None:
        self._graph = graph
        self._names = names

    def build(self, expression: Expression) -> int:
        """Index of the expression's node.

        Raises
        ------
        FormulaError
            For operations on constants that give no finite number, such as 1/0 or 9^9^9, and for graphs beyond the
            limit.
        """
        return fold_tree(expression, self._combine)

    def _combine(self, expression: Expression, inner: list[int]) -> int:
        graph = self._graph
        match expression:
            case Number(value=value):
                return graph.const(value)
            case Name(name=name):
                return graph.name(self._names[name]) if name in self._names else graph.const(CONSTANTS[name])
            case Negative():
                return graph.neg(inner[0])
            case Chain():
                return self._chain(expression, inner)
            case Power():
                return self._finite(graph.pow(*inner), inner, expression)
            case Call(function=function):
                return self._finite(self._call(function, inner), inner, expression)
            case Choice(comparison=comparison):
                return self._choice(comparison, inner)

    def _chain(self, chain: Chain, inner: list[int]) -> int:
        graph = self._graph
        join = {"+": graph.add, "-": graph.sub, "*": graph.mul, "/": graph.div}
        result = inner[0]
        for sign, operand, node in zip(chain.operators[1:], inner[1:], chain.operands[1:], strict=True):
            result = self._finite(join[sign](result, operand), [result, operand], node)
        return result

    def _choice(self, comparison: str, inner: list[int]) -> int:
        """The graph only knows a ≤ b; a < b is not (b ≤ a)."""
        left, right, then, otherwise = inner
        if comparison in (">", ">="):
            left, right = right, left
        if comparison in ("<", ">"):
            left, right, then, otherwise = right, left, otherwise, then
        return self._graph.call("select", left, right, then, otherwise)

    def _call(self, function: str, inner: list[int]) -> int:
        graph = self._graph
        match function, inner:
            case "ln", [u]:
                return graph.call("log", u)
            case (("log2" | "log10"), [u]):
                return graph.div(graph.call("log", u), graph.const(LOG_BASES[function]))
            case "relu", [u]:
                # The constant first: at 0 the slope is then 0, as everywhere in the literature.
                return graph.call("max", graph.const(0.0), u)
            case "silu", [u]:
                return graph.mul(u, graph.call("sigmoid", u))
            case "heaviside", [u]:
                return graph.call("select", graph.const(0.0), u, graph.const(1.0), graph.const(0.0))
            case "hypot", [a, b]:
                two = graph.const(2.0)
                return graph.call("sqrt", graph.add(graph.pow(a, two), graph.pow(b, two)))
            case "clip", [u, low, high]:
                return graph.call("max", low, graph.call("min", high, u))
            case (("min" | "max"), _):
                return reduce(lambda a, b: graph.call(function, a, b), inner)
        return graph.call(function, *inner)

    def _finite(self, result: int, inner: list[int], expression: Expression) -> int:
        constants = all(self._graph.constant(index) is not None for index in inner)
        if constants and self._graph.constant(result) is None:
            raise FormulaError(
                "This part has no finite value: too large, divided by 0 or outside a function's domain.",
                expression.position,
                expression.end - expression.position,
            )
        return result
