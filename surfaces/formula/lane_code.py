"""Code for many points at once that works in arrays it is given.

NumPy makes a new array for every operation. Lanes by the thousand go through the same few operations hundreds of times,
so here every result goes where a value lies that is no longer needed, and all of it stays in the cache.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from surfaces.formula.codegen import lowered, written
from surfaces.formula.functions import ARRAY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from surfaces.formula.graph import Graph

FUNCTIONS: dict[str, Any] = {
    **ARRAY,
    "add": np.add,
    "sub": np.subtract,
    "mul": np.multiply,
    "div": np.divide,
    "neg": np.negative,
    "copyto": np.copyto,
}


class LaneFunction(NamedTuple):
    """A function of arrays of lanes that writes into given ones.

    It is called with the coordinates, the parameters (numbers), an array for each output, and `spares` more to work in,
    all of one shape and none of them the same.
    """

    call: Callable[..., None]
    spares: int


@dataclass
class Buffers:
    """Names of arrays of one shape, given out while a straight-line function is written; the last freed comes first."""

    free: list[str] = field(default_factory=list)
    spares: list[str] = field(default_factory=list)
    """Arrays the function needs beyond those that were free."""

    def take(self) -> str:
        """Return an array that may be written to."""
        if self.free:
            return self.free.pop()
        self.spares.append(f"spare_{len(self.spares)}")
        return self.spares[-1]


def last_uses(operations: Iterable[tuple[int, tuple[int, ...]]], kept: Iterable[int]) -> dict[int, list[int]]:
    """Return for operations, given in order with their arguments, which of these are used there for the last time.

    Values that are `kept` are needed after all of them.
    """
    latest = {arg: user for user, args in operations for arg in args}
    ending: dict[int, list[int]] = defaultdict(list)
    for value in latest.keys() - set(kept):
        ending[latest[value]].append(value)
    return ending


def lane_function(
    graph: Graph, outputs: Sequence[int], coordinates: Sequence[str], parameters: Sequence[str]
) -> LaneFunction:
    """Return the function of lanes for nodes of a graph: the same operations, and bits, as `array_function`'s."""
    lines, spares = _statements(*lowered(graph, outputs), set(coordinates))
    targets = [f"out_{index}" for index in range(len(outputs))]
    arguments = ", ".join([*coordinates, *parameters, *targets, *spares])
    source = f"def evaluate({arguments}):\n" + "".join(f"    {line}\n" for line in lines)
    namespace: dict[str, Any] = {"__builtins__": {}, **FUNCTIONS}
    exec(compile(source, "<lanes>", "exec"), namespace)
    return LaneFunction(namespace["evaluate"], len(spares))


def _statements(graph: Graph, roots: Sequence[int], coordinates: set[str]) -> tuple[list[str], list[str]]:
    """Return the lines, and the names of the spare arrays they work in."""
    order = graph.reachable(roots)
    ending = last_uses(((index, graph.nodes[index].args) for index in order), roots)
    targets = {root: f"out_{place}" for place, root in reversed(list(enumerate(roots)))}
    buffers, owned, texts, moving, lines = Buffers(), dict[int, str](), dict[int, str](), set[int](), list[str]()
    for index in order:
        node = graph.nodes[index]
        args = [texts[arg] for arg in node.args]
        if node.payload in coordinates or not moving.isdisjoint(node.args):
            moving.add(index)
        if not node.args or index not in moving:
            texts[index] = written(node, args)
            continue
        buffers.free += [owned[arg] for arg in sorted(ending[index]) if arg in owned]
        if isinstance(FUNCTIONS[node.op], np.ufunc):
            texts[index] = targets.get(index) or buffers.take()
            lines.append(f"{node.op}({', '.join(args)}, out={texts[index]})")
        else:
            texts[index] = f"made_{index}"
            lines.append(f"{texts[index]} = {node.op}({', '.join(args)})")
        if texts[index] != targets.get(index):
            owned[index] = texts[index]
    copies = ((f"out_{place}", texts[root]) for place, root in enumerate(roots))
    return lines + [f"copyto({target}, {text})" for target, text in copies if target != text], buffers.spares
