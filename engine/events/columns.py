"""What is worked out for every row of a history: each row from itself and earlier ones, so that rows can be added."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import numpy.typing as npt

from engine.events.block import lengths, products
from engine.events.thresholds import AHEAD, APPROACH, GENTLE, HIGH, LEVEL, NEAR, SETTLED, SLIGHT, SLOW
from surfaces.basins import NOWHERE, Labels, map_index

if TYPE_CHECKING:
    from engine.events.block import Block
    from engine.events.ground import Ground
    from engine.events.journey import Journey
    from surfaces import Array

Truths = npt.NDArray[np.bool_]


class Columns(NamedTuple):
    """A number or a truth for each row, shape (n,)."""

    inside: Truths
    """Whether it is on the plot."""
    basin: Labels
    """Its basin, NOWHERE off the plot."""
    settled: Truths
    """Whether it is in a basin that has its minimum on the plot, and no neighbour of a ridge."""
    near: Labels
    """The nearest known point, -1 if there is none."""
    close: Truths
    """Whether it is near enough to be at that point."""
    heading: Truths
    """Whether the step to it went straight at a saddle nearby and to gentler ground."""
    at_saddle: Truths
    """Whether it is at a saddle, near it and on gentle ground."""
    level: Truths
    """Whether `SLOW` rows before it was on gentle ground high above the goal, and next to nothing was gained since."""
    climbing: Truths
    """Whether the step to it went uphill, on in the direction of the one before."""
    lowest: Truths
    """Whether none before it was lower."""


def read_columns(ground: Ground, journey: Journey, block: Block, first: int, least: float) -> Columns:
    """Return the columns of the rows of a block from `first` on; `least` is the lowest loss before."""
    start = max(0, first - SLOW)
    with np.errstate(all="ignore"):
        columns = _columns(ground, journey, block.since(start), least)
    return Columns._make(column[first - start :] for column in columns)


def _columns(ground: Ground, journey: Journey, block: Block, least: float) -> Columns:
    scales, x = ground.scales, block.params
    inside = np.logical_and.reduce(
        [(low <= each) & (each <= high) for low, high, each in zip(*ground.box, x, strict=True)]
    )
    index = map_index(ground.surface.bounds, *x) if len(x) == 2 else None
    basin, settled = _basins(ground, index, inside)
    near, distance = ground.nearest(x, index)
    close = distance < NEAR * scales.diagonal
    saddle = ground.is_saddle.take(near)
    return Columns(
        inside=inside,
        basin=basin,
        settled=settled,
        near=near,
        close=close,
        heading=_heading(ground, block, saddle & (distance < APPROACH * scales.diagonal), near, distance),
        at_saddle=saddle & close & (block.slope < GENTLE * scales.gradient_scale),
        level=_level(journey, block, close),
        climbing=_climbing(block),
        lowest=block.loss <= np.fmin(np.fmin.accumulate(block.loss), least),
    )


def _basins(ground: Ground, index: Labels | None, inside: Truths) -> tuple[Labels, Truths]:
    if ground.basins is None or index is None:
        return np.full(inside.shape, NOWHERE, dtype=np.int32), np.zeros(inside.shape, dtype=np.bool_)
    basin, clear = ground.basins.labels.take(index), ground.basins.clear.take(index)
    return (basin, clear) if inside.all() else (np.where(inside, basin, np.int32(NOWHERE)), inside & clear)


def _heading(ground: Ground, block: Block, nearby: Truths, near: Labels, distance: Array) -> Truths:
    """Steps that lead to near a saddle; those that are shorter than rounding lead nowhere."""
    heading = np.zeros_like(nearby)
    if not nearby.any():
        return heading
    reach, shortest = APPROACH * ground.scales.diagonal, SETTLED * ground.scales.diagonal
    after = 1 + np.flatnonzero(nearby[1:] & (block.slope[1:] < block.slope[:-1]) & (block.step > shortest))
    before, saddle = after - 1, near[after]
    same = (near[before] == saddle) | (distance[before] > reach)
    after, before, saddle = after[same], before[same], saddle[same]
    came = lengths(block.params[:, before] - ground.places[:, saddle]) - distance[after]
    heading[after] = came >= AHEAD * block.step[before]
    return heading


def _level(journey: Journey, block: Block, close: Truths) -> Truths:
    loss, nowhere = block.loss, np.zeros(close.shape, dtype=np.bool_)
    if journey.height == 0.0 or len(loss) <= SLOW:
        return nowhere
    gentle = (block.slope < LEVEL * journey.slope) & (loss > journey.goal + HIGH * journey.height) & ~close
    if not gentle.any():
        return nowhere
    return _later(gentle[:-SLOW] & (loss[:-SLOW] - loss[SLOW:] < SLIGHT * journey.height), SLOW)


def _climbing(block: Block) -> Truths:
    loss, move = block.loss, block.move
    rising = loss[1:] > loss[:-1]
    if not rising.any():
        return np.zeros(loss.shape, dtype=np.bool_)
    uphill = rising & (products(move, block.gradient[:, 1:]) > 0.0)
    return _later(uphill & _later(products(move[:, 1:], move[:, :-1]) > 0.0, 1), 1)


def _later(holds: Truths, rows: int) -> Truths:
    """The truths so many rows further down, False above."""
    later = np.zeros(len(holds) + rows, dtype=np.bool_)
    later[rows:] = holds
    return later
