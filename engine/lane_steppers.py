"""How lanes take their steps: written out in arrays of their own where a rule allows it, else by the optimizer's step.

What is passed around is coordinate by coordinate, shape (dim, lanes); an optimizer sees that memory as (lanes, dim).
"""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Protocol

import numpy as np

from engine.lane_rule import RATE, LaneRule
from engine.optimizer import ARRAYS, Elementwise
from engine.oracle import BatchOracle, Chance, Evaluations, Oracle
from engine.tape import NotTapeableError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from engine.lane_batches import LaneBatches
    from engine.optimizer import Optimizer
    from surfaces import Array, Indices, Surface

    Laned = Mapping[str, Array]
    """Numbers of an elementwise rule, or `RATE`, of which every lane has its own, shape (lanes,)."""


class LaneStepper(Protocol):
    """Takes the steps of all lanes of a block."""

    evaluations: Evaluations
    """What one lane has asked so far; all have asked the same."""

    def step(self, params: Array, loss: Array | None, gradient: Array, factor: float, iteration: int) -> Array:
        """Return where the lanes are after a step; the gradient is used up.

        The learning rate is `factor`, times every lane's own where they have some.
        """

    def used(self, params: Array) -> Array:
        """Return where a step began as an array that may be overwritten."""

    def spare(self, like: Array) -> Array:
        """Return an array that may be overwritten."""

    def give_back(self, array: Array) -> None:
        """Take an array that is no longer needed."""

    def keep(self, lanes: Indices) -> None:
        """Go on with some of the lanes."""


def lane_stepper(
    optimizer: Optimizer, surface: Surface, params: Array, laned: Laned, batches: LaneBatches | None, chance: Chance
) -> LaneStepper:
    """Return what takes the steps of lanes that are at `params`, shape (dim, lanes)."""
    if isinstance(optimizer, Elementwise):
        return RuleStepper(optimizer, params, laned, batches)
    assert not laned, "only elementwise rules have numbers for each lane"
    return OptimizerStepper(optimizer, surface, params, batches, chance)


class RuleStepper:
    """Elementwise rules: the gradient that is recorded is that of the next step, and arrays are used again."""

    def __init__(self, optimizer: Elementwise, params: Array, laned: Laned, batches: LaneBatches | None) -> None:
        self._optimizer, self._laned, self._batches = optimizer, dict(laned), batches
        begun = _with_lanes(optimizer, laned).initial(np.zeros_like(params))
        self._kind = type(begun)
        self._state: Sequence[Array] = [np.array(np.broadcast_to(field, params.shape)) for field in begun]
        self._rule: LaneRule | None = LaneRule(optimizer, laned)
        self.evaluations = Evaluations()

    def step(self, params: Array, loss: Array | None, gradient: Array, factor: float, iteration: int) -> Array:
        """Return where the lanes are after a step."""
        if self._batches is None:
            self.evaluations.gradients += 1
        else:
            gradient[...] = self._batches.gradient(params.T, iteration).T
            self.evaluations.gradients = self._batches.passes
        rate = factor * self._laned[RATE] if RATE in self._laned else factor
        if self._rule is not None:
            try:
                moved, self._state = self._rule.step(params, gradient, self._state, rate, iteration)
                return moved
            except NotTapeableError:
                self._rule = None
        return self._stepped(params, gradient, rate, iteration)

    def _stepped(self, params: Array, gradient: Array, rate: float | Array, iteration: int) -> Array:
        """Run the rule as it stands."""
        rule = _with_lanes(self._optimizer, self._laned).rule
        moved, state = rule(params, gradient, self._kind(*self._state), rate, iteration, ARRAYS)  # type: ignore[arg-type]
        self._state = [np.broadcast_to(field, params.shape) for field in state]
        return np.asarray(moved)

    def used(self, params: Array) -> Array:
        """Return the array itself; a rule that runs as it stands may have kept it in its state."""
        return params if self._rule is not None else params.copy()

    def spare(self, like: Array) -> Array:
        """Return an array that may be overwritten."""
        return self._rule.spare(like) if self._rule is not None else np.empty_like(like)

    def give_back(self, array: Array) -> None:
        """Take an array that is no longer needed."""
        if self._rule is not None:
            self._rule.give_back(array)

    def keep(self, lanes: Indices) -> None:
        """Go on with some of the lanes."""
        self._laned = {name: values[lanes] for name, values in self._laned.items()}
        self._state = [field.take(lanes, axis=1) for field in self._state]  # contiguous, as field[:, lanes] is not
        if self._rule is not None:
            self._rule.begin_again(self._laned)
        if self._batches is not None:
            self._batches.keep(lanes)


def _with_lanes(optimizer: Elementwise, laned: Laned) -> Elementwise:
    """Return a shallow copy of an optimizer whose numbers are arrays where every lane has its own."""
    shadow = copy.copy(optimizer)
    for name, values in laned.items():
        if name != RATE:
            object.__setattr__(shadow, name, values)
    return shadow


class OptimizerStepper:
    """Any optimizer whose step takes lanes."""

    def __init__(
        self, optimizer: Optimizer, surface: Surface, params: Array, batches: LaneBatches | None, chance: Chance
    ) -> None:
        self._optimizer, self._batches = optimizer, batches
        self._known = KnownOracle(surface, chance)
        self._oracle = self._known if batches is None else BatchOracle(batches.surface, chance)
        self._state = optimizer.init(params.T)
        self.evaluations = self._oracle.evaluations

    def step(self, params: Array, loss: Array | None, gradient: Array, factor: float, iteration: int) -> Array:
        """Return where the lanes are after a step."""
        points = params.T
        if isinstance(self._oracle, BatchOracle):
            assert self._batches is not None
            self._oracle.draw(self._batches.indices(iteration))
        else:
            self._known.know(points, loss, gradient.T)
        moved, self._state = self._optimizer.step(points, self._oracle, self._state, factor, iteration)
        return np.ascontiguousarray(moved.T)

    def used(self, params: Array) -> Array:
        """Return a copy: an optimizer may keep what it is given in its state."""
        return params.copy()

    def spare(self, like: Array) -> Array:
        """Return a new array."""
        return np.empty_like(like)

    def give_back(self, array: Array) -> None:
        """Forget the array."""

    def keep(self, lanes: Indices) -> None:
        """Go on with some of the lanes."""
        self._state = type(self._state)(*(field[lanes] for field in self._state))
        if self._batches is not None:
            self._batches.keep(lanes)


class KnownOracle(Oracle):
    """An oracle that need not ask what the record has asked already; it counts all the same."""

    def __init__(self, surface: Surface, chance: Chance) -> None:
        super().__init__(surface, chance)
        self._points: Array | None = None
        self._loss: Array | None = None
        self._gradient: Array

    def know(self, points: Array, loss: Array | None, gradient: Array) -> None:
        """Take the gradient, and the loss if it is given, of the very array `points` from here."""
        self._points, self._loss, self._gradient = points, loss, gradient

    def value(self, params: Array) -> Array:
        """Return the loss, shape (...)."""
        if params is not self._points or self._loss is None:
            return super().value(params)
        self.evaluations.values += 1
        return self._loss

    def gradient(self, params: Array) -> Array:
        """Return the gradient, shape (..., dim)."""
        if params is not self._points:
            return super().gradient(params)
        self.evaluations.gradients += 1
        return self._gradient
