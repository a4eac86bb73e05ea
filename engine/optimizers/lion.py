"""Lion."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from engine.hyperparameters import number
from engine.optimizer import Arithmetic, Elementwise, Number
from engine.optimizers.optional import weight_decay, with_decay


class LionState(NamedTuple):
    """The moving average of gradients."""

    first_moment: Number


@dataclass(frozen=True)
class Lion(Elementwise):
    """θ ← θ − η (sign(β1 m + (1 − β1) g) + λ θ), then m ← β2 m + (1 − β2) g (Chen et al. 2023, algorithm 2).

    The direction is mixed by β1, the memory kept by β2: the present gradient weighs more in the step than in the
    memory. Every step has length η along every axis, so it ends in a cycle of that size unless η falls. Weight decay
    is decoupled; optax's default for it is 1e-3.
    """

    name = "lion"
    title = "Lion"
    family = "adaptive"
    formula = "u = sign(β₁m + (1−β₁)g);  m ← β₂m + (1−β₂)g;  θ ← θ − η (u + λθ)"
    summary = (
        "Only the sign of a momentum counts, so all axes go at the same pace. Half of Adam's memory; wants about a "
        "fifth of Adam's learning rate, and a schedule to come to rest."
    )
    source = "Chen, Liang, Huang, Real, Wang, Liu, Pham, Dong, Luong, Hsieh, Lu & Le 2023; optax.lion"
    aliases: ClassVar[dict[str, str]] = {"b1": "beta1", "b2": "beta2"}

    learning_rate: float = number(1e-4, 1e-5, 0.3, "The length of every step along each axis.", scale="log")
    beta1: float = number(0.9, 0.0, 0.999, "The memory's share in the direction.", scale="one-minus", below=1.0)
    beta2: float = number(0.99, 0.0, 0.9999, "How slowly old gradients fade.", scale="one-minus", below=1.0)
    weight_decay: float = weight_decay(0.0, "The share of every parameter that is lost at each step is η times this.")

    def initial(self, zero: Number) -> LionState:
        """Return an average of zero."""
        return LionState(zero)

    def rule(
        self,
        parameter: Number,
        gradient: Number,
        state: LionState,
        learning_rate: float,
        iteration: int,
        arithmetic: Arithmetic,
    ) -> tuple[Number, LionState]:
        """Return one step."""
        direction = arithmetic.sign(self.beta1 * state.first_moment + (1.0 - self.beta1) * gradient)
        first = self.beta2 * state.first_moment + (1.0 - self.beta2) * gradient
        update = with_decay(learning_rate * direction, parameter, learning_rate, self.weight_decay)
        return parameter - update, LionState(first)
