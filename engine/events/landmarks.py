"""Critical points that a run comes near: found on its way, from nothing but its rows.

A surface may declare none, and a search may know none: of a typed formula on the command line, with many parameters,
off the plot. So Newton's method is tried where the gradient is below G: from the first row in each cell of a grid, and
from the first one in it at which the gradient is smaller than before and after. From there it leads to what the run is
about to meet; what it passes by is found from around the first row in each cell of a coarser grid, however steep it is
there. Which rows these are depends on earlier rows alone: a run that grew finds what one finds that is read at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from engine.events.block import lengths
from engine.events.cells import Cells
from engine.events.landings import critical_points, directions, landings
from engine.events.thresholds import (
    AROUND,
    BEGINNING,
    CELL,
    EVERY,
    EVERY_LATER,
    MOST_FOUND,
    MOST_LOOKS,
    MOST_TRIES,
    MOST_UNCLEAR,
    PART,
    PER_ROWS,
    RING,
    SAME_POINT,
)
from surfaces.scales import MOST_SAMPLES, HasSamples

if TYPE_CHECKING:
    from engine.events.block import Block
    from engine.events.columns import Truths
    from engine.events.ground import Ground
    from engine.events.stretches import Rows
    from engine.history import Snapshot
    from surfaces import Array, CriticalPoint

APART = 8
"""So many rows lie between low ones."""


class Landmarks:
    """The critical points that one run has found so far, beside those that were known."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._known = ground.places.T
        width, dim = ground.scales.diagonal, ground.surface.dim
        self._cells = Cells(CELL * width, dim, MOST_TRIES, PER_ROWS)
        self._parts = Cells(PART * width, dim, MOST_LOOKS, PER_ROWS)
        self._ring = RING * width * directions(dim, AROUND)
        self._starts: list[int] = []
        self._lookouts: list[int] = []
        self._landed = np.empty((0, ground.surface.dim))
        self._unclear = MOST_UNCLEAR
        self._rows = 0
        self.found: tuple[CriticalPoint, ...] = ()

    # Where to start

    def look(self, block: Block) -> None:
        """Look at the rows of a block that are new, and choose those to start from."""
        first, self._rows = max(self._rows, block.begin), max(self._rows, block.end)
        if first >= block.end or len(self.found) >= MOST_FOUND:
            return
        rows = _some_rows(first, block.end)
        self._starts += self._gentle_rows(block, rows, _low_rows(block, first))
        places = block.params[:, rows - block.begin]
        self._lookouts += self._parts.new(*self._parts.entering(rows, places, self._inside(places)))

    def _gentle_rows(self, block: Block, rows: Rows, low: Rows) -> list[int]:
        """Those of some rows, and of some that are low, that are the first on gentle ground in a cell."""
        steep = self._ground.scales.gradient_scale
        (rows, cells), (low, others) = (
            self._cells.entering(some, block.params[:, some - block.begin], block.slope[some - block.begin] < steep)
            for some in (rows, low)
        )
        both = np.concatenate([rows, low])
        order = np.argsort(both, kind="stable")
        return self._cells.new(both[order], np.concatenate([cells, -others])[order])

    def _inside(self, places: Array) -> Truths:
        """Whether places (dim, n) are on the plot."""
        edges = zip(*self._ground.box, places, strict=True)
        return np.asarray(np.logical_and.reduce([(low <= each) & (each <= high) for low, high, each in edges]))

    # Where that leads

    def follow(self, snapshot: Snapshot) -> bool:
        """Follow Newton's method from the rows that were chosen; return whether that has found points."""
        if not self._starts and not self._lookouts:
            return False
        new = self._new(*self._beginnings(snapshot.params))
        self.found += new
        return bool(new)

    def _beginnings(self, params: Array) -> tuple[Array, Array]:
        """Where to begin, in the order of the rows that were chosen, and their places."""
        rows = np.array(self._lookouts + self._starts)
        ring = np.repeat([len(self._ring), 1], [len(self._lookouts), len(self._starts)])
        self._lookouts, self._starts = [], []
        order = np.argsort(rows, kind="stable")
        rows, ring = rows[order], ring[order]
        places, shift = params[np.repeat(rows, ring)], np.zeros((int(ring.sum()), params.shape[1]))
        shift[np.repeat(ring > 1, ring)] = np.tile(self._ring, (int((ring > 1).sum()), 1))
        return places + shift, places

    def _new(self, begin: Array, places: Array) -> tuple[CriticalPoint, ...]:
        """The points that Newton's method finds from some beginnings near places and that are not known yet."""
        surface, scales = self._ground.surface, self._ground.scales
        few = surface.thinned(MOST_SAMPLES) if isinstance(surface, HasSamples) else surface
        landed = landings(few, begin, places, scales, self._known)
        new = self._elsewhere(landed[np.isfinite(landed).all(axis=1)])
        self._landed = np.concatenate([self._landed, new])
        if few is not surface and len(new):
            new = landings(surface, new, new, scales, self._known)
            new = new[np.isfinite(new).all(axis=1)]
        if not len(new):
            return ()
        points, unclear = critical_points(surface, new, scales, self._unclear)
        self._unclear = max(0, self._unclear - unclear)
        return self._unknown(points)

    def _elsewhere(self, places: Array) -> Array:
        """The places where none has landed before, nor among them."""
        apart, kept = SAME_POINT * self._ground.scales.diagonal, [np.empty((0, places.shape[1]))]
        for place in self._landed if len(places) else ():
            places = places[lengths((places - place).T) > apart]
        while len(places):
            kept.append(places[:1])
            places = places[lengths((places - places[0]).T) > apart]
        return np.concatenate(kept)

    def _unknown(self, points: tuple[CriticalPoint | None, ...]) -> tuple[CriticalPoint, ...]:
        """Those of the points that are neither known nor too many."""
        new: list[CriticalPoint] = []
        apart = SAME_POINT * self._ground.scales.diagonal
        for point in points:
            if point is None or len(self.found) + len(new) >= MOST_FOUND:
                continue
            known = [*self._known, *(np.array(other.params) for other in (*self.found, *new))]
            if all(float(np.linalg.norm(place - point.params)) > apart for place in known):
                new.append(point)
        return tuple(new)


def _some_rows(first: int, end: int) -> Rows:
    """Every second row of a run's beginning, later every sixteenth: long runs are slow."""
    early = np.arange(first + first % EVERY, min(end, BEGINNING), EVERY)
    late = max(first, BEGINNING)
    return np.concatenate([early, np.arange(late + -late % EVERY_LATER, end, EVERY_LATER)])


def _low_rows(block: Block, first: int) -> Rows:
    """The rows at which the gradient is smaller than at the one before and at the next, if that is `first` or later.

    After a run's beginning not those that follow another one at once: whoever goes to and fro has them all the time.
    """
    start = max(first - 2 - APART, block.begin)
    slope = block.slope[start - block.begin :]
    low = start + 1 + np.flatnonzero((slope[1:-1] < slope[:-2]) & (slope[1:-1] <= slope[2:]))
    alone = np.diff(low, prepend=-APART) >= APART
    return low[(low >= first - 1) & (alone | (low < BEGINNING))]
