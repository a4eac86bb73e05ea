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

    from gui.views.plot_strokes import Array


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
    """… and the first row of its own."""

    def is_shared(self, row: int, keys: Collection[int]) -> bool:
        """Whether at a row it still is its parent, and that is one of the runs shown."""
        return row < self.first and self.parent in keys

    def drawn(self, keys: Collection[int]) -> Array:
        """The points to draw among the runs shown: what a branch shares with one of them is drawn once."""
        if not self.is_shared(0, keys):
            return self.points
        points = np.array(self.points)
        points[: self.first] = math.nan
        return points

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
