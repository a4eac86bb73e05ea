"""Bookmarks: put where a run stands, named, changed and taken away; each of it an edit of the session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from engine.clock import row_at
from engine.session import LONGEST_NOTE, Bookmark, SessionError

if TYPE_CHECKING:
    from engine.session import Session
    from gui.controllers.laboratory import Laboratory
    from gui.desk import Desk


class Bookmarks(QObject):
    """Answers what the timeline and the table of events wish to do with bookmarks."""

    def __init__(self, lab: Laboratory, desk: Desk) -> None:
        super().__init__(lab)
        self._lab, self._desk = lab, desk
        bar = desk.time_bar
        bar.timeline.bookmark_wanted.connect(self._on_bookmark_wanted)
        bar.timeline.bookmark_dropped.connect(self.drop)
        bar.bookmark_requested.connect(self.put_here)
        bar.note_given.connect(self._on_note_given)
        bar.note_closed.connect(lab.sessions.end_gesture)
        desk.events.bookmark_edited.connect(self._ask_note)
        desk.events.bookmark_dropped.connect(self.drop)

    @property
    def _session(self) -> Session:
        return self._lab.sessions.session

    @Slot()
    def put_here(self) -> None:
        """Put a bookmark where the chosen run stands, and ask for its note."""
        keeper = self._lab.timekeeper
        if keeper.chosen:
            self._put(keeper.chosen, keeper.row(keeper.chosen))

    @Slot(int, int)
    def drop(self, key: int, iteration: int) -> None:
        """Take a bookmark away."""
        self._lab.sessions.edit(self._session.without_bookmark(key, iteration), self.tr("Delete bookmark"))

    @Slot(int, int)
    def _on_bookmark_wanted(self, key: int, tick: int) -> None:
        snapshot, keeper = self._lab.runs.snapshots.get(key), self._lab.timekeeper
        if snapshot is not None:
            self._put(key, row_at(snapshot, keeper.clock, (tick + 0.5) / keeper.unit))

    def _put(self, key: int, iteration: int) -> None:
        if self._found(key, iteration) is None:
            try:
                after = self._session.with_bookmark(Bookmark(key, iteration))
            except SessionError as error:
                self._lab.edits.refused.emit(str(error))
                return
            self._lab.sessions.edit(after, self.tr("Add bookmark"), _gesture(key, iteration))
        self._ask_note(key, iteration)

    @Slot(int, int)
    def _ask_note(self, key: int, iteration: int) -> None:
        found = self._found(key, iteration)
        self._desk.time_bar.ask_note(key, iteration, found.note if found else "")

    @Slot(int, int, str)
    def _on_note_given(self, key: int, iteration: int, note: str) -> None:
        after = self._session.with_bookmark(Bookmark(key, iteration, note[:LONGEST_NOTE]))
        self._lab.sessions.edit(after, self.tr("Note a bookmark"), _gesture(key, iteration))

    def _found(self, key: int, iteration: int) -> Bookmark | None:
        marks = self._session.bookmarks
        return next((mark for mark in marks if (mark.run, mark.iteration) == (key, iteration)), None)


def _gesture(key: int, iteration: int) -> str:
    """A bookmark and the note that is written right away are one edit."""
    return f"bookmark {key} {iteration}"
