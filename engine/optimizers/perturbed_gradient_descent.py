"""Perturbed gradient descent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from engine.hyperparameters import number
from engine.optimizer import Optimizer

if TYPE_CHECKING:
    from engine.oracle import Oracle
    from surfaces import Array


class PerturbedGradientDescentState(NamedTuple):
    """How many steps ago the last push was, shape (..., 1); more than `wait` where there was none yet."""

    since_push: Array


@dataclass(frozen=True)
class PerturbedGradientDescent(Optimizer):
    """Gradient descent with a random push where it has come to rest (Jin et al. 2017, algorithm 2).

    If ‖g‖ ≤ `threshold` and the last push is more than `wait` steps ago: θ ← θ + ξ, ξ uniform in a ball of `radius`.
    Then θ ← θ − η ∇f(θ).

    The paper also ends when a push has gained nothing; here the run decides when it is over, and near a minimum the
    pushes go on.
    """

    name = "perturbed-gradient-descent"
    title = "Perturbed gradient descent"
    family = "saddles"
    formula = "‖g‖ small and no push lately: θ ← θ + ξ;  θ ← θ − η ∇f(θ)"
    summary = (
        "Gradient descent that gives itself a small random push where the slope has vanished: no saddle holds it, not "
        "even from a start exactly on the line to it."
    )
    source = "Jin et al. 2017"
    draws = True
    asks_alike = False

    learning_rate: float = number(0.01, 1e-4, 1.0, "The step's length as a share of the gradient.", scale="log")
    radius: float = number(0.1, 1e-4, 1.0, "The longest push.", scale="log")
    threshold: float = number(0.01, 1e-5, 1.0, "The gradient's length below which there is a push.", scale="log")
    wait: int = number(50, 0, 500, "How many steps a push is given to show its effect.")

    def init(self, params: Array) -> PerturbedGradientDescentState:
        """Return that there was no push yet."""
        return PerturbedGradientDescentState(np.full((*params.shape[:-1], 1), self.wait + 1.0))

    def step(
        self, params: Array, oracle: Oracle, state: PerturbedGradientDescentState, learning_rate: float, iteration: int
    ) -> tuple[Array, PerturbedGradientDescentState]:
        """Return one step of every lane; a second gradient is asked for only where there is a push."""
        start, gradient = params, oracle.gradient(params)
        oracle.note("g", gradient, r"\nabla f(\theta)")
        with np.errstate(over="ignore"):
            gentle = np.linalg.norm(gradient, axis=-1, keepdims=True) <= self.threshold
        pushed = gentle & (state.since_push > self.wait)
        if pushed.any():
            push = self.radius * in_the_ball(oracle.generator(iteration), params.shape[-1])
            oracle.note(r"\xi", np.where(pushed, push, 0.0), r"\operatorname{ball}(\mathrm{radius})", arrow="memory")
            params = np.where(pushed, params + push, params)
            gradient = np.where(pushed, oracle.gradient(params), gradient)
            oracle.note("g", gradient, r"\nabla f(\theta + \xi)")
        with np.errstate(over="ignore"):
            after = params - learning_rate * gradient
        change = r"<\xi> - <\eta> \, <g>" if pushed.any() else r"-<\eta> \, <g>"
        oracle.note(r"\Delta\theta", lambda: after - start, change)
        return after, PerturbedGradientDescentState(np.where(pushed, 1.0, state.since_push + 1.0))


def in_the_ball(generator: np.random.Generator, dim: int) -> Array:
    """Return a point drawn uniformly from the unit ball, shape (dim,)."""
    direction = generator.standard_normal(dim)
    return np.asarray(direction / np.linalg.norm(direction) * generator.uniform() ** (1.0 / dim))
