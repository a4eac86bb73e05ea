"""Nonlinear conjugate gradients."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, NamedTuple

import numpy as np

from engine.hyperparameters import choice, number
from engine.line_search import MODEST, Ray, first_condition, modest_length, search, second_condition
from engine.optimizer import LaneByLane

if TYPE_CHECKING:
    from engine.oracle import Oracle
    from surfaces import Array


class ConjugateGradientState(NamedTuple):
    """The last step: where it went, from which gradient and how far along its direction."""

    direction: Array
    last_gradient: Array
    length: Array
    """shape (1,); 0 before the first step, and after one that led nowhere"""


@dataclass(frozen=True)
class ConjugateGradient(LaneByLane):
    """p ← −g + β p, θ ← θ + a p (Nocedal & Wright 2006, algorithm 5.4).

    fletcher-reeves        β = g·g / g'·g'              (eq. 5.41a)
    polak-ribiere-plus     β = max(g·(g − g') / g'·g', 0)   (eq. 5.45)

    On a quadratic with exact line search both reach the minimum in n steps. A direction that does not descend is
    replaced by −g. The first length that is tried promises the decrease of the last step, a' (g'·p')/(g·p)
    (section 3.5), but no more than ten times a'; at the very first step it is min(1, 1/‖g‖₁)·η.
    """

    name = "conjugate-gradient"
    title = "Conjugate gradient"
    family = "second order"
    formula = "p ← −g + β p;  θ ← θ + a p"
    summary = (
        "Steepest descent with a memory of one direction that keeps what earlier steps have gained: n steps for a "
        "quadratic of n parameters, with no matrix."
    )
    source = "Hestenes & Stiefel 1952; Fletcher & Reeves 1964; Polak & Ribière 1969"
    uses_values = True
    uses_hessian = True
    symbols: ClassVar[dict[str, str]] = {"direction": "p'", "length": "a'"}

    learning_rate: float = number(1.0, 1e-3, 10.0, "The first length that is tried at the first step.", scale="log")
    beta: str = choice(("polak-ribiere-plus", "fletcher-reeves"), "How much of the last direction is kept.")
    line_search: str = choice(
        ("strong-wolfe", "exact"), "Values and slopes along the direction, or a quadratic's best by the Hessian."
    )
    c1: float = first_condition()
    c2: float = second_condition(0.1)

    def init_one(self, point: Array) -> ConjugateGradientState:
        """Return no direction."""
        return ConjugateGradientState(np.zeros_like(point), np.zeros_like(point), np.zeros(1))

    def step_one(
        self, point: Array, oracle: Oracle, state: ConjugateGradientState, learning_rate: float, iteration: int
    ) -> tuple[Array, ConjugateGradientState]:
        """Return one step."""
        gradient = oracle.gradient(point)
        oracle.note("g", gradient, r"\nabla f(\theta)")
        share, formula = self._share(gradient, state.last_gradient) if state.length[0] else (0.0, "0")
        direction = -gradient + share * state.direction
        if direction @ gradient >= 0.0:
            share, formula, direction = 0.0, "0", -gradient
        oracle.note(r"\beta", share, formula)
        oracle.note("p", direction, r"-<g> + <\beta> \, <p'>", arrow="update")
        ray = Ray(oracle, point, direction, gradient)
        first = _first(state, ray.slope, gradient, learning_rate)
        length = search(self.line_search, ray, first, self.c1, self.c2, _FIRST if state.length[0] else MODEST)
        oracle.note(r"\Delta\theta", length * direction, r"<a> \, <p>")
        return ray.at(length), ConjugateGradientState(direction, gradient, np.array([length]))

    def _share(self, gradient: Array, before: Array) -> tuple[float, str]:
        """Return β and its formula."""
        if self.beta == "fletcher-reeves":
            return float(gradient @ gradient / (before @ before)), r"\frac{<g>^\top <g>}{<g'>^\top <g'>}"
        share = float(np.maximum(gradient @ (gradient - before) / (before @ before), 0.0))
        return share, r"\max(\frac{<g>^\top (<g> - <g'>)}{<g'>^\top <g'>}, 0)"


_FIRST = r"<a'> \, \min(\frac{<g'>^\top <p'>}{<g>^\top <p>}, 10)"


def _first(state: ConjugateGradientState, slope: float, gradient: Array, learning_rate: float) -> float:
    """Return the first length that is tried."""
    last = float(state.length[0])
    if not last:
        return modest_length(learning_rate, gradient)
    return last * min(float(state.last_gradient @ state.direction / np.float64(slope)), 10.0)
