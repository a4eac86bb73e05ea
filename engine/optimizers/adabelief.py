"""AdaBelief."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from engine.hyperparameters import number
from engine.optimizer import Arithmetic, Elementwise, Number


class AdaBeliefState(NamedTuple):
    """The moving averages of gradients and of how far each was from what was expected."""

    first_moment: Number
    surprise: Number


@dataclass(frozen=True)
class AdaBelief(Elementwise):
    """Adam that divides by the surprise (Zhuang et al. 2020, algorithm 2), with t = iteration + 1.

    m ← β1 m + (1 − β1) g
    s ← β2 s + (1 − β2) (g − m)² + ε_root
    θ ← θ − η m̂ / (√ŝ + ε),  m̂ = m / (1 − β1ᵗ),  ŝ = s / (1 − β2ᵗ)

    ε_root is added into s at every step and so adds up to ε_root / (1 − β2), in the authors' code (one ε for both) as
    in Optax.
    """

    name = "adabelief"
    title = "AdaBelief"
    family = "adaptive"
    formula = "m ← β₁m + (1−β₁)g;  s ← β₂s + (1−β₂)(g − m)² + ε;  θ ← θ − η m̂ / (√ŝ + ε)"
    summary = (
        "Adam that divides by how much a gradient surprises: large steps where gradients are as expected, however "
        "large they are, small ones where they are not."
    )
    source = "Zhuang et al. 2020, algorithm 2; optax.adabelief"
    aliases: ClassVar[dict[str, str]] = {"b1": "beta1", "b2": "beta2"}
    symbols: ClassVar[dict[str, str]] = {"surprise": "s"}

    learning_rate: float = number(0.001, 1e-4, 1.0, "A step's length where surprise equals slope.", scale="log")
    beta1: float = number(0.9, 0.0, 0.999, "How slowly old gradients fade (momentum).", scale="one-minus", below=1.0)
    beta2: float = number(0.999, 0.5, 0.9999, "How slowly old surprises fade.", scale="one-minus", below=1.0)
    eps: float = number(1e-16, 1e-16, 1e-2, "Keeps the division finite where nothing surprises.", scale="log")
    eps_root: float = number(1e-16, 1e-16, 1e-2, "Added to the surprise at every step.", scale="log")

    def initial(self, zero: Number) -> AdaBeliefState:
        """Return two averages of zero."""
        return AdaBeliefState(zero, zero)

    def rule(
        self,
        parameter: Number,
        gradient: Number,
        state: AdaBeliefState,
        learning_rate: float,
        iteration: int,
        arithmetic: Arithmetic,
    ) -> tuple[Number, AdaBeliefState]:
        """Return one step."""
        t = iteration + 1
        first = self.beta1 * state.first_moment + (1.0 - self.beta1) * gradient
        error = gradient - first
        surprise = self.beta2 * state.surprise + (1.0 - self.beta2) * (error * error) + self.eps_root
        divisor = arithmetic.sqrt(surprise / (1.0 - self.beta2**t)) + self.eps
        update = learning_rate * (first / (1.0 - self.beta1**t)) / divisor
        return parameter - update, AdaBeliefState(first, surprise)
