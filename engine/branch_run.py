"""Runs that begin as another one: a branch lets its parent do the rows they share."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

import numpy as np

from engine.branch import began, carried, goes_on, parent_of
from engine.history import RunStatus, Snapshot
from engine.laps import upto
from engine.oracle import Evaluations
from engine.run import Run, RunConfig, base_rate

if TYPE_CHECKING:
    from collections.abc import Iterable

    from engine.history import Layout
    from surfaces import Array


class Advancing(Protocol):
    """A run that can be taken further: `engine.run.Run`, or one that begins as another."""

    config: RunConfig

    @property
    def last(self) -> int:
        """The index of the last recorded iteration."""

    def is_done(self, limit: int) -> bool:
        """Whether the run is over or has reached iteration `limit`."""

    def advance(self, steps: int) -> None:
        """Take up to `steps` steps; fewer when the run ends."""

    def snapshot(self, limit: int | None = None) -> Snapshot:
        """Return the run as it stands; with `limit`, a run that has reached it says so."""


def open_run(config: RunConfig, parent: Advancing | None = None) -> Advancing:
    """Return a run at its beginning; the parent of a branch is made if it is not given."""
    return BranchRun(config, parent or open_run(parent_of(config))) if config.origin else Run(config)


class BranchRun:
    """A branch: it takes its parent as far as it needs it, and goes on by itself from there.

    Parameters
    ----------
    config : RunConfig
        One with an origin.
    parent : Advancing
        The run it branches off. It may serve others and be further than is needed here.
    """

    def __init__(self, config: RunConfig, parent: Advancing) -> None:
        assert config.origin is not None
        self.config = config
        self._at = config.origin.iteration
        self._parent = parent
        self._before: Snapshot | None = None
        self._own: Run | None = None

    @property
    def last(self) -> int:
        """The index of the last recorded iteration."""
        return (self._begun() or self._parent).last

    def is_done(self, limit: int) -> bool:
        """Whether the run is over or has reached iteration `limit`."""
        return (self._begun() or self._parent).is_done(limit)

    def advance(self, steps: int) -> None:
        """Take up to `steps` steps, those of the parent up to the branching point."""
        if self._begun() is None:
            shared = min(steps, self._at - self._parent.last)
            self._parent.advance(shared)
            steps -= shared
        own = self._begun()
        if own is not None:
            own.advance(steps)

    def snapshot(self, limit: int | None = None) -> Snapshot:
        """Return the branch as it stands; one that is still its parent has no row of its own."""
        own = self._begun()
        if own is not None:
            assert self._before is not None
            return replace(own.snapshot(limit), before=self._before, first=self._before.last)
        parent = self._parent.snapshot(limit)
        return replace(parent, before=parent, first=len(parent))

    def _begun(self) -> Run | None:
        """Return the branch's own part, once its parent is far enough."""
        if self._own is None and self._parent.is_done(self._at):
            self._before = _cut(self._parent.snapshot(), self._at)
            self._own = _branched(self.config, self._before)
        return self._own


def _cut(snapshot: Snapshot, iteration: int) -> Snapshot:
    """Return a record up to an iteration, as it stood there."""
    if iteration >= snapshot.last:
        return snapshot
    table, laps = snapshot.table[: iteration + 1], upto(snapshot.laps, iteration)
    return replace(snapshot, table=table, laps=laps, status=RunStatus.RUNNING, reason="")


def _branched(config: RunConfig, before: Snapshot) -> Run:
    """Return the run that branches off at the last row of its parent's record `before`."""
    origin, k, dim = config.origin, before.last, before.layout.dim
    assert origin is not None
    point = before.params[k] + np.array(origin.nudge) if origin.nudge else before.params[k]
    fresh = Run(replace(config, start=tuple(point.tolist()), origin=None)).snapshot()
    layout, spent = fresh.layout, _spent(before)
    table = np.full((k + 1, layout.width), np.nan)
    table[:, : 2 * dim + 3] = before.table[:, : 2 * dim + 3]
    _take_over(table, layout, before, before.layout.state_columns())
    table[k] = fresh.table[0]
    _take_over(table[k:], layout, before, (*carried(config, dim), *_remembered(config)))
    _count_on(table[k], layout, spent)
    memory = tuple(table[k, layout.width - len(config.schedule.memory_fields) :].tolist())
    table[k, 2 * dim + 1] = base_rate(config) * config.schedule.factor(k, memory)
    start = Snapshot(table, layout, *_status(config, before, fresh, spent), laps=before.laps)
    run = Run.resumed(config, start, k, began(parent_of(config), before) if goes_on(config, dim) else k)
    counts = run._stepper.evaluations
    counts.values, counts.hessians = start.totals.values, start.totals.hessians  # also what is not asked any more
    return run


def _take_over(table: Array, layout: Layout, before: Snapshot, names: Iterable[str]) -> None:
    """Fill those columns of the last rows that both records have, in the same width."""
    own, theirs = layout.state_columns(), before.layout.state_columns()
    for name in names:
        if name in own and name in theirs:
            columns = before.table[len(before) - len(table) :, theirs[name]]
            if table[:, own[name]].shape == columns.shape:
                table[:, own[name]] = columns


def _remembered(config: RunConfig) -> tuple[str, ...]:
    """Return the columns of the schedule's memory, if the parent's schedule is of the same kind."""
    own, theirs = config.schedule, config.origin and config.origin.schedule
    if type(own) is not type(theirs) or own.memory_fields != theirs.memory_fields:
        return ()
    return tuple(f"schedule_{name}" for name in own.memory_fields)


def _spent(before: Snapshot) -> Evaluations:
    """Return what had been asked at the last row of a record; what its own part never asks, an ancestor did."""
    earlier = Evaluations() if before.before is None else _spent(before.before)
    columns = before.layout.state_columns()
    for what in ("value", "hessian"):
        column = columns.get(f"{what}_evaluations")
        if column is not None:
            setattr(earlier, f"{what}s", float(before.table[-1, column][0]))
    return replace(earlier, gradients=float(before.evaluations[-1]))


def _count_on(row: Array, layout: Layout, spent: Evaluations) -> None:
    """Put the counts of evaluations into a row."""
    row[2 * layout.dim + 2] = spent.gradients
    for name, column in layout.state_columns().items():
        what, _, kind = name.rpartition("_")
        if kind == "evaluations":
            row[column] = getattr(spent, f"{what}s")


def _status(
    config: RunConfig, before: Snapshot, fresh: Snapshot, spent: Evaluations
) -> tuple[RunStatus, str, Evaluations]:
    """Return how a branch stands where it begins: its parent's end is only its own if nothing was changed."""
    assert config.origin is not None
    if fresh.status is RunStatus.NON_FINITE:
        return fresh.status, "The loss or its gradient where it branches off is not a finite number.", spent
    as_it_was = config.origin.carry and not config.origin.nudge
    if as_it_was and before.status.is_final and replace(config, origin=config.origin.origin) == parent_of(config):
        return before.status, before.reason, before.totals
    return RunStatus.RUNNING, "", spent
