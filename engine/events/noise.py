"""Noise balls: a run left to chance that wanders about a place without going anywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from engine.events.event import Event
from engine.events.ground import lengths
from engine.events.stretches import stretches
from engine.events.thresholds import BALL, BALL_STEP, NET, VISIBLE

if TYPE_CHECKING:
    from engine.events.columns import Truths
    from engine.events.ground import Ground
    from engine.history import Snapshot
    from surfaces import Array

_BLOCKS = BALL // BALL_STEP


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


def read_wanderings(snapshot: Snapshot, first: int) -> Wanderings:
    """Return the blocks from `first` on that are complete."""
    dim, blocks = snapshot.layout.dim, max(0, snapshot.last // BALL_STEP - first)
    rows = snapshot.table[first * BALL_STEP : (first + blocks) * BALL_STEP + 1, : dim + 1].T.copy()
    with np.errstate(all="ignore"):
        path = lengths(np.diff(rows[:dim], axis=1)).reshape(blocks, BALL_STEP).sum(axis=1)
        parts = rows[:, :-1].reshape(dim + 1, blocks, BALL_STEP)
        mean = parts.mean(axis=2)
        about = parts[:dim] - mean[:dim, :, None]
        spread = np.square(about).mean(axis=2)
    corners = rows[:dim, ::BALL_STEP].T.copy()
    return Wanderings(corners[:-1], corners[1:], mean[:dim].T.copy(), spread.T.copy(), path, mean[dim])


def noise_balls(ground: Ground, snapshot: Snapshot, blocks: Wanderings) -> list[Event]:
    """Name the stretches of windows in which the run wanders."""
    first, last = stretches(_wanders(ground, blocks), gap=_BLOCKS)
    return [_event(ground, snapshot, blocks, *pair) for pair in zip(first.tolist(), last.tolist(), strict=True)]


def _wanders(ground: Ground, blocks: Wanderings) -> Truths:
    """For each window of `_BLOCKS` blocks, whether a run wanders in it."""
    if len(blocks.path) < _BLOCKS:
        return np.zeros(0, dtype=np.bool_)
    mean = sliding_window_view(blocks.mean, _BLOCKS, axis=0)
    half = mean[..., _BLOCKS // 2 :].mean(axis=-1) - mean[..., : _BLOCKS // 2].mean(axis=-1)
    net = blocks.end[_BLOCKS - 1 :] - blocks.begin[: 1 - _BLOCKS]
    path = sliding_window_view(blocks.path, _BLOCKS).sum(axis=-1)
    spread = mean.var(axis=-1) + sliding_window_view(blocks.spread, _BLOCKS, axis=0).mean(axis=-1)
    moved = np.maximum(np.linalg.norm(net, axis=-1), np.linalg.norm(half, axis=-1))
    return np.asarray((moved < NET * path) & (np.sqrt(spread.max(axis=-1)) > VISIBLE * ground.scales.diagonal))


def _event(ground: Ground, snapshot: Snapshot, blocks: Wanderings, first: int, last: int) -> Event:
    part = slice(first, last + _BLOCKS)
    middle, loss = blocks.mean[part].mean(axis=0), float(blocks.loss[part].mean())
    spread = blocks.spread[part].mean(axis=0) + blocks.mean[part].var(axis=0)
    numbers = (("radius", float(np.sqrt(spread.sum()))), ("loss", loss), *ground.above_best(loss))
    return Event(first * BALL_STEP, "noise ball", ground.minimum_below(middle), (last + _BLOCKS) * BALL_STEP, numbers)
