"""Momentum (heavy ball) in its three conventions."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import NamedTuple

from numpy import ndarray

from engine.hyperparameters import choice, number, switch
from engine.optimizer import Arithmetic, Elementwise, Number
from engine.optimizers.optional import weight_decay


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
    With `nesterov` the step looks one push of the memory ahead: θ ← θ − η (g + μ b), or θ + μ v − η g, or
    θ − η ((1 − μ) g + μ m). With weight decay, g is ∇f + λ θ.
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
    nesterov: bool = switch(False, "Looks ahead along the memory, as torch.optim.SGD(nesterov=True) does.")
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
        decay: Number = self.weight_decay
        if decay.__class__ is ndarray or decay:  # `with_l2`, written out where every nanosecond shows
            gradient = gradient + decay * parameter
        kept = self.momentum * state.velocity
        if self.convention == "classical":
            push = learning_rate * gradient
            velocity = kept - push
            update = self.momentum * velocity - push if self.nesterov else velocity
            return parameter + update, MomentumState(velocity)
        if self.convention == "averaged":
            gradient = (1.0 - self.momentum) * gradient
            velocity = kept + gradient
        elif iteration == 0:  # torch does not dampen its first step
            velocity = kept + gradient
        else:
            velocity = kept + (1.0 - self.dampening) * gradient
        ahead = gradient + self.momentum * velocity if self.nesterov else velocity
        return parameter - learning_rate * ahead, MomentumState(velocity)


def heavy_ball_optimum(smallest: float, largest: float) -> tuple[float, float]:
    """Return the learning rate and the momentum that contract fastest on a quadratic.

    η = 4 / (√L + √l)², μ = ((√κ − 1) / (√κ + 1))² with κ = L / l (Polyak 1964, §3.2). In the long run each step shrinks
    every error by √μ = (√κ − 1) / (√κ + 1), where gradient descent at its best, η = 2 / (L + l), has
    (κ − 1) / (κ + 1). At the optimum both roots of every coordinate's recurrence coincide, so an error first grows
    with the number of steps.

    Parameters
    ----------
    smallest, largest : float
        The extreme eigenvalues l and L of the Hessian.

    Raises
    ------
    ValueError
        Unless 0 < smallest ≤ largest < ∞.
    """
    if not 0.0 < smallest <= largest < math.inf:
        raise ValueError(f"A bowl needs curvatures 0 < smallest ≤ largest, not {smallest!r} and {largest!r}.")
    low, high = math.sqrt(smallest), math.sqrt(largest)
    return 4.0 / (high + low) ** 2, ((high - low) / (high + low)) ** 2
