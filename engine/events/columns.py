"""What is worked out for every row of a history: each row from itself and earlier ones, so that rows can be added."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import numpy.typing as npt

from engine.events.ground import Ground, lengths, products
from engine.events.thresholds import AHEAD, APPROACH, GENTLE, HIGH, LEVEL, NEAR, SLIGHT, SLOW
from surfaces.basins import NOWHERE, Labels, map_index

if TYPE_CHECKING:
    from engine.events.journey import Journey
    from engine.history import Snapshot
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


def read_columns(ground: Ground, journey: Journey, snapshot: Snapshot, first: int) -> Columns:
    """Return the columns of the rows from `first` on."""
    start, dim = max(0, first - SLOW), snapshot.layout.dim
    rows = np.ascontiguousarray(snapshot.table[start:, : 2 * dim + 1].T)
    with np.errstate(all="ignore"):
        columns = _columns(ground, journey, rows[:dim], rows[dim], rows[dim + 1 :])
    return Columns._make(column[first - start :] for column in columns)


def _columns(ground: Ground, journey: Journey, x: Array, loss: Array, gradient: Array) -> Columns:
    scales, (low, high) = ground.scales, ground.box
    inside = np.logical_and.reduce((x >= low[:, None]) & (x <= high[:, None]))
    index = map_index(ground.surface.bounds, *x) if len(x) == 2 else None
    basin, settled = _basins(ground, index, inside)
    near, distance = ground.nearest(x, index)
    close = distance < NEAR * scales.diagonal
    saddle = np.append(ground.is_saddle, False)[near]  # near is -1 where no point is known
    slope, move = lengths(gradient), np.diff(x, axis=1)
    nearby = saddle & (distance < APPROACH * scales.diagonal)
    return Columns(
        inside=inside,
        basin=basin,
        settled=settled,
        near=near,
        close=close,
        heading=nearby & _heading(near, distance, slope, lengths(move)),
        at_saddle=saddle & close & (slope < GENTLE * scales.gradient_scale),
        level=_level(journey, loss, slope, ~close),
        climbing=_climbing(loss, gradient, move),
    )


def _basins(ground: Ground, index: Labels | None, inside: Truths) -> tuple[Labels, Truths]:
    if ground.basins is None or index is None:
        return np.full(inside.shape, NOWHERE, dtype=np.int32), np.zeros(inside.shape, dtype=np.bool_)
    return np.where(inside, ground.basins.labels[index], np.int32(NOWHERE)), inside & ground.basins.clear[index]


def _heading(near: Labels, distance: Array, slope: Array, step: Array) -> Truths:
    nearer = distance[:-1] - distance[1:]
    straight = (nearer > 0.0) & (nearer >= AHEAD * step)
    return _later(straight & (near[1:] == near[:-1]) & (slope[1:] < slope[:-1]), 1)


def _level(journey: Journey, loss: Array, slope: Array, apart: Truths) -> Truths:
    if journey.height == 0.0 or len(loss) <= SLOW:
        return np.zeros(loss.shape, dtype=np.bool_)
    gentle = apart & (slope < LEVEL * journey.slope) & (loss > journey.goal + HIGH * journey.height)
    return _later(gentle[:-SLOW] & (loss[:-SLOW] - loss[SLOW:] < SLIGHT * journey.height), SLOW)


def _climbing(loss: Array, gradient: Array, move: Array) -> Truths:
    uphill = (loss[1:] > loss[:-1]) & (products(move, gradient[:, 1:]) > 0.0)
    onwards = products(move[:, 1:], move[:, :-1]) > 0.0
    return _later(uphill & _later(onwards, 1), 1)


def _later(holds: Truths, rows: int) -> Truths:
    """The truths so many rows further down, False above."""
    return np.concatenate([np.zeros(rows, dtype=np.bool_), holds])
