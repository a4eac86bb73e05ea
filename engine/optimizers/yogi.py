"""Yogi."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from engine.hyperparameters import number, switch
from engine.optimizer import Arithmetic, Elementwise, Number


class YogiState(NamedTuple):
    """The moving average of gradients, and a measure of squared gradients that changes in small steps."""

    first_moment: Number
    second_moment: Number


@dataclass(frozen=True)
class Yogi(Elementwise):
    """Adam with additive control of v (Zaheer et al. 2018, algorithm 2), with t = iteration + 1.

    m ← β1 m + (1 − β1) g
    v ← v − (1 − β2) sign(v − g²) g²
    θ ← θ − η m̂ / (√v̂ + ε),  m̂ = m / (1 − β1ᵗ),  v̂ = v / (1 − β2ᵗ)

    v begins at `initial_accumulator`, m at zero as in the paper (Optax begins both at 1e-6, so that it would leave a
    minimum on which it starts). The correction for beginning at zero is that of Optax; the paper has none.
    """

    name = "yogi"
    title = "Yogi"
    family = "adaptive"
    formula = "m ← β₁m + (1−β₁)g;  v ← v − (1−β₂) sign(v − g²) g²;  θ ← θ − η m̂ / (√v̂ + ε)"
    summary = (
        "Adam whose brake is let go gently: v falls by a share of g², not by a share of itself, so that steps do not "
        "suddenly grow where gradients vanish."
    )
    source = "Zaheer et al. 2018, algorithm 2; optax.yogi"
    aliases: ClassVar[dict[str, str]] = {"b1": "beta1", "b2": "beta2"}

    learning_rate: float = number(0.01, 1e-4, 1.0, "The typical length of a step along each axis.", scale="log")
    beta1: float = number(0.9, 0.0, 0.999, "How slowly old gradients fade (momentum).", scale="one-minus", below=1.0)
    beta2: float = number(0.999, 0.5, 0.9999, "How slowly the brake follows g².", scale="one-minus", below=1.0)
    eps: float = number(1e-3, 1e-16, 1e-2, "Keeps the division finite on flat ground.", scale="log")
    initial_accumulator: float = number(1e-6, 1e-8, 1.0, "The brake v before the first step.", scale="log")
    bias_correction: bool = switch(True, "Divide out that the averages have only begun.")

    def initial(self, zero: Number) -> YogiState:
        """Return an average of zero and the initial brake."""
        return YogiState(zero, zero + self.initial_accumulator)

    def rule(
        self,
        parameter: Number,
        gradient: Number,
        state: YogiState,
        learning_rate: float,
        iteration: int,
        arithmetic: Arithmetic,
    ) -> tuple[Number, YogiState]:
        """Return one step."""
        square = gradient * gradient
        first = self.beta1 * state.first_moment + (1.0 - self.beta1) * gradient
        side = arithmetic.sign(state.second_moment - square)
        second = state.second_moment - (1.0 - self.beta2) * side * square
        after = YogiState(first, second)
        if self.bias_correction:
            first = first / (1.0 - self.beta1 ** (iteration + 1))
            second = second / (1.0 - self.beta2 ** (iteration + 1))
        return parameter - learning_rate * first / (arithmetic.sqrt(second) + self.eps), after
