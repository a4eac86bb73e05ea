"""Newton's method."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from engine.hyperparameters import number
from engine.optimizer import NoState, Optimizer

if TYPE_CHECKING:
    from engine.oracle import Oracle
    from surfaces import Array


@dataclass(frozen=True)
class Newton(Optimizer):
    """θ ← θ − η H⁻¹ g: jump to the critical point of the local quadratic model (Nocedal & Wright 2006, eq. 3.38).

    One step solves a quadratic. The critical point may as well be a saddle or a maximum: where the Hessian is
    indefinite the step does not lead downhill. Where it is singular the step does not exist and becomes NaN.
    """

    name = "newton"
    title = "Newton"
    family = "second order"
    formula = "θ ← θ − η H⁻¹ g"
    summary = (
        "Jumps to the bottom of the local quadratic model. One step on a quadratic; attracted by saddles and maxima "
        "just as much."
    )
    source = "Newton 1685; Nocedal & Wright 2006, section 3.3"
    uses_hessian = True

    learning_rate: float = number(1.0, 1e-2, 1.0, "The share of Newton's full step that is taken.", scale="log")

    def init(self, params: Array) -> NoState:
        """Return the empty state."""
        return NoState()

    def step(
        self, params: Array, oracle: Oracle, state: NoState, learning_rate: float, iteration: int
    ) -> tuple[Array, NoState]:
        """Return θ − η H⁻¹ g, NaN in lanes whose Hessian is singular."""
        gradient, hessian = oracle.gradient(params), oracle.hessian(params)
        with np.errstate(all="ignore"):
            direction = _solved(hessian, gradient)
        oracle.note("g", gradient, r"\nabla f(\theta)")
        oracle.adapts(lambda slope: -learning_rate * _solved(hessian, slope))
        oracle.note("H", hessian, r"\nabla^2 f(\theta)")
        oracle.note("p", -direction, r"-<H>^{-1} \, <g>", arrow="adapted")
        oracle.note(r"\Delta\theta", -learning_rate * direction, r"<\eta> \, <p>")
        return params - learning_rate * direction, state


def _solved(hessian: Array, gradient: Array) -> Array:
    """Return H⁻¹ g, shape (..., n), NaN in lanes whose Hessian is singular."""
    solvable = np.linalg.slogdet(hessian).sign != 0.0  # the determinant itself may underflow
    safe = np.where(solvable[..., None, None], hessian, np.eye(gradient.shape[-1]))
    solved = np.linalg.solve(safe, gradient[..., None])[..., 0]
    return np.where(solvable[..., None], solved, np.nan)
