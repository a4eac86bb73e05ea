"""Sign descent, with or without momentum."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from engine.hyperparameters import number
from engine.optimizer import Arithmetic, Elementwise, Number


class SignDescentState(NamedTuple):
    """The moving average of gradients."""

    first_moment: Number


@dataclass(frozen=True)
class SignDescent(Elementwise):
    """m ← μ m + (1 − μ) g, θ ← θ − η sign(m) (Bernstein et al. 2018: signSGD for μ = 0, else algorithm 2, Signum)."""

    name = "sign-descent"
    title = "Sign descent"
    formula = "m ← μ m + (1−μ)g;  θ ← θ − η sign(m)"
    summary = (
        "Every parameter moves by exactly η, whatever its slope: what Adam does on its first step. It never comes to "
        "rest by itself and ends in a cycle as wide as a step."
    )
    source = "Bernstein et al. 2018; optax.sign_sgd"

    learning_rate: float = number(0.01, 1e-4, 1.0, "The exact length of every step along each axis.", scale="log")
    momentum: float = number(0.0, 0.0, 0.999, "How slowly old gradients fade.", scale="one-minus", below=1.0)

    def initial(self, zero: Number) -> SignDescentState:
        """Return an average of zero."""
        return SignDescentState(zero)

    def rule(
        self,
        parameter: Number,
        gradient: Number,
        state: SignDescentState,
        learning_rate: float,
        iteration: int,
        arithmetic: Arithmetic,
    ) -> tuple[Number, SignDescentState]:
        """Return one step."""
        average = self.momentum * state.first_moment + (1.0 - self.momentum) * gradient
        return parameter - learning_rate * arithmetic.sign(average), SignDescentState(average)
