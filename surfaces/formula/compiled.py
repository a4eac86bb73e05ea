"""From typed text to exact value, gradient and Hessian."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import combinations_with_replacement
from typing import TYPE_CHECKING, Any

import numpy as np

from surfaces.formula.codegen import array_function, scalar_function
from surfaces.formula.derivative import differentiate
from surfaces.formula.errors import FormulaError
from surfaces.formula.expression import (
    Call,
    Chain,
    Expression,
    Name,
    Negative,
    Number,
    Power,
    names_in,
    parse,
)
from surfaces.formula.functions import ARITY, CONSTANTS, LOG_BASES
from surfaces.formula.graph import Graph

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from surfaces.surface import Array


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
    known = {*variables, *CONSTANTS, *ARITY}
    return tuple(dict.fromkeys(name.name for name in names_in(parse(text)) if name.name not in known))


@dataclass(frozen=True, eq=False)
class CompiledFormula:
    """A checked formula; ``values`` are always the parameters' values in the order of ``parameters``."""

    text: str
    variables: tuple[str, ...]
    parameters: tuple[str, ...]
    graph: Graph
    root: int
    slopes: tuple[int, ...]
    curvatures: tuple[int, ...]

    @property
    def dim(self) -> int:
        """Number of variables."""
        return len(self.variables)

    def value(self, params: Array, values: Sequence[float] = ()) -> Array:
        """Values of shape ``(...)`` for params of shape ``(..., dim)``."""
        params = np.asarray(params, dtype=np.float64)
        out = np.empty(params.shape[:-1])
        out[...] = self._evaluate(self._value, params, values)[0]
        return out

    def gradient(self, params: Array, values: Sequence[float] = ()) -> Array:
        """Gradients of shape ``(..., dim)``."""
        params = np.asarray(params, dtype=np.float64)
        out = np.empty(params.shape)
        for axis, slope in enumerate(self._evaluate(self._gradient, params, values)):
            out[..., axis] = slope
        return out

    def hessian(self, params: Array, values: Sequence[float] = ()) -> Array:
        """Hessians of shape ``(..., dim, dim)``."""
        params = np.asarray(params, dtype=np.float64)
        out = np.empty((*params.shape, self.dim))
        curvatures = self._evaluate(self._hessian, params, values)
        pairs = combinations_with_replacement(range(self.dim), 2)
        for (row, column), curvature in zip(pairs, curvatures, strict=True):
            out[..., row, column] = out[..., column, row] = curvature
        return out

    def on_grid(self, axes: Sequence[Array], values: Sequence[float] = ()) -> Array:
        """Values on the open grid of one coordinate array per variable, indexed ``[i_last, ..., i_first]``.

        Each coordinate stays one-dimensional as long as the formula allows, which saves most of the work.
        """
        dim = self.dim
        columns = [axis.reshape([-1 if d == dim - 1 - k else 1 for d in range(dim)]) for k, axis in enumerate(axes)]
        out = np.empty([axis.size for axis in reversed(axes)])
        with np.errstate(all="ignore"):
            out[...] = self._value(*columns, *map(np.float64, values))[0]
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
    def _scalar(self) -> Callable[..., Any]:
        return scalar_function(self.graph, [self.root, *self.slopes], self._arguments)

    @property
    def _arguments(self) -> list[str]:
        return [*_code_names(self.variables, "v").values(), *_code_names(self.parameters, "p").values()]

    def _evaluate(self, function: Callable[..., Any], params: Array, values: Sequence[float]) -> Any:
        columns = [params[..., axis] for axis in range(self.dim)]
        # NumPy scalars, because dividing Python floats by zero raises.
        with np.errstate(all="ignore"):
            return function(*columns, *map(np.float64, values))


def _code_names(names: Sequence[str], letter: str) -> dict[str, str]:
    return {name: f"{letter}{index}" for index, name in enumerate(names)}


@lru_cache(maxsize=256)
def _compile(text: str, variables: tuple[str, ...], parameters: tuple[str, ...]) -> CompiledFormula:
    _check_declared(variables, parameters)
    expression = parse(text)
    _check_names(expression, variables, parameters)
    graph = Graph()
    names = {**_code_names(variables, "v"), **_code_names(parameters, "p")}
    root = _Builder(graph, names).build(expression)
    inputs = [graph.name(names[variable]) for variable in variables]
    slopes = tuple(differentiate(graph, root, name) for name in inputs)
    curvatures = tuple(
        differentiate(graph, slopes[row], inputs[column])
        for row, column in combinations_with_replacement(range(len(inputs)), 2)
    )
    return CompiledFormula(text, variables, parameters, graph, root, slopes, curvatures)


def _check_declared(variables: tuple[str, ...], parameters: tuple[str, ...]) -> None:
    for name in parameters:
        if name in {*CONSTANTS, *ARITY, *variables} or not (name.isidentifier() and name.isascii()):
            raise FormulaError(f"A parameter cannot be called “{name}”; use another name of letters and digits.")


def _check_names(expression: Expression, variables: tuple[str, ...], parameters: tuple[str, ...]) -> None:
    known = [*variables, *parameters, *CONSTANTS]
    unknown: dict[str, int] = {}
    for name in names_in(expression):
        if name.name in ARITY:
            raise FormulaError(f"“{name.name}” is a function; write {name.name}(…).", name.position)
        if name.name not in known:
            unknown.setdefault(name.name, name.position)
    if unknown:
        listed = ", ".join(f"“{name}”" for name in unknown)
        verb = "is" if len(unknown) == 1 else "are"
        raise FormulaError(
            f"{listed} {verb} not known here; the names are {', '.join(known)}, the functions {', '.join(ARITY)}.",
            next(iter(unknown.values())),
        )


class _Builder:
    """Puts a typed tree into a graph."""

    def __init__(self, graph: Graph, names: dict[str, str]) -> None:
        self._graph = graph
        self._names = names

    def build(self, expression: Expression) -> int:
        graph = self._graph
        match expression:
            case Number(value=value):
                return graph.const(value)
            case Name(name=name):
                return graph.name(self._names[name]) if name in self._names else graph.const(CONSTANTS[name])
            case Negative(operand=operand):
                return graph.neg(self.build(operand))
            case Chain():
                return self._chain(expression)
            case Power(base=base, exponent=exponent):
                built = self.build(base), self.build(exponent)
                return self._finite(graph.pow(*built), built, expression.position)
            case Call(function=function, arguments=arguments):
                inner = tuple(self.build(argument) for argument in arguments)
                return self._finite(self._call(function, inner), inner, expression.position)

    def _chain(self, chain: Chain) -> int:
        graph = self._graph
        join = {"+": graph.add, "-": graph.sub, "*": graph.mul, "/": graph.div}
        result = self.build(chain.operands[0])
        for sign, operand in zip(chain.operators[1:], chain.operands[1:], strict=True):
            pair = result, self.build(operand)
            result = self._finite(join[sign](*pair), pair, operand.position)
        return result

    def _call(self, function: str, inner: tuple[int, ...]) -> int:
        graph = self._graph
        if function == "ln":
            return graph.call("log", *inner)
        if function in LOG_BASES:
            return graph.div(graph.call("log", *inner), graph.const(LOG_BASES[function]))
        if function == "relu":
            # The constant first: at 0 the slope is then 0, as everywhere in the literature.
            return graph.call("max", graph.const(0.0), *inner)
        return graph.call(function, *inner)

    def _finite(self, result: int, inner: tuple[int, ...], position: int) -> int:
        """Refuse operations on constants that give no finite number, such as 1/0 or 9^9^9."""
        constants = all(self._graph.constant(index) is not None for index in inner)
        if constants and self._graph.constant(result) is None:
            raise FormulaError(
                "This part has no finite value: too large, divided by 0 or outside a function's domain.",
                position,
            )
        return result
