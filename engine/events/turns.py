"""Oscillations across a ravine: the step goes to and fro along one direction, nearly every time."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from engine.events.event import Event
from engine.events.ground import Ground, lengths, products
from engine.events.stretches import stretches
from engine.events.thresholds import ACROSS, BLOCK, FLIPS, FLIPS_BY_CHANCE, VISIBLE

if TYPE_CHECKING:
    from engine.events.columns import Truths
    from engine.events.stretches import Rows
    from engine.history import Snapshot
    from surfaces import Array

ALIGNED = 0.9
"""Cosine of the directions of two blocks that go to and fro along the same."""


class Turns(NamedTuple):
    """What the steps of each block do along the direction in which they alternate most, shape (blocks,)."""

    flips: Array
    """The share of steps whose part along it has the other sign than that of the step before."""
    first: Array
    """The first step of such a pair."""
    sides: Array
    """The share of slopes along it that have the other sign than the one before; worked out where chance is at work."""
    across: Array
    """Mean share that the part along it has in a step; 0 where that part is too small to be seen."""
    width: Array
    """Root mean square of that part."""
    direction: Array
    """Unit vectors, shape (blocks, dim)."""


def read_turns(ground: Ground, snapshot: Snapshot, first: int, *, random: bool) -> Turns:
    """Return the blocks from `first` on that are complete.

    The direction is that of Σ (−1)ᵏ d_k: what alternates adds up, what is steady cancels.
    """
    dim, blocks = snapshot.layout.dim, max(0, snapshot.last // BLOCK - first)
    turns = Turns._make(np.zeros(shape) for shape in (*[blocks] * 5, (blocks, dim)))
    rows = snapshot.table[first * BLOCK : (first + blocks) * BLOCK + 1]
    with np.errstate(all="ignore"):
        move = np.diff(rows[:, :dim].T.copy(), axis=1).reshape(dim, blocks, BLOCK)
        squares = products(move, move)
        seen = np.flatnonzero(squares.sum(axis=1) >= BLOCK * (VISIBLE * ground.scales.diagonal) ** 2)
        direction = _turn(turns, seen, move[:, seen], np.sqrt(squares[seen]))
        turns.across[turns.width < VISIBLE * ground.scales.diagonal] = 0.0
        if random:
            slope = rows[:-1, dim + 1 : 2 * dim + 1].T.copy().reshape(dim, blocks, BLOCK)
            turns.sides[seen] = _reversals(products(slope[:, seen], direction[..., None])).mean(axis=1)
    return turns


def _turn(turns: Turns, seen: Rows, move: Array, length: Array) -> Array:
    """Fill in blocks from their moves (dim, n, BLOCK) and those's lengths (n, BLOCK), and return their directions."""
    direction = (move * np.where(np.arange(BLOCK) % 2, -1.0, 1.0)).sum(axis=2)
    direction /= lengths(direction)
    part = products(move, direction[..., None])
    flips = _reversals(part)
    turns.flips[seen], turns.first[seen] = flips.mean(axis=1), flips.argmax(axis=1)
    turns.across[seen] = np.nan_to_num(np.abs(part) / length).mean(axis=1)
    turns.width[seen] = np.sqrt(np.square(part).mean(axis=1))
    turns.direction[seen] = direction.T
    return np.asarray(direction)


def _reversals(numbers: Array) -> Truths:
    """Whether each number but the first has the other sign than the one before, along the last axis."""
    return np.asarray(numbers[..., 1:] * numbers[..., :-1] < 0.0)


def oscillations(ground: Ground, snapshot: Snapshot, turns: Turns, random: bool) -> list[Event]:
    """Name the stretches of blocks that oscillate."""
    holds = (turns.flips >= FLIPS) & (turns.across >= ACROSS)
    if random:
        holds = _beyond_chance(turns, holds & (np.minimum(turns.flips, turns.sides) >= FLIPS_BY_CHANCE))
    first, last = stretches(holds, gap=1)
    return [_event(ground, snapshot, turns, *pair) for pair in zip(first.tolist(), last.tolist(), strict=True)]


def _beyond_chance(turns: Turns, holds: Truths) -> Truths:
    """Which blocks go on, or are gone on by, another one along the same direction."""
    same = np.abs((turns.direction[1:] * turns.direction[:-1]).sum(axis=1)) >= ALIGNED
    both = holds[1:] & holds[:-1] & same
    return np.asarray(np.append(both, False) | np.insert(both, 0, False))


def _event(ground: Ground, snapshot: Snapshot, turns: Turns, first: int, last: int) -> Event:
    begin = first * BLOCK + int(turns.first[first])
    direction, curvature = _eigenvector(
        ground, snapshot.params[begin : begin + BLOCK].mean(axis=0), turns.direction[first]
    )
    numbers = (
        ("curvature", curvature),
        ("width", float(turns.width[first])),
        ("last_width", float(turns.width[last])),
        ("flips", float(turns.flips[first : last + 1].mean())),
    )
    return Event(begin, "oscillating", None, (last + 1) * BLOCK, numbers, tuple(direction.tolist()))


def _eigenvector(ground: Ground, place: Array, direction: Array) -> tuple[Array, float]:
    """The eigenvector of the Hessian nearest to a direction and its eigenvalue; NaN where there is no Hessian."""
    hessian = ground.surface.hessian(place)
    if not np.isfinite(hessian).all():
        return direction, float("nan")
    curvatures, vectors = np.linalg.eigh(hessian)
    chosen = int(np.abs(direction @ vectors).argmax())
    vector = vectors[:, chosen]
    return vector * np.sign(vector[np.abs(vector).argmax()]), float(curvatures[chosen])
