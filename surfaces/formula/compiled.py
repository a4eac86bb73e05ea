"""From typed text to exact value, gradient and Hessian."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import combinations_with_replacement
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from surfaces.formula.builder import Builder
from surfaces.formula.codegen import array_function, scalar_function
from surfaces.formula.derivative import Derivatives
from surfaces.formula.errors import FormulaError
from surfaces.formula.expression import parse
from surfaces.formula.functions import CONSTANTS, function_of
from surfaces.formula.graph import Graph
from surfaces.formula.kinks import Kink, Switch, describe, find_switches
from surfaces.formula.normalise import is_name
from surfaces.formula.tree import Expression, Name, names_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from surfaces.formula.lane_code import LaneFunction
    from surfaces.surface import Array

BLOCK = 16_384
"""Lanes evaluated at a time: temporaries of 128 KiB stay in the cache."""


def compile_formula(
    text: str, variables: Sequence[str] = ("x", "y"), parameters: Iterable[str] = ()
) -> CompiledFormula:
    """Compile a typed formula with its first and second derivatives.

    Parameters
    ----------
    text
        The formula, for example ``x^2/20 + y^2``.
    variables
        Names of the coordinates, in order.
    parameters
        Declared parameter names (a mapping gives its keys). Their values are passed at every evaluation, so
        moving a slider compiles nothing.

    Raises
    ------
    FormulaError
        When the text is not a formula, is beyond the limits or uses a name that is not declared.
    """
    return _compile(text, tuple(variables), tuple(parameters))


def free_names(text: str, variables: Sequence[str] = ("x", "y")) -> tuple[str, ...]:
    """Names a formula uses beyond its variables, constants and functions, in order of appearance."""
    known = {*variables, *CONSTANTS}
    return tuple(dict.fromkeys(name.name for name in names_in(parse(text, variables)) if name.name not in known))


class Part(NamedTuple):
    """The loss of a compiled formula or one of its derivatives: ``by`` names the variables, in order."""

    formula: CompiledFormula
    node: int
    by: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class CompiledFormula:
    """A checked formula; ``values`` are always the parameters' values in the order of ``parameters``.

    For :meth:`value`, :meth:`gradient` and :meth:`hessian` a parameter's value may be an array: it is broadcast
    with the lanes. With params of shape ``(..., 1, dim)`` and a column of N samples, the lanes are ``(..., N)``.
    """

    text: str
    variables: tuple[str, ...]
    parameters: tuple[str, ...]
    graph: Graph
    root: int
    slopes: tuple[int, ...]
    curvatures: tuple[int, ...]
    switches: tuple[Switch, ...] = ()

    @property
    def dim(self) -> int:
        """Number of variables."""
        return len(self.variables)

    @property
    def derivatives(self) -> tuple[Part, ...]:
        """The slopes in the order of the variables, then the upper triangle of the Hessian row by row."""
        pairs = combinations_with_replacement(self.variables, 2)
        slopes = (Part(self, node, (name,)) for node, name in zip(self.slopes, self.variables, strict=True))
        curvatures = (Part(self, node, pair) for node, pair in zip(self.curvatures, pairs, strict=True))
        return (*slopes, *curvatures)

    @property
    def loss(self) -> Part:
        """The formula itself, simplified."""
        return Part(self, self.root)

    def value(self, params: Array, values: Sequence[float | Array] = ()) -> Array:
        """Values of shape ``(...)`` for params of shape ``(..., dim)``."""
        return self._evaluate(self._value, params, values, [(0,)], 1)[..., 0]

    def gradient(self, params: Array, values: Sequence[float | Array] = ()) -> Array:
        """Gradients of shape ``(..., dim)``."""
        return self._evaluate(self._gradient, params, values, self._slope_places, self.dim)

    def hessian(self, params: Array, values: Sequence[float | Array] = ()) -> Array:
        """Hessians of shape ``(..., dim, dim)``."""
        out = self._evaluate(self._hessian, params, values, self._curvature_places, self.dim * self.dim)
        return out.reshape(*out.shape[:-1], self.dim, self.dim)

    @cached_property
    def _slope_places(self) -> list[tuple[int, ...]]:
        return [(axis,) for axis in range(self.dim)]

    @cached_property
    def _curvature_places(self) -> list[tuple[int, ...]]:
        """Where a curvature stands in a flattened Hessian, mirrored."""
        dim = self.dim
        return [(r * dim + c, c * dim + r) for r, c in combinations_with_replacement(range(dim), 2)]

    def on_grid(self, axes: Sequence[Array], values: Sequence[float] = ()) -> Array:
        """Values on the open grid of one coordinate array per variable, indexed ``[i_last, ..., i_first]``.

        Each coordinate stays one-dimensional as long as the formula allows, which saves most of the work.
        """
        out = np.empty([axis.size for axis in reversed(axes)])
        columns, numbers = _open_grid(axes), [np.float64(value) for value in values]
        slices = max(1, BLOCK * len(out) // max(out.size, 1))
        with np.errstate(all="ignore"):
            for first in range(0, len(out), slices):
                part = slice(first, first + slices)
                out[part] = self._value(*columns[:-1], columns[-1][part], *numbers)[0]
        return out

    @cached_property
    def kinks(self) -> tuple[Kink, ...]:
        """Every place where the value or the derivative jumps, with the convention that holds there."""
        return describe(self.graph, self.switches, self._arguments)

    def kink_values_on_grid(self, axes: Sequence[Array], values: Sequence[float] = ()) -> Array:
        """Values of the switching expressions, shape ``(kinks, ny, nx)`` for axes x and y.

        The formula is not smooth where one of them is zero.
        """
        out = np.empty([len(self.switches), *(axis.size for axis in reversed(axes))])
        with np.errstate(all="ignore"):
            for index, switch in enumerate(self._switches(*_open_grid(axes), *map(np.float64, values))):
                out[index] = switch
        return out

    def value_and_gradient_at(
        self, point: tuple[float, ...], values: tuple[float, ...] = ()
    ) -> tuple[float, tuple[float, ...]]:
        """Value and gradient of one point on Python floats; inf or nan where NumPy would give them."""
        try:
            result: tuple[float, tuple[float, ...]] = self._scalar(*map(float, point), *values)
        except (ArithmeticError, ValueError):
            params = np.asarray(point, dtype=np.float64)
            slopes = self.gradient(params, values)
            return float(self.value(params, values)), tuple(slopes.tolist())
        return result

    @cached_property
    def _value(self) -> Callable[..., Any]:
        return array_function(self.graph, [self.root], self._arguments)

    @cached_property
    def _gradient(self) -> Callable[..., Any]:
        return array_function(self.graph, self.slopes, self._arguments)

    @cached_property
    def _hessian(self) -> Callable[..., Any]:
        return array_function(self.graph, self.curvatures, self._arguments)

    @cached_property
    def lane_gradient(self) -> LaneFunction:
        """Gradient of many points, coordinate by coordinate, written into given arrays."""
        return self._lane_function(self.slopes)

    @cached_property
    def lane_value_and_gradient(self) -> LaneFunction:
        """Value and gradient of many points, coordinate by coordinate, written into given arrays."""
        return self._lane_function((self.root, *self.slopes))

    def _lane_function(self, outputs: Sequence[int]) -> LaneFunction:
        from surfaces.formula.lane_code import lane_function  # one run does without

        return lane_function(self.graph, outputs, self._arguments[: self.dim], self._arguments[self.dim :])

    def is_surely_finite(self, limits: Sequence[tuple[float, float]], values: Sequence[float]) -> bool:
        """Whether value and gradient are known to be finite wherever each variable is within its limits."""
        from surfaces.formula.ranges import is_surely_finite  # one run does without

        ranges = [*limits, *((value, value) for value in values)]
        named = dict(zip(self._arguments, ranges, strict=True))
        return is_surely_finite(self.graph, [self.root, *self.slopes], named)

    @cached_property
    def _switches(self) -> Callable[..., Any]:
        return array_function(self.graph, [switch.switch for switch in self.switches], self._arguments)

    @cached_property
    def _scalar(self) -> Callable[..., Any]:
        return scalar_function(self.graph, [self.root, *self.slopes], self._arguments)

    @property
    def _arguments(self) -> list[str]:
        return [*_code_names(self.variables, "v").values(), *_code_names(self.parameters, "p").values()]

    def _evaluate(
        self,
        function: Callable[..., Any],
        params: Array,
        values: Sequence[float | Array],
        places: Sequence[tuple[int, ...]],
        components: int,
    ) -> Array:
        """Outputs of a function at their places, shape ``(..., components)``; large ones are worked out in blocks."""
        params = np.asarray(params, dtype=np.float64)
        # NumPy numbers, because dividing Python floats by zero raises.
        numbers = [_number(value) for value in values]
        columns = [number for number in numbers if isinstance(number, np.ndarray)]
        lanes = params.shape[:-1]
        if columns:
            lanes = np.broadcast_shapes(lanes, *(column.shape for column in columns))
        out = np.empty((*lanes, components))
        with np.errstate(all="ignore"):
            if columns or params.size <= BLOCK * self.dim:
                _fill(out, function(*[params[..., axis] for axis in range(self.dim)], *numbers), places)
                return out
            flat, flat_out = params.reshape(-1, self.dim), out.reshape(-1, components)
            for first in range(0, len(flat), BLOCK):
                part = slice(first, first + BLOCK)
                _fill(flat_out[part], function(*flat[part].T, *numbers), places)
        return out


def _fill(out: Array, results: Sequence[Any], places: Sequence[tuple[int, ...]]) -> None:
    for result, components in zip(results, places, strict=True):
        for component in components:
            out[..., component] = result


def _number(value: float | Array) -> Any:
    return value if isinstance(value, np.ndarray) and value.ndim else np.float64(value)


def _open_grid(axes: Sequence[Array]) -> list[Array]:
    dim = len(axes)
    return [axis.reshape([-1 if d == dim - 1 - k else 1 for d in range(dim)]) for k, axis in enumerate(axes)]


def _code_names(names: Sequence[str], letter: str) -> dict[str, str]:
    return {name: f"{letter}{index}" for index, name in enumerate(names)}


@lru_cache(maxsize=256)
def _compile(text: str, variables: tuple[str, ...], parameters: tuple[str, ...]) -> CompiledFormula:
    _check_declared(variables, parameters)
    expression = parse(text, variables, parameters)
    _check_names(expression, variables, parameters)
    graph = Graph()
    names = {**_code_names(variables, "v"), **_code_names(parameters, "p")}
    root = Builder(graph, names).build(expression)
    inputs = [graph.name(names[variable]) for variable in variables]
    derivatives = Derivatives(graph)
    slopes = tuple(derivatives.of(root, name) for name in inputs)
    curvatures = tuple(
        derivatives.of(slopes[row], inputs[column])
        for row, column in combinations_with_replacement(range(len(inputs)), 2)
    )
    return CompiledFormula(text, variables, parameters, graph, root, slopes, curvatures, find_switches(graph, root))


def _check_declared(variables: tuple[str, ...], parameters: tuple[str, ...]) -> None:
    for name in parameters:
        if name in {*CONSTANTS, *variables} or function_of(name) or not is_name(name):
            raise FormulaError(f"A parameter cannot be called “{name}”; use another name of letters and digits.")


def _check_names(expression: Expression, variables: tuple[str, ...], parameters: tuple[str, ...]) -> None:
    known = [*variables, *parameters, *CONSTANTS]
    unknown: dict[str, Name] = {}
    for name in names_in(expression):
        if name.name not in known:
            unknown.setdefault(name.name, name)
    if unknown:
        listed = ", ".join(f"“{name}”" for name in unknown)
        verb = "is" if len(unknown) == 1 else "are"
        first = next(iter(unknown.values()))
        raise FormulaError(
            f"{listed} {verb} not known here; the names are {', '.join(known)}.",
            first.position,
            first.end - first.position,
        )
