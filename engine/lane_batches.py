"""The batches of lanes: for every lane those of its own seed, drawn exactly as `engine.batches` does for a run."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from engine.batches import epoch_order
from engine.lane_chance import replaced_batches

if TYPE_CHECKING:
    from engine.batches import Sampling
    from surfaces import Array, Indices, SampledSurface

AHEAD = 32_768
"""Samples drawn at a time, for some iterations to come."""


class LaneBatches:
    """Draws a batch for every distinct seed and hands it to all lanes that have it.

    Parameters
    ----------
    surface : SampledSurface
        Whose samples are drawn; fewer than all of them.
    sampling : Sampling
        How.
    seeds : array of int, shape (lanes,)
        The seed of each lane.
    """

    def __init__(self, surface: SampledSurface, sampling: Sampling, seeds: Indices) -> None:
        self.surface, self._sampling = surface, sampling
        self._seeds, self._place = np.unique(seeds, return_inverse=True)
        self._epoch = -1
        self._orders: Indices
        self._ahead, self._first = np.empty((len(self._seeds), 0, 0), dtype=np.int64), 0
        self._seen = 0

    @property
    def passes(self) -> float:
        """How often each lane has gone through the data by `gradient`; whole samples are summed."""
        return self._seen / self.surface.samples

    def keep(self, lanes: Indices) -> None:
        """Go on with some of the lanes."""
        self._place = self._place[lanes]

    def gradient(self, points: Array, iteration: int) -> Array:
        """Return the mean gradient over each lane's batch, shape (lanes, dim), for points of that shape."""
        indices = self.indices(iteration)
        self._seen += indices.shape[-1]
        return self.surface.sample_gradient(points, indices)

    def indices(self, iteration: int) -> Indices:
        """Return the samples that a step sees, shape (B,) if all lanes have one seed, else (lanes, B)."""
        drawn = self._with_replacement(iteration) if self._sampling.replacement else self._in_epoch(iteration)
        return drawn[0] if len(self._seeds) == 1 else drawn[self._place]

    def _with_replacement(self, iteration: int) -> Indices:
        if not 0 <= iteration - self._first < self._ahead.shape[1]:
            several = range(iteration, iteration + max(1, AHEAD // (len(self._seeds) * self._sampling.batch_size)))
            self._ahead = replaced_batches(self._seeds, self._sampling, several, self.surface.samples)
            self._first = iteration
        return self._ahead[:, iteration - self._first]

    def _in_epoch(self, iteration: int) -> Indices:
        samples, size = self.surface.samples, self._sampling.batch_size
        epoch, place = divmod(iteration, self._sampling.steps_per_epoch(samples))
        if epoch != self._epoch:
            seeds = self._seeds.tolist()
            stream = self._sampling.stream
            self._orders = np.array([epoch_order(seed, stream, epoch, samples) for seed in seeds])
            self._epoch = epoch
        return self._orders[:, place * size : (place + 1) * size]
