"""When lanes are over: the rules of `engine.watch` for thousands at once, most of which go on most of the time."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from engine.history import RunStatus
from engine.watch import RESTING_STEPS, Limits

if TYPE_CHECKING:
    from surfaces import Array, Indices, Surface

STATUSES = tuple(RunStatus)
"""Arrays of outcomes hold the places of statuses in here."""
Codes = npt.NDArray[np.int8]
Truths = npt.NDArray[np.bool_]
SCATTERED = 8
"""Fewer than one lane of so many is looked at by itself."""
RUNNING, CONVERGED, STEP_LIMIT, DIVERGED, NON_FINITE = (
    STATUSES.index(status)
    for status in (
        RunStatus.RUNNING,
        RunStatus.CONVERGED,
        RunStatus.STEP_LIMIT,
        RunStatus.DIVERGED,
        RunStatus.NON_FINITE,
    )
)


class LaneWatch:
    """Looks at the new points of all lanes and says which of them are over.

    A few sums and extremes tell that nothing has happened to anyone; only when they do not is every lane looked at.

    Parameters
    ----------
    surface : Surface
        What the lanes run on.
    starts : array, shape (dim, lanes)
        Where they begin.

    Attributes
    ----------
    near : list of (float, float)
        Limits of each coordinate within which nobody is further from the centre than anybody may be.
    """

    def __init__(self, surface: Surface, starts: Array) -> None:
        self._surface, self._limits = surface, Limits(surface)
        self._centre = np.array(self._limits.centre)[:, None]
        self._far = np.maximum(self._limits.far, _lengths(starts - self._centre))
        reach = self._limits.far / math.sqrt(len(starts))
        self.near = [(middle - reach, middle + reach) for middle in self._limits.centre]
        self._resting = np.zeros(starts.shape[1], dtype=np.int8)
        self._any_resting = False
        self._found = np.empty(starts.shape[1], dtype=np.bool_)

    def keep(self, lanes: Indices) -> None:
        """Go on with some of the lanes."""
        self._far, self._resting = self._far[lanes], self._resting[lanes]
        self._found = np.empty(len(lanes), dtype=np.bool_)

    def trouble(self, after: Array, loss: Array | None, gradient: Array) -> Codes | None:
        """Return who has diverged or is not finite any more, by status, RUNNING for the others; None if nobody.

        Parameters
        ----------
        after : array, shape (dim, lanes)
            The points after a step.
        loss : array, shape (lanes,), optional
            The losses there; None if they and the gradients are finite wherever the points are `near`.
        gradient : array, shape (dim, lanes)
            The gradients there.
        """
        if self._is_calm(after, loss, gradient):
            return None
        loss = self._surface.value(after.T) if loss is None else loss
        status = np.zeros(len(loss), dtype=np.int8)
        status[_lengths(after - self._centre) > self._far] = DIVERGED
        status[~np.isfinite(loss + after.sum(axis=0) + gradient.sum(axis=0))] = NON_FINITE
        return status if status.any() else None

    def at_rest(self, before: Array, after: Array, gradient: Array) -> Indices | None:
        """Return who has converged with a step if the curvature there is that of a minimum; to be called for each.

        The points before the step are used up: what is worked out here needs room that is in the cache already.
        """
        if not self._count(before, after) or self._resting.max() < RESTING_STEPS:
            return None
        waiting = np.flatnonzero(self._resting >= RESTING_STEPS)
        flat = waiting[_lengths(gradient.take(waiting, axis=1)) <= self._limits.flat]
        return flat if flat.size else None

    def are_minima(self, points: Array) -> Truths:
        """Return at which of some points, shape (n, dim), the curvature is that of a minimum."""
        return self._limits.are_minima(self._surface.hessian(points))

    def _is_calm(self, after: Array, loss: Array | None, gradient: Array) -> bool:
        for row, (low, high) in zip(after, self.near, strict=True):
            if not (np.minimum.reduce(row) >= low and np.maximum.reduce(row) <= high):
                return False
        return loss is None or math.isfinite(np.add.reduce(loss) + np.add.reduce(gradient, axis=None))

    def _count(self, before: Array, after: Array) -> bool:
        """Count the steps at rest; return whether there are any."""
        short = self._short(before, after)
        if short is None:
            if self._any_resting:
                self._resting[:] = 0
            self._any_resting = False
            return False
        np.minimum(self._resting, RESTING_STEPS, out=self._resting)  # the smallest numbers are the fastest
        self._resting += 1
        self._resting *= short.view(np.int8)
        self._any_resting = True
        return True

    def _short(self, before: Array, after: Array) -> Truths | None:
        """Return whose step was that of one at rest, None if nobody's."""
        along, limit = np.subtract(after[0], before[0], out=before[0]), self._limits.short
        np.abs(along, out=along)
        if np.minimum.reduce(along) > limit:
            return None
        short: Truths = np.less_equal(along, limit, out=self._found)
        if np.count_nonzero(short) * SCATTERED > len(short):
            return self._short_of_all(before, after)
        maybe = np.flatnonzero(short)
        steps = after.take(maybe, axis=1) - before.take(maybe, axis=1)
        steps[0] = along[maybe]
        rests = _lengths(steps) <= limit
        short[maybe] = rests
        return short if rests.any() else None

    def _short_of_all(self, before: Array, after: Array) -> Truths:
        """Return the same, looking at every lane; how far it went along the first coordinate is known."""
        square = np.multiply(before[0], before[0], out=before[0])
        for old, new in zip(before[1:], after[1:], strict=True):
            step = np.subtract(new, old, out=old)
            np.multiply(step, step, out=step)
            np.add(square, step, out=square)
        np.less_equal(square, self._limits.short**2, out=self._found)
        return self._found


def _lengths(vectors: Array) -> Array:
    """Return Euclidean norms of vectors of shape (dim, n)."""
    if len(vectors) == 2:
        square = vectors[0] * vectors[0]
        square += vectors[1] * vectors[1]
    else:
        square = np.einsum("dn,dn->n", vectors, vectors)
    return np.asarray(np.sqrt(square))
