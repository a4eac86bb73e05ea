"""The docks around the stage: which view is where at first, and their names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QDockWidget, QMainWindow, QTabBar, QTabWidget, QWidget

from gui.widgets.deferred import Late
from gui.widgets.grip import Grip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gui.desk import Desk

_AREA = Qt.DockWidgetArea
WIDTHS = {"surface": 277, "scenario": 277, "runs": 292}
NARROW, SLIM = 1200, 238
"""In windows below this width the panel on the left is no wider than that: the stage needs the room."""
BOTTOM = {"loss": 172, "gradient": 157, "state": 411}
"""The docks below the stage and their widths."""
PLOTS = ("loss", "gradient")
"""The docks of the plots, called by what they show at first."""
BOTTOM_HEIGHT = 172


class Docks(QObject):
    """Makes the docks; they can be moved and hidden, and `arrange` brings them back."""

    def __init__(self, window: QMainWindow, desk: Desk) -> None:
        super().__init__(window)
        self._window = window
        self._plot_titles: tuple[str, ...] = ()
        window.setCorner(Qt.Corner.BottomRightCorner, _AREA.RightDockWidgetArea)
        window.setCorner(Qt.Corner.BottomLeftCorner, _AREA.LeftDockWidgetArea)
        window.setDockOptions(QMainWindow.DockOption.AllowTabbedDocks | QMainWindow.DockOption.AllowNestedDocks)
        window.setTabPosition(_AREA.AllDockWidgetAreas, QTabWidget.TabPosition.North)
        views: dict[str, QWidget] = {
            "surface": desk.surface,
            "scenario": desk.scenario,
            "runs": desk.runs,
            "loss": desk.loss_plot,
            "gradient": desk.gradient_plot,
            "state": desk.table,
            "points": desk.points,
            "events": desk.events,
            "explain": desk.explain,
        }
        self.by_name = {name: self._made(name, view) for name, view in views.items()}
        self.retranslate()
        self.arrange()

    def _made(self, name: str, view: QWidget) -> QDockWidget:
        dock = QDockWidget(self._window)
        dock.setObjectName(f"dock-{name}")
        dock.setWidget(view)
        Grip(dock)
        if isinstance(view, Late):
            dock.visibilityChanged.connect(view.set_seen)
        return dock

    def arrange(self) -> None:
        """Put every dock where it belongs at first."""
        window, docks = self._window, self.by_name
        for dock in docks.values():
            dock.setFloating(False)
            dock.show()
        for name in ("surface", "scenario"):
            window.addDockWidget(_AREA.LeftDockWidgetArea, docks[name])
        for name in ("runs", "explain"):
            window.addDockWidget(_AREA.RightDockWidgetArea, docks[name])
        for name in BOTTOM:
            window.addDockWidget(_AREA.BottomDockWidgetArea, docks[name])
        window.tabifyDockWidget(docks["surface"], docks["scenario"])
        window.tabifyDockWidget(docks["runs"], docks["explain"])
        docks["surface"].raise_()
        docks["runs"].raise_()
        window.splitDockWidget(docks["loss"], docks["gradient"], Qt.Orientation.Horizontal)
        window.splitDockWidget(docks["gradient"], docks["state"], Qt.Orientation.Horizontal)
        window.tabifyDockWidget(docks["state"], docks["points"])
        window.tabifyDockWidget(docks["points"], docks["events"])
        docks["state"].raise_()
        self._resize()
        QTimer.singleShot(0, self, self._hide_stray_bars)

    def _hide_stray_bars(self) -> None:
        """Of bars with the same tabs the newest is in use, and none that has only some of another's.

        Qt forgets to hide those from before nested docks moved.
        """
        bars = self._window.findChildren(QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly)
        newest = {frozenset(bar.tabText(at) for at in range(bar.count())): bar for bar in bars}
        for bar in bars:
            tabs = frozenset(bar.tabText(at) for at in range(bar.count()))
            if newest[tabs] is not bar or any(tabs < others for others in newest):
                bar.hide()

    def _resize(self) -> None:
        sides, bottom = [self.by_name[name] for name in WIDTHS], [self.by_name[name] for name in BOTTOM]
        self._window.resizeDocks(sides, list(WIDTHS.values()), Qt.Orientation.Horizontal)
        self._window.resizeDocks(bottom, [BOTTOM_HEIGHT] * len(bottom), Qt.Orientation.Vertical)
        self._window.resizeDocks(bottom, list(BOTTOM.values()), Qt.Orientation.Horizontal)

    def make_room(self) -> None:
        """Leave the stage of a narrow window its share."""
        left = self.by_name["surface"]
        if self._window.width() < NARROW and left.width() > SLIM and not left.isFloating():
            self._window.resizeDocks([left], [SLIM], Qt.Orientation.Horizontal)

    def hides(self, widget: QWidget | None) -> bool:
        """Whether a widget is in a dock behind another one's tab: Qt only moves those out of the window."""
        within = [dock for dock in self.by_name.values() if widget is not None and dock.isAncestorOf(widget)]
        return any(not dock.isFloating() and dock.visibleRegion().isEmpty() for dock in within)

    def lift(self) -> None:
        """Show floating docks once more: a window shown after what floats over it would hide that."""
        for dock in self.by_name.values():
            if dock.isFloating() and dock.isVisible():
                dock.hide()
                dock.show()

    def bring_up(self, name: str) -> None:
        """Show a dock, before those it shares its place with."""
        self.by_name[name].show()
        self.by_name[name].raise_()

    def name_plots(self, titles: Sequence[str]) -> None:
        """Name the docks of the plots by what these show."""
        self._plot_titles = tuple(titles)
        for name, title in zip(PLOTS, titles, strict=True):
            self.by_name[name].setWindowTitle(title)
            self.by_name[name].widget().setAccessibleName(title)

    def retranslate(self) -> None:
        """Name the docks in the window's language."""
        titles = {
            "surface": self.tr("Surface"),
            "scenario": self.tr("Scenario"),
            "runs": self.tr("Runs"),
            "state": self.tr("At the playhead"),
            "points": self.tr("Critical points"),
            "events": self.tr("Events"),
            "explain": self.tr("Explain"),
        }
        for name, title in titles.items():
            self.by_name[name].setWindowTitle(title)
        self.name_plots(self._plot_titles or (self.tr("Loss"), self.tr("Gradient norm")))
