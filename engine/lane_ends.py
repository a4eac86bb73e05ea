"""Where lanes end, and what is there: the results of a block of lanes."""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import IntEnum
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from engine.events.thresholds import GENTLE, PERIOD, RETURN, SAME_PLACE, SMALLEST_CYCLE
from engine.history import RunStatus
from engine.lane_watch import CONVERGED, STATUSES, STEP_LIMIT
from surfaces.eigen import extreme_eigenvalues
from surfaces.scales import surface_scales

if TYPE_CHECKING:
    from collections.abc import Sequence

    from engine.lane_watch import Codes, Truths
    from surfaces import Array, Indices, Surface

TAIL = 2 * PERIOD
"""So many last points tell whether a lane goes round in a cycle."""


class Outcome(IntEnum):
    """What became of a lane.

    A lane that reached the step limit is at a minimum, saddle or maximum if its gradient is below `GENTLE` G and
    Newton's step from there is shorter than `SAME_PLACE` D (G and D of `surfaces.scales`); the eigenvalues of the
    Hessian say at which. It is in a cycle if its last `TAIL` points repeat themselves, within `RETURN` of the cycle's
    own extent, after 2 to `PERIOD` steps, and the cycle is larger than `SMALLEST_CYCLE` D. Else it is on its way.
    """

    ON_THE_WAY = 0
    MINIMUM = 1
    SADDLE = 2
    MAXIMUM = 3
    CYCLE = 4
    DIVERGED = 5
    NON_FINITE = 6


class Ended(NamedTuple):
    """Some lanes that ended alike."""

    lanes: Indices
    status: int
    iterations: int
    params: Array
    """Where, shape (n, dim)."""
    spent: tuple[float, float, float]
    """Evaluations of gradients, values and Hessians by each."""

    def of(self, which: Truths) -> Ended:
        """Return some of them."""
        return self._replace(lanes=self.lanes[which], params=self.params[which])


@dataclass(frozen=True, eq=False)
class LaneEnds:
    """How lanes ended: arrays with a row for each, as `engine.run.Run` of the same start would say it.

    Attributes
    ----------
    status : array of int8
        Place of the status in `engine.lane_watch.STATUSES`.
    outcome : array of int8
        An `Outcome`.
    place : array of int8
        Kind of the critical point it is at (an `Outcome`), in a cycle too; ON_THE_WAY where it is at none.
    period : array of int8
        Of the cycle; 0 without one.
    iterations : array of int64
        The last recorded iteration.
    params : array, shape (lanes, dim)
        Where it is there.
    loss : array of float64
        The loss there, of the full surface.
    gradients, values, hessians : array of float64
        What its steps asked, in full passes over the data.
    """

    status: Codes
    outcome: Codes
    place: Codes
    period: Codes
    iterations: Indices
    params: Array
    loss: Array
    gradients: Array
    values: Array
    hessians: Array

    def __len__(self) -> int:
        return len(self.loss)

    @property
    def evaluations(self) -> Array:
        """What each asked altogether: gradients + values + dim · Hessians, as in `engine.clock`."""
        return np.asarray(self.gradients + self.values + self.params.shape[1] * self.hessians)

    @classmethod
    def blank(cls, lanes: int, dim: int) -> LaneEnds:
        """Return ends that are yet to be filled in."""
        codes, numbers = np.zeros((4, lanes), dtype=np.int8), np.full((4, lanes), np.nan)
        iterations, params = np.zeros(lanes, dtype=np.int64), np.full((lanes, dim), np.nan)
        return cls(codes[0], codes[1], codes[2], codes[3], iterations, params, *numbers)

    def put(self, places: Indices | slice, ends: LaneEnds) -> None:
        """Fill in some of the lanes."""
        for field in fields(self):
            getattr(self, field.name)[places] = getattr(ends, field.name)

    def take(self, places: Indices | slice) -> LaneEnds:
        """Return some of the lanes."""
        return LaneEnds(*(getattr(self, field.name)[places] for field in fields(self)))


def gathered(surface: Surface, lanes: int, ended: Sequence[Ended], tail: Array) -> LaneEnds:
    """Return the ends of all of some lanes, and what is there.

    Parameters
    ----------
    surface : Surface
        What they ran on.
    lanes : int
        How many they are.
    ended : sequence of Ended
        Every lane in one of them.
    tail : array, shape (points, dim, n)
        The last points of those that reached the step limit, in their order.
    """
    ends = LaneEnds.blank(lanes, surface.dim)
    for group in ended:
        ends.status[group.lanes], ends.iterations[group.lanes] = group.status, group.iterations
        ends.params[group.lanes] = group.params
        ends.gradients[group.lanes], ends.values[group.lanes], ends.hessians[group.lanes] = group.spent
    ends.loss[:] = surface.value(ends.params)
    ends.outcome[:] = _OUTCOMES[ends.status]
    ends.place[:] = np.where(ends.status == CONVERGED, Outcome.MINIMUM, Outcome.ON_THE_WAY)
    none = np.empty(0, dtype=np.int64)
    limited = np.concatenate([none, *(group.lanes for group in ended if group.status == STEP_LIMIT)])
    if limited.size:
        ends.place[limited] = kinds_of_place(surface, ends.params[limited])
        ends.period[limited] = periods(tail, surface_scales(surface).diagonal)
        ends.outcome[limited] = np.where(ends.period[limited] > 0, Outcome.CYCLE, ends.place[limited])
    return ends


_OUTCOMES = np.array(
    [
        {
            RunStatus.CONVERGED: Outcome.MINIMUM,
            RunStatus.DIVERGED: Outcome.DIVERGED,
            RunStatus.NON_FINITE: Outcome.NON_FINITE,
        }.get(status, Outcome.ON_THE_WAY)
        for status in STATUSES
    ],
    dtype=np.int8,
)
"""What a status says by itself."""


def kinds_of_place(surface: Surface, params: Array) -> Codes:
    """Return at what kind of critical point each of some points is, as `Outcome` defines it, shape (n,)."""
    scales, kinds, gradient = surface_scales(surface), np.zeros(len(params), dtype=np.int8), surface.gradient(params)
    gentle = np.flatnonzero(np.linalg.norm(gradient, axis=-1) < GENTLE * scales.gradient_scale)
    if not gentle.size:
        return kinds
    hessian = surface.hessian(params[gentle])
    lowest, highest = extreme_eigenvalues(hessian)
    known = np.flatnonzero(np.isfinite(lowest))
    known = known[np.linalg.slogdet(hessian[known]).sign != 0.0]
    step = np.linalg.solve(hessian[known], gradient[gentle[known]][..., None])[..., 0]
    there = known[np.linalg.norm(step, axis=-1) < SAME_PLACE * scales.diagonal]
    kinds[gentle[there]] = np.where(
        lowest[there] > 0.0, Outcome.MINIMUM, np.where(highest[there] < 0.0, Outcome.MAXIMUM, Outcome.SADDLE)
    )
    return kinds


def periods(tail: Array, diagonal: float) -> Codes:
    """Return after how many steps each lane repeats itself, 0 for never, shape (n,).

    Parameters
    ----------
    tail : array, shape (points, dim, n)
        Their last `TAIL` points; with fewer nothing is said.
    diagonal : float
        That of the bounds.
    """
    found = np.zeros(tail.shape[-1], dtype=np.int8)
    if len(tail) < TAIL:
        return found
    amplitude = np.ptp(tail, axis=0).max(axis=0) / 2.0
    asked = np.flatnonzero(amplitude >= SMALLEST_CYCLE * diagonal)
    for lag in range(2, PERIOD + 1):
        close = asked[np.abs(tail[-1][:, asked] - tail[-1 - lag][:, asked]).max(axis=0) <= RETURN * amplitude[asked]]
        apart = np.abs(tail[lag:, :, close] - tail[:-lag, :, close]).max(axis=(0, 1))
        found[close[apart <= RETURN * amplitude[close]]] = lag
        asked = asked[found[asked] == 0]
    return found
