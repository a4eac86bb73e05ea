"""Documents: opening and saving sessions, exporting trajectories and pictures. Long work runs in the background."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from engine.files import FileError
from engine.session import SessionError
from engine.session_file import SUFFIX, load_session, save_session
from gui.shown import UNSEEN, Seen
from gui.translation.sentences import data_text
from gui.workers.background import Cancelled

if TYPE_CHECKING:
    from collections.abc import Mapping

    from gui.controllers.edits import Edits
    from gui.controllers.session_controller import Origin, SessionController
    from gui.plotting import Sheet
    from gui.theme import Theme
    from gui.workers.background import Background, Outcome, Task


class Documents(QObject):
    """The session's file and everything that is written from it."""

    said = Signal(str, str)
    """(sentence, level)"""
    failed = Signal(str)
    """A fault of ours; the text is its trace."""
    opened = Signal(str)

    def __init__(
        self, sessions: SessionController, edits: Edits, background: Background, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._sessions, self._edits, self._background = sessions, edits, background

    @property
    def path(self) -> Path | None:
        """The session's file, if it has one."""
        origin = self._sessions.origin
        return origin if isinstance(origin, Path) else None

    @property
    def name(self) -> str:
        """What the title bar calls the session."""
        return self.path.name.removesuffix(SUFFIX) if self.path else self.tr("Untitled")

    def open(self, path: Path) -> bool:
        """Open a session file; a broken one leaves the current session alone."""
        opened = self._take_over(path, path)
        if opened:
            self.opened.emit(str(path))
        return opened

    def reopen(self, path: Path) -> bool:
        """Take over the session kept at `path`, which is not a file of the person's own."""
        return self._take_over(path, "")

    def _take_over(self, path: Path, origin: Origin) -> bool:
        try:
            session = load_session(path)
        except (FileError, SessionError) as error:
            self.said.emit(data_text(str(error)), "danger")
            return False
        self._edits.open_session(session, origin)
        return True

    def save(self, path: Path) -> bool:
        """Save the session; the file has the session's own suffix."""
        if not path.name.endswith(".json"):
            path = path.with_name(path.name + SUFFIX)
        try:
            save_session(self._sessions.session, path)
        except FileError as error:
            self.said.emit(data_text(str(error)), "danger")
            return False
        self._sessions.set_origin(path)
        self._sessions.undo_stack.setClean()
        self.opened.emit(str(path))
        self.said.emit(self.tr("Saved {name}.").format(name=path.name), "info")
        return True

    def export_csv(self, path: Path) -> None:
        """Write the trajectories, computed afresh: the same bytes as the command line's."""
        session = self._sessions.session

        def work(task: Task) -> Path:
            from engine.export import run_session, write_csv  # not needed to open the window

            snapshots = run_session(session, task.progress)
            write_csv(path, session, snapshots, task.progress)
            return path

        self._background.submit(path.name, work, self._on_exported, asked=True)

    def export_picture(
        self, path: Path, theme: Theme, iteration: int, rows: Mapping[int, int] | None = None, seen: Seen = UNSEEN
    ) -> None:
        """Write the picture as PNG or SVG, by the path's suffix; `rows` are those of runs that stand apart."""
        session = self._sessions.session

        def work(task: Task) -> Path:
            from engine.export import run_session
            from gui.figure import export_figure  # not needed to open the window

            snapshots = run_session(session, task.progress)
            export_figure(path, session, snapshots, theme, iteration=iteration, rows=rows, seen=seen)
            return path

        self._background.submit(path.name, work, self._on_exported, asked=True)

    def export_animation(self, path: Path, theme: Theme, waiting: Mapping[int, int], seen: Seen = UNSEEN) -> None:
        """Write the picture at all moments as GIF; runs that are `waiting` stay at their row."""
        session = self._sessions.session

        def work(task: Task) -> Path:
            from engine.export import run_session
            from gui.figure import export_animation  # not needed to open the window

            snapshots = run_session(session, task.progress)
            export_animation(path, session, snapshots, theme, waiting=waiting, seen=seen, told=task.progress)
            return path

        self._background.submit(path.name, work, self._on_exported, asked=True)

    def export_plot(self, path: Path, sheet: Sheet, theme: Theme) -> None:
        """Write a plot as PNG, SVG or, as numbers, CSV, by the path's suffix."""

        def work(_task: Task) -> Path:
            from gui.figure.plot import export_plot  # not needed to open the window

            export_plot(path, sheet, theme)
            return path

        self._background.submit(path.name, work, self._on_exported, asked=True)

    def _on_exported(self, outcome: Outcome) -> None:
        if isinstance(outcome.error, FileError):
            self.said.emit(data_text(str(outcome.error)), "danger")
        elif isinstance(outcome.error, Cancelled):
            self.said.emit(self.tr("Export cancelled; nothing was written."), "info")
        elif outcome.error is not None:
            self.failed.emit(outcome.trace)
        else:
            self.said.emit(self.tr("Wrote {path}.").format(path=outcome.value), "info")
