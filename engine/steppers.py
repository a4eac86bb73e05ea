"""Two ways to take the same step of one run: on Python floats where a rule is elementwise, on arrays otherwise.

Each comes a second time for runs whose steps see a batch of samples. What is recorded is always the full surface's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

import numpy as np

from engine.float_rule import FloatRule
from engine.history import Layout
from engine.optimizer import ARRAYS, Elementwise, Optimizer
from engine.oracle import BatchOracle, Chance, Evaluations, Oracle
from surfaces import SampledSurface

if TYPE_CHECKING:
    from collections.abc import Callable

    from surfaces import Array, Indices, Surface

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

    def resume(self, columns: Point, gradients: float) -> Any:
        """Return the state that `flat` gave these columns, and go on counting from its row's evaluations."""


def make_stepper(
    optimizer: Optimizer, surface: Surface, draw: Draw | None = None, chance: Chance | None = None
) -> Stepper:
    """Return the faster stepper that can take `optimizer`'s steps; with `draw`, on batches of the surface's samples."""
    if draw is not None:
        assert isinstance(surface, SampledSurface)
        if isinstance(optimizer, Elementwise):
            return BatchPointStepper(optimizer, surface, draw)
        return BatchArrayStepper(optimizer, surface, draw, chance)
    if isinstance(optimizer, Elementwise):
        return PointStepper(optimizer, surface)
    return ArrayStepper(optimizer, surface, Oracle(surface, chance))


class PointStepper:
    """Runs an elementwise rule on Python floats; its state is one tuple, as the history keeps it.

    The numbers are those of the array rule to the last bit: both use the same IEEE operations in the same order.
    """

    def __init__(self, optimizer: Elementwise, surface: Surface) -> None:
        self._optimizer = optimizer
        self._measure = surface.value_and_gradient_at
        self._measured: tuple[Point, Point] = ((), ())
        self.evaluations = Evaluations()
        fields = optimizer.initial(0.0)._fields
        self.layout = Layout(surface.dim, tuple((name, surface.dim) for name in fields))
        self._rule = FloatRule(optimizer, surface.dim)

    def init(self, point: Point) -> Point:
        """Return the initial numbers, field by field for every coordinate."""
        return tuple(float(value) for value in self._optimizer.initial(0.0) for _ in point)

    def measure(self, point: Point) -> tuple[float, Point]:
        """Return loss and gradient; the gradient is kept for the step that starts here."""
        measured = self._measure(point)
        self._measured = (point, measured[1])
        return measured

    def step(self, point: Point, state: Point, learning_rate: float, iteration: int) -> tuple[Point, Point]:
        """Return (point, state) after one step."""
        measured, gradient = self._measured
        if measured is not point:
            _, gradient = self.measure(point)
        self.evaluations.gradients += 1
        rule = self._rule
        try:
            moved = rule.step(point, gradient, state, learning_rate, iteration)
            return moved or rule.renewed(point, gradient, state, learning_rate, iteration)
        except (ArithmeticError, ValueError):  # floats raise where arrays give inf or NaN
            return self._moved_by_arrays(point, gradient, state, learning_rate, iteration)

    def flat(self, state: Point) -> Point:
        """Return field by field, coordinate by coordinate: the state itself."""
        return state

    def resume(self, columns: Point, gradients: float) -> Point:
        """Return the state: the columns themselves."""
        self.evaluations.gradients = gradients
        return columns

    def _moved_by_arrays(
        self, point: Point, gradient: Point, state: Point, learning_rate: float, iteration: int
    ) -> tuple[Point, Point]:
        dim = self.layout.dim
        fields = type(self._optimizer.initial(0.0))(
            *(np.array(state[at : at + dim]) for at in range(0, len(state), dim))
        )
        with np.errstate(all="ignore"):
            params, after = self._optimizer.rule(
                np.array(point), np.array(gradient), fields, learning_rate, iteration, ARRAYS
            )
        return tuple(params.tolist()), tuple(value for field in after for value in np.broadcast_to(field, dim).tolist())


class BatchPointStepper(PointStepper):
    """Runs an elementwise rule on the gradients of batches, on Python floats."""

    def __init__(self, optimizer: Elementwise, surface: SampledSurface, draw: Draw) -> None:
        super().__init__(optimizer, surface)
        self._surface = surface
        self._draw = draw
        self._seen = 0
        self._samples = surface.samples

    def step(self, point: Point, state: Point, learning_rate: float, iteration: int) -> tuple[Point, Point]:
        """Return (point, state) after one step along the gradient of the iteration's batch."""
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

    def resume(self, columns: Point, gradients: float) -> Point:
        """Return the state: the columns themselves."""
        self._seen = round(gradients * self._samples)
        return super().resume(columns, gradients)


class ArrayStepper:
    """Runs any optimizer's `step` on an array of one lane."""

    def __init__(self, optimizer: Optimizer, surface: Surface, oracle: Oracle) -> None:
        self._optimizer = optimizer
        self._measure = surface.value_and_gradient_at
        self._oracle = oracle
        self.evaluations = self._oracle.evaluations
        self._like = optimizer.init(np.zeros(surface.dim))
        widths = [(name, int(np.size(value))) for name, value in zip(self._like._fields, self._like, strict=True)]
        self._counted = [what for what, used in counted(optimizer) if used]
        self.layout = Layout(surface.dim, (*widths, *((f"{what[:-1]}_evaluations", 1) for what in self._counted)))

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
        """Return all fields one after another, then the counts."""
        fields = [float(number) for value in state for number in np.ravel(value)]
        return (*fields, *(getattr(self.evaluations, what) for what in self._counted))

    def resume(self, columns: Point, gradients: float) -> Any:
        """Return the fields in their shapes."""
        values, counts = list(columns), Evaluations(gradients=gradients)
        for what in reversed(self._counted):
            setattr(counts, what, values.pop())
        self._oracle.resume(counts)
        return unflat(self._like, np.array(values))


def counted(optimizer: Optimizer) -> tuple[tuple[str, bool], ...]:
    """Return what is counted beside gradients, and whether `optimizer` asks for it."""
    return ("values", optimizer.uses_values), ("hessians", optimizer.uses_hessian)


def unflat(like: Any, columns: Array) -> Any:
    """Return a state with the fields and shapes of `like` from its columns."""
    ends = np.cumsum([np.size(value) for value in like])
    pieces = np.split(columns, ends[:-1]) if len(like) else []
    return type(like)(*(piece.reshape(np.shape(value)) for piece, value in zip(pieces, like, strict=True)))


class BatchArrayStepper(ArrayStepper):
    """Runs any optimizer's `step` with an oracle that answers for the iteration's batch."""

    def __init__(self, optimizer: Optimizer, surface: SampledSurface, draw: Draw, chance: Chance | None = None) -> None:
        self._batches = BatchOracle(surface, chance)
        self._draw = draw
        super().__init__(optimizer, surface, self._batches)

    def step(self, point: Point, state: Any, learning_rate: float, iteration: int) -> tuple[Point, Any]:
        """Return (point, state) after one step on the iteration's batch."""
        self._batches.draw(self._draw(iteration))
        return super().step(point, state, learning_rate, iteration)
