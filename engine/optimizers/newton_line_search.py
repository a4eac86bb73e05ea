"""Newton's direction with a search along it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.curvature import saddle_free
from engine.hyperparameters import choice, number
from engine.line_search import Ray, first_condition, search, second_condition
from engine.optimizer import LaneByLane, NoState

if TYPE_CHECKING:
    from engine.oracle import Oracle
    from surfaces import Array


@dataclass(frozen=True)
class NewtonLineSearch(LaneByLane):
    """θ ← θ + a p with p = −|H|⁻¹ g and a length a that lowers the loss (Nocedal & Wright 2006, section 3.4).

    |H| has the sizes of H's eigenvalues, at least δ: the direction leads downhill everywhere, and is Newton's where
    the loss is convex. Near a minimum the full step a = 1 is accepted and the convergence is Newton's.
    """

    name = "newton-line-search"
    title = "Newton with line search"
    family = "second order"
    formula = "p = −|H|⁻¹ g;  θ ← θ + a p with a from a line search"
    summary = (
        "Newton's direction, made to lead downhill, and only as far along it as the loss falls. Slower than pure "
        "Newton where that is lucky, safe where it is not."
    )
    source = "Nocedal & Wright 2006, sections 3.1 and 3.4"
    uses_values = True
    uses_hessian = True

    learning_rate: float = number(1.0, 1e-2, 10.0, "The first length that is tried; 1 is Newton's step.", scale="log")
    line_search: str = choice(
        ("armijo", "strong-wolfe"), "Halving until the loss falls enough, or also until the slope has flattened."
    )
    delta: float = number(1e-6, 1e-12, 1.0, "The smallest curvature that is divided by.", scale="log")
    c1: float = first_condition()
    c2: float = second_condition(0.9)

    def init_one(self, point: Array) -> NoState:
        """Return the empty state."""
        return NoState()

    def step_one(
        self, point: Array, oracle: Oracle, state: NoState, learning_rate: float, iteration: int
    ) -> tuple[Array, NoState]:
        """Return one step."""
        gradient, hessian = oracle.gradient(point), oracle.hessian(point)
        oracle.note("g", gradient, r"\nabla f(\theta)")
        oracle.adapts(lambda slope: -learning_rate * saddle_free(hessian, slope, self.delta))
        oracle.note("H", hessian, r"\nabla^2 f(\theta)")
        direction = -saddle_free(hessian, gradient, self.delta)
        oracle.note("p", direction, r"-\left|<H>\right|^{-1} \, <g>", arrow="adapted")
        ray = Ray(oracle, point, direction, gradient)
        length = search(self.line_search, ray, learning_rate, self.c1, self.c2, r"<\eta>")
        oracle.note(r"\Delta\theta", length * direction, r"<a> \, <p>")
        return ray.at(length), state
