"""The event finder: names what happens in every run, off the window's thread, while they grow."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from gui.workers.background import Cancelled
from surfaces import build_surface

if TYPE_CHECKING:
    from engine.events import Detector, Event
    from engine.history import RunStatus, Snapshot
    from engine.run import RunConfig
    from engine.session import Session
    from gui.controllers.laboratory import Laboratory
    from gui.workers.background import Outcome, Task
    from surfaces import CriticalPoint

JOB = "events"
PAUSE_SECONDS = 0.1
"""Between two searches so much time passes, and after each move of a drag …"""
UNFINISHED_SECONDS = 0.4
"""… while runs are being computed so much …"""
SHARE = 5.0
"""… and at least so many times what the last search took …"""
LONGEST_SECONDS = 10.0
"""… but no more than so much."""

GIVE_WAY_SECONDS = 0.5
"""So long at most the worker waits for a search: the window would have to share Python with both of them."""


class Found(NamedTuple):
    """What was found in so many rows of a run."""

    rows: int
    status: RunStatus
    events: tuple[Event, ...]


class Answer(NamedTuple):
    """What a search brings back: with which critical points in mind, and what can go on from there."""

    points: tuple[CriticalPoint, ...]
    detectors: dict[RunConfig, Detector]
    found: dict[RunConfig, Found]


class EventFinder(QObject):
    """Knows the events of the session's runs, and how far they are known."""

    events_changed = Signal()
    failed = Signal(str)

    def __init__(self, lab: Laboratory) -> None:
        super().__init__(lab)
        self._lab = lab
        self._found: dict[RunConfig, Found] = {}
        self._detectors: dict[RunConfig, Detector] = {}
        self._points = lab.reading.points
        self._began = self._took = self._dragged = 0.0
        self._is_busy = False
        self._searched: dict[RunConfig, Found] = {}
        self._wait = QTimer(self, singleShot=True)
        self._wait.timeout.connect(self.look)
        lab.sessions.session_changed.connect(self._on_session_changed)
        lab.runs.results_changed.connect(self.look)
        lab.reading.points_changed.connect(self._on_points_changed)

    def events(self, key: int) -> tuple[Event, ...]:
        """Return the events of a run, as far as they are known."""
        found = self._found.get(self._config(key))
        return found.events if found is not None else ()

    def rows(self, key: int) -> int:
        """Return in how many rows of a run events were looked for; 0 when its points are not those known now."""
        found = self._found.get(self._config(key))
        return found.rows if found is not None else 0

    @Slot()
    def look(self) -> None:
        """Search what is new, unless a search is under way or was just made: then later."""
        least = PAUSE_SECONDS if self._lab.runs.finished else UNFINISHED_SECONDS
        wait = min(max(least, SHARE * self._took), LONGEST_SECONDS)
        left = min(max(self._began + wait, self._dragged + PAUSE_SECONDS) - time.perf_counter(), LONGEST_SECONDS)
        if self._is_busy:
            return  # its end leads here again
        if left > 0:
            self._wait.start(int(1000 * left) + 1)
        elif wanted := self._wanted():
            self._search(wanted)

    @Slot()
    def _on_session_changed(self) -> None:
        """A search between two moves would hold up the runs, and be out of date when it ends."""
        if self._lab.sessions.gesture:
            self._dragged = time.perf_counter()

    @property
    def _session(self) -> Session:
        return self._lab.sessions.session

    def _config(self, key: int) -> RunConfig:
        return self._session.config(self._session.run(key))

    def _wanted(self) -> dict[RunConfig, Snapshot]:
        """Return the runs of which not all rows were searched."""
        snapshots = self._lab.runs.snapshots
        recorded = {self._config(run.key): snapshots[run.key] for run in self._session.runs if run.key in snapshots}
        self._found = {config: found for config, found in self._found.items() if config in recorded}
        self._detectors = {config: self._detectors[config] for config in recorded if config in self._detectors}
        known = {config: (found.rows, found.status) for config, found in self._found.items()}
        return {
            config: snapshot
            for config, snapshot in recorded.items()
            if known.get(config) != (len(snapshot), snapshot.status)
        }

    def _search(self, wanted: dict[RunConfig, Snapshot]) -> None:
        detectors, points = self._detectors, self._points

        def work(task: Task) -> Answer:
            from engine.events import Detector, is_random  # not needed before there is a run

            known, found = {}, {}
            for done, (config, snapshot) in enumerate(wanted.items()):
                task.progress(done, len(wanted))
                surface = build_surface(config.surface)
                mine = points if surface.dim == 2 else None
                known[config] = detectors.get(config) or Detector(surface, mine, random=is_random(config))
                found[config] = Found(len(snapshot), snapshot.status, known[config].find(snapshot))
            return Answer(points, known, found)

        self._searched = {config: Found(len(found), found.status, ()) for config, found in wanted.items()}
        self._is_busy, self._began = True, time.perf_counter()
        self._lab.runs.give_way(GIVE_WAY_SECONDS)
        self._lab.background.submit(JOB, work, self._on_found)

    def _on_found(self, outcome: Outcome) -> None:
        self._is_busy, self._took = False, time.perf_counter() - self._began
        self._lab.runs.give_way(0.0)
        if isinstance(outcome.error, Cancelled):
            return
        if outcome.error is not None:
            self._found |= self._searched  # no second try, and nobody waits for what will not come
            self.failed.emit(outcome.trace)
            return
        answer: Answer = outcome.value
        if answer.points is self._points:
            self._found |= answer.found
            self._detectors |= answer.detectors
        self.look()
        self.events_changed.emit()

    @Slot(tuple)
    def _on_points_changed(self, points: tuple[CriticalPoint, ...]) -> None:
        """Search again with what is known of the surface now, keeping what was found until then."""
        self._points = points
        self._detectors = {}
        self._found = {config: found._replace(rows=0) for config, found in self._found.items()}
        self.look()
