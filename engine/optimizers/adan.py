"""Adan."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from engine.hyperparameters import choice, number
from engine.optimizer import Arithmetic, Elementwise, Number
from engine.optimizers.optional import is_off, weight_decay


class AdanState(NamedTuple):
    """Three moving averages, and the gradient they last saw."""

    first_moment: Number
    difference_moment: Number
    second_moment: Number
    previous_gradient: Number


@dataclass(frozen=True)
class Adan(Elementwise):
    """Adaptive Nesterov momentum (Xie et al. 2022, algorithm 1), with t = iteration + 1 and Δ = 0 at the first step.

    Δ ← g − g₋₁
    m ← β1 m + (1 − β1) g
    v ← β2 v + (1 − β2) Δ
    n ← β3 n + (1 − β3) (g + a Δ)²
    θ ← (θ − η (m̂ + a v̂) / (√(n̂ + ε_root) + ε)) / (1 + η λ)

    paper  a = β2: the gradient is followed nearly a whole step ahead
    optax  a = 1 − β2: hardly at all

    A hat divides by 1 − βᵗ. The betas are shares that are kept, as in the authors' code and in Optax; the paper's text
    writes 1 − β for each, and Optax has kept its 1 − β2 in the place of a. The authors' code has ε_root = 0, Optax
    1e-8. Weight decay λ is the paper's proximal one; Optax subtracts η λ θ instead.
    """

    name = "adan"
    title = "Adan"
    family = "adaptive"
    formula = "m ← EMA(g);  v ← EMA(Δg);  n ← EMA((g + β₂Δg)²);  θ ← θ − η (m̂ + β₂v̂) / (√n̂ + ε)"
    summary = (
        "Adam that looks ahead as Nesterov does: it also follows how the gradient changes from step to step, and so "
        "brakes before a slope turns."
    )
    source = "Xie et al. 2022, algorithm 1; sail-sg/Adan; optax.adan"
    aliases: ClassVar[dict[str, str]] = {"b1": "beta1", "b2": "beta2", "b3": "beta3"}
    symbols: ClassVar[dict[str, str]] = {"difference_moment": "v", "second_moment": "n", "previous_gradient": "g_{-1}"}

    learning_rate: float = number(0.01, 1e-3, 1.0, "The typical length of a step along each axis.", scale="log")
    beta1: float = number(0.98, 0.0, 0.999, "How slowly old gradients fade (momentum).", scale="one-minus", below=1.0)
    beta2: float = number(0.92, 0.0, 0.999, "How slowly old changes of it fade.", scale="one-minus", below=1.0)
    beta3: float = number(0.99, 0.5, 0.9999, "How slowly old squares fade (braking).", scale="one-minus", below=1.0)
    eps: float = number(1e-8, 1e-16, 1e-2, "Keeps the division finite on flat ground.", scale="log")
    eps_root: float = number(0.0, 0.0, 1e-4, "The same, but under the root.")
    convention: str = choice(("paper", "optax"), "How far ahead the change is followed: by β₂, or by 1 − β₂ (Optax).")
    weight_decay: float = weight_decay(help="Pulls every parameter towards zero, apart from the gradient.")

    def initial(self, zero: Number) -> AdanState:
        """Return averages of zero."""
        return AdanState(zero, zero, zero, zero)

    def rule(
        self,
        parameter: Number,
        gradient: Number,
        state: AdanState,
        learning_rate: float,
        iteration: int,
        arithmetic: Arithmetic,
    ) -> tuple[Number, AdanState]:
        """Return one step."""
        t, new = iteration + 1, 1.0 - self.beta2
        look = self.beta2 if self.convention == "paper" else new
        change = gradient - state.previous_gradient if iteration else 0.0
        ahead = gradient + look * change
        first = self.beta1 * state.first_moment + (1.0 - self.beta1) * gradient
        difference = self.beta2 * state.difference_moment + new * change
        second = self.beta3 * state.second_moment + (1.0 - self.beta3) * (ahead * ahead)
        divisor = arithmetic.sqrt(second / (1.0 - self.beta3**t) + self.eps_root) + self.eps
        direction = first / (1.0 - self.beta1**t) + look * difference / (1.0 - self.beta2**t)
        moved = parameter - learning_rate * direction / divisor
        if not is_off(self.weight_decay):
            moved = moved / (1.0 + learning_rate * self.weight_decay)
        return moved, AdanState(first, difference, second, gradient)
