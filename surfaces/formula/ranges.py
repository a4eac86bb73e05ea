"""What values a formula can take where its variables lie within given limits: interval arithmetic over its graph.

Rounding is monotone, so an operation on numbers within two intervals gives a number within the interval that the same
operation gives for their ends, as floats do it.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from surfaces.formula.codegen import lowered

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from surfaces.formula.graph import Graph, Node

LARGEST = 1e300
"""What stays within ±this is far from overflowing."""

Range = tuple[float, float]


def is_surely_finite(graph: Graph, outputs: Sequence[int], limits: Mapping[str, Range]) -> bool:
    """Whether these nodes, and all they are made of, are finite wherever every name lies within its limits.

    ``False`` says only that it cannot be told from the graph.
    """
    simple, _ = lowered(graph, outputs)
    known: list[Range] = []
    for node in simple.nodes:
        found = _range_of(node, [known[arg] for arg in node.args], limits)
        if found is None or not -LARGEST <= found[0] <= found[1] <= LARGEST:
            return False
        known.append(found)
    return True


def _range_of(node: Node, args: Sequence[Range], limits: Mapping[str, Range]) -> Range | None:
    if node.op == "const":
        assert isinstance(node.payload, float)
        return node.payload, node.payload
    if node.op == "name":
        return limits.get(str(node.payload))
    if node.op == "mul" and node.args[0] == node.args[1]:
        return _square(args[0])
    rule = _RULES.get(node.op)
    return rule(*args) if rule else None


def _product(a: Range, b: Range) -> Range:
    ends = [x * y for x in a for y in b]
    return min(ends), max(ends)


def _square(a: Range) -> Range:
    low, high = sorted((a[0] * a[0], a[1] * a[1]))
    return (0.0 if a[0] <= 0.0 <= a[1] else low), high


def _quotient(a: Range, b: Range) -> Range | None:
    if b[0] <= 0.0 <= b[1]:
        return None
    ends = [x / y for x in a for y in b]
    return min(ends), max(ends)


def _rising(function: Callable[[float], float], lowest: float, highest: float) -> Callable[[Range], Range | None]:
    """A function that rises, and is used no further than it is finite."""

    def rule(a: Range) -> Range | None:
        return (function(a[0]), function(a[1])) if lowest <= a[0] and a[1] <= highest else None

    return rule


def _within(low: float, high: float) -> Callable[[Range], Range]:
    return lambda _: (low, high)


def _either(_a: Range, _b: Range, then: Range, otherwise: Range) -> Range:
    return min(then[0], otherwise[0]), max(then[1], otherwise[1])


def _size(a: Range) -> Range:
    low, high = sorted((abs(a[0]), abs(a[1])))
    return (0.0 if a[0] <= 0.0 <= a[1] else low), high


_RULES: dict[str, Callable[..., Range | None]] = {
    "add": lambda a, b: (a[0] + b[0], a[1] + b[1]),
    "sub": lambda a, b: (a[0] - b[1], a[1] - b[0]),
    "neg": lambda a: (-a[1], -a[0]),
    "mul": _product,
    "div": _quotient,
    "abs": _size,
    "sign": _within(-1.0, 1.0),
    "sin": _within(-1.0, 1.0),
    "cos": _within(-1.0, 1.0),
    "tanh": _within(-1.0, 1.0),
    "atan": _within(-math.pi, math.pi),
    "sigmoid": _within(0.0, 1.0),
    "softplus": lambda a: (0.0, max(a[1], 0.0) + 1.0),
    "exp": _rising(math.exp, -math.inf, 690.0),
    "sqrt": _rising(math.sqrt, 0.0, math.inf),
    "log": _rising(math.log, 1e-300, math.inf),
    "min": lambda a, b: (min(a[0], b[0]), min(a[1], b[1])),
    "max": lambda a, b: (max(a[0], b[0]), max(a[1], b[1])),
    "select": _either,
}
"""By the operations of the graph; of others nothing is known."""
