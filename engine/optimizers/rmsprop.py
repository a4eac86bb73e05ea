"""RMSProp."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from engine.hyperparameters import choice, number
from engine.optimizer import Arithmetic, Elementwise, Number


class RMSPropState(NamedTuple):
    """The moving average of squared gradients."""

    square_average: Number


@dataclass(frozen=True)
class RMSProp(Elementwise):
    """v ← ρ v + (1 − ρ) g², θ ← θ − η g / (√v + ε), or g / √(v + ε) (Tieleman & Hinton 2012, lecture 6.5).

    v starts at 0 and is not corrected, so the first step has length η / √(1 − ρ) along every axis.
    """

    name = "rmsprop"
    title = "RMSProp"
    family = "adaptive"
    formula = "v ← ρ v + (1 − ρ) g²;  θ ← θ − η g / (√v + ε)"
    summary = (
        "Divides each axis by the recent size of its gradient: brakes on steep axes, speeds up on flat ones, and "
        "forgets, so that it does not come to a halt as AdaGrad does."
    )
    source = "Tieleman & Hinton 2012; torch.optim.RMSprop"
    aliases: ClassVar[dict[str, str]] = {"alpha": "rho"}

    learning_rate: float = number(0.01, 1e-4, 1.0, "The typical length of a step along each axis.", scale="log")
    rho: float = number(0.99, 0.5, 0.999, "How slowly old squared gradients fade.", scale="one-minus", below=1.0)
    eps: float = number(1e-8, 1e-16, 1e-2, "Keeps the division finite on flat ground.", scale="log")
    eps_placement: str = choice(("outside", "inside"), "√v + ε (PyTorch) or √(v + ε) (Optax).")

    def initial(self, zero: Number) -> RMSPropState:
        """Return an average of zero."""
        return RMSPropState(zero)

    def rule(
        self,
        parameter: Number,
        gradient: Number,
        state: RMSPropState,
        learning_rate: float,
        iteration: int,
        arithmetic: Arithmetic,
    ) -> tuple[Number, RMSPropState]:
        """Return one step."""
        average = self.rho * state.square_average + (1.0 - self.rho) * (gradient * gradient)
        if self.eps_placement == "inside":
            divisor = arithmetic.sqrt(average + self.eps)
        else:
            divisor = arithmetic.sqrt(average) + self.eps
        return parameter - learning_rate * gradient / divisor, RMSPropState(average)
