"""Two optimizers in one step, which is a mistake worth seeing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.nested_state import nested
from engine.optimizers.composite import Composite, common_rate, optimizer_part, part_step
from engine.transformed_oracle import SharedOracle

if TYPE_CHECKING:
    from engine.nested_state import NestedState
    from engine.optimizer import Optimizer
    from engine.oracle import Oracle
    from surfaces import Array


@dataclass(frozen=True)
class Summed(Composite):
    """Both optimizers move the same parameters in every step: θ ← θ + Δ₁ + Δ₂, both updates made at θ."""

    name = "summed"
    title = "Two in one step"
    formula = "θ ← θ + Δ₁ + Δ₂"
    summary = (
        "Shows why two optimizers never share a step: each is stable alone, but their steps add up and may pass "
        "2/λ together. Let them take turns (switch) or share out the parameters instead."
    )
    source = "—"

    learning_rate: float = common_rate()
    first: Optimizer = optimizer_part("gradient-descent", "One of the two.")
    second: Optimizer = optimizer_part("gradient-descent", "The other one.")

    def init(self, params: Array) -> NestedState:
        """Return both states."""
        return nested(first=self.first.init(params), second=self.second.init(params))

    def composed(
        self, params: Array, oracle: Oracle, state: NestedState, learning_rate: float, iteration: int
    ) -> tuple[Array, NestedState]:
        """Return the sum of both updates."""
        shared, moved, after = SharedOracle(oracle, params), params, {}
        for place, (name, part) in enumerate((("first", self.first), ("second", self.second))):
            rate = learning_rate * part.learning_rate
            end, after[name] = part_step(part, params, shared, state.part(name), rate, iteration)
            oracle.note(rf"\Delta_{place + 1}", end - params, r"\Delta\theta", arrow="update")
            moved = moved + (end - params)
        oracle.note(r"\Delta\theta", lambda: moved - params, r"<\Delta_1> + <\Delta_2>")
        return moved, nested(**after)
