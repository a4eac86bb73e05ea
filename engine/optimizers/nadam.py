"""NAdam."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from engine.hyperparameters import choice, number, switch
from engine.optimizers.moments import Moments
from engine.optimizers.optional import weight_decay, with_decay, with_l2

if TYPE_CHECKING:
    from engine.optimizer import Arithmetic, Number


class NAdamState(NamedTuple):
    """The moving averages of gradients and of squared gradients, and the product of all momenta so far."""

    first_moment: Number
    second_moment: Number
    momentum_product: Number


@dataclass(frozen=True)
class NAdam(Moments):
    """Adam with Nesterov's look ahead (Dozat 2016, algorithm 2), with t = iteration + 1.

    m ← β1 m + (1 − β1) g,  v ← β2 v + (1 − β2) g²,  Π ← Π μₜ
    θ ← θ − η [(1 − μₜ) g / (1 − Π) + μₜ₊₁ m / (1 − Π μₜ₊₁)] / (√v̂ + ε),  v̂ = v / (1 − β2ᵗ)

    pytorch   μₜ = β1 (1 − ½ · 0.96^(t ψ)), ψ = `momentum_decay`: about half of β1 at first, as in Dozat's report
    constant  μₜ = β1, as optax has it (ψ means nothing then)

    Weight decay is torch's: λ θ in g, or decoupled as in AdamW.
    """

    name = "nadam"
    title = "NAdam"
    formula = "θ ← θ − η [(1−μₜ)g / (1−Πμ) + μₜ₊₁m / (1−Πμ·μₜ₊₁)] / (√v̂ + ε);  m, v as in Adam"
    summary = (
        "Adam whose momentum looks one step ahead, as Nesterov's does: it turns a little earlier, and is often the "
        "fastest of the family on smooth valleys."
    )
    source = "Dozat 2016; torch.optim.NAdam"
    aliases: ClassVar[dict[str, str]] = {**Moments.aliases, "psi": "momentum_decay"}
    symbols: ClassVar[dict[str, str]] = {"momentum_product": r"\Pi"}

    learning_rate: float = number(0.002, 1e-4, 1.0, "The typical length of a step along each axis.", scale="log")
    momentum_decay: float = number(0.004, 1e-4, 1.0, "How fast the momentum grows to β₁ (ψ).", scale="log")
    convention: str = choice(("pytorch", "constant"), "A momentum that grows to β₁ (PyTorch), or β₁ at once (Optax).")
    weight_decay: float = weight_decay()
    decoupled_weight_decay: bool = switch(False, "Shrinks the parameters beside the step, as AdamW does.")

    def initial(self, zero: Number) -> NAdamState:
        """Return averages of zero and an empty product."""
        return NAdamState(zero, zero, zero + 1.0)

    def rule(
        self,
        parameter: Number,
        gradient: Number,
        state: NAdamState,
        learning_rate: float,
        iteration: int,
        arithmetic: Arithmetic,
    ) -> tuple[Number, NAdamState]:
        """Return one step."""
        if not self.decoupled_weight_decay:
            gradient = with_l2(gradient, parameter, self.weight_decay)
        t = iteration + 1
        first = self.beta1 * state.first_moment + (1.0 - self.beta1) * gradient
        second = self.beta2 * state.second_moment + (1.0 - self.beta2) * (gradient * gradient)
        now, following = self._momentum(t), self._momentum(t + 1)
        product = state.momentum_product * now
        ahead = (1.0 - now) / (1.0 - product) * gradient + following / (1.0 - product * following) * first
        update = learning_rate * ahead / (arithmetic.sqrt(second / (1.0 - self.beta2**t)) + self.eps)
        if self.decoupled_weight_decay:
            update = with_decay(update, parameter, learning_rate, self.weight_decay)
        return parameter - update, NAdamState(first, second, product)

    def _momentum(self, t: int) -> Number:
        """Return μₜ."""
        if self.convention == "constant":
            return self.beta1
        return self.beta1 * (1.0 - 0.5 * 0.96 ** (t * self.momentum_decay))
