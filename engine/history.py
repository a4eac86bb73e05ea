"""What a run leaves behind: one growing table, handed out as read-only snapshots without a copy."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np

from engine.laps import UNMEASURED
from engine.oracle import Evaluations

if TYPE_CHECKING:
    from collections.abc import Sequence

    from surfaces import Array


class RunStatus(StrEnum):
    """How a run stands. An outcome, never an exception."""

    RUNNING = "running"
    CONVERGED = "converged"
    STEP_LIMIT = "step limit"
    DIVERGED = "diverged"
    NON_FINITE = "non-finite"

    @property
    def is_final(self) -> bool:
        """Whether no further step will be taken, whatever the limit."""
        return self in (RunStatus.CONVERGED, RunStatus.DIVERGED, RunStatus.NON_FINITE)


@dataclass(frozen=True)
class Layout:
    """Which column of a history is what.

    The columns are params (dim), loss, gradient (dim), learning_rate, evaluations, then the state's fields, a field
    of a coordinate-wise state taking dim columns. Row k holds everything step k starts from.
    """

    dim: int
    state_fields: tuple[tuple[str, int], ...] = ()
    """Name and width of each state field."""

    @property
    def width(self) -> int:
        """The number of columns."""
        return 2 * self.dim + 3 + sum(width for _, width in self.state_fields)

    def state_columns(self) -> dict[str, slice]:
        """Return the columns of each state field."""
        columns, first = {}, 2 * self.dim + 3
        for name, width in self.state_fields:
            columns[name] = slice(first, first + width)
            first += width
        return columns


class History:
    """A table that grows by doubling; only the run that owns it writes, and only below the rows already there."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self._table = np.empty((64, layout.width))
        self._length = 0

    def __len__(self) -> int:
        return self._length

    def extend(self, rows: Sequence[Sequence[float]] | Array) -> None:
        """Append rows of `layout.width` numbers."""
        if not len(rows):
            return
        needed = self._length + len(rows)
        if needed > len(self._table):
            grown = np.empty((max(needed, 2 * len(self._table)), self.layout.width))
            grown[: self._length] = self._table[: self._length]
            self._table = grown  # snapshots keep the old table alive and unchanged
        self._table[self._length : needed] = rows
        self._length = needed

    def view(self) -> Array:
        """Return the rows so far, read-only."""
        view = self._table[: self._length]
        view.flags.writeable = False
        return view


@dataclass(frozen=True, eq=False)
class Snapshot:
    """A run as it stood at one moment: read-only rows, the status, what was spent."""

    table: Array
    layout: Layout
    status: RunStatus
    reason: str = ""
    """One sentence on a status that needs one."""
    totals: Evaluations = field(default_factory=Evaluations)
    before: Snapshot | None = None
    """Of a branch, the record of its parent up to where it branched off …"""
    first: int = 0
    """… and the first row of its own: earlier ones have of its state only what its parent has too."""
    laps: Array = field(default_factory=lambda: UNMEASURED)
    """What computing it has taken, see `engine.laps`; of a branch, from its oldest ancestor's start."""

    def __len__(self) -> int:
        return len(self.table)

    @property
    def left(self) -> Array | None:
        """Where the parent of a branch was, shape (dim,), if it was nudged away from there; else None."""
        if self.before is None or self.first > self.last:
            return None
        there = self.before.params[-1]
        return None if np.array_equal(there, self.params[self.first]) else there

    @property
    def last(self) -> int:
        """The index of the last recorded iteration."""
        return len(self.table) - 1

    @property
    def params(self) -> Array:
        """Positions, shape (n, dim)."""
        return self.table[:, : self.layout.dim]

    @property
    def loss(self) -> Array:
        """Losses of the full surface, shape (n,)."""
        return self.table[:, self.layout.dim]

    @property
    def gradient(self) -> Array:
        """Gradients of the full surface, shape (n, dim)."""
        return self.table[:, self.layout.dim + 1 : 2 * self.layout.dim + 1]

    @property
    def gradient_norm(self) -> Array:
        """Euclidean norms of the gradients, shape (n,)."""
        with np.errstate(over="ignore"):
            return np.asarray(np.hypot.reduce(self.gradient, axis=1))

    @property
    def learning_rate(self) -> Array:
        """The learning rate of the step that starts at each row, shape (n,)."""
        return self.table[:, 2 * self.layout.dim + 1]

    @property
    def evaluations(self) -> Array:
        """Gradient evaluations spent to reach each row, in full passes over the data, shape (n,)."""
        return self.table[:, 2 * self.layout.dim + 2]

    @property
    def update(self) -> Array:
        """params(k+1) − params(k), shape (n − 1, dim)."""
        return np.diff(self.params, axis=0)

    def state(self, name: str) -> Array:
        """Return a state field's columns, shape (n, width)."""
        return self.table[:, self.layout.state_columns()[name]]
