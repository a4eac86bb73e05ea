"""What the timeline shows of a run, and where."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable

    from gui.views.plot_strokes import Array

ROW = 16
"""Height of a run's row in pixels."""


@dataclass(frozen=True, eq=False)
class TimelineMark:
    """Something with a name at a moment of a run: an event, or a bookmark."""

    tick: int
    iteration: int
    kind: str
    say: Callable[[], str]
    """Puts it into words; of thousands of marks few are ever read."""
    until: int | None = None
    """The tick until which it lasts."""

    @cached_property
    def text(self) -> str:
        """A sentence."""
        return self.say()


@dataclass(frozen=True, eq=False)
class TimelineRow:
    """A run: how far it is computed, what happened in it, and its loss as points (n, 2) of ticks and heights."""

    key: int
    label: str
    slot: int
    end: int = 0
    ended: bool = False
    marks: tuple[TimelineMark, ...] = ()
    """In order of time."""
    points: Array = field(default_factory=lambda: np.empty((0, 2)))
    firm: int | None = None
    """How many of the first points stay when the line grows; None: all."""
    begin: int = 0
    """The tick from which on it is told: before, a branch is the run that it leaves."""

    @cached_property
    def ticks(self) -> list[int]:
        """When each mark is."""
        return [mark.tick for mark in self.marks]

    @cached_property
    def lasting(self) -> tuple[tuple[int, int], ...]:
        """From when to when those marks reach that last."""
        spans = ((mark.tick, mark.until) for mark in self.marks if mark.until is not None)
        return tuple((first, last) for first, last in spans if last > first)

    def latest(self, tick: int) -> TimelineMark | None:
        """Return what happened last at or before a tick."""
        place = bisect_right(self.ticks, tick)
        return self.marks[place - 1] if place else None

    def between(self, first: int, last: int) -> tuple[TimelineMark, ...]:
        """Return the marks of first <= tick <= last."""
        return self.marks[bisect_left(self.ticks, first) : bisect_right(self.ticks, last)]


class Track(NamedTuple):
    """Where ticks are: tick 0 at `left`, the last one at `right`, in pixels."""

    left: float
    right: float
    last: int

    def x_of(self, tick: int) -> float:
        """The place of a tick."""
        return self.left + (self.right - self.left) * tick / max(self.last, 1)

    def tick_at(self, x: float) -> int:
        """The tick at a place, or the nearest there is."""
        part = (x - self.left) / max(self.right - self.left, 1.0)
        return round(min(max(part, 0.0), 1.0) * self.last)
