"""Noise balls: a run left to chance that wanders about a place without going anywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from engine.events.block import lengths
from engine.events.event import Event
from engine.events.thresholds import BALL_STEP, BALLS, NET, VISIBLE

if TYPE_CHECKING:
    from engine.events.block import Block
    from engine.events.columns import Truths
    from engine.events.ground import Ground
    from engine.events.stretches import Rows
    from engine.history import Snapshot
    from surfaces import Array


class Wanderings(NamedTuple):
    """Sums over each block of steps."""

    begin: Array
    """Where it begins, shape (blocks, dim)."""
    end: Array
    """Where it ends: where the next one begins, shape (blocks, dim)."""
    mean: Array
    """Mean of its rows, shape (blocks, dim)."""
    spread: Array
    """Variance of its rows about that, shape (blocks, dim)."""
    path: Array
    """Length of its path, shape (blocks,)."""
    loss: Array
    """Mean loss, shape (blocks,)."""


def read_wanderings(block: Block, first: int) -> Wanderings:
    """Return the blocks of steps from `first` on that are complete."""
    blocks = max(0, (block.end - 1) // BALL_STEP - first)
    part = block.since(first * BALL_STEP, (first + blocks) * BALL_STEP + 1)
    with np.errstate(all="ignore"):
        path = part.step.reshape(blocks, BALL_STEP).sum(axis=1)
        rows = part.params[:, :-1].reshape(block.dim, blocks, BALL_STEP)
        mean = rows.mean(axis=2)
        spread = np.square(rows - mean[..., None]).mean(axis=2)
        loss = part.loss[:-1].reshape(blocks, BALL_STEP).mean(axis=1)
    corners = part.params[:, ::BALL_STEP].T.copy()
    return Wanderings(corners[:-1], corners[1:], mean.T.copy(), spread.T.copy(), path, loss)


def noise_balls(ground: Ground, snapshot: Snapshot, blocks: Wanderings) -> list[Event]:
    """Name the stretches of windows in which the run wanders; a drift of as many steps as the longest parts two.

    A ball begins with the first window by which it was told: what was named stays so when longer windows tell it too.
    """
    windows = _windows(ground, blocks)
    ends = np.flatnonzero(windows)
    if not len(ends):
        return []
    begins = ends - windows[ends] + 1
    new = np.flatnonzero(np.append(True, begins[1:] - ends[:-1] - 1 > BALLS[0] // BALL_STEP))
    pairs = zip(begins[new].tolist(), ends[np.append(new[1:], len(ends)) - 1].tolist(), strict=True)
    return [_event(ground, snapshot, blocks, *pair) for pair in pairs]


def _windows(ground: Ground, blocks: Wanderings) -> Rows:
    """For each block how many blocks long the longest window is that ends with it and in which a run wanders, or 0."""
    count = len(blocks.path)
    longest = np.zeros(count, dtype=np.intp)
    for size in sorted(rows // BALL_STEP for rows in BALLS):
        if count >= size:
            share = NET * size * BALL_STEP / BALLS[0]
            longest[size - 1 :][_goes_nowhere(ground, blocks, size, share)] = size
    return longest


def _goes_nowhere(ground: Ground, blocks: Wanderings, size: int, share: float) -> Truths:
    """For each window of so many blocks, whether a run moves there, but by less than a share of its path from it."""
    half, stop = size // 2, len(blocks.path) - size + 1
    halves = _sums(blocks.mean, half)
    shift = (halves[half:] - halves[:stop]) / half
    net = blocks.end[size - 1 :] - blocks.begin[:stop]
    middle = (halves[half:] + halves[:stop]) / size
    spread = _sums(np.square(blocks.mean) + blocks.spread, size) / size - np.square(middle)
    moved = np.maximum(lengths(net.T), lengths(shift.T))
    seen = spread.max(axis=1) > (VISIBLE * ground.scales.diagonal) ** 2
    return np.asarray(seen & (moved < share * _sums(blocks.path, size)))


def _sums(numbers: Array, size: int) -> Array:
    """Sums of so many in a row."""
    stop = len(numbers) - size + 1
    total = numbers[:stop].copy()
    for place in range(1, size):
        total += numbers[place : stop + place]
    return np.asarray(total)


def _event(ground: Ground, snapshot: Snapshot, blocks: Wanderings, first: int, last: int) -> Event:
    part = slice(first, last + 1)
    middle, loss = blocks.mean[part].mean(axis=0), float(blocks.loss[part].mean())
    spread = blocks.spread[part].mean(axis=0) + blocks.mean[part].var(axis=0)
    numbers = (("radius", float(np.sqrt(spread.sum()))), ("loss", loss), *ground.above_best(loss))
    return Event(first * BALL_STEP, "noise ball", ground.minimum_below(middle), (last + 1) * BALL_STEP, numbers)
