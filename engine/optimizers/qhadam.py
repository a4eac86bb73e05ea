"""QHAdam."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.hyperparameters import number, switch
from engine.optimizers.moments import Moments, MomentsState
from engine.optimizers.optional import weight_decay, with_decay, with_l2

if TYPE_CHECKING:
    from engine.optimizer import Arithmetic, Number


@dataclass(frozen=True)
class QHAdam(Moments):
    """Adam with a share of the gradient itself in both averages (Ma & Yarats 2019, algorithm 2); t = iteration + 1.

    m ← β1 m + (1 − β1) g,  v ← β2 v + (1 − β2) g²,  m̂ = m / (1 − β1ᵗ),  v̂ = v / (1 − β2ᵗ)
    θ ← θ − η ((1 − ν1) g + ν1 m̂) / (√((1 − ν2) g² + ν2 v̂) + ε)

    ν1 = ν2 = 1 is Adam, ν1 = 0 and ν2 = 1 RMSProp with a corrected average, ν1 = β1 nearly NAdam. Weight decay is λ θ
    in g, or decoupled as in AdamW.
    """

    name = "qhadam"
    title = "QHAdam"
    formula = "θ ← θ − η ((1−ν₁)g + ν₁m̂) / (√((1−ν₂)g² + ν₂v̂) + ε);  m, v as in Adam"
    summary = (
        "Adam with two more sliders that mix the present gradient into its averages: a longer memory that still "
        "answers at once. Adam, RMSProp and nearly NAdam are points on them."
    )
    source = "Ma & Yarats 2019; qhoptim"

    beta1: float = number(0.995, 0.0, 0.999, "How slowly old gradients fade (momentum).", scale="one-minus", below=1.0)
    nu1: float = number(0.7, 0.0, 1.0, "The share of the average in the direction; the rest is the gradient itself.")
    nu2: float = number(1.0, 0.0, 1.0, "The share of the average in the brake; the rest is the gradient's own square.")
    weight_decay: float = weight_decay()
    decoupled_weight_decay: bool = switch(False, "Shrinks the parameters beside the step, as AdamW does.")

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
        if not self.decoupled_weight_decay:
            gradient = with_l2(gradient, parameter, self.weight_decay)
        t, square = iteration + 1, gradient * gradient
        first = self.beta1 * state.first_moment + (1.0 - self.beta1) * gradient
        second = self.beta2 * state.second_moment + (1.0 - self.beta2) * square
        direction = (1.0 - self.nu1) * gradient + self.nu1 / (1.0 - self.beta1**t) * first
        brake = (1.0 - self.nu2) * square + self.nu2 / (1.0 - self.beta2**t) * second
        update = learning_rate * direction / (arithmetic.sqrt(brake) + self.eps)
        if self.decoupled_weight_decay:
            update = with_decay(update, parameter, learning_rate, self.weight_decay)
        return parameter - update, MomentsState(first, second)
