"""Commands that bring surfaces in and keep them: height maps, surface files, a person's own library."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QToolButton

if TYPE_CHECKING:
    from pathlib import Path

    from gui.controllers.height_importer import HeightImporter
    from gui.controllers.library_controller import LibraryController
    from gui.main_window import MainWindow

TABLES = (".csv", ".tsv", ".txt")


class SurfaceCommands(QObject):
    """Answers the commands; what does the work is made when it is first wanted."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._sculpt_button: QToolButton | None = None
        answers = {
            "save-surface": self._on_save_surface_triggered,
            "import-surface": self._on_import_surface_triggered,
            "import-heights": self.import_heights,
        }
        for name, answer in answers.items():
            window.actions_by_name[name].triggered.connect(answer)
        window.desk.surface.page_shown.connect(self._on_page_shown)

    @cached_property
    def importer(self) -> HeightImporter:
        """What imports height maps."""
        from gui.controllers.height_importer import HeightImporter

        made = HeightImporter(self._window.lab, self._window, lambda: self._window.theme)
        made.failed.connect(self._window.reporter.report)
        return made

    @cached_property
    def library(self) -> LibraryController:
        """The person's own surfaces."""
        from engine.library import Library
        from gui.controllers.library_controller import LibraryController

        window = self._window
        made = LibraryController(Library(window.settings.library_folder()), window.lab, window.desk, window)
        made.failed.connect(window.reporter.report)
        return made

    def dress(self) -> None:
        """Fill the library's part of the catalogue, once the first frame stands."""
        self.library.refresh()

    def take(self, path: Path) -> bool:
        """Open a picture, a table or a surface file; return whether it is one."""
        from engine.surface_file import SUFFIX
        from gui.image_heights import SUFFIXES

        if path.name.lower().endswith(SUFFIX):
            self.library.import_path(path)
        elif path.suffix.lower() in (*SUFFIXES, *TABLES):
            self.importer.open(path)
        else:
            return False
        return True

    @Slot()
    def import_heights(self) -> None:
        """Ask for a height map and open the dialog that imports it."""
        self.importer.open()

    @Slot(str)
    def _on_page_shown(self, name: str) -> None:
        """Offer the import where terrain is made."""
        if name != "sculpt" or self._sculpt_button is not None:
            return
        from gui.views.sculpt_page import SculptPage

        page = self._window.desk.surface.findChild(SculptPage)
        if page is not None:
            self._sculpt_button = QToolButton(page)
            self._sculpt_button.setDefaultAction(self._window.actions_by_name["import-heights"])
            page.extra_layout.addWidget(self._sculpt_button)

    @Slot()
    def _on_save_surface_triggered(self) -> None:
        self.library.ask_name_and_save()

    @Slot()
    def _on_import_surface_triggered(self) -> None:
        self.library.ask_and_import()
