"""A short look at what is out of sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QScrollBar


class Glance:
    """Scrolls to something and back again, unless somebody has scrolled on meanwhile."""

    def __init__(self, bar: QScrollBar) -> None:
        self._bar = bar
        self._before, self._there = -1, -1

    def look(self, bring: Callable[[], None]) -> None:
        """Bring something into sight."""
        if self._before < 0 or self._bar.value() != self._there:
            self._before = self._bar.value()
        bring()
        self._there = self._bar.value()

    def back(self) -> None:
        """Go back to where it was."""
        if self._before >= 0 and self._bar.value() == self._there:
            self._bar.setValue(self._before)
        self._before = -1
