"""What may have the first look at mouse and keys on the maps, such as the hands that sculpt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent, QPointF, Qt

    from gui.views.contour_panel import ContourPanel


class PanelTool(Protocol):
    """In use on every panel at once; `ContourPanel.set_tool` begins and ends it."""

    def attach(self, panel: ContourPanel) -> None:
        """It is in use on a panel from now on, and may draw there."""

    def detach(self, panel: ContourPanel) -> None:
        """It is in use there no longer."""

    def takes(self, panel: ContourPanel, event: QEvent) -> bool:
        """See an event before the panel does; True keeps it from the panel."""

    def cursor(self, panel: ContourPanel, position: QPointF) -> Qt.CursorShape | None:
        """The cursor's shape at a place of the viewport; None leaves it to the panel."""
