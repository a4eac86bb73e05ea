"""Python text for a graph, run with no builtins: it holds only names written here, never the user's text."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from surfaces.formula.functions import ARRAY, SCALAR
from surfaces.formula.graph import Graph, Node

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

MAX_EXPANDED_POWER = 64
MAX_INLINE_DEPTH = 16

_INFIX = {"add": "+", "sub": "-", "mul": "*", "div": "/"}


def array_function(graph: Graph, outputs: Sequence[int], arguments: Sequence[str]) -> Callable[..., Any]:
    """A function of arrays that returns the tuple of outputs."""
    lines, texts = _statements(graph, outputs)
    return _build(lines, f"({', '.join(texts)},)" if texts else "()", arguments, ARRAY)


def scalar_function(graph: Graph, outputs: Sequence[int], arguments: Sequence[str]) -> Callable[..., Any]:
    """A function of Python floats that returns ``(first output, tuple of the others)``."""
    lines, texts = _statements(graph, outputs)
    return _build(lines, f"{texts[0]}, ({', '.join(texts[1:])},)", arguments, SCALAR)


def _build(
    lines: list[str], result: str, arguments: Sequence[str], functions: dict[str, Callable[..., Any]]
) -> Callable[..., Any]:
    body = "".join(f"    {line}\n" for line in [*lines, f"return {result}"])
    source = f"def evaluate({', '.join(arguments)}):\n{body}"
    namespace: dict[str, Any] = {"__builtins__": {}, **functions}
    exec(compile(source, "<formula>", "exec"), namespace)
    function: Callable[..., Any] = namespace["evaluate"]
    return function


def _statements(graph: Graph, outputs: Sequence[int]) -> tuple[list[str], list[str]]:
    """Assignments for shared nodes and one expression per output.

    A node used once is written where it is used: naming it would keep its array alive and slow grids down.
    """
    simple, roots = lowered(graph, outputs)
    order = simple.reachable(roots)
    uses = Counter(arg for index in order for arg in simple.nodes[index].args)
    uses.update(roots)
    lines: list[str] = []
    texts: dict[int, str] = {}
    depths: dict[int, int] = {}
    for index in order:
        node = simple.nodes[index]
        texts[index] = written(node, [texts[arg] for arg in node.args])
        depths[index] = 1 + max((depths[arg] for arg in node.args), default=-1)
        if node.args and (uses[index] > 1 or depths[index] >= MAX_INLINE_DEPTH):
            lines.append(f"t{index} = {texts[index]}")
            texts[index], depths[index] = f"t{index}", 0
    return lines, [texts[root] for root in roots]


def written(node: Node, args: list[str]) -> str:
    """The expression of a node in those of its arguments."""
    if node.op == "const":
        return repr(node.payload) if str(node.payload)[0] != "-" else f"({node.payload!r})"
    if node.op == "name":
        return str(node.payload)
    if node.op == "neg":
        return f"(-{args[0]})"
    if node.op in _INFIX:
        return f"({args[0]} {_INFIX[node.op]} {args[1]})"
    return f"{node.op}({', '.join(args)})"


def lowered(graph: Graph, outputs: Sequence[int]) -> tuple[Graph, list[int]]:
    """A copy in which a + (-b) is a subtraction and whole powers are products."""
    simple = Graph(max_nodes=1_000_000)
    place: dict[int, int] = {}
    for index in graph.reachable(outputs):
        node = graph.nodes[index]
        args = tuple(place[arg] for arg in node.args)
        if node.op == "pow":
            place[index] = _lower_power(simple, args, graph.constant(node.args[1]))
        elif node.op == "add":
            place[index] = _lower_sum(simple, args)
        else:
            place[index] = simple.intern(Node(node.op, args, node.payload))
    return simple, [place[output] for output in outputs]


def _lower_sum(graph: Graph, args: tuple[int, ...]) -> int:
    for kept, other in (args, args[::-1]):
        if graph.nodes[other].op == "neg":
            return graph.intern(Node("sub", (kept, graph.nodes[other].args[0])))
    return graph.intern(Node("add", args))


def _lower_power(graph: Graph, args: tuple[int, ...], exponent: float | None) -> int:
    if exponent is None or not exponent.is_integer() or abs(exponent) > MAX_EXPANDED_POWER:
        return graph.intern(Node("pow", args))
    product = _repeated(graph, args[0], abs(int(exponent)))
    if exponent > 0:
        return product
    return graph.intern(Node("div", (graph.const(1.0), product)))


def _repeated(graph: Graph, base: int, count: int) -> int:
    """Base to a whole power by squaring."""
    if count == 1:
        return base
    half = _repeated(graph, base, count // 2)
    square = graph.intern(Node("mul", (half, half)))
    return square if count % 2 == 0 else graph.intern(Node("mul", (square, base)))
