"""Trust region with a dogleg path."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, NamedTuple

import numpy as np

from engine.curvature import divided, spectrum
from engine.hyperparameters import number
from engine.line_search import ROUNDING
from engine.optimizer import LaneByLane
from engine.oracle import unheard

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.oracle import Oracle
    from surfaces import Array


class TrustRegionState(NamedTuple):
    """How far the quadratic model is trusted, shape (1,)."""

    radius: Array


@dataclass(frozen=True)
class TrustRegion(LaneByLane):
    """The best step of the quadratic model that is no longer than a radius Δ (Nocedal & Wright 2006, algorithm 4.1).

    The step follows the dogleg path (eq. 4.16): along −g to the model's lowest point, from there straight to
    Newton's, and ends where the path leaves the ball. Where the Hessian is not positive definite the path is −g
    alone (the Cauchy point, eq. 4.12).
    ρ = (f(θ) − f(θ + p)) / (m(0) − m(p)) compares what happened with what the model promised:
    Δ ← Δ/4 where ρ < ¼, 2Δ where ρ > ¾ and p reached the edge; the step is taken if ρ > `eta`, otherwise the point
    stays for a smaller radius. η is the largest radius.
    """

    name = "trust-region"
    title = "Trust region (dogleg)"
    family = "second order"
    formula = "θ ← θ + p, p = dogleg(g, H, Δ) if ρ > eta;  ρ < ¼: Δ ← Δ/4;  ρ > ¾ at the edge: Δ ← 2Δ"
    summary = (
        "Believes its quadratic model only within a radius, which grows when the model was right and shrinks when it "
        "was wrong. Bends from steepest descent to Newton as the radius grows."
    )
    source = "Powell 1970; Nocedal & Wright 2006, algorithm 4.1 and eq. 4.16"
    uses_values = True
    uses_hessian = True
    symbols: ClassVar[dict[str, str]] = {"radius": r"\Delta"}

    learning_rate: float = number(10.0, 1e-2, 100.0, "The largest radius.", scale="log")
    radius: float = number(1.0, 1e-3, 10.0, "The radius at the first step.", scale="log")
    eta: float = number(0.15, 0.0, 0.24, "The share of the promise that a step must keep to be taken.", below=0.25)

    def init_one(self, point: Array) -> TrustRegionState:
        """Return the first radius."""
        return TrustRegionState(np.array([self.radius]))

    def step_one(
        self, point: Array, oracle: Oracle, state: TrustRegionState, learning_rate: float, iteration: int
    ) -> tuple[Array, TrustRegionState]:
        """Return the point after one trial, the same one if the trial was refused, and the next radius."""
        gradient, hessian = oracle.gradient(point), oracle.hessian(point)
        radius = min(float(state.radius[0]), learning_rate)
        oracle.note("g", gradient, r"\nabla f(\theta)")
        oracle.adapts(lambda slope: -_newton(hessian, slope))
        oracle.note("H", hessian, r"\nabla^2 f(\theta)")
        oracle.note(r"\Delta", radius, r"\min(<\Delta>, <\eta>)", arrow="update")
        move, formula = _path(gradient, hessian, radius, oracle.note)
        oracle.note("p", move, formula, arrow="update")
        promised = -float(gradient @ move + 0.5 * (move @ hessian @ move))
        before, there = float(oracle.value(point)), float(oracle.value(point + move))
        kept, formula = _kept(before, there, promised)
        oracle.note("m", promised, r"-<g>^\top <p> - \frac{1}{2} \, <p>^\top <H> <p>")
        oracle.note("f_0", before, r"f(\theta)")
        oracle.note("f_1", there, r"f(\theta + p)")
        oracle.note(r"\rho", kept, formula)
        at_edge = bool(np.linalg.norm(move) >= (1.0 - 1e-9) * radius)
        taken = kept > self.eta or bool(np.isnan(move).any())
        oracle.note(r"\Delta\theta", move if taken else np.zeros_like(point), "<p>" if taken else "0")
        after = TrustRegionState(np.array([_next_radius(radius, kept, at_edge, learning_rate)]))
        return point + move if taken else point, after


def dogleg(gradient: Array, hessian: Array, radius: float) -> Array:
    """Return the step of the dogleg path, shape (dim,), no longer than the radius (Nocedal & Wright 2006, eq. 4.16)."""
    return _path(gradient, hessian, radius, unheard)[0]


def _path(gradient: Array, hessian: Array, radius: float, note: Callable[..., None]) -> tuple[Array, str]:
    """Return the step and its formula; what that speaks of is noted."""
    size = np.linalg.norm(gradient)
    if size == 0.0:
        return np.zeros_like(gradient), "0"
    downhill, curvature = -gradient / size, float(gradient @ hessian @ gradient)
    reach = float(size**3 / curvature) if curvature > 0.0 else np.inf
    curvatures, vectors = spectrum(hessian)
    if not curvatures[0] > 0.0 or reach >= radius:
        note("r", min(reach, radius), _REACH if reach < radius else r"<\Delta>", arrow="update")
        length = min(reach, radius) if np.isfinite(hessian).all() else np.nan
        return np.asarray(length * downhill), r"-<r> \, \frac{<g>}{\lVert <g> \rVert}"
    newton = -divided(vectors, curvatures, gradient)
    if np.linalg.norm(newton) <= radius:
        return newton, r"-<H>^{-1} \, <g>"
    note("p_N", newton, r"-<H>^{-1} \, <g>", arrow="adapted")
    lowest = reach * downhill
    note("p_C", lowest, r"-\frac{\lVert <g> \rVert^2}{<g>^\top <H> <g>} \, <g>", arrow="slope")
    leg = newton - lowest
    share = _positive_root(float(leg @ leg), float(2.0 * (lowest @ leg)), reach**2 - radius**2)
    note(r"\tau", share, r"\operatorname{share}(\lVert p_C + \tau (p_N - p_C) \rVert = \Delta)", arrow="update")
    return np.asarray(lowest + share * leg), r"<p_C> + <\tau> \, (<p_N> - <p_C>)"


_REACH = r"\frac{\lVert <g> \rVert^3}{<g>^\top <H> <g>}"


def _newton(hessian: Array, gradient: Array) -> Array:
    """Return H⁻¹ g, to which the path leads; NaN where the model has no bottom and the path is that of the slope."""
    curvatures, vectors = spectrum(hessian)
    return divided(vectors, curvatures, gradient) if curvatures[0] > 0.0 else np.full_like(gradient, np.nan)


def _positive_root(a: float, b: float, c: float) -> float:
    """Return the larger solution of a x² + b x + c = 0 where c < 0 < a, without cancellation."""
    root = float(np.sqrt(b * b - 4.0 * a * c))
    return -2.0 * c / (b + root) if b > 0.0 else (root - b) / (2.0 * a)


def _kept(before: float, after: float, promised: float) -> tuple[float, str]:
    """Return ρ and its formula; 1 where the promise is below what the losses can show and the loss has not risen."""
    noise = ROUNDING * abs(before)
    if promised <= noise and after <= before + noise:
        return 1.0, "1"
    share = float(np.float64(before - after) / promised)
    return (share, r"\frac{<f_0> - <f_1>}{<m>}") if np.isfinite(share) else (-1.0, "-1")


def _next_radius(radius: float, kept: float, at_edge: bool, largest: float) -> float:
    if kept < 0.25:
        return 0.25 * radius
    return min(2.0 * radius, largest) if kept > 0.75 and at_edge else radius
