"""What composites share: optimizers that are made of optimizers."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.hyperparameters import number, part
from engine.optimizer import Optimizer
from engine.oracle import Part

if TYPE_CHECKING:
    from collections.abc import Mapping

    from engine.oracle import Oracle
    from surfaces import Array


def common_rate() -> Any:
    """Declare a composite's learning rate: a factor on those of its parts, so that schedules reach them all."""
    return number(1.0, 0.01, 10.0, "A common factor on the learning rates of its parts.", scale="log")


def optimizer_part(default: str, help: str) -> Any:
    """Declare a part that is an optimizer."""
    return part(_optimizers, default, help)


def _optimizers() -> Mapping[str, type[Optimizer]]:
    from engine.optimizers import OPTIMIZERS  # the table names this package's files

    return OPTIMIZERS


def part_step(
    part: Optimizer, params: Array, oracle: Oracle, state: Any, learning_rate: float, iteration: int
) -> tuple[Array, Any]:
    """Return a part's step; whoever explains it knows that it is the part's."""
    own = oracle.for_part(Part(part, params, state, learning_rate))
    return part.step(params, own, state, learning_rate, iteration)


class Composite(Optimizer):
    """An optimizer made of others. It asks for what its parts ask for, and its learning rate is a factor on theirs."""

    family = "composite"

    def __post_init__(self) -> None:
        super().__post_init__()
        parts = [value for value in vars(self).values() if isinstance(value, Optimizer)]
        for flag in ("uses_values", "uses_hessian", "draws"):
            object.__setattr__(self, flag, getattr(self, flag) or any(getattr(part, flag) for part in parts))

    def step(
        self, params: Array, oracle: Oracle, state: Any, learning_rate: float, iteration: int
    ) -> tuple[Array, Any]:
        """Return (params, state) after one step of every lane; what overflows is infinite."""
        with np.errstate(all="ignore"):
            return self.composed(params, oracle, state, learning_rate, iteration)

    @abstractmethod
    def composed(
        self, params: Array, oracle: Oracle, state: Any, learning_rate: float, iteration: int
    ) -> tuple[Array, Any]:
        """Return (params, state) after one step that is made of the parts' steps."""


class Transform(Composite):
    """A composite of one part, to which it shows a changed oracle.

    It remembers nothing, so its state is that of its part: what is drawn from a state is drawn as ever.
    """

    inner: Optimizer

    def init(self, params: Array) -> Any:
        """Return the part's state before the first step."""
        return self.inner.init(params)

    def composed(
        self, params: Array, oracle: Oracle, state: Any, learning_rate: float, iteration: int
    ) -> tuple[Array, Any]:
        """Return the part's step on the changed oracle."""
        shown = self.shown(oracle, iteration)
        return part_step(self.inner, params, shown, state, learning_rate * self.inner.learning_rate, iteration)

    @abstractmethod
    def shown(self, oracle: Oracle, iteration: int) -> Oracle:
        """Return the oracle that the part sees at an iteration."""
