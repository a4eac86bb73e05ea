"""Schedule-free AdamW."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, NamedTuple

import numpy as np

from engine.hyperparameters import number
from engine.optimizer import Optimizer
from engine.optimizers.optional import is_off
from engine.optimizers.schedule_free_sgd import asked_at, averaged, no_weight

if TYPE_CHECKING:
    from engine.oracle import Oracle
    from surfaces import Array


class ScheduleFreeAdamWState(NamedTuple):
    """The point the adaptive steps are at, their brake, and what weights the average of where they have been."""

    fast: Array
    second_moment: Array
    weight_sum: Array
    largest_rate: Array


@dataclass(frozen=True)
class ScheduleFreeAdamW(Optimizer):
    """AdamW without momentum that reports an average of its path (Defazio et al. 2024), with t = iteration + 1.

    y = (1 − β1) z + β1 x                  where the gradient g is taken
    v ← β2 v + (1 − β2) g²,  v̂ = v / (1 − β2ᵗ)
    z ← z − η (g / (√v̂ + ε) + λ y)
    x ← (1 − c) x + c z,  c = ω / Σω,  ω = (largest η so far)ʳ

    As in schedule-free SGD, x is what a run records and z is the state. The averaging takes the place of Adam's m.
    """

    name = "schedule-free-adamw"
    title = "Schedule-free AdamW"
    family = "adaptive"
    formula = "y = (1−β₁)z + β₁x;  z ← z − η (∇f(y) / (√v̂ + ε) + λ y);  x ← (1−c)x + c z,  c = 1/t"
    summary = (
        "Adam's braking per axis at a constant rate, with the running average of the path in place of momentum and of "
        "a decaying rate. Gradients are taken ahead of the point that is shown, at y."
    )
    source = "Defazio et al. 2024; facebookresearch/schedule_free; optax.contrib.schedule_free_adamw"
    aliases: ClassVar[dict[str, str]] = {"b1": "beta1", "b2": "beta2"}
    symbols: ClassVar[dict[str, str]] = {"fast": "z", "weight_sum": r"\sum\omega", "largest_rate": r"\eta_{\max}"}

    learning_rate: float = number(0.0025, 1e-4, 1.0, "The typical length of a step of z along each axis.", scale="log")
    beta1: float = number(0.9, 0.0, 1.0, "Where between z (0) and its average x (1) gradients are taken.")
    beta2: float = number(
        0.999, 0.5, 0.9999, "How slowly old squared gradients fade (braking).", scale="one-minus", below=1.0
    )
    eps: float = number(1e-8, 1e-16, 1e-2, "Keeps the division finite on flat ground.", scale="log")
    weight_decay: float = number(0.0, 0.0, 0.3, "Pulls every parameter towards zero, apart from the gradient.")
    weight_lr_power: float = number(2.0, 0.0, 4.0, "r: how much less the steps of a warm-up count in the average.")

    def init(self, params: Array) -> ScheduleFreeAdamWState:
        """Return z at the start and an average of zero."""
        return ScheduleFreeAdamWState(params, np.zeros_like(params), *no_weight(params))

    def step(
        self, params: Array, oracle: Oracle, state: ScheduleFreeAdamWState, learning_rate: float, iteration: int
    ) -> tuple[Array, ScheduleFreeAdamWState]:
        """Return (x, state) after one step of z."""
        with np.errstate(all="ignore"):
            y = asked_at(params, state.fast, self.beta1, r"\beta_1", oracle)
            gradient = oracle.gradient(y)
            oracle.note("g", gradient, r"\nabla f(<y>)")
            second = self.beta2 * state.second_moment + (1.0 - self.beta2) * (gradient * gradient)
            corrected = second / (1.0 - self.beta2 ** (iteration + 1))
            oracle.note("t", iteration + 1)
            rule = r"\frac{<\beta_2> \, <v> + (1 - <\beta_2>) \, <g>^2}{1 - <\beta_2>^{<t>}}"
            oracle.note(r"\hat{v}", corrected, rule, arrow="divisor")
            divisor = np.sqrt(corrected) + self.eps
            oracle.note("d", divisor, r"\sqrt{<\hat{v}>} + <\varepsilon>", arrow="divisor")
            oracle.adapts(lambda slope: -learning_rate * slope / divisor)
            fast = state.fast - learning_rate * (gradient / divisor + self.weight_decay * y)
            decay = "" if is_off(self.weight_decay) else r" - <\eta> \, <\lambda> \, <y>"
            oracle.note("z", fast, rf"<z> - <\eta> \, \frac{{<g>}}{{<d>}}{decay}", arrow="memory")
            weights = state.weight_sum, state.largest_rate
            moved, weights = averaged(params, fast, weights, learning_rate, self.weight_lr_power, oracle)
        return moved, ScheduleFreeAdamWState(fast, second, *weights)
