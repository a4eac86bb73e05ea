"""Critical points that a run comes near: found on its way, from nothing but its rows.

A surface may declare none, and a search may know none: of a typed formula on the command line, with many parameters,
off the plot. So Newton's method is tried where the gradient is below G: from the first row in each cell of a grid, and
from the first one in it at which the gradient is smaller than before and after. Which rows these are depends on earlier
rows alone: a run that grew finds what one finds that is read at once.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from engine.events.block import lengths
from engine.events.landings import critical_points, landings
from engine.events.thresholds import CELL, EVERY, MOST_FOUND, MOST_TRIES, MOST_UNCLEAR, PER_ROWS, SAME_POINT
from surfaces.scales import MOST_SAMPLES, HasSamples

if TYPE_CHECKING:
    from engine.events.block import Block
    from engine.events.ground import Ground
    from engine.events.stretches import Rows
    from engine.history import Snapshot
    from surfaces import Array, CriticalPoint

SLOTS = 4096
"""So many of the cells that were entered are kept at hand."""


class Landmarks:
    """The critical points that one run has found so far, beside those that were known."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._known = ground.places.T
        self._factors = np.random.default_rng(0).uniform(1e3, 2e3, ground.surface.dim)
        self._tried: set[float] = set()
        self._lately = np.full(SLOTS, np.nan)
        self._starts: list[int] = []
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
        begin, low = first + first % EVERY, _low_rows(block, first)
        part, here = slice(begin - block.begin, None, EVERY), low - block.begin
        rows, cells = self._entering(np.arange(begin, block.end, EVERY), block.params[:, part], block.slope[part])
        low, others = self._entering(low, block.params[:, here], block.slope[here])
        order = np.argsort(np.concatenate([rows, low]), kind="stable")
        rows, cells = np.concatenate([rows, low])[order], np.concatenate([cells, -others])[order]
        for some in _growing(len(rows)):
            self._choose(rows[some], cells[some])

    def _entering(self, rows: Rows, places: Array, slope: Array) -> tuple[Rows, Array]:
        """Those of some rows that are on gentle ground and in another cell than the one before, and their cells."""
        gentle = slope < self._ground.scales.gradient_scale
        if not gentle.all():
            rows, places = rows[gentle], places[:, gentle]
        cells = self._cells(places)
        entered = np.append(True, cells[1:] != cells[:-1])[: len(cells)]
        return rows[entered], cells[entered]

    def _cells(self, places: Array) -> Array:
        """A number for the cell of each place (dim, n)."""
        share, number = 1.0 / (CELL * self._ground.scales.diagonal), np.zeros(places.shape[1])
        for place, factor in zip(places, self._factors, strict=True):
            number += np.floor(place * share) * factor
        return number

    def _choose(self, rows: Rows, cells: Array) -> None:
        """Choose the rows whose cells are new; most are not, and that is seen at a glance."""
        with np.errstate(invalid="ignore"):
            slots = cells.astype(np.int64) % SLOTS
        new = self._lately[slots] != cells
        for row, cell, slot in zip(rows[new].tolist(), cells[new].tolist(), slots[new].tolist(), strict=True):
            if cell not in self._tried:
                if len(self._tried) >= MOST_TRIES * (1 + row // PER_ROWS):
                    continue
                self._tried.add(cell)
                self._starts.append(row)
            self._lately[slot] = cell

    # Where that leads

    def follow(self, snapshot: Snapshot) -> bool:
        """Follow Newton's method from the rows that were chosen; return whether that has found points."""
        starts, self._starts = self._starts, []
        new = self._new(snapshot.params[starts], snapshot.gradient[starts]) if starts else ()
        self.found += new
        return bool(new)

    def _new(self, places: Array, slopes: Array) -> tuple[CriticalPoint, ...]:
        """The points that Newton's method finds from some places and that are not known yet, in their order."""
        surface, scales = self._ground.surface, self._ground.scales
        few = surface.thinned(MOST_SAMPLES) if isinstance(surface, HasSamples) else surface
        landed = landings(few, places, slopes if few is surface else few.gradient(places), scales, self._known)
        new = self._elsewhere(landed[np.isfinite(landed).all(axis=1)])
        self._landed = np.concatenate([self._landed, new])
        if few is not surface and len(new):
            new = landings(surface, new, surface.gradient(new), scales, self._known)
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


def _low_rows(block: Block, first: int) -> Rows:
    """The rows at which the gradient is smaller than at the one before and at the next, if that is `first` or later."""
    slope = block.slope[max(first - 2, block.begin) - block.begin :]
    low = np.flatnonzero((slope[1:-1] < slope[:-2]) & (slope[1:-1] <= slope[2:]))
    return block.end - len(slope) + 1 + low


def _growing(count: int) -> list[slice]:
    """All of a number of rows, the first few of them first."""
    edges = [0, *(edge for edge in (64, 1024) if edge < count), count]
    return [slice(*pair) for pair in pairwise(edges)]
