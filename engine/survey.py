"""Lanes laid out on a grid and worked on from coarse to fine, so that a picture appears at once and sharpens."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from engine.lane_ends import LaneEnds
from engine.lanes import go_one_by_one
from surfaces import SampledSurface, build_surface

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Sequence

    from engine.crew import Crew
    from engine.lanes import Lanes
    from engine.run import RunConfig
    from surfaces import Indices

    Block = tuple[int, Lanes, Indices]
    """Level, lanes, and where these stand."""

COARSEST = 16
"""The first picture has every so many'th point of each axis."""
NUMBERS = 32_768
"""Coordinates, or losses of samples, that a block works on at a time: its arrays stay in a core's cache."""
FEWEST = 1024
"""Lanes below which a block costs more than its lanes."""
ONE_BY_ONE = 8
"""Lanes of a block that takes them one after another."""


@dataclass(frozen=True, eq=False)
class Group:
    """Lanes that share a config, and where they stand among all."""

    lanes: Lanes
    places: Indices


class Survey:
    """The ends of many lanes, filled in from coarse to fine.

    Parameters
    ----------
    groups : sequence of Group
        Every lane in one of them.
    levels : array of int, shape (lanes,)
        The lower, the sooner; see `levels_of_grid`.

    Attributes
    ----------
    ends : LaneEnds
        Of all lanes; only those that are `known` mean anything.
    known : array of bool, shape (lanes,)
        Who has ended.
    """

    def __init__(self, groups: Sequence[Group], levels: Indices) -> None:
        self._groups, self._levels = groups, levels
        self.ends = LaneEnds.blank(len(levels), groups[0].lanes.starts.shape[1] if groups else 0)
        self.known = np.zeros(len(levels), dtype=np.bool_)

    def run(
        self, crew: Crew, stopped: Callable[[], bool] | None = None, coarse_first: bool = True
    ) -> Generator[Indices]:
        """Yield the lanes that have just become known, block after block.

        Closing the iterator gives up on the rest. Raises `engine.lanes.Cancelled` soon after `stopped` became true.
        Without a picture on the way (not `coarse_first`) all of it is known a tenth sooner: small blocks cost more.
        """
        blocks = sorted(self._blocks(crew.size, coarse_first), key=lambda block: block[0])
        if not coarse_first:
            blocks = _from_outside(blocks)
        for place, ends in crew.run([lanes for _, lanes, _ in blocks], stopped):
            places = blocks[place][2]
            self.ends.put(places, ends)
            self.known[places] = True
            yield places

    def _blocks(self, workers: int, coarse_first: bool) -> Iterator[Block]:
        for group in self._groups:
            most = lanes_of_a_block(group.lanes.config, len(self._levels), workers)
            levels = self._levels[group.places] if coarse_first else np.zeros_like(group.places)
            for level in range(int(levels.max(initial=-1)) + 1):
                own = np.flatnonzero(levels == level)
                for first in range(0, own.size, most):
                    part = own[first : first + most]
                    yield level, group.lanes.take(part), group.places[part]


class Surveyed:
    """What is made of a survey: it can be asked how far it is, and run on.

    Parameters
    ----------
    groups : sequence of Group
        What runs.
    levels : array, shape (n,)
        When each run's turn is, coarse to fine.
    """

    def __init__(self, groups: Sequence[Group], levels: Indices) -> None:
        self._levels = levels
        self._survey = Survey(groups, levels)

    @property
    def done(self) -> float:
        """Which share of the runs is over."""
        return float(self._survey.known.mean())

    def run(
        self, crew: Crew, stopped: Callable[[], bool] | None = None, coarse_first: bool = True
    ) -> Generator[Indices]:
        """Take the runs, coarse to fine, and yield those that have just become known; as `Survey.run`."""
        return self._survey.run(crew, stopped, coarse_first)

    def _known_in_order(self) -> Indices:
        """Return the runs that are known, the coarse ones first."""
        order = np.flatnonzero(self._survey.known)
        return order[np.argsort(self._levels[order], kind="stable")]


def _from_outside(blocks: list[Block]) -> list[Block]:
    """Return the first block, the last, the second, …: those at the edges of a grid take longest, and come first."""
    return [blocks[number // 2 if number % 2 == 0 else -1 - number // 2] for number in range(len(blocks))]


def lanes_of_a_block(config: RunConfig, lanes: int, workers: int) -> int:
    """Return how many of some lanes are worked on together: two blocks or more for each worker."""
    if go_one_by_one(config):
        return ONE_BY_ONE
    surface = build_surface(config.surface)
    width = max(surface.dim, surface.samples if isinstance(surface, SampledSurface) else 1)
    most, fair = max(1, NUMBERS // width), -(-lanes // (2 * workers))
    return min(most, max(fair, FEWEST))


def levels_of_grid(shape: tuple[int, ...]) -> Indices:
    """Return the level of every point of a grid, flattened: 0 where all indices are multiples of 16, 1 of 8, …, 4."""
    levels = np.zeros(shape, dtype=np.int64)
    for axis, size in enumerate(shape):
        own, index = np.zeros(size, dtype=np.int64), np.arange(size)
        stride = COARSEST
        while stride > 1:
            own += index % stride != 0
            stride //= 2
        levels = np.maximum(levels, own.reshape([-1 if a == axis else 1 for a in range(len(shape))]))
    return levels.reshape(-1)
