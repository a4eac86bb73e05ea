"""Which kinds of events playing pauses at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QToolButton

from gui.icons import icon
from gui.theme import LIGHT, Theme
from gui.widgets.kind_menu import KindMenu

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtWidgets import QWidget


class StopsButton(QToolButton):
    """Opens a menu of kinds; lit while playing pauses at any."""

    stops_changed = Signal(tuple)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme: Theme = LIGHT
        self.kinds = KindMenu(self)
        self.kinds.changed.connect(self._on_kinds_changed)
        self.setMenu(self.kinds)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setIconSize(QSize(20, 20))
        self._retranslate()

    def set_kinds(self, texts: dict[str, str], chosen: tuple[str, ...]) -> None:
        """Offer kinds of events, and check the chosen ones."""
        self.kinds.set_kinds(texts)
        self.kinds.set_checked(chosen)
        self._show()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == event.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.kinds.set_all_texts(self.tr("Pause at every event"), self.tr("Pause at no event"))
        self.setAccessibleName(self.tr("Pause at events"))
        self._show()

    def _show(self) -> None:
        chosen = self.kinds.checked_texts()
        self.setIcon(icon("pause-at", self._theme, self._theme.accent if chosen else None))
        what = ", ".join(chosen) or self.tr("choose kinds of events")
        self.setToolTip(self.tr("Pause at events ({kinds})").format(kinds=what))

    def _on_kinds_changed(self, kinds: tuple[str, ...]) -> None:
        self._show()
        self.stops_changed.emit(kinds)
