"""Time: an index into what has been recorded. Playing moves it by elapsed time, so a slow frame skips.

It counts ticks of the pace that was chosen: iterations, unless the timekeeper says otherwise.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

if TYPE_CHECKING:
    from collections.abc import Callable

FRAME_MILLISECONDS = 16


class Playback(QObject):
    """The playhead: the moment everything on the screen belongs to."""

    tick_changed = Signal(int)
    playing_changed = Signal(bool)
    more_wanted = Signal(int)
    """Somebody wants to see this tick, and it lies past the last one asked for."""
    stopped = Signal(int)
    """Playing met a tick where it was to stop, and did."""
    rewound = Signal()

    def __init__(self, clock: Callable[[], float] = time.perf_counter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tick = 0
        self.last = 0
        self.speed = 10.0
        self.unit = 1
        """How many ticks the speed counts as one."""
        self.stop_between: Callable[[int, int], int | None] = lambda _after, _upto: None
        """Where playing is to stop of after < tick <= upto, if anywhere."""
        self.known_to: Callable[[], int | None] = lambda: None
        """Up to where it is known where to stop; None: everywhere."""
        self._clock = clock
        self._anchor = (0.0, 0)
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(FRAME_MILLISECONDS)
        self._timer.timeout.connect(self._on_timer_timeout)

    @property
    def playing(self) -> bool:
        """Whether time runs."""
        return self._timer.isActive()

    def set_last(self, last: int) -> None:
        """Say how far there is something to see."""
        self.last = last
        if self.tick > last:
            self._move(last)

    @Slot(float)
    def set_speed(self, speed: float) -> None:
        """Change the pace (units per second), from here on."""
        self.speed = speed
        self._drop_anchor()

    @Slot(int)
    def go_to(self, tick: int) -> None:
        """Jump; past the end, ask for more."""
        tick = max(0, tick)
        if tick > self.last:
            self.more_wanted.emit(tick)
        if tick > self.last == self.tick:
            self.tick_changed.emit(self.last)  # whoever asked may already show what cannot be
        self._move(min(tick, self.last))
        self._drop_anchor()

    @Slot()
    def to_start(self) -> None:
        """Go to tick 0."""
        self.go_to(0)

    @Slot()
    def rewind(self) -> None:
        """Stop at tick 0: something new is about to be shown."""
        self.pause()
        self.go_to(0)
        self.rewound.emit()

    @Slot()
    def to_end(self) -> None:
        """Go to the last tick there is."""
        self.pause()
        self.go_to(self.last)

    @Slot(int)
    def step(self, by: int) -> None:
        """Move by some ticks; stepping by hand pauses."""
        self.pause()
        self.go_to(self.tick + by)

    def play(self) -> None:
        """Let time run, from the start again when it stands at the end."""
        if self.tick >= self.last:
            self._move(0)
        if self.last > 0 and not self.playing:
            self._drop_anchor()
            self._timer.start()
        self.playing_changed.emit(self.playing)  # also when there is nothing to play: a button may say otherwise

    def pause(self) -> None:
        """Stop time."""
        if self.playing:
            self._timer.stop()
            self.playing_changed.emit(False)

    @Slot()
    def toggle(self) -> None:
        """Play or pause."""
        if self.playing:
            self.pause()
        else:
            self.play()

    @Slot()
    def _on_timer_timeout(self) -> None:
        since, first = self._anchor
        wanted = min(self.last, first + int((self._clock() - since) * self.speed * self.unit))
        known = self.known_to()
        if known is not None and wanted > known:
            wanted = max(self.tick, known)
            self._anchor = (self._clock(), wanted)
        stop = self.stop_between(self.tick, wanted)
        self._move(wanted if stop is None else stop)
        if stop is not None or self.tick >= self.last:
            self.pause()
        if stop is not None:
            self.stopped.emit(stop)

    def _drop_anchor(self) -> None:
        self._anchor = (self._clock(), self.tick)

    def _move(self, tick: int) -> None:
        if tick != self.tick:
            self.tick = tick
            self.tick_changed.emit(tick)
