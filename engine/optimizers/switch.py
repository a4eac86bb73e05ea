"""One optimizer first, another one later."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

import numpy as np

from engine.hyperparameters import choice, number, switch
from engine.nested_state import nested
from engine.optimizer import Elementwise, NoState, Optimizer, each_lane
from engine.optimizers.composite import Composite, common_rate, optimizer_part, part_step
from engine.transformed_oracle import LaterOracle

if TYPE_CHECKING:
    from engine.nested_state import NestedState
    from engine.oracle import Oracle
    from surfaces import Array

VELOCITIES = ("velocity", "first_moment")
"""Fields of a state that remember gradients, as a sum or an average of them."""
LONGEST_REHEARSAL = 1000
_NEVER = -1


class Patience(NamedTuple):
    """What is remembered to see that the loss has stopped falling, shape (..., 1) each."""

    best: Array
    """The lowest loss so far."""
    waited: Array
    """Steps since then."""
    began: Array
    """The iteration at which the second optimizer took over; −1 before."""


@dataclass(frozen=True)
class Switch(Composite):
    """Two optimizers in phases (Keskar & Socher 2017: Adam, then SGD).

    iteration  the steps from `at` on are the second's
    stall      the second takes over at the iteration whose loss is the `patience`-th in a row that is not below
               L − threshold · |L|, L being the lowest loss before; one loss a step is evaluated for it until then

    The second begins afresh where it takes over and counts its steps from there. With `carry`, where both remember
    gradients (a velocity or a first moment) and treat every coordinate alike, it begins as if it had made the first's
    t steps already (at most 1000), each with the average gradient ḡ that the first remembers: its memory, divided by
    what it would be had every gradient been 1. Between two rules with the same memory this changes nothing at all.
    """

    name = "switch"
    title = "Switch between two"
    formula = "first while k < at, then second"
    summary = (
        "One optimizer for the way and another one for the end, say Adam and then gradient descent with a small "
        "learning rate, whose noise ball is smaller. Adam with a falling schedule often does as well."
    )
    source = "Keskar & Socher 2017"
    symbols: ClassVar[dict[str, str]] = {"waited": "w"}

    learning_rate: float = common_rate()
    when: str = choice(("iteration", "stall"), "What makes the second take over: a set iteration, or no progress.")
    at: int = number(100, 0, 10_000, "The iteration at which the second takes over.")
    patience: int = number(20, 1, 500, "So many steps without progress are a stall.", scale="log", minimum=1)
    threshold: float = number(1e-3, 1e-6, 0.5, "A loss lower by less than this share is no progress.", scale="log")
    carry: bool = switch(False, "Hand the velocity over instead of beginning afresh.")
    first: Optimizer = optimizer_part("adam", "The optimizer that begins.")
    second: Optimizer = optimizer_part("gradient-descent", "The optimizer that ends.")

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.when == "stall":
            object.__setattr__(self, "uses_values", True)

    def init(self, params: Array) -> NestedState:
        """Return both states before the first step."""
        nothing = np.zeros((*params.shape[:-1], 1))
        own = Patience(nothing, nothing, nothing + _NEVER) if self.when == "stall" else NoState()
        return nested(own, first=self.first.init(params), second=self.second.init(params))

    def composed(
        self, params: Array, oracle: Oracle, state: NestedState, learning_rate: float, iteration: int
    ) -> tuple[Array, NestedState]:
        """Return one step of the optimizer whose turn it is."""
        if self.when == "stall":  # every lane at its own time
            return each_lane(self._watched_step, params, oracle, state, learning_rate, iteration)
        return self._turn(params, oracle, state, learning_rate, iteration, self.at, state.own)

    def _watched_step(
        self, point: Array, oracle: Oracle, state: NestedState, learning_rate: float, iteration: int
    ) -> tuple[Array, NestedState]:
        own = state.own if state.own.began[0] >= 0 else self._watched(point, oracle, state.own, iteration)
        return self._turn(point, oracle, state, learning_rate, iteration, int(own.began[0]), own)

    def _watched(self, point: Array, oracle: Oracle, own: Patience, iteration: int) -> Patience:
        """Return what is remembered after one more loss."""
        loss = oracle.value(point).reshape(1)
        oracle.note("f", loss, r"f(\theta)")
        if iteration == 0 or loss < own.best - self.threshold * np.abs(own.best):
            return Patience(loss, np.zeros(1), own.began)
        waited = own.waited + 1.0
        oracle.note("w", waited, r"<w> + 1")
        return Patience(own.best, waited, own.began if waited < self.patience else np.array([float(iteration)]))

    def _turn(
        self, params: Array, oracle: Oracle, state: NestedState, rate: float, iteration: int, began: int, own: Any
    ) -> tuple[Array, NestedState]:
        first, second = state.part("first"), state.part("second")
        if began == _NEVER or iteration < began:
            params, first = part_step(self.first, params, oracle, first, rate * self.first.learning_rate, iteration)
            return params, nested(own, first=first, second=second)
        rehearsed = min(began, LONGEST_REHEARSAL) if self._carries(first, second) else 0
        if iteration == began:
            second = self._begin(params, first, rate, began, rehearsed)
        later = LaterOracle(oracle, began - rehearsed)
        own_rate = rate * self.second.learning_rate
        params, second = part_step(self.second, params, later, second, own_rate, iteration - began + rehearsed)
        return params, nested(own, first=first, second=second)

    def _carries(self, first: Any, second: Any) -> bool:
        """Whether both remember gradients in a way that can be handed over."""
        elementwise = isinstance(self.first, Elementwise) and isinstance(self.second, Elementwise)
        return self.carry and elementwise and all(_memory(state) for state in (first, second))

    def _begin(self, params: Array, first: Any, rate: float, steps: int, rehearsed: int) -> Any:
        """Return the state with which the second begins."""
        if not rehearsed:
            return self.second.init(params)
        assert isinstance(self.first, Elementwise)
        assert isinstance(self.second, Elementwise)
        ones = _rehearsal(self.first, np.zeros(1), np.ones(1), rate, min(steps, LONGEST_REHEARSAL))
        mean = getattr(first, _memory(first)) / getattr(ones, _memory(first))
        return _rehearsal(self.second, params, mean, rate, rehearsed)


def _memory(state: Any) -> str:
    """Return which field of a state remembers gradients; an empty text for none."""
    return next((name for name in VELOCITIES if name in state._fields), "")


def _rehearsal(optimizer: Elementwise, params: Array, gradient: Array, rate: float, steps: int) -> Any:
    """Return the state after so many steps on one and the same gradient."""
    state = optimizer.initial(np.zeros_like(gradient))
    step = partial(optimizer.rule, learning_rate=rate * optimizer.learning_rate, arithmetic=optimizer.arrays)
    for iteration in range(steps):
        _, state = step(params, gradient, state, iteration=iteration)
    return state
