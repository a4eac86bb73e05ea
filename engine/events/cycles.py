"""Limit cycles: a run that comes back to the same few points for ever."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from engine.events.event import Event
from engine.events.stretches import stretches
from engine.events.thresholds import CYCLE, PERIOD, RETURN, SMALLEST_CYCLE

if TYPE_CHECKING:
    from engine.events.columns import Truths
    from engine.events.ground import Ground
    from engine.history import Snapshot
    from surfaces import Array


class Returns(NamedTuple):
    """Whether the rows of each window of two blocks repeat themselves, shape (windows,)."""

    period: Array
    """After so many rows; 0 where they do not."""
    amplitude: Array
    """Half of the largest extent along a coordinate, where they do."""


def read_returns(ground: Ground, snapshot: Snapshot, first: int) -> Returns:
    """Return the windows from `first` on that are complete."""
    windows = max(0, len(snapshot) // PERIOD - 1 - first)
    returns = Returns(np.zeros(windows), np.zeros(windows))
    begin, dim = first * PERIOD, snapshot.layout.dim
    rows = snapshot.table[begin : begin + (windows + 1) * PERIOD, :dim].T.copy()
    if windows == 0:
        return returns
    blocks = rows.reshape(dim, windows + 1, PERIOD)
    with np.errstate(all="ignore"):
        promising = np.flatnonzero(_comes_back(blocks)[1:])
        window = np.concatenate([blocks[:, promising], blocks[:, promising + 1]], axis=2)
        amplitude = np.ptp(window, axis=2).max(axis=0) / 2.0
        visible = amplitude >= SMALLEST_CYCLE * ground.scales.diagonal
        returns.period[promising] = np.where(visible, _periods(window, amplitude), 0.0)
    returns.amplitude[promising] = amplitude
    return returns


def _comes_back(blocks: Array) -> Truths:
    """A quick look: whether one of the points before the last of each block is very near to it, beside the others.

    The one right before does not count, the last of the block before does.
    """
    distance = np.abs(blocks[..., :-1] - blocks[..., -1:]).max(axis=0)
    before = np.abs(np.diff(blocks[..., -1], axis=1, prepend=np.inf)).max(axis=0)
    least = np.minimum(distance[:, :-1].min(axis=1), before)
    return np.asarray(least <= 2.0 * RETURN * distance.max(axis=1))


def _periods(window: Array, amplitude: Array) -> Array:
    """The least number of rows, from 2 on, after which each window, shape (dim, n, CYCLE), repeats itself, or 0."""
    period, asked = np.zeros(len(amplitude)), np.arange(len(amplitude))
    for lag in range(2, PERIOD + 1):
        apart = np.abs(window[..., lag:] - window[..., :-lag]).max(axis=(0, 2), initial=0.0)
        repeats = apart <= RETURN * amplitude[asked]
        period[asked[repeats]] = lag
        window, asked = window[:, ~repeats], asked[~repeats]
    return period


def limit_cycles(ground: Ground, snapshot: Snapshot, returns: Returns) -> list[Event]:
    """Name the stretches of windows that repeat themselves."""
    first, last = stretches(returns.period > 0.0, gap=1)
    return [_event(ground, snapshot, returns, *pair) for pair in zip(first.tolist(), last.tolist(), strict=True)]


def _event(ground: Ground, snapshot: Snapshot, returns: Returns, first: int, last: int) -> Event:
    period, amplitude = int(returns.period[first]), float(returns.amplitude[first])
    begin, end = first * PERIOD, last * PERIOD + CYCLE - 1
    early = max(0, begin - PERIOD)  # it may have begun within the block before
    rows = snapshot.params[early : begin + period]
    apart = np.abs(rows[period:] - rows[:-period]).max(axis=-1) > RETURN * amplitude
    begin = early + (int(np.flatnonzero(apart)[-1]) + 1 if apart.any() else 0)
    mean = float(snapshot.loss[end + 1 - period : end + 1].mean())
    numbers = (("period", float(period)), ("amplitude", amplitude), ("loss", mean), *ground.above_best(mean))
    return Event(begin, "limit cycle", ground.minimum_below(snapshot.params[end]), end, numbers)
