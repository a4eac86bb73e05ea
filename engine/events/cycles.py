"""Limit cycles: a run that comes back to the same few points for ever."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from engine.events.event import Event
from engine.events.stretches import stretches
from engine.events.thresholds import PERIOD, RETURN, SMALLEST_CYCLE

if TYPE_CHECKING:
    from engine.events.columns import Truths
    from engine.events.ground import Ground
    from engine.events.stretches import Rows
    from engine.history import Snapshot
    from surfaces import Array


class Returns(NamedTuple):
    """Whether the rows of each block but the first repeat earlier ones, shape (blocks − 1,)."""

    period: Array
    """Those so many rows before; 0 where they do not."""
    amplitude: Array
    """Half of the largest extent along a coordinate, where they do."""


def read_returns(ground: Ground, snapshot: Snapshot, first: int) -> Returns:
    """Return the blocks that are complete, without the first one and so many more."""
    blocks, dim = max(0, len(snapshot) // PERIOD - 1 - first), snapshot.layout.dim
    returns = Returns(np.zeros(blocks), np.zeros(blocks))
    if blocks == 0:
        return returns
    begin = first * PERIOD
    rows = snapshot.table[begin : begin + (blocks + 1) * PERIOD, :dim].T.copy()
    smallest = SMALLEST_CYCLE * ground.scales.diagonal
    with np.errstate(all="ignore"):
        promising = np.flatnonzero(_comes_back(rows.reshape(dim, -1, PERIOD), smallest)[1:])
        amplitude = np.ptp(_shifted(rows, 0, promising), axis=2).max(axis=0) / 2.0
        visible = amplitude >= smallest
        promising, amplitude = promising[visible], amplitude[visible]
        returns.period[promising] = _periods(rows, promising, amplitude)
    returns.amplitude[promising] = amplitude
    return returns


def _comes_back(blocks: Array, smallest: float) -> Truths:
    """A quick look: whether one of the points before the last of each block is very near to it, beside the others.

    The one right before does not count, the last of the block before does.
    """
    distance = np.abs(blocks[..., :-1] - blocks[..., -1:]).max(axis=0)
    before = np.abs(np.diff(blocks[..., -1], axis=1, prepend=np.inf)).max(axis=0)
    least = np.minimum(distance[:, :-1].min(axis=1), before)
    farthest = distance.max(axis=1)
    return np.asarray((least <= 2.0 * RETURN * farthest) & (farthest >= smallest))


def _shifted(rows: Array, lag: int, blocks: Rows) -> Array:
    """Some of the blocks after the first of rows (dim, n), as they were so many rows before: (dim, blocks, PERIOD)."""
    part = rows[:, PERIOD - lag : rows.shape[1] - lag]
    return np.asarray(part.reshape(len(rows), -1, PERIOD)[:, blocks])


def _periods(rows: Array, asked: Rows, amplitude: Array) -> Array:
    """The least number of rows, from 2 on, after which each block that is asked for repeats what was, or 0."""
    period, left, now = np.zeros(len(asked)), np.arange(len(asked)), _shifted(rows, 0, asked)
    for lag in range(2, PERIOD + 1):
        apart = np.abs(now - _shifted(rows, lag, asked[left])).max(axis=(0, 2), initial=0.0)
        repeats = apart <= RETURN * amplitude[left]
        period[left[repeats]] = lag
        left, now = left[~repeats], now[:, ~repeats]
    return period


def limit_cycles(ground: Ground, snapshot: Snapshot, returns: Returns) -> list[Event]:
    """Name the stretches of two blocks and more that repeat themselves."""
    first, last = stretches(returns.period > 0.0, least=2, gap=1)
    return [_event(ground, snapshot, returns, *pair) for pair in zip(first.tolist(), last.tolist(), strict=True)]


def _event(ground: Ground, snapshot: Snapshot, returns: Returns, first: int, last: int) -> Event:
    period, amplitude = int(returns.period[first]), float(returns.amplitude[first])
    repeats, end = (first + 1) * PERIOD, (last + 2) * PERIOD - 1
    early = max(0, repeats - 2 * PERIOD)  # it may have begun within the block before
    rows = snapshot.params[early : repeats + period]
    apart = np.abs(rows[period:] - rows[:-period]).max(axis=-1) > RETURN * amplitude
    begin = early + (int(np.flatnonzero(apart)[-1]) + 1 if apart.any() else 0)
    mean = float(snapshot.loss[end + 1 - period : end + 1].mean())
    numbers = (("period", float(period)), ("amplitude", amplitude), ("loss", mean), *ground.above_best(mean))
    return Event(begin, "limit cycle", ground.minimum_below(snapshot.params[end]), end, numbers)
