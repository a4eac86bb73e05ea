"""Averages of the iterates of another optimizer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, NamedTuple

import numpy as np

from engine.hyperparameters import choice, number
from engine.nested_state import nested
from engine.optimizers.composite import Composite, common_rate, optimizer_part, part_step

if TYPE_CHECKING:
    from engine.nested_state import NestedState
    from engine.optimizer import Optimizer
    from engine.oracle import Oracle
    from surfaces import Array


class Average(NamedTuple):
    """The average, beside a run of the iterates, shape (..., dim)."""

    average: Array


class Iterate(NamedTuple):
    """The iterate, beside a run of the averages, shape (..., dim)."""

    iterate: Array


@dataclass(frozen=True)
class Averaged(Composite):
    """The average a of the points that another optimizer goes through; its own way is not touched by it.

    polyak  the mean of θ_start … θ_k (Polyak & Juditsky 1992); torch.optim.ASGD's average is that with
            start = t0 + 2 (its first two weights are 1)
    swa     the mean of every `every`-th of them (Izmailov et al. 2018; torch.optim.swa_utils)
    ema     a ← d a + (1 − d) θ_k from θ_start on (torch.optim.swa_utils.get_ema_multi_avg_fn)

    Until `start` the average is the iterate itself.
    """

    name = "averaged"
    title = "Average of the iterates"
    formula = "a ← a + (θ − a) / n"
    summary = (
        "Where the iterates dance around a minimum, their mean lies much nearer to it: a small noise ball without a "
        "small learning rate. A long way in is averaged too, unless it begins late."
    )
    source = "Polyak & Juditsky 1992; Izmailov et al. 2018; torch.optim.ASGD, torch.optim.swa_utils"
    symbols: ClassVar[dict[str, str]] = {"average": "a"}
    aliases: ClassVar[dict[str, str]] = {"swa_start": "start"}

    learning_rate: float = common_rate()
    average: str = choice(("polyak", "swa", "ema"), "The mean of all, of every so many, or one that fades.")
    records: str = choice(("iterate", "average"), "Which of the two is the run; the other one is its state.")
    start: int = number(1, 0, 10_000, "The iteration of the first point that counts.")
    every: int = number(5, 1, 100, "Steps between two points that count (swa only).", scale="log", minimum=1)
    decay: float = number(0.999, 0.5, 0.9999, "How slowly old points fade (ema only).", scale="one-minus", below=1.0)
    inner: Optimizer = optimizer_part("gradient-descent", "The optimizer whose points are averaged.")

    def init(self, params: Array) -> NestedState:
        """Return an average that is the start, or an iterate that is."""
        other = Average if self.records == "iterate" else Iterate
        return nested(other(np.array(params)), inner=self.inner.init(params))

    def composed(
        self, params: Array, oracle: Oracle, state: NestedState, learning_rate: float, iteration: int
    ) -> tuple[Array, NestedState]:
        """Return one step of the iterate and of the average."""
        (other,) = state.own
        iterate, average = (params, other) if self.records == "iterate" else (other, params)
        oracle.note("a", average, arrow="memory")
        rate = learning_rate * self.inner.learning_rate
        iterate, inner = part_step(self.inner, iterate, oracle, state.part("inner"), rate, iteration)
        oracle.note(r"\theta_i", iterate, r"\theta + \Delta\theta", arrow="update")
        share, formula = self._share(iteration + 1)
        oracle.note("s", share, formula)
        average = iterate if share == 1.0 else average + share * (iterate - average)
        oracle.note("a", average, r"<a> + <s> \, (<\theta_i> - <a>)", arrow="memory")
        if self.records == "iterate":
            oracle.note(r"\theta", iterate, r"<\theta_i>")
            return iterate, nested(Average(average), inner=inner)
        oracle.note(r"\theta", average, "<a>")
        return average, nested(Iterate(iterate), inner=inner)

    def _share(self, iteration: int) -> tuple[float, str]:
        """Return how much of the average the point of an iteration makes up, and the formula of that."""
        late = iteration - self.start
        if late <= 0:
            return 1.0, "1"
        if self.average == "ema":
            return 1.0 - self.decay, r"1 - <\mathrm{decay}>"
        if self.average == "swa" and late % self.every:
            return 0.0, "0"
        points = late + 1 if self.average == "polyak" else late // self.every + 1
        return 1.0 / points, rf"\frac{{1}}{{{points}}}"
