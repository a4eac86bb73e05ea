"""Tuning: the learning rate that brings a run lowest in a given number of steps, by a stated protocol."""

from __future__ import annotations

import math
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from engine.history import RunStatus
from engine.hyperparameters import hyperparameters
from engine.optimizer import Optimizer
from engine.run import run_to

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.run import RunConfig

CANDIDATES = 25
"""Learning rates tried, evenly spaced on a logarithmic scale (see `rate_range`), beside the one there is."""


def candidate_rates(optimizer: Optimizer) -> list[float]:
    """Return the learning rates to try, rounded to three significant digits."""
    return [float(f"{rate:.3g}") for rate in np.geomspace(*rate_range(optimizer), CANDIDATES)]


def rate_range(optimizer: Optimizer) -> tuple[float, float]:
    """Return the ends of the slider of the learning rate.

    That of a composite is a factor on those of its parts: its ends take one of them to an end of its own slider.
    """
    parts = [part for part in vars(optimizer).values() if isinstance(part, Optimizer) and part.learning_rate > 0.0]
    if not parts:
        declared = next(p for p in hyperparameters(optimizer) if p.name == "learning_rate")
        return declared.low, declared.high
    ends = [[end / part.learning_rate for end in rate_range(part)] for part in parts]
    return min(low for low, _ in ends), max(high for _, high in ends)


def tuned(config: RunConfig, steps: int, progress: Callable[[int], None] | None = None) -> Optimizer:
    """Return the optimizer with the best of the candidate learning rates, unless its own is as good.

    Best is the lowest loss after at most `steps` steps from the config's own start, among the runs that neither
    diverged nor became non-finite; without any such run the optimizer comes back unchanged, and so it does where the
    learning rate has no effect. Nothing else is tuned. `progress(candidate)` is called often and may raise to cancel.
    """
    best, lowest = config.optimizer, _loss_after(config, steps, partial(progress, 0) if progress else None)
    for index, rate in enumerate(candidate_rates(config.optimizer)):
        candidate = replace(config, optimizer=config.optimizer.replaced(learning_rate=rate))
        loss = _loss_after(candidate, steps, partial(progress, index) if progress else None)
        if loss < lowest:
            best, lowest = candidate.optimizer, loss
    return best


def _loss_after(config: RunConfig, steps: int, progress: Callable[[], None] | None) -> float:
    """Return the loss at the end of a run, infinite for one that diverged."""
    snapshot = run_to(config, steps, progress)
    lost = snapshot.status in (RunStatus.DIVERGED, RunStatus.NON_FINITE)
    return math.inf if lost else float(snapshot.loss[-1])
