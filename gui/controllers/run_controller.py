"""Between the session and the worker: asks for what changed, and collects results at the screen's pace."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from gui.workers.run_worker import Request, Results, RunWorker

if TYPE_CHECKING:
    from engine.history import Snapshot
    from engine.session import Session

POLL_MILLISECONDS = 4
"""While something is computed. Looking costs next to nothing, and a drag is answered a frame earlier; how often is
drawn is the presenter's affair."""


class RunController(QObject):
    """Owns the worker thread. `snapshots` maps the session's run keys to their latest snapshots."""

    results_changed = Signal()
    """New snapshots have been collected."""
    failed = Signal(str)
    """A step raised; the text is its trace."""

    def __init__(self, worker: RunWorker | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.snapshots: dict[int, Snapshot] = {}
        self.finished = False
        self._worker = worker or RunWorker()
        self._worker.failed.connect(self.failed)
        self._generations = itertools.count()
        self._generation = -1
        self._session: Session | None = None
        self._seen: Results | None = None
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(POLL_MILLISECONDS)
        self._timer.timeout.connect(self._on_timer_timeout)
        self._worker.start()

    def request(self, session: Session) -> None:
        """Compute every run of the session up to its steps; what is known already is kept."""
        self._session = session
        self._generation = next(self._generations)
        self.finished = False
        self.snapshots = self._snapshots_of(session)  # nothing stays that was computed for another session
        configs = tuple(session.config(run) for run in session.runs)
        self._worker.submit(Request(self._generation, configs, session.steps))
        self._timer.start()

    @Slot(object, object)
    def forget(self, _before: Session, after: Session) -> None:
        """Drop what belongs to another session than `after`: nobody may take it for this one's."""
        self.snapshots = self._snapshots_of(after)

    def give_way(self, seconds: float) -> None:
        """Let the worker pause for a moment, so that the window can draw."""
        self._worker.give_way(seconds)

    def stop(self) -> bool:
        """End the thread; return whether it ended in time."""
        self._timer.stop()
        return self._worker.stop()

    @property
    def last(self) -> int:
        """The highest iteration any run of the session has recorded."""
        return max((snapshot.last for snapshot in self.snapshots.values()), default=0)

    @property
    def all_over(self) -> bool:
        """Whether no run can go any further."""
        return self.finished and all(snapshot.status.is_final for snapshot in self.snapshots.values())

    @Slot()
    def _on_timer_timeout(self) -> None:
        results = self._worker.latest
        if results is self._seen or results.generation != self._generation or self._session is None:
            return
        self._seen = results
        self.snapshots = self._snapshots_of(self._session)
        self.finished = results.finished
        if results.finished:
            self._timer.stop()
        self.results_changed.emit()

    def _snapshots_of(self, session: Session) -> dict[int, Snapshot]:
        """Return what has been seen of a session's runs, by key."""
        known = self._seen.snapshots if self._seen else {}
        configs = {run.key: session.config(run) for run in session.runs}
        return {key: known[config] for key, config in configs.items() if config in known}
