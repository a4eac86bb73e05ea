"""Limited-memory BFGS."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from engine.curvature import is_curved
from engine.hyperparameters import choice, number
from engine.line_search import MODEST, Ray, first_condition, modest_length, search, second_condition
from engine.optimizer import LaneByLane

if TYPE_CHECKING:
    from engine.oracle import Oracle
    from surfaces import Array

LEAST_CURVATURE = 1e-10
"""PyTorch's bound for y·s."""


class LBFGSState(NamedTuple):
    """The last pairs, newest last and zeros before them, and where the last step started."""

    moves: Array
    """s of each pair, shape (m, n)"""
    changes: Array
    """y of each pair, shape (m, n)"""
    pairs: Array
    """How many pairs there are, shape (1,)."""
    last_point: Array
    last_gradient: Array
    steps: Array
    """How many steps were taken, shape (1,)."""


@dataclass(frozen=True)
class LBFGS(LaneByLane):
    """BFGS that remembers m steps instead of a matrix (Nocedal 1980; Nocedal & Wright 2006, algorithms 7.4 and 7.5).

    p = −B g from the pairs s = θ − θ', y = g − g' of the last m steps, over B₀ = y·s/(y·y) I of the newest (eq. 7.20)
    θ ← θ + a p

    As in torch.optim.LBFGS the first length that is tried is η, at the very first step min(1, 1/‖g‖₁)·η. A pair
    without clearly positive curvature is not remembered. `none` is PyTorch's default to the digit: that length as it
    is, and no pairs with y·s ≤ 1e-10, which ends the learning near a minimum; a search asks for the cosine instead.
    With two parameters two pairs say all that BFGS knows: the memory it saves counts in thousands of parameters.
    """

    name = "lbfgs"
    title = "L-BFGS"
    family = "second order"
    formula = "p = −B g with B from the last m pairs (s, y);  θ ← θ + a p"
    summary = (
        "BFGS without its matrix, for many parameters: the last m steps say how the gradient changes. With two "
        "parameters it is BFGS in other clothes."
    )
    source = "Nocedal 1980; Liu & Nocedal 1989; torch.optim.LBFGS"
    uses_values = True
    uses_hessian = True
    aliases = {"m": "history_size"}  # noqa: RUF012  # declared so in Optimizer

    learning_rate: float = number(1.0, 1e-2, 10.0, "The first length that is tried along a direction.", scale="log")
    history_size: int = number(10, 1, 20, "How many pairs are remembered.", minimum=1, below=101)
    line_search: str = choice(
        ("strong-wolfe", "exact", "none"),
        "Values and slopes along the direction, a quadratic's best by the Hessian, or no search at all.",
    )
    c1: float = first_condition()
    c2: float = second_condition(0.9)

    def init_one(self, point: Array) -> LBFGSState:
        """Return an empty memory."""
        none, zero = np.zeros((self.history_size, len(point))), np.zeros(1)
        return LBFGSState(none, none, zero, point, np.zeros_like(point), zero)

    def step_one(
        self, point: Array, oracle: Oracle, state: LBFGSState, learning_rate: float, iteration: int
    ) -> tuple[Array, LBFGSState]:
        """Return one step."""
        gradient = oracle.gradient(point)
        oracle.note("g", gradient, r"\nabla f(\theta)")
        moves, changes, pairs = self._remembered(state, point, gradient)
        direction = -two_loops(moves[len(moves) - pairs :], changes[len(moves) - pairs :], gradient)
        if direction @ gradient > 0.0:
            pairs, direction = 0, -gradient
        kept = len(moves) - pairs
        oracle.adapts(lambda slope: -learning_rate * two_loops(moves[kept:], changes[kept:], slope))
        if pairs:
            oracle.note("S", moves[len(moves) - pairs :].T, r"\theta - \theta', \; \ldots", arrow="adapted")
            oracle.note("Y", changes[len(moves) - pairs :].T, r"g - g', \; \ldots", arrow="adapted")
        formula = r"-\operatorname{twoloops}(<S>, <Y>) \, <g>" if pairs else "-<g>"
        oracle.note("p", direction, formula, arrow="adapted")
        ray = Ray(oracle, point, direction, gradient)
        first = learning_rate if state.steps[0] else modest_length(learning_rate, gradient)
        length = search(self.line_search, ray, first, self.c1, self.c2, r"<\eta>" if state.steps[0] else MODEST)
        oracle.note(r"\Delta\theta", length * direction, r"<a> \, <p>")
        after = LBFGSState(moves, changes, np.array([float(pairs)]), point, gradient, state.steps + 1.0)
        return ray.at(length), after

    def _remembered(self, state: LBFGSState, point: Array, gradient: Array) -> tuple[Array, Array, int]:
        """Return (moves, changes, pairs) with the last step's pair in the place of the oldest."""
        move, change = point - state.last_point, gradient - state.last_gradient
        pairs = int(state.pairs[0])
        curved = change @ move > LEAST_CURVATURE if self.line_search == "none" else is_curved(move, change)
        if not (state.steps[0] and curved):
            return state.moves, state.changes, pairs
        moves, changes = np.vstack([state.moves[1:], move]), np.vstack([state.changes[1:], change])
        return moves, changes, min(pairs + 1, len(moves))


def two_loops(moves: Array, changes: Array, gradient: Array) -> Array:
    """Return B g from pairs (k, n), oldest first: the two-loop recursion (Nocedal & Wright 2006, algorithm 7.4)."""
    if not len(moves):
        return gradient
    curved = np.einsum("kn,kn->k", moves, changes)
    shares = np.zeros(len(moves))
    vector: Array = gradient
    for k in range(len(moves) - 1, -1, -1):
        shares[k] = moves[k] @ vector / curved[k]
        vector = vector - shares[k] * changes[k]
    vector = vector * (curved[-1] / (changes[-1] @ changes[-1]))
    for k in range(len(moves)):
        vector = vector + moves[k] * (shares[k] - changes[k] @ vector / curved[k])
    return np.asarray(vector)
