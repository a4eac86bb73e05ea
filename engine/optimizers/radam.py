"""RAdam."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.hyperparameters import choice, switch
from engine.optimizers.moments import Moments, MomentsState
from engine.optimizers.optional import weight_decay, with_decay, with_l2

if TYPE_CHECKING:
    from engine.optimizer import Arithmetic, Number


@dataclass(frozen=True)
class RAdam(Moments):
    """Adam that waits until its brakes can be trusted (Liu et al. 2020, algorithm 2), with t = iteration + 1.

    m ← β1 m + (1 − β1) g,  v ← β2 v + (1 − β2) g²,  m̂ = m / (1 − β1ᵗ)
    ρ∞ = 2 / (1 − β2) − 1,  ρₜ = ρ∞ − 2 t β2ᵗ / (1 − β2ᵗ)
    ρₜ large enough  θ ← θ − η r m̂ √(1 − β2ᵗ) / (√v + ε),  r² = (ρₜ − 4)(ρₜ − 2) ρ∞ / ((ρ∞ − 4)(ρ∞ − 2) ρₜ)
    otherwise        θ ← θ − η m̂

    pytorch  ρₜ > 5, ε beside √v
    optax    ρₜ > 5, ε beside √v̂ as in Adam: θ ← θ − η r m̂ / (√v̂ + ε)
    paper    ρₜ > 4, ε (which the paper has not) beside √v

    With β2 = 0.999 the first five steps are plain momentum, as long as the gradient is steep: at a rate that suits Adam
    they may leave the map. Weight decay is torch's: λ θ in g, or decoupled as in AdamW.
    """

    name = "radam"
    title = "RAdam"
    formula = "r from t and β₂;  θ ← θ − η r m̂ / (√v̂ + ε), but θ ← θ − η m̂ in the first steps"
    summary = (
        "Adam with a warm-up of its own: while it has seen too few gradients to know their size it does not divide by "
        "it. Those first steps are as long as the gradient is steep."
    )
    source = "Liu, Jiang, He, Chen, Liu, Gao & Han 2020; torch.optim.RAdam"

    convention: str = choice(("pytorch", "optax", "paper"), "Where ε stands, and from when the brakes are trusted.")
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
        t = iteration + 1
        first = self.beta1 * state.first_moment + (1.0 - self.beta1) * gradient
        second = self.beta2 * state.second_moment + (1.0 - self.beta2) * (gradient * gradient)
        correction2 = 1.0 - self.beta2**t
        if self.convention == "optax":
            brake = 1.0 / (arithmetic.sqrt(second / correction2) + self.eps)
        else:
            brake = arithmetic.sqrt(correction2) / (arithmetic.sqrt(second) + self.eps)
        trusted, rectification = self._rectification(t, correction2, arithmetic)
        scale = arithmetic.where(trusted, rectification * brake, 1.0)
        update = learning_rate / (1.0 - self.beta1**t) * first * scale
        if self.decoupled_weight_decay:
            update = with_decay(update, parameter, learning_rate, self.weight_decay)
        return parameter - update, MomentsState(first, second)

    def _rectification(self, t: int, correction2: Number, arithmetic: Arithmetic) -> tuple[Number, Number]:
        """Return whether ρₜ is large enough, and r: where it is not, of other numbers that have a root."""
        least = 4.0 if self.convention == "paper" else 5.0
        longest = 2.0 / (1.0 - self.beta2) - 1.0
        length = longest - 2.0 * (t * self.beta2**t) / correction2
        trusted = length > least
        rho, limit = arithmetic.where(trusted, length, 6.0), arithmetic.where(trusted, longest, 6.0)
        return trusted, arithmetic.sqrt((rho - 4.0) * (rho - 2.0) * limit / ((limit - 4.0) * (limit - 2.0) * rho))
