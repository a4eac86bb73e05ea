"""Prodigy."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

import numpy as np

from engine.hyperparameters import number, switch
from engine.optimizer import Optimizer
from engine.optimizers.optional import is_off

if TYPE_CHECKING:
    from engine.oracle import Oracle
    from surfaces import Array


class ProdigyState(NamedTuple):
    """Adam's averages, where the run began, and the two sums that tell how far it is from there to a minimum."""

    first_moment: Array
    second_moment: Array
    gradient_sum: Array
    start: Array
    numerator: Array
    distance: Array


@dataclass(frozen=True)
class Prodigy(Optimizer):
    """Adam that finds its own rate d (Mishchenko & Defazio 2023, algorithm 4), with t = iteration + 1.

    m ← β1 m + (1 − β1) d g,  v ← β2 v + (1 − β2) d² g²,  ηₜ = d η √(1 − β2ᵗ) / (1 − β1ᵗ)
    s ← √β2 s + ηₜ d g / d₀,  r ← √β2 r + ηₜ ⟨g, θ₀ − θ⟩ d / d₀
    d ← max(d, d_coef r / ‖s‖₁)
    θ ← θ − ηₜ (m / (√v + d ε) + λ θ)

    d is a lower bound of the distance from the start θ₀ to a minimum, along the axis where it is largest, and grows by
    itself; the step uses ηₜ with the old d. Without bias correction ηₜ = d η, the default of the authors' code; Optax
    always corrects. With `safeguard_warmup`, s gets d² g / d₀ in place of ηₜ d g / d₀.
    """

    name = "prodigy"
    title = "Prodigy"
    family = "adaptive"
    formula = "Adam on d·g;  d ← max(d, r / ‖s‖₁),  r = Σ⟨g, θ₀ − θ⟩,  s = Σ g"
    summary = (
        "Adam that measures its own learning rate: it grows d until it matches the distance to the minimum. Leave η "
        "at 1. Takes about as many steps from a start ten thousand times further away."
    )
    source = "Mishchenko & Defazio 2023, algorithm 4; konstmish/prodigy; optax.contrib.prodigy"
    aliases: ClassVar[dict[str, str]] = {"b1": "beta1", "b2": "beta2"}
    symbols: ClassVar[dict[str, str]] = {"gradient_sum": "s", "start": r"\theta_0", "numerator": "r", "distance": "d"}

    learning_rate: float = number(
        1.0, 0.1, 10.0, "Multiplies the rate that the method finds; leave it at 1.", scale="log"
    )
    beta1: float = number(0.9, 0.0, 0.999, "How slowly old gradients fade (momentum).", scale="one-minus", below=1.0)
    beta2: float = number(
        0.999,
        0.5,
        0.9999,
        "How slowly old squares fade; its root, how slowly the estimate of d.",
        scale="one-minus",
        below=1.0,
    )
    eps: float = number(1e-8, 1e-16, 1e-2, "Keeps the division finite on flat ground.", scale="log")
    d0: float = number(
        1e-6, 1e-8, 1e-2, "The first d: anything far below the distance to go.", scale="log", minimum=1e-300
    )
    d_coef: float = number(1.0, 0.1, 10.0, "Multiplies every estimate of d.", scale="log")
    weight_decay: float = number(0.0, 0.0, 0.3, "Pulls every parameter towards zero, apart from the gradient.")
    bias_correction: bool = switch(
        True, "Divide out that both averages start at zero (Optax); off in the authors' code."
    )
    safeguard_warmup: bool = switch(False, "Keep a warm-up's small rates out of the estimate of d.")

    def init(self, params: Array) -> ProdigyState:
        """Return averages and sums of zero, d₀, and the start."""
        zero, nothing = np.zeros_like(params), np.zeros((*params.shape[:-1], 1))
        return ProdigyState(zero, zero, zero, params, nothing, nothing + self.d0)

    def step(
        self, params: Array, oracle: Oracle, state: ProdigyState, learning_rate: float, iteration: int
    ) -> tuple[Array, ProdigyState]:
        """Return (params, state) after one step."""
        with np.errstate(all="ignore"):
            gradient = oracle.gradient(params)
            oracle.note("g", gradient, r"\nabla f(\theta)")
            rate = state.distance * learning_rate * self._correction(iteration + 1)
            oracle.note("t", iteration + 1)
            oracle.note("d", state.distance, arrow="adapted")
            corrected = r" \, \frac{\sqrt{1 - <\beta_2>^{<t>}}}{1 - <\beta_1>^{<t>}}" if self.bias_correction else ""
            oracle.note(r"\eta_t", rate, rf"<d> \, <\eta>{corrected}", arrow="adapted")
            scaled = state.distance * gradient
            first = self.beta1 * state.first_moment + (1.0 - self.beta1) * scaled
            oracle.note("m", first, r"<\beta_1> \, <m> + (1 - <\beta_1>) \, <d> \, <g>", arrow="memory")
            second = self.beta2 * state.second_moment + (1.0 - self.beta2) * (scaled * scaled)
            oracle.note("v", second, r"<\beta_2> \, <v> + (1 - <\beta_2>) \, (<d> \, <g>)^2", arrow="divisor")
            sums, numerator, distance = self._measured(params, gradient, state, rate, oracle)
            divisor = np.sqrt(second) + distance * self.eps
            oracle.note("q", divisor, r"\sqrt{<v>} + <d> \, <\varepsilon>", arrow="divisor")
            oracle.adapts(lambda slope: -rate * state.distance * slope / divisor)
            direction = first / divisor + self.weight_decay * params
            decay = "" if is_off(self.weight_decay) else r" + <\lambda> \, <\theta>"
            oracle.note("p", direction, rf"\frac{{<m>}}{{<q>}}{decay}", arrow="update")
            oracle.note(r"\Delta\theta", lambda: -rate * direction, r"-<\eta_t> \, <p>")
            moved = params - rate * direction
        return moved, ProdigyState(first, second, sums, state.start, numerator, distance)

    def _correction(self, t: int) -> Any:
        """Return √(1 − β2ᵗ) / (1 − β1ᵗ), or one."""
        if not self.bias_correction:
            return 1.0
        return np.sqrt(1.0 - self.beta2**t) / (1.0 - self.beta1**t)

    def _measured(
        self, params: Array, gradient: Array, state: ProdigyState, rate: Array, oracle: Oracle
    ) -> tuple[Array, Array, Array]:
        """Return s, r and d with this step's gradient."""
        d, kept = state.distance, np.sqrt(self.beta2)
        weight = d if self.safeguard_warmup else rate
        sums = kept * state.gradient_sum + weight * d * gradient / self.d0
        progress = (gradient * (state.start - params)).sum(-1, keepdims=True)
        numerator = kept * state.numerator + d / self.d0 * rate * progress
        estimate = self.d_coef * numerator / np.abs(sums).sum(-1, keepdims=True)
        distance = np.fmax(d, estimate)  # before any slope was met the estimate is 0/0
        grown = r"\sqrt{<\beta_2>} \, <r> + \frac{<d>}{<d_0>} \, <\eta_t> \, <g>^\top (<\theta_0> - <\theta>)"
        oracle.note("r", numerator, grown, arrow="adapted")
        share = "<d>" if self.safeguard_warmup else r"<\eta_t>"
        oracle.note("s", sums, rf"\sqrt{{<\beta_2>}} \, <s> + \frac{{{share} \, <d> \, <g>}}{{<d_0>}}", arrow="adapted")
        oracle.note("d", distance, r"\max(<d>, \frac{<c> \, <r>}{\lVert <s> \rVert_1})", arrow="adapted")
        return sums, numerator, distance
