"""AMSGrad, in the three forms that go by the name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from engine.hyperparameters import choice
from engine.optimizers.moments import Moments
from engine.optimizers.optional import weight_decay, with_l2

if TYPE_CHECKING:
    from engine.optimizer import Arithmetic, Number


class AMSGradState(NamedTuple):
    """The moving averages of gradients and of squared gradients, and the largest of the latter so far."""

    first_moment: Number
    second_moment: Number
    largest_second_moment: Number


@dataclass(frozen=True)
class AMSGrad(Moments):
    """Adam that never forgets its hardest braking (Reddi, Kale & Kumar 2018, algorithm 2), with t = iteration + 1.

    m ← β1 m + (1 − β1) g,  v ← β2 v + (1 − β2) g²
    pytorch  w ← max(w, v),               θ ← θ − η m̂ / (√(w / (1 − β2ᵗ)) + ε)
    optax    w ← max(w, v / (1 − β2ᵗ)),   θ ← θ − η m̂ / (√w + ε)
    paper    w ← max(w, v),               θ ← θ − η m / (√w + ε)

    m̂ = m / (1 − β1ᵗ). They differ by what is corrected for starting at zero: torch the largest v, optax every v
    before the largest is taken (so the first gradients, corrected most, brake for ever), the paper nothing; it has no
    ε either. With weight decay, g is ∇f + λ θ.
    """

    name = "amsgrad"
    title = "AMSGrad"
    formula = "m ← β₁m + (1−β₁)g;  v ← β₂v + (1−β₂)g²;  w ← max(w, v);  θ ← θ − η m̂ / (√ŵ + ε)"
    summary = (
        "Adam whose brakes never open again: it converges where Adam can be led astray by rare large gradients, and is "
        "slower everywhere else."
    )
    source = "Reddi, Kale & Kumar 2018; torch.optim.Adam(amsgrad=True)"
    symbols: ClassVar[dict[str, str]] = {"largest_second_moment": "w"}

    convention: str = choice(
        ("pytorch", "optax", "paper"), "The largest v corrected (PyTorch), the largest of corrected ones, or neither."
    )
    weight_decay: float = weight_decay()

    def initial(self, zero: Number) -> AMSGradState:
        """Return averages of zero."""
        return AMSGradState(zero, zero, zero)

    def rule(
        self,
        parameter: Number,
        gradient: Number,
        state: AMSGradState,
        learning_rate: float,
        iteration: int,
        arithmetic: Arithmetic,
    ) -> tuple[Number, AMSGradState]:
        """Return one step in the chosen convention."""
        gradient = with_l2(gradient, parameter, self.weight_decay)
        first = self.beta1 * state.first_moment + (1.0 - self.beta1) * gradient
        second = self.beta2 * state.second_moment + (1.0 - self.beta2) * (gradient * gradient)
        t, rate, brake = iteration + 1, learning_rate, second
        if self.convention != "paper":
            rate = learning_rate / (1.0 - self.beta1**t)
        if self.convention == "optax":
            brake = second / (1.0 - self.beta2**t)
        largest = arithmetic.maximum(state.largest_second_moment, brake)
        root = arithmetic.sqrt(largest)
        if self.convention == "pytorch":
            root = root / arithmetic.sqrt(1.0 - self.beta2**t)
        return parameter - rate * first / (root + self.eps), AMSGradState(first, second, largest)
