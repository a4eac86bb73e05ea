"""Per-sample losses of one formula, averaged over samples for one point or many lanes."""

from __future__ import annotations

from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np

from surfaces.formula import compile_formula
from surfaces.formula.codegen import array_function

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from surfaces.formula import CompiledFormula
    from surfaces.surface import Array, Indices

BLOCK = 16_384
"""Lanes × samples evaluated at a time: temporaries of 128 KiB stay in the cache."""
MOST_KINKS = 12
"""So many samples may have lines of their own on a map: of more, none could be told from the next."""


@lru_cache(maxsize=64)
def sample_loss(text: str, variables: tuple[str, ...], columns: tuple[str, ...]) -> SampleLoss:
    """The compiled per-sample loss; the columns are the formula's parameters, then l1 and l2."""
    return SampleLoss(compile_formula(text, variables, (*columns, "l1", "l2")))


class SampleLoss:
    """Means of a per-sample loss and its derivatives over the samples of a few columns.

    Columns have shape ``(B,)``, the same samples for every lane, or ``(lanes, B)``.
    """

    def __init__(self, formula: CompiledFormula) -> None:
        self._graph, self._switches = formula.graph, [switch.switch for switch in formula.switches]
        self._names = [f"v{i}" for i in range(formula.dim)] + [f"p{i}" for i in range(len(formula.parameters))]
        self._outputs = {"value": (formula.root,), "gradient": formula.slopes, "hessian": formula.curvatures}
        self._outputs["both"] = (formula.root, *formula.slopes)
        self._outputs["derivatives"] = (*formula.slopes, *formula.curvatures)

    def mean(self, what: str, lanes: Array, columns: Sequence[Array], strengths: tuple[float, float]) -> Array:
        """Means over the samples, shape ``(lanes, outputs)``; ``what`` is value, gradient, hessian or derivatives.

        Parameters
        ----------
        lanes
            Weights of shape ``(lanes, 2)``.
        columns
            The data, each of shape ``(B,)`` or ``(lanes, B)``.
        strengths
            l1 and l2.
        """
        function = self._functions[what]
        out = np.empty((len(lanes), len(self._outputs[what])))
        size = max(1, BLOCK // columns[0].shape[-1])
        penalties = tuple(map(np.float64, strengths))
        with np.errstate(all="ignore"):
            for first in range(0, len(lanes), size):
                part = slice(first, first + size)
                drawn = [column if column.ndim == 1 else column[part] for column in columns]
                results = function(*lanes[part, :, None].swapaxes(0, 1), *drawn, *penalties)
                for index, result in enumerate(results):
                    out[part, index] = np.mean(result, axis=-1) if np.ndim(result) else result
        return out

    def value_and_gradient(
        self, point: Sequence[float], columns: Sequence[Array], strengths: tuple[float, float]
    ) -> tuple[float, tuple[float, ...]]:
        """Mean value and gradient of one point as Python floats, on columns of shape ``(B,)``."""
        with np.errstate(all="ignore"):
            # NumPy scalars, because dividing Python floats by zero raises.
            results = self._functions["both"](*map(np.float64, point), *columns, *map(np.float64, strengths))
            count = len(columns[0])
            value, *slopes = [float(np.add.reduce(r) / count) if np.ndim(r) else float(r) for r in results]
        return value, tuple(slopes)

    def kinks_on_grid(self, x: Array, y: Array, columns: Sequence[Array], strengths: tuple[float, float]) -> Array:
        """Switching expressions of shape ``(k, y.size, x.size)``: the loss is not smooth where one of them is zero.

        An expression that speaks of the samples comes once for each different one. Of more than 12 it comes for the
        smallest and the largest input alone: beyond both of their lines all samples are on one side of their kinks.
        """
        found = []
        with np.errstate(all="ignore"):
            for switch in self._switches:
                function = array_function(self._graph, [switch], self._names)
                for sample in self._told_apart(switch, columns):
                    numbers = [column[sample] for column in columns]
                    values = function(x, y[:, None], *numbers, *map(np.float64, strengths))[0]
                    found.append(np.broadcast_to(values, (y.size, x.size)))
        return np.array(found).reshape(-1, y.size, x.size)

    def _told_apart(self, switch: int, columns: Sequence[Array]) -> Indices:
        """Samples for which a switching expression has lines of its own; any one where it speaks of none."""
        names = {self._graph.nodes[index].payload for index in self._graph.reachable([switch])}
        used = [column for index, column in enumerate(columns) if f"p{index}" in names]
        if not used:
            return np.zeros(1, dtype=np.intp)
        _, first = np.unique(np.stack(used, axis=1), axis=0, return_index=True)
        if len(first) <= MOST_KINKS:
            return first
        return first[[0, -1]] if len(used) == 1 else first[:0]

    @cached_property
    def _functions(self) -> dict[str, Callable[..., Any]]:
        return {what: array_function(self._graph, nodes, self._names) for what, nodes in self._outputs.items()}
