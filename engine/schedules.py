"""Schedules: pure functions of the iteration that scale an optimizer's learning rate.

The learning rate of iteration k is ``optimizer.learning_rate * schedule.factor(k, memory)``. Only a schedule that looks
at the loss has a memory; it is recorded with every row, so that any of them can be resumed.
"""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from engine.hyperparameters import Declared, HyperparameterError, make, number

if TYPE_CHECKING:
    from collections.abc import Mapping

Memory = tuple[float, ...]


def _power(base: float, exponent: int) -> float:
    try:
        return float(base**exponent)
    except OverflowError:  # a factor above 1: the run then ends as non-finite
        return math.inf


class Schedule(Declared, ABC):
    """A frozen dataclass of hyperparameters with one pure function."""

    formula: ClassVar[str] = ""

    @property
    def memory_fields(self) -> tuple[str, ...]:
        """Names of the numbers it remembers; none unless it looks at the loss."""
        return ()

    def first_memory(self) -> Memory:
        """Return what is remembered before anything was observed."""
        return ()

    def observe(self, memory: Memory, loss: float) -> Memory:
        """Return the memory after the loss of one more iteration, the start included."""
        return memory

    @abstractmethod
    def factor(self, iteration: int, memory: Memory = ()) -> float:
        """Return the factor on the learning rate at `iteration` (0, 1, …)."""


@dataclass(frozen=True)
class Constant(Schedule):
    """Factor 1."""

    name = "constant"
    title = "Constant"
    formula = "η"

    def factor(self, iteration: int, memory: Memory = ()) -> float:
        """Return 1."""
        return 1.0


@dataclass(frozen=True)
class StepDecay(Schedule):
    """γ^⌊k / every⌋ (torch.optim.lr_scheduler.StepLR)."""

    name = "step"
    title = "Step decay"
    formula = "η γ^⌊k / every⌋"

    every: int = number(50, 1, 1000, "Iterations between two drops.", scale="log", minimum=1)
    gamma: float = number(0.1, 0.01, 1.0, "The factor of each drop.", scale="log")

    def factor(self, iteration: int, memory: Memory = ()) -> float:
        """Return γ to the number of drops so far."""
        return _power(self.gamma, iteration // self.every)


@dataclass(frozen=True)
class Exponential(Schedule):
    """γᵏ (torch.optim.lr_scheduler.ExponentialLR)."""

    name = "exponential"
    title = "Exponential"
    formula = "η γᵏ"

    gamma: float = number(0.99, 0.5, 0.9999, "The factor of every iteration.", scale="one-minus")

    def factor(self, iteration: int, memory: Memory = ()) -> float:
        """Return γ to the power k."""
        return _power(self.gamma, iteration)


@dataclass(frozen=True)
class Cosine(Schedule):
    """½ (1 + cos(π k / length)), 0 from then on (Loshchilov & Hutter 2017, equation 5, without restarts)."""

    name = "cosine"
    title = "Cosine"
    formula = "½ η (1 + cos(π k / length))"

    length: int = number(200, 1, 10000, "Iterations until the learning rate is 0.", scale="log", minimum=1)

    def factor(self, iteration: int, memory: Memory = ()) -> float:
        """Return half a cosine wave from 1 to 0."""
        return 0.5 * (1.0 + math.cos(math.pi * min(iteration / self.length, 1.0)))


@dataclass(frozen=True)
class WarmUp(Schedule):
    """min(1, (k + 1) / length): linear warm-up, then constant (Goyal et al. 2017, section 2.2)."""

    name = "warm-up"
    title = "Linear warm-up"
    formula = "η min(1, (k + 1) / length)"

    length: int = number(10, 1, 1000, "Iterations until the full learning rate.", scale="log", minimum=1)

    def factor(self, iteration: int, memory: Memory = ()) -> float:
        """Return the share of the full learning rate."""
        return min(1.0, (iteration + 1) / self.length)


SCHEDULES: dict[str, type[Schedule]] = {cls.name: cls for cls in (Constant, StepDecay, Exponential, Cosine, WarmUp)}


def make_schedule(name: str, values: Mapping[str, Any] | None = None) -> Schedule:
    """Return the schedule `name`; raises HyperparameterError for what it does not know."""
    if name not in SCHEDULES:
        raise HyperparameterError(f"There is no schedule {name!r}. Known: {', '.join(SCHEDULES)}.")
    return make(SCHEDULES[name], values or {})
