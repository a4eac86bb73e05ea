"""Where a formula is not smooth: the switches of its pieces, and what holds at them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from surfaces.formula.codegen import array_function

if TYPE_CHECKING:
    from collections.abc import Sequence

    from surfaces.formula.graph import Graph
    from surfaces.surface import Array

LANES = 96
_BISECTIONS = 60
_STEADY = 1e-7
_REACH = 6.0


@dataclass(frozen=True)
class Kink:
    """A switch of a piecewise formula.

    Parameters
    ----------
    kind
        ``abs``, ``sign``, ``min``, ``max``, ``cbrt`` or ``where`` (relu, clip and heaviside are made of these).
    switch
        Node of the expression whose zero set is the place.
    jump
        ``"value"`` or ``"derivative"``: what jumps there.
    convention
        What value and derivative are exactly there, in one sentence.
    """

    kind: str
    switch: int
    jump: str
    convention: str


_CONVENTIONS = {
    "abs": "|u|: the derivative at u = 0 is taken as 0.",
    "sign": "sign(u): the value and the derivative at u = 0 are 0.",
    "min": "min(a, b): where a = b, the derivative is that of a.",
    "max": "max(a, b): where a = b, the derivative is that of a.",
    "relu": "max(0, u): the derivative at u = 0 is taken as 0.",
    "cbrt": "cbrt(u): the slope at u = 0 is infinite.",
    "select": "where(…): exactly at the switch, value and derivative are those of the side that includes equality.",
}


@dataclass(frozen=True)
class Switch:
    """A piecewise node and the expression that decides between its pieces."""

    node: int
    switch: int


def find_switches(graph: Graph, root: int) -> tuple[Switch, ...]:
    """Every piecewise node the root depends on, in evaluation order; a zero set of the same kind counts once."""
    found: dict[tuple[str, int], Switch] = {}
    for index in graph.reachable([root]):
        node = graph.nodes[index]
        if node.op in ("abs", "sign", "cbrt"):
            switch = node.args[0]
        elif node.op in ("min", "max", "select"):
            switch = graph.sub(*node.args[:2])
        else:
            continue
        key = node.op if node.op in ("select", "sign") else "kink"
        positive = graph.nodes[switch].args[0] if graph.nodes[switch].op == "neg" else switch
        if graph.constant(positive) is None:
            found.setdefault((key, positive), Switch(index, positive))
    return tuple(found.values())


def describe(graph: Graph, switches: Sequence[Switch], arguments: Sequence[str]) -> tuple[Kink, ...]:
    """What jumps at every switch, and the convention there."""
    return tuple(_kink(graph, switch, arguments) for switch in switches)


def _kink(graph: Graph, switch: Switch, arguments: Sequence[str]) -> Kink:
    node = graph.nodes[switch.node]
    if node.op == "select":
        jump = "value" if _jumps(graph, switch, arguments) else "derivative"
        return Kink("where", switch.switch, jump, _CONVENTIONS["select"])
    is_relu = node.op == "max" and graph.constant(node.args[0]) == 0.0
    convention = _CONVENTIONS["relu" if is_relu else node.op]
    return Kink(node.op, switch.switch, "value" if node.op == "sign" else "derivative", convention)


def _jumps(graph: Graph, switch: Switch, arguments: Sequence[str]) -> bool:
    """Whether the two sides of a choice differ at its switch, at points of the zero set found by bisection.

    All names take random values, so sides that only meet for some values of the parameters do jump. Where no
    point is found, a jump is assumed.
    """
    then, otherwise = graph.nodes[switch.node].args[2:]
    function = array_function(graph, [switch.switch, then, otherwise], arguments)
    random = np.random.default_rng(7)
    low, high = random.uniform(-_REACH, _REACH, (2, len(arguments), LANES))

    def evaluate(share: Array) -> list[Array]:
        with np.errstate(all="ignore"):
            return [np.broadcast_to(out, (LANES,)) for out in function(*(low + share * (high - low)))]

    ends = [evaluate(np.full(LANES, share))[0] for share in (0.0, 1.0)]
    crosses = np.sign(ends[0]) * np.sign(ends[1]) < 0.0
    near, far = np.zeros(LANES), np.ones(LANES)
    for _ in range(_BISECTIONS):
        middle = (near + far) / 2.0
        same = np.sign(evaluate(middle)[0]) == np.sign(ends[0])
        near, far = np.where(same, middle, near), np.where(same, far, middle)
    _, then_values, other_values = evaluate(far)
    usable = crosses & np.isfinite(then_values) & np.isfinite(other_values)
    gap = np.abs(then_values - other_values)
    scale = 1.0 + np.maximum(np.abs(then_values), np.abs(other_values))
    return not usable.any() or bool((gap > _STEADY * scale)[usable].any())
