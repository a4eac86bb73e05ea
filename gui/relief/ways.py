"""Trajectories on a landscape: points of the plane with their losses, laid onto the ground between them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from gui.views.plot_strokes import thin

if TYPE_CHECKING:
    from gui.relief.block import Block
    from gui.relief.camera import Array
    from gui.relief.render import Picture

Indices = npt.NDArray[np.intp]

CELLS = 1200
"""Points that stay in one of so many cells across the floor are one point."""
STRIDE = 2.0 / 60.0
"""Longer steps are laid onto the ground in pieces of so many world units …"""
MOST_PIECES = 90
MOST_LAID = 4000
"""… up to so many pieces a run; after them steps are straight."""
LIFT = 0.006
"""Lines lie so far above the ground, so that it does not hide them."""
TOLERANCE = 0.035
"""What is less than this behind the landscape lies on it."""


@dataclass(frozen=True, eq=False)
class Way:
    """A line in the world, points (n, 3) with NaN rows where it leaves the floor, and the iteration of each.

    The way of a run's first iterations is the beginning of its whole way.
    """

    world: Array
    index: Indices
    steps: npt.NDArray[np.bool_]
    """Which points are the run's own, and not laid between two of them."""

    def every(self, most: int) -> Way:
        """Return the way with at most about so many points: enough while the camera turns."""
        stride = -(-len(self.world) // most)
        if stride <= 1:
            return self
        return Way(self.world[::stride], self.index[::stride], self.steps[::stride])


def way(block: Block, points: Array, losses: Array) -> Way:
    """Return the way of a run through points (n, 2) with these losses (n,)."""
    floor = block.floor(points)
    _, kept = thin(floor * (CELLS / 2))
    if not len(kept):
        return Way(np.empty((0, 3)), np.empty(0, dtype=np.intp), np.empty(0, dtype=np.bool_))
    floor, losses = floor[kept], losses[kept]
    owner, share, own = _pieces(floor, block.half)
    after = np.minimum(owner + 1, len(floor) - 1)
    with np.errstate(invalid="ignore", over="ignore"):
        between = floor[owner] + share[:, None] * (floor[after] - floor[owner])
    laid = np.where(own[:, None], floor[owner], np.clip(between, np.negative(block.half), block.half))
    above = _above(block, floor, losses)
    height = block.height_at(laid) + above[owner] + share * (above[after] - above[owner]) + LIFT
    world = np.concatenate([laid, height[:, None]], axis=1)
    world[np.isnan(height)] = np.nan
    return Way(world, kept[np.where(own, owner, after)].astype(np.intp), own)


def _pieces(floor: Array, half: tuple[float, float]) -> tuple[Indices, Array, npt.NDArray[np.bool_]]:
    """The points of a way: behind which point of the run each comes, by which share of its step, and the run's own.

    Steps that are long, or cross the floor's edge, are laid in pieces, over the part that lies on the floor.
    """
    enter, leave = _on_floor(floor, half)
    with np.errstate(invalid="ignore", over="ignore"):
        length = (leave - enter) * np.hypot(*np.diff(floor, axis=0).T)
    cut = (enter > 0.0) | (leave < 1.0)
    on_floor = (leave > enter) & np.isfinite(length)
    wanted = np.where(on_floor & (cut | (length > STRIDE)), np.ceil(length / STRIDE), 0.0)
    counts = np.where(wanted > 0, np.minimum(wanted, MOST_PIECES) + 1, 0).astype(np.intp)
    counts[np.cumsum(counts) > MOST_LAID] = 0
    counts = np.concatenate([counts + 1, [1]])
    owner = np.repeat(np.arange(len(floor)), counts)
    lap = np.arange(len(owner)) - np.repeat(np.cumsum(counts) - counts, counts)
    part = (lap - 1) / np.maximum(counts[owner] - 2, 1)
    enter, leave = np.append(enter, 0.0), np.append(leave, 0.0)
    share = np.where(lap > 0, enter[owner] + part * (leave[owner] - enter[owner]), 0.0)
    return owner, share, lap == 0


def _on_floor(floor: Array, half: tuple[float, float]) -> tuple[Array, Array]:
    """Between which shares each step lies on the floor (Liang and Barsky, 1984); leave < enter: nowhere."""
    start = floor[:-1]
    with np.errstate(all="ignore"):
        delta = floor[1:] - start
        one, other = (np.negative(half) - start) / delta, (np.array(half) - start) / delta
        inside = np.abs(start) <= half
    still = delta == 0
    nearer = np.where(still, np.where(inside, -np.inf, np.inf), np.minimum(one, other))
    farther = np.where(still, np.inf, np.maximum(one, other))
    enter, leave = np.maximum(nearer.max(axis=1), 0.0), np.minimum(farther.min(axis=1), 1.0)
    lost = np.isnan(enter + leave) | (leave < enter)
    return np.where(lost, 0.0, enter), np.where(lost, 0.0, leave)


def _above(block: Block, floor: Array, losses: Array) -> Array:
    """How far above the drawn landscape the recorded losses are; what lies below it is put onto it."""
    ground = block.height_at(floor)
    own = block.height_of(losses)
    return np.where(np.isfinite(ground) & np.isfinite(own), np.fmax(own - ground, 0.0), 0.0)


def seen_and_hidden(projected: Array, picture: Picture) -> tuple[Array, Array]:
    """Split a projected way (n, 3) into the points (n, 2) in sight and those behind the landscape, NaN in the others.

    A step between the two belongs to what is in sight.
    """
    hidden = picture.hides(projected, TOLERANCE)
    near = ~hidden
    beside = near.copy()
    beside[1:] |= near[:-1]
    beside[:-1] |= near[1:]
    flat = projected[:, :2]
    return np.where(beside[:, None], flat, np.nan), np.where(hidden[:, None], flat, np.nan)
