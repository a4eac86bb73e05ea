"""The commands of the File menu: they ask where, and the documents do the rest."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction

from engine.clock import ITERATION
from engine.session import ALONE
from gui import dialogs
from gui.shown import Seen

if TYPE_CHECKING:
    from gui.main_window import MainWindow


class FileCommands(QObject):
    """Answers New, Open, Save and the exports; remembers the folder last used."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._lab, self._settings = window.lab, window.settings
        answers = {
            "new": self._on_new_triggered,
            "open": self._on_open_triggered,
            "reopen": self._on_reopen_triggered,
            "save": self._on_save_triggered,
            "save-as": self._on_save_as_triggered,
            "export-csv": self._on_export_csv_triggered,
            "export-picture": self._on_export_picture_triggered,
            "export-animation": self._on_export_animation_triggered,
        }
        for name, answer in answers.items():
            window.actions_by_name[name].triggered.connect(answer)
        window.menus.recent.triggered.connect(self._on_recent_triggered)

    def open_file(self, path: Path) -> None:
        """Open a session file, or say why it cannot be."""
        if self._lab.documents.open(path):
            self._remember_folder(path)
            self._lab.playback.rewind()

    @Slot()
    def _on_new_triggered(self) -> None:
        self._lab.playback.rewind()
        self._lab.edits.new_session()

    @Slot()
    def _on_open_triggered(self) -> None:
        path = dialogs.ask_open(self._window, self._settings.folder())
        if path is not None:
            self.open_file(path)

    @Slot(QAction)
    def _on_recent_triggered(self, action: QAction) -> None:
        self.open_file(Path(action.data()))

    @Slot()
    def _on_reopen_triggered(self) -> None:
        path = self._settings.last_session_path()
        if not path.exists():
            self._window.desk.say(self.tr("There is no last session yet: it is kept when the window closes."))
        elif self._lab.documents.reopen(path):
            self._lab.playback.rewind()

    @Slot()
    def _on_save_triggered(self) -> None:
        if self._lab.documents.path is None:
            self._on_save_as_triggered()
        else:
            self._lab.documents.save(self._lab.documents.path)

    @Slot()
    def _on_save_as_triggered(self) -> None:
        path = dialogs.ask_save(self._window, self._settings.folder(), self._proposed_name())
        if path is not None:
            self._remember_folder(path)
            self._lab.documents.save(path)

    @Slot()
    def _on_export_csv_triggered(self) -> None:
        path = dialogs.ask_csv(self._window, self._settings.folder(), self._proposed_name())
        if path is not None:
            self._remember_folder(path)
            self._lab.documents.export_csv(path)

    @Slot()
    def _on_export_picture_triggered(self) -> None:
        path = dialogs.ask_picture(self._window, self._settings.folder(), self._proposed_name())
        if path is not None:
            self._remember_folder(path)
            keeper = self._lab.timekeeper
            rows = None if keeper.pace == ITERATION else keeper.rows
            self._lab.documents.export_picture(path, self._window.theme, keeper.iteration, rows, self._seen())

    @Slot()
    def _on_export_animation_triggered(self) -> None:
        path = dialogs.ask_animation(self._window, self._settings.folder(), self._proposed_name())
        if path is not None:
            self._remember_folder(path)
            keeper = self._lab.timekeeper
            others = {key: row for key, row in keeper.rows.items() if key != keeper.chosen}
            waiting = others if keeper.pace == ALONE else {}
            self._lab.documents.export_animation(path, self._window.theme, waiting, replace(self._seen(), steps=None))

    def _seen(self) -> Seen:
        """What the window shows that is not in the session."""
        lab = self._lab
        steps = lab.explain.steps if lab.explain is not None else None
        view, relief = self._window.desk.stage.view(), self._window.desk.relief
        sight = relief.sight if relief is not None else None
        return Seen(view, lab.timekeeper.chosen, lab.reading.points, lab.reading.chosen, sight, steps)

    def _remember_folder(self, path: Path) -> None:
        self._settings.remember("folder", str(path.parent))

    def _proposed_name(self) -> str:
        if self._window.scenarios.current:
            return self._window.scenarios.current.name
        documents, surface = self._lab.documents, self._lab.sessions.session.surface
        return documents.name if documents.path else surface.name or "surface"
