"""The stage: all runs on one map, or one map per run, looking at the same place."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, QRect, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QLabel, QWidget

from gui.theme import LIGHT, Theme
from gui.views.branch_handles import BranchHandles
from gui.views.contour_panel import BOTTOM_AXIS, LEFT_AXIS, ContourPanel, Trail
from gui.views.plot_backdrop import PARTS, Backdrop

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QResizeEvent

    from gui.views.panel_tool import PanelTool
    from surfaces.contours import Contours
    from surfaces.overlays import Overlays
    from surfaces.surface import Bounds, CriticalPoint

LAYOUTS = ("together", "side-by-side")
GAP = 8
HOLD_MILLISECONDS = 24


class Stage(QWidget):
    """Keeps its panels; which are shown follows from the layout and the runs."""

    start_dragged = Signal(float, float)
    start_dropped = Signal(float, float)
    pointer_moved = Signal(float, float)
    pointer_left = Signal()
    view_changed = Signal(tuple)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme: Theme = LIGHT
        self._layout = LAYOUTS[0]
        self._backdrop = Backdrop(self)
        self._panels: list[ContourPanel] = []
        self._trails: tuple[Trail, ...] = ()
        self._bounds: Bounds = (-1.0, 1.0, -1.0, 1.0)
        self._start = (math.nan, math.nan)
        self._rows: Mapping[int, int] = {}
        self._overlays: dict[str, bool] = {}
        self._tool: PanelTool | None = None
        self._trail_kind: tuple[str, int] = ("full", 0)
        self.handles = BranchHandles(self)
        """The tool in use when nobody brings another."""
        self._hold = QTimer(self, singleShot=True, interval=HOLD_MILLISECONDS)
        self._hold.timeout.connect(self.release)
        self._empty = QLabel(self, alignment=Qt.AlignmentFlag.AlignCenter)
        self._retranslate()
        self._panel(0)
        self._update_panels()

    @property
    def panels(self) -> tuple[ContourPanel, ...]:
        """Those in use, in the order of the runs."""
        return tuple(self._panels[: self._wanted])

    @property
    def levels(self) -> tuple[float, ...]:
        """The losses of the contour lines shown."""
        return self._backdrop.levels

    # What the owner sets

    def set_layout(self, name: str) -> None:
        if name not in LAYOUTS:
            raise ValueError(name)
        if name != self._layout:
            self._layout = name
            self._update_panels()

    def set_contours(self, contours: Contours) -> None:
        self._backdrop.set_contours(contours)

    def set_critical_points(self, *groups: tuple[CriticalPoint, ...]) -> None:
        """Show minima, saddles and, if they are known, maxima."""
        self._backdrop.set_critical_points(*groups)

    def set_overlays(self, overlays: Overlays | None) -> None:
        self._backdrop.set_overlays(overlays)

    def set_colour_map(self, name: str) -> None:
        self._backdrop.set_colour_map(name)

    def set_bounds(self, bounds: Bounds) -> None:
        self._bounds = bounds
        for panel in self._panels:
            panel.set_bounds(bounds)

    def set_view(self, bounds: Bounds) -> None:
        for panel in self._panels:
            panel.set_view(bounds)

    def view(self) -> Bounds:
        return self._panels[0].view()

    def set_start(self, x: float, y: float) -> None:
        self._start = (x, y)
        for panel in self._panels:
            panel.set_start(x, y)

    def set_trails(self, trails: tuple[Trail, ...]) -> None:
        before, self._trails = len(self._trails), trails
        if len(trails) == before:
            self._deal_trails()
        else:
            self._update_panels()

    def set_rows(self, rows: Mapping[int, int]) -> None:
        """Show each run, by key, up to a row of its own."""
        self._rows = rows
        for panel in self.panels:
            panel.set_rows(rows)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.handles.set_theme(theme)
        for panel in self._panels:
            panel.set_theme(theme)
        self._retranslate()

    def set_overlay(self, name: str, shown: bool) -> None:
        """Show or hide a part of every panel; names as in ContourPanel.set_overlay."""
        self._overlays[name] = shown
        if name in PARTS:
            self._backdrop.set_part(name, shown)
        else:
            for panel in self._panels:
                panel.set_overlay(name, shown)

    def set_trail_kind(self, kind: str, every: int) -> None:
        """Show the whole way to the playhead or only its end, with a marker every so many rows (0: none)."""
        if (kind, every) != self._trail_kind:
            self._trail_kind = (kind, every)
            for panel in self._panels:
                panel.set_trail_kind(kind, every)

    def set_tool(self, tool: PanelTool | None) -> None:
        """Let a tool have the first look at mouse and keys on every panel; None: the points of branches."""
        self._tool = tool
        for panel in self._panels:
            panel.set_tool(tool or self.handles)

    def fit(self) -> None:
        """Look at the whole surface."""
        self._panels[0].fit()

    def hold(self) -> None:
        """Paint nothing until `release`, or for a moment: what a move changes comes as one picture, not as four."""
        if not self._hold.isActive():
            self.setUpdatesEnabled(False)
            self._hold.start()

    @Slot()
    def release(self) -> None:
        """Paint what was held back."""
        self._hold.stop()
        self.setUpdatesEnabled(True)

    # Panels

    @property
    def _wanted(self) -> int:
        return 1 if self._layout == "together" else max(1, len(self._trails))

    def _panel(self, index: int) -> ContourPanel:
        while len(self._panels) <= index:
            self._panels.append(self._new_panel())
        return self._panels[index]

    def _new_panel(self) -> ContourPanel:
        panel = ContourPanel(self, self._backdrop)
        panel.start_dragged.connect(self._on_panel_start_dragged)
        panel.start_dropped.connect(self._on_panel_start_dropped)
        panel.pointer_moved.connect(self._on_panel_pointer_moved)
        panel.pointer_left.connect(self._on_panel_pointer_left)
        panel.range_changed.connect(self._on_panel_range_changed)
        panel.view_changed.connect(self.view_changed)
        panel.set_theme(self._theme)
        panel.set_bounds(self._bounds)
        if self._panels:
            panel.set_view(self.view())
        panel.set_start(*self._start)
        panel.set_tool(self._tool or self.handles)
        for name, shown in self._overlays.items():
            if name not in PARTS:
                panel.set_overlay(name, shown)
        return panel

    def _update_panels(self) -> None:
        self._panel(self._wanted - 1)
        for index, panel in enumerate(self._panels):
            panel.setVisible(index < self._wanted)
            if index >= self._wanted:
                panel.set_trails(())
        self._deal_trails()
        self._arrange()
        self._empty.setVisible(not self._trails)
        self._empty.raise_()

    def _deal_trails(self) -> None:
        alone = [(trail,) for trail in self._trails]
        shares = [self._trails] if self._layout == "together" else alone
        for panel, share in zip(self.panels, shares or [()], strict=True):
            panel.set_trails(share)
            panel.set_rows(self._rows)
        self.handles.refresh()

    # Places

    def _arrange(self) -> None:
        """Give all plots the same size in whole pixels, so that they can share their pictures."""
        rows, columns = grid(self._wanted, self.width(), self.height())
        width = (self.width() - LEFT_AXIS - GAP * (columns - 1)) // columns
        height = (self.height() - BOTTOM_AXIS - GAP * (rows - 1)) // rows
        for index, panel in enumerate(self.panels):
            row, column = divmod(index, columns)
            left, bottom = column == 0, row == rows - 1
            x = column * (width + GAP) + (0 if left else LEFT_AXIS)
            panel.set_axes(left=left, bottom=bottom)
            panel.setGeometry(
                x,
                row * (height + GAP),
                width + (LEFT_AXIS if left else 0),
                height + (BOTTOM_AXIS if bottom else 0),
            )
        self._empty.adjustSize()
        place = QRect(self._empty.rect())
        place.moveCenter(QPoint(self.width() // 2, self.height() * 3 // 4))
        self._empty.setGeometry(place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == event.Type.LanguageChange:
            self._retranslate()
            self._arrange()

    def _retranslate(self) -> None:
        for panel in self._panels:
            panel.setAccessibleName(QCoreApplication.translate("ContourPanel", "Contour map"))
        self._empty.setText(self.tr("No runs yet. Add one →"))
        self._empty.setStyleSheet(
            f"background: {self._theme.raised}; color: {self._theme.text};"
            f" border: 1px solid {self._theme.border}; border-radius: 8px; padding: 12px 20px;"
        )

    # What the panels say

    def _others(self) -> Iterator[ContourPanel]:
        return (panel for panel in self.panels if panel is not self.sender())

    def _on_panel_start_dragged(self, x: float, y: float) -> None:
        self.set_start(x, y)
        self.start_dragged.emit(x, y)

    def _on_panel_start_dropped(self, x: float, y: float) -> None:
        self.set_start(x, y)
        self.start_dropped.emit(x, y)

    def _on_panel_pointer_moved(self, x: float, y: float) -> None:
        for panel in self._others():
            panel.set_pointer(x, y)
        self.pointer_moved.emit(x, y)

    def _on_panel_pointer_left(self) -> None:
        for panel in self._panels:
            panel.set_pointer(math.nan, math.nan)
        self.pointer_left.emit()

    def _on_panel_range_changed(self, bounds: Bounds) -> None:
        for panel in self._panels:
            panel.set_view(bounds)


def grid(count: int, width: int, height: int) -> tuple[int, int]:
    """Rows and columns that give `count` maps the largest area of a pleasant shape."""
    best, chosen = -1.0, (1, count)
    for columns in range(1, count + 1):
        rows = math.ceil(count / columns)
        cell = width / columns, height / rows
        side = min(cell[0] / 1.3, cell[1])
        if side > best + 1e-9:
            best, chosen = side, (rows, columns)
    return chosen
