"""Sophia with the exact diagonal of the Hessian."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, NamedTuple

import numpy as np

from engine.hyperparameters import choice, number, switch
from engine.optimizer import Optimizer
from engine.optimizers.optional import is_off

if TYPE_CHECKING:
    from engine.oracle import Oracle
    from surfaces import Array


class SophiaState(NamedTuple):
    """The moving averages of gradients and of the curvature along each axis."""

    first_moment: Array
    curvature: Array


@dataclass(frozen=True)
class Sophia(Optimizer):
    """Newton's step per axis, clipped to η (Liu et al. 2023, algorithm 3), with t = iteration + 1.

    m ← β1 m + (1 − β1) g
    h ← β2 h + (1 − β2) diag H(θ)         at every k-th step, the first included
    θ ← θ − η (clip(m̂ / max(γ h, ε), −1, 1) + λ θ),  m̂ = m / (1 − β1ᵗ)

    The paper estimates the diagonal with a random probe (Hutchinson); with few parameters the exact one is cheap. The
    paper refreshes h before a step and does not correct m; Optax refreshes after the step and corrects.
    """

    name = "sophia"
    title = "Sophia"
    family = "adaptive"
    formula = "m ← β₁m + (1−β₁)g;  h ← β₂h + (1−β₂) diag H every k steps;  θ ← θ − η clip(m̂ / max(γh, ε), ±1)"
    summary = (
        "Divides each axis by its curvature and never moves further than η along it: a sign step wherever the "
        "curvature is small, negative or out of date. Here the diagonal of the Hessian is exact, not estimated."
    )
    source = "Liu et al. 2023, algorithm 3; optax.contrib.sophia"
    uses_hessian = True
    aliases: ClassVar[dict[str, str]] = {"b1": "beta1", "b2": "beta2"}
    symbols: ClassVar[dict[str, str]] = {"curvature": "h"}

    learning_rate: float = number(0.05, 1e-4, 1.0, "The longest step along each axis.", scale="log")
    beta1: float = number(0.965, 0.0, 0.999, "How slowly old gradients fade (momentum).", scale="one-minus", below=1.0)
    beta2: float = number(0.99, 0.0, 0.9999, "How slowly old curvatures fade.", scale="one-minus", below=1.0)
    gamma: float = number(0.01, 1e-4, 1.0, "The smaller, the more steps are clipped.", scale="log")
    eps: float = number(1e-8, 1e-16, 1e-2, "The smallest curvature that is divided by.", scale="log")
    update_interval: int = number(10, 1, 50, "k: how many steps pass between two looks at the curvature.", minimum=1)
    weight_decay: float = number(0.0, 0.0, 0.3, "Pulls every parameter towards zero, apart from the gradient.")
    bias_correction: bool = switch(True, "Divide out that the average of gradients starts at zero.")
    refresh: str = choice(("before", "after"), "Look at the curvature before the step (paper) or after it (Optax).")

    def init(self, params: Array) -> SophiaState:
        """Return two averages of zero."""
        zero = np.zeros_like(params)
        return SophiaState(zero, zero)

    def step(
        self, params: Array, oracle: Oracle, state: SophiaState, learning_rate: float, iteration: int
    ) -> tuple[Array, SophiaState]:
        """Return (params, state) after one step."""
        with np.errstate(all="ignore"):
            gradient = oracle.gradient(params)
            oracle.note("g", gradient, r"\nabla f(\theta)")
            first = self.beta1 * state.first_moment + (1.0 - self.beta1) * gradient
            oracle.note("m", first, r"<\beta_1> \, <m> + (1 - <\beta_1>) \, <g>", arrow="memory")
            corrected = first / (1.0 - self.beta1 ** (iteration + 1)) if self.bias_correction else first
            oracle.note("t", iteration + 1)
            rule = r"\frac{<m>}{1 - <\beta_1>^{<t>}}" if self.bias_correction else "<m>"
            oracle.note(r"\hat{m}", corrected, rule, arrow="memory")
            used = state.curvature
            if self.refresh == "before":
                used = self._curvature(params, oracle, used, iteration)
            divisor = np.maximum(self.gamma * used, self.eps)
            oracle.note("d", divisor, r"\max(<\gamma> \, <h>, <\varepsilon>)", arrow="divisor")
            oracle.adapts(lambda slope: -learning_rate * slope / divisor)
            ratio = np.clip(corrected / divisor, -1.0, 1.0)
            oracle.note("u", ratio, r"\max(-1, \min(1, \frac{<\hat{m}>}{<d>}))", arrow="update")
            curvature = used if self.refresh == "before" else self._curvature(params, oracle, used, iteration)
            change = learning_rate * (ratio + self.weight_decay * params)
            decayed = "<u>" if is_off(self.weight_decay) else r"(<u> + <\lambda> \, <\theta>)"
            oracle.note(r"\Delta\theta", lambda: -change, rf"-<\eta> \, {decayed}")
        return params - change, SophiaState(first, curvature)

    def _curvature(self, params: Array, oracle: Oracle, average: Array, iteration: int) -> Array:
        """Return h, with a new look at the Hessian when it is due."""
        if iteration % self.update_interval == 0:
            diagonal = np.diagonal(oracle.hessian(params), axis1=-2, axis2=-1)
            oracle.note(r"\mathrm{diag} H", diagonal, r"\operatorname{diag} \nabla^2 f(\theta)", arrow="curvature")
            average = self.beta2 * average + (1.0 - self.beta2) * diagonal
            oracle.note("h", average, r"<\beta_2> \, <h> + (1 - <\beta_2>) \, <\mathrm{diag} H>", arrow="divisor")
        return average
