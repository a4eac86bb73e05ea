"""AdamW."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from engine.hyperparameters import switch
from engine.optimizers.amsgrad import AMSGradState
from engine.optimizers.moments import Moments, MomentsState
from engine.optimizers.optional import weight_decay, with_decay

if TYPE_CHECKING:
    from engine.optimizer import Arithmetic, Number


@dataclass(frozen=True)
class AdamW(Moments):
    """Adam with decoupled weight decay (Loshchilov & Hutter 2019, algorithm 2), with t = iteration + 1.

    m ← β1 m + (1 − β1) g,  v ← β2 v + (1 − β2) g²,  θ ← θ − η λ θ − η m̂ / (√v̂ + ε)

    m̂ = m / (1 − β1ᵗ), v̂ = v / (1 − β2ᵗ); with `amsgrad` v̂ is made of the largest v so far, as in torch.
    The decay acts on every axis alike, where Adam's own (a penalty in g) is divided by √v̂: next to nothing on steep
    axes.
    """

    name = "adamw"
    title = "AdamW"
    formula = "m ← β₁m + (1−β₁)g;  v ← β₂v + (1−β₂)g²;  θ ← θ − ηλθ − η m̂ / (√v̂ + ε)"
    summary = (
        "Adam that also shrinks every parameter by the same small share at each step. Its goal is then no longer the "
        "minimum of the surface but a point nearer to zero."
    )
    source = "Loshchilov & Hutter 2019; torch.optim.AdamW"

    weight_decay: float = weight_decay(0.01, "The share of every parameter that is lost at each step is η times this.")
    amsgrad: bool = switch(False, "Brakes by the largest average of squares so far (AMSGrad).")

    def initial(self, zero: Number) -> Any:
        """Return averages of zero."""
        return AMSGradState(zero, zero, zero) if self.amsgrad else MomentsState(zero, zero)

    def rule(
        self,
        parameter: Number,
        gradient: Number,
        state: Any,
        learning_rate: float,
        iteration: int,
        arithmetic: Arithmetic,
    ) -> tuple[Number, Any]:
        """Return one step."""
        t = iteration + 1
        first = self.beta1 * state.first_moment + (1.0 - self.beta1) * gradient
        second = self.beta2 * state.second_moment + (1.0 - self.beta2) * (gradient * gradient)
        averages: tuple[Number, ...] = (first, second)
        braking = second
        if self.amsgrad:
            braking = arithmetic.maximum(state.largest_second_moment, second)
            averages = (first, second, braking)
        divisor = arithmetic.sqrt(braking) / arithmetic.sqrt(1.0 - self.beta2**t) + self.eps
        update = learning_rate / (1.0 - self.beta1**t) * first / divisor
        return parameter - with_decay(update, parameter, learning_rate, self.weight_decay), type(state)(*averages)
