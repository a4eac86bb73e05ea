"""Scenarios in the window: their menu, their panel, and which one is open."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtWidgets import QMenu

from engine.files import FileError, make_folder
from gui import dialogs
from gui.translation.sentences import data_text
from gui.views.scenario_panel import ScenarioWords

if TYPE_CHECKING:
    from engine.scenario import Scenario
    from gui.docks import Docks
    from gui.main_window import MainWindow


class ScenarioCommands(QObject):
    """Offers scenarios, those that ship and a person's own, and opens them; keeps new ones."""

    def __init__(self, window: MainWindow, docks: Docks) -> None:
        super().__init__(window)
        self._window, self._docks = window, docks
        self._menu, self._panel = window.menus.scenarios, window.desk.scenario
        self._menu.aboutToShow.connect(self._on_menu_about_to_show)
        self._panel.contents_wanted.connect(self._on_panel_contents_wanted)
        self._panel.scenario_wanted.connect(self.open)
        self._own: tuple[Scenario, ...] = ()
        """A person's own, as they were when they were last listed."""
        self._given: Scenario | None = None
        """One that was opened by the path of its file."""
        window.actions_by_name["save-scenario"].triggered.connect(self._on_save_triggered)
        window.actions_by_name["scenario-folder"].triggered.connect(self._on_folder_triggered)

    @property
    def every(self) -> tuple[Scenario, ...]:
        """All of them in book order, a person's own last."""
        given = (self._given,) if self._given and self._given not in self._own else ()
        return (*self._shipped, *self._own, *given)

    @cached_property
    def _shipped(self) -> tuple[Scenario, ...]:
        from engine.scenario import ScenarioError, load_scenarios

        try:
            return load_scenarios()
        except (ScenarioError, FileError) as error:
            self._window.desk.say(data_text(str(error)), "danger")
            return ()

    def _read_own(self) -> None:
        """Look what lies in the folder now."""
        from engine.own_scenarios import own_scenarios

        self._own, problems = own_scenarios(self._folder)
        if problems:
            self._window.desk.say(data_text(problems[0]), "danger")

    @property
    def _folder(self) -> Path:
        return self._window.settings.scenarios_folder()

    @Slot(str)
    def open(self, name: str) -> None:
        """Open a scenario by its name, or one in a file by its path; raises ScenarioError where there is none."""
        from engine.scenario import ScenarioError, find_scenario, scenario_called

        if name.endswith(".toml"):
            self._given = scenario_called(name)
            name = self._given.name
        scenario = find_scenario(self.every, name)
        try:
            session = scenario.spoken(self._window.language)
        except (ScenarioError, FileError) as error:
            self._window.desk.say(data_text(str(error)), "danger")
            return
        self._window.lab.playback.rewind()
        self._window.lab.edits.open_scenario(session, name)
        self._window.lab.presenter.keep_rates()
        self._docks.bring_up("scenario")

    @Slot()
    def _on_save_triggered(self) -> None:
        """Ask for words, and keep them with the session as it stands."""
        from engine.own_scenarios import keep_scenario
        from engine.scenario import ScenarioText

        mine = self.current if self.current in self._own else None
        known = mine.text(self._window.language) if mine else ScenarioText(self.title(), "", (), ())
        text = dialogs.ask_scenario(self._window, known)
        if text is None:
            return
        sessions = self._window.lab.sessions
        try:
            kept = keep_scenario(self._folder, sessions.session, self._window.language, text, mine)
        except FileError as error:
            self._window.desk.say(data_text(str(error)), "danger")
            return
        self._read_own()
        sessions.set_origin(kept.name)
        self.show_words()
        sessions.undo_stack.setClean()
        self._docks.bring_up("scenario")
        self._window.desk.say(self.tr("“{name}” is among your scenarios now.").format(name=text.title))

    @Slot()
    def _on_folder_triggered(self) -> None:
        try:
            make_folder(self._folder)
        except FileError as error:
            self._window.desk.say(data_text(str(error)), "danger")
            return
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))

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
        self._read_own()
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
                self._menu.removeAction(action)
                chapter.deleteLater()
        below = self._menu.actions()[0]
        for number, (title, scenarios) in enumerate(self._chapters().items(), 1):
            menu = QMenu(f"&{number}  {title}", self._menu)
            for name, text in scenarios.items():
                action = menu.addAction(text.replace("&", "&&"))
                action.setData(name)
                action.triggered.connect(self._on_scenario_triggered)
            self._menu.insertMenu(below, menu)

    @Slot()
    def _on_scenario_triggered(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.open(action.data())
