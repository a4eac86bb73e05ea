"""Langevin dynamics: gradient descent with declared noise that cools."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.hyperparameters import number
from engine.optimizer import NoState, Optimizer

if TYPE_CHECKING:
    from engine.oracle import Oracle
    from surfaces import Array


@dataclass(frozen=True)
class Langevin(Optimizer):
    """θ ← θ − η g + √(2 η T) ξ with ξ normal, and T falling (Welling & Teh 2011, eq. 2; Gelfand & Mitter 1991).

    T = T₀ (1 − iteration / n)² for n cooling steps and 0 from then on; T₀ for ever with n = 0. At a constant T and a
    small η points are found with probability ∝ exp(−f/T). Near a minimum of curvature λ their variance is
    T / (λ (1 − η λ / 2)).
    """

    name = "langevin"
    title = "Langevin (noise that cools)"
    family = "saddles"
    formula = "θ ← θ − η g + √(2ηT) ξ;  T = T₀ (1 − k/n)²"
    summary = (
        "Gradient descent in a heat bath: normal noise, equal in all directions and made up, carries it over ridges "
        "and off saddles, and dies away as it cools. Not SGD, whose noise comes from the samples."
    )
    source = "Welling & Teh 2011; Gelfand & Mitter 1991"
    draws = True

    learning_rate: float = number(
        0.01, 1e-4, 3.0, "The step's length is η times the gradient's, plus noise.", scale="log"
    )
    temperature: float = number(0.3, 0.0, 3.0, "T₀: how high above the valleys the noise reaches.")
    cooling_steps: int = number(1000, 0, 10_000, "After so many steps the noise is gone; 0 never cools.")

    def init(self, params: Array) -> NoState:
        """Return the empty state."""
        return NoState()

    def step(
        self, params: Array, oracle: Oracle, state: NoState, learning_rate: float, iteration: int
    ) -> tuple[Array, NoState]:
        """Return (params, state) after one step; all lanes feel the same noise."""
        with np.errstate(all="ignore"):
            gradient = oracle.gradient(params)
            oracle.note("g", gradient, r"\nabla f(\theta)")
            temperature = self._temperature(iteration)
            oracle.note("t", iteration + 1)
            oracle.note("T", temperature, _COOLED if self.cooling_steps else "<T_0>", arrow="memory")
            noise = oracle.generator(iteration).standard_normal(params.shape[-1])
            oracle.note(r"\xi", noise, r"\operatorname{N}(0, 1)", arrow="memory")
            kick = np.sqrt(2.0 * learning_rate * temperature) * noise
            oracle.note(r"\delta", kick, r"\sqrt{2 \, <\eta> \, <T>} \, <\xi>", arrow="memory")
            oracle.note(r"\Delta\theta", lambda: kick - learning_rate * gradient, r"-<\eta> \, <g> + <\delta>")
            return params - learning_rate * gradient + kick, state

    def _temperature(self, iteration: int) -> Any:
        if not self.cooling_steps:
            return self.temperature
        return self.temperature * np.maximum(0.0, 1.0 - iteration / self.cooling_steps) ** 2


_COOLED = r"<T_0> \, (\max(0, 1 - \frac{<t> - 1}{<n>}))^2"
