"""Adam."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from numpy import ndarray

from engine.hyperparameters import choice, switch
from engine.optimizers.moments import Moments, MomentsState
from engine.optimizers.optional import weight_decay

if TYPE_CHECKING:
    from engine.optimizer import Arithmetic, Number


@dataclass(frozen=True)
class Adam(Moments):
    """Adaptive moments (Kingma & Ba 2015, algorithm 1), with t = iteration + 1.

    g ← ∇f + λ θ,  m ← β1 m + (1 − β1) g,  v ← β2 v + (1 − β2) g²
    pytorch  θ ← θ − η m̂ / (√v̂ + ε),  m̂ = m / (1 − β1ᵗ),  v̂ = v / (1 − β2ᵗ)
    book     θ ← θ − ηₜ m / (√v + ε),  ηₜ = η √(1 − β2ᵗ) / (1 − β1ᵗ)

    The book's form is the efficient one of the paper's section 2: it differs only in where ε bites, as if ε were
    ε / √(1 − β2ᵗ). Without bias correction both factors are 1 and the first steps are too long, not too short.
    The weight decay λ is torch's, a penalty that is braked like everything else (AdamW takes it out of the brakes);
    torch's `amsgrad` is a row of its own.
    """

    name = "adam"
    title = "Adam"
    formula = "m ← β₁m + (1−β₁)g;  v ← β₂v + (1−β₂)g²;  θ ← θ − η m̂ / (√v̂ + ε)"
    summary = (
        "Momentum's memory of direction and RMSProp's braking per axis, both corrected for starting at zero. "
        "Hardly cares how the loss is scaled."
    )
    source = "Kingma & Ba 2015; torch.optim.Adam"

    bias_correction: bool = switch(True, "Divide out that both averages start at zero.")
    form: str = choice(("pytorch", "book"), "ε beside the corrected root (PyTorch) or the uncorrected one (the book).")
    weight_decay: float = weight_decay()

    def rule(
        self,
        parameter: Number,
        gradient: Number,
        state: MomentsState,
        learning_rate: float,
        iteration: int,
        arithmetic: Arithmetic,
    ) -> tuple[Number, MomentsState]:
        """Return one step."""
        decay: Number = self.weight_decay
        if decay.__class__ is ndarray or decay:  # `with_l2`, written out where every nanosecond shows
            gradient = gradient + decay * parameter
        first = self.beta1 * state.first_moment + (1.0 - self.beta1) * gradient
        second = self.beta2 * state.second_moment + (1.0 - self.beta2) * (gradient * gradient)
        correction1: Number = 1.0
        correction2: Number = 1.0
        if self.bias_correction:
            t = iteration + 1
            correction1, correction2 = 1.0 - self.beta1**t, arithmetic.sqrt(1.0 - self.beta2**t)
        if self.form == "book":
            rate = learning_rate * correction2 / correction1
            update = rate * first / (arithmetic.sqrt(second) + self.eps)
        else:
            rate = learning_rate / correction1
            update = rate * first / (arithmetic.sqrt(second) / correction2 + self.eps)
        return parameter - update, MomentsState(first, second)
