"""RMSProp: plain, centred, with momentum."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar, NamedTuple

from numpy import ndarray

from engine.hyperparameters import choice, number, switch
from engine.optimizer import Arithmetic, Elementwise, Number
from engine.optimizers.optional import is_off, weight_decay


class RMSPropState(NamedTuple):
    """The moving average of squared gradients."""

    square_average: Number


class CentredState(NamedTuple):
    """The moving averages of squared gradients and of gradients."""

    square_average: Number
    gradient_average: Number


class RollingState(NamedTuple):
    """The moving average of squared gradients, and the running sum of braked ones."""

    square_average: Number
    velocity: Number


class CentredRollingState(NamedTuple):
    """Everything at once."""

    square_average: Number
    gradient_average: Number
    velocity: Number


@dataclass(frozen=True)
class RMSProp(Elementwise):
    """v ← ρ v + (1 − ρ) g², θ ← θ − η g / (√v + ε), or g / √(v + ε) (Tieleman & Hinton 2012, lecture 6.5).

    centred     m ← ρ m + (1 − ρ) g, and v − m² in place of v (Graves 2013, equations 38 to 45)
    momentum    b ← μ b + g / (√v + ε), θ ← θ − η b; with η inside, b ← μ b + η g / (√v + ε), θ ← θ − b

    v starts at 0 and is not corrected, so the first step has length η / √(1 − ρ) along every axis. On a steady slope
    v − m² goes to 0 and the centred steps grow huge unless ε is large (1e-3 does); where rounding would make it
    negative it counts as 0, while torch returns NaN. With weight decay, g is ∇f + λ θ. The state has what the chosen
    variant remembers and no more.
    """

    name = "rmsprop"
    title = "RMSProp"
    family = "adaptive"
    formula = "v ← ρ v + (1 − ρ) g²;  θ ← θ − η g / (√v + ε)"
    summary = (
        "Divides each axis by the recent size of its gradient: brakes on steep axes, speeds up on flat ones, and "
        "forgets, so that it does not come to a halt as AdaGrad does."
    )
    source = "Tieleman & Hinton 2012; Graves 2013; torch.optim.RMSprop"
    aliases: ClassVar[dict[str, str]] = {"alpha": "rho", "decay": "rho"}

    learning_rate: float = number(0.01, 1e-4, 1.0, "The typical length of a step along each axis.", scale="log")
    rho: float = number(0.99, 0.5, 0.999, "How slowly old squared gradients fade.", scale="one-minus", below=1.0)
    eps: float = number(1e-8, 1e-16, 1e-2, "Keeps the division finite on flat ground.", scale="log")
    eps_placement: str = choice(("outside", "inside"), "√v + ε (PyTorch) or √(v + ε) (Optax).")
    centered: bool = switch(False, "Divides by the gradient's spread, not its size; wants ε of 1e-3 or more.")
    momentum: float = number(0.0, 0.0, 0.999, "The share of the velocity that is kept at each step.", scale="one-minus")
    rate_placement: str = choice(
        ("outside", "inside"), "With momentum: η times the velocity (PyTorch) or η in each push (Optax)."
    )
    weight_decay: float = weight_decay()

    def initial(self, zero: Number) -> Any:
        """Return averages of zero."""
        if is_off(self.momentum):
            return CentredState(zero, zero) if self.centered else RMSPropState(zero)
        return CentredRollingState(zero, zero, zero) if self.centered else RollingState(zero, zero)

    def rule(
        self,
        parameter: Number,
        gradient: Number,
        state: Any,
        learning_rate: float,
        iteration: int,
        arithmetic: Arithmetic,
    ) -> tuple[Number, Any]:
        """Return one step of the chosen variant."""
        decay: Number = self.weight_decay
        if decay.__class__ is ndarray or decay:  # `with_l2`, written out where every nanosecond shows
            gradient = gradient + decay * parameter
        average = spread = self.rho * state.square_average + (1.0 - self.rho) * (gradient * gradient)
        mean: Number = 0.0
        if self.centered:
            mean = state.gradient_average + (1.0 - self.rho) * (gradient - state.gradient_average)
            spread = arithmetic.maximum(average - mean * mean, 0.0)
        if self.eps_placement == "inside":
            divisor = arithmetic.sqrt(spread + self.eps)
        else:
            divisor = arithmetic.sqrt(spread) + self.eps
        kept: Number = self.momentum
        if kept.__class__ is ndarray or kept:
            velocity, update = self._rolled(state.velocity, gradient, divisor, learning_rate)
            if self.centered:
                return parameter - update, CentredRollingState(average, mean, velocity)
            return parameter - update, RollingState(average, velocity)
        update = learning_rate * gradient / divisor
        return parameter - update, CentredState(average, mean) if self.centered else RMSPropState(average)

    def _rolled(self, velocity: Number, gradient: Number, divisor: Number, rate: Number) -> tuple[Number, Number]:
        """Return (velocity, update)."""
        if self.rate_placement == "inside":
            velocity = self.momentum * velocity + rate * gradient / divisor
            return velocity, velocity
        velocity = self.momentum * velocity + gradient / divisor
        return velocity, rate * velocity
