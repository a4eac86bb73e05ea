"""Contours and overlays: computed off the window's thread, the newest wish wins."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from gui.presenting import contour_spacing
from gui.shown import GRID, LEVEL_COUNT, shown_surface, widened
from gui.views.contour_art import contour_art
from surfaces.contours import Contours, contours

if TYPE_CHECKING:
    from engine.session import Session
    from gui.workers.background import Background, Outcome, Task
    from surfaces import Bounds, Surface
    from surfaces.overlays import Overlays

SOON_SECONDS = 0.06
COARSEST = 48
DRAFT = 128
"""Points along each side of the grids that follow a drag …"""
REST_MILLISECONDS = 150
"""… until the mouse has rested so long."""


class _Asked(NamedTuple):
    surface: Surface
    bounds: Bounds
    spacing: str


class Pictures(QObject):
    """Asks the background for pictures and hands them on."""

    contours_ready = Signal(object)
    overlays_ready = Signal(object)
    failed = Signal(str)

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._asked: _Asked | None = None
        self._first_is_due = self._is_outdated = False
        """Whether a first picture is being computed, and whether another was asked for meanwhile."""
        self._coarse = False
        self._rest = QTimer(self, singleShot=True, interval=REST_MILLISECONDS)
        self._rest.timeout.connect(self._submit_full)
        self._full_seconds = 0.0
        """What the full grid of the surface last drawn takes."""

    def request_contours(self, session: Session, view: Bounds, *, coarse: bool = False) -> None:
        """Compute the contours of a session's surface for what is in view.

        Where a full grid takes long, a coarse one comes first and is replaced when nothing newer was asked for.
        While something is dragged every first picture is shown, else none would come before the mouse rests; where
        the surface itself is in the hand it is `coarse`, and the full one comes at rest.
        """
        self._coarse = coarse
        self._rest.stop()
        self._asked = _Asked(shown_surface(session), widened(view), contour_spacing(session))
        self._is_outdated = self._first_is_due
        if not self._first_is_due:
            self._submit_first()

    def _submit_first(self) -> None:
        self._first_is_due, self._is_outdated = True, False
        self._submit_contours(self._affordable_grid())

    def _submit_contours(self, size: tuple[int, int]) -> None:
        asked = self._asked
        assert asked is not None

        def work(_task: Task) -> tuple[Contours, float]:
            began = time.perf_counter()
            drawn = contours(asked.surface, asked.bounds, size, LEVEL_COUNT, asked.spacing)
            contour_art(drawn)  # here, or the window's thread would have to make it
            return drawn, time.perf_counter() - began

        self._background.submit("contours", work, self._on_contours, priority=1)

    def _affordable_grid(self) -> tuple[int, int]:
        """The full grid, or as much of it as the last one says can be computed in a moment."""
        share = min(1.0, (SOON_SECONDS / max(self._full_seconds, 1e-9)) ** 0.5)
        side = max(COARSEST, int(share * GRID[0]))
        if self._coarse:
            side = min(side, DRAFT)
        return GRID if share > 0.7 and not self._coarse else (side, side)

    @Slot()
    def _submit_full(self) -> None:
        self._coarse = False
        self._submit_contours(GRID)

    def request_overlays(self, session: Session, view: Bounds) -> None:
        """Compute what the session lays over the contours."""
        names, surface, bounds = session.view.overlays, shown_surface(session), widened(view)

        def work(_task: Task) -> Overlays | None:
            from surfaces.overlays import overlays  # most sessions lay nothing over

            return overlays(surface, bounds, names) if names else None

        self._background.submit("overlays", work, self._on_overlays)

    def _on_contours(self, outcome: Outcome) -> None:
        self._first_is_due = False
        if outcome.error is not None:
            self.failed.emit(outcome.trace)
            if self._is_outdated:
                self._submit_first()
            return
        drawn, seconds = outcome.value
        rows, columns = drawn.values.shape
        self._full_seconds = seconds * GRID[0] * GRID[1] / (rows * columns)
        self.contours_ready.emit(drawn)
        if self._is_outdated:
            self._submit_first()
        elif (columns, rows) != GRID:
            self._rest.start() if self._coarse else self._submit_full()

    def _on_overlays(self, outcome: Outcome) -> None:
        if outcome.error is not None:
            self.failed.emit(outcome.trace)
        else:
            self.overlays_ready.emit(outcome.value)
