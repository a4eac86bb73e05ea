"""Gradients that are cut off."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

import numpy as np

from engine.hyperparameters import choice, number
from engine.optimizers.composite import Transform, common_rate, optimizer_part
from engine.transformed_oracle import TransformedOracle

if TYPE_CHECKING:
    from engine.optimizer import Optimizer
    from engine.oracle import Oracle
    from surfaces import Array

_TORCH_EPS = 1e-6


@dataclass(frozen=True)
class Clipped(Transform):
    """Another optimizer on gradients that are made shorter where they are too long (Pascanu et al. 2013).

    norm   g ← g · min(1, c / (‖g‖ + 1e-6))   (torch.nn.utils.clip_grad_norm_)
    value  each gᵢ ← max(−c, min(c, gᵢ))      (torch.nn.utils.clip_grad_value_)

    Losses and Hessians stay what they are.
    """

    name = "clipped"
    title = "Clipped gradients"
    formula = "g ← g · min(1, c / ‖g‖)"
    summary = (
        "Keeps a cliff from throwing a run out of its valley: by norm the direction stays, by value each axis is cut "
        "alone and the direction turns. Optimizers that ignore the gradient's length hardly notice."
    )
    source = "Pascanu, Mikolov & Bengio 2013; torch.nn.utils.clip_grad_norm_, clip_grad_value_"
    aliases: ClassVar[dict[str, str]] = {"max_norm": "limit", "clip_value": "limit"}

    learning_rate: float = common_rate()
    by: str = choice(("norm", "value"), "Whether the length of the gradient is limited, or each of its entries.")
    limit: float = number(1.0, 0.01, 100.0, "The longest gradient, or largest entry, that passes.", scale="log")
    inner: Optimizer = optimizer_part("gradient-descent", "The optimizer that sees the clipped gradients.")

    def shown(self, oracle: Oracle, iteration: int) -> Oracle:
        """Return an oracle of clipped gradients."""
        return ClippingOracle(oracle, self.by, self.limit)


class ClippingOracle(TransformedOracle):
    """Gives gradients that are clipped."""

    def __init__(self, behind: Oracle, by: str, limit: float) -> None:
        super().__init__(behind)
        self._by, self._limit = by, limit

    def gradient(self, params: Array) -> Array:
        """Return the clipped gradient, shape (..., dim)."""
        gradient = super().gradient(params)
        self.note(r"\nabla f", gradient, r"\nabla f(\theta)", arrow="slope")
        if self._by == "value":
            clipped = np.clip(gradient, -self._limit, self._limit)
            self.note("g", clipped, r"\max(-<c>, \min(<c>, <\nabla f>))")
            return clipped
        length: Array = np.sqrt(np.sum(gradient * gradient, axis=-1, keepdims=True))
        share = np.minimum(1.0, self._limit / (length + _TORCH_EPS))
        clipped = gradient * share
        self.note("n", length, r"\lVert <\nabla f> \rVert", arrow="slope")
        self.note("s", share, r"\min(1, \frac{<c>}{<n> + 10^{-6}})", arrow="slope")
        self.note("g", clipped, r"<s> \, <\nabla f>")
        return clipped
