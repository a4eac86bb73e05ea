"""A menu of things to check, several at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QAction, QPainter

from gui.widgets.staying_menu import StayingMenu

if TYPE_CHECKING:
    from collections.abc import Collection

    from PySide6.QtGui import QIcon, QPaintEvent
    from PySide6.QtWidgets import QWidget

PICTURE = 16
"""Size of the pictures in pixels: they fit into the room that a menu leaves on the right."""


class KindMenu(StayingMenu):
    """On top stands an entry that does it for all."""

    changed = Signal(tuple)
    """The names that are checked now, in the order of the menu."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kinds: dict[str, QAction] = {}
        self._icons: dict[str, QIcon] = {}
        self._all = self.addAction("")
        self._names_all = ("", "")
        self.addSeparator()
        self.triggered.connect(self._on_triggered)

    def set_kinds(self, texts: dict[str, str]) -> None:
        """Offer these, by name; those that were offered before keep their marks."""
        checked = self.checked()
        for action in self._kinds.values():
            self.removeAction(action)
            action.deleteLater()
        self._kinds = {}
        for name, text in texts.items():
            action = QAction(text, self)
            action.setCheckable(True)
            action.setChecked(name in checked)
            action.setData(name)
            self.addAction(action)
            self._kinds[name] = action
        self._show_all()

    def set_icons(self, icons: dict[str, QIcon]) -> None:
        """Show pictures behind the names of those that have one: before them stands the mark of what is checked."""
        self._icons = icons
        self.update()

    def set_checked(self, names: Collection[str]) -> None:
        """Check these, and no others."""
        for name, action in self._kinds.items():
            action.setChecked(name in names)
        self._show_all()

    def set_all_texts(self, check: str, uncheck: str) -> None:
        """Name the entry on top: while some are unchecked, and when all are checked."""
        self._names_all = (check, uncheck)
        self._show_all()

    def checked(self) -> tuple[str, ...]:
        """Return what is checked."""
        return tuple(name for name, action in self._kinds.items() if action.isChecked())

    def is_complete(self) -> bool:
        """Whether everything is checked."""
        return len(self.checked()) == len(self._kinds)

    def checked_texts(self) -> tuple[str, ...]:
        """Return what is checked, in words."""
        return tuple(action.text() for action in self._kinds.values() if action.isChecked())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        for name in self._icons.keys() & self._kinds.keys():
            room = self.actionGeometry(self._kinds[name])
            self._icons[name].paint(painter, QRect(room.right() - PICTURE - 4, room.top(), PICTURE, room.height()))
        painter.end()

    def _show_all(self) -> None:
        self._all.setText(self._names_all[self.is_complete()])

    def _on_triggered(self, action: QAction) -> None:
        if action is self._all:
            self.set_checked(() if self.is_complete() else self._kinds)
        self._show_all()
        self.changed.emit(self.checked())
