"""The menu bar, built from the action table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from gui.actions import without_keys
from gui.widgets.staying_menu import StayingMenu

if TYPE_CHECKING:
    from collections.abc import Iterable

    from gui.main_window import MainWindow

translate = QCoreApplication.translate
LINE = ""
FILE = (
    *("new", "open", "reopen", LINE, "save", "save-as", LINE),
    *("save-surface", "import-surface", "import-heights", LINE),
    *("export-csv", "export-picture", "export-animation", LINE, "quit"),
)
EDIT = ("undo", "redo", LINE, "find")
VIEW = ("together", "side-by-side", "three-d", LINE, "log-loss", "timeline", "fit", LINE)
RUN = (
    *("play", LINE, "to-start", "back-ten", "step-back", "step-forward", "forward-ten", "to-end", LINE),
    *("previous-event", "next-event", "bookmark", LINE, "branch", "tune", "draw-again"),
)
SCENARIOS = (LINE, "save-scenario", "scenario-folder")
"""Below the chapters, which are listed when the menu opens."""
HELP = ("keys", "about")


class Menus:
    """The window's menus; those that list things are filled anew when they open."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        bar = window.menuBar()
        self.file, self.edit, self.view = bar.addMenu(""), bar.addMenu(""), bar.addMenu("")
        self.run, self.scenarios, self.help = bar.addMenu(""), bar.addMenu(""), bar.addMenu("")
        self._fill(self.file, FILE)
        self._build_recent()
        self._fill(self.edit, EDIT)
        self._fill(self.view, VIEW)
        self._fill(self.run, RUN)
        self._fill(self.scenarios, SCENARIOS)
        self._fill(self.help, HELP)
        self._build_view()
        self.retranslate()

    def _fill(self, menu: QMenu, names: Iterable[str]) -> None:
        for name in names:
            if name == LINE:
                menu.addSeparator()
            else:
                menu.addAction(self._window.actions_by_name[name])

    def _build_recent(self) -> None:
        self.recent = self.file.addMenu("")
        self.file.insertMenu(self._window.actions_by_name["reopen"], self.recent)
        self.recent.aboutToShow.connect(self._on_recent_about_to_show)

    def _build_view(self) -> None:
        self.overlays, self.overlays_group = self._choice_menu(StayingMenu)
        self.vectors, self.vectors_group = self._choice_menu(StayingMenu)
        self.trails, self.trails_group = self._choice_menu()
        self.markers, self.markers_group = self._choice_menu()
        self.levels, self.levels_group = self._choice_menu()
        self.colours, self.colours_group = self._choice_menu()
        self.theme, self.theme_group = self._choice_menu()
        self.language, self.language_group = self._choice_menu()
        self.panels = self.view.addMenu("")
        for dock in self._window.docks.values():
            self.panels.addAction(dock.toggleViewAction())
        self._fill(self.view, (LINE, "reset-layout", "full-screen"))

    def _choice_menu(self, kind: type[QMenu] = QMenu) -> tuple[QMenu, QActionGroup]:
        menu = kind(self.view)
        self.view.addMenu(menu)
        return menu, QActionGroup(menu)

    def _on_recent_about_to_show(self) -> None:
        self.recent.clear()
        paths = self._window.settings.recent()
        for path in paths:
            self.recent.addAction(path.replace("&", "&&")).setData(path)
        if not paths:
            self.recent.addAction(translate("Menus", "No sessions yet")).setEnabled(False)

    def fill_choices(self, menu: QMenu, group: QActionGroup, texts: dict[str, str], chosen: tuple[str, ...]) -> None:
        """Offer these choices, those chosen checked."""
        if {action.data(): action.text() for action in group.actions()} == texts:  # they may be on the screen
            for action in group.actions():
                action.setChecked(action.data() in chosen)
            return
        for action in group.actions():
            group.removeAction(action)
            menu.removeAction(action)
            action.deleteLater()
        for name, text in texts.items():
            action = QAction(text, menu)
            action.setData(name)
            action.setCheckable(True)
            action.setChecked(name in chosen)
            group.addAction(action)
            menu.addAction(action)

    def retranslate(self) -> None:
        """Name the menus in the window's language."""
        titles = {
            self.file: translate("Menus", "&File"),
            self.edit: translate("Menus", "&Edit"),
            self.view: translate("Menus", "&View"),
            self.run: translate("Menus", "&Run"),
            self.scenarios: translate("Menus", "&Scenarios"),
            self.help: translate("Menus", "&Help"),
            self.recent: translate("Menus", "Open &recent"),
            self.overlays: translate("Menus", "&Overlays"),
            self.vectors: translate("Menus", "St&ep"),
            self.trails: translate("Menus", "Tra&ils"),
            self.markers: translate("Menus", "&Markers"),
            self.levels: translate("Menus", "Le&vels"),
            self.colours: translate("Menus", "&Colours"),
            self.theme: translate("Menus", "T&heme"),
            self.language: translate("Menus", "Lan&guage"),
            self.panels: translate("Menus", "&Panels"),
        }
        for menu, title in titles.items():
            menu.setTitle(title)
            menu.menuAction().setIconText(without_keys(title))
