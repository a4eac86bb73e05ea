"""Newton's method with Levenberg's damping."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, ClassVar, NamedTuple

import numpy as np

from engine.curvature import divided, spectrum
from engine.hyperparameters import number
from engine.line_search import ROUNDING
from engine.optimizer import LaneByLane

if TYPE_CHECKING:
    from engine.oracle import Oracle
    from surfaces import Array

MOST_RAISES = 40
LEAST_MU = 1e-12


class DampedNewtonState(NamedTuple):
    """The damping that the next step tries first, shape (1,)."""

    mu: Array


@dataclass(frozen=True)
class DampedNewton(LaneByLane):
    """θ ← θ − η (H + μI)⁻¹ g with the damping μ that a falling loss allows (Levenberg 1944; Marquardt 1963).

    μ is at least δ − λ₁, which makes H + μI positive definite. While the loss would rise, μ ← 4μ and the step is
    tried again; after a step that is taken, μ ← μ/3. Large μ makes it a short gradient step, small μ Newton's.
    """

    name = "damped-newton"
    title = "Damped Newton (Levenberg)"
    family = "second order"
    formula = "θ ← θ − η (H + μI)⁻¹ g;  loss up: μ ← 4μ and again, else μ ← μ/3"
    summary = (
        "Newton's step, damped until the loss falls: between gradient descent and Newton, never uphill, and away from "
        "saddles."
    )
    source = "Levenberg 1944; Marquardt 1963; Nocedal & Wright 2006, section 10.3"
    uses_values = True
    uses_hessian = True
    symbols: ClassVar[dict[str, str]] = {"mu": r"\mu"}

    learning_rate: float = number(1.0, 1e-2, 1.0, "The share of the damped step that is taken.", scale="log")
    mu: float = number(1e-2, 1e-6, 1e3, "The damping at the first step.", scale="log")
    delta: float = number(1e-2, 1e-6, 1.0, "How positive the damped Hessian must be.", scale="log")

    def init_one(self, point: Array) -> DampedNewtonState:
        """Return the first damping."""
        return DampedNewtonState(np.array([self.mu]))

    def step_one(
        self, point: Array, oracle: Oracle, state: DampedNewtonState, learning_rate: float, iteration: int
    ) -> tuple[Array, DampedNewtonState]:
        """Return the first damped step that does not raise the loss; the same point when none is found."""
        gradient, hessian = oracle.gradient(point), oracle.hessian(point)
        oracle.note("g", gradient, r"\nabla f(\theta)")
        oracle.note("H", hessian, r"\nabla^2 f(\theta)")
        curvatures, vectors = spectrum(hessian)
        ceiling = float(oracle.value(point))
        ceiling += ROUNDING * abs(ceiling)
        mu, wanted = float(state.mu[0]), r"<\mu>"
        oracle.note(r"\lambda_{\min}", curvatures[0], r"\min \operatorname{eigenvalues}(H)", arrow="curvature")
        for _ in range(MOST_RAISES):
            damping = np.maximum(mu, self.delta - curvatures[0])
            formula = rf"\max({wanted}, <\delta> - <\lambda_{{\min}}>)"
            oracle.note(r"\mu", damping, formula, arrow="adapted")
            direction = -divided(vectors, curvatures + damping, gradient)
            after = point + learning_rate * direction
            if np.isnan(after).any() or oracle.value(after) <= ceiling:
                oracle.adapts(partial(divided, vectors, -(curvatures + damping) / learning_rate))
                oracle.note("p", direction, r"-\left(<H> + <\mu> \, I\right)^{-1} \, <g>", arrow="adapted")
                oracle.note(r"\Delta\theta", learning_rate * direction, r"<\eta> \, <p>")
                return after, DampedNewtonState(np.array([max(mu / 3.0, LEAST_MU)]))
            mu, wanted = 4.0 * float(damping), r"4 \, <\mu>"
        oracle.note(r"\Delta\theta", np.zeros_like(point), "0")
        return point, state
