"""Time: an index into what has been recorded. Playing moves it by elapsed time, so a slow frame skips."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

if TYPE_CHECKING:
    from collections.abc import Callable

FRAME_MILLISECONDS = 16


class Playback(QObject):
    """The playhead: the iteration everything on the screen belongs to."""

    iteration_changed = Signal(int)
    playing_changed = Signal(bool)
    more_wanted = Signal(int)
    """Somebody wants to see this iteration, and it lies past the last one asked for."""

    def __init__(self, clock: Callable[[], float] = time.perf_counter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.iteration = 0
        self.last = 0
        self.speed = 10.0
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
        if self.iteration > last:
            self._move(last)

    @Slot(float)
    def set_speed(self, speed: float) -> None:
        """Change the pace (iterations per second), from here on."""
        self.speed = speed
        self._drop_anchor()

    @Slot(int)
    def go_to(self, iteration: int) -> None:
        """Jump; past the end, ask for more."""
        iteration = max(0, iteration)
        if iteration > self.last:
            self.more_wanted.emit(iteration)
        if iteration > self.last == self.iteration:
            self.iteration_changed.emit(self.last)  # whoever asked may already show what cannot be
        self._move(min(iteration, self.last))
        self._drop_anchor()

    @Slot()
    def to_start(self) -> None:
        """Go to iteration 0."""
        self.go_to(0)

    @Slot()
    def rewind(self) -> None:
        """Stop at iteration 0: something new is about to be shown."""
        self.pause()
        self.go_to(0)

    @Slot()
    def to_end(self) -> None:
        """Go to the last iteration there is."""
        self.pause()
        self.go_to(self.last)

    @Slot(int)
    def step(self, by: int) -> None:
        """Move by some iterations; stepping by hand pauses."""
        self.pause()
        self.go_to(self.iteration + by)

    def play(self) -> None:
        """Let time run, from the start again when it stands at the end."""
        if self.iteration >= self.last:
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
        self._move(min(self.last, first + int((self._clock() - since) * self.speed)))
        if self.iteration >= self.last:
            self.pause()

    def _drop_anchor(self) -> None:
        self._anchor = (self._clock(), self.iteration)

    def _move(self, iteration: int) -> None:
        if iteration != self.iteration:
            self.iteration = iteration
            self.iteration_changed.emit(iteration)
