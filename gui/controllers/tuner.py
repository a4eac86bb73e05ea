"""Tuning learning rates in the background, as one undoable edit."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from engine.tuning import CANDIDATES, tuned
from gui.workers.background import Cancelled

if TYPE_CHECKING:
    from engine.optimizer import Optimizer
    from engine.run import RunConfig
    from gui.controllers.session_controller import SessionController
    from gui.workers.background import Background, Outcome, Task


class Tuner(QObject):
    """Finds each run the learning rate that brings it lowest from this start in the session's steps."""

    said = Signal(str, str)
    failed = Signal(str)

    def __init__(self, sessions: SessionController, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sessions, self._background = sessions, background

    @Slot()
    def tune_all(self) -> None:
        """Tune every run."""
        self._tune([run.key for run in self._sessions.session.runs])

    @Slot(int)
    def tune_run(self, key: int) -> None:
        """Tune one run."""
        self._tune([key])

    def _tune(self, keys: list[int]) -> None:
        session = self._sessions.session
        configs = [session.config(session.run(key)) for key in keys]
        total = CANDIDATES * len(configs)

        def work(task: Task) -> dict[RunConfig, Optimizer]:
            def tuned_at(index: int) -> Optimizer:
                def told(done: int) -> None:
                    task.progress(CANDIDATES * index + done, total)

                return tuned(configs[index], session.steps, told)

            return {config: tuned_at(index) for index, config in enumerate(configs)}

        if configs:
            self._background.submit(self.tr("Tune learning rates"), work, self._on_tuned, asked=True)

    def _on_tuned(self, outcome: Outcome) -> None:
        if isinstance(outcome.error, Cancelled):
            self.said.emit(self.tr("Tuning cancelled; nothing was changed."), "info")
        elif outcome.error is not None:
            self.failed.emit(outcome.trace)
        else:
            self._adopt(outcome.value)

    def _adopt(self, optimizers: dict[RunConfig, Optimizer]) -> None:
        """Take over what was found for runs that are still as they were."""
        session = self._sessions.session
        if not any(session.config(run) in optimizers for run in session.runs):
            return
        runs = tuple(replace(run, optimizer=optimizers.get(session.config(run), run.optimizer)) for run in session.runs)
        self._sessions.edit(replace(session, runs=runs), self.tr("Tune learning rates"))
        text = self.tr("Learning rates tuned: the lowest loss of {count} rates after {steps} steps from this start.")
        self.said.emit(text.format(count=CANDIDATES, steps=session.steps), "info")
