"""The window: arranges the desk's views in docks, and answers the commands of its menus."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Slot
from PySide6.QtGui import QAction, QCloseEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDockWidget,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QTabWidget,
    QToolBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from engine.files import FileError
from engine.scenario import Scenario, ScenarioError, find_scenario, load_scenarios
from engine.session import LEVELS, Session, View, default_session
from engine.session_file import save_session
from gui import dialogs
from gui.actions import ROWS, make_actions, retranslate
from gui.controllers.laboratory import Laboratory
from gui.desk import Desk
from gui.error_dialog import ErrorReporter
from gui.icons import icon
from gui.menus import Menus
from gui.settings import Settings
from gui.theme import THEMES, Theme, apply_theme, system_theme
from gui.views.scenario_panel import ScenarioWords
from gui.views.surface_panel import PICTURE
from gui.widgets.task_progress import TaskProgress

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDropEvent

LAYOUT_VERSION = 1
DOCK_SIZES = {"surface": 236, "scenario": 236, "runs": 276}
BOTTOM_HEIGHT = 176


class MainWindow(QMainWindow):
    """Everything a person sees. `close` ends the threads."""

    def __init__(self, session: Session | None = None, settings: Settings | None = None) -> None:
        super().__init__()
        self.settings = settings or Settings()
        self.theme = self._wanted_theme()
        self.language = "en"
        self.actions_by_name = make_actions(self)
        self.desk = Desk(self.theme, self)
        self.lab = Laboratory(session or default_session(), self.desk, self)
        self.reporter = ErrorReporter(self, self._keep_session)
        self._build_center()
        self.docks: dict[str, QDockWidget] = {}
        self._build_docks()
        self._build_transport()
        self._build_status()
        self.menus = Menus(self)
        self._build_switch()
        self._connect_actions()
        self._connect_lab()
        self._fill_scenarios()
        self._restore()
        self._retranslate()
        self.setAcceptDrops(True)
        self.lab.presenter.present()
        QTimer.singleShot(0, self, self._request_thumbnails)

    # Building

    def _build_center(self) -> None:
        center = QWidget(self)
        layout = QVBoxLayout(center)
        layout.setContentsMargins(8, 8, 8, 4)
        layout.setSpacing(4)
        layout.addWidget(self.desk.messages)
        layout.addWidget(self.desk.stage, 1)
        self.setCentralWidget(center)

    def _build_docks(self) -> None:
        areas = Qt.DockWidgetArea
        self.setCorner(Qt.Corner.BottomRightCorner, areas.RightDockWidgetArea)
        self.setCorner(Qt.Corner.BottomLeftCorner, areas.BottomDockWidgetArea)
        self.setDockOptions(QMainWindow.DockOption.AllowTabbedDocks | QMainWindow.DockOption.AllowNestedDocks)
        self.setTabPosition(areas.AllDockWidgetAreas, QTabWidget.TabPosition.North)
        parts: tuple[tuple[str, QWidget, Qt.DockWidgetArea], ...] = (
            ("surface", self.desk.surface, areas.LeftDockWidgetArea),
            ("scenario", self.desk.scenario, areas.LeftDockWidgetArea),
            ("runs", self.desk.runs, areas.RightDockWidgetArea),
            ("loss", self.desk.loss_plot, areas.BottomDockWidgetArea),
            ("gradient", self.desk.gradient_plot, areas.BottomDockWidgetArea),
            ("state", self.desk.table, areas.BottomDockWidgetArea),
        )
        for name, view, area in parts:
            dock = QDockWidget(self)
            dock.setObjectName(f"dock-{name}")
            dock.setWidget(view)
            self.addDockWidget(area, dock)
            self.docks[name] = dock
        self._arrange_docks()

    def _arrange_docks(self) -> None:
        """Put every dock where it belongs at first."""
        docks = self.docks
        for dock in docks.values():
            dock.setFloating(False)
            dock.show()
        self.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, docks["surface"])
        self.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, docks["scenario"])
        self.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, docks["runs"])
        for name in ("loss", "gradient", "state"):
            self.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, docks[name])
        self.tabifyDockWidget(docks["surface"], docks["scenario"])
        docks["surface"].raise_()
        self.splitDockWidget(docks["loss"], docks["gradient"], Qt.Orientation.Horizontal)
        self.splitDockWidget(docks["gradient"], docks["state"], Qt.Orientation.Horizontal)
        sized = [docks[name] for name in DOCK_SIZES]
        self.resizeDocks(sized, list(DOCK_SIZES.values()), Qt.Orientation.Horizontal)
        bottom = [docks[name] for name in ("loss", "gradient", "state")]
        self.resizeDocks(bottom, [BOTTOM_HEIGHT] * 3, Qt.Orientation.Vertical)
        self.resizeDocks(bottom, [222, 202, 576], Qt.Orientation.Horizontal)

    def _build_transport(self) -> None:
        bar = QToolBar(self)
        bar.setObjectName("transport")
        bar.setMovable(False)
        bar.toggleViewAction().setEnabled(False)
        bar.addWidget(self.desk.transport)
        self.addToolBar(Qt.ToolBarArea.BottomToolBarArea, bar)

    def _build_status(self) -> None:
        self._pointer = QLabel(self)
        self.statusBar().addWidget(self._pointer, 1)
        self._progress = TaskProgress(self.lab.background.running, self)
        self.statusBar().addPermanentWidget(self._progress)
        self.desk.show_pointer = self._pointer.setText
        self.desk.show_view = self._show_view
        self.desk.stage.pointer_left.connect(self._pointer.clear)

    def _build_switch(self) -> None:
        """Put the layout switch into the menu bar's free corner."""
        corner = QWidget(self)
        layout = QHBoxLayout(corner)
        layout.setContentsMargins(4, 2, 8, 2)
        layout.setSpacing(4)
        for name in ("together", "side-by-side"):
            button = QToolButton(corner)
            button.setDefaultAction(self.actions_by_name[name])
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setAutoRaise(True)
            layout.addWidget(button)
        self.menuBar().setCornerWidget(corner)

    def _connect_actions(self) -> None:
        lab, actions = self.lab, self.actions_by_name
        answers = {
            "new": self._on_new_triggered,
            "open": self._on_open_triggered,
            "reopen": self._on_reopen_triggered,
            "save": self._on_save_triggered,
            "save-as": self._on_save_as_triggered,
            "export-csv": self._on_export_csv_triggered,
            "export-picture": self._on_export_picture_triggered,
            "quit": self.close,
            "undo": lab.sessions.undo_stack.undo,
            "redo": lab.sessions.undo_stack.redo,
            "together": self._on_layout_triggered,
            "side-by-side": self._on_layout_triggered,
            "log-loss": self._on_log_loss_triggered,
            "fit": self.desk.stage.fit,
            "reset-layout": self._on_reset_layout_triggered,
            "full-screen": self._on_full_screen_triggered,
            "to-start": lab.playback.to_start,
            "to-end": lab.playback.to_end,
            "play": self._on_play_triggered,
            "tune": lab.tuner.tune_all,
            "keys": self._on_keys_triggered,
            "about": self._on_about_triggered,
        }
        for name, answer in answers.items():
            actions[name].triggered.connect(answer)
        for name, by in (("back-ten", -10), ("step-back", -1), ("step-forward", 1), ("forward-ten", 10)):
            actions[name].setData(by)
            actions[name].triggered.connect(self._on_step_triggered)

    def _connect_lab(self) -> None:
        lab = self.lab
        lab.edits.refused.connect(self.say_warning)
        lab.documents.said.connect(self.desk.say)
        lab.documents.opened.connect(self.settings.add_recent)
        lab.sessions.origin_changed.connect(self._on_origin_changed)
        lab.tuner.said.connect(self.desk.say)
        for source in (lab.documents, lab.runs, lab.pictures, lab.tuner):
            source.failed.connect(self.reporter.report)
        stack = lab.sessions.undo_stack
        QApplication.styleHints().colorSchemeChanged.connect(self._on_color_scheme_changed)
        stack.cleanChanged.connect(self._show_title)
        stack.canUndoChanged.connect(self.actions_by_name["undo"].setEnabled)
        stack.canRedoChanged.connect(self.actions_by_name["redo"].setEnabled)
        stack.undoTextChanged.connect(self._on_undo_text_changed)
        stack.redoTextChanged.connect(self._on_redo_text_changed)
        self.actions_by_name["undo"].setEnabled(False)
        self.actions_by_name["redo"].setEnabled(False)

    def _fill_scenarios(self) -> None:
        try:
            self.scenario_list = load_scenarios()
        except (ScenarioError, FileError) as error:
            self.scenario_list = ()
            self.desk.say(str(error), "danger")
        for scenario in self.scenario_list:
            action = QAction(scenario.text(self.language).title, self)
            action.setData(scenario.name)
            action.triggered.connect(self._on_scenario_triggered)
            self.menus.scenarios.addAction(action)

    # Showing

    def _wanted_theme(self) -> Theme:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        return THEMES.get(self.settings.text("theme")) or system_theme(app)

    def set_theme(self, name: str) -> None:
        """Change the theme: "light", "dark", or anything else to follow the system."""
        self.settings.remember("theme", name)
        self._adopt_theme()
        self._request_thumbnails()

    def _adopt_theme(self) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self.theme = self._wanted_theme()
        apply_theme(app, self.theme, follow_system=self.settings.text("theme") not in THEMES)
        self.desk.set_theme(self.theme)
        self._tint_actions()

    @Slot()
    def _on_color_scheme_changed(self) -> None:
        if self.settings.text("theme") not in THEMES and self._wanted_theme() is not self.theme:
            self._adopt_theme()
            self._request_thumbnails()

    def _tint_actions(self) -> None:
        for row in ROWS:
            if row.icon:
                self.actions_by_name[row.name].setIcon(icon(row.icon, self.theme))

    @Slot()
    def _request_thumbnails(self) -> None:
        self.lab.pictures.request_thumbnails(self.theme, PICTURE, max(self.devicePixelRatioF(), 2.0))

    def _show_view(self, view: View) -> None:
        actions = self.actions_by_name
        actions["together"].setChecked(view.layout == "together")
        actions["side-by-side"].setChecked(view.layout == "side-by-side")
        actions["log-loss"].setChecked(view.loss_scale == "log")
        self._fill_levels()

    def _fill_levels(self) -> None:
        texts = dict(
            zip(
                LEVELS,
                (self.tr("As suits the surface"), self.tr("Logarithmic"), self.tr("Linear"), self.tr("By quantile")),
                strict=True,
            )
        )
        self.menus.fill_choices(
            self.menus.levels, self.menus.levels_group, texts, self.lab.sessions.session.view.levels
        )

    def _fill_themes(self) -> None:
        texts = {"system": self.tr("As the system"), "light": self.tr("Light"), "dark": self.tr("Dark")}
        chosen = self.settings.text("theme", "system")
        self.menus.fill_choices(self.menus.theme, self.menus.theme_group, texts, chosen)

    @Slot()
    def _show_title(self) -> None:
        name = self.scenario.text(self.language).title if self.scenario else self.lab.documents.name
        self.setWindowTitle(f"{name}[*] – Optimizer Sandbox")
        self.setWindowModified(not self.lab.sessions.undo_stack.isClean())

    def say_warning(self, text: str) -> None:
        """Show a sentence about something that could not be done."""
        self.desk.say(text, "warning")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            retranslate(self.actions_by_name)
            self.menus.retranslate()
            self._retranslate()

    def _retranslate(self) -> None:
        titles = {
            "surface": self.tr("Surface"),
            "scenario": self.tr("Scenario"),
            "runs": self.tr("Runs"),
            "loss": self.tr("Loss"),
            "gradient": self.tr("Gradient norm"),
            "state": self.tr("At the playhead"),
        }
        for name, dock in self.docks.items():
            dock.setWindowTitle(titles[name])
        self._fill_themes()
        self._fill_levels()
        self._tint_actions()
        self._on_undo_text_changed(self.lab.sessions.undo_stack.undoText())
        self._on_redo_text_changed(self.lab.sessions.undo_stack.redoText())
        self._show_title()

    # Scenarios

    def open_scenario(self, name: str) -> None:
        """Open a scenario; raises ScenarioError for a name that is not there."""
        scenario = find_scenario(self.scenario_list, name)
        self._rewind()
        self.lab.edits.open_scenario(scenario)
        self.docks["scenario"].show()
        self.docks["scenario"].raise_()

    @property
    def scenario(self) -> Scenario | None:
        """The scenario the session came from, if any."""
        origin = self.lab.sessions.origin
        return next((scenario for scenario in self.scenario_list if scenario.name == origin), None)

    def _rewind(self) -> None:
        self.lab.playback.pause()
        self.lab.playback.to_start()

    @Slot()
    def _on_origin_changed(self) -> None:
        text = self.scenario.text(self.language) if self.scenario else None
        words = ScenarioWords(text.title, text.question, text.watch, text.try_next) if text else ScenarioWords()
        self.desk.scenario.set_words(words)
        self._show_title()

    @Slot()
    def _on_scenario_triggered(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.open_scenario(action.data())

    # Files

    @Slot()
    def _on_new_triggered(self) -> None:
        self._rewind()
        self.lab.edits.new_session()

    @Slot()
    def _on_open_triggered(self) -> None:
        path = dialogs.ask_open(self, self.settings.folder())
        if path is not None:
            self.open_file(path)

    def open_file(self, path: Path) -> None:
        """Open a session file, or say why it cannot be."""
        if self.lab.documents.open(path):
            self.settings.remember("folder", str(path.parent))
            self._rewind()

    @Slot(QAction)
    def on_recent_triggered(self, action: QAction) -> None:
        """Open one of the recent sessions."""
        self.open_file(Path(action.data()))

    @Slot()
    def _on_reopen_triggered(self) -> None:
        path = self.settings.last_session_path()
        if path.exists():
            if self.lab.documents.reopen(path):
                self._rewind()
        else:
            self.desk.say(self.tr("There is no last session yet: it is kept when the window closes."))

    @Slot()
    def _on_save_triggered(self) -> None:
        if self.lab.documents.path is None:
            self._on_save_as_triggered()
        else:
            self.lab.documents.save(self.lab.documents.path)

    @Slot()
    def _on_save_as_triggered(self) -> None:
        path = dialogs.ask_save(self, self.settings.folder(), self._proposed_name())
        if path is not None:
            self.lab.documents.save(path)
            self.settings.remember("folder", str(path.parent))

    @Slot()
    def _on_export_csv_triggered(self) -> None:
        path = dialogs.ask_csv(self, self.settings.folder(), self._proposed_name())
        if path is not None:
            self.settings.remember("folder", str(path.parent))
            self.lab.documents.export_csv(path)

    @Slot()
    def _on_export_picture_triggered(self) -> None:
        path = dialogs.ask_picture(self, self.settings.folder(), self._proposed_name())
        if path is not None:
            self.settings.remember("folder", str(path.parent))
            self.lab.documents.export_picture(path, self.theme, self.lab.playback.iteration)

    def _proposed_name(self) -> str:
        if self.scenario:
            return self.scenario.name
        return (
            self.lab.documents.name
            if self.lab.documents.path
            else (self.lab.sessions.session.surface.name or "surface")
        )

    # View and time

    @Slot()
    def _on_layout_triggered(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self._set_view(layout=action.objectName())

    @Slot(bool)
    def _on_log_loss_triggered(self, on: bool) -> None:
        self._set_view(loss_scale="log" if on else "linear")

    @Slot(QAction)
    def on_levels_triggered(self, action: QAction) -> None:
        """Space the contour levels as chosen."""
        self._set_view(levels=action.data())

    @Slot(QAction)
    def on_theme_triggered(self, action: QAction) -> None:
        """Change the theme."""
        self.set_theme(action.data())

    def _set_view(self, **changes: str) -> None:
        view = replace(self.lab.sessions.session.view, **changes)
        self.lab.sessions.set_view(view)
        self._show_view(view)

    @Slot()
    def _on_reset_layout_triggered(self) -> None:
        self.settings.forget_layout()
        self._arrange_docks()

    @Slot(bool)
    def _on_full_screen_triggered(self, on: bool) -> None:
        self.setWindowState(
            self.windowState() | Qt.WindowState.WindowFullScreen
            if on
            else self.windowState() & ~Qt.WindowState.WindowFullScreen
        )

    @Slot()
    def _on_step_triggered(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.lab.playback.step(action.data())

    @Slot()
    def _on_play_triggered(self) -> None:
        """Space plays, unless a button outside the transport has the focus: then it presses it."""
        focus = QApplication.focusWidget()
        if isinstance(focus, QAbstractButton) and not self.desk.transport.isAncestorOf(focus):
            focus.click()
        else:
            self.lab.playback.toggle()

    @Slot(str)
    def _on_undo_text_changed(self, text: str) -> None:
        self.actions_by_name["undo"].setText(self.tr("&Undo {what}").format(what=text.lower()).strip())

    @Slot(str)
    def _on_redo_text_changed(self, text: str) -> None:
        self.actions_by_name["redo"].setText(self.tr("&Redo {what}").format(what=text.lower()).strip())

    @Slot()
    def _on_keys_triggered(self) -> None:
        dialogs.show_keys(self)

    @Slot()
    def _on_about_triggered(self) -> None:
        dialogs.show_about(self)

    # Coming and going

    def _restore(self) -> None:
        self._adopt_theme()
        self.resize(1280, 800)
        self.restoreGeometry(self.settings.layout("geometry"))
        if not self.restoreState(self.settings.layout("state"), LAYOUT_VERSION):
            self._arrange_docks()
        speed = max(1.0, self.settings.number("speed", 10.0))
        self.lab.playback.set_speed(speed)
        self.desk.transport.set_speed(speed)

    def _keep_session(self) -> str:
        path = self.settings.last_session_path()
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            save_session(self.lab.sessions.session, path)
        except (FileError, OSError):
            return self.tr("The session could not be kept.")
        return self.tr("The session has been kept: File ▸ Reopen last session.")

    def closeEvent(self, event: QCloseEvent) -> None:
        self._keep_session()
        self.settings.remember("geometry", self.saveGeometry())
        self.settings.remember("state", self.saveState(LAYOUT_VERSION))
        self.settings.remember("speed", self.lab.playback.speed)
        self.lab.stop()
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        for url in event.mimeData().urls():
            if url.isLocalFile():
                self.open_file(Path(url.toLocalFile()))
                return
