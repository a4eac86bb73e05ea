"""The picture of a basin map: a colour for each minimum, the paler the longer it took, greys for what is none.

Starts that are still on their way have a tint of the minimum in whose basin they are.
"""

from __future__ import annotations

import colorsys
from typing import TYPE_CHECKING

import numpy as np

from engine.lane_ends import Outcome

if TYPE_CHECKING:
    import numpy.typing as npt

    from engine.basins import BasinMap

GOLDEN = 0.618033988749895
"""Hues that follow each other by this share of the circle are far apart, however many there are."""
FIRST_HUE = 0.58
PALEST = 0.55
"""How near to white the slowest start of a colour is."""
TINT = 0.3
"""How much of a minimum's colour the starts have that are on their way to it."""
GREYS = {
    Outcome.ON_THE_WAY: (190, 190, 190),
    Outcome.SADDLE: (255, 255, 255),
    Outcome.MAXIMUM: (255, 255, 255),
    Outcome.CYCLE: (120, 120, 120),
    Outcome.DIVERGED: (30, 30, 30),
    Outcome.NON_FINITE: (0, 0, 0),
    Outcome.MINIMUM: (150, 130, 110),
}
"""Of a minimum only where it is not told which."""


def basin_picture(basins: BasinMap) -> npt.NDArray[np.uint8]:
    """Return the map's pixels, shape (size, size, 3): one for each start, the highest y in the top row."""
    pixels = np.zeros((*basins.outcome.shape, 3))
    for outcome, grey in GREYS.items():
        pixels[basins.outcome == outcome] = grey
    paleness = _paleness(basins)[..., None]
    for index, point in enumerate(basins.points):
        if point.kind == "minimum":
            own, colour = basins.place == index, _colour(index)
            there = own & (basins.outcome == Outcome.MINIMUM)
            pixels[there] = (colour * (1.0 - paleness) + 255.0 * paleness)[there]
            under_way = np.array(GREYS[Outcome.ON_THE_WAY])
            pixels[own & (basins.outcome == Outcome.ON_THE_WAY)] = TINT * colour + (1.0 - TINT) * under_way
    return np.round(pixels[::-1]).astype(np.uint8)


def _colour(index: int) -> npt.NDArray[np.float64]:
    red, green, blue = colorsys.hls_to_rgb((FIRST_HUE + GOLDEN * index) % 1.0, 0.42, 0.6)
    return 255.0 * np.array([red, green, blue])


def _paleness(basins: BasinMap) -> npt.NDArray[np.float64]:
    """Return how pale each start is: 0 for the fastest, `PALEST` for the slowest, by the order they arrive in."""
    order = np.unique(basins.iterations, return_inverse=True)[1].reshape(basins.iterations.shape)
    return PALEST * order / max(1, int(order.max()))
