"""The rows with which a run comes into parts of the ground it has not been to."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from engine.events.columns import Truths
    from engine.events.stretches import Rows
    from surfaces import Array

SLOTS = 4096
"""So many of the cells that were entered are kept at hand."""


class Cells:
    """The cells of a grid that one run has been in; which are new depends on the order of its rows alone.

    Parameters
    ----------
    width : float
        How wide a cell is.
    dim : int
        The number of parameters.
    most, per_rows : int
        No more than so many cells are told for each so many rows.
    """

    def __init__(self, width: float, dim: int, most: int, per_rows: int) -> None:
        self._share, self._most, self._per_rows = 1.0 / width, most, per_rows
        self._factors = np.random.default_rng(0).uniform(1e3, 2e3, dim)
        self._been: set[float] = set()
        self._lately = np.full(SLOTS, np.nan)

    def entering(self, rows: Rows, places: Array, wanted: Truths) -> tuple[Rows, Array]:
        """Return those of some rows that are wanted and in another cell than the one before, and their cells."""
        if not wanted.all():
            rows, places = rows[wanted], places[:, wanted]
        cells = self._numbers(places)
        entered = np.append(True, cells[1:] != cells[:-1])[: len(cells)]
        return rows[entered], cells[entered]

    def new(self, rows: Rows, cells: Array) -> list[int]:
        """Return the rows whose cells are new."""
        found: list[int] = []
        for some in _growing(rows, self._per_rows):
            found += self._new(rows[some], cells[some])
        return found

    def _numbers(self, places: Array) -> Array:
        """A number for the cell of each place (dim, n)."""
        number = np.zeros(places.shape[1])
        for place, factor in zip(places, self._factors, strict=True):
            number += np.floor(place * self._share) * factor
        return number

    def _new(self, rows: Rows, cells: Array) -> list[int]:
        """Those of some rows between two multiples of `per_rows`. Most are not new, and that is seen at a glance."""
        with np.errstate(invalid="ignore"):
            slots = cells.astype(np.int64) % SLOTS
        found: list[int] = []
        new = self._lately[slots] != cells
        for row, cell, slot in zip(rows[new].tolist(), cells[new].tolist(), slots[new].tolist(), strict=True):
            if cell not in self._been:
                if len(self._been) >= self._most * (1 + row // self._per_rows):
                    break
                self._been.add(cell)
                found.append(row)
            self._lately[slot] = cell
        return found


def _growing(rows: Rows, per_rows: int) -> list[slice]:
    """All of some rows, the first few of them first, none across a multiple of `per_rows`."""
    if not len(rows):
        return []
    multiples = np.arange(rows[0] // per_rows + 1, rows[-1] // per_rows + 1) * per_rows
    edges = {0, len(rows), *np.searchsorted(rows, multiples).tolist()}
    edges |= {edge for edge in (64, 1024) if edge < len(rows)}
    return [slice(*pair) for pair in pairwise(sorted(edges))]
