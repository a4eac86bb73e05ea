"""How late the window's 16-ms ticks come while the worker computes flat out, and while nothing happens."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer

from tests.benchmarks.measuring import Figure, at_most, figure, show
from tests.benchmarks.real_window import ENDLESS, open_window, session_of, settle, show_session

if TYPE_CHECKING:
    from gui.main_window import MainWindow

TICK_MS = 16
STEPS = 1_000_000
ROUNDS, SECONDS = 5, 5.0
LIMIT_MS = 33.0


def measure() -> list[Figure]:
    """Return the figures."""
    idle: list[float] = []
    busy: list[float] = []
    playing: list[float] = []
    pace: list[float] = []
    with open_window() as (app, window):
        for number in range(ROUNDS):
            settle(app, window)
            idle += late_ticks()
            compute(window, number)
            busy += late_ticks()
            pace.append(steps_so_far(window) / SECONDS)
            playing += late_while_playing(window)
            show_session(window, session_of(ENDLESS[:1], 10, (-1.5, 2.0)))
    return [
        figure("event loop: ticks late, idle (high: p99)", idle, "ms", high=99),
        at_most(figure("event loop: ticks late, 8 runs computing (high: p99)", busy, "ms", high=99), LIMIT_MS),
        figure("event loop: ticks late, computing and playing (high: p99)", playing, "ms", high=99),
        Figure("event loop: the longest delay while computing (high: and playing)", max(busy), max(playing), "ms"),
        figure("event loop: steps a second meanwhile", pace, "/s"),
    ]


def compute(window: MainWindow, number: int) -> None:
    """Ask for far more than can be computed in time, from a start never seen before."""
    show_session(window, session_of(ENDLESS, STEPS, (-1.5, 2.0 + 0.01 * number)))


def steps_so_far(window: MainWindow) -> int:
    """Return how many steps have been collected, and make sure that no run has ended."""
    snapshots = window.lab.runs.snapshots.values()
    assert not any(snapshot.status.is_final for snapshot in snapshots)
    return sum(snapshot.last for snapshot in snapshots)


def late_while_playing(window: MainWindow) -> list[float]:
    """Measure with the playhead moving through what is there already."""
    window.lab.playback.set_speed(1000.0)
    window.lab.playback.to_start()
    window.lab.playback.play()
    late = late_ticks()
    window.lab.playback.pause()
    return late


class Ticks(QObject):
    """Notes when a precise timer ticks."""

    def __init__(self) -> None:
        super().__init__()
        self.times: list[float] = []
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_timer_timeout)
        self._timer.start(TICK_MS)

    def _on_timer_timeout(self) -> None:
        self.times.append(time.perf_counter())


def late_ticks() -> list[float]:
    """Return by how many milliseconds each tick came later than one interval after the one before it."""
    ticks, loop = Ticks(), QEventLoop()
    QTimer.singleShot(int(1000 * SECONDS), loop, loop.quit)
    loop.exec()
    gaps = [1000 * (after - before) for before, after in zip(ticks.times, ticks.times[1:], strict=False)]
    ticks.deleteLater()
    return [max(0.0, gap - TICK_MS) for gap in gaps]


if __name__ == "__main__":
    show(measure)
