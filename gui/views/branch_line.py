"""The line on a branch's card that says which run it leaves, where, and what it takes along."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from gui.icons import icon

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from gui.theme import Theme

DEEPEST = 2
"""Cards of branches of branches are moved to the right up to so often."""


class BranchModel(NamedTuple):
    """What the line says."""

    text: str
    """From which run, and where."""
    state: str
    """What becomes of the optimizer's memory."""
    depth: int = 1
    """1 for a branch of a run from the start."""
    help: str = ""
    """What ties it to that run."""


class BranchLine(QWidget):
    """A click on it asks to go to the branching point."""

    clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = self._help = ""
        self.button = QToolButton(self)
        self.button.setAutoRaise(True)
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.button.setIconSize(QSize(16, 16))
        self.button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.button.clicked.connect(self.clicked)
        self.state = QLabel(self)
        self.state.setProperty("role", "caption")
        self.state.setWordWrap(True)
        self.state.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.button)
        layout.addWidget(self.state)
        self._retranslate()

    def set_model(self, model: BranchModel) -> None:
        """Say this."""
        self._text, self._help = model.text, model.help
        self.state.setText(model.state)
        self._retranslate()

    def set_theme(self, theme: Theme) -> None:
        self.button.setIcon(icon("branch", theme))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.button.setAccessibleName(self._text)
        hint = self.tr("Click to go there. Its point on the map can be dragged.")
        self.button.setToolTip("\n".join(filter(None, (self._text, self._help, hint))))
        self._elide()

    def _elide(self) -> None:
        room = self.width() - 32
        self.button.setText(self.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideMiddle, room))
