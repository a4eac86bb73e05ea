"""Progress of background work that takes longer than half a second, with a button that cancels it."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QEvent, QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QToolButton, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

PATIENCE_SECONDS = 0.5
POLL_MILLISECONDS = 100


class Job(Protocol):
    """What is shown of a piece of work."""

    name: str
    done: int
    total: int
    cancelled: bool
    started: float


class TaskProgress(QWidget):
    """Looks at the running jobs ten times a second; hidden while nothing takes long."""

    def __init__(self, running: Callable[[], tuple[Job, ...]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._running = running
        self.bar = QProgressBar(self)
        self.bar.setFixedSize(160, 14)
        self.cancel = QToolButton(self)
        self.cancel.clicked.connect(self._on_cancel_clicked)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.bar)
        layout.addWidget(self.cancel)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_timer_timeout)
        self._timer.start(POLL_MILLISECONDS)
        self._retranslate()
        self.hide()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.cancel.setText(self.tr("Cancel"))
        self.bar.setAccessibleName(self.tr("Progress"))

    def _slow_jobs(self) -> list[Job]:
        now = time.perf_counter()
        return [job for job in self._running() if now - job.started > PATIENCE_SECONDS and not job.cancelled]

    @Slot()
    def _on_timer_timeout(self) -> None:
        jobs = self._slow_jobs()
        if jobs:
            job = jobs[0]
            self.bar.setRange(0, job.total)
            self.bar.setValue(job.done)
            self.bar.setFormat(f"{job.name} %p%" if job.total else job.name)
        self.setVisible(bool(jobs))

    @Slot()
    def _on_cancel_clicked(self) -> None:
        for job in self._slow_jobs():
            job.cancelled = True
