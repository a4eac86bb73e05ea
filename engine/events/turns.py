"""Oscillations across a ravine: the step goes to and fro along one direction, nearly every time."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from engine.events.block import lengths, products, upright
from engine.events.event import Event
from engine.events.stretches import stretches
from engine.events.thresholds import ACROSS, BLOCK, FLIPS, FLIPS_BY_CHANCE, VISIBLE

if TYPE_CHECKING:
    from engine.events.block import Block
    from engine.events.columns import Truths
    from engine.events.ground import Ground
    from engine.history import Snapshot
    from surfaces import Array

ALIGNED = 0.9
"""Cosine of the directions of two blocks that go to and fro along the same."""
DUST = 1e-12
"""What is less than this share of the largest part in its block is rounding."""


class Turns(NamedTuple):
    """What the steps of each block do along the direction in which they alternate most, shape (blocks,)."""

    flips: Array
    """The share of steps whose part along it has the other sign than that of the step before."""
    sides: Array
    """The share of slopes along it that have the other sign than the one before; worked out where chance is at work."""
    across: Array
    """Mean share that the part along it has in a step; 0 where that part is too small to be seen."""
    width: Array
    """Root mean square of that part."""
    direction: Array
    """Unit vectors, shape (blocks, dim)."""


def read_turns(ground: Ground, block: Block, first: int, *, random: bool) -> Turns:
    """Return the blocks of steps from `first` on that are complete.

    The direction is that of Σ (−1)ᵏ d_k: what alternates adds up, what is steady cancels.
    """
    dim, blocks = block.dim, max(0, (block.end - 1) // BLOCK - first)
    turns = Turns._make(np.zeros(shape) for shape in (*[blocks] * 4, (blocks, dim)))
    if not blocks:
        return turns
    begin, end = first * BLOCK, (first + blocks) * BLOCK
    with np.errstate(all="ignore"):
        part = block.since(begin, end + 1)
        step = upright(part.step[None], BLOCK)[0]
        seen = np.square(step).sum(axis=0) >= BLOCK * (VISIBLE * ground.scales.diagonal) ** 2
        if not seen.any():
            return turns
        direction = _turn(turns, seen, _only(upright(part.move, BLOCK), seen), _only(step, seen))
        turns.across[turns.width < VISIBLE * ground.scales.diagonal] = 0.0
        if random:
            slope = _only(upright(part.gradient[:, :-1], BLOCK), seen)
            turns.sides[seen] = _share(_reversals(products(slope, direction[:, None])))
    return turns


def _only(columns: Array, seen: Truths) -> Array:
    """The columns that are wanted, not copied if that is all of them."""
    return columns if seen.all() else columns[..., seen]


def _turn(turns: Turns, seen: Truths, move: Array, length: Array) -> Array:
    """Fill in blocks from their moves (dim, BLOCK, n) and those's lengths (BLOCK, n), and return their directions."""
    direction = move[:, ::2].sum(axis=1) - move[:, 1::2].sum(axis=1)
    direction /= lengths(direction)
    part = products(move, direction[:, None])
    turns.flips[seen] = _share(_reversals(part))
    size = np.abs(part)
    turns.across[seen] = np.nan_to_num(size / length).sum(axis=0) / BLOCK
    turns.width[seen] = np.sqrt(np.square(part, out=part).sum(axis=0) / BLOCK)
    turns.direction[seen] = direction.T
    return np.asarray(direction)


def _reversals(numbers: Array) -> Truths:
    """Whether each number but the first has the other sign than the one before, along the first axis.

    Beside the largest of them, dust has no sign: who is there at once, as Newton on a quadratic, does not tremble.
    """
    dust = DUST * np.abs(numbers).max(axis=0)
    return np.asarray(numbers[1:] * numbers[:-1] < -np.square(dust))


def _share(holds: Truths) -> Array:
    return np.asarray(holds.sum(axis=0, dtype=np.int8) / len(holds))


def oscillations(
    ground: Ground, snapshot: Snapshot, turns: Turns, random: bool, known: dict[tuple[int, int], Event]
) -> list[Event]:
    """Name the stretches of blocks that oscillate; those named before are `known`, and so are the others then.

    A run that shakes for ever has thousands, of which one grows.
    """
    holds = (turns.flips >= FLIPS) & (turns.across >= ACROSS)
    if random:
        holds = _beyond_chance(turns, holds & (np.minimum(turns.flips, turns.sides) >= FLIPS_BY_CHANCE))
    first, last = stretches(holds, gap=1)
    pairs = zip(first.tolist(), last.tolist(), strict=True)
    named = {pair: known.get(pair) or _event(ground, snapshot, turns, *pair) for pair in pairs}
    known.clear()
    known.update(named)
    return list(named.values())


def _beyond_chance(turns: Turns, holds: Truths) -> Truths:
    """Which blocks go on, or are gone on by, another one along the same direction."""
    same = np.abs((turns.direction[1:] * turns.direction[:-1]).sum(axis=1)) >= ALIGNED
    both = holds[1:] & holds[:-1] & same
    return np.asarray(np.append(both, False) | np.insert(both, 0, False))


def _event(ground: Ground, snapshot: Snapshot, turns: Turns, first: int, last: int) -> Event:
    along = np.diff(snapshot.params[first * BLOCK : (first + 1) * BLOCK + 1], axis=0) @ turns.direction[first]
    begin = first * BLOCK + int(_reversals(along).argmax())
    middle = snapshot.params[begin : begin + BLOCK].mean(axis=0)
    direction, curvature = _eigenvector(ground, middle, turns.direction[first])
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
