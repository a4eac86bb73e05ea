"""The Barzilai–Borwein method."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from engine.hyperparameters import choice, number
from engine.optimizer import Optimizer

if TYPE_CHECKING:
    from engine.oracle import Oracle
    from surfaces import Array


class BarzilaiBorweinState(NamedTuple):
    """Where the last step started."""

    last_point: Array
    last_gradient: Array


@dataclass(frozen=True)
class BarzilaiBorwein(Optimizer):
    """θ ← θ − a g with a length that the last step has taught (Barzilai & Borwein 1988, eqs. 5 and 6).

    s = θ − θ', y = g − g' since the last step
    long   a = s·s / s·y
    short  a = s·y / y·y

    1/a is the mean curvature along s. Where there is none to be had (the first step, s·y ≤ 0) a = η. The loss may
    rise on the way: there is no line search.
    """

    name = "barzilai-borwein"
    title = "Barzilai–Borwein"
    family = "second order"
    formula = "s = θ − θ', y = g − g';  θ ← θ − a g, a = s·s/s·y (long) or s·y/y·y (short)"
    summary = (
        "Gradient descent whose pace is the last step's secant of the curvature: far faster than a constant pace in "
        "a ravine, and not monotone."
    )
    source = "Barzilai & Borwein 1988"

    learning_rate: float = number(
        0.01, 1e-4, 1.0, "The length of the first step, and wherever the curvature is not positive.", scale="log"
    )
    form: str = choice(("short", "long"), "Which of the two lengths: the long one dares more, and leaves more often.")

    def init(self, params: Array) -> BarzilaiBorweinState:
        """Return no step yet."""
        return BarzilaiBorweinState(params, np.zeros_like(params))

    def step(
        self, params: Array, oracle: Oracle, state: BarzilaiBorweinState, learning_rate: float, iteration: int
    ) -> tuple[Array, BarzilaiBorweinState]:
        """Return one step of every lane."""
        gradient = oracle.gradient(params)
        move, change = params - state.last_point, gradient - state.last_gradient
        with np.errstate(all="ignore"):
            curved = _dot(move, change)
            length = _dot(move, move) / curved if self.form == "long" else curved / _dot(change, change)
            usable = (curved > 0.0) & np.isfinite(length)
            length = np.where(usable, length, learning_rate)
            after = params - length * gradient
        oracle.note("g", gradient, r"\nabla f(\theta)")
        oracle.note("s", move, r"<\theta> - <\theta'>")
        oracle.note("y", change, "<g> - <g'>")
        oracle.note("a", length[..., 0], _FORMULAS[self.form] if usable.all() else r"<\eta>", arrow="update")
        oracle.note(r"\Delta\theta", -length * gradient, r"-<a> \, <g>")
        return after, BarzilaiBorweinState(params, gradient)


_FORMULAS = {"long": r"\frac{<s>^\top <s>}{<s>^\top <y>}", "short": r"\frac{<s>^\top <y>}{<y>^\top <y>}"}


def _dot(one: Array, other: Array) -> Array:
    return np.asarray(np.sum(one * other, axis=-1, keepdims=True))
