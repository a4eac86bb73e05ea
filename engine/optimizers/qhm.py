"""Quasi-hyperbolic momentum."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from engine.hyperparameters import number
from engine.optimizer import Arithmetic, Elementwise, Number
from engine.optimizers.optional import weight_decay, with_l2


class QHMState(NamedTuple):
    """The moving average of gradients."""

    velocity: Number


@dataclass(frozen=True)
class QHM(Elementwise):
    """m ← μ m + (1 − μ) g, θ ← θ − η ((1 − ν) g + ν m) (Ma & Yarats 2019, algorithm 1; the paper's β is μ).

    ν = 0 is gradient descent, ν = 1 averaged momentum, ν = μ Nesterov's method at rate η (1 − μ). The weights of all
    gradients add up to 1, so η means what it means for gradient descent. With weight decay, g is ∇f + λ θ.
    """

    name = "qhm"
    title = "Quasi-hyperbolic momentum"
    formula = "m ← μ m + (1−μ)g;  θ ← θ − η ((1−ν) g + ν m)"
    summary = (
        "A mixture of a plain gradient step and an averaged one: a long memory that still answers at once. "
        "Gradient descent, momentum and Nesterov are points on its two sliders."
    )
    source = "Ma & Yarats 2019; qhoptim"
    aliases: ClassVar[dict[str, str]] = {"beta": "momentum"}
    symbols: ClassVar[dict[str, str]] = {"velocity": "m"}

    learning_rate: float = number(0.01, 1e-4, 3.0, "The step's length is η times the mixture's.", scale="log")
    momentum: float = number(
        0.999, 0.0, 0.999, "The share of the average that is kept at each step.", scale="one-minus"
    )
    nu: float = number(0.7, 0.0, 1.0, "The share of the average in the step; the rest is the gradient itself.")
    weight_decay: float = weight_decay()

    def initial(self, zero: Number) -> QHMState:
        """Return an average of zero."""
        return QHMState(zero)

    def rule(
        self,
        parameter: Number,
        gradient: Number,
        state: QHMState,
        learning_rate: float,
        iteration: int,
        arithmetic: Arithmetic,
    ) -> tuple[Number, QHMState]:
        """Return one step."""
        gradient = with_l2(gradient, parameter, self.weight_decay)
        average = self.momentum * state.velocity + (1.0 - self.momentum) * gradient
        mixture = (1.0 - self.nu) * gradient + self.nu * average
        return parameter - learning_rate * mixture, QHMState(average)
