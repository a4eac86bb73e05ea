from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QLabel, QMainWindow

from gui.widgets.grip import HEIGHT, Grip

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    made = QMainWindow()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def dock(window: QMainWindow, qtbot: QtBot) -> QDockWidget:
    made = QDockWidget("Panel", window)
    made.setWidget(QLabel("inside"))
    Grip(made)
    window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, made)
    window.show()
    qtbot.waitExposed(window)
    return made


def test_a_docked_panel_has_a_grip_and_a_floating_one_a_title(dock: QDockWidget) -> None:
    grip = dock.titleBarWidget()
    assert isinstance(grip, Grip)
    assert grip.height() == HEIGHT
    assert "move" in grip.toolTip()
    dock.setFloating(True)
    assert dock.titleBarWidget() is None
    dock.setFloating(False)
    assert dock.titleBarWidget() is grip
    assert grip.isVisible()


def test_the_grip_is_seen(dock: QDockWidget) -> None:
    picture = dock.titleBarWidget().grab().toImage()
    colors = {picture.pixel(x, y) for x in range(picture.width()) for y in range(picture.height())}
    assert len(colors) > 1
