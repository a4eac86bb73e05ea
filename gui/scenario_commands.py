"""Scenarios in the window: their menu, their panel, and which one is open."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction

from engine.files import FileError
from gui.translation.sentences import data_text
from gui.views.scenario_panel import ScenarioWords

if TYPE_CHECKING:
    from engine.scenario import Scenario
    from gui.docks import Docks
    from gui.main_window import MainWindow


class ScenarioCommands(QObject):
    """Offers the scenarios that ship and opens them. They are read when they are first asked for."""

    def __init__(self, window: MainWindow, docks: Docks) -> None:
        super().__init__(window)
        self._window, self._docks = window, docks
        self._menu, self._panel = window.menus.scenarios, window.desk.scenario
        self._menu.aboutToShow.connect(self._on_menu_about_to_show)
        self._panel.contents_wanted.connect(self._on_panel_contents_wanted)
        self._panel.scenario_wanted.connect(self.open)

    @cached_property
    def every(self) -> tuple[Scenario, ...]:
        """All of them in book order; none, and a message, if one cannot be read."""
        from engine.scenario import ScenarioError, load_scenarios

        try:
            return load_scenarios()
        except (ScenarioError, FileError) as error:
            self._window.desk.say(data_text(str(error)), "danger")
            return ()

    @Slot(str)
    def open(self, name: str) -> None:
        """Open a scenario; raises ScenarioError for a name that is not there."""
        from engine.scenario import find_scenario

        scenario = find_scenario(self.every, name)
        self._window.lab.playback.rewind()
        self._window.lab.edits.open_scenario(scenario)
        self._window.lab.presenter.keep_rates()
        self._docks.bring_up("scenario")

    @property
    def current(self) -> Scenario | None:
        """The scenario the session came from, if any."""
        origin = self._window.lab.sessions.origin
        if not origin or isinstance(origin, Path):
            return None
        return next((scenario for scenario in self.every if scenario.name == origin), None)

    def title(self) -> str:
        """Return what the current one is called in the window's language; an empty text if there is none."""
        return self.current.text(self._window.language).title if self.current else ""

    def show_words(self) -> None:
        """Show the words of the current one."""
        words, scenario = ScenarioWords(), self.current
        if scenario:
            text = scenario.text(self._window.language)
            chapter = data_text(scenario.chapter)
            words = ScenarioWords(scenario.name, chapter, text.title, text.question, text.watch, text.try_next)
        self._panel.set_words(words)

    def _chapters(self) -> dict[str, dict[str, str]]:
        """Return the titles of all by name, under those of their chapters."""
        chapters: dict[str, dict[str, str]] = {}
        for scenario in self.every:
            titles = chapters.setdefault(data_text(scenario.chapter), {})
            titles[scenario.name] = scenario.text(self._window.language).title
        return chapters

    @Slot()
    def _on_panel_contents_wanted(self) -> None:
        self._panel.set_contents(self._chapters())

    @Slot()
    def _on_menu_about_to_show(self) -> None:
        for action in self._menu.actions():
            chapter = action.menu()
            if chapter is not None:
                chapter.deleteLater()
        self._menu.clear()
        for number, (title, scenarios) in enumerate(self._chapters().items(), 1):
            menu = self._menu.addMenu(f"&{number}  {title}")
            for name, text in scenarios.items():
                action = menu.addAction(text.replace("&", "&&"))
                action.setData(name)
                action.triggered.connect(self._on_scenario_triggered)

    @Slot()
    def _on_scenario_triggered(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.open(action.data())
