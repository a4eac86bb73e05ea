"""Simultaneous perturbation stochastic approximation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from engine.hyperparameters import number
from engine.optimizer import NoState, Optimizer

if TYPE_CHECKING:
    from engine.oracle import Oracle
    from surfaces import Array


@dataclass(frozen=True)
class SPSA(Optimizer):
    """A gradient step from two losses, whatever the number of parameters (Spall 1992; 1998, section III).

    Δ: every entry +1 or −1 by a fair coin;  c_k = c/k^γ,  a_k = η/(A + k)^α,  k = 1, 2, …
    ĝ = (f(θ + c_k Δ) − f(θ − c_k Δ)) / (2 c_k) · 1/Δ
    θ ← θ − a_k ĝ

    α = 0.602 and γ = 0.101 are the smallest for which the theory holds. With α = 0 the pace is η alone, or the
    schedule's.
    """

    name = "spsa"
    title = "SPSA"
    family = "derivative-free"
    formula = "ĝ = (f(θ + cΔ) − f(θ − cΔ)) / 2c · 1/Δ;  θ ← θ − a ĝ"
    summary = (
        "Two losses, on both sides along random signs, stand in for the gradient: cheap in many parameters, a walk "
        "along diagonals in two."
    )
    source = "Spall 1992; Spall 1998"
    uses_values = True
    draws = True

    learning_rate: float = number(0.05, 1e-4, 10.0, "The gain a: the pace before it decays.", scale="log")
    c: float = number(0.1, 1e-4, 1.0, "How far apart the two losses are taken.", scale="log")
    stability: float = number(10.0, 0.0, 1000.0, "A: how many steps the decay is held back.")
    alpha: float = number(0.602, 0.0, 1.0, "How fast the pace decays.")
    gamma: float = number(0.101, 0.0, 0.5, "How fast the two losses draw together.")

    def init(self, params: Array) -> NoState:
        """Return the empty state."""
        return NoState()

    def step(
        self, params: Array, oracle: Oracle, state: NoState, learning_rate: float, iteration: int
    ) -> tuple[Array, NoState]:
        """Return one step of every lane, all along the same signs."""
        signs = oracle.generator(iteration).choice((-1.0, 1.0), params.shape[-1])
        reach = self.c / (iteration + 1.0) ** self.gamma
        offset = reach * signs
        pace = learning_rate / (self.stability + iteration + 1.0) ** self.alpha
        above, below = oracle.value(params + offset), oracle.value(params - offset)
        with np.errstate(all="ignore"):
            estimate = np.asarray((above - below) / 2.0)[..., None] / offset
            after = params - pace * estimate
        oracle.note("t", iteration + 1)
        oracle.note("c_t", reach, r"\frac{<c>}{<t>^{<\gamma>}}", arrow="trials")
        oracle.note("e", signs, r"\pm 1", arrow="trials")
        oracle.note(r"\Delta", offset, r"<c_t> \, <e>", arrow="trials")
        oracle.note("f^+", above, r"f(\theta + \Delta)", arrow="trials")
        oracle.note("f^-", below, r"f(\theta - \Delta)", arrow="trials")
        oracle.note(r"\hat{g}", estimate, r"\frac{<f^+> - <f^->}{2 \, <\Delta>}", arrow="update")
        oracle.note("a_t", pace, r"\frac{<\eta>}{(<A> + <t>)^{<\alpha>}}", arrow="update")
        oracle.note(r"\Delta\theta", lambda: -pace * estimate, r"-<a_t> \, <\hat{g}>")
        return after, state
