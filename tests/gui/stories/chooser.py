"""What stories of plots do: choose in their menus, and say what they show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from gui.main_window import MainWindow
from tests.gui.hands import LEFT

if TYPE_CHECKING:
    from engine.plots import Plot
    from gui.views.curve_plot import CurvePlot
    from tests.gui.hands import Hands


def choose(plot: CurvePlot, *path: str) -> None:
    """Open a plot's menu and click through it: titles of submenus, then the name of an entry."""
    menu: QMenu = plot.menu
    menu.popup(QPoint(0, 0))
    for title in path[:-1]:
        action = next(action for action in menu.actions() if action.text().replace("&", "").startswith(title))
        inner = action.menu()
        assert isinstance(inner, QMenu)
        assert action.isEnabled()
        menu = inner
        menu.popup(QPoint(0, 0))
    action = next(action for action in menu.actions() if action.objectName() == path[-1])
    assert action.isEnabled()
    QTest.mouseClick(menu, LEFT, pos=menu.actionGeometry(action).center())
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()
    window = plot.window()
    assert isinstance(window, MainWindow)
    while window.lab.presenter.plotter.is_reading:
        QApplication.processEvents()


def shown(hands: Hands) -> Plot:
    return hands.session.view.plots[0]


def labels(plot: CurvePlot) -> list[str]:
    return [line.label for line in plot._lines]
