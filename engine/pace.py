"""Which row of each run stands at a tick of the clock they share: time without a window.

The playhead counts ticks: units of the clock, or samples where a pass over the data has many, so that every moment of
every clock is a whole number.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.clock import ITERATION, moment_of, row_at
from engine.session import ALONE
from surfaces import SampledSurface, build_surface

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from engine.history import Snapshot
    from engine.session import Session


@dataclass(frozen=True, eq=False)
class Pace:
    """How a session's runs go along together; those that wait do not move at all."""

    clock: str
    """What is counted: one of `engine.clock.CLOCKS`; iterations, where each run goes alone."""
    unit: int
    """How many ticks make one unit of the clock."""
    last: int
    """The last tick at which no run stands still only because its next step was not taken."""
    moving: Mapping[int, Snapshot]
    waiting: Mapping[int, int]
    """The rows of the others, by key."""

    @classmethod
    def of(cls, session: Session, snapshots: Sequence[Snapshot], waiting: Mapping[int, int] | None = None) -> Pace:
        """Return the pace that the session's view has chosen; `snapshots` are those of its runs, in order."""
        waiting = waiting or {}
        clock, unit = clock_of(session), ticks_per_unit(session)
        pairs = [pair for pair in zip(session.runs, snapshots, strict=True) if pair[0].key not in waiting]
        seen = [snapshot for run, snapshot in pairs if run.visible] or [snapshot for _, snapshot in pairs]
        moving = {run.key: snapshot for run, snapshot in pairs}
        return cls(clock, unit, _last(seen, clock, unit), moving, waiting)

    def rows(self, tick: int) -> dict[int, int]:
        """Return the row that each run stands at, by key."""
        moment = (tick + 0.5) / self.unit
        return {**{key: row_at(run, self.clock, moment) for key, run in self.moving.items()}, **self.waiting}

    def ticks(self, first: int, last: int, most: int, every: int | None = None) -> tuple[int, ...]:
        """Return ticks `every` so many apart, the last one among them; by default `most` of them or a few less."""
        step = every or max(1, math.ceil((last - first) / max(most - 1, 1)))
        return (*range(first, last, step), last)


def clock_of(session: Session) -> str:
    """Return what the playhead counts."""
    return ITERATION if session.view.pace == ALONE else session.view.pace


def ticks_per_unit(session: Session) -> int:
    """Return how many ticks make one unit of the clock: where runs see batches, as many as there are samples."""
    surface = build_surface(session.surface)
    samples = surface.samples if isinstance(surface, SampledSurface) else 0
    if clock_of(session) == ITERATION or not any(run.sampling.is_stochastic(samples) for run in session.runs):
        return 1
    return max(samples, 1)


def _last(snapshots: Sequence[Snapshot], clock: str, unit: int) -> int:
    """Iterations all end together; by another clock the slowest of those that could go on decides."""
    ends = [
        (snapshot.status.is_final, round(moment_of(snapshot, clock, snapshot.last) * unit)) for snapshot in snapshots
    ]
    still_open = [end for is_final, end in ends if not is_final]
    if still_open and clock != ITERATION:
        return min(still_open)
    return max((end for _, end in ends), default=0)
