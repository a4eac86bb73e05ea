"""Adam."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from engine.hyperparameters import choice, number, switch
from engine.optimizer import Arithmetic, Elementwise, Number


class AdamState(NamedTuple):
    """The moving averages of gradients and of squared gradients."""

    first_moment: Number
    second_moment: Number


@dataclass(frozen=True)
class Adam(Elementwise):
    """Adaptive moments (Kingma & Ba 2015, algorithm 1), with t = iteration + 1.

    m ← β1 m + (1 − β1) g,  v ← β2 v + (1 − β2) g²
    pytorch  θ ← θ − η m̂ / (√v̂ + ε),  m̂ = m / (1 − β1ᵗ),  v̂ = v / (1 − β2ᵗ)
    book     θ ← θ − ηₜ m / (√v + ε),  ηₜ = η √(1 − β2ᵗ) / (1 − β1ᵗ)

    The book's form is the efficient one of the paper's section 2: it differs only in where ε bites, as if ε were
    ε / √(1 − β2ᵗ). Without bias correction both factors are 1 and the first steps are too long, not too short.
    """

    name = "adam"
    title = "Adam"
    family = "adaptive"
    formula = "m ← β₁m + (1−β₁)g;  v ← β₂v + (1−β₂)g²;  θ ← θ − η m̂ / (√v̂ + ε)"
    summary = (
        "Momentum's memory of direction and RMSProp's braking per axis, both corrected for starting at zero. "
        "Hardly cares how the loss is scaled."
    )
    source = "Kingma & Ba 2015; torch.optim.Adam"

    learning_rate: float = number(0.001, 1e-4, 1.0, "The typical length of a step along each axis.", scale="log")
    beta1: float = number(0.9, 0.0, 0.999, "How slowly old gradients fade (momentum).", scale="one-minus", below=1.0)
    beta2: float = number(
        0.999, 0.5, 0.9999, "How slowly old squared gradients fade (braking).", scale="one-minus", below=1.0
    )
    eps: float = number(1e-8, 1e-16, 1e-2, "Keeps the division finite on flat ground.", scale="log")
    bias_correction: bool = switch(True, "Divide out that both averages start at zero.")
    form: str = choice(("pytorch", "book"), "ε beside the corrected root (PyTorch) or the uncorrected one (the book).")

    def initial(self, zero: Number) -> AdamState:
        """Return two averages of zero."""
        return AdamState(zero, zero)

    def rule(
        self,
        parameter: Number,
        gradient: Number,
        state: AdamState,
        learning_rate: float,
        iteration: int,
        arithmetic: Arithmetic,
    ) -> tuple[Number, AdamState]:
        """Return one step."""
        first = self.beta1 * state.first_moment + (1.0 - self.beta1) * gradient
        second = self.beta2 * state.second_moment + (1.0 - self.beta2) * (gradient * gradient)
        correction1, correction2 = self._corrections(iteration + 1, arithmetic)
        if self.form == "book":
            rate = learning_rate * correction2 / correction1
            update = rate * first / (arithmetic.sqrt(second) + self.eps)
        else:
            rate = learning_rate / correction1
            update = rate * first / (arithmetic.sqrt(second) / correction2 + self.eps)
        return parameter - update, AdamState(first, second)

    def _corrections(self, t: int, arithmetic: Arithmetic) -> tuple[Number, Number]:
        """Return (1 − β1ᵗ, √(1 − β2ᵗ)), or ones."""
        if not self.bias_correction:
            return 1.0, 1.0
        return 1.0 - self.beta1**t, arithmetic.sqrt(1.0 - self.beta2**t)
