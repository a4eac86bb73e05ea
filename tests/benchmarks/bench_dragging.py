"""Dragging the start with 4 runs of 200 iterations: from the mouse move to all four new paths on the screen."""

from __future__ import annotations

import math
import time
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QEventLoop, QObject, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from tests.benchmarks.measuring import Figure, at_most, figure, show
from tests.benchmarks.real_window import WANDERERS, open_window, session_of, settle, show_session

if TYPE_CHECKING:
    from gui.main_window import MainWindow

RUNS = WANDERERS[1::2]
MOVES = 120
LIMIT_MS = 50.0


def measure() -> list[Figure]:
    """Return the figures."""
    figures = []
    with open_window() as (app, window):
        for layout in ("together", "side-by-side"):
            session = session_of(RUNS, 200, (-1.5, 2.0))
            show_session(window, replace(session, view=replace(session.view, layout=layout)))
            settle(app, window)
            times = Drag(window).moves(MOVES)
            figures.append(at_most(figure(f"dragging the start, 4 × 200, {layout}", times, "ms"), LIMIT_MS))
    return figures


class Drag(QObject):
    """Holds the start with the left button and times each move."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__()
        self._window = window
        self._panels = window.desk.stage.panels
        self._waiting: set[QObject] = set()
        self._loop = QEventLoop()
        self._watchdog = QTimer(self, singleShot=True, interval=5000)
        self._watchdog.timeout.connect(self._loop.quit)
        self._is_new = False

    def moves(self, count: int) -> list[float]:
        """Move `count` times around a circle; return the milliseconds of each."""
        viewports = [panel.viewport() for panel in self._panels]
        for viewport in viewports:
            viewport.installEventFilter(self)
        presented = self._window.lab.presenter.presented
        presented.connect(self._on_presented)
        centre = self._panels[0].pixels_of(*self._held())
        self._send(QEvent.Type.MouseButtonPress, centre)
        times = [self._move(centre + self._around(index, count)) for index in range(1, count + 1)]
        self._send(QEvent.Type.MouseButtonRelease, centre)
        presented.disconnect(self._on_presented)
        for viewport in viewports:
            viewport.removeEventFilter(self)
        return times

    def _held(self) -> tuple[float, float]:
        """The place that is taken hold of."""
        x, y = self._window.lab.sessions.session.start
        return x, y

    @staticmethod
    def _around(index: int, count: int) -> QPointF:
        angle = 4 * math.pi * index / count
        return QPointF(40 * math.sin(angle), 40 * (math.cos(angle) - 1))

    def _move(self, position: QPointF) -> float:
        self._is_new = False
        self._watchdog.start()
        before = time.perf_counter()
        self._send(QEvent.Type.MouseMove, position)
        self._loop.exec()
        taken = 1000 * (time.perf_counter() - before)
        self._check()
        return taken

    def _check(self) -> None:
        """Make sure that what is shown begins at the new start."""
        lab = self._window.lab
        assert self._is_new
        assert not self._waiting
        starts = {tuple(snapshot.params[0].tolist()) for snapshot in lab.runs.snapshots.values()}
        assert starts == {lab.sessions.session.start}

    def _on_presented(self) -> None:
        self._is_new = True
        self._waiting = {panel.viewport() for panel in self._panels}

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if self._is_new and self._waiting and event.type() == QEvent.Type.Paint:
            self._waiting.discard(watched)
            if not self._waiting:
                QTimer.singleShot(0, self._loop, self._loop.quit)  # once this frame is painted
        return False

    def _send(self, kind: QEvent.Type, position: QPointF) -> None:
        viewport = self._panels[0].viewport()
        left = Qt.MouseButton.LeftButton
        button = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else left
        held = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else left
        there = viewport.mapToGlobal(position)
        event = QMouseEvent(kind, position, there, button, held, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(viewport, event)


if __name__ == "__main__":
    show(measure)
