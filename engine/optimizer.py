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


def _float_sign(value: float) -> float:
    return math.copysign(1.0, value) if value else value


ARRAYS = Arithmetic(np.sqrt, np.abs, np.sign, np.maximum)
FLOATS = Arithmetic(math.sqrt, abs, _float_sign, max)


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
    aliases: ClassVar[dict[str, str]] = {}
    """Other names of its hyperparameters, accepted on input."""
    uses_hessian: ClassVar[bool] = False

    learning_rate: float

    @abstractmethod
    def init(self, params: Array) -> Any:
        """Return the state before the first step, for params of shape (..., dim)."""

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
        gradient = oracle.gradient(params)
        return self.rule(params, gradient, state, learning_rate, iteration, ARRAYS)
