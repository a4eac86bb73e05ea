"""How far to go along a direction: the searches that second-order and conjugate methods share.

All of them look at the loss along a ray, φ(a) = f(θ + a p), where p leads downhill: φ'(0) = g·p < 0.
"""

from __future__ import annotations

import math
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from engine.hyperparameters import number

if TYPE_CHECKING:
    from engine.oracle import Oracle
    from surfaces import Array

ROUNDING = 1e-15
"""Losses are only known up to this share of themselves: a rise below it is none. Without it a search near a minimum
would look for a decrease that the numbers cannot show."""
MOST_HALVINGS = 60
MOST_TRIALS = 25
"""How often Wolfe's search may lengthen the step, and how often it may then narrow the interval."""


def first_condition() -> Any:
    """Declare c₁ of Armijo's and Wolfe's conditions."""
    text = "How much of the decrease that the slope promises a step must bring (Armijo's condition)."
    return number(1e-4, 1e-6, 0.5, text, scale="log", below=1.0)


def second_condition(default: float) -> Any:
    """Declare c₂ of Wolfe's conditions."""
    text = "How much of its slope the ray may keep where the step ends (Wolfe's second condition); small is strict."
    return number(default, 0.01, 0.99, text, below=1.0)


class Ray:
    """The loss along a ray, φ(a) = f(θ + a p); nothing is asked before it is needed, and no gradient twice.

    Parameters
    ----------
    oracle : Oracle
        Who is asked.
    point, direction, gradient : array, shape (dim,)
        θ, p and the gradient at θ.
    """

    def __init__(self, oracle: Oracle, point: Array, direction: Array, gradient: Array) -> None:
        self.oracle, self._point, self._direction = oracle, point, direction
        self._gradients = {0.0: gradient}
        self.slope = float(gradient @ direction)
        """φ'(0)"""

    @cached_property
    def loss(self) -> float:
        """φ(0)."""
        return self.value(0.0)

    @cached_property
    def curvature(self) -> float:
        """φ''(0) = p·Hp."""
        return float(self._direction @ self.oracle.hessian(self._point) @ self._direction)

    def at(self, length: float) -> Array:
        """Return θ + a p."""
        return self._point + length * self._direction

    def value(self, length: float) -> float:
        """Return φ(a)."""
        return float(self.oracle.value(self.at(length)))

    def slope_at(self, length: float) -> float:
        """Return φ'(a) = ∇f(θ + a p)·p."""
        if length not in self._gradients:
            self._gradients[length] = self.oracle.gradient(self.at(length))
        return float(self._gradients[length] @ self._direction)

    def are_one(self, one: float, other: float) -> bool:
        """Whether two lengths lead to the same point, as far as numbers go."""
        return bool(np.array_equal(self.at(one), self.at(other)))

    def falls_enough(self, length: float, value: float, c1: float, forgiving: bool = True) -> bool:
        """Whether φ(a) ≤ φ(0) + c₁ a φ'(0) (Nocedal & Wright 2006, eq. 3.4): up to rounding, or strictly below φ(0)."""
        enough = self.loss + c1 * length * self.slope
        if forgiving:
            return value <= enough + ROUNDING * abs(self.loss)
        return value <= enough and value < self.loss


def armijo(ray: Ray, first: float, c1: float = 1e-4, shrink: float = 0.5, forgiving: bool = True) -> float:
    """Return the first of a₀, a₀ρ, a₀ρ², … that brings enough decrease; 0 when none does, or p does not descend.

    Nocedal & Wright 2006, algorithm 3.1. Where a₀ is a guess and not a model's, a search should not be `forgiving`:
    near a minimum, where the loss is too coarse to tell, it would take every a₀.
    """
    length = first
    for _ in range(MOST_HALVINGS if ray.slope < 0.0 else 0):
        if ray.falls_enough(length, ray.value(length), c1, forgiving):
            return length
        length *= shrink
    return 0.0


class _Seen(NamedTuple):
    """A length that was tried, with φ there and φ' where it was asked for."""

    length: float
    value: float
    slope: float = float("nan")


def strong_wolfe(ray: Ray, first: float, c1: float = 1e-4, c2: float = 0.9) -> float:
    """Return a length a with enough decrease and |φ'(a)| ≤ c₂ |φ'(0)|; 0 when none is found, or p does not descend.

    Nocedal & Wright 2006, algorithm 3.5: lengthen the step (twofold) until an interval must hold such a length, then
    `_zoom`. On a ray without an end the longest step that was tried is returned.
    """
    if not ray.slope < 0.0:
        return 0.0
    before, length = _Seen(0.0, ray.loss, ray.slope), first
    for trial in range(MOST_TRIALS):
        value = ray.value(length)
        if not ray.falls_enough(length, value, c1) or (trial and value >= before.value):
            return _zoom(ray, before, _Seen(length, value), c1, c2)
        slope = ray.slope_at(length)
        if abs(slope) <= -c2 * ray.slope:
            return length
        here = _Seen(length, value, slope)
        if not slope < 0.0:
            return _zoom(ray, here, before, c1, c2)
        before, length = here, 2.0 * length
    return before.length


def _zoom(ray: Ray, low: _Seen, high: _Seen, c1: float, c2: float) -> float:
    """Narrow the interval between `low`, the best length so far, and `high` (algorithm 3.6)."""
    for _ in range(MOST_TRIALS):
        length = _between(low, high)
        if ray.are_one(length, low.length) or ray.are_one(length, high.length):
            break
        value = ray.value(length)
        if not ray.falls_enough(length, value, c1) or value >= low.value:
            high = _Seen(length, value)
            continue
        slope = ray.slope_at(length)
        if abs(slope) <= -c2 * ray.slope:
            return length
        if slope * (high.length - low.length) >= 0.0:
            high = low
        low = _Seen(length, value, slope)
    return low.length


def _between(low: _Seen, high: _Seen) -> float:
    """Return where the parabola through φ(low), φ'(low) and φ(high) is lowest (eq. 3.58), or the middle.

    The middle it is where the parabola has no lowest point or has it within a tenth of an end.
    """
    width = high.length - low.length
    above = high.value - low.value - low.slope * width
    share = -0.5 * low.slope * width / above if above > 0.0 else 0.5
    return low.length + (share if 0.1 <= share <= 0.9 else 0.5) * width


def exact(ray: Ray, first: float, c1: float = 1e-4) -> float:
    """Return −φ'(0)/φ''(0): the lowest point of the ray on a quadratic, g·g/(g·Hg) along p = −g (eq. 3.55).

    Where the ray does not curve upwards there is none, and `armijo` decides.
    """
    if ray.slope < 0.0 and not ray.curvature > 0.0:
        return armijo(ray, first, c1)
    return -ray.slope / ray.curvature if ray.slope < 0.0 else 0.0


def search(kind: str, ray: Ray, first: float, c1: float, c2: float, formula: str = "") -> float:
    """Return the length that a search by this name finds; ``"none"`` takes a₀ as it is.

    `formula` says how a₀ came about; it and the length are noted.
    """
    length = _found(kind, ray, first, c1, c2)
    if formula:
        note_length(kind, ray, first, length, formula)
    return length


def note_length(kind: str, ray: Ray, first: float, length: float, formula: str, shrink: float = 0.5) -> None:
    """Note a₀, which came about by a formula, and how the accepted length did: by backtracking it is a₀ ρᵏ."""
    if kind == "exact" and ray.slope < 0.0 and ray.curvature > 0.0:
        ray.oracle.note(r"\kappa", ray.curvature, r"p^\top \nabla^2 f(\theta) \, p", arrow="trials")
        ray.oracle.note("a", length, r"-\frac{<g>^\top <p>}{<\kappa>}", arrow="trials")
        return
    ray.oracle.note("a_0", first, formula, arrow="trials")
    tries = round(math.log(length / first) / math.log(shrink)) if 0.0 < length < first else 0
    how = rf"<a_0> \, {shrink:.10g}^{{{tries}}}" if tries else "<a_0>"
    if kind == "strong-wolfe":
        how = r"\operatorname{wolfe}(<a_0>)"
    ray.oracle.note("a", length, how if length else "0", arrow="trials")


def _found(kind: str, ray: Ray, first: float, c1: float, c2: float) -> float:
    if kind == "strong-wolfe":
        return strong_wolfe(ray, first, c1, c2)
    if kind == "armijo":
        return armijo(ray, first, c1)
    return exact(ray, first, c1) if kind == "exact" else first


def modest_length(learning_rate: float, gradient: Array) -> float:
    """Return min(1, 1/‖g‖₁)·η: a first length where no curvature is known yet (torch.optim.LBFGS)."""
    return float(min(1.0, 1.0 / np.abs(gradient).sum()) * learning_rate)


MODEST = r"\min(1, \frac{1}{\lVert <g> \rVert_1}) \, <\eta>"
"""The formula of `modest_length`."""
