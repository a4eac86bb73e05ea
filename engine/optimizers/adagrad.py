"""AdaGrad."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from engine.hyperparameters import number
from engine.optimizer import Arithmetic, Elementwise, Number


class AdaGradState(NamedTuple):
    """The sum of all squared gradients so far."""

    sum_of_squares: Number


@dataclass(frozen=True)
class AdaGrad(Elementwise):
    """h ← h + g², θ ← θ − η g / (√h + ε) (Duchi, Hazan & Singer 2011, figure 1, diagonal form).

    On a constant slope the distance covered after n steps is η Σ 1/√k ≈ 2 η √n.
    """

    name = "adagrad"
    title = "AdaGrad"
    family = "adaptive"
    formula = "h ← h + g²;  θ ← θ − η g / (√h + ε)"
    summary = (
        "Each parameter brakes by all the gradients it has ever seen: steep axes slow down at once, rare ones keep "
        "their pace, and in the end everything slows."
    )
    source = "Duchi, Hazan & Singer 2011; torch.optim.Adagrad"

    learning_rate: float = number(0.01, 1e-3, 5.0, "The length of the very first step along each axis.", scale="log")
    eps: float = number(1e-10, 1e-16, 1e-2, "Keeps the division finite where no gradient was seen.", scale="log")
    initial_accumulator: float = number(0.0, 0.0, 1.0, "The sum of squares before the first step.")

    def initial(self, zero: Number) -> AdaGradState:
        """Return the initial accumulator for every coordinate."""
        return AdaGradState(zero + self.initial_accumulator)

    def rule(
        self,
        parameter: Number,
        gradient: Number,
        state: AdaGradState,
        learning_rate: float,
        iteration: int,
        arithmetic: Arithmetic,
    ) -> tuple[Number, AdaGradState]:
        """Return one step."""
        total = state.sum_of_squares + gradient * gradient
        update = learning_rate * gradient / (arithmetic.sqrt(total) + self.eps)
        return parameter - update, AdaGradState(total)
