"""The event finder: names what happens in every run, off the window's thread, while they grow."""

from __future__ import annotations

import math
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


SAME_LOSS = 1e-9
"""Minima whose losses differ by so much are told to be equally low."""


class Found(NamedTuple):
    """What was found in so many rows of a run."""

    rows: int
    status: RunStatus
    events: tuple[Event, ...]
    points: tuple[CriticalPoint, ...] = ()
    """The critical points that the run has found on its way."""


class Answer(NamedTuple):
    """What a search brings back: with which critical points in mind, and what can go on from there."""

    points: tuple[CriticalPoint, ...]
    detectors: dict[RunConfig, Detector]
    found: dict[RunConfig, Found]


class EventFinder(QObject):
    """Knows the events of the session's runs, and how far they are known."""

    events_changed = Signal()
    found_changed = Signal()
    """Runs have found critical points that they had not, or have not those that they had."""
    failed = Signal(str)

    def __init__(self, lab: Laboratory) -> None:
        super().__init__(lab)
        self._lab = lab
        self._found: dict[RunConfig, Found] = {}
        self._detectors: dict[RunConfig, Detector] = {}
        self._points = lab.reading.given
        self._on_way: dict[int, tuple[CriticalPoint, ...]] = {}
        """What each run has found; that of a run which is changed until it is known of the changed one."""
        self._surface = lab.sessions.session.surface
        self._began = self._took = self._dragged = 0.0
        self._is_busy = False
        self._searched: dict[RunConfig, Found] = {}
        self._together: frozenset[RunConfig] = frozenset()
        """The runs that were searched last: what they know is known to all of them."""
        self._wait = QTimer(self, singleShot=True)
        self._wait.timeout.connect(self.look)
        lab.sessions.session_changed.connect(self._on_session_changed)
        lab.runs.results_changed.connect(self.look)
        lab.reading.given_changed.connect(self._on_points_changed)

    def events(self, key: int) -> tuple[Event, ...]:
        """Return the events of a run, as far as they are known."""
        found = self._found.get(self._config(key))
        return found.events if found is not None else ()

    def ending(self, key: int) -> Event | None:
        """Return how a run came to rest, as far as that is known: trapped, or converged."""
        last = self.events(key)[-2:]
        return next((event for event in reversed(last) if event.kind in ("trapped", "converged")), None)

    @property
    def found(self) -> tuple[tuple[str, tuple[CriticalPoint, ...]], ...]:
        """What the runs of the session have found on their way, with what they are called, in their order."""
        session = self._session
        if session.surface != self._surface:
            return ()
        return tuple((run.label, self._on_way.get(run.key, ())) for run in session.runs)

    def finders(self, loss: float) -> tuple[str, ...]:
        """Return what the runs are called that have found a minimum with this loss."""
        return tuple(
            name
            for name, points in self.found
            if any(point.kind == "minimum" and abs(point.value - loss) <= SAME_LOSS for point in points)
        )

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
        elif self._is_anything_new(recorded := self._recorded()):
            self._search(recorded)

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

    def _recorded(self) -> dict[RunConfig, Snapshot]:
        """Return the records of all runs, forgetting what was known of others."""
        snapshots = self._lab.runs.snapshots
        recorded = {self._config(run.key): snapshots[run.key] for run in self._session.runs if run.key in snapshots}
        self._found = {config: found for config, found in self._found.items() if config in recorded}
        self._detectors = {config: self._detectors[config] for config in recorded if config in self._detectors}
        return recorded

    def _is_anything_new(self, recorded: dict[RunConfig, Snapshot]) -> bool:
        """Whether there are rows that were not searched, or a run is gone whose finds others were measured by."""
        known = {config: (found.rows, found.status) for config, found in self._found.items()}
        if known != {config: (len(snapshot), snapshot.status) for config, snapshot in recorded.items()}:
            return True
        return bool(recorded) and not self._unfinished() and self._together != frozenset(recorded)

    def _unfinished(self) -> list[int]:
        """The runs that are being computed, maybe anew: what they had found before they are about to find again."""
        snapshots = self._lab.runs.snapshots
        runs = (run.key for run in self._session.runs)
        return [key for key in runs if key not in snapshots or not snapshots[key].status.is_final]

    def _expected(self) -> float:
        """Loss of the lowest minimum that such runs had found."""
        if self._session.surface != self._surface:
            return math.inf
        found = (point for key in self._unfinished() for point in self._on_way.get(key, ()))
        return min((point.value for point in found if point.kind == "minimum"), default=math.inf)

    def _search(self, recorded: dict[RunConfig, Snapshot]) -> None:
        detectors, points, expected = self._detectors, self._points, self._expected()

        def work(task: Task) -> Answer:
            from engine.events import Detector, find_together, is_random  # not needed before there is a run

            known = {}
            for done, (config, snapshot) in enumerate(recorded.items()):
                task.progress(done, len(recorded))
                surface = build_surface(config.surface)
                mine = points if surface.dim == 2 else None
                known[config] = detectors.get(config) or Detector(surface, mine, random=is_random(config))
                known[config].read(snapshot)
            pairs = tuple(recorded.items())
            events = find_together(((known[config], snapshot) for config, snapshot in pairs), expected)
            found = {
                config: Found(len(snapshot), snapshot.status, named, known[config].found)
                for (config, snapshot), named in zip(pairs, events, strict=True)
            }
            return Answer(points, known, found)

        self._together = frozenset(recorded)
        self._searched = {
            config: Found(len(snapshot), snapshot.status, known.events if (known := self._found.get(config)) else ())
            for config, snapshot in recorded.items()
        }
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
            self._take_found()
        self.look()
        self.events_changed.emit()

    def _take_found(self) -> None:
        """Take over what the session's runs have found, keeping what is known of those that are being computed anew."""
        session, before = self._session, self.found
        known, unfinished = self._on_way if session.surface == self._surface else {}, self._unfinished()
        self._surface, self._on_way = session.surface, {}
        for run in session.runs:
            mine = self._found.get(session.config(run))
            points = () if mine is None else mine.points
            old = known.get(run.key, ()) if mine is None or run.key in unfinished else ()
            self._on_way[run.key] = old + tuple(point for point in points if point not in old)
        if self.found != before:
            self.found_changed.emit()

    @Slot(tuple)
    def _on_points_changed(self, points: tuple[CriticalPoint, ...]) -> None:
        """Search again with what is known of the surface now, keeping what was found until then."""
        self._points = points
        self._detectors = {}
        self._found = {config: found._replace(rows=0) for config, found in self._found.items()}
        self.look()
