"""A combo box over a long list: closed it knows its own choice only, open it can be searched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.widgets.calm_combo_box import CalmComboBox

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QWheelEvent

    from gui.widgets.choice import Offer
    from gui.widgets.choice_popup import ChoicePopup

_OPENING = (Qt.Key.Key_Space, Qt.Key.Key_F4, Qt.Key.Key_Down, Qt.Key.Key_Up)


class ChoiceBox(CalmComboBox):
    """Opens with a click, Space or ↓, or with the first letter of what is searched."""

    chosen = Signal(str)

    def __init__(self, offer: Offer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offer = offer
        self._name = ""
        self.popup: ChoicePopup | None = None
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def current(self) -> str:
        """Return the name of the choice."""
        return self._name

    def set_current(self, name: str) -> None:
        """Show a choice, silently."""
        if name != self._name:
            self._name = name
            self.refresh()

    def refresh(self) -> None:
        """Show the choice in the language of the moment."""
        choice = self._offer.one(self._name)
        with QSignalBlocker(self):
            self.clear()
            self.addItem(choice.title, choice.name)
        self.setToolTip(choice.help)

    def showPopup(self) -> None:
        self.search("")

    def search(self, text: str) -> None:
        """Open the list, with a text to search for."""
        from gui.widgets.choice_popup import ChoicePopup  # not for the first window

        owner = self.parentWidget() or self  # a frame in a combo box is not styled
        self.popup = ChoicePopup(self._offer.all(), self._name, owner)
        self.popup.chosen.connect(self._on_popup_chosen)
        self.popup.destroyed.connect(self._on_popup_destroyed)
        self.popup.show_below(self, text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        quiet = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
        if event.key() in _OPENING:
            self.showPopup()
        elif quiet and event.text().isprintable() and event.text().strip():
            self.search(event.text())
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def _on_popup_chosen(self, name: str) -> None:
        self.setFocus()
        if name != self._name:
            self.chosen.emit(name)

    def _on_popup_destroyed(self) -> None:
        self.popup = None
