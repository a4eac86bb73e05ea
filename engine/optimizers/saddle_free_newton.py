"""Saddle-free Newton."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from engine.curvature import saddle_free
from engine.hyperparameters import number
from engine.optimizer import NoState, Optimizer

if TYPE_CHECKING:
    from engine.oracle import Oracle
    from surfaces import Array


@dataclass(frozen=True)
class SaddleFreeNewton(Optimizer):
    """θ ← θ − η |H|⁻¹ g (Dauphin et al. 2014, algorithm 1): Newton's step, turned round where it would climb.

    |H| has the eigenvectors of H and the sizes of its eigenvalues, none below δ. A step longer than `max_step` is
    shortened to it. Along a direction of negative curvature the distance to a saddle doubles at each step.
    """

    name = "saddle-free-newton"
    title = "Saddle-free Newton"
    family = "second order"
    formula = "θ ← θ − η |H|⁻¹ g"
    summary = (
        "Newton's step with the sizes of the curvatures: it runs from saddles and maxima instead of to them, and is "
        "Newton's method where the loss is convex."
    )
    source = "Dauphin et al. 2014"
    uses_hessian = True

    learning_rate: float = number(1.0, 1e-2, 1.0, "The share of the full step that is taken.", scale="log")
    delta: float = number(1e-3, 1e-8, 1.0, "The smallest curvature that is divided by.", scale="log")
    max_step: float = number(1.0, 1e-2, 100.0, "The longest step: the model is trusted no further.", scale="log")

    def init(self, params: Array) -> NoState:
        """Return the empty state."""
        return NoState()

    def step(
        self, params: Array, oracle: Oracle, state: NoState, learning_rate: float, iteration: int
    ) -> tuple[Array, NoState]:
        """Return θ − η |H|⁻¹ g, NaN in lanes whose Hessian is not finite."""
        gradient, hessian = oracle.gradient(params), oracle.hessian(params)
        with np.errstate(all="ignore"):
            whole = -saddle_free(hessian, gradient, self.delta)
            direction = shortened(whole, self.max_step)
        oracle.note("g", gradient, r"\nabla f(\theta)")
        oracle.adapts(lambda slope: -learning_rate * saddle_free(hessian, slope, self.delta))
        oracle.note("H", hessian, r"\nabla^2 f(\theta)")
        oracle.note("n", whole, r"-\left|<H>\right|^{-1} \, <g>", arrow="adapted")
        rule = rf"<n> \, \min(1, \frac{{{self.max_step:.10g}}}{{\lVert <n> \rVert}})"
        oracle.note("p", direction, rule, arrow="update")
        after = params + learning_rate * direction
        oracle.note(r"\Delta\theta", learning_rate * direction, r"<\eta> \, <p>")
        return after, state


def shortened(vectors: Array, longest: float) -> Array:
    """Return vectors (..., n), those longer than `longest` scaled down to it."""
    lengths = np.linalg.norm(vectors, axis=-1, keepdims=True)
    return np.asarray(vectors * (longest / np.maximum(lengths, longest)))
