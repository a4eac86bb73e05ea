"""Exact derivatives on the expression graph.

Conventions where a derivative does not exist: |u|' = sign(u) with sign(0) = 0, sign' = 0 (so abs'' = 0), and
at a tie min and max take the derivative of their first argument; a choice has that of the side it takes.
"""

from __future__ import annotations

from collections.abc import Callable

from surfaces.formula.graph import Graph

Rule = Callable[[Graph, int, tuple[int, ...], tuple[int, ...]], int]
"""Derivative of a node from the graph, the node, its arguments and their derivatives."""


class Derivatives:
    """Derivatives of a graph's nodes, each worked out once and only where a node depends on the name."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._known: dict[int, dict[int, int]] = {}

    def of(self, root: int, name: int) -> int:
        """Derivative of ``root`` with respect to the name node ``name``; neither recursion nor repeated work."""
        graph = self._graph
        zero = graph.const(0.0)
        known = self._known.setdefault(name, {name: graph.const(1.0)})
        pending = [root]
        while pending:
            index = pending[-1]
            if index in known:
                pending.pop()
                continue
            node = graph.nodes[index]
            open_args = [arg for arg in node.args if arg not in known]
            if open_args:
                pending += open_args
                continue
            inner = tuple(known[arg] for arg in node.args)
            is_zero = all(d == zero for d in inner)
            known[index] = zero if is_zero else RULES[node.op](graph, index, node.args, inner)
            pending.pop()
        return known[root]


def _mul(g: Graph, _node: int, args: tuple[int, ...], d: tuple[int, ...]) -> int:
    return g.add(g.mul(d[0], args[1]), g.mul(args[0], d[1]))


def _div(g: Graph, node: int, args: tuple[int, ...], d: tuple[int, ...]) -> int:
    # (a/b)' = (a' - (a/b) b') / b shares the quotient.
    return g.div(g.sub(d[0], g.mul(node, d[1])), args[1])


def _pow(g: Graph, node: int, args: tuple[int, ...], d: tuple[int, ...]) -> int:
    # Each half only where it is needed: a constant exponent must not bring in log(base).
    base, exponent = args
    zero = g.const(0.0)
    lowered = g.pow(base, g.sub(exponent, g.const(1.0)))
    through_base = zero if d[0] == zero else g.mul(g.mul(exponent, lowered), d[0])
    through_exponent = zero if d[1] == zero else g.mul(g.mul(node, g.call("log", base)), d[1])
    return g.add(through_base, through_exponent)


def _sigmoid(g: Graph, node: int, args: tuple[int, ...], d: tuple[int, ...]) -> int:
    # s(u) s(-u) keeps its digits where 1 - s(u) would lose them.
    return g.mul(g.mul(node, g.call("sigmoid", g.neg(args[0]))), d[0])


def _one_minus_square(g: Graph, u: int) -> int:
    return g.sub(g.const(1.0), g.pow(u, g.const(2.0)))


def _one_plus_square(g: Graph, u: int) -> int:
    return g.add(g.const(1.0), g.pow(u, g.const(2.0)))


RULES: dict[str, Rule] = {
    "add": lambda g, _n, _a, d: g.add(d[0], d[1]),
    "neg": lambda g, _n, _a, d: g.neg(d[0]),
    "mul": _mul,
    "div": _div,
    "pow": _pow,
    "sin": lambda g, _n, a, d: g.mul(g.call("cos", a[0]), d[0]),
    "cos": lambda g, _n, a, d: g.neg(g.mul(g.call("sin", a[0]), d[0])),
    "tan": lambda g, n, _a, d: g.mul(_one_plus_square(g, n), d[0]),
    "asin": lambda g, _n, a, d: g.div(d[0], g.call("sqrt", _one_minus_square(g, a[0]))),
    "acos": lambda g, _n, a, d: g.neg(g.div(d[0], g.call("sqrt", _one_minus_square(g, a[0])))),
    "atan": lambda g, _n, a, d: g.div(d[0], _one_plus_square(g, a[0])),
    "sinh": lambda g, _n, a, d: g.mul(g.call("cosh", a[0]), d[0]),
    "cosh": lambda g, _n, a, d: g.mul(g.call("sinh", a[0]), d[0]),
    "tanh": lambda g, n, _a, d: g.mul(_one_minus_square(g, n), d[0]),
    "asinh": lambda g, _n, a, d: g.div(d[0], g.call("sqrt", _one_plus_square(g, a[0]))),
    "acosh": lambda g, _n, a, d: g.div(d[0], g.call("sqrt", g.sub(g.pow(a[0], g.const(2.0)), g.const(1.0)))),
    "atanh": lambda g, _n, a, d: g.div(d[0], _one_minus_square(g, a[0])),
    "exp": lambda g, n, _a, d: g.mul(n, d[0]),
    "log": lambda g, _n, a, d: g.div(d[0], a[0]),
    "sqrt": lambda g, n, _a, d: g.div(d[0], g.mul(g.const(2.0), n)),
    "cbrt": lambda g, n, _a, d: g.div(d[0], g.mul(g.const(3.0), g.pow(n, g.const(2.0)))),
    "abs": lambda g, _n, a, d: g.mul(g.call("sign", a[0]), d[0]),
    "sign": lambda g, _n, _a, _d: g.const(0.0),
    "sigmoid": _sigmoid,
    "softplus": lambda g, _n, a, d: g.mul(g.call("sigmoid", a[0]), d[0]),
    "min": lambda g, _n, a, d: g.call("select", a[0], a[1], d[0], d[1]),
    "max": lambda g, _n, a, d: g.call("select", a[1], a[0], d[0], d[1]),
    "select": lambda g, _n, a, d: g.call("select", a[0], a[1], d[2], d[3]),
}
"""One rule per operation of the graph."""
