"""The timekeeper: from the playhead to the row each run stands at, by the pace the session's view has chosen.

In step, all runs share a clock (engine/clock.py). Alone, only the chosen run moves while the others wait where they
are; whoever is chosen next goes on from there. The playhead counts ticks: iterations, or samples where a pass over
the data has many, so that every moment of every clock is a whole number.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from engine.clock import ITERATION, moment_of, next_moment, previous_moment, row_at
from engine.pace import clock_of, ticks_per_unit
from engine.session import ALONE

if TYPE_CHECKING:
    from engine.history import Snapshot
    from engine.session import RunSpec, Session
    from gui.controllers.playback import Playback
    from gui.controllers.run_controller import RunController
    from gui.controllers.session_controller import SessionController


class Timekeeper(QObject):
    """Knows where every run stands."""

    moved = Signal()
    """The playhead has moved, or other rows belong to it."""
    chosen_changed = Signal()
    """Another run is the one that moves alone, gets bookmarks, and is looked at closely."""

    def __init__(
        self, sessions: SessionController, runs: RunController, playback: Playback, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._sessions, self._runs, self._playback = sessions, runs, playback
        self.rows: dict[int, int] = {}
        """The row each run stands at, by key: never past what it has recorded."""
        self.unit = playback.unit = ticks_per_unit(sessions.session)
        """How many ticks make one unit of the clock."""
        self._wanted = 0
        self._chosen_before = self.chosen
        self._waiting: dict[int, int] = {}
        playback.tick_changed.connect(self._on_tick_changed)
        playback.rewound.connect(self._on_rewound)
        sessions.session_changed.connect(self._on_session_changed)
        runs.results_changed.connect(self.refresh)

    # What is so

    @property
    def _session(self) -> Session:
        return self._sessions.session

    @property
    def pace(self) -> str:
        """One of engine.session.PACES."""
        return self._session.view.pace

    @property
    def clock(self) -> str:
        """What the playhead counts: one of engine.clock.CLOCKS."""
        return clock_of(self._session)

    @property
    def chosen(self) -> int:
        """The key of the chosen run: the first visible one unless somebody chose; 0 when there are no runs."""
        keys = [run.key for run in self._session.runs]
        if self._wanted in keys:
            return self._wanted
        shown = [run.key for run in self._session.runs if run.visible]
        return next(iter(shown or keys), 0)

    def row(self, key: int) -> int:
        """Return the row a run stands at; 0 before it has recorded anything."""
        return self.rows.get(key, 0)

    @property
    def iteration(self) -> int:
        """The iteration of whichever visible run is furthest."""
        if self.clock == ITERATION:
            return self._playback.tick
        return max((self.row(run.key) for run, _ in self._seen()), default=0)

    @property
    def last(self) -> int:
        """The last tick at which no run stands still only because its next step is not recorded."""
        session, runs = self._session, self._runs
        if session.view.pace == ALONE:
            snapshot = runs.snapshots.get(self.chosen)
            return snapshot.last if snapshot is not None and snapshot.status.is_final else session.steps
        if self.clock == ITERATION:
            return runs.last if runs.all_over else session.steps
        ends = {run.key: self.tick_of(run.key, snapshot.last) for run, snapshot in self._seen()}
        still_open = [ends[run.key] for run, snapshot in self._seen() if not snapshot.status.is_final]
        last = min(still_open) if still_open else max(ends.values(), default=0)
        return last if runs.finished else max(last, self._playback.last)

    def tick_of(self, key: int, row: int) -> int:
        """Return the tick at which a run reaches a row."""
        snapshot = self._runs.snapshots.get(key)
        if self.clock == ITERATION or snapshot is None:
            return row
        return round(moment_of(snapshot, self.clock, min(row, snapshot.last)) * self.unit)

    def steps_to(self, tick: int) -> int:
        """Return how many steps runs must take so that the playhead can stand at a tick, as far as can be told."""
        if self.clock == ITERATION:
            return tick
        reached = max(self.last, 1)
        return max(self._session.steps + 1, math.ceil(self._session.steps * tick / reached))

    # What one can do

    @Slot()
    def refresh(self) -> None:
        """Find every run's row anew: more may have been recorded."""
        self.rows = {key: self._row(key, snapshot) for key, snapshot in self._runs.snapshots.items()}

    @Slot(int)
    def choose(self, key: int) -> None:
        """Make a run the chosen one; where runs move alone, time goes on from where it stands."""
        self._wanted = key
        self._follow_chosen()

    @Slot(int)
    def step(self, by: int) -> None:
        """Take so many steps forward or back; by another clock than the iteration, to where a run takes one."""
        if self.clock == ITERATION:
            self._playback.step(by)
            return
        self._playback.pause()
        tick = self._playback.tick
        for _ in range(abs(by)):
            tick = self._neighbour(tick, ahead=by > 0)
        self._playback.go_to(tick)

    def go_to_row(self, key: int, row: int) -> None:
        """Go where a run reaches a row; where runs move alone, it becomes the chosen one."""
        if self.pace == ALONE:
            self.choose(key)
        self._playback.go_to(self.tick_of(key, row))

    def go_to_iteration(self, iteration: int) -> None:
        """Go where some visible run first reaches an iteration."""
        if self.clock == ITERATION:
            self._playback.go_to(iteration)
            return
        able = [run.key for run, snapshot in self._seen() if snapshot.last >= iteration]
        if able:
            self._playback.go_to(min(self.tick_of(key, iteration) for key in able))

    # Inside

    def _seen(self) -> list[tuple[RunSpec, Snapshot]]:
        """The visible runs with something recorded; all of them where none is visible."""
        known = [(run, self._runs.snapshots[run.key]) for run in self._session.runs if run.key in self._runs.snapshots]
        return [(run, snapshot) for run, snapshot in known if run.visible] or known

    def _row(self, key: int, snapshot: Snapshot) -> int:
        tick = self._playback.tick
        if self.pace == ALONE and key != self.chosen:
            tick = self._waiting.get(key, tick)
        return row_at(snapshot, self.clock, (tick + 0.5) / self.unit)

    def _neighbour(self, tick: int, *, ahead: bool) -> int:
        snapshots, unit = [snapshot for _, snapshot in self._seen()], self.unit
        look, beyond = (next_moment, tick + unit) if ahead else (previous_moment, 0)
        found = look(snapshots, self.clock, (tick + (0.5 if ahead else -0.5)) / unit)
        return beyond if found is None else round(found * unit)

    def _follow_chosen(self) -> None:
        """Where runs move alone, leave the one that was chosen where it is and go on with the other."""
        before, self._chosen_before = self._chosen_before, self.chosen
        if before == self.chosen:
            return
        if self.pace == ALONE:
            self._waiting[before] = self._playback.tick
            self._move(self._waiting.pop(self.chosen, 0))
        self.chosen_changed.emit()

    def _move(self, tick: int) -> None:
        """Go to a tick of a timeline that may have another length."""
        self._playback.set_last(self.last)
        self._playback.go_to(min(tick, self._playback.last))
        self.refresh()
        self.moved.emit()

    @Slot(int)
    def _on_tick_changed(self, _tick: int) -> None:
        self.refresh()
        self.moved.emit()

    @Slot()
    def _on_rewound(self) -> None:
        """Nobody waits anywhere in what is about to be shown."""
        self._waiting = dict.fromkeys(self._waiting, 0)
        self.refresh()
        self.moved.emit()

    @Slot(object, object)
    def _on_session_changed(self, before: Session, after: Session) -> None:
        """Keep the chosen run where it is when the pace changes, and the moment when only its ticks do."""
        old, self.unit = self.unit, ticks_per_unit(after)
        self._playback.unit = self.unit
        if before.view.pace != after.view.pace:
            self._waiting = dict(self.rows) if self.pace == ALONE else {}
            self._move(self.tick_of(self.chosen, self._waiting.pop(self.chosen, self.row(self.chosen))))
        elif old != self.unit:
            self._move(round(self._playback.tick * self.unit / old))
        self._follow_chosen()
