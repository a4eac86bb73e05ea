"""Schedule-free SGD, and the averaging it shares with schedule-free AdamW."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, NamedTuple

import numpy as np

from engine.hyperparameters import number
from engine.optimizer import Optimizer
from engine.optimizers.optional import is_off

if TYPE_CHECKING:
    from engine.oracle import Oracle
    from surfaces import Array


Weights = tuple["Array", "Array"]
"""The sum of all weights and the largest learning rate so far, each of shape (..., 1)."""


class ScheduleFreeSGDState(NamedTuple):
    """The point that plain SGD would be at, and what weights the average of where it has been."""

    fast: Array
    weight_sum: Array
    largest_rate: Array


@dataclass(frozen=True)
class ScheduleFreeSGD(Optimizer):
    """SGD that reports an average of its path (Defazio et al. 2024, algorithm 1 with weights).

    y = (1 − μ) z + μ x                    where the gradient is taken
    z ← z − η (∇f(y) + λ y)
    x ← (1 − c) x + c z,  c = ω / Σω,  ω = (largest η so far)ʳ

    The params of a run are x, the point the method reports; z is its state (both begin at the start), and y is made
    from them, so that a gradient is asked for at y while losses and gradients are recorded at x. With a constant η,
    c = 1/t. μ = 0 averages plain SGD (Polyak, Ruppert), μ = 1 takes gradients at the average (primal averaging).
    PyTorch's and Optax's implementations keep y as their parameters and make x from it on demand.
    """

    name = "schedule-free-sgd"
    title = "Schedule-free SGD"
    formula = "y = (1−μ)z + μx;  z ← z − η ∇f(y);  x ← (1−c)x + c z,  c = 1/t"
    summary = (
        "Runs SGD at a constant rate and reports the running average of its path, which settles as if the rate had "
        "been decayed. The arrow at a point is not the gradient there, because gradients are taken ahead of it, at y."
    )
    source = "Defazio et al. 2024, algorithm 1; facebookresearch/schedule_free; optax.contrib.schedule_free_sgd"
    symbols: ClassVar[dict[str, str]] = {"fast": "z", "weight_sum": r"\sum\omega", "largest_rate": r"\eta_{\max}"}

    learning_rate: float = number(0.01, 1e-4, 10.0, "As for SGD, up to some four times larger.", scale="log")
    momentum: float = number(0.9, 0.0, 1.0, "Where between SGD (0) and its average (1) gradients are taken.")
    weight_decay: float = number(0.0, 0.0, 0.3, "Pulls every parameter towards zero.")
    weight_lr_power: float = number(2.0, 0.0, 4.0, "r: how much less the steps of a warm-up count in the average.")

    def init(self, params: Array) -> ScheduleFreeSGDState:
        """Return SGD standing at the start."""
        return ScheduleFreeSGDState(params, *no_weight(params))

    def step(
        self, params: Array, oracle: Oracle, state: ScheduleFreeSGDState, learning_rate: float, iteration: int
    ) -> tuple[Array, ScheduleFreeSGDState]:
        """Return (x, state) after one step of z."""
        with np.errstate(all="ignore"):
            y = asked_at(params, state.fast, self.momentum, r"\mu", oracle)
            gradient = oracle.gradient(y)
            oracle.note("g", gradient, r"\nabla f(<y>)")
            fast = state.fast - learning_rate * (gradient + self.weight_decay * y)
            decay = "" if is_off(self.weight_decay) else r" - <\eta> \, <\lambda> \, <y>"
            oracle.note("z", fast, rf"<z> - <\eta> \, <g>{decay}", arrow="memory")
            weights = state.weight_sum, state.largest_rate
            moved, weights = averaged(params, fast, weights, learning_rate, self.weight_lr_power, oracle)
        return moved, ScheduleFreeSGDState(fast, *weights)


def no_weight(params: Array) -> Weights:
    """Return the weights before the first step."""
    nothing = np.zeros((*params.shape[:-1], 1))
    return nothing, nothing


def asked_at(average: Array, fast: Array, beta: float, letter: str, oracle: Oracle) -> Array:
    """Return y = (1 − β) z + β x, where the gradient is taken; β is noted by its letter."""
    y = (1.0 - beta) * fast + beta * average
    oracle.note("z", fast, arrow="memory")
    oracle.note("y", y, rf"(1 - <{letter}>) \, <z> + <{letter}> \, <\theta>", arrow="slope")
    return y


def averaged(
    average: Array, fast: Array, weights: Weights, learning_rate: float, power: float, oracle: Oracle
) -> tuple[Array, Weights]:
    """Return x moved towards z by c = ω / Σω, and the new weights; c is 0 while every weight is."""
    largest = np.maximum(weights[1], learning_rate)
    weight = largest**power
    total = weights[0] + weight
    share = np.where(total == 0.0, 0.0, weight / total)
    moved = (1.0 - share) * average + share * fast
    oracle.note(r"\eta_{\max}", largest, r"\max(<\eta_{\max}>, <\eta>)", arrow="update")
    oracle.note(r"\omega", weight, r"<\eta_{\max}>^{<r>}", arrow="update")
    oracle.note(r"\sum\omega", total, r"<\sum\omega> + <\omega>", arrow="update")
    oracle.note("c", share, r"\frac{<\omega>}{<\sum\omega>}", arrow="update")
    oracle.note(r"\theta", moved, r"(1 - <c>) \, <\theta> + <c> \, <z>")
    return moved, (total, largest)
