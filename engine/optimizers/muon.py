"""Muon, which for a vector is normalised momentum."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from engine.hyperparameters import choice, number, switch
from engine.optimizer import Optimizer
from engine.optimizers.optional import is_off
from engine.oracle import Oracle, unheard

if TYPE_CHECKING:
    from surfaces import Array

_QUINTIC = (3.4445, -4.7750, 2.0315)
"""Jordan's polynomial: steep at zero, and not quite 1 at 1."""
_ROUND = r"{} \, <O> + ({} \, <s> + {} \, <s>^2) \, <O>".format(*_QUINTIC)


class MuonState(NamedTuple):
    """The moving average of gradients."""

    velocity: Array


@dataclass(frozen=True)
class Muon(Optimizer):
    """Momentum made orthogonal (Jordan et al. 2024; torch.optim.Muon), the parameters taken as a matrix of one row.

    b ← μ b + (1 − μ) g,  u = μ b + (1 − μ) g with Nesterov, else u = b
    θ ← (1 − η λ) θ − η O(u)

    O replaces all singular values of its matrix by 1. A matrix of one row has a single one, its length, so that
    O(u) = u / ‖u‖: every step is η long and only its direction is learned.

    newton-schulz  five rounds of X ← a X + (b X Xᵀ + c (X Xᵀ)²) X from u / ‖u‖, as PyTorch does (there in bfloat16):
                   right in direction, 0.70 η long
    exact          u / ‖u‖
    """

    name = "muon"
    title = "Muon"
    formula = "b ← μ b + (1−μ)g;  u = μ b + (1−μ)g;  θ ← θ − η u / ‖u‖"
    summary = (
        "Made for matrices of weights, whose update it makes orthogonal. With two parameters nothing of that remains: "
        "it is normalised momentum, with steps of equal length that never settle unless η is decayed."
    )
    source = "Jordan et al. 2024; torch.optim.Muon"

    learning_rate: float = number(0.001, 1e-3, 0.3, "The length of every step.", scale="log")
    momentum: float = number(0.95, 0.0, 0.999, "How slowly old gradients fade.", scale="one-minus", below=1.0)
    nesterov: bool = switch(True, "Give the newest gradient another share.")
    orthogonalization: str = choice(("newton-schulz", "exact"), "PyTorch's iteration, or what it approximates.")
    ns_steps: int = number(5, 1, 10, "Rounds of the iteration.", minimum=0, below=100)
    eps: float = number(1e-7, 1e-16, 1e-2, "Updates shorter than this are not made longer.", scale="log")
    weight_decay: float = number(0.0, 0.0, 0.3, "Pulls every parameter towards zero; 0.1 in PyTorch.")

    def init(self, params: Array) -> MuonState:
        """Return an average of zero."""
        return MuonState(np.zeros_like(params))

    def step(
        self, params: Array, oracle: Oracle, state: MuonState, learning_rate: float, iteration: int
    ) -> tuple[Array, MuonState]:
        """Return (params, state) after one step."""
        with np.errstate(all="ignore"):
            gradient = oracle.gradient(params)
            oracle.note("g", gradient, r"\nabla f(\theta)")
            velocity = self.momentum * state.velocity + (1.0 - self.momentum) * gradient
            oracle.note("b", velocity, r"<\mu> \, <b> + (1 - <\mu>) \, <g>", arrow="memory")
            wanted = velocity
            if self.nesterov:
                wanted = self.momentum * velocity + (1.0 - self.momentum) * gradient
                oracle.note("u", wanted, r"<\mu> \, <b> + (1 - <\mu>) \, <g>", arrow="memory")
            direction = self._orthogonal(wanted, oracle, "<u>" if self.nesterov else "<b>")
            oracle.adapts(lambda slope: -learning_rate * self._orthogonal(slope))
            moved = (1.0 - learning_rate * self.weight_decay) * params - learning_rate * direction
            decayed = "<O>" if is_off(self.weight_decay) else r"(<\lambda> \, <\theta> + <O>)"
            oracle.note(r"\Delta\theta", lambda: moved - params, rf"-<\eta> \, {decayed}")
        return moved, MuonState(velocity)

    def _orthogonal(self, row: Array, oracle: Oracle | None = None, letter: str = "") -> Array:
        """Return u / ‖u‖, or what the iteration makes of it; an oracle is told how."""
        note = oracle.note if oracle is not None else unheard
        length = np.maximum(np.hypot.reduce(row, axis=-1, keepdims=True), self.eps)
        note("n", length, rf"\max(\lVert {letter} \rVert, <\varepsilon>)", arrow="adapted")
        row = row / length
        note("O", row, rf"\frac{{{letter}}}{{<n>}}", arrow="adapted")
        if self.orthogonalization == "exact":
            return row
        a, b, c = _QUINTIC
        for _ in range(self.ns_steps):
            square = (row * row).sum(-1, keepdims=True)  # X Xᵀ, a matrix of one number
            note("s", square, r"<O>^\top <O>", arrow="adapted")
            row = a * row + (b * square + c * square * square) * row
            note("O", row, _ROUND, arrow="adapted")
        return row
