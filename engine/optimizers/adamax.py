"""AdaMax."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from engine.hyperparameters import number
from engine.optimizers.moments import Moments
from engine.optimizers.optional import weight_decay, with_l2

if TYPE_CHECKING:
    from engine.optimizer import Arithmetic, Number


class AdaMaxState(NamedTuple):
    """The moving average of gradients, and the largest gradient, fading."""

    first_moment: Number
    largest_gradient: Number


@dataclass(frozen=True)
class AdaMax(Moments):
    """Adam in the limit of ever higher powers of the gradient (Kingma & Ba 2015, algorithm 2), with t = iteration + 1.

    m ← β1 m + (1 − β1) g,  u ← max(β2 u, |g| + ε),  θ ← θ − η / (1 − β1ᵗ) · m / u

    The paper has no ε; torch and optax have it here. u needs no correction. With weight decay, g is ∇f + λ θ.
    """

    name = "adamax"
    title = "AdaMax"
    formula = "m ← β₁m + (1−β₁)g;  u ← max(β₂u, |g| + ε);  θ ← θ − η m̂ / u"
    summary = (
        "Adam that brakes by the largest recent gradient in place of the mean square: after a steep place it stays "
        "slow until that has faded."
    )
    source = "Kingma & Ba 2015, section 7.1; torch.optim.Adamax"
    symbols: ClassVar[dict[str, str]] = {"largest_gradient": "u"}

    learning_rate: float = number(0.002, 1e-4, 1.0, "The longest step along each axis.", scale="log")
    weight_decay: float = weight_decay()

    def initial(self, zero: Number) -> AdaMaxState:
        """Return an average and a largest gradient of zero."""
        return AdaMaxState(zero, zero)

    def rule(
        self,
        parameter: Number,
        gradient: Number,
        state: AdaMaxState,
        learning_rate: float,
        iteration: int,
        arithmetic: Arithmetic,
    ) -> tuple[Number, AdaMaxState]:
        """Return one step."""
        gradient = with_l2(gradient, parameter, self.weight_decay)
        first = self.beta1 * state.first_moment + (1.0 - self.beta1) * gradient
        faded = self.beta2 * state.largest_gradient
        largest = arithmetic.maximum(faded, arithmetic.absolute(gradient) + self.eps)
        rate = learning_rate / (1.0 - self.beta1 ** (iteration + 1))
        return parameter - rate * first / largest, AdaMaxState(first, largest)
