"""Limit cycles: a run that comes back to the same few points for ever."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from engine.events.block import upright
from engine.events.event import Event
from engine.events.stretches import stretches
from engine.events.thresholds import PERIODS, RETURN, SMALLEST_CYCLE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from engine.events.block import Block
    from engine.events.columns import Truths
    from engine.events.ground import Ground
    from engine.events.stretches import Rows
    from engine.history import Snapshot
    from surfaces import Array


class Returns(NamedTuple):
    """Whether the rows of each block but the first repeat earlier ones, shape (blocks − 1,)."""

    period: Array
    """Those so many rows before; 0 where they do not, −1 where shorter blocks tell it."""
    amplitude: Array
    """Half of the largest extent along a coordinate, where they do."""

    def last(self, count: int) -> Returns:
        """The last blocks of them, as many as there are."""
        return Returns(self.period[-count:], self.amplitude[-count:])


def read_returns(ground: Ground, block: Block, before: Sequence[Returns], firsts: Sequence[int]) -> tuple[Returns, ...]:
    """Return the blocks that are complete, without the first one and so many more, for each length of `PERIODS`.

    Blocks are as long as the longest period that is looked for in them.

    Parameters
    ----------
    before
        The last ones that were read before, for each length.
    firsts
        How many were.
    """
    found: list[Returns] = []
    for scale, (size, first) in enumerate(zip(PERIODS, firsts, strict=True)):
        count = max(0, block.end // size - 1 - first)
        told = np.zeros(count, dtype=np.bool_)
        if scale and count:
            shorter = np.concatenate([before[scale - 1].period, found[-1].period])
            told = _told(shorter, firsts[scale - 1] - len(before[scale - 1].period), size, first, count)
        found.append(_returns(ground, block, size, first, told))
    return tuple(found)


def _told(shorter: Array, begin: int, size: int, first: int, count: int) -> Truths:
    """Of which blocks both halves repeat what was: `shorter` has all blocks half as long from `begin` on."""
    assert size % 2 == 0
    half = 2 * (first + np.arange(count)) + 1 - begin  # block i is the rows from (i + 1) size on
    return np.asarray((shorter[half] != 0.0) & (shorter[half + 1] != 0.0))


def _returns(ground: Ground, block: Block, size: int, first: int, told: Truths) -> Returns:
    returns = Returns(np.where(told, -1.0, 0.0), np.zeros(len(told)))
    if told.all():
        return returns
    begin, smallest = first * size, SMALLEST_CYCLE * ground.scales.diagonal
    part = block.since(begin, begin + (len(told) + 1) * size)
    rows, told = part.params, told | _leads_on(part.move, size, len(told))
    if told.all():
        return returns
    with np.errstate(all="ignore"):
        hits = _comes_back(rows, size, smallest)
        promising = np.flatnonzero(hits.any(axis=0) & ~told)
        if len(promising):
            amplitude = np.ptp(_shifted(rows, size, 0, promising), axis=2).max(axis=0) / 2.0
            visible = amplitude >= smallest
            promising, amplitude = promising[visible], amplitude[visible]
            returns.period[promising] = _periods(rows, size, hits[:, promising], promising, amplitude)
            returns.amplitude[promising] = amplitude
    return returns


def _leads_on(move: Array, size: int, count: int) -> Truths:
    """Which of the blocks after the first cannot repeat themselves: along no coordinate do their steps turn round."""
    turning = np.zeros(count, dtype=np.bool_)
    for part in move:
        up = part > 0.0
        turns = np.flatnonzero(up[1:] != up[:-1]) + 1
        if len(turns) > count:
            return np.zeros(count, dtype=np.bool_)  # they turn everywhere
        blocks = turns // size - 1
        turning[blocks[(blocks >= 0) & (blocks < count)]] = True
    return ~turning


def _comes_back(rows: Array, size: int, smallest: float) -> Truths:
    """A quick look: whether the point so many rows (from 2 on) before the last of each block is very near to it.

    Beside the others of the block; shape (lags, blocks), without the first block.
    """
    blocks = upright(rows, size)
    distance = np.abs(blocks[0] - blocks[0, -1])
    for part in blocks[1:]:
        np.maximum(distance, np.abs(part - part[-1]), out=distance)
    farthest = distance.max(axis=0)
    near = np.where(farthest >= smallest, 2.0 * RETURN * farthest, -1.0)
    before = np.abs(np.diff(blocks[:, -1], axis=1)).max(axis=0)
    hits = np.empty((size - 1, len(near) - 1), dtype=np.bool_)
    np.less_equal(distance[-3::-1, 1:], near[1:], out=hits[:-1])
    np.less_equal(before, near[1:], out=hits[-1])
    return hits


def _shifted(rows: Array, size: int, lag: int, blocks: Rows) -> Array:
    """Some of the blocks after the first of rows (dim, n), as they were so many rows before: (dim, blocks, size)."""
    part = rows[:, size - lag : rows.shape[1] - lag]
    return np.asarray(part.reshape(len(rows), -1, size)[:, blocks])


def _periods(rows: Array, size: int, hits: Truths, asked: Rows, amplitude: Array) -> Array:
    """The least number of rows, from 2 on, after which each block that is asked for repeats what was, or 0."""
    period = np.zeros(len(asked))
    for place in np.flatnonzero(hits.any(axis=1)).tolist():
        left = np.flatnonzero(hits[place] & (period == 0.0))
        if len(left):
            now, then = (_shifted(rows, size, lag, asked[left]) for lag in (0, place + 2))
            repeats = np.abs(now - then).max(axis=(0, 2)) <= RETURN * amplitude[left]
            period[left[repeats]] = place + 2
    return period


def limit_cycles(ground: Ground, snapshot: Snapshot, returns: Returns, scale: int) -> list[Event]:
    """Name the stretches of two blocks and more that repeat themselves."""
    first, last = stretches(returns.period > 0.0, least=2, gap=1)
    pairs = zip(first.tolist(), last.tolist(), strict=True)
    return [_event(ground, snapshot, returns, PERIODS[scale], *pair) for pair in pairs]


def _event(ground: Ground, snapshot: Snapshot, returns: Returns, size: int, first: int, last: int) -> Event:
    period, amplitude = int(returns.period[first]), float(returns.amplitude[first])
    repeats, end = (first + 1) * size, (last + 2) * size - 1
    early = max(0, repeats - 2 * size)  # it may have begun within the block before
    rows = snapshot.params[early : repeats + period]
    apart = np.abs(rows[period:] - rows[:-period]).max(axis=-1) > RETURN * amplitude
    begin = early + (int(np.flatnonzero(apart)[-1]) + 1 if apart.any() else 0)
    mean = float(snapshot.loss[end + 1 - period : end + 1].mean())
    numbers = (("period", float(period)), ("amplitude", amplitude), ("loss", mean), *ground.above_best(mean))
    return Event(begin, "limit cycle", ground.minimum_below(snapshot.params[end]), end, numbers)
