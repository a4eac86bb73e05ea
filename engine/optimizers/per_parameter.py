"""One optimizer for some parameters, another one for the rest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from engine.nested_state import nested
from engine.optimizers.composite import Composite, common_rate, optimizer_part, part_step
from engine.transformed_oracle import CoordinatesOracle, SharedOracle

if TYPE_CHECKING:
    from engine.nested_state import NestedState
    from engine.optimizer import Optimizer
    from engine.oracle import Oracle
    from surfaces import Array


@dataclass(frozen=True)
class PerParameter(Composite):
    """One optimizer moves the first parameter, another one all others, both from the same point (parameter groups).

    Each part sees the surface along its own parameters, the others held where the step begins; the gradient there is
    evaluated once for both.
    """

    name = "per-parameter"
    title = "One for each parameter"
    formula = "x by one optimizer, all other parameters by another"
    summary = (
        "A cautious optimizer for a weight that is good already and a bold one for a new weight: the pretrained one "
        "stays near what it knows. What PyTorch calls parameter groups."
    )
    source = "torch.optim (param_groups)"

    learning_rate: float = common_rate()
    x: Optimizer = optimizer_part("gradient-descent", "The optimizer of the first parameter.")
    others: Optimizer = optimizer_part("adam", "The optimizer of all other parameters: with two of them, of y.")

    def init(self, params: Array) -> NestedState:
        """Return both states, each of the width of its parameters."""
        return nested(x=self.x.init(params[..., :1]), others=self.others.init(params[..., 1:]))

    def composed(
        self, params: Array, oracle: Oracle, state: NestedState, learning_rate: float, iteration: int
    ) -> tuple[Array, NestedState]:
        """Return both steps side by side."""
        shared, dim = SharedOracle(oracle, params), params.shape[-1]
        moved, after = [], {}
        for name, part, first, end in (("x", self.x, 0, 1), ("others", self.others, 1, dim)):
            seen, rate = CoordinatesOracle(shared, params, first, end), learning_rate * part.learning_rate
            if first == end:  # a surface of one parameter: nothing is left to the others
                after[name] = state.part(name)
                continue
            place, after[name] = part_step(part, params[..., first:end], seen, state.part(name), rate, iteration)
            moved.append(place)
            move = place - params[..., first:end]
            oracle.note(rf"\Delta_{len(moved)}", move, r"\Delta\theta", arrow="update")
        whole = np.concatenate(moved, axis=-1)
        parts = r"\begin{pmatrix} <\Delta_1> \\ <\Delta_2> \end{pmatrix}" if dim > 1 else r"<\Delta_1>"
        oracle.note(r"\Delta\theta", lambda: whole - params, parts)
        return whole, nested(**after)
