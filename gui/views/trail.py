"""A run as the maps show it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from gui.views.long_lines import last_finite

if TYPE_CHECKING:
    from collections.abc import Collection

    from gui.views.plot_strokes import Array, Indices


@dataclass(frozen=True, eq=False)
class Trail:
    """Where a run went, points (n, 2), and its losses (n,)."""

    key: int
    label: str
    slot: int
    points: Array
    loss: Array
    parent: int = 0
    """Of a branch, the key of the run it leaves …"""
    first: int = 0
    """… the first row of its own …"""
    left: tuple[float, float] | None = None
    """… and where its parent was then, if it was nudged away from there."""

    def is_shared(self, row: int, keys: Collection[int]) -> bool:
        """Whether at a row it still is its parent, and that is one of the runs shown."""
        return row < self.first and self.parent in keys

    def drawn(self, keys: Collection[int]) -> Array:
        """The points to draw among the runs shown: what a branch shares with one of them is drawn once."""
        return self._own if self.is_shared(0, keys) else self.points

    @cached_property
    def _own(self) -> Array:
        points = np.array(self.points)
        points[: self.first] = math.nan
        return points

    def line(self, keys: Collection[int]) -> tuple[Array, Indices | None]:
        """The same with the rows of the points: a step to where a branch is nudged away from ends there."""
        points = self.drawn(keys)
        if self.left is None or not 0 < self.first < len(points):
            return points, None
        between = np.array([self.left, (math.nan, math.nan)])
        rows = np.arange(len(points))
        return np.insert(points, self.first, between, axis=0), np.insert(rows, self.first, (self.first, self.first))

    @cached_property
    def _end(self) -> int:
        return last_finite(self.points)

    def place(self, row: int) -> tuple[float, float]:
        """Where the run is at a row, past its end where it was last; NaN if it was never anywhere."""
        at = min(row, self._end)
        x, y = self.points[at].tolist() if at >= 0 else (math.nan, math.nan)
        return x, y

    def loss_at(self, row: int) -> float:
        """The loss at a row, or the last one."""
        at = min(row, len(self.loss) - 1)
        return float(self.loss[at]) if at >= 0 else math.nan
