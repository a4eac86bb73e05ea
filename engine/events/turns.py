"""Oscillations across a ravine: the step goes to and fro along one direction, nearly every time."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from engine.events.event import Event
from engine.events.ground import Ground, lengths
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
    """The share of steps over which the slope along it changes its sign: that lead to the other side of the floor."""
    across: Array
    """Mean share that the part along it has in a step; 0 where that part is too small to be seen."""
    width: Array
    """Root mean square of that part."""
    direction: Array
    """Unit vectors, shape (blocks, dim)."""


def read_turns(ground: Ground, snapshot: Snapshot, first: int) -> Turns:
    """Return the blocks from `first` on that are complete.

    The direction is that of Σ (−1)ᵏ d_k: what alternates adds up, what is steady cancels.
    """
    dim, blocks = snapshot.layout.dim, max(0, snapshot.last // BLOCK - first)
    turns = Turns._make(np.zeros(shape) for shape in (*[blocks] * 5, (blocks, dim)))
    rows = snapshot.table[first * BLOCK : (first + blocks) * BLOCK + 1, : 2 * dim + 1]
    smallest = VISIBLE * ground.scales.diagonal
    with np.errstate(all="ignore"):
        move = np.diff(rows[:, :dim], axis=0).reshape(blocks, BLOCK, dim)
        seen = np.flatnonzero(np.einsum("bkd,bkd->b", move, move) >= BLOCK * smallest**2)
        at = seen[:, None] * BLOCK + np.arange(BLOCK + 1)
        _turn(turns, seen, move[seen], rows[:, dim + 1 :][at], smallest)
    return turns


def _turn(turns: Turns, seen: Rows, move: Array, slope: Array, smallest: float) -> None:
    """Fill in the blocks that can be seen, from their moves (n, BLOCK, dim) and gradients (n, BLOCK + 1, dim)."""
    direction = np.einsum("bkd,k->bd", move, np.where(np.arange(BLOCK) % 2, -1.0, 1.0))
    direction /= lengths(direction.T)[:, None]
    part = np.einsum("bkd,bd->bk", move, direction)
    along = np.einsum("bkd,bd->bk", slope, direction)
    flips = part[:, 1:] * part[:, :-1] < 0.0
    width = np.sqrt(np.einsum("bk,bk->b", part, part) / BLOCK)
    share = np.nan_to_num(np.abs(part) / np.sqrt(np.einsum("bkd,bkd->bk", move, move)))
    turns.flips[seen], turns.first[seen] = flips.mean(axis=1), flips.argmax(axis=1)
    turns.sides[seen] = (along[:, 1:] * along[:, :-1] < 0.0).mean(axis=1)
    turns.across[seen] = np.where(width >= smallest, share.mean(axis=1), 0.0)
    turns.width[seen], turns.direction[seen] = width, direction


def oscillations(ground: Ground, snapshot: Snapshot, turns: Turns, random: bool) -> list[Event]:
    """Name the stretches of blocks that oscillate."""
    holds = (turns.flips >= FLIPS) & (turns.across >= ACROSS)
    if random:
        holds = _beyond_chance(turns, holds & (np.minimum(turns.flips, turns.sides) >= FLIPS_BY_CHANCE))
    first, last = stretches(holds, gap=1)
    return [_event(ground, snapshot, turns, *pair) for pair in zip(first.tolist(), last.tolist(), strict=True)]


def _beyond_chance(turns: Turns, holds: Truths) -> Truths:
    """Which blocks go on, or are gone on by, another one along the same direction."""
    same = np.abs(np.einsum("bd,bd->b", turns.direction[1:], turns.direction[:-1])) >= ALIGNED
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
