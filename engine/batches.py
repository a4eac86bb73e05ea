"""Which samples a step sees: every draw is a function of (seed, stream, iteration) and of nothing else.

So iteration k draws the same batch whether it is reached by playing, by scrubbing, by branching or from the command
line.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from surfaces import Indices


@dataclass(frozen=True)
class Sampling:
    """How a run draws its samples.

    Parameters
    ----------
    batch_size : int
        Samples a step; 0 stands for all of them, and so does any number from N up.
    replacement : bool
        Whether a drawn sample is put back at once. Without, the bag is emptied before it is filled again: an epoch.
    stream : int
        Which of the session's streams of chance it draws from: runs of one stream draw the same batches.
    """

    batch_size: int = 0
    replacement: bool = False
    stream: int = 0

    def is_stochastic(self, samples: int) -> bool:
        """Whether a step sees fewer than all of N samples."""
        return 0 < self.batch_size < samples

    def steps_per_epoch(self, samples: int) -> int:
        """How many steps it takes to see N samples: ⌈N/B⌉, of which the last may be smaller without replacement."""
        return -(-samples // self.batch_size) if self.is_stochastic(samples) else 1

    def epoch_of(self, iteration: int, samples: int) -> int:
        """Return which pass over the data the step at `iteration` belongs to, from 0."""
        return iteration // self.steps_per_epoch(samples)


def batch(seed: int, sampling: Sampling, iteration: int, samples: int) -> Indices | None:
    """Return the indices of the samples that the step at `iteration` sees; None stands for all of them.

    With replacement they are B uniform draws of ``default_rng((seed, stream, iteration))``, without it a slice of the
    permutation of ``default_rng((seed, stream, epoch))``; the last slice of an epoch may be smaller.
    """
    size = sampling.batch_size
    if not sampling.is_stochastic(samples):
        return None
    if sampling.replacement:
        return replaced_batch(seed, sampling, iteration, samples)
    epoch, place = divmod(iteration, sampling.steps_per_epoch(samples))
    return _kept_order(seed, sampling.stream, epoch, samples)[place * size : (place + 1) * size]


def replaced_batch(seed: int, sampling: Sampling, iteration: int, samples: int) -> Indices:
    """Return the batch of an iteration, every sample being put back at once."""
    return np.random.default_rng((seed, sampling.stream, iteration)).integers(0, samples, sampling.batch_size)


def epoch_order(seed: int, stream: int, epoch: int, samples: int) -> Indices:
    """Return all samples in the order in which an epoch's batches are taken from them."""
    return np.random.default_rng((seed, stream, epoch)).permutation(samples)


@lru_cache(maxsize=128)
def _kept_order(seed: int, stream: int, epoch: int, samples: int) -> Indices:
    """Return the order of an epoch, kept because the steps of a run ask for it one after another."""
    order = epoch_order(seed, stream, epoch, samples)
    order.flags.writeable = False
    return order
