"""What Adam and its relatives choose alike."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar, NamedTuple

from engine.hyperparameters import number
from engine.optimizer import Elementwise, Number


class MomentsState(NamedTuple):
    """The moving averages of gradients and of squared gradients."""

    first_moment: Number
    second_moment: Number


@dataclass(frozen=True)
class Moments(Elementwise):
    """A rule with m ← β1 m + (1 − β1) g and v ← β2 v + (1 − β2) g²."""

    family = "adaptive"
    aliases: ClassVar[dict[str, str]] = {"b1": "beta1", "b2": "beta2"}

    learning_rate: float = number(0.001, 1e-4, 1.0, "The typical length of a step along each axis.", scale="log")
    beta1: float = number(0.9, 0.0, 0.999, "How slowly old gradients fade (momentum).", scale="one-minus", below=1.0)
    beta2: float = number(
        0.999, 0.5, 0.9999, "How slowly old squared gradients fade (braking).", scale="one-minus", below=1.0
    )
    eps: float = number(1e-8, 1e-16, 1e-2, "Keeps the division finite on flat ground.", scale="log")

    def initial(self, zero: Number) -> Any:
        """Return two averages of zero."""
        return MomentsState(zero, zero)
