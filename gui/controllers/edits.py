"""Edits: each wish of a view becomes one undoable change of the session."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication

from engine.hyperparameters import HyperparameterError
from engine.optimizers import make_optimizer
from engine.schedules import Constant
from engine.session import Session, SessionError, unique_label
from gui.branch_rows import BRANCH, changed_branch
from gui.card_rows import changed_run
from gui.presenting import samples_in
from gui.run_names import first_session, given_names
from gui.shown import placed
from gui.translation.sentences import data_text, field_text
from surfaces import FormulaError, SurfaceError, SurfaceSpec, build_surface, surface_row

if TYPE_CHECKING:
    from gui.controllers.session_controller import Origin, SessionController


class Edits(QObject):
    """Turns wishes into sessions. A wish that cannot be granted is answered with a sentence."""

    refused = Signal(str)
    said = Signal(str)

    def __init__(self, sessions: SessionController, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sessions = sessions
        self._drop_timer = QTimer(self)
        self._drop_timer.setSingleShot(True)
        self._drop_timer.timeout.connect(self._on_drop_timer_timeout)

    @property
    def _session(self) -> Session:
        return self._sessions.session

    @Slot()
    def new_session(self) -> None:
        """Begin again with the book's figure."""
        self._sessions.begin(first_session(), self.tr("New session"), "")

    def open_scenario(self, session: Session, name: str) -> None:
        """Take over the session of a scenario."""
        self._sessions.begin(session, self.tr("Open scenario"), name)

    def open_session(self, session: Session, origin: Origin) -> None:
        """Take over a session read from a file."""
        self._sessions.begin(session, self.tr("Open session"), origin)

    @Slot(str)
    def choose_surface(self, name: str) -> None:
        """Put the runs on another surface, at the start worth trying there."""
        if name != self._session.surface.name or self._session.surface.features:
            after = replace(self._session, surface=SurfaceSpec(name=name), start=surface_row(name).start)
            self._sessions.edit(after, self.tr("Choose surface"))

    def change_surface(
        self,
        spec: SurfaceSpec,
        text: str,
        gesture: str = "",
        *,
        dragging: bool = False,
        start: tuple[float, ...] | None = None,
    ) -> None:
        """Put the runs on another surface; the start stays unless another is given.

        Edits of one gesture merge while `dragging`; a surface that cannot be is refused with its sentence.
        """
        try:
            dim = build_surface(spec).dim
        except (SurfaceError, FormulaError) as error:
            self.refused.emit(data_text(str(error)))
            return
        after = replace(self._session, surface=spec, start=(start or self._session.start)[:dim])
        self._change(after, text, gesture, dragging)

    @Slot(str, object, bool)
    def change_surface_parameter(self, name: str, value: object, dragging: bool) -> None:
        """Change a parameter of the surface."""
        parameters = {**dict(self._session.surface.parameters), name: float(str(value))}
        surface = replace(self._session.surface, parameters=tuple(sorted(parameters.items())))
        after = replace(self._session, surface=surface)
        self._change(after, self.tr("Change surface"), f"surface {name}", dragging)

    @Slot(float, float)
    def drag_start(self, x: float, y: float) -> None:
        """Move the start while the mouse is down."""
        if self._drop_timer.isActive():
            self._drop_timer.stop()
            self._sessions.end_gesture()
        self._place_start(x, y, dragging=True)

    @Slot(float, float)
    def drop_start(self, x: float, y: float) -> None:
        """End a drag. A double click comes as a click and, soon after, a drop where the start was before."""
        self._place_start(x, y, dragging=True)
        self._drop_timer.start(QGuiApplication.styleHints().mouseDoubleClickInterval())

    @Slot(float, float)
    def set_start(self, x: float, y: float) -> None:
        """Put the start somewhere, by typing."""
        self._place_start(x, y, dragging=False)

    def _place_start(self, x: float, y: float, *, dragging: bool) -> None:
        after = replace(self._session, start=placed(self._session, self._session.start, x, y))
        self._change(after, self.tr("Move start"), "start", dragging)

    @Slot()
    def draw_again(self) -> None:
        """Take the next seed: batches, and optimizers that draw, go another way."""
        if not self._session.draws:
            self.refused.emit(self.tr("No run here depends on chance: none sees batches, no optimizer draws."))
            return
        after = replace(self._session, seed=self._session.seed + 1)
        self._sessions.edit(after, self.tr("Draw again"))
        self.said.emit(self.tr("Seed {seed}: other draws.").format(seed=after.seed))

    @Slot(str)
    def add_run(self, optimizer: str) -> None:
        """Add a run with an optimizer's defaults."""
        made = make_optimizer(optimizer)
        try:
            self._sessions.edit(self._session.adding_run(made, label=data_text(made.title)), self.tr("Add run"))
        except SessionError as error:
            self.refused.emit(data_text(str(error)))

    @Slot(int)
    def duplicate_run(self, key: int) -> None:
        """Add a copy of a run right behind it."""
        run = self._session.run(key)
        try:
            after = self._session.adding_run(run.optimizer, label=run.label, after=key)
            self._sessions.edit(after, self.tr("Duplicate run"))
        except SessionError as error:
            self.refused.emit(data_text(str(error)))

    @Slot(int)
    def remove_run(self, key: int) -> None:
        """Take a run away."""
        self._sessions.edit(self._session.without_run(key), self.tr("Remove run"))

    @Slot(int, int)
    def move_run(self, key: int, by: int) -> None:
        """Move a run up or down the list."""
        self._sessions.edit(self._session.moving_run(key, by), self.tr("Move run"))

    @Slot(int, str)
    def rename_run(self, key: int, label: str) -> None:
        """Give a run another name; a number is added when it is taken."""
        others = [run.label for run in self._session.runs if run.key != key]
        run = replace(self._session.run(key), label=unique_label(label, others))
        self._sessions.edit(self._session.with_run(run), self.tr("Rename run"))

    @Slot(int, bool)
    def show_run(self, key: int, visible: bool) -> None:
        """Show or hide a run."""
        run = replace(self._session.run(key), visible=visible)
        self._sessions.edit(self._session.with_run(run), self.tr("Show or hide run"))

    @Slot(int, int)
    def choose_style(self, key: int, style: int) -> None:
        """Give a run another colour, marker and dash."""
        run = replace(self._session.run(key), style=style)
        self._sessions.edit(self._session.with_run(run), self.tr("Choose style"))

    @Slot(int, str)
    def choose_optimizer(self, key: int, name: str) -> None:
        """Give a run another optimizer, with its defaults and, unless it was renamed, its title."""
        run = self._session.run(key)
        if name == run.optimizer.name:
            return
        optimizer = make_optimizer(name)
        label = run.label
        if any(re.fullmatch(rf"{re.escape(given)}( \d+)?", label) for given in given_names(self._session, run)):
            label = unique_label(
                data_text(optimizer.title), [other.label for other in self._session.runs if other.key != key]
            )
        after = self._session.with_run(replace(run, optimizer=optimizer, label=label))
        self._sessions.edit(after, self.tr("Choose optimizer"))

    @Slot(int)
    def reset_run(self, key: int) -> None:
        """Give a run its optimizer's defaults and a constant learning rate again, as one edit."""
        run = self._session.run(key)
        sampling = replace(run.sampling, batch_size=0, replacement=False)
        run = replace(run, optimizer=make_optimizer(run.optimizer.name), schedule=Constant(), sampling=sampling)
        self._sessions.edit(self._session.with_run(run), self.tr("Reset hyperparameters"))

    @Slot(int, str, object, bool)
    def change_value(self, key: int, name: str, value: object, dragging: bool) -> None:
        """Change a hyperparameter of a run, or its schedule."""
        try:
            if name.startswith(BRANCH):
                run = changed_branch(self._session, key, name, value)
            else:
                run = changed_run(self._session.run(key), name, value, samples_in(self._session.surface))
        except HyperparameterError as error:
            self.refused.emit(data_text(str(error)))
            return
        text = self.tr("Change {name}").format(name=field_text(name))
        self._change(self._session.with_run(run), text, f"{key} {name}", dragging)

    @Slot()
    def _on_drop_timer_timeout(self) -> None:
        if self._sessions.gesture == "start":
            self._sessions.end_gesture()

    def _change(self, after: Session, text: str, gesture: str, dragging: bool) -> None:
        """Edit within a gesture that ends when nothing is dragged any more."""
        self._sessions.edit(after, text, gesture)
        if not dragging:
            self._sessions.end_gesture()
