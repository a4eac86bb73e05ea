"""Momentum (heavy ball) in its three conventions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from engine.hyperparameters import choice, number
from engine.optimizer import Arithmetic, Elementwise, Number


class MomentumState(NamedTuple):
    """The running sum (or average) of past gradients; in the classical convention, of past updates."""

    velocity: Number


@dataclass(frozen=True)
class Momentum(Elementwise):
    """Gradient descent with a memory (Polyak 1964).

    pytorch    b ← μ b + (1 − d) g (b ← g at the first step), θ ← θ − η b
    classical  v ← μ v − η g,                                θ ← θ + v
    averaged   m ← μ m + (1 − μ) g,                          θ ← θ − η m

    The first two agree while η is constant and d = 0; the third goes 1/(1 − μ) times slower at the same η.
    """

    name = "momentum"
    title = "Momentum"
    formula = "b ← μ b + g;  θ ← θ − η b"
    summary = (
        "A ball with inertia: steps that keep their direction add up, steps that alternate cancel. "
        "Calms the zigzag of a ravine and rolls through small dips."
    )
    source = "Polyak 1964; torch.optim.SGD"

    learning_rate: float = number(0.01, 1e-4, 1.0, "How strongly each new gradient pushes the ball.", scale="log")
    momentum: float = number(0.9, 0.0, 0.999, "The share of the velocity that is kept at each step.", scale="one-minus")
    dampening: float = number(0.0, 0.0, 1.0, "Weakens each new gradient by this share (pytorch convention only).")
    convention: str = choice(
        ("pytorch", "classical", "averaged"),
        "Where η and 1 − μ enter: PyTorch's, the book's, or the average's.",
    )

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
        kept = self.momentum * state.velocity
        if self.convention == "classical":
            velocity = kept - learning_rate * gradient
            return parameter + velocity, MomentumState(velocity)
        velocity = kept + self._share_of_gradient(iteration) * gradient
        return parameter - learning_rate * velocity, MomentumState(velocity)

    def _share_of_gradient(self, iteration: int) -> float:
        if self.convention == "averaged":
            return 1.0 - self.momentum
        return 1.0 if iteration == 0 else 1.0 - self.dampening  # torch does not dampen its first step
