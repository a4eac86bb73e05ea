"""Shampoo, which for a vector is full-matrix AdaGrad."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, NamedTuple

import numpy as np

from engine.curvature import spectrum
from engine.eigenbasis import into, out_of, outer
from engine.hyperparameters import number
from engine.optimizer import Optimizer

if TYPE_CHECKING:
    from engine.oracle import Oracle
    from surfaces import Array


class ShampooState(NamedTuple):
    """The sum of g gᵀ over all gradients so far."""

    statistics: Array


@dataclass(frozen=True)
class Shampoo(Optimizer):
    """G ← G + g gᵀ, θ ← θ − η (G + ε I)^(−1/2) g (Gupta, Koren & Singer 2018, algorithm 2 for a tensor of order 1).

    That is the full-matrix form of AdaGrad (Duchi, Hazan & Singer 2011, figure 1). Since G holds g gᵀ, no step is
    longer than η. It does not matter how the axes are turned: G turns with them.
    """

    name = "shampoo"
    title = "Shampoo (full-matrix AdaGrad)"
    family = "adaptive"
    formula = "G ← G + g gᵀ;  θ ← θ − η (G + εI)^(−1/2) g"
    summary = (
        "AdaGrad that sees directions in place of axes: it brakes along whatever direction has been steep, and a "
        "turned valley is as easy as a straight one. Made for matrices; for a vector of parameters it is this."
    )
    source = "Gupta, Koren & Singer 2018; Duchi, Hazan & Singer 2011"
    symbols: ClassVar[dict[str, str]] = {"statistics": "G"}

    learning_rate: float = number(0.1, 1e-2, 3.0, "The length of the very first step.", scale="log")
    eps: float = number(1e-10, 1e-16, 1e-2, "Keeps the root finite in directions never seen.", scale="log")

    def init(self, params: Array) -> ShampooState:
        """Return a sum of nothing."""
        return ShampooState(np.zeros((*params.shape, params.shape[-1])))

    def step(
        self, params: Array, oracle: Oracle, state: ShampooState, learning_rate: float, iteration: int
    ) -> tuple[Array, ShampooState]:
        """Return (params, state) after one step."""
        with np.errstate(all="ignore"):
            gradient = oracle.gradient(params)
            oracle.note("g", gradient, r"\nabla f(\theta)")
            statistics = state.statistics + outer(gradient)
            oracle.note("G", statistics, r"<G> + <g> <g>^\top", arrow="adapted")
            values, basis = spectrum(statistics)
            oracle.note(r"\lambda", values[..., None, :], r"\operatorname{eigenvalues}(G)", arrow="adapted")
            divisor = np.sqrt(np.maximum(values, 0.0) + self.eps)
            direction = out_of(basis, into(basis, gradient) / divisor)
            oracle.adapts(lambda slope: -learning_rate * out_of(basis, into(basis, slope) / divisor))
            oracle.note("p", direction, r"(<G> + <\varepsilon> \, I)^{-1/2} \, <g>", arrow="adapted")
            oracle.note(r"\Delta\theta", lambda: -learning_rate * direction, r"-<\eta> \, <p>")
        return params - learning_rate * direction, ShampooState(statistics)
