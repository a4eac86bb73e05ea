"""Learning rates that grow with the batch."""

from __future__ import annotations

import math
from dataclasses import dataclass

from engine.hyperparameters import choice, number
from engine.schedules.schedule import Before, Memory, Schedule, schedule_part


@dataclass(frozen=True)
class BatchScaling(Before):
    """Another schedule at a learning rate that was found for a batch of `reference` samples.

    linear       η B / reference      (Goyal et al. 2017, section 2.1): equal mean paths per epoch
    square-root  η √(B / reference)   (Krizhevsky 2014): equal variance of the steps; for Adam: Malladi et al. 2022

    B is the batch size of the run, all samples for a full batch; on a surface without samples nothing is scaled.
    """

    name = "batch-scaling"
    title = "Scaled with the batch"
    formula = "η B / B₀, then …"
    summary = "Twice the batch, twice the learning rate: the same path in fewer steps, until the rate passes 2/λ."

    rule: str = choice(("linear", "square-root"), "In proportion to the batch size, or to its square root.")
    reference: int = number(8, 1, 1024, "The batch size that the learning rate was found for.", scale="log", minimum=1)
    then: Schedule = schedule_part("The schedule that is scaled.")

    def scale(self, batch_size: int) -> float:
        """Return the growth of the learning rate, times the other schedule's."""
        ratio = batch_size / self.reference if batch_size else 1.0
        return (ratio if self.rule == "linear" else math.sqrt(ratio)) * super().scale(batch_size)

    def factor(self, iteration: int, memory: Memory = ()) -> float:
        """Return the other schedule's factor."""
        return self.then.factor(iteration, memory)
