"""Noise on the gradients, declared as such."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from engine.hyperparameters import number
from engine.optimizers.composite import Transform, common_rate, optimizer_part
from engine.transformed_oracle import TransformedOracle

if TYPE_CHECKING:
    from engine.optimizer import Optimizer
    from engine.oracle import Oracle
    from surfaces import Array


@dataclass(frozen=True)
class Noisy(Transform):
    """Another optimizer on gradients with normal noise that fades (Neelakantan et al. 2015, equation 1).

    g ← g + σₜ ξ,  σₜ² = σ² / (1 + t)^γ,  ξ ~ N(0, I) drawn once for each iteration t = 0, 1, …

    Every question of a step meets the same ξ: the oracle is that of f + σₜ ξ·θ, whose gradient that is.
    """

    name = "noisy"
    title = "Gradient noise"
    formula = "g ← g + σξ / (1+t)^(γ/2)"
    summary = (
        "Adds made-up noise to every gradient, less and less of it: a way off saddles and out of shallow dips. It is "
        "equal in all directions and knows nothing of any data: this is not SGD."
    )
    source = "Neelakantan et al. 2015"
    draws = True

    learning_rate: float = common_rate()
    sigma: float = number(0.3, 0.001, 10.0, "The standard deviation of the first noise, on each axis.", scale="log")
    gamma: float = number(0.55, 0.0, 2.0, "How fast the noise fades; 0 keeps it.")
    inner: Optimizer = optimizer_part("gradient-descent", "The optimizer that sees the noisy gradients.")

    def shown(self, oracle: Oracle, iteration: int) -> Oracle:
        """Return an oracle tilted by the iteration's noise."""
        return NoisyOracle(oracle, self.sigma / (1.0 + iteration) ** (0.5 * self.gamma), iteration)


class NoisyOracle(TransformedOracle):
    """Speaks of f + σ ξ·θ; the part's own random numbers are others than ξ."""

    def __init__(self, behind: Oracle, sigma: float, iteration: int) -> None:
        super().__init__(behind)
        self._sigma, self._iteration = sigma, iteration

    def generator(self, iteration: int) -> np.random.Generator:
        """Return a generator of other numbers."""
        return super().generator(iteration).spawn(1)[0]

    def value(self, params: Array) -> Array:
        """Return f + σ ξ·θ, shape (...)."""
        return np.asarray(super().value(params) + np.sum(self._sigma * self._draw(params) * params, axis=-1))

    def gradient(self, params: Array) -> Array:
        """Return ∇f + σ ξ, shape (..., dim)."""
        gradient, draw = super().gradient(params), self._draw(params)
        noise = self._sigma * draw
        self.note(r"\nabla f", gradient, r"\nabla f(\theta)", arrow="slope")
        self.note("t", self._iteration + 1)
        self.note(r"\sigma_t", self._sigma, r"\frac{<\sigma>}{<t>^{<\gamma> / 2}}", arrow="slope")
        self.note(r"\xi", draw, r"\operatorname{N}(0, 1)", arrow="slope")
        self.note("g", gradient + noise, r"<\nabla f> + <\sigma_t> \, <\xi>")
        return gradient + noise

    def _draw(self, params: Array) -> Array:
        """Return ξ: one draw for all lanes, like every draw of a rule."""
        return np.asarray(super().generator(self._iteration).standard_normal(params.shape[-1]))
