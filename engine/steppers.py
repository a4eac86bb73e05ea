"""Two ways to take the same step of one run: on Python floats where a rule is elementwise, on arrays otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

import numpy as np

from engine.history import Layout
from engine.optimizer import ARRAYS, FLOATS, Elementwise, Optimizer
from engine.oracle import Evaluations, Oracle

if TYPE_CHECKING:
    from surfaces import Surface

Point = tuple[float, ...]


class Stepper(Protocol):
    """Takes the steps of one run; the run decides how many."""

    layout: Layout
    evaluations: Evaluations

    def init(self, point: Point) -> Any:
        """Return the state before the first step."""

    def measure(self, point: Point) -> tuple[float, Point]:
        """Return loss and gradient of the full surface, uncounted: for the record."""

    def step(self, point: Point, state: Any, learning_rate: float, iteration: int) -> tuple[Point, Any]:
        """Return (point, state) after one step."""

    def flat(self, state: Any) -> Point:
        """Return the state as the history's columns."""


def make_stepper(optimizer: Optimizer, surface: Surface) -> Stepper:
    """Return the faster stepper that can take `optimizer`'s steps."""
    if isinstance(optimizer, Elementwise):
        return PointStepper(optimizer, surface)
    return ArrayStepper(optimizer, surface)


class PointStepper:
    """Runs an elementwise rule coordinate by coordinate on Python floats.

    The numbers are those of the array rule to the last bit: both use the same IEEE operations in the same order.
    """

    def __init__(self, optimizer: Elementwise, surface: Surface) -> None:
        self._optimizer = optimizer
        self._measure = surface.value_and_gradient_at
        self._measured: tuple[Point, Point] = ((), ())
        self.evaluations = Evaluations()
        fields = optimizer.initial(0.0)._fields
        self.layout = Layout(surface.dim, tuple((name, surface.dim) for name in fields))

    def init(self, point: Point) -> Any:
        """Return one state per coordinate."""
        return tuple(self._optimizer.initial(0.0) for _ in point)

    def measure(self, point: Point) -> tuple[float, Point]:
        """Return loss and gradient; the gradient is kept for the step that starts here."""
        loss, gradient = self._measure(point)
        self._measured = (point, gradient)
        return loss, gradient

    def step(self, point: Point, state: Any, learning_rate: float, iteration: int) -> tuple[Point, Any]:
        """Return (point, states) after one step."""
        measured, gradient = self._measured
        if measured is not point:
            _, gradient = self.measure(point)
        self.evaluations.gradients += 1
        try:
            moved = self._moved(point, gradient, state, learning_rate, iteration)
        except (ArithmeticError, ValueError):  # floats raise where arrays give inf or NaN
            moved = self._moved_by_arrays(point, gradient, state, learning_rate, iteration)
        return tuple([new[0] for new in moved]), tuple([new[1] for new in moved])

    def flat(self, state: Any) -> Point:
        """Return field by field, coordinate by coordinate."""
        return tuple([value for values in zip(*state, strict=True) for value in values])

    def _moved(self, point: Point, gradient: Point, state: Any, learning_rate: float, iteration: int) -> Any:
        rule = self._optimizer.rule
        return [
            rule(parameter, slope, own, learning_rate, iteration, FLOATS)
            for parameter, slope, own in zip(point, gradient, state, strict=True)
        ]

    def _moved_by_arrays(self, point: Point, gradient: Point, state: Any, learning_rate: float, iteration: int) -> Any:
        kind = type(state[0])
        with np.errstate(all="ignore"):
            moved = [
                self._optimizer.rule(
                    np.float64(p), np.float64(g), kind(*map(np.float64, s)), learning_rate, iteration, ARRAYS
                )
                for p, g, s in zip(point, gradient, state, strict=True)
            ]
        return [(float(parameter), kind(*map(float, own))) for parameter, own in moved]


class ArrayStepper:
    """Runs any optimizer's `step` on an array of one lane."""

    def __init__(self, optimizer: Optimizer, surface: Surface) -> None:
        self._optimizer = optimizer
        self._measure = surface.value_and_gradient_at
        self._oracle = Oracle(surface)
        self.evaluations = self._oracle.evaluations
        state = optimizer.init(np.zeros(surface.dim))
        widths = tuple((name, int(np.size(value))) for name, value in zip(state._fields, state, strict=True))
        self.layout = Layout(surface.dim, widths)

    def init(self, point: Point) -> Any:
        """Return the optimizer's own initial state."""
        return self._optimizer.init(np.array(point))

    def measure(self, point: Point) -> tuple[float, Point]:
        """Return loss and gradient, uncounted."""
        return self._measure(point)

    def step(self, point: Point, state: Any, learning_rate: float, iteration: int) -> tuple[Point, Any]:
        """Return (point, state) after one step."""
        params, state = self._optimizer.step(np.array(point), self._oracle, state, learning_rate, iteration)
        return tuple(params.tolist()), state

    def flat(self, state: Any) -> Point:
        """Return all fields one after another."""
        return tuple(float(number) for value in state for number in np.ravel(value))
