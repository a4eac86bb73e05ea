"""Height maps: the spline on a grid, at one point and when it is made, and a table and its reduction."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from engine.height_grid import HeightGrid, parse_grid
from engine.height_import import ImportOptions, imported
from surfaces.heights import HeightSurface
from surfaces.spline import interpolating_spline
from tests.benchmarks.measuring import Figure, at_most, figure, interleaved, seconds, show

if TYPE_CHECKING:
    from surfaces.surface import Array

SIDE, GRID, TABLE = 128, 320, 1000
ROUNDS, CALLS = 30, 2000


def measure() -> list[Figure]:
    """Return the figures of maps of 128 × 128 points."""
    heights = np.random.default_rng(3).normal(size=(SIDE, SIDE))
    surface = HeightSurface(imported(HeightGrid(heights), ImportOptions(), "noise"))
    axis: Array = np.linspace(-6.0, 6.0, GRID)
    table = np.random.default_rng(4).normal(size=(TABLE, TABLE))
    text = "\n".join(",".join(map(repr, row)) for row in table.tolist())

    def at_points() -> None:
        for _ in range(CALLS):
            surface.value_and_gradient_at((1.234, -2.345))

    sides = {
        "grid": partial(seconds, partial(surface.value_on_grid, axis, axis)),
        "point": partial(seconds, at_points),
        "spline": partial(seconds, partial(interpolating_spline, heights)),
        "reduced": partial(seconds, partial(imported, HeightGrid(table), ImportOptions(smoothing=2.0), "")),
    }
    found = interleaved(sides, ROUNDS)
    read = [seconds(partial(parse_grid, text)) for _ in range(3)]

    def line(what: str, samples: list[float], unit: str, scale: float) -> Figure:
        return figure(what, [scale * sample for sample in samples], unit)

    return [
        at_most(line(f"height map {SIDE}², {GRID} × {GRID} values", found["grid"], "ms", 1e3), 5.0),
        at_most(line("height map, value and gradient at a point", found["point"], "µs", 1e6 / CALLS), 5.0),
        line(f"height map, spline of {SIDE}² points made", found["spline"], "ms", 1e3),
        line(f"height map, {TABLE}² averaged to {SIDE}² and blurred", found["reduced"], "ms", 1e3),
        line(f"height map, CSV of {TABLE}² numbers read", read, "ms", 1e3),
    ]


if __name__ == "__main__":
    show(measure)
