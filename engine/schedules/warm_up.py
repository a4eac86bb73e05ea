"""Small learning rates at first, in front of any other schedule."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import ClassVar

from engine.hyperparameters import choice, number
from engine.schedules.schedule import Before, Memory, Schedule, schedule_part


@dataclass(frozen=True)
class WarmUp(Before):
    """A rise for `length` iterations, and then another schedule from its own iteration 0.

    gradual   (k + 1) / length                              (Goyal et al. 2017, section 2.2)
    linear    start + (1 − start) k / length                (torch.optim.lr_scheduler.LinearLR)
    constant  start                                         (torch.optim.lr_scheduler.ConstantLR)

    All times the factor with which the other schedule begins, so that there is no jump; where that is 1 it is
    torch.optim.lr_scheduler.SequentialLR. A schedule that looks at the loss begins to look when its turn has come.
    """

    name = "warm-up"
    title = "Linear warm-up"
    formula = "η min(1, (k + 1) / length), then …"
    summary = "Saves runs whose learning rate is fit for the valley but not for the slope they start on."
    aliases: ClassVar[dict[str, str]] = {"total_iters": "length", "start_factor": "start"}

    length: int = number(10, 1, 1000, "Iterations until the full learning rate.", scale="log", minimum=1)
    shape: str = choice(("gradual", "linear", "constant"), "(k+1)/length, PyTorch's line from `start`, or `start`.")
    start: float = number(1 / 3, 0.0, 1.0, "The first factor (linear and constant only).")
    then: Schedule = schedule_part("The schedule that follows.")

    @property
    def memory_fields(self) -> tuple[str, ...]:
        """Return the names of what the other one remembers, and how many losses there were."""
        fields = super().memory_fields
        return ("observed", *fields) if fields else ()

    def first_memory(self) -> Memory:
        """Return none observed and the other one's memory."""
        first = super().first_memory()
        return (0.0, *first) if first else ()

    def observe(self, memory: Memory, loss: float) -> Memory:
        """Count the losses, and show the other schedule those of its own iterations."""
        if not memory:
            return memory
        observed, *others = memory
        after = self.then.observe(tuple(others), loss) if observed >= self.length else others
        return observed + 1.0, *after

    def factor(self, iteration: int, memory: Memory = ()) -> float:
        """Return the share of the other schedule's first factor, or its later ones."""
        if iteration >= self.length:
            return self.then.factor(iteration - self.length, memory[1:])
        return self._rise(iteration) * self.then.factor(0, memory[1:])

    def _rise(self, iteration: int) -> float:
        if self.shape == "gradual":
            return (iteration + 1) / self.length
        if self.shape == "linear":
            return self.start + (1.0 - self.start) * (iteration / self.length)
        return self.start


@dataclass(frozen=True)
class ExponentialWarmUp(Before):
    """1 − exp(−(k + 1) / tau), times another schedule that runs from the start (Ma & Yarats 2021, equation 4).

    Their rule of thumb for Adam is tau = 1 / (1 − β2).
    """

    name = "exponential-warm-up"
    title = "Exponential warm-up"
    formula = "η (1 − exp(−(k + 1) / τ)) · …"
    summary = "A rise without a corner: fast at first, 63 % after τ iterations, 95 % after three times as many."

    tau: float = number(
        10.0, 0.1, 1000.0, "Iterations until 63 % of the full learning rate.", scale="log", minimum=1e-3
    )
    then: Schedule = schedule_part("The schedule that it slows down at first.")

    def factor(self, iteration: int, memory: Memory = ()) -> float:
        """Return the share, times the other schedule's factor."""
        return -math.expm1(-(iteration + 1) / self.tau) * self.then.factor(iteration, memory)
