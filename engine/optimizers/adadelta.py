"""AdaDelta."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from engine.hyperparameters import number
from engine.optimizer import Arithmetic, Elementwise, Number
from engine.optimizers.optional import weight_decay, with_l2


class AdaDeltaState(NamedTuple):
    """The moving averages of squared gradients and of squared steps."""

    square_average: Number
    update_average: Number


@dataclass(frozen=True)
class AdaDelta(Elementwise):
    """A learning rate from the steps already taken (Zeiler 2012, algorithm 1).

    v ← ρ v + (1 − ρ) g²,  Δ = √(u + ε) / √(v + ε) · g,  u ← ρ u + (1 − ρ) Δ²,  θ ← θ − η Δ

    Both averages start at 0, so the first step is √(ε / (1 − ρ)) long whatever the gradient: 0.0032 by default.
    The paper has η = 1. With weight decay, g is ∇f + λ θ.
    """

    name = "adadelta"
    title = "AdaDelta"
    family = "adaptive"
    formula = "v ← ρ v + (1−ρ)g²;  Δ = √(u+ε) / √(v+ε) · g;  u ← ρ u + (1−ρ)Δ²;  θ ← θ − η Δ"
    summary = (
        "RMSProp whose step length comes from its own recent steps, so that no learning rate need be chosen. "
        "Starts very slowly, because it has taken no steps yet; ε decides how slowly."
    )
    source = "Zeiler 2012; torch.optim.Adadelta"
    symbols: ClassVar[dict[str, str]] = {"update_average": "u"}

    learning_rate: float = number(1.0, 1e-2, 100.0, "Multiplies the step that it finds by itself.", scale="log")
    rho: float = number(0.9, 0.5, 0.999, "How slowly old squares fade.", scale="one-minus", below=1.0)
    eps: float = number(1e-6, 1e-8, 1e-2, "The size of the first steps: they are √(ε / (1 − ρ)) long.", scale="log")
    weight_decay: float = weight_decay()

    def initial(self, zero: Number) -> AdaDeltaState:
        """Return two averages of zero."""
        return AdaDeltaState(zero, zero)

    def rule(
        self,
        parameter: Number,
        gradient: Number,
        state: AdaDeltaState,
        learning_rate: float,
        iteration: int,
        arithmetic: Arithmetic,
    ) -> tuple[Number, AdaDeltaState]:
        """Return one step."""
        gradient = with_l2(gradient, parameter, self.weight_decay)
        squares = self.rho * state.square_average + (1.0 - self.rho) * (gradient * gradient)
        reach = arithmetic.sqrt(state.update_average + self.eps)
        delta = reach / arithmetic.sqrt(squares + self.eps) * gradient
        updates = self.rho * state.update_average + (1.0 - self.rho) * (delta * delta)
        return parameter - learning_rate * delta, AdaDeltaState(squares, updates)
