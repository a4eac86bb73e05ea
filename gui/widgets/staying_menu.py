"""A menu in which several things are switched one after another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent


class StayingMenu(QMenu):
    """Stays open while entries are checked and unchecked with the mouse; Enter and Escape close it."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        action = self.actionAt(event.position().toPoint())
        if action is None or not action.isEnabled() or action.isSeparator():
            super().mouseReleaseEvent(event)
        else:
            action.trigger()
