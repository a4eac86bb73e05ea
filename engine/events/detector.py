"""The detector: works out what is new in a growing history, then names what happened in all of it."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import numpy as np

from engine.branch import parent_of
from engine.events.block import Block
from engine.events.columns import Columns, read_columns
from engine.events.cycles import Returns, limit_cycles, read_returns
from engine.events.describing import NOTHING
from engine.events.endings import endings, place_of_rest
from engine.events.event import KINDS, Event
from engine.events.ground import ground_of
from engine.events.journey import Journey
from engine.events.landmarks import Landmarks
from engine.events.noise import Wanderings, noise_balls, read_wanderings
from engine.events.saddles import approaches, visits
from engine.events.thresholds import BALL_STEP, BLOCK, PERIODS, SLOW
from engine.events.turns import Turns, oscillations, read_turns
from engine.events.ways import crossings, departures, overshoots, plateaus
from engine.run import batches_of
from surfaces import build_surface

if TYPE_CHECKING:
    from collections.abc import Sequence

    from engine.history import RunStatus, Snapshot
    from engine.run import RunConfig
    from surfaces import CriticalPoint, Surface

AT_A_TIME = 34_000
"""Rows that are read at once."""

OVERLAP = 8
"""So many blocks of a cycle may be needed again."""

Table = TypeVar("Table", bound=NamedTuple)


class Detector:
    """Finds the events of one run, again and again while it grows, at the price of its new rows.

    Parameters
    ----------
    surface : Surface
        What the run goes over.
    points : tuple of CriticalPoint, optional
        The critical points that are known, as `surfaces.critical_points.find_critical_points` finds them; without
        any, those that the surface declares.
    random : bool
        Whether the run's steps depend on chance: only then there are noise balls, only otherwise limit cycles, and what
        chance might do by itself takes longer to count as an oscillation or an overshoot.
    """

    def __init__(
        self, surface: Surface, points: tuple[CriticalPoint, ...] | None = None, *, random: bool = False
    ) -> None:
        self._given = self._ground = ground_of(surface, points)
        self._landmarks = Landmarks(self._given)
        self._random = random
        self._journey = Journey()
        self._read: _Read | None = None
        self._last_row = b""
        self._status: RunStatus | None = None
        self._rest: CriticalPoint | None = None
        self._swings: dict[tuple[int, int], Event] = {}
        self._answer: tuple[float, tuple[Event, ...]] | None = None

    def find(self, snapshot: Snapshot, elsewhere: float = math.inf) -> tuple[Event, ...]:
        """Return the events of a run in order of iteration: those of all its rows, whatever was asked before.

        `elsewhere` is the loss of the lowest minimum that other runs over the surface have found.
        """
        self.read(snapshot)
        elsewhere = min(elsewhere, self.lowest)
        if self._answer is None or self._answer[0] != elsewhere:
            if self._ground.elsewhere != elsewhere:
                self._ground = self._ground.with_elsewhere(elsewhere)
            assert self._read is not None
            named = (self._with_origin(event) for event in self._named(snapshot, self._read))
            self._answer = elsewhere, tuple(sorted(named, key=_order))
        return self._answer[1]

    def read(self, snapshot: Snapshot) -> None:
        """Work out what is new in a run, without naming what happened."""
        if not self._goes_on(snapshot):
            self._begin(snapshot)
        elif len(snapshot) == self._done and self._status is snapshot.status:
            return
        self._answer = None
        self._read = self._read_on(snapshot)
        if self._landmarks.follow(snapshot):
            self._read = self._read_again(snapshot, self._read)
        self._last_row, self._status = snapshot.table[-1].tobytes(), snapshot.status
        self._rest = place_of_rest(self._ground, snapshot)

    @property
    def found(self) -> tuple[CriticalPoint, ...]:
        """The critical points that the run has found on its way, and where it has come to rest if nobody knew."""
        known, rest = self._landmarks.found, self._rest
        return known if rest is None or rest in self._ground.points else (*known, rest)

    @property
    def lowest(self) -> float:
        """Loss of the lowest minimum that the run knows of; infinite if it knows of none."""
        rest = math.inf if self._rest is None else self._rest.value
        return min(rest, math.inf if self._ground.own_best is None else self._ground.own_best)

    @property
    def _done(self) -> int:
        return 0 if self._read is None else len(self._read.columns.inside)

    def _goes_on(self, snapshot: Snapshot) -> bool:
        """Whether a snapshot begins with the rows that were read, as far as their last one tells."""
        return 0 < self._done <= len(snapshot) and snapshot.table[self._done - 1].tobytes() == self._last_row

    def _begin(self, snapshot: Snapshot) -> None:
        """Forget what was read."""
        self._ground, self._landmarks, self._read = self._given, Landmarks(self._given), None
        self._status = self._rest = self._answer = None
        self._swings = {}
        self._journey = Journey.of(self._given, snapshot)

    def _read_again(self, snapshot: Snapshot, read: _Read) -> _Read:
        """Read again what depends on the critical points that are known."""
        self._ground = self._given.with_found(self._landmarks.found).with_elsewhere(self._ground.elsewhere)
        nothing = Columns._make(column[:0] for column in read.columns)
        self._read = read._replace(columns=nothing, least=math.inf)
        return self._read_on(snapshot)

    def _read_on(self, snapshot: Snapshot) -> _Read:
        """Read the new rows, some at a time: what fits into the processor's cache takes half the time."""
        parts = [] if self._read is None else [self._read]
        counts = (0,) * (2 + self._kinds) if self._read is None else self._read.counts
        for end in [*range(counts[0] + AT_A_TIME, len(snapshot), AT_A_TIME), len(snapshot)]:
            parts.append(self._read_part(snapshot, end, parts[-1] if parts else None, *counts))
            counts = tuple(before + new for before, new in zip(counts, parts[-1].counts, strict=True))
        columns, turns, repeats, least = zip(*parts, strict=True)
        return _Read(_joined(columns), _joined(turns), tuple(map(_joined, zip(*repeats, strict=True))), least[-1])

    @property
    def _kinds(self) -> int:
        """How many tables tell whether a run repeats itself or gets nowhere."""
        return 1 if self._random else len(PERIODS)

    def _read_part(
        self, snapshot: Snapshot, end: int, before: _Read | None, rows: int, turns: int, *repeats: int
    ) -> _Read:
        ground, random = self._ground, self._random
        sizes = (BALL_STEP,) if random else PERIODS
        firsts = (count * size for count, size in zip(repeats, sizes, strict=True))
        block = Block.of(snapshot, min(max(0, rows - SLOW), turns * BLOCK, *firsts), end)
        self._landmarks.look(block)
        least = math.inf if before is None else before.least
        return _Read(
            read_columns(ground, self._journey, block, rows, least),
            read_turns(ground, block, turns, random=random),
            (read_wanderings(block, *repeats),) if random else read_returns(ground, block, _last(before), repeats),
            min(least, float(np.fmin.reduce(block.loss))),
        )

    def _with_origin(self, event: Event) -> Event:
        """Say of an event whether its place was found on the way, and what it is measured by by another run."""
        found = event.place in self._ground.found or (event.place is self._rest and self._rest in self.found)
        by_others = self.lowest - self._ground.elsewhere > NOTHING
        elsewhere = by_others and event.number("above_best") is not None
        return replace(event, found=found, elsewhere=elsewhere) if found or elsewhere else event

    def _named(self, snapshot: Snapshot, read: _Read) -> list[Event]:
        ground, columns = self._ground, read.columns
        again = [
            event
            for scale, table in enumerate(read.repeats)
            for event in (
                noise_balls(ground, snapshot, table)
                if isinstance(table, Wanderings)
                else limit_cycles(ground, snapshot, table, scale)
            )
        ]
        return [
            *approaches(ground, snapshot, columns),
            *visits(ground, snapshot, columns, self._journey.fall(ground)),
            *crossings(ground, snapshot, columns),
            *overshoots(ground, snapshot, columns, self._random),
            *oscillations(ground, snapshot, read.turns, self._random, self._swings),
            *again,
            *plateaus(ground, snapshot, columns),
            *departures(ground, snapshot, columns),
            *endings(ground, snapshot, self._rest),
        ]


class _Read(NamedTuple):
    """What has been worked out of a history."""

    columns: Columns
    turns: Turns
    repeats: tuple[Returns | Wanderings, ...]
    """The first ones, for each length of periods, where nothing is left to chance; the other where something is."""
    least: float
    """The lowest loss so far."""

    @property
    def counts(self) -> tuple[int, ...]:
        """How far each table goes."""
        return tuple(len(table[0]) for table in (self.columns, self.turns, *self.repeats))


def _last(read: _Read | None) -> list[Returns]:
    """The last blocks that were looked at for cycles: some of those that come are twice as long."""
    if read is None:
        return [Returns(np.empty(0), np.empty(0))] * len(PERIODS)
    return [table.last(OVERLAP) for table in read.repeats if isinstance(table, Returns)]


def _joined(tables: Sequence[Table]) -> Table:
    """Tables of columns one below the other."""
    return tables[0] if len(tables) == 1 else type(tables[0])._make(map(np.concatenate, zip(*tables, strict=True)))


def _order(event: Event) -> tuple[int, int]:
    return event.iteration, KINDS.index(event.kind)


def find_events(
    snapshot: Snapshot, surface: Surface, points: tuple[CriticalPoint, ...] | None = None, *, random: bool = False
) -> tuple[Event, ...]:
    """Return the events of a run in order of iteration; the arguments are those of `Detector`."""
    return Detector(surface, points, random=random).find(snapshot)


def is_random(config: RunConfig) -> bool:
    """Return whether the steps of a run, or of what it branches off, depend on batches or other draws."""
    batched = batches_of(config, build_surface(config.surface)) is not None
    return config.optimizer.draws or batched or (config.origin is not None and is_random(parent_of(config)))
