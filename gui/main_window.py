"""The window: arranges the desk's views in docks, and answers the commands of its menus."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Slot
from PySide6.QtGui import QAction, QCloseEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QMainWindow,
    QToolBar,
    QVBoxLayout,
    QWidget,
)

from engine.files import FileError
from engine.session import LAYOUTS, Session
from engine.session_file import save_session
from gui import dialogs
from gui.actions import ROWS, make_actions, retranslate
from gui.controllers.laboratory import Laboratory
from gui.desk import Desk
from gui.docks import Docks
from gui.error_dialog import ErrorReporter
from gui.file_commands import FileCommands
from gui.icons import icon
from gui.layout_switch import LayoutSwitch
from gui.menus import Menus
from gui.plot_commands import PlotCommands
from gui.run_names import first_session
from gui.scenario_commands import ScenarioCommands
from gui.settings import Settings
from gui.surface_commands import SurfaceCommands
from gui.theme import THEMES, Theme, apply_theme, system_theme
from gui.translation.hangul import ensure_hangul
from gui.translation.language import speak, wanted_language
from gui.view_commands import ViewCommands
from gui.views.catalogue_page import PICTURE
from gui.widgets.still_label import StillLabel
from gui.widgets.task_progress import TaskProgress

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent

LAYOUT_VERSION = 3
DRESS_AFTER_MILLISECONDS = 150
"""Small pictures and menu icons wait until the first frame stands: they would fight it for Python."""


class MainWindow(QMainWindow):
    """Everything a person sees. `close` ends the threads."""

    def __init__(self, session: Session | None = None, settings: Settings | None = None, language: str = "") -> None:
        settings = settings or Settings()
        spoken = language or wanted_language(settings.text("language"))
        speak(spoken)  # before there is a window that would have to be told
        super().__init__()
        self.settings = settings
        self.language = spoken
        self.resize(1280, 800)
        self._apply_theme()  # before there are widgets that Qt would dress a second time
        self.actions_by_name = make_actions(self)
        self.desk = Desk(self.theme, self)
        self.lab = Laboratory(session or first_session(), self.desk, self, self.settings)
        self.reporter = ErrorReporter(self, self._keep_session)
        self._build_center()
        self._docks = Docks(self, self.desk)
        self.docks = self._docks.by_name
        self._build_transport()
        self._build_status()
        self.menus = Menus(self)
        self.files = FileCommands(self)
        self.surfaces = SurfaceCommands(self)
        self.view = ViewCommands(self)
        self.plots = PlotCommands(self, self._docks)
        self.scenarios = ScenarioCommands(self, self._docks)
        shown = [self.actions_by_name[name] for name in (*LAYOUTS, "three-d")]
        menus = (self.menus.overlays, self.menus.vectors, self.menus.levels)
        self._switch = LayoutSwitch(shown, menus, self)
        self.menuBar().setCornerWidget(self._switch)
        self._connect_actions()
        self._connect_lab()
        self._restore()
        self._retranslate()
        self.setAcceptDrops(True)
        self.lab.presenter.present()
        QTimer.singleShot(DRESS_AFTER_MILLISECONDS, self, self._dress)

    # Building

    def _build_center(self) -> None:
        center = QWidget(self)
        layout = QVBoxLayout(center)
        layout.setContentsMargins(8, 8, 8, 4)
        layout.setSpacing(4)
        layout.addWidget(self.desk.messages)
        self.desk.center.addWidget(self.desk.stage)
        layout.addWidget(self.desk.center, 1)
        self.setCentralWidget(center)

    def _build_transport(self) -> None:
        bar = QToolBar(self)
        bar.setObjectName("transport")
        bar.setMovable(False)
        bar.toggleViewAction().setEnabled(False)
        bar.addWidget(self.desk.time_bar)
        self.addToolBar(Qt.ToolBarArea.BottomToolBarArea, bar)

    def _build_status(self) -> None:
        self._pointer = StillLabel(self)
        self.statusBar().addWidget(self._pointer, 1)
        self._progress = TaskProgress(self.lab.background.asked, self)
        self.statusBar().addPermanentWidget(self._progress)
        self.desk.show_pointer = self._pointer.setText
        self.desk.tell = self.statusBar().showMessage
        self.desk.stage.pointer_left.connect(self._pointer.clear)

    def _connect_actions(self) -> None:
        lab, actions = self.lab, self.actions_by_name
        answers = {
            "quit": self.close,
            "undo": lab.sessions.undo_stack.undo,
            "redo": lab.sessions.undo_stack.redo,
            "to-start": lab.playback.to_start,
            "to-end": lab.playback.to_end,
            "play": self._on_play_triggered,
            "previous-event": lab.timeline.go_to_previous,
            "next-event": lab.timeline.go_to_next,
            "bookmark": lab.timeline.bookmarks.put_here,
            "branch": lab.branching.branch_here,
            "tune": lab.tuner.tune_all,
            "draw-again": lab.edits.draw_again,
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
        lab.edits.said.connect(self.desk.say)
        lab.documents.said.connect(self.desk.say)
        lab.documents.opened.connect(self.settings.add_recent)
        lab.sessions.origin_changed.connect(self._on_origin_changed)
        lab.tuner.said.connect(self.desk.say)
        for source in (lab.documents, lab.runs, lab.pictures, lab.catalogue, lab.tuner, lab.relief):
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

    # Showing

    def _wanted_theme(self) -> Theme:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        return THEMES.get(self.settings.text("theme")) or system_theme(app)

    def set_language(self, name: str) -> None:
        """Change the language: "en", "ko", or anything else to follow the system."""
        self.settings.remember("language", name)
        self.language = wanted_language(name)
        speak(self.language)

    def set_theme(self, name: str) -> None:
        """Change the theme: "light", "dark", or anything else to follow the system."""
        self.settings.remember("theme", name)
        self._adopt_theme()
        self._dress()

    def _apply_theme(self) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self.theme = self._wanted_theme()
        apply_theme(app, self.theme, follow_system=self.settings.text("theme") not in THEMES)

    def _adopt_theme(self) -> None:
        self._apply_theme()
        self._show_theme()

    def _show_theme(self) -> None:
        self.desk.set_theme(self.theme)
        if self.lab.explain is not None:
            self.lab.explain.set_theme(self.theme)
        self._tint_actions((*LAYOUTS, "three-d"))

    @Slot()
    def _on_color_scheme_changed(self) -> None:
        if self.settings.text("theme") not in THEMES and self._wanted_theme() is not self.theme:
            self._adopt_theme()
            self._dress()

    def _tint_actions(self, names: Iterable[str]) -> None:
        icons = {row.name: row.icon for row in ROWS if row.icon}
        for name in names:
            if name in icons:
                self.actions_by_name[name].setIcon(icon(icons[name], self.theme))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() < event.oldSize().width():
            self._docks.make_room()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab passes over what cannot be seen: dozens of links of scenarios behind another tab."""
        moved, passed = super().focusNextPrevChild(forward), set()
        while moved and self._docks.hides(here := QApplication.focusWidget()) and here not in passed:
            passed.add(here)
            moved = super().focusNextPrevChild(forward)
        return moved

    @Slot()
    def _dress(self) -> None:
        """Draw what only menus and lists show: it can wait for the first frame."""
        self._docks.lift()
        ensure_hangul()  # whatever is spoken, a name may be Korean
        self._tint_actions(self.actions_by_name)
        self.surfaces.dress()
        self.lab.timeline.dress()
        self.lab.catalogue.set_look(self.theme, PICTURE, max(self.devicePixelRatioF(), 2.0))

    @Slot()
    def _show_title(self) -> None:
        name = self.scenarios.title() or self.lab.documents.name
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
            self.lab.timeline.dress()
            self._show_anew()

    def _retranslate(self) -> None:
        self._docks.retranslate()
        self.view.retranslate()
        self.plots.retranslate()
        self._on_undo_text_changed(self.lab.sessions.undo_stack.undoText())
        self._on_redo_text_changed(self.lab.sessions.undo_stack.redoText())
        self._show_title()

    def _show_anew(self) -> None:
        """Show all that was put into words before the language changed."""
        self.desk.retranslate()
        self.lab.retranslate()
        self._on_origin_changed()
        self._dress()
        self.menuBar().setCornerWidget(self._switch)  # a menu bar gives its corner room anew only when asked

    def open_scenario(self, name: str) -> None:
        """Open a scenario; raises ScenarioError for a name that is not there."""
        self.scenarios.open(name)

    @Slot()
    def _on_origin_changed(self) -> None:
        self.scenarios.show_words()
        self._show_title()

    # Time and layout

    @Slot()
    def reset_layout(self) -> None:
        """Put every dock where it belongs at first."""
        self.settings.forget_layout()
        self._docks.arrange()

    @Slot()
    def _on_step_triggered(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.lab.step(action.data())

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
        self._show_theme()
        self.restoreGeometry(self.settings.layout("geometry"))
        state = self.settings.layout("state")
        if state and not self.restoreState(state, LAYOUT_VERSION):
            self._docks.arrange()
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
                path = Path(url.toLocalFile())
                if not self.surfaces.take(path):
                    self.files.open_file(path)
                return
