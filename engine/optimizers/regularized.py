"""Penalties on the parameters, in the forms that carry one name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

import numpy as np

from engine.hyperparameters import choice, number
from engine.optimizers.composite import Transform, common_rate, optimizer_part
from engine.transformed_oracle import TransformedOracle

if TYPE_CHECKING:
    from engine.optimizer import Optimizer
    from engine.oracle import Oracle
    from surfaces import Array


@dataclass(frozen=True)
class Regularized(Transform):
    """Another optimizer whose parameters are pulled towards zero with strength λ.

    l2           on f + ½ λ ‖θ‖²: gradients get λ θ (PyTorch's weight_decay, all but AdamW's)
    l1           on f + λ ‖θ‖₁: gradients get λ sign θ, a subgradient, which chatters around zero
    l1-proximal  the step on f, then θᵢ ← sign θᵢ · max(|θᵢ| − η λ, 0): exact zeros (Beck & Teboulle 2009, 1.5)
    decoupled    the step on f, and θ gets − η λ θ (Loshchilov & Hutter 2019, algorithm 2; AdamW, torch's form)

    η is the part's learning rate at this step. The run still records f alone.
    """

    name = "regularized"
    title = "Pulled towards zero"
    formula = "g ← g + λθ"
    summary = (
        "Weight decay in its forms. For plain gradient descent L2 and decoupled decay are the same, for Adam they are "
        "not; of the L1 forms only the proximal one ends at exact zeros. The minimum moves, so the loss shown rises."
    )
    source = "Loshchilov & Hutter 2019; Beck & Teboulle 2009; torch.optim (weight_decay)"
    aliases: ClassVar[dict[str, str]] = {"weight_decay": "strength"}

    learning_rate: float = common_rate()
    penalty: str = choice(
        ("l2", "l1", "l1-proximal", "decoupled"),
        "On the gradient as ½λ‖θ‖² or λ‖θ‖₁, or beside it as a shrinking step.",
    )
    strength: float = number(0.01, 1e-4, 3.0, "λ: how strong the pull is.", scale="log")
    inner: Optimizer = optimizer_part("gradient-descent", "The optimizer that is pulled.")

    def composed(
        self, params: Array, oracle: Oracle, state: Any, learning_rate: float, iteration: int
    ) -> tuple[Array, Any]:
        """Return the part's step, and the pull where that is a step of its own."""
        pull = learning_rate * self.inner.learning_rate * self.strength
        if self.penalty in ("decoupled", "l1-proximal"):
            oracle.note(r"\eta_1", learning_rate * self.inner.learning_rate, r"\eta \, \eta_{\mathrm{inner}}")
            oracle.note(r"\pi", pull, r"<\eta_1> \, <\lambda>")
        if self.penalty == "decoupled":
            oracle.note(r"\delta", pull * params, r"<\pi> \, <\theta>")
        moved, state = super().composed(params, oracle, state, learning_rate, iteration)
        if self.penalty == "decoupled":
            step = moved
            oracle.note(r"\Delta_1", lambda: step - params, r"\Delta\theta")
            moved = moved - pull * params
            oracle.note(r"\Delta\theta", lambda: moved - params, r"<\Delta_1> - <\delta>")
        elif self.penalty == "l1-proximal":
            oracle.note("z", moved, r"\theta + \Delta\theta")
            moved = np.sign(moved) * np.maximum(np.abs(moved) - pull, 0.0)
            oracle.note(r"\theta", moved, r"\operatorname{sign}(<z>) \, \max(|<z>| - <\pi>, 0)")
        return moved, state

    def shown(self, oracle: Oracle, iteration: int) -> Oracle:
        """Return an oracle of the surface with its penalty, or the bare one."""
        kind = {"l2": SquareOracle, "l1": AbsoluteOracle}.get(self.penalty)
        return kind(oracle, self.strength) if kind else oracle


class PenaltyOracle(TransformedOracle):
    """Speaks of a surface with a penalty on top."""

    def __init__(self, behind: Oracle, strength: float) -> None:
        super().__init__(behind)
        self._strength = strength


class SquareOracle(PenaltyOracle):
    """Adds ½ λ ‖θ‖²."""

    def value(self, params: Array) -> Array:
        """Return f + ½ λ ‖θ‖², shape (...)."""
        return np.asarray(super().value(params) + 0.5 * self._strength * np.sum(params * params, axis=-1))

    def gradient(self, params: Array) -> Array:
        """Return ∇f + λ θ, shape (..., dim)."""
        slope = super().gradient(params)
        pull = self._strength * params
        self.note(r"\nabla f", slope, r"\nabla f(\theta)", arrow="slope")
        self.note("r", pull, r"\lambda \, \theta", arrow="slope")
        self.note("g", slope + pull, r"<\nabla f> + <r>")
        return slope + pull

    def hessian(self, params: Array) -> Array:
        """Return H + λ I, shape (..., dim, dim)."""
        return super().hessian(params) + self._strength * np.eye(params.shape[-1])


class AbsoluteOracle(PenaltyOracle):
    """Adds λ ‖θ‖₁, with the slope 0 at 0."""

    def value(self, params: Array) -> Array:
        """Return f + λ ‖θ‖₁, shape (...)."""
        return np.asarray(super().value(params) + self._strength * np.sum(np.abs(params), axis=-1))

    def gradient(self, params: Array) -> Array:
        """Return ∇f + λ sign θ, shape (..., dim)."""
        slope = super().gradient(params)
        pull = self._strength * np.sign(params)
        self.note(r"\nabla f", slope, r"\nabla f(\theta)", arrow="slope")
        self.note("r", pull, r"\lambda \, \operatorname{sign}(\theta)", arrow="slope")
        self.note("g", slope + pull, r"<\nabla f> + <r>")
        return slope + pull
