"""A dock's title bar that takes no room: a grip to move it by; the tab or the view itself says what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QDockWidget, QWidget

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QPaintEvent

HEIGHT = 10
DOTS, GAP, RADIUS = 3, 6.0, 1.4


class Grip(QWidget):
    """Qt moves the dock when this is dragged, and lets it float after a double click; a floating dock has a title."""

    def __init__(self, dock: QDockWidget) -> None:
        super().__init__(dock)
        self._dock = dock
        self.setCursor(Qt.CursorShape.SizeAllCursor)
        self._retranslate()
        dock.setTitleBarWidget(self)
        dock.topLevelChanged.connect(self._on_dock_top_level_changed)

    def sizeHint(self) -> QSize:
        return QSize(40, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setOpacity(0.45)
        painter.setBrush(self.palette().color(QPalette.ColorRole.WindowText))
        middle = QPointF(self.rect().center()) + QPointF(0.5, 1.0)
        for dot in range(DOTS):
            painter.drawEllipse(middle + QPointF((dot - (DOTS - 1) / 2) * GAP, 0.0), RADIUS, RADIUS)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == event.Type.LanguageChange:
            self._retranslate()

    @Slot(bool)
    def _on_dock_top_level_changed(self, floating: bool) -> None:
        """On its own a window needs a title and a button to close it."""
        self._dock.setTitleBarWidget(None if floating else self)  # type: ignore[arg-type]
        self.setVisible(not floating)

    def _retranslate(self) -> None:
        self.setToolTip(self.tr("Drag to move this panel; double click to let it float. View ▸ Panels hides it."))
