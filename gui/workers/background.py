"""Short jobs off the window's thread: contours, thumbnails, exports. The newest job of a name wins."""

from __future__ import annotations

import time
import traceback
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot

if TYPE_CHECKING:
    from collections.abc import Callable


class Cancelled(Exception):  # noqa: N818 - it is a wish that is granted, not an error
    """Raised inside a job when the person has cancelled it."""


class Task:
    """One job as both threads see it: progress goes out, the wish to cancel comes in."""

    def __init__(self, name: str, asked: bool = False) -> None:
        self.name = name
        self.asked = asked
        """Whether a person asked for it, and may cancel it; pictures come and go by themselves."""
        self.done, self.total = 0, 0
        self.cancelled = False
        self.started = time.perf_counter()

    def progress(self, done: int, total: int) -> None:
        """Note how far the job has come; raises Cancelled."""
        self.done, self.total = done, total
        if self.cancelled:
            raise Cancelled


class Outcome(NamedTuple):
    """How a job ended: with a value, or with an exception and its trace."""

    task: Task
    value: Any = None
    error: Exception | None = None
    trace: str = ""


class _Job(QRunnable):
    def __init__(self, task: Task, work: Callable[[Task], Any], report: Callable[[Outcome], None]) -> None:
        super().__init__()
        self._parts = [(task, work, report)]

    def run(self) -> None:
        # Qt now and then forgets the Python side of a runnable: nothing may live on because of it.
        task, work, report = self._parts.pop()
        try:
            if task.cancelled:
                raise Cancelled
            outcome = Outcome(task, value=work(task))
        except Exception as error:
            outcome = Outcome(task, error=error, trace=traceback.format_exc())
            error.__traceback__ = None  # its frames hold the work
        report(outcome)


class Background(QObject):
    """Runs jobs on its own pool and delivers their outcome on the window's thread."""

    _ended = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(2)
        self._newest: dict[str, Task] = {}
        self._listeners: dict[Task, Callable[[Outcome], None]] = {}
        self._stopped = False
        self._ended.connect(self._on_job_ended, Qt.ConnectionType.QueuedConnection)

    def submit(
        self,
        name: str,
        work: Callable[[Task], Any],
        deliver: Callable[[Outcome], None],
        *,
        asked: bool = False,
        priority: int = 0,
    ) -> Task:
        """Start `work(task)`; `deliver(outcome)` is called unless a newer job of this name was submitted.

        A person can follow and cancel what was `asked` for; of waiting jobs the one of the highest priority begins.

        After `stop` nothing is started any more: a timer may still fire in a window that is closing.
        """
        before = self._newest.get(name)
        if before is not None:
            before.cancelled = True
        task = Task(name, asked)
        self._newest[name] = task
        if not self._stopped:
            self._listeners[task] = deliver
            self._pool.start(_Job(task, work, self._ended.emit), priority)
        return task

    def is_idle(self) -> bool:
        """Whether every job has been delivered."""
        return not self._listeners

    def asked(self) -> tuple[Task, ...]:
        """Return those of the running jobs that a person asked for."""
        return tuple(task for task in self._listeners if task.asked)

    def running(self) -> tuple[Task, ...]:
        """Return the jobs whose outcome is still to come."""
        return tuple(self._listeners)

    def stop(self, milliseconds: int = 3000) -> bool:
        """Cancel everything and wait; return whether all jobs have ended."""
        self._stopped = True
        for task in self._listeners:
            task.cancelled = True  # those that wait end as soon as they begin; cleared ones would never be freed
        self._listeners.clear()
        return self._pool.waitForDone(milliseconds)

    @Slot(object)
    def _on_job_ended(self, outcome: Outcome) -> None:
        deliver = self._listeners.pop(outcome.task, None)
        if deliver is not None and self._newest[outcome.task.name] is outcome.task:
            deliver(outcome)
