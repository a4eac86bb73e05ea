"""What an optimizer is: frozen hyperparameters and two pure functions, `init` and `step`."""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

import numpy as np

from engine.hyperparameters import Declared

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.oracle import Oracle
    from surfaces import Array

Number = Any
"""A Python float (one coordinate of one run) or an array of lanes: an elementwise rule takes either."""


class NoState(NamedTuple):
    """The state of an optimizer that remembers nothing."""


@dataclass(frozen=True)
class Arithmetic:
    """The functions a rule may use beyond + − · ÷, for floats or for arrays."""

    sqrt: Callable[[Number], Number]
    absolute: Callable[[Number], Number]
    sign: Callable[[Number], Number]
    maximum: Callable[[Number, Number], Number]
    minimum: Callable[[Number, Number], Number]
    where: Callable[[Any, Number, Number], Number]
    """(condition, value if it holds, value otherwise); both values are always worked out."""


def _float_sign(value: float) -> float:
    return math.copysign(1.0, value) if value else value


def _float_where(condition: bool, one: float, other: float) -> float:
    return one if condition else other


ARRAYS = Arithmetic(np.sqrt, np.abs, np.sign, np.maximum, np.minimum, np.where)
FLOATS = Arithmetic(math.sqrt, abs, _float_sign, max, min, _float_where)

FAMILIES = ("first order", "adaptive", "second order", "saddles", "derivative-free", "composite")
"""The groups in which optimizers are listed."""


class Optimizer(Declared, ABC):
    """An update rule with its hyperparameters.

    A subclass is a frozen dataclass whose fields are declared by `engine.hyperparameters`. Nothing is mutated by a
    step, so any past iteration can be kept, shown again, resumed or branched.
    """

    formula: ClassVar[str] = ""
    """The update rule in one line of plain mathematics."""
    summary: ClassVar[str] = ""
    """One sentence: what it does and when it helps."""
    source: ClassVar[str] = ""
    """Where the rule was published."""
    symbols: ClassVar[dict[str, str]] = {}
    """LaTeX of fields of its state that are not written as in `engine.explain.symbols`."""
    family: ClassVar[str] = "first order"
    """One of `FAMILIES`."""
    uses_values: ClassVar[bool] = False
    """Whether its steps ask for losses; how often is then recorded beside its state."""
    uses_hessian: ClassVar[bool] = False
    """Whether its steps ask for Hessians; how often is then recorded beside its state."""
    draws: ClassVar[bool] = False
    """Whether its steps draw random numbers (`Oracle.generator`)."""
    asks_alike: ClassVar[bool] = True
    """Whether all lanes of a step ask the oracle equally often, so that one count is that of each."""
    stands_in_state: ClassVar[bool] = False
    """Whether its state, and not the params alone, says where it is: a branch that is moved then begins it afresh."""

    learning_rate: float

    @abstractmethod
    def init(self, params: Array) -> Any:
        """Return the state before the first step, for params of shape (..., dim).

        The state is a NamedTuple of float arrays whose leading axes are the lanes: (..., dim), (..., 1), (..., n, n).
        """

    @abstractmethod
    def step(
        self, params: Array, oracle: Oracle, state: Any, learning_rate: float, iteration: int
    ) -> tuple[Array, Any]:
        """Return (params, state) after one step.

        Parameters
        ----------
        params : array, shape (..., dim)
            The positions of all lanes.
        oracle : Oracle
            The only way to the surface; it counts what is asked.
        state : NamedTuple of arrays
            What the last step returned, or `init`.
        learning_rate : float
            The schedule's learning rate for this step.
        iteration : int
            The index of `params`: 0 for the first step.
        """


class Elementwise(Optimizer):
    """An optimizer that treats every coordinate alike and alone.

    Its rule is written once and runs on arrays of lanes and, about eight times faster than NumPy on two elements,
    on Python floats one coordinate at a time.
    """

    arrays: ClassVar[Arithmetic] = ARRAYS

    @abstractmethod
    def initial(self, zero: Number) -> Any:
        """Return the state before the first step; `zero` is a zero of the right kind and shape."""

    @abstractmethod
    def rule(
        self,
        parameter: Number,
        gradient: Number,
        state: Any,
        learning_rate: float,
        iteration: int,
        arithmetic: Arithmetic,
    ) -> tuple[Number, Any]:
        """Return (parameter, state) after one step of one coordinate, or of an array of them."""

    def init(self, params: Array) -> Any:
        """Return the state before the first step, for params of shape (..., dim)."""
        return self.initial(np.zeros_like(params))

    def step(
        self, params: Array, oracle: Oracle, state: Any, learning_rate: float, iteration: int
    ) -> tuple[Array, Any]:
        """Return (params, state) after one step of every lane."""
        return oracle.applied(self, params, oracle.gradient(params), state, learning_rate, iteration)


class LaneByLane(Optimizer):
    """An optimizer whose step decides (a search along a line, a simplex): lanes are taken one after another."""

    asks_alike = False

    @abstractmethod
    def init_one(self, point: Array) -> Any:
        """Return the state before the first step, for one point of shape (dim,)."""

    @abstractmethod
    def step_one(
        self, point: Array, oracle: Oracle, state: Any, learning_rate: float, iteration: int
    ) -> tuple[Array, Any]:
        """Return (point, state) after one step of one lane."""

    def init(self, params: Array) -> Any:
        """Return the states of all lanes, stacked."""
        if params.ndim == 1:
            return self.init_one(params)
        return _stacked([self.init_one(point) for point in _lanes(params, 1)], params.shape[:-1])

    def step(
        self, params: Array, oracle: Oracle, state: Any, learning_rate: float, iteration: int
    ) -> tuple[Array, Any]:
        """Return (params, state) after one step of every lane."""
        with np.errstate(all="ignore"):
            return each_lane(self.step_one, params, oracle, state, learning_rate, iteration)


def each_lane(
    step_one: Callable[[Array, Oracle, Any, float, int], tuple[Array, Any]],
    params: Array,
    oracle: Oracle,
    state: Any,
    learning_rate: float,
    iteration: int,
) -> tuple[Array, Any]:
    """Return (params, state) after taking a step of one lane, of shape (dim,), lane after lane."""
    if params.ndim == 1:
        return step_one(params, oracle, state, learning_rate, iteration)
    lanes = params.ndim - 1
    kind, points = type(state), _lanes(params, 1)
    states = [kind(*own) for own in zip(*(_lanes(f, f.ndim - lanes) for f in state), strict=True)]
    if not state:
        states = [state] * len(points)
    rates = np.broadcast_to(learning_rate, (*params.shape[:-1], 1)).reshape(-1)
    moved = [
        step_one(point, oracle.lane(lane), own, float(rate), iteration)
        for lane, (point, own, rate) in enumerate(zip(points, states, rates, strict=True))
    ]
    after = np.array([point for point, _ in moved]).reshape(params.shape)
    return after, _stacked([own for _, own in moved], params.shape[:-1])


def _lanes(array: Array, kept: int) -> Array:
    """Return an array with all but its last `kept` axes made one."""
    return array.reshape(-1, *array.shape[array.ndim - kept :])


def _stacked(states: list[Any], lanes: tuple[int, ...]) -> Any:
    """Return one state of lanes from a list of states."""
    fields = (np.array(values) for values in zip(*states, strict=True))
    return type(states[0])(*(values.reshape(*lanes, *values.shape[1:]) for values in fields))
