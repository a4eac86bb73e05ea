"""Nesterov's accelerated gradient, in the form that asks for the gradient where it stands."""

from __future__ import annotations

from dataclasses import dataclass

from engine.hyperparameters import choice, number
from engine.optimizer import Arithmetic, Elementwise, Number
from engine.optimizers.momentum import MomentumState
from engine.optimizers.optional import weight_decay, with_l2


@dataclass(frozen=True)
class Nesterov(Elementwise):
    """Momentum that corrects itself by the gradient one push ahead (Nesterov 1983; Sutskever et al. 2013).

    pytorch    b ← μ b + g,    θ ← θ − η (g + μ b)
    classical  v ← μ v − η g,  θ ← θ + μ v − η g

    As published, v ← μ v − η ∇f(x + μ v) and x ← x + v. What is recorded here, as in torch and optax, is the point
    θ = x + μ v that the gradient belongs to: the same method, seen from the other point. The two conventions agree
    while η is constant. With weight decay, g is ∇f + λ θ.
    """

    name = "nesterov"
    title = "Nesterov momentum"
    formula = "b ← μ b + g;  θ ← θ − η (g + μ b)"
    summary = (
        "Momentum that looks where its speed will carry it before it turns: brakes earlier than the heavy ball and "
        "swings less in a ravine."
    )
    source = "Nesterov 1983; Sutskever, Martens, Dahl & Hinton 2013; torch.optim.SGD(nesterov=True)"

    learning_rate: float = number(0.01, 1e-4, 1.0, "How strongly each new gradient pushes the ball.", scale="log")
    momentum: float = number(0.9, 0.0, 0.999, "The share of the velocity that is kept at each step.", scale="one-minus")
    convention: str = choice(("pytorch", "classical"), "η beside the memory (PyTorch) or inside it (the papers).")
    weight_decay: float = weight_decay()

    def initial(self, zero: Number) -> MomentumState:
        """Return a ball at rest."""
        return MomentumState(zero)

    def rule(
        self,
        parameter: Number,
        gradient: Number,
        state: MomentumState,
        learning_rate: float,
        iteration: int,
        arithmetic: Arithmetic,
    ) -> tuple[Number, MomentumState]:
        """Return one step in the chosen convention."""
        gradient = with_l2(gradient, parameter, self.weight_decay)
        kept = self.momentum * state.velocity
        if self.convention == "classical":
            push = learning_rate * gradient
            velocity = kept - push
            return parameter + (self.momentum * velocity - push), MomentumState(velocity)
        velocity = kept + gradient
        return parameter - learning_rate * (gradient + self.momentum * velocity), MomentumState(velocity)
