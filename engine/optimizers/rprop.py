"""Rprop."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from engine.hyperparameters import number
from engine.optimizer import Arithmetic, Elementwise, Number


class RpropState(NamedTuple):
    """Each axis's own step, and its last gradient: 0 after it has turned."""

    step_size: Number
    last_gradient: Number


@dataclass(frozen=True)
class Rprop(Elementwise):
    """A step of its own for every axis, from signs alone (Riedmiller & Braun 1993; iRprop−: Igel & Hüsken 2000).

    g g' > 0  s ← min(s η₊, s_max),  θ ← θ − s sign(g)
    g g' < 0  s ← max(s η₋, s_min),  θ stays, and g counts as 0 next time
    g g' = 0  s stays,               θ ← θ − s sign(g)

    g' is the gradient of the last step. s starts as the learning rate, which means nothing afterwards: a schedule has
    no effect. As in torch the limits hold from the first step.
    """

    name = "rprop"
    title = "Rprop"
    family = "adaptive"
    formula = "s ← 1.2 s while the sign of g stays, 0.5 s when it turns;  θ ← θ − s sign(g)"
    summary = (
        "Each axis has its own step that grows while the gradient keeps its sign and halves when it turns. Fast with "
        "full gradients; with batches, whose signs flip by chance, it is lost."
    )
    source = "Riedmiller & Braun 1993; Igel & Hüsken 2000; torch.optim.Rprop"
    aliases: ClassVar[dict[str, str]] = {
        "etaminus": "eta_minus",
        "etaplus": "eta_plus",
        "min_step_size": "step_size_min",
        "max_step_size": "step_size_max",
    }
    symbols: ClassVar[dict[str, str]] = {"step_size": "s", "last_gradient": "g'"}

    learning_rate: float = number(
        0.01, 1e-4, 1.0, "The first step along each axis; a schedule is not heard.", scale="log"
    )
    eta_minus: float = number(0.5, 0.1, 0.99, "Shrinks an axis's step when its gradient has changed sign.", below=1.0)
    eta_plus: float = number(1.2, 1.01, 2.0, "Lets an axis's step grow while the sign stays.", minimum=1.0)
    step_size_min: float = number(1e-6, 1e-12, 1e-2, "No step is shorter than this.", scale="log")
    step_size_max: float = number(50.0, 0.1, 100.0, "No step is longer than this.", scale="log")

    def initial(self, zero: Number) -> RpropState:
        """Return no step and no gradient yet."""
        return RpropState(zero, zero)

    def rule(
        self,
        parameter: Number,
        gradient: Number,
        state: RpropState,
        learning_rate: float,
        iteration: int,
        arithmetic: Arithmetic,
    ) -> tuple[Number, RpropState]:
        """Return one step."""
        where, agreement = arithmetic.where, gradient * state.last_gradient
        factor = where(agreement > 0.0, self.eta_plus, where(agreement < 0.0, self.eta_minus, 1.0))
        size = learning_rate + state.step_size if iteration == 0 else state.step_size * factor
        size = arithmetic.minimum(arithmetic.maximum(size, self.step_size_min), self.step_size_max)
        heard = where(agreement < 0.0, 0.0, gradient)
        return parameter - size * arithmetic.sign(heard), RpropState(size, heard)
