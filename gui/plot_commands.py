"""The commands of the plots: their docks are called by what they show, and each can be exported."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from gui import dialogs

if TYPE_CHECKING:
    from gui.docks import Docks
    from gui.main_window import MainWindow


class PlotCommands(QObject):
    """Answers what the plots' menus and the File menu ask for."""

    def __init__(self, window: MainWindow, docks: Docks) -> None:
        super().__init__(window)
        self._window, self._docks = window, docks
        self._plotter = window.lab.presenter.plotter
        self._plotter.titles_changed.connect(self._on_titles_changed)
        self.menu = window.menus.file.addMenu("")
        self.retranslate()
        window.menus.file.insertMenu(window.actions_by_name["export-picture"], self.menu)
        for index, view in enumerate(self._plotter.views):
            view.menu.export_wished.connect(partial(self._export, index))
            self.menu.addAction("").triggered.connect(partial(self._export, index))

    def retranslate(self) -> None:
        """Name the menu in the window's language."""
        self.menu.setTitle(self.tr("Export plo&t"))

    @Slot()
    def _on_titles_changed(self) -> None:
        for action, title in zip(self.menu.actions(), self._plotter.titles, strict=True):
            action.setText(title + "…")
        self._docks.name_plots(self._plotter.titles)

    def _export(self, index: int, *_checked: bool) -> None:
        window, quantity = self._window, self._plotter.plot(index).quantity
        sheet = self._plotter.sheet(index)
        if not sheet.runs:
            window.desk.say(self.tr("There is nothing in this plot to export yet."))
            return
        path = dialogs.ask_plot(window, window.settings.folder(), quantity)
        if path is not None:
            window.settings.remember("folder", str(path.parent))
            window.lab.documents.export_plot(path, sheet, window.theme)
