"""AdaGrad."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from numpy import ndarray

from engine.hyperparameters import choice, number
from engine.optimizer import Arithmetic, Elementwise, Number
from engine.optimizers.optional import weight_decay


class AdaGradState(NamedTuple):
    """The sum of all squared gradients so far."""

    sum_of_squares: Number


@dataclass(frozen=True)
class AdaGrad(Elementwise):
    """h ← h + g², θ ← θ − η g / (√h + ε) (Duchi, Hazan & Singer 2011, figure 1, diagonal form).

    On a constant slope the distance covered after n steps is η Σ 1/√k ≈ 2 η √n. As in torch, η may fall by itself,
    η / (1 + k δ) at iteration k with δ = `lr_decay`, and weight decay adds λ θ to g. Optax begins with h = 0.1 and has
    g / √(h + ε); the book has ε = 1e-7.
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
    aliases: ClassVar[dict[str, str]] = {"initial_accumulator_value": "initial_accumulator"}

    learning_rate: float = number(0.01, 1e-3, 5.0, "The length of the very first step along each axis.", scale="log")
    eps: float = number(1e-10, 1e-16, 1e-2, "Keeps the division finite where no gradient was seen.", scale="log")
    initial_accumulator: float = number(0.0, 0.0, 1.0, "The sum of squares before the first step.")
    lr_decay: float = number(0.0, 0.0, 1.0, "Lets the learning rate fall as η / (1 + k δ) on top of everything.")
    eps_placement: str = choice(("outside", "inside"), "√h + ε (PyTorch) or √(h + ε) (Optax).")
    weight_decay: float = weight_decay()

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
        decay: Number = self.weight_decay
        if decay.__class__ is ndarray or decay:  # `with_l2`, written out where every nanosecond shows
            gradient = gradient + decay * parameter
        fall: Number = self.lr_decay
        rate: Number = learning_rate
        if fall.__class__ is ndarray or fall:
            rate = learning_rate / (1.0 + iteration * fall)
        total = state.sum_of_squares + gradient * gradient
        if self.eps_placement == "inside":
            return parameter - rate * gradient / arithmetic.sqrt(total + self.eps), AdaGradState(total)
        return parameter - rate * gradient / (arithmetic.sqrt(total) + self.eps), AdaGradState(total)
