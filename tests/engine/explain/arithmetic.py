"""Works out formulas with numbers in them by NumPy: an arithmetic of its own, from the tree that is shown.

Vectors are columns, shape (n, 1); what has one number is a number.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from engine.explain.latex import parsed
from engine.explain.tree import Fenced, Fraction, Grid, Number, Root, Row, Scripts, Sign

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from engine.explain.tree import Node
    from surfaces import Array

DIM = 2


class UnknownError(ValueError):
    """A formula that is no arithmetic: it names a procedure, or a function of the surface."""


def result_of(latex: str) -> Array:
    """Return what a formula with numbers gives."""
    tree, numbers = parsed(latex)
    dim = DIM if "matrix}" in latex else 1
    return np.asarray(_Reckoner([np.float64(text) for text in numbers], dim).row(tree.items))


class _Reckoner:
    def __init__(self, numbers: list[float], dim: int) -> None:
        self._numbers, self._dim = numbers, dim

    def row(self, items: Sequence[Node]) -> Any:
        """Return a sum of products."""
        parts: list[tuple[float, list[Node]]] = [(1.0, [])]
        for item in items:
            if isinstance(item, Sign) and item.kind == "binary" and item.text in "+−":
                parts.append((-1.0 if item.text == "−" else 1.0, []))
            else:
                parts[-1][1].append(item)
        return sum(sign * self._product(part) for sign, part in parts if part)

    def _product(self, items: Sequence[Node]) -> Any:
        result: Any = 1.0
        is_divided = False
        places = iter(items)
        for item in places:
            text, kind = (item.text, item.kind) if isinstance(item, Sign) else ("", "")
            if text == "−":
                result = -result
            elif text == "/":
                is_divided = True
            elif text not in ("·", "×") and kind != "space":
                factor = self._called(text, places) if kind in ("function", "word") else self.value(item)
                result = result / factor if is_divided else _times(result, factor)
                is_divided = False
        return result

    def _called(self, name: str, places: Any) -> Any:
        function, arguments = _FUNCTIONS.get(name), next(places)
        if function is None:
            raise UnknownError(name)
        assert isinstance(arguments, Fenced)
        groups: list[list[Node]] = [[]]
        for inner in arguments.inner.items:
            if isinstance(inner, Sign) and inner.kind == "comma":
                groups.append([])
            else:
                groups[-1].append(inner)
        return function(*map(self.row, groups))

    def value(self, node: Node) -> Any:
        """Return the value of one factor."""
        if isinstance(node, Number):
            return self._numbers[node.place]
        if isinstance(node, Row):
            return self.row(node.items)
        if isinstance(node, Fraction):
            return self.row(node.top.items) / self.row(node.bottom.items)
        if isinstance(node, Root):
            return np.sqrt(self.row(node.inner.items))
        if isinstance(node, Fenced):
            return _fenced(node.left, self.row(node.inner.items))
        if isinstance(node, Grid):
            rows = [[self.row(cell.items) for cell in cells] for cells in node.rows]
            return np.array(rows, dtype=float)
        if isinstance(node, Scripts):
            return self._scripts(node)
        if isinstance(node, Sign) and node.text in ("I", "∞"):
            return np.inf if node.text == "∞" else np.eye(self._dim) if self._dim > 1 else 1.0
        raise UnknownError(node.text if isinstance(node, Sign) else str(node))

    def _scripts(self, node: Scripts) -> Any:
        if isinstance(node.base, Fenced) and node.base.left == "‖" and node.lowered is not None:
            return np.abs(self.row(node.base.inner.items)).sum()
        base, raised = self.value(node.base), node.raised
        if raised is None:
            raise UnknownError(str(node))
        if raised.items == (Sign("⊤", "upright"),):
            return np.transpose(base)
        power = self.row(raised.items)
        if np.ndim(base) == 2 and base.shape[0] == base.shape[1] > 1:
            return np.linalg.inv(base) if power == -1 else _function_of(base, lambda values: values**power)
        return base**power


def _times(one: Any, other: Any) -> Any:
    if np.ndim(one) == 0 or np.ndim(other) == 0:
        return one * other
    product = one @ other
    return float(product[0, 0]) if product.size == 1 else product


def _fenced(left: str, value: Any) -> Any:
    if left == "‖":
        return np.sqrt(np.sum(np.square(value)))
    if left == "|":
        is_matrix = np.ndim(value) == 2 and value.shape[0] == value.shape[1] > 1
        return _function_of(value, np.abs) if is_matrix else np.abs(value)
    return value


def _function_of(matrix: Array, function: Callable[[Array], Array]) -> Array:
    values, vectors = np.linalg.eigh(matrix)
    return np.asarray(vectors * function(values) @ vectors.T)


def _two_loops(moves: Array, changes: Array) -> Array:
    """Return the inverse Hessian that pairs (in columns, oldest first) leave by BFGS's formula."""
    moves, changes = np.atleast_2d(moves), np.atleast_2d(changes)
    unit = np.eye(len(moves))
    known = unit * (moves[:, -1] @ changes[:, -1]) / (changes[:, -1] @ changes[:, -1])
    for s, y in zip(moves.T, changes.T, strict=True):
        turned = unit - np.outer(s, y) / (y @ s)
        known = turned @ known @ turned.T + np.outer(s, s) / (y @ s)
    return known


_FUNCTIONS: dict[str, Callable[..., Any]] = {
    "max": np.fmax,
    "min": np.minimum,
    "sign": np.sign,
    "twoloops": _two_loops,
}
