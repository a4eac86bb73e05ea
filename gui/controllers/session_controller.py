"""The one editor of the session: every edit passes here, can be undone, and is announced once.

Where a session came from is undone with it: else a saved file would get the session that another one replaced.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

if TYPE_CHECKING:
    from engine.session import Session, View

Origin = Path | str
"""Where a session came from: its file, the name of its scenario, or (an empty text) nowhere."""


class _Edit(QUndoCommand):
    """Swaps one session for another. Edits with the same gesture number merge: a drag is one."""

    def __init__(self, controller: SessionController, text: str, after: Session, origin: Origin, gesture: int) -> None:
        super().__init__(text)
        self._controller = controller
        self._before, self._after = controller.session, after
        self._origins = (controller.origin, origin)
        self._gesture = gesture

    def id(self) -> int:
        return self._gesture

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, _Edit):
            return False
        self._after = other._after
        self.setObsolete(self._after == self._before)
        return True

    def redo(self) -> None:
        self._swap(self._after, self._before)
        self._leave(*self._origins)

    def undo(self) -> None:
        self._swap(self._before, self._after)
        self._leave(*reversed(self._origins))

    def _leave(self, here: Origin, wanted: Origin) -> None:
        """Go where the other session came from, if this edit led elsewhere at all."""
        if here != wanted:
            self._controller.set_origin(wanted)

    def _swap(self, wanted: Session, other: Session) -> None:
        """Adopt `wanted`, but keep how things are shown and how far they ran unless this edit changed that."""
        current = self._controller.session
        if wanted.view == other.view:
            wanted = replace(wanted, view=current.view)
        if wanted.steps == other.steps:
            wanted = replace(wanted, steps=current.steps)
        self._controller.adopt(wanted)


class SessionController(QObject):
    """Holds the current session and its undo stack."""

    session_changed = Signal(object, object)
    """(before, after), whenever the session has changed for any reason."""
    origin_changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.origin: Origin = ""
        self.undo_stack = QUndoStack(self)
        self.undo_stack.setUndoLimit(500)
        self.gesture = ""
        """The gesture whose edits still merge."""
        self._gesture_number = 0

    def edit(self, after: Session, text: str, gesture: str = "") -> None:
        """Change the session, undoably. Consecutive edits of one named gesture merge until `end_gesture`."""
        if after != self.session:
            self._push(after, text, self.origin, gesture)

    def begin(self, after: Session, text: str, origin: Origin) -> None:
        """Take over another session, undoably; it counts as saved."""
        if after != self.session:
            self._push(after, text, origin, "")
        self.set_origin(origin)
        self.undo_stack.setClean()

    def _push(self, after: Session, text: str, origin: Origin, gesture: str) -> None:
        if gesture != self.gesture:
            self.end_gesture()
            self.gesture = gesture
        number = self._gesture_number if gesture else -1
        self.undo_stack.push(_Edit(self, text, after, origin, number))

    def end_gesture(self) -> None:
        """Close the current drag, so that the next one is an edit of its own."""
        self.gesture = ""
        self._gesture_number += 1

    def set_origin(self, origin: Origin) -> None:
        """Say where the session came from, or where it has been saved."""
        if origin != self.origin:
            self.origin = origin
            self.origin_changed.emit()

    def set_view(self, view: View) -> None:
        """Change how the session is shown: no edit, nothing to undo."""
        self.adopt(replace(self.session, view=view))

    def extend(self, steps: int) -> None:
        """Let the runs go further: no edit either."""
        if steps > self.session.steps:
            self.adopt(replace(self.session, steps=steps))

    def adopt(self, session: Session) -> None:
        """Make `session` the current one and announce it."""
        before = self.session
        if session != before:
            self.session = session
            self.session_changed.emit(before, session)
