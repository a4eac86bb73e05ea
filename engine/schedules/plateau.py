"""The schedule that looks at the loss."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import ClassVar

from engine.hyperparameters import choice, number
from engine.schedules.schedule import Memory, Schedule


@dataclass(frozen=True)
class ReduceOnPlateau(Schedule):
    """The learning rate drops when the loss has not fallen for long (torch.optim.lr_scheduler.ReduceLROnPlateau).

    A loss is better than the lowest one L if it is below L (1 − threshold) (rel) or L − threshold (abs). After more
    than `patience` losses in a row that are not, the factor is multiplied by `reduction` (PyTorch's factor), but not
    below the floor, and the next `cooldown` losses do not count.

    It looks at the full surface's loss, the start included, which the record has anyway: no evaluation is counted.
    PyTorch leaves out drops of less than 1e-8; here there is no such limit.
    """

    name = "plateau"
    title = "Reduce on plateau"
    formula = "η · reduction^(plateaus so far)"
    summary = "Waits until progress stops and only then slows down; the one schedule that sees the loss."
    aliases: ClassVar[dict[str, str]] = {"factor": "reduction"}

    reduction: float = number(0.1, 0.01, 0.99, "The factor of each drop.", scale="log", below=1.0)
    patience: int = number(10, 0, 500, "So many losses without progress are borne.")
    threshold: float = number(1e-4, 1e-8, 0.5, "What counts as progress.", scale="log")
    threshold_mode: str = choice(("rel", "abs"), "Progress as a share of the lowest loss, or as a number.")
    cooldown: int = number(0, 0, 500, "Losses after a drop that do not count.")
    floor: float = number(0.0, 0.0, 1.0, "The share of the learning rate below which it never drops.")

    @property
    def memory_fields(self) -> tuple[str, ...]:
        """The lowest loss, losses without progress since, losses left that do not count, and the factor."""
        return "best", "waited", "cooling", "factor"

    def first_memory(self) -> Memory:
        """Return what every loss is better than, and factor 1."""
        return math.inf, 0.0, 0.0, 1.0

    def observe(self, memory: Memory, loss: float) -> Memory:
        """Return the memory after one more loss."""
        best, waited, cooling, factor = memory
        if loss < (best * (1.0 - self.threshold) if self.threshold_mode == "rel" else best - self.threshold):
            best, waited = loss, 0.0
        else:
            waited += 1.0
        if cooling:
            cooling, waited = cooling - 1.0, 0.0
        if waited > self.patience:
            return best, 0.0, float(self.cooldown), max(factor * self.reduction, self.floor)
        return best, waited, cooling, factor

    def factor(self, iteration: int, memory: Memory = ()) -> float:
        """Return the product of the drops so far; 1 where nothing was observed."""
        return memory[3] if memory else 1.0
