"""BFGS."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, NamedTuple

import numpy as np

from engine.curvature import is_curved
from engine.hyperparameters import choice, number
from engine.line_search import MODEST, Ray, first_condition, modest_length, search, second_condition
from engine.optimizer import LaneByLane

if TYPE_CHECKING:
    from engine.oracle import Oracle
    from surfaces import Array


class BFGSState(NamedTuple):
    """What is known of the curvature, and where the last step started."""

    inverse_hessian: Array
    """shape (n, n)"""
    last_point: Array
    last_gradient: Array
    steps: Array
    """How many steps were taken, shape (1,)."""
    updates: Array
    """How many of them taught something about the curvature, shape (1,)."""


@dataclass(frozen=True)
class BFGS(LaneByLane):
    """A Newton method that learns the inverse Hessian from gradients (Nocedal & Wright 2006, algorithm 6.1).

    s = θ − θ', y = g − g' since the last step, ρ = 1/(y·s)
    B ← (I − ρ s yᵀ) B (I − ρ y sᵀ) + ρ s sᵀ   (eq. 6.17), unless y·s is not clearly positive
    p = −B g,  θ ← θ + a p

    B starts as I and is scaled to y·s/(y·y) before its first update (eq. 6.20). The first length that is tried is
    η, at the very first step min(1, 1/‖g‖₁)·η as in torch.optim.LBFGS. If p does not descend, B starts anew.
    """

    name = "bfgs"
    title = "BFGS"
    family = "second order"
    formula = "B ← (I − ρsyᵀ) B (I − ρysᵀ) + ρssᵀ;  p = −B g;  θ ← θ + a p"
    summary = (
        "Learns the curvature from the gradients it meets and soon steps like Newton, without a Hessian. "
        "On a quadratic with exact line search it takes the path of conjugate gradients."
    )
    source = "Broyden, Fletcher, Goldfarb, Shanno 1970; Nocedal & Wright 2006, section 6.1"
    uses_values = True
    uses_hessian = True
    symbols: ClassVar[dict[str, str]] = {"inverse_hessian": "B"}

    learning_rate: float = number(1.0, 1e-2, 10.0, "The first length that is tried along a direction.", scale="log")
    line_search: str = choice(
        ("strong-wolfe", "exact"), "Values and slopes along the direction, or a quadratic's best by the Hessian."
    )
    c1: float = first_condition()
    c2: float = second_condition(0.9)

    def init_one(self, point: Array) -> BFGSState:
        """Return the identity and nothing learned."""
        zero = np.zeros(1)
        return BFGSState(np.eye(len(point)), point, np.zeros_like(point), zero, zero)

    def step_one(
        self, point: Array, oracle: Oracle, state: BFGSState, learning_rate: float, iteration: int
    ) -> tuple[Array, BFGSState]:
        """Return one step."""
        gradient = oracle.gradient(point)
        oracle.note("g", gradient, r"\nabla f(\theta)")
        inverse, updates = state.inverse_hessian, 0.0
        if state.steps[0]:
            inverse, updates = _learned(state, point, gradient, oracle)
        else:
            oracle.note("B", inverse, arrow="adapted")
        direction = -inverse @ gradient
        if direction @ gradient > 0.0:
            inverse, updates, direction = np.eye(len(point)), 0.0, -gradient
            oracle.note("B", inverse, "I", arrow="adapted")
        oracle.adapts(lambda slope: -learning_rate * (inverse @ slope))
        oracle.note("p", direction, r"-<B> \, <g>", arrow="adapted")
        ray = Ray(oracle, point, direction, gradient)
        first = learning_rate if state.steps[0] else modest_length(learning_rate, gradient)
        length = search(self.line_search, ray, first, self.c1, self.c2, r"<\eta>" if state.steps[0] else MODEST)
        oracle.note(r"\Delta\theta", length * direction, r"<a> \, <p>")
        return ray.at(length), BFGSState(inverse, point, gradient, state.steps + 1.0, np.array([updates]))


def _learned(state: BFGSState, point: Array, gradient: Array, oracle: Oracle) -> tuple[Array, float]:
    """Return (B, number of updates) with the last step's curvature worked in."""
    step, change = point - state.last_point, gradient - state.last_gradient
    updates, curved = float(state.updates[0]), float(change @ step)
    oracle.note("s", step, r"<\theta> - <\theta'>", arrow="adapted")
    oracle.note("y", change, "<g> - <g'>", arrow="adapted")
    if not is_curved(step, change):
        oracle.note("B", state.inverse_hessian, "<B>", arrow="adapted")
        return state.inverse_hessian, updates
    known = state.inverse_hessian if updates else np.eye(len(point)) * (curved / (change @ change))
    if not updates:
        oracle.note("B", known, r"\frac{<y>^\top <s>}{<y>^\top <y>} \, I", arrow="adapted")
    reflected = np.eye(len(point)) - np.outer(step, change) / curved
    learned = reflected @ known @ reflected.T + np.outer(step, step) / curved
    oracle.note("R", reflected, r"I - \frac{<s> <y>^\top}{<y>^\top <s>}", arrow="adapted")
    if not np.isfinite(learned).all():
        oracle.note("B", state.inverse_hessian, "<B>", arrow="adapted")
        return state.inverse_hessian, updates
    oracle.note("B", learned, r"<R> \, <B> \, <R>^\top + \frac{<s> <s>^\top}{<y>^\top <s>}", arrow="adapted")
    return learned, updates + 1.0
