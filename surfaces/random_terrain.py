"""Random terrain: the same seed always gives the same wells, hills and ripples."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from surfaces.features import smaller_side, tidy
from surfaces.surface import Feature, SurfaceError

if TYPE_CHECKING:
    from surfaces.surface import Bounds

MOST_WELLS = 10
MARGIN = 0.12
"""Wells keep this share of the plane away from its edge."""
SPACING = 2.8
"""Wells are so many of their widths apart: then neither shifts the other's minimum out of its middle."""
WIDEST = 0.17
CANDIDATES = 40
HILLS, RIPPLES = 6, 2
"""As many at full roughness."""


def random_terrain(
    seed: int, wells: int, roughness: float, bounds: Bounds, *, scale: float = 1.0
) -> tuple[Feature, ...]:
    """Features of a random terrain; on flat ground each well holds a local minimum.

    Parameters
    ----------
    seed
        Of the numbers drawn.
    wells
        How many, 1 to 10: placed by Mitchell's best-candidate rule, as wide as their spacing allows, of depths
        from 0.5 to 1 times ``scale``.
    roughness
        0 (none) to 1: number and height of hills between the wells and of faint ripples everywhere.
    bounds
        The part of the plane they are spread over.
    scale
        Depth of the deepest well there may be.

    Raises
    ------
    SurfaceError
        For a number of wells or a roughness out of range.
    """
    if not 1 <= wells <= MOST_WELLS:
        raise SurfaceError(f"A random terrain has 1 to {MOST_WELLS} wells, not {wells}.")
    if not 0.0 <= roughness <= 1.0:
        raise SurfaceError(f"The roughness is a number from 0 to 1, not {roughness}.")
    draw = np.random.default_rng(seed)
    sunk = _wells(draw, wells, bounds, scale)
    hills = _hills(draw, round(HILLS * roughness), roughness * scale, bounds, sunk)
    return (*sunk, *hills, *_ripples(draw, round(RIPPLES * roughness), roughness * scale, bounds))


def _wells(draw: np.random.Generator, count: int, bounds: Bounds, scale: float) -> tuple[Feature, ...]:
    x0, x1, y0, y1 = bounds
    low, high = np.array([x0, y0]), np.array([x1, y1])
    low, high = low + MARGIN * (high - low), high - MARGIN * (high - low)
    places = [draw.uniform(low, high)]
    while len(places) < count:
        candidates = draw.uniform(low, high, (CANDIDATES, 2))
        gaps = np.linalg.norm(candidates[:, None] - np.array(places), axis=-1).min(axis=1)
        places.append(candidates[np.argmax(gaps)])
    side = smaller_side(bounds)
    made = []
    for index, (x, y) in enumerate(places):
        gap = min((math.dist((x, y), other) for k, other in enumerate(places) if k != index), default=side)
        widest = min(gap / SPACING, WIDEST * side)
        width, length = (tidy(widest * part, side) for part in draw.uniform(0.75, 1.0, 2))
        depth = tidy(scale * draw.uniform(0.5, 1.0), scale)
        made.append(Feature("well", tidy(x, side), tidy(y, side), depth, width, length))
    return tuple(made)


def _hills(
    draw: np.random.Generator, count: int, height: float, bounds: Bounds, wells: tuple[Feature, ...]
) -> tuple[Feature, ...]:
    """Hills where there is room between the wells; fewer if there is not."""
    x0, x1, y0, y1 = bounds
    side = smaller_side(bounds)
    made: list[Feature] = []
    for _ in range(CANDIDATES * count):
        if len(made) == count:
            break
        x, y = draw.uniform((x0, y0), (x1, y1)).tolist()
        width, raised = tidy(side * draw.uniform(0.05, 0.1), side), height * draw.uniform(0.2, 0.5)
        rooms = (math.dist((x, y), (well.x, well.y)) - max(well.width, well.length) for well in wells)
        if min(rooms) >= 2.2 * width:
            made.append(Feature("hill", tidy(x, side), tidy(y, side), tidy(raised, raised), width, width))
    return tuple(made)


def _ripples(draw: np.random.Generator, count: int, height: float, bounds: Bounds) -> tuple[Feature, ...]:
    """Waves so faint that they bend no well's slope upwards."""
    x0, x1, y0, y1 = bounds
    side = smaller_side(bounds)
    made: list[Feature] = []
    for _ in range(count):
        x, y = draw.uniform((x0, y0), (x1, y1)).tolist()
        width, angle = tidy(side * draw.uniform(0.1, 0.15), side), float(draw.integers(0, 12) * 15)
        made.append(
            Feature(
                "ripple",
                tidy(x, side),
                tidy(y, side),
                tidy(0.015 * height, height),
                width,
                tidy(0.5 * side, side),
                angle,
            )
        )
    return tuple(made)
