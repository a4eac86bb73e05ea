"""Who works on lanes: this process, processes of our own beside it, or any executor.

Processes are spawned, never forked: the fork of a process with threads (a window's, BLAS') may hang. They take some
tenths of a second to start, so this process works from the first moment, and they as soon as they can.
"""

from __future__ import annotations

import os
import signal
import threading
from collections import deque
from concurrent.futures import Executor, Future, ProcessPoolExecutor, wait
from functools import partial
from multiprocessing import get_context, parent_process
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Any

from engine.lanes import Cancelled, run_lanes

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Sequence
    from typing import Self

    from engine.lane_ends import LaneEnds
    from engine.lanes import Lanes

POLL = 0.05
"""Seconds between two looks at whether all is to stop, while this process waits for others."""


class Crew:
    """Runs blocks of lanes in this process, by an executor, or both.

    Parameters
    ----------
    executor : concurrent.futures.Executor, optional
        Who works beside this process; whoever made it shuts it down.
    workers : int
        How many blocks it is given at a time.
    here : bool
        Whether this process works too; without an executor it does.
    """

    def __init__(self, executor: Executor | None = None, workers: int = 1, here: bool = True) -> None:
        self._executor = executor
        self.workers = workers if executor is not None else 0
        self.here = here or executor is None

    @property
    def size(self) -> int:
        """How many blocks are worked on at once."""
        return self.workers + self.here

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Send home whoever is ours."""

    def run(
        self, blocks: Sequence[Lanes], stopped: Callable[[], bool] | None = None
    ) -> Generator[tuple[int, LaneEnds]]:
        """Yield blocks' places and ends as they are done; they are begun in order. Closing the iterator gives up.

        Raises
        ------
        Cancelled
            Soon after `stopped` has become true.
        """
        shift = _Shift(self, blocks)
        try:
            while shift.left:
                if stopped and stopped():
                    raise Cancelled
                shift.feed()
                mine = shift.take() if self.here else None
                if mine is not None:
                    yield mine[0], run_lanes(mine[1], stopped)
                yield from shift.arrived(patience=0.0 if mine else POLL)
        finally:
            shift.give_up()

    def submit(self, block: Lanes) -> Future[LaneEnds] | None:
        """Give a block to the executor; None when there is nobody to take it yet."""
        return None if self._executor is None else self._executor.submit(run_lanes, block)

    def recall(self, futures: Sequence[Future[LaneEnds]]) -> None:
        """Let nobody begin any of these any more; what is begun is finished for nothing."""
        for future in futures:
            future.cancel()


class Processes(Crew):
    """A crew with processes of its own, which are gone when it is closed.

    Parameters
    ----------
    workers : int, optional
        How many; as many as there are cores beside this one, if not said.
    here : bool
        Whether this process works too.
    """

    def __init__(self, workers: int | None = None, here: bool = True) -> None:
        count = cores() - 1 if workers is None else workers
        self._pool: ProcessPoolExecutor | None = None
        if count > 0:
            context = get_context("spawn")
            self._stop = context.Event()
            self._pool = ProcessPoolExecutor(count, context, _begin, (self._stop,))
            self._ready, *_ = [self._pool.submit(_report) for _ in range(count)]
        super().__init__(self._pool, count, here)

    def wait(self) -> None:
        """Wait until the first process can work."""
        if self._pool is not None:
            self._ready.result()

    def close(self) -> None:
        """Stop what is being worked on and wait until all processes are gone."""
        if self._pool is not None:
            self._stop.set()
            self._pool.shutdown(cancel_futures=True)

    def submit(self, block: Lanes) -> Future[LaneEnds] | None:
        """Give a block to a process, once there is one."""
        if self._pool is None or (self.here and not self._is_ready()):
            return None
        return self._pool.submit(_work, block)

    def _is_ready(self) -> bool:
        """Whether there is a process; where none can be started, this one does it all."""
        return self._ready.done() and self._ready.exception() is None

    def recall(self, futures: Sequence[Future[LaneEnds]]) -> None:
        """Stop these and wait until nobody works on them any more."""
        if futures:
            self._stop.set()
            super().recall(futures)
            wait(futures)
            self._stop.clear()


class _Shift:
    """Blocks on their way through a crew. Futures report from other threads."""

    def __init__(self, crew: Crew, blocks: Sequence[Lanes]) -> None:
        self._crew, self._waiting = crew, deque(enumerate(blocks))
        self._futures: dict[int, Future[LaneEnds]] = {}
        self._busy = 0
        self._reports: SimpleQueue[int] = SimpleQueue()
        self._lock = threading.RLock()
        self.left = len(blocks)
        """Blocks whose ends were not handed out yet."""

    def take(self) -> tuple[int, Lanes] | None:
        """Return the next block for this process to work on."""
        with self._lock:
            if not self._waiting:
                return None
            self.left -= 1
            return self._waiting.popleft()

    def feed(self) -> None:
        """Give everybody something to do."""
        with self._lock:
            while self._waiting and self._busy < self._crew.workers:
                future = self._crew.submit(self._waiting[0][1])
                if future is None:
                    return
                place, _ = self._waiting.popleft()
                self._futures[place] = future
                self._busy += 1
                future.add_done_callback(partial(self._report, place))

    def _report(self, place: int, future: Future[LaneEnds]) -> None:
        with self._lock:
            self._busy -= 1
        self._reports.put(place)
        # A pool that breaks says so under its own lock: asking it for more then would wait for ever (Python 3.13).
        if not future.cancelled() and future.exception() is None:
            self.feed()

    def arrived(self, patience: float) -> Iterator[tuple[int, LaneEnds]]:
        """Yield what others have done, waiting for the first one as long as `patience` allows."""
        try:
            while self._futures:
                place = self._reports.get(timeout=patience) if patience else self._reports.get_nowait()
                patience = 0.0
                self.left -= 1
                yield place, self._futures.pop(place).result()
        except Empty:
            return

    def give_up(self) -> None:
        """Let nobody work on what is left."""
        with self._lock:
            self._waiting.clear()
        self._crew.recall([future for future in self._futures.values() if not future.done()])


def cores() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


_stop: Any = None
"""Of a process of ours: the event that tells it to give up."""


def _begin(stop: Any) -> None:
    """Prepare a process of ours: it hears of Ctrl+C from its parent, and does not outlive it."""
    global _stop
    _stop = stop
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_follow_parent, daemon=True).start()


def _follow_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _report() -> None:
    """Say that a process is there, and has imported what it will need."""
    import surfaces.formula.lane_code
    import surfaces.formula.ranges  # noqa: F401


def _work(block: Lanes) -> LaneEnds:
    return run_lanes(block, _stop.is_set)
