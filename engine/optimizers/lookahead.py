"""Look-ahead: slow weights that follow fast ones."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, NamedTuple

import numpy as np

from engine.hyperparameters import number, switch
from engine.nested_state import nested
from engine.optimizers.composite import Composite, common_rate, optimizer_part, part_step
from engine.transformed_oracle import LaterOracle

if TYPE_CHECKING:
    from engine.nested_state import NestedState
    from engine.optimizer import Optimizer
    from engine.oracle import Oracle
    from surfaces import Array


class Slow(NamedTuple):
    """The slow weights, shape (..., dim)."""

    slow: Array


@dataclass(frozen=True)
class Lookahead(Composite):
    """k steps of another optimizer, then one step towards where they led (Zhang et al. 2019, algorithm 1).

    Every k steps φ ← φ + α (θ − φ), θ ← φ. The run is that of the fast weights θ; the slow ones φ are its state.
    What the inner optimizer remembers is kept when θ is set back, or thrown away (``reset_state``, as in optax).
    """

    name = "lookahead"
    title = "Look-ahead"
    formula = "every k steps: φ ← φ + α(θ − φ);  θ ← φ"
    summary = (
        "Lets another optimizer run ahead for k steps and then goes part of the way: less swinging, at the price of "
        "a smaller pace where the way was straight."
    )
    source = "Zhang, Lucas, Hinton & Ba 2019; optax.lookahead"
    aliases: ClassVar[dict[str, str]] = {"sync_period": "k", "slow_step_size": "alpha"}
    symbols: ClassVar[dict[str, str]] = {"slow": r"\phi"}

    learning_rate: float = common_rate()
    k: int = number(5, 1, 50, "Steps until the slow weights follow.", scale="log", minimum=1)
    alpha: float = number(0.5, 0.0, 1.0, "The share of the way that the slow weights go.")
    reset_state: bool = switch(False, "Let the inner optimizer forget everything when the fast weights are set back.")
    inner: Optimizer = optimizer_part("adam", "The optimizer of the fast weights.")

    def init(self, params: Array) -> NestedState:
        """Return slow weights at the start."""
        return nested(Slow(np.array(params)), inner=self.inner.init(params))

    def composed(
        self, params: Array, oracle: Oracle, state: NestedState, learning_rate: float, iteration: int
    ) -> tuple[Array, NestedState]:
        """Return one step of the fast weights, and of the slow ones where it is their turn."""
        counted = iteration % self.k if self.reset_state else iteration
        later, rate = LaterOracle(oracle, iteration - counted), learning_rate * self.inner.learning_rate
        params, inner = part_step(self.inner, params, later, state.part("inner"), rate, counted)
        slow = state.own.slow
        if (iteration + 1) % self.k == 0:
            oracle.note(r"\theta_k", params, r"\theta + \Delta\theta", arrow="update")
            params = slow = slow + self.alpha * (params - slow)
            oracle.note(r"\phi", slow, r"<\phi> + <\alpha> \, (<\theta_k> - <\phi>)", arrow="memory")
            oracle.note(r"\theta", params, r"<\phi>")
            inner = self.inner.init(slow) if self.reset_state else inner
        return params, nested(Slow(slow), inner=inner)
