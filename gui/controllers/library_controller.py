"""A person's own surfaces: kept in the library, shown in the catalogue, renamed, deleted, taken in and out."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from engine.files import FileError
from engine.library import Entry, Library, LibraryError, tidied_name
from engine.surface_file import KeptSurface
from gui import dialogs
from gui.controllers.thumbnails import Pictured
from gui.presenting import natural_spacing
from gui.translation.sentences import data_text
from gui.views.catalogue_list import SurfaceChoice
from gui.widgets.name_popup import NamePopup
from surfaces import SurfaceError, surface_row

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from engine.session import Session
    from gui.controllers.laboratory import Laboratory
    from gui.desk import Desk
    from gui.workers.background import Outcome, Task

T = TypeVar("T")


class LibraryController(QObject):
    """Stands between the folder and the catalogue's section of the person's own surfaces."""

    failed = Signal(str)
    """A fault of ours; the text is its trace."""

    def __init__(self, library: Library, lab: Laboratory, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._library, self._lab, self._desk = library, lab, desk
        self._page = desk.surface.catalogue
        self._entries: dict[str, Entry] = {}
        self._chosen = ""
        """The own surface that was chosen last."""
        self._wanted = ""
        """The one to put the runs on as soon as it has been read."""
        self.popup: NamePopup | None = None
        page = self._page
        page.own_chosen.connect(self._on_page_own_chosen)
        page.own_rename_requested.connect(self.ask_new_name)
        page.own_delete_requested.connect(self.delete)
        page.own_export_requested.connect(self.ask_and_export)
        page.import_requested.connect(self.ask_and_import)
        lab.sessions.session_changed.connect(self._on_session_changed)

    def refresh(self) -> None:
        """Read the folder in the background and show what is in it."""

        def work(_task: Task) -> tuple[Entry, ...]:
            return self._library.entries()

        self._lab.background.submit(self.tr("Read library"), work, self._on_read, asked=True)

    @Slot()
    def ask_name_and_save(self) -> None:
        """Ask under which name the surface is kept, and keep it."""
        proposal = self._library.free_name(tidied_name(self._title()))
        popup = self._new_popup(self.tr("Save surface to your library as"), self.tr("Save"), "")
        popup.set_taken(self._library.is_taken)
        popup.accepted.connect(self.save)
        popup.replace_accepted.connect(self._on_replace_accepted)
        popup.ask(proposal, self._owner())

    @Slot(str)
    def save(self, name: str) -> None:
        """Keep the session's surface with its start."""
        self._save(name, replacing=False)

    @Slot(str)
    def ask_new_name(self, name: str) -> None:
        """Ask for another name of an own surface."""
        popup = self._new_popup(self.tr("Rename “{name}” to").format(name=name), self.tr("Rename"), name)
        popup.accepted.connect(partial(self.rename, name))
        popup.ask(name, self._owner())

    def rename(self, old: str, new: str) -> None:
        """Give an own surface another name."""
        name = self._granted(lambda: self._library.rename(old, new))
        if name is not None:
            self._chosen = name if self._chosen == old else self._chosen
            self.refresh()

    @Slot(str)
    def delete(self, name: str) -> None:
        """Delete an own surface, and offer to bring it back."""
        data = self._granted(lambda: self._library.delete(name))
        if data is not None:
            self.refresh()
            text = self.tr("Deleted “{name}” from your library.").format(name=name)
            self._desk.messages.show_message(text, "info", self.tr("Undo"), partial(self._restore, name, data))

    @Slot(str)
    def ask_and_export(self, name: str) -> None:
        """Write a copy of an own surface where the person says."""
        path = dialogs.ask_surface_copy(self._desk.surface, self._lab.settings.folder(), name)
        if path is not None and self._granted(partial(self._exported, name, path)):
            self._lab.settings.remember("folder", str(path.parent))
            self._desk.say(self.tr("Wrote {path}.").format(path=path))

    @Slot()
    def ask_and_import(self) -> None:
        """Take over a surface file that the person chooses."""
        path = dialogs.ask_surface(self._desk.surface, self._lab.settings.folder())
        if path is not None:
            self.import_path(path)

    def import_path(self, path: Path) -> None:
        """Take over a surface file and put the runs on it."""
        name = self._granted(lambda: self._library.import_file(path))
        if name is not None:
            self._lab.settings.remember("folder", str(path.parent))
            self._wanted = name
            self._desk.say(self.tr("“{name}” is in your library now.").format(name=name))
            self.refresh()

    # Answers

    def _on_read(self, outcome: Outcome) -> None:
        if outcome.error is not None:
            self.failed.emit(outcome.trace)
            return
        entries: tuple[Entry, ...] = outcome.value
        self._entries = {entry.name: entry for entry in entries}
        self._page.set_own(tuple(self._choice(entry) for entry in entries))
        specs = {entry.name: entry.kept.spec for entry in entries if entry.kept is not None}
        self._lab.catalogue.set_own_pictures(
            {name: Pictured(spec, natural_spacing(spec)) for name, spec in specs.items()}
        )
        wanted, self._wanted = self._wanted, ""
        if wanted:
            self._on_page_own_chosen(wanted)
        self._show_current()

    @Slot(str)
    def _on_page_own_chosen(self, name: str) -> None:
        entry = self._entries.get(name)
        if entry is None:
            return
        if entry.kept is None:
            self._desk.say(entry.problem, "warning")
            return
        self._chosen = name
        self._lab.edits.change_surface(entry.kept.spec, self.tr("Choose surface"), start=entry.kept.start)

    @Slot(object, object)
    def _on_session_changed(self, before: Session, after: Session) -> None:
        if before.surface != after.surface:
            self._show_current()

    @Slot(str)
    def _on_replace_accepted(self, name: str) -> None:
        self._save(name, replacing=True)

    # Steps

    def _save(self, name: str, *, replacing: bool) -> None:
        session = self._lab.sessions.session
        kept = KeptSurface(session.surface, session.start)
        saved = self._granted(lambda: self._library.save(name, kept, replacing=replacing))
        if saved is not None:
            self._chosen = saved
            self._desk.say(self.tr("“{name}” is in your library now.").format(name=saved))
            self.refresh()

    def _exported(self, name: str, path: Path) -> bool:
        self._library.export_file(name, path)
        return True

    def _restore(self, name: str, data: bytes) -> None:
        if self._granted(lambda: self._library.restore(name, data)) is not None:
            self.refresh()

    def _granted(self, wish: Callable[[], T]) -> T | None:
        """What a wish gives, or None after saying why it cannot be granted."""
        try:
            return wish()
        except (LibraryError, SurfaceError, FileError) as error:
            self._desk.say(data_text(str(error)), "danger")
            return None

    def _new_popup(self, title: str, verb: str, old: str) -> NamePopup:
        def problem(name: str) -> str:
            return self._library.problem_of_name(name, old=old)

        self.popup = NamePopup(title, verb, problem, self._owner())
        self.popup.destroyed.connect(self._on_popup_destroyed)
        return self.popup

    @Slot()
    def _on_popup_destroyed(self) -> None:
        self.popup = None

    def _owner(self) -> QWidget:
        """Where a popup opens: over the surface panel, or over the plot when that is away."""
        return self._desk.surface if self._desk.surface.isVisible() else self._desk.stage

    def _title(self) -> str:
        """What the session's surface is called so far."""
        spec = self._lab.sessions.session.surface
        if spec.heights is not None and spec.heights.title:
            return spec.heights.title
        return data_text(surface_row(spec.name).title) if spec.name else self.tr("My surface")

    def _choice(self, entry: Entry) -> SurfaceChoice:
        return SurfaceChoice(entry.name, entry.name, entry.problem, usable=entry.kept is not None)

    def _show_current(self) -> None:
        """Select the own surface the runs are on; among equal ones, and beside the catalogue's, the one chosen."""
        surface = self._lab.sessions.session.surface
        same = [name for name, entry in self._entries.items() if entry.kept and entry.kept.spec == surface]
        if self._chosen in same:
            self._page.set_current_own(self._chosen)
        elif same and not surface.name:
            self._page.set_current_own(same[0])
