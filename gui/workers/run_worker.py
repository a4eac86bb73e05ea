"""The thread that steps runs. It publishes snapshots; whoever shows them looks when it is time to draw.

1. The window submits a `Request`: which runs, how far, and a generation number.
2. The worker keeps the runs it already has (equal configs), makes the new ones and forgets the others.
3. It advances whichever run is furthest behind, in slices of a few milliseconds.
4. After each slice it replaces `latest`, and sleeps for a moment: without a real sleep a busy thread can
   starve the window's thread completely.
5. A new request interrupts after the current slice. Only failures travel by signal.
"""

from __future__ import annotations

import threading
import time
import traceback
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QThread, Signal

from engine.branch import parent_of
from engine.branch_run import Advancing, open_run

if TYPE_CHECKING:
    from engine.history import Snapshot
    from engine.run import RunConfig

SLICE_SECONDS = 0.0025
STEPS_AT_A_TIME = 64
PAUSE_SECONDS = 5e-5
GLANCE_SECONDS = 1e-3


class Request(NamedTuple):
    """What the window wants computed."""

    generation: int
    configs: tuple[RunConfig, ...]
    limit: int


@dataclass(frozen=True)
class Results:
    """How far everything has come. `finished`: nothing is left to do for this generation."""

    generation: int = -1
    snapshots: dict[RunConfig, Snapshot] = field(default_factory=dict)
    finished: bool = True


class RunBench:
    """The runs of the current request and the work on them, without any thread."""

    def __init__(self) -> None:
        self._runs: dict[RunConfig, Advancing] = {}
        self._kept: dict[RunConfig, Advancing] = {}
        """These and the parents of branches, asked for or not."""
        self._request = Request(-1, (), 0)

    def adopt(self, request: Request) -> None:
        """Take over a request, keeping the runs that it asks for again; a branch shares its parent's."""
        self._request = request
        known, self._kept = self._kept, {}

        def find(config: RunConfig) -> Advancing:
            if config not in self._kept:
                parent = find(parent_of(config)) if config.origin else None
                self._kept[config] = known.get(config) or open_run(config, parent)
            return self._kept[config]

        self._runs = {config: find(config) for config in request.configs}

    def clear(self) -> None:
        """Forget every run."""
        self._runs, self._kept = {}, {}

    def advance(self, seconds: float) -> bool:
        """Step the runs furthest behind for about `seconds`; return whether work is left."""
        end = time.perf_counter() + seconds
        while open_runs := [run for run in self._runs.values() if not run.is_done(self._request.limit)]:
            if time.perf_counter() >= end:
                return True
            run = min(open_runs, key=lambda run: run.last)
            run.advance(min(STEPS_AT_A_TIME, self._request.limit - run.last))
        return False

    def results(self, finished: bool) -> Results:
        """Return snapshots of all runs."""
        limit = self._request.limit
        snapshots = {config: run.snapshot(limit) for config, run in self._runs.items()}
        return Results(self._request.generation, snapshots, finished)


class RunWorker(QThread):
    """Owns the runs and steps them until told otherwise."""

    failed = Signal(str)
    """The trace of a fault in a step; the worker goes on with the next request."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("run worker")
        self.latest = Results()
        self._bench = RunBench()
        self._wakeup = threading.Condition()
        self._pending: Request | None = None
        self._stopping = False
        self._quiet_until = 0.0

    def give_way(self, seconds: float) -> None:
        """Pause for a moment: the window has something to draw and needs Python for itself."""
        self._quiet_until = time.perf_counter() + seconds

    def submit(self, request: Request) -> None:
        """Replace what is being computed."""
        with self._wakeup:
            self._pending = request
            self._wakeup.notify()

    def stop(self, milliseconds: int = 3000) -> bool:
        """Ask the thread to end and wait for it; return whether it did."""
        with self._wakeup:
            self._stopping = True
            self._wakeup.notify()
        return self.wait(milliseconds)

    def run(self) -> None:
        """Serve requests until stopped."""
        while (request := self._next_request()) is not None:
            try:
                self._serve(request)
            except Exception:
                self._bench.clear()
                self.latest = Results(request.generation, {}, finished=True)
                self.failed.emit(traceback.format_exc())

    def _next_request(self) -> Request | None:
        with self._wakeup:
            self._wakeup.wait_for(lambda: self._stopping or self._pending is not None)
            request, self._pending = self._pending, None
            return None if self._stopping else request

    def _serve(self, request: Request) -> None:
        self._bench.adopt(request)
        more = True
        while more and self._pending is None and not self._stopping:
            more = self._bench.advance(SLICE_SECONDS)
            self.latest = self._bench.results(finished=not more)
            time.sleep(PAUSE_SECONDS)
            while time.perf_counter() < self._quiet_until and self._pending is None and not self._stopping:
                time.sleep(GLANCE_SECONDS)
