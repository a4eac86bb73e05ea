"""The one editor of the session: every edit passes here, can be undone, and is announced once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

if TYPE_CHECKING:
    from engine.session import Session, View


class _Edit(QUndoCommand):
    """Swaps one session for another. Edits with the same gesture number merge: a drag is one."""

    def __init__(self, controller: SessionController, text: str, before: Session, after: Session, gesture: int) -> None:
        super().__init__(text)
        self._controller = controller
        self._before, self._after = before, after
        self._gesture = gesture

    def id(self) -> int:
        return self._gesture

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, _Edit):
            return False
        self._after = other._after
        return True

    def redo(self) -> None:
        self._swap(self._after, self._before)

    def undo(self) -> None:
        self._swap(self._before, self._after)

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

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.undo_stack = QUndoStack(self)
        self.undo_stack.setUndoLimit(500)
        self._gesture = ""
        self._gesture_number = 0

    def edit(self, after: Session, text: str, gesture: str = "") -> None:
        """Change the session, undoably. Consecutive edits of one named gesture merge until `end_gesture`."""
        if after == self.session:
            return
        if gesture != self._gesture:
            self.end_gesture()
            self._gesture = gesture
        number = self._gesture_number if gesture else -1
        self.undo_stack.push(_Edit(self, text, self.session, after, number))

    def end_gesture(self) -> None:
        """Close the current drag, so that the next one is an edit of its own."""
        self._gesture = ""
        self._gesture_number += 1

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
