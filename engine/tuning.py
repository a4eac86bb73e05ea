"""Tuning: the learning rate that brings a run lowest in a given number of steps, by a stated protocol."""

from __future__ import annotations

import math
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from engine.history import RunStatus
from engine.hyperparameters import hyperparameters
from engine.run import run_to

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.optimizer import Optimizer
    from engine.run import RunConfig

CANDIDATES = 25
"""Learning rates tried, evenly spaced on a logarithmic scale over the slider's range."""


def candidate_rates(optimizer: Optimizer) -> list[float]:
    """Return the learning rates to try, rounded to three significant digits."""
    declared = next(p for p in hyperparameters(optimizer) if p.name == "learning_rate")
    return [float(f"{rate:.3g}") for rate in np.geomspace(declared.low, declared.high, CANDIDATES)]


def tuned(config: RunConfig, steps: int, progress: Callable[[int], None] | None = None) -> Optimizer:
    """Return the optimizer with the best of the candidate learning rates.

    Best is the lowest loss after at most `steps` steps from the config's own start, among the runs that neither
    diverged nor became non-finite; without any such run the optimizer comes back unchanged. Nothing else is tuned.
    `progress(candidate)` is called often and may raise to cancel.
    """
    best, lowest = config.optimizer, math.inf
    for index, rate in enumerate(candidate_rates(config.optimizer)):
        candidate = config.optimizer.replaced(learning_rate=rate)
        told = partial(progress, index) if progress else None
        snapshot = run_to(replace(config, optimizer=candidate), steps, told)
        loss = float(snapshot.loss[-1])
        if snapshot.status not in (RunStatus.DIVERGED, RunStatus.NON_FINITE) and loss < lowest:
            best, lowest = candidate, loss
    return best
