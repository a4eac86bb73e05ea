"""The learning rate of a run over its iterations, as its card draws it: no widgets."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from gui.widgets.rate_preview import Rates

if TYPE_CHECKING:
    from engine.history import Snapshot
    from engine.schedules import Schedule
    from engine.session import RunSpec
    from surfaces import Array

MOST_POINTS = 600
"""More than a card has pixels: of longer runs so many iterations are drawn."""


def rates_of(run: RunSpec, steps: int, samples: int, snapshot: Snapshot | None) -> Rates | None:
    """Return the learning rates of a run with a schedule, None for one without.

    A schedule that looks at the loss is known from the run's record only, and so far as that goes.
    """
    schedule, rate = run.schedule, run.optimizer.learning_rate
    if schedule.name == "constant":
        return None
    if schedule.memory_fields:
        return _recorded(snapshot, steps) if snapshot else None
    batch = min(run.sampling.batch_size or samples, samples)
    return _planned(schedule, rate * schedule.scale(batch), steps)


@lru_cache(maxsize=64)
def _planned(schedule: Schedule, rate: float, steps: int) -> Rates:
    iterations = _grid(steps)
    factors = [schedule.factor(iteration) for iteration in iterations.tolist()]
    return Rates(iterations, rate * np.array(factors), steps)


def _recorded(snapshot: Snapshot, steps: int) -> Rates:
    iterations = _grid(min(snapshot.last, steps))
    return Rates(iterations, snapshot.learning_rate[iterations], steps)


def _grid(last: int) -> Array:
    """Return the iterations from 0 to `last`, or some of them, evenly spread."""
    return np.unique(np.linspace(0, last, min(last + 1, MOST_POINTS)).round().astype(int))
