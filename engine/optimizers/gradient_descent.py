"""Gradient descent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from engine.hyperparameters import number
from engine.optimizer import Arithmetic, Elementwise, NoState, Number


@dataclass(frozen=True)
class GradientDescent(Elementwise):
    """θ ← θ − η g (Cauchy 1847). Stable on a quadratic while η < 2/λmax."""

    name = "gradient-descent"
    title = "Gradient descent"
    formula = "θ ← θ − η g"
    summary = (
        "Steps straight down the slope. Zigzags across a ravine and stops in the nearest minimum. "
        "With the gradient of a sample in place of the full one it is SGD."
    )
    source = "Cauchy 1847; Robbins & Monro 1951"

    learning_rate: float = number(0.01, 1e-4, 3.0, "The step's length is η times the gradient's.", scale="log")

    def initial(self, zero: Number) -> NoState:
        """Return the empty state."""
        return NoState()

    def rule(
        self,
        parameter: Number,
        gradient: Number,
        state: Any,
        learning_rate: float,
        iteration: int,
        arithmetic: Arithmetic,
    ) -> tuple[Number, NoState]:
        """Return θ − η g."""
        return parameter - learning_rate * gradient, state
