"""The learning rate of each axis, row by row of a run: what a step's own scaling leaves of η.

−rate · g is what the scaling makes of the slope alone, before memory, weight decay and limits change it: for Adam
η/(√v̂ + ε), for a rule that scales nothing η itself. It is what `engine.explain` finds when it takes the steps once
more; elementwise rules take many at once, their tape running on whole columns of the record.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.branch import began, stretches
from engine.explain import explain
from engine.explain.rule import trace
from engine.optimizer import Elementwise
from engine.run import batches_of
from engine.tape import NotTapeableError, taped
from surfaces import build_surface

if TYPE_CHECKING:
    from engine.branch import Stretch
    from engine.explain.rule import TracedStep
    from engine.history import Snapshot
    from engine.run import RunConfig
    from surfaces import Array, Indices

AT_ONCE, ONE_BY_ONE = 4096, 2
"""About so many rows are read in a few milliseconds: on columns, and by taking step after step."""


@dataclass(frozen=True)
class AxisRate:
    """Reads the learning rate of one axis from records of a run."""

    config: RunConfig
    axis: int

    @property
    def at_once(self) -> int:
        """About how many rows are read in a few milliseconds."""
        return AT_ONCE if _sees_columns(self.config) else ONE_BY_ONE

    def __call__(self, snapshot: Snapshot, first: int, stop: int) -> Array:
        """Return the rates of the steps from rows `first` to before `stop`, shape (n,)."""
        return axis_rates(self.config, snapshot, first, stop)[:, self.axis]


def has_rates(config: RunConfig, snapshot: Snapshot) -> bool:
    """Whether axes have learning rates of their own in a run's first step, or in its last."""
    return any(explain(config, snapshot, row, written=False).axis_rates for row in (0, snapshot.last))


def axis_rates(config: RunConfig, snapshot: Snapshot, first: int, stop: int) -> Array:
    """Return the learning rate of every axis in the steps from rows `first` to before `stop`, shape (n, dim).

    NaN where no axis has one of its own: where a matrix turns the slope, or there is no step.
    """
    rates = np.full((stop - first, snapshot.layout.dim), np.nan)
    for stretch in stretches(config, snapshot):
        rows = np.arange(max(first, stretch.first), min(stop, stretch.stop))
        if _sees_columns(stretch.config):
            rows = _fill(rates, first, stretch, rows)
        for row in rows.tolist():
            rates[row - first] = explain(config, snapshot, row, written=False).axis_rates or np.nan
    return rates


def _sees_columns(config: RunConfig) -> bool:
    """Whether a run's steps are those of an elementwise rule on the gradients in its record."""
    optimizer = config.optimizer
    is_plain = isinstance(optimizer, Elementwise) and type(optimizer).step is Elementwise.step
    return is_plain and batches_of(config, build_surface(config.surface)) is None


def _fill(rates: Array, first: int, stretch: Stretch, rows: Indices) -> Indices:
    """Fill in rows by running the rule's tape on all of them; return those that are left, of rules without a tape.

    A tape is that of all rows at which the rule's own decisions come out as at its first one; the others have another.
    """
    while len(rows):
        try:
            step = _traced(stretch, rows)
        except NotTapeableError:
            break
        holds = _holds(step, len(rows))
        found = step.scaled(stretch.snapshot.gradient[rows]).rates
        assert found is not None
        rates[rows[holds] - first] = found[holds]
        rows = rows[~holds]
    return rows


def _traced(stretch: Stretch, rows: Indices) -> TracedStep:
    """Run the rule's tape of the first of these rows on all of them."""
    optimizer, snapshot = stretch.config.optimizer, stretch.snapshot
    assert isinstance(optimizer, Elementwise)
    iterations = rows - began(stretch.config, snapshot)
    eta = snapshot.learning_rate[rows]
    program = taped(optimizer, float(eta[0]), int(iterations[0]))
    moving = snapshot.params[rows], snapshot.gradient[rows], _states(optimizer, snapshot, rows)
    return trace(optimizer, *moving, eta[:, None], iterations[:, None], program)


def _states(optimizer: Elementwise, snapshot: Snapshot, rows: Indices) -> Any:
    """Return the states that rows start from, each field of shape (n, width)."""
    like, table = optimizer.init(np.zeros(snapshot.layout.dim)), snapshot.table
    ends = 2 * snapshot.layout.dim + 3 + np.cumsum([0, *(np.size(value) for value in like)])
    return type(like)(*(table[rows, begin:end] for begin, end in pairwise(ends.tolist())))


def _holds(step: TracedStep, count: int) -> Any:
    """Return in which rows the rule's own decisions come out as the tape has them, shape (n,)."""
    holds = np.ones(count, dtype=bool)
    for place, truth in step.program.guards:
        came_out = np.asarray(step.entries[place].value, dtype=bool).reshape(-1)
        holds &= came_out == truth
    return holds
