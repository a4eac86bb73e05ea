"""The optimizers: one file each, one row each in this table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from engine.hyperparameters import HyperparameterError, make
from engine.optimizers.adagrad import AdaGrad
from engine.optimizers.adam import Adam
from engine.optimizers.gradient_descent import GradientDescent
from engine.optimizers.momentum import Momentum
from engine.optimizers.newton import Newton
from engine.optimizers.rmsprop import RMSProp

if TYPE_CHECKING:
    from collections.abc import Mapping

    from engine.optimizer import Optimizer

OPTIMIZERS: dict[str, type[Optimizer]] = {
    cls.name: cls for cls in (GradientDescent, Momentum, AdaGrad, RMSProp, Adam, Newton)
}
_SHORT_NAMES = {"gd": "gradient-descent", "sgd": "gradient-descent"}


def make_optimizer(name: str, values: Mapping[str, Any] | None = None) -> Optimizer:
    """Return the optimizer `name` with the given hyperparameters, defaults for the rest.

    Raises
    ------
    HyperparameterError
        For an unknown name, an unknown hyperparameter, or a value it cannot take.
    """
    cls = OPTIMIZERS.get(_SHORT_NAMES.get(name, name))
    if cls is None:
        from difflib import get_close_matches  # needed for a mistake only

        near = get_close_matches(name, OPTIMIZERS, n=1)
        hint = f" Did you mean {near[0]}?" if near else ""
        raise HyperparameterError(f"There is no optimizer {name!r}.{hint} Known: {', '.join(OPTIMIZERS)}.")
    return make(cls, values or {}, cls.aliases)


__all__ = [
    "OPTIMIZERS",
    "AdaGrad",
    "Adam",
    "GradientDescent",
    "Momentum",
    "Newton",
    "RMSProp",
    "make_optimizer",
]
