"""Which basin a place of the plane belongs to: the minimum to which water poured out there would run.

A watershed on a 201×201 grid over the bounds: every point looks to one below it, and pointers are followed by doubling
(p ← p[p]). The one it looks to lies some points down the gradient's way; only near a minimum it is the neighbour to
which the loss falls most steeply: eight directions are too few to tell along which side of a ridge a way leads. Pits
that are the grid's and not the surface's run over into the basin beside them; those of different known minima never do.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Protocol, runtime_checkable

import numpy as np
import numpy.typing as npt

from surfaces.scales import MOST_SAMPLES, HasSamples

if TYPE_CHECKING:
    from collections.abc import Iterator

    from surfaces.surface import Array, Bounds, CriticalPoint, Surface

GRID = 201
"""Points along each side of the map."""
STEPS, STEP = 16, 0.7
"""How far down the way a point looks: so many steps of so many times the distance between two points."""
NOWHERE = -1
"""The basin of places where the loss is not finite."""
_AROUND = ((-1, -1), (-1, 0), (-1, 1), (0, -1), (0, 1), (1, -1), (1, 0), (1, 1))

Labels = npt.NDArray[np.int32]


@runtime_checkable
class _OnGrid(Protocol):
    """A surface that is faster on the grid of two axes than on the full mesh."""

    def value_on_grid(self, x: Array, y: Array) -> Array:
        """Losses of shape ``(y.size, x.size)``."""


@dataclass(frozen=True, eq=False)
class Basins:
    """The basins of a surface of two parameters within its bounds.

    Parameters
    ----------
    labels
        Basin of each point of the map, shape ``(201 * 201,)``, rows along y; ``NOWHERE`` where the loss is not finite.
    clear
        Which points are in a basin of those called ``inner`` and have none of another basin among the eight around
        them: beside a ridge the map may be wrong by a point.
    bottoms
        Lowest point of each basin on the map and its loss, shape ``(n, 3)``.
    inner
        Which basins have their minimum within the map; in the others the way down leads out of it.
    """

    labels: Labels
    clear: npt.NDArray[np.bool_]
    bottoms: Array
    inner: npt.NDArray[np.bool_]


def map_index(bounds: Bounds, x: Array, y: Array) -> Labels:
    """Index of the point of the map nearest to each place; for places off the map, of one on its edge."""
    x0, x1, y0, y1 = bounds
    return np.asarray(_nearest_line(y, y0, y1) * np.int32(GRID) + _nearest_line(x, x0, x1))


def _nearest_line(places: Array, low: float, high: float) -> Labels:
    """Number of the map's column or row nearest to coordinates."""
    line = places - low
    line *= (GRID - 1) / (high - low)
    line += 0.5
    np.minimum(line, GRID - 0.5, out=line)
    return np.maximum(line, 0.0, out=line).astype(np.int32)


def map_axes(bounds: Bounds) -> tuple[Array, Array]:
    """The x of the map's columns and the y of its rows."""
    return np.linspace(bounds[0], bounds[1], GRID), np.linspace(bounds[2], bounds[3], GRID)


@lru_cache(maxsize=32)
def find_basins(surface: Surface, minima: tuple[CriticalPoint, ...]) -> Basins:
    """The basins of a surface of two parameters.

    Parameters
    ----------
    surface
        Of one made of data at most 256 samples are asked.
    minima
        The known ones; their basins stay apart, however shallow they are.
    """
    x, y = map_axes(surface.bounds)
    loss = _losses(surface, x, y)
    down = _followed(_below(loss, x[1] - x[0], y[1] - y[0]))
    known = _known(surface.bounds, minima, loss)
    sink = _without_grain(loss, down, set(down[known].tolist()))
    bottoms, basin = np.unique(sink, return_inverse=True)
    row, column = np.divmod(bottoms, GRID)
    inner = (row > 0) & (row < GRID - 1) & (column > 0) & (column < GRID - 1)
    inner[basin[known]] = True
    labels: Labels = np.where(np.isfinite(loss.ravel()), basin.astype(np.int32), np.int32(NOWHERE))
    lowest = np.stack([x[column], y[row], loss.ravel()[bottoms]], axis=-1)
    clear = np.append(inner, False)[labels] & ~_ridge(labels.reshape(loss.shape)).ravel()
    return Basins(labels, clear, lowest, inner)


def _losses(surface: Surface, x: Array, y: Array) -> Array:
    if isinstance(surface, HasSamples):
        surface = surface.thinned(MOST_SAMPLES)
    with np.errstate(all="ignore"):
        if isinstance(surface, _OnGrid):
            loss = surface.value_on_grid(x, y)
        else:
            loss = surface.value(np.stack(np.meshgrid(x, y), axis=-1))
    return np.where(np.isfinite(loss), loss, np.inf)


def _known(bounds: Bounds, minima: tuple[CriticalPoint, ...], loss: Array) -> Labels:
    """Points of the map at the known minima that are on it."""
    places = np.array([point.params for point in minima], dtype=np.float64).reshape(-1, 2)
    places = places[((places >= bounds[::2]) & (places <= bounds[1::2])).all(axis=1)]
    index = map_index(bounds, places[:, 0], places[:, 1])
    return np.asarray(index[np.isfinite(loss.ravel()[index])])


def _around(loss: Array) -> Iterator[Array]:
    """The losses at the eight neighbours of each point by turns, infinite beyond the edge."""
    rows, columns = loss.shape
    padded = np.pad(loss, 1, constant_values=np.inf)
    for dy, dx in _AROUND:
        yield padded[1 + dy : 1 + dy + rows, 1 + dx : 1 + dx + columns]


def _below(loss: Array, width: float, height: float) -> npt.NDArray[np.intp]:
    """Index of a point below each one, of the point itself where no neighbour is lower."""
    steepest, far, flat = _steepest(loss, width, height), _downstream(loss, width, height), loss.ravel()
    lower = (flat[far] < flat) & (steepest != np.arange(loss.size))
    return np.where(lower, far, steepest)


def _downstream(loss: Array, width: float, height: float) -> npt.NDArray[np.intp]:
    """Index of the point at which a way against the gradient, by differences on the grid, arrives after some steps."""
    rows, columns = loss.shape
    with np.errstate(all="ignore"):
        rise_y, rise_x = np.gradient(loss)
        step = -(rise_x / width**2 + 1j * rise_y / height**2).ravel()  # x and y as one complex number, in points
        step *= STEP / np.abs(step)
    step[~np.isfinite(step)] = 0.0
    place = (np.arange(columns) + 1j * np.arange(rows)[:, None]).ravel()
    index = np.arange(loss.size)
    for _ in range(STEPS):
        place = place + step[index]
        row, column = np.clip(np.rint(place.imag), 0, rows - 1), np.clip(np.rint(place.real), 0, columns - 1)
        index = row.astype(np.intp) * columns + column.astype(np.intp)
    return index


def _steepest(loss: Array, width: float, height: float) -> npt.NDArray[np.intp]:
    """Index of the neighbour with the steepest fall for each point, of the point itself where nothing is lower."""
    best = np.zeros(loss.shape)
    own = np.arange(loss.size).reshape(loss.shape)
    down = own.copy()
    for (dy, dx), other in zip(_AROUND, _around(loss), strict=True):
        with np.errstate(invalid="ignore"):
            fall = (loss - other) / np.hypot(dy * height, dx * width)
            steeper = fall > best
        best, down = np.where(steeper, fall, best), np.where(steeper, own + dy * loss.shape[1] + dx, down)
    return np.asarray(down.ravel())


def _followed(down: npt.NDArray[np.intp]) -> npt.NDArray[np.intp]:
    """Where the pointers lead in the end."""
    while True:
        further = down[down]
        if np.array_equal(further, down):
            return down
        down = further


def _without_grain(loss: Array, down: npt.NDArray[np.intp], known: set[int]) -> npt.NDArray[np.intp]:
    """The sink of each point after the grid's own pits have run over into the basins beside them.

    Where a narrow ravine runs aslant of the grid, single points lie lower than both their neighbours along its floor:
    a pit shallower than the mean rise from its bottom to the eight points around it is such a grain. Passes are gone
    through from the lowest up (Kruskal), and the shallower of two sides runs over.
    """
    sinks = np.unique(down)
    grain = dict(zip(sinks.tolist(), _mean_rise(loss, sinks), strict=True))
    owner = {sink: sink for sink in grain}
    depth = {sink: float(loss.ravel()[sink]) for sink in grain}

    def find(sink: int) -> int:
        while owner[sink] != sink:
            owner[sink] = sink = owner[owner[sink]]
        return sink

    for one, other, height in _passes(loss, down):
        low, high = sorted((find(one), find(other)), key=lambda sink: (depth[sink], sink))
        if low != high and height - depth[high] <= grain[high] and not (low in known and high in known):
            owner[high] = low
            known |= {low} if high in known else set()
    table = np.arange(loss.size)
    table[sinks] = [find(sink) for sink in sinks.tolist()]
    return np.asarray(table[down])


def _mean_rise(loss: Array, sinks: npt.NDArray[np.intp]) -> list[float]:
    """How much higher than the sinks the points around them are, those that are finite."""
    bottom = loss.ravel()[sinks]
    around = np.stack([other.ravel()[sinks] for other in _around(loss)])
    finite = np.isfinite(around)
    rise = np.where(finite, around, 0.0) - np.where(finite, bottom, 0.0)
    return list((rise.sum(axis=0) / np.maximum(finite.sum(axis=0), 1)).tolist())


def _passes(loss: Array, down: npt.NDArray[np.intp]) -> list[tuple[int, int, float]]:
    """Pairs of sinks whose basins touch with the height of the lowest pass between them, lowest first."""
    index = np.arange(loss.size).reshape(loss.shape)
    pairs = (
        (index[:, :-1], index[:, 1:]),
        (index[:-1], index[1:]),
        (index[:-1, :-1], index[1:, 1:]),
        (index[:-1, 1:], index[1:, :-1]),
    )
    here, there = (np.concatenate([pair[side].ravel() for pair in pairs]) for side in (0, 1))
    height = np.maximum(loss.ravel()[here], loss.ravel()[there])
    apart = (down[here] != down[there]) & np.isfinite(height)
    here, there, height = down[here[apart]], down[there[apart]], height[apart]
    order = np.argsort(height, kind="stable")
    pair = np.minimum(here, there)[order] * loss.size + np.maximum(here, there)[order]
    kept = order[np.sort(np.unique(pair, return_index=True)[1])]
    return list(zip(here[kept].tolist(), there[kept].tolist(), height[kept].tolist(), strict=True))


def _ridge(labels: Labels) -> npt.NDArray[np.bool_]:
    inner = np.pad(labels, 1, mode="edge")
    rows, columns = labels.shape
    around = (inner[1 + dy : 1 + dy + rows, 1 + dx : 1 + dx + columns] for dy, dx in _AROUND)
    return np.asarray(np.logical_or.reduce([labels != other for other in around]))
