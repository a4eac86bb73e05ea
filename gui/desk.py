"""The desk: every view of the window, made once, and the few words the window itself shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QSplitter

from gui.offers import OPTIMIZER_OFFER
from gui.presenting import surface_choices
from gui.views.curve_plot import CurvePlot
from gui.views.events_table import EventsTable
from gui.views.points_table import PointsTable
from gui.views.runs_panel import RunsPanel
from gui.views.scenario_panel import ScenarioPanel
from gui.views.stage import Stage
from gui.views.state_table import StateTable
from gui.views.surface_panel import SurfacePanel
from gui.views.time_bar import TimeBar
from gui.widgets.deferred import Deferred
from gui.widgets.message_bar import MessageBar

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from engine.session import View
    from gui.theme import Theme
    from gui.views.relief_view import ReliefView


class Desk(QObject):
    """All views, unplaced: the window arranges them, the presenter fills them."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self.center = QSplitter(parent)
        """The stage and what stands beside it."""
        self.relief: ReliefView | None = None
        """Made when it is first shown."""
        self.stage = Stage(parent)
        self.loss_plot = CurvePlot(parent)
        self.gradient_plot = CurvePlot(parent)
        self.table = StateTable(parent)
        self.points = PointsTable(parent)
        self.explain = Deferred(parent)
        self.surface = SurfacePanel(parent)
        self.retranslate()
        self.runs = RunsPanel(OPTIMIZER_OFFER, theme, parent)
        self.scenario = ScenarioPanel(parent)
        self.events = EventsTable(parent)
        self.time_bar = TimeBar(theme, parent)
        self.transport = self.time_bar.transport
        self.messages = MessageBar(parent)
        self.show_pointer: Callable[[str], None] = lambda _text: None
        self.show_view: Callable[[View], None] = lambda _view: None
        self.tell: Callable[[str], None] = lambda _text: None
        """Show a line at the bottom of the window; nothing: take it away."""

    def retranslate(self) -> None:
        """Offer the surfaces in the window's language."""
        self.surface.catalogue.set_choices(surface_choices())

    def set_theme(self, theme: Theme) -> None:
        """Recolour every view."""
        self.theme = theme
        if self.relief is not None:
            self.relief.set_theme(theme)
        for view in (
            self.stage,
            self.loss_plot,
            self.gradient_plot,
            self.table,
            self.points,
            self.surface,
            self.runs,
            self.scenario,
            self.events,
            self.time_bar,
            self.messages,
        ):
            view.set_theme(theme)

    def say(self, text: str, level: str = "info") -> None:
        """Show a sentence above the stage."""
        self.messages.show_message(text, level)
