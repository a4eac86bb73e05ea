"""What stands beside the map while something is dragged: one thing at each move, and all of it when the mouse rests."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

if TYPE_CHECKING:
    from collections.abc import Callable

REST_MILLISECONDS = 60


class Turns(QObject):
    """Jobs that show the same results in many places: a drag is answered on the map, no move waits for all of them."""

    def __init__(self, is_ready: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._is_ready = is_ready
        self._jobs: deque[Callable[[], None]] = deque()
        self._rest = QTimer(self, singleShot=True, interval=REST_MILLISECONDS)
        self._rest.timeout.connect(self._on_rest_timeout)

    def add(self, job: Callable[[], None]) -> None:
        """Do this, too."""
        self._jobs.append(job)

    def do_next(self) -> None:
        """Do the job that waits longest, and every one as soon as nothing more comes."""
        self._jobs[0]()
        self._jobs.rotate(-1)
        self._rest.start()

    @Slot()
    def _on_rest_timeout(self) -> None:
        if self._is_ready():  # else the results that are on their way lead here again
            for job in self._jobs:
                job()
