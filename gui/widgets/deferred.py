"""A place in the window whose view is made when it is first looked at."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget


@runtime_checkable
class Late(Protocol):
    """What is made when it is first looked at. Its dock says when: Qt calls what is behind other tabs visible, too."""

    def set_seen(self, seen: bool) -> None:
        """Note whether it is in sight."""


class Deferred(QWidget):
    """Empty until somebody answers `wanted` with `fill`."""

    wanted = Signal()
    seen = Signal()
    """It has come into sight."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.is_seen = False
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)

    def fill(self, view: QWidget) -> None:
        """Show this view here from now on."""
        self._layout.addWidget(view)
        self.setFocusProxy(view)

    @Slot(bool)
    def set_seen(self, seen: bool) -> None:
        """Note whether it is in sight."""
        self.is_seen = seen
        if not seen:
            return
        if not self._layout.count():
            self.wanted.emit()
        self.seen.emit()
