"""The laboratory: all controllers, made together and connected to the desk, ended together."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from gui.controllers.bounds_controller import BoundsController
from gui.controllers.branching import Branching
from gui.controllers.catalogue_controller import CatalogueController
from gui.controllers.documents import Documents
from gui.controllers.edits import Edits
from gui.controllers.event_finder import EventFinder
from gui.controllers.pictures import Pictures
from gui.controllers.playback import Playback
from gui.controllers.presenter import Presenter
from gui.controllers.reading_controller import ReadingController
from gui.controllers.relief_controller import ReliefController
from gui.controllers.run_controller import RunController
from gui.controllers.session_controller import SessionController
from gui.controllers.surface_pages import SurfacePages
from gui.controllers.timekeeper import Timekeeper
from gui.controllers.timeline_controller import TimelineController
from gui.controllers.tuner import Tuner
from gui.controllers.typesetter import Typesetter
from gui.settings import Settings
from gui.workers.background import Background

if TYPE_CHECKING:
    from engine.session import Session
    from gui.controllers.explain_controller import ExplainController
    from gui.desk import Desk


class Laboratory(QObject):
    """Everything behind the views. `stop` ends its threads."""

    def __init__(self, session: Session, desk: Desk, parent: QObject, settings: Settings | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.settings = settings or Settings()
        self.background = Background(self)
        self.typesetter = Typesetter(self.background, self)
        self.sessions = SessionController(session, self)
        self.runs = RunController(parent=self)
        self.sessions.session_changed.connect(self.runs.forget)  # before anybody else hears of it
        self.playback = Playback(parent=self)
        self.timekeeper = Timekeeper(self.sessions, self.runs, self.playback, self)
        self.pictures = Pictures(self.background, self)
        self.edits = Edits(self.sessions, self)
        self.documents = Documents(self.sessions, self.edits, self.background, self)
        self.tuner = Tuner(self.sessions, self.background, self)
        self.presenter = Presenter(desk, self.sessions, self.runs, self.playback, self.timekeeper, self.pictures, self)
        self.pages = SurfacePages(self, desk)
        self.catalogue = CatalogueController(desk.surface.catalogue, self, desk)
        self.bounds = BoundsController(desk.surface.bounds, self, desk)
        self.reading = ReadingController(self, desk)
        self.reading.failed.connect(self.pictures.failed)
        self.reading.known_changed.connect(self.presenter.plotter.set_points)
        self.relief = ReliefController(self, desk)
        self.finder = EventFinder(self)
        self.finder.failed.connect(self.pictures.failed)
        self.reading.follow(self.finder)
        self.presenter.follow(self.finder)
        self.timeline = TimelineController(self, desk)
        self.branching = Branching(self, desk)
        self.explain: ExplainController | None = None
        """Made when the panel or an arrow is first wanted."""
        self._connect_setup(desk)
        self._connect_time(desk)

    @Slot()
    def make_explain(self) -> None:
        """Have steps explained from now on."""
        from gui.controllers.explain_controller import ExplainController  # not for the first window

        if self.explain is None:
            self.explain = ExplainController(self, self._desk)
            self.explain.refresh()

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        self.presenter.retranslate()
        self.timeline.retranslate()
        self.pages.retranslate()
        if self.explain is not None:
            self.explain.refresh()

    def step(self, by: int) -> None:
        """Step through time, or through the lines of a step."""
        if self.explain is None or not self.explain.step(by):
            self.timekeeper.step(by)

    @Slot(object, object)
    def _on_session_changed(self, _before: Session, after: Session) -> None:
        if after.view.vectors and self.explain is None:
            self.make_explain()

    @Slot(str)
    def _on_page_wanted(self, name: str) -> None:
        self.pages.make(name)

    @Slot(str)
    def _on_pace_chosen(self, pace: str) -> None:
        self.sessions.set_view(replace(self.sessions.session.view, pace=pace))

    def stop(self) -> bool:
        """Stop time and threads; return whether they ended in time."""
        self.playback.pause()
        runs, jobs = self.runs.stop(), self.background.stop()
        return runs and jobs

    def _connect_setup(self, desk: Desk) -> None:
        edits = self.edits
        desk.surface.page_wanted.connect(self._on_page_wanted)
        desk.surface.parameter_changed.connect(edits.change_surface_parameter)
        desk.surface.start_typed.connect(edits.set_start)
        desk.stage.start_dragged.connect(edits.drag_start)
        desk.stage.start_dropped.connect(edits.drop_start)
        desk.runs.add_requested.connect(edits.add_run)
        desk.runs.optimizer_chosen.connect(edits.choose_optimizer)
        desk.runs.value_changed.connect(edits.change_value)
        desk.runs.renamed.connect(edits.rename_run)
        desk.runs.visibility_toggled.connect(edits.show_run)
        desk.runs.style_chosen.connect(edits.choose_style)
        desk.runs.duplicate_requested.connect(edits.duplicate_run)
        desk.runs.remove_requested.connect(edits.remove_run)
        desk.runs.move_requested.connect(edits.move_run)
        desk.runs.reset_requested.connect(edits.reset_run)
        desk.runs.tune_requested.connect(self.tuner.tune_run)
        desk.messages.action_triggered.connect(self.tuner.tune_all)

    def _connect_time(self, desk: Desk) -> None:
        playback = self.playback
        desk.transport.to_start_requested.connect(playback.to_start)
        desk.transport.to_end_requested.connect(playback.to_end)
        desk.transport.step_requested.connect(self.step)
        desk.explain.wanted.connect(self.make_explain)
        self.sessions.session_changed.connect(self._on_session_changed)
        desk.transport.play_toggled.connect(playback.toggle)
        desk.transport.tick_requested.connect(playback.go_to)
        desk.transport.speed_changed.connect(playback.set_speed)
        desk.transport.pace.pace_chosen.connect(self._on_pace_chosen)
