"""The schedules: a row each in this table, a file for each group."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from engine.hyperparameters import HyperparameterError, make
from engine.lazy_table import LazyTable
from engine.schedules.schedule import Constant, Memory, Schedule

if TYPE_CHECKING:
    from collections.abc import Mapping

    from engine.schedules.batch_scaling import BatchScaling
    from engine.schedules.decay import (
        Exponential,
        InverseSquareRoot,
        InverseTime,
        Linear,
        MultiStep,
        Polynomial,
        StepDecay,
    )
    from engine.schedules.plateau import ReduceOnPlateau
    from engine.schedules.warm_up import ExponentialWarmUp, WarmUp
    from engine.schedules.waves import Cosine, CosineRestarts, Cyclic, OneCycle

SCHEDULES: Mapping[str, type[Schedule]] = LazyTable(
    "engine.schedules",
    {
        "constant": "schedule.Constant",
        "step": "decay.StepDecay",
        "multi-step": "decay.MultiStep",
        "linear": "decay.Linear",
        "exponential": "decay.Exponential",
        "polynomial": "decay.Polynomial",
        "inverse-square-root": "decay.InverseSquareRoot",
        "inverse-time": "decay.InverseTime",
        "cosine": "waves.Cosine",
        "cosine-restarts": "waves.CosineRestarts",
        "one-cycle": "waves.OneCycle",
        "cyclic": "waves.Cyclic",
        "plateau": "plateau.ReduceOnPlateau",
        "warm-up": "warm_up.WarmUp",
        "exponential-warm-up": "warm_up.ExponentialWarmUp",
        "batch-scaling": "batch_scaling.BatchScaling",
    },
)
"""Every schedule by its name; a file is imported when one of its schedules is wanted."""


def make_schedule(name: str, values: Mapping[str, Any] | None = None) -> Schedule:
    """Return the schedule `name`; raises HyperparameterError for what it does not know."""
    if name not in SCHEDULES:
        raise HyperparameterError(f"There is no schedule {name!r}. Known: {', '.join(SCHEDULES)}.")
    return make(SCHEDULES[name], values or {})


def __getattr__(name: str) -> type[Schedule]:
    """Return a schedule's class by its Python name, imported when it is wanted."""
    if name[:1].isupper():  # whoever inspects modules asks for much that begins with an underscore
        for cls in SCHEDULES.values():
            if cls.__name__ == name:
                return cls
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


__all__ = [
    "SCHEDULES",
    "BatchScaling",
    "Constant",
    "Cosine",
    "CosineRestarts",
    "Cyclic",
    "Exponential",
    "ExponentialWarmUp",
    "InverseSquareRoot",
    "InverseTime",
    "Linear",
    "Memory",
    "MultiStep",
    "OneCycle",
    "Polynomial",
    "ReduceOnPlateau",
    "Schedule",
    "StepDecay",
    "WarmUp",
    "make_schedule",
]
