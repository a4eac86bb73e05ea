"""Two ways to take the same step of one run: on Python floats where a rule is elementwise, on arrays otherwise.

Each comes a second time for runs whose steps see a batch of samples. What is recorded is always the full surface's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

import numpy as np

from engine.history import Layout
from engine.optimizer import ARRAYS, FLOATS, Elementwise, Optimizer
from engine.oracle import BatchOracle, Evaluations, Oracle
from surfaces import SampledSurface

if TYPE_CHECKING:
    from collections.abc import Callable

    from surfaces import Indices, Surface

    Draw = Callable[[int], Indices]
    """The samples of an iteration."""

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


def make_stepper(optimizer: Optimizer, surface: Surface, draw: Draw | None = None) -> Stepper:
    """Return the faster stepper that can take `optimizer`'s steps; with `draw`, on batches of the surface's samples."""
    if draw is not None:
        assert isinstance(surface, SampledSurface)
        if isinstance(optimizer, Elementwise):
            return BatchPointStepper(optimizer, surface, draw)
        return BatchArrayStepper(optimizer, surface, draw)
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


class BatchPointStepper(PointStepper):
    """Runs an elementwise rule on the gradients of batches, on Python floats."""

    def __init__(self, optimizer: Elementwise, surface: SampledSurface, draw: Draw) -> None:
        super().__init__(optimizer, surface)
        self._surface = surface
        self._draw = draw
        self._seen = 0
        self._samples = surface.samples

    def step(self, point: Point, state: Any, learning_rate: float, iteration: int) -> tuple[Point, Any]:
        """Return (point, states) after one step along the gradient of the iteration's batch."""
        measured, gradient = self._measured
        if measured is not point:
            _, gradient = self.measure(point)
        indices = self._draw(iteration)
        self._measured = (point, self._surface.sample_gradient_at(point, indices, gradient))
        moved = super().step(point, state, learning_rate, iteration)
        self._measured = (point, gradient)
        # Whole samples are summed, so an epoch is exactly one pass.
        self._seen += len(indices)
        self.evaluations.gradients = self._seen / self._samples
        return moved


class ArrayStepper:
    """Runs any optimizer's `step` on an array of one lane."""

    def __init__(self, optimizer: Optimizer, surface: Surface, oracle: Oracle | None = None) -> None:
        self._optimizer = optimizer
        self._measure = surface.value_and_gradient_at
        self._oracle = oracle or Oracle(surface)
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


class BatchArrayStepper(ArrayStepper):
    """Runs any optimizer's `step` with an oracle that answers for the iteration's batch."""

    def __init__(self, optimizer: Optimizer, surface: SampledSurface, draw: Draw) -> None:
        self._batches = BatchOracle(surface)
        self._draw = draw
        super().__init__(optimizer, surface, self._batches)

    def step(self, point: Point, state: Any, learning_rate: float, iteration: int) -> tuple[Point, Any]:
        """Return (point, state) after one step on the iteration's batch."""
        self._batches.draw(self._draw(iteration))
        return super().step(point, state, learning_rate, iteration)
