"""What a schedule is: a pure function of the iteration that scales an optimizer's learning rate.

The learning rate of iteration k is optimizer.learning_rate · schedule.scale(batch_size) · schedule.factor(k, memory).
Only a schedule that looks at the loss has a memory; it is recorded with every row, so that any of them can be resumed.
"""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from engine.hyperparameters import Declared, part

if TYPE_CHECKING:
    from collections.abc import Mapping

Memory = tuple[float, ...]


class Schedule(Declared, ABC):
    """A frozen dataclass of hyperparameters with one pure function."""

    formula: ClassVar[str] = ""
    """The learning rate in one line of plain mathematics."""
    summary: ClassVar[str] = ""
    """One sentence: what it is for."""

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

    def scale(self, batch_size: int) -> float:
        """Return the factor that a batch of so many samples calls for; 0 stands for a surface without samples."""
        return 1.0

    @abstractmethod
    def factor(self, iteration: int, memory: Memory = ()) -> float:
        """Return the factor on the learning rate at `iteration` (0, 1, …), its loss being the last one observed.

        Without a memory it is what the schedule does if the loss gives it no cause.
        """


class Before(Schedule):
    """A schedule in front of another one, its part `then`."""

    then: Schedule

    @property
    def memory_fields(self) -> tuple[str, ...]:
        """Return the names of what the other one remembers."""
        return tuple(f"then.{name}" for name in self.then.memory_fields)

    def first_memory(self) -> Memory:
        """Return the other one's."""
        return self.then.first_memory()

    def observe(self, memory: Memory, loss: float) -> Memory:
        """Let the other one look at the loss."""
        return self.then.observe(memory, loss)

    def scale(self, batch_size: int) -> float:
        """Return the other one's."""
        return self.then.scale(batch_size)


def schedule_part(help: str) -> Any:
    """Declare a part that is a schedule, at first the constant one."""
    return part(_schedules, "constant", help)


def _schedules() -> Mapping[str, type[Schedule]]:
    from engine.schedules import SCHEDULES  # the table names this package's files

    return SCHEDULES


def raised(base: float, exponent: float) -> float:
    """Return base to the exponent, infinite beyond the range of floats: the run then ends as non-finite."""
    try:
        return float(base**exponent)
    except OverflowError:
        return math.inf


@dataclass(frozen=True)
class Constant(Schedule):
    """Factor 1."""

    name = "constant"
    title = "Constant"
    formula = "η"
    summary = "The learning rate stays as it is; with noisy gradients a run then dances around the minimum for ever."

    def factor(self, iteration: int, memory: Memory = ()) -> float:
        """Return 1."""
        return 1.0
