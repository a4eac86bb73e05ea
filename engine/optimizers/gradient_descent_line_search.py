"""Gradient descent with a search along the gradient."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.hyperparameters import choice, number
from engine.line_search import Ray, armijo, exact, first_condition, note_length
from engine.optimizer import LaneByLane, NoState

if TYPE_CHECKING:
    from engine.oracle import Oracle
    from surfaces import Array


@dataclass(frozen=True)
class GradientDescentLineSearch(LaneByLane):
    """θ ← θ − a g with a length a found anew at each step (Cauchy 1847; Armijo 1966).

    armijo  a is the first of η, ηρ, ηρ², … with f(θ − a g) ≤ f(θ) − c₁ a g·g (Nocedal & Wright 2006, algorithm 3.1)
    exact   a = g·g / (g·Hg), the lowest point of the ray on a quadratic (eq. 3.55); where the ray does not curve
            upwards, Armijo's length

    On a quadratic each exact step lowers the loss by a factor of at most ((κ − 1)/(κ + 1))² (eq. 3.29): it zigzags,
    every step at a right angle to the last.
    """

    name = "gradient-descent-line-search"
    title = "Gradient descent with line search"
    family = "second order"
    formula = "θ ← θ − a g with a from a line search"
    summary = (
        "Steepest descent that never rises and needs no tuned pace; it still zigzags in a ravine. With a long first "
        "length it may jump into another well."
    )
    source = "Cauchy 1847; Armijo 1966; Nocedal & Wright 2006, sections 3.1 and 3.3"
    uses_values = True
    uses_hessian = True

    learning_rate: float = number(
        1.0, 1e-3, 10.0, "The first length that is tried; below 2/λ the step stays in its well.", scale="log"
    )
    line_search: str = choice(("armijo", "exact"), "Shortening until the loss falls enough, or the quadratic's best.")
    c1: float = first_condition()
    shrink: float = number(0.5, 0.1, 0.9, "The factor by which a length that is too long is shortened.", below=1.0)

    def init_one(self, point: Array) -> NoState:
        """Return the empty state."""
        return NoState()

    def step_one(
        self, point: Array, oracle: Oracle, state: NoState, learning_rate: float, iteration: int
    ) -> tuple[Array, NoState]:
        """Return one step."""
        gradient = oracle.gradient(point)
        oracle.note("g", gradient, r"\nabla f(\theta)")
        oracle.note("p", -gradient, "-<g>")
        ray = Ray(oracle, point, -gradient, gradient)
        if self.line_search == "exact":
            length = exact(ray, learning_rate, self.c1)
        else:
            length = armijo(ray, learning_rate, self.c1, self.shrink, forgiving=False)
        note_length(self.line_search, ray, learning_rate, length, r"<\eta>", self.shrink)
        oracle.note(r"\Delta\theta", -length * gradient, r"<a> \, <p>")
        return ray.at(length), state
