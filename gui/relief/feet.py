"""Where a run stands: its ball on the landscape, the place below it on the floor, and there an arrow downhill.

The arrow is the negative gradient. A gradient lives in the parameter space, so it is drawn on the floor and not on
the slope; its length is fixed, since it tells a direction.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from gui.relief.ways import TOLERANCE

if TYPE_CHECKING:
    from gui.relief.block import Block
    from gui.relief.camera import Array, Camera
    from gui.relief.render import Picture

ARROW_LENGTH = 0.3
"""In world units."""
LEAST_SLOPE = 1e-6
"""A gradient that would change the loss by less than this share of its range, across all the floor, has no arrow."""
HEAD = 8.0
"""Of an arrow, in pixels."""

Place = tuple[float, float]


class Foot(NamedTuple):
    """Places on the picture plane; the tip is at the floor's place where there is no arrow."""

    ball: Place
    floor: Place
    tip: Place
    hidden: bool
    """Whether the ball is behind the landscape …"""
    below: bool
    """… and whether the place on the floor is."""


def feet(
    block: Block, camera: Camera, picture: Picture, points: Array, losses: Array, gradients: Array
) -> tuple[Foot | None, ...]:
    """Return where runs at points (n, 2) of the plane stand; None for those that are not on the landscape.

    Losses (n,) that are NaN stand for the ground's; gradients (n, 2) that are NaN or zero have no arrow.
    """
    balls = block.standing(points, losses)
    floors = balls * (1.0, 1.0, 0.0)
    seen = camera.project(np.concatenate([balls, floors, floors + _arrows(block, gradients)]))
    hidden = picture.hides(seen, TOLERANCE)
    there = np.isfinite(balls.sum(axis=1))
    count = len(points)

    def one(run: int) -> Foot | None:
        if not there[run]:
            return None
        at, floor = run, count + run
        return Foot(
            _pair(seen[at]), _pair(seen[floor]), _pair(seen[floor + count]), bool(hidden[at]), bool(hidden[floor])
        )

    return tuple(one(run) for run in range(count))


def _pair(place: Array) -> Place:
    return float(place[0]), float(place[1])


def _arrows(block: Block, gradients: Array) -> Array:
    """The directions (n, 3) of the negative gradients on the floor; zero where there is none to speak of."""
    x0, x1, y0, y1 = block.region
    losses = block.scale.losses
    least = LEAST_SLOPE * (losses[-1] - losses[0]) if len(losses) else np.inf
    with np.errstate(all="ignore"):
        along = -gradients / np.abs(gradients).max(axis=1, keepdims=True) * block.half / np.array([x1 - x0, y1 - y0])
        along = along / np.hypot(along[:, 0], along[:, 1])[:, None] * ARROW_LENGTH
        fall = np.abs(gradients) @ (x1 - x0, y1 - y0)
    flat = np.where((np.isfinite(along).all(axis=1) & (fall > least))[:, None], along, 0.0)
    return np.concatenate([flat, np.zeros((len(flat), 1))], axis=1)


def arrow_head(start: Place, tip: Place, size: float = HEAD) -> tuple[Place, ...]:
    """Return the three corners of an arrow's head; none of an arrow too short to have one."""
    dx, dy = tip[0] - start[0], tip[1] - start[1]
    length = math.hypot(dx, dy)
    if not length > 2.0:
        return ()
    size = min(size, 0.6 * length)
    back = (tip[0] - size * dx / length, tip[1] - size * dy / length)
    side = (-0.42 * size * dy / length, 0.42 * size * dx / length)
    return tip, (back[0] + side[0], back[1] + side[1]), (back[0] - side[0], back[1] - side[1])
