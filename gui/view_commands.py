"""The commands of the View menu: how the session is shown, which is no edit."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QAction, QActionGroup

from engine.session import COLOUR_MAPS, LAYOUTS, LEVELS, MARKERS, OVERLAYS, TRAILS, VECTORS, View
from gui.translation.language import LANGUAGES

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

    from gui.main_window import MainWindow

OF_ALL = "of-all"


class ViewCommands(QObject):
    """Answers the View menu and checks in it what is shown."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        actions, menus = window.actions_by_name, window.menus
        answers = {
            **dict.fromkeys(LAYOUTS, self._on_layout_triggered),
            "log-loss": self._on_log_loss_triggered,
            "three-d": self._on_three_d_triggered,
            "find": self._on_find_triggered,
            "timeline": self._on_timeline_triggered,
            "fit": window.desk.stage.fit,
            "reset-layout": window.reset_layout,
            "full-screen": self._on_full_screen_triggered,
        }
        for name, answer in answers.items():
            actions[name].triggered.connect(answer)
        menus.levels_group.triggered.connect(self._on_levels_triggered)
        menus.colours_group.triggered.connect(self._on_colours_triggered)
        menus.overlays_group.triggered.connect(self._on_overlays_triggered)
        menus.trails_group.triggered.connect(self._on_trails_triggered)
        menus.markers_group.triggered.connect(self._on_markers_triggered)
        menus.vectors_group.triggered.connect(self._on_vectors_triggered)
        menus.vectors_group.setExclusionPolicy(QActionGroup.ExclusionPolicy.None_)
        menus.theme_group.triggered.connect(self._on_theme_triggered)
        menus.language_group.triggered.connect(self._on_language_triggered)
        menus.overlays_group.setExclusionPolicy(QActionGroup.ExclusionPolicy.None_)
        window.desk.show_view = self.show_view
        is_shown = window.settings.text("timeline", "shown") == "shown"
        actions["timeline"].setChecked(is_shown)
        window.desk.time_bar.set_shown(is_shown)

    @property
    def _view(self) -> View:
        return self._window.lab.sessions.session.view

    def show_view(self, view: View) -> None:
        """Check what is shown."""
        actions = self._window.actions_by_name
        for name in LAYOUTS:
            actions[name].setChecked(view.layout == name)
        actions["log-loss"].setChecked(view.loss_scale == "log")
        actions["three-d"].setChecked(view.three_d)
        self._fill_choices(view)

    def retranslate(self) -> None:
        """Name the choices in the window's language."""
        self._fill_choices(self._view)
        texts = {"system": self.tr("As the system"), "light": self.tr("Light"), "dark": self.tr("Dark")}
        chosen = self._window.settings.text("theme", "system")
        self._fill("theme", texts, (chosen,))
        spoken = {"system": self.tr("As the system"), **LANGUAGES}
        self._fill("language", spoken, (self._window.settings.text("language", "system"),))

    def _fill_choices(self, view: View) -> None:
        levels = (self.tr("As suits the surface"), self.tr("Logarithmic"), self.tr("Linear"), self.tr("By quantile"))
        self._fill("levels", dict(zip(LEVELS, levels, strict=True)), (view.levels,))
        colours = (self.tr("Quiet, as the theme"), self.tr("Viridis"), self.tr("Cividis"), self.tr("Grey"))
        self._fill("colours", dict(zip(COLOUR_MAPS, colours, strict=True)), (view.colour_map,))
        overlays = (
            self.tr("Downhill arrows, −∇f"),
            self.tr("Newton arrows, −H⁻¹∇f"),
            self.tr("Where the curvature is indefinite"),
            self.tr("Condition number"),
            self.tr("Curvature at the pointer"),
        )
        self._fill("overlays", dict(zip(OVERLAYS, overlays, strict=True)), view.overlays)
        vectors = (
            self.tr("The slope's own step, −η∇f"),
            self.tr("The adapted step: what scaling makes of the slope"),
            self.tr("Inertia and pull, tail to head"),
            self.tr("The step and where it lands"),
            self.tr("Points it tried, population, simplex"),
            self.tr("What each axis is divided by, as squares"),
            self.tr("Learning rate of each axis, as an ellipse"),
            self.tr("Directions of curvature, as long as they bend"),
            self.tr("First-order model: the plane and where it holds"),
            self.tr("Second-order model and its bottom"),
        )
        trails = (self.tr("Full"), self.tr("Fading"), self.tr("Last 10 steps"), self.tr("Last 50 steps"))
        self._fill("trails", dict(zip(TRAILS, trails, strict=True)), (view.trail,))
        every = {str(rows): self.tr("Marker every {rows} steps").format(rows=rows) for rows in MARKERS if rows}
        self._fill("markers", {"0": self.tr("No markers"), **every}, (str(view.markers),))
        texts = {**dict(zip(VECTORS, vectors, strict=True)), OF_ALL: self.tr("Of every run")}
        self._fill("vectors", texts, (*view.vectors, *((OF_ALL,) if view.vectors_of_all else ())))

    def _fill(self, name: str, texts: dict[str, str], chosen: tuple[str, ...]) -> None:
        menus = self._window.menus
        menu: QMenu = getattr(menus, name)
        menus.fill_choices(menu, getattr(menus, f"{name}_group"), texts, chosen)

    def _set(self, **changes: Any) -> None:
        view = replace(self._view, **changes)
        self._window.lab.sessions.set_view(view)
        self.show_view(view)

    @Slot()
    def _on_layout_triggered(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self._set(layout=action.objectName())

    @Slot()
    def _on_find_triggered(self) -> None:
        """Go to the catalogue's search, also from behind another dock or page."""
        dock, panel = self._window.docks["surface"], self._window.desk.surface
        dock.show()
        dock.raise_()
        panel.show_page("catalogue")
        panel.catalogue.focus_search()

    @Slot(bool)
    def _on_log_loss_triggered(self, on: bool) -> None:
        self._set(loss_scale="log" if on else "linear")

    @Slot(bool)
    def _on_timeline_triggered(self, on: bool) -> None:
        self._window.desk.time_bar.set_shown(on)
        self._window.settings.remember("timeline", "shown" if on else "folded")

    @Slot(bool)
    def _on_three_d_triggered(self, on: bool) -> None:
        self._set(three_d=on)

    @Slot(QAction)
    def _on_levels_triggered(self, action: QAction) -> None:
        self._set(levels=action.data())

    @Slot(QAction)
    def _on_colours_triggered(self, action: QAction) -> None:
        self._set(colour_map=action.data())

    @Slot(QAction)
    def _on_overlays_triggered(self, action: QAction) -> None:
        shown = {*self._view.overlays} ^ {action.data()}
        self._set(overlays=tuple(name for name in OVERLAYS if name in shown))

    @Slot(QAction)
    def _on_vectors_triggered(self, action: QAction) -> None:
        if action.data() == OF_ALL:
            self._set(vectors_of_all=not self._view.vectors_of_all)
            return
        shown = {*self._view.vectors} ^ {action.data()}
        self._set(vectors=tuple(name for name in VECTORS if name in shown))

    @Slot(QAction)
    def _on_trails_triggered(self, action: QAction) -> None:
        self._set(trail=action.data())

    @Slot(QAction)
    def _on_markers_triggered(self, action: QAction) -> None:
        self._set(markers=int(action.data()))

    @Slot(QAction)
    def _on_theme_triggered(self, action: QAction) -> None:
        self._window.set_theme(action.data())

    @Slot(QAction)
    def _on_language_triggered(self, action: QAction) -> None:
        self._window.set_language(action.data())

    @Slot(bool)
    def _on_full_screen_triggered(self, on: bool) -> None:
        window, full = self._window, Qt.WindowState.WindowFullScreen
        window.setWindowState(window.windowState() | full if on else window.windowState() & ~full)
