from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QScrollBar

from gui.widgets.glance import Glance

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def bar(qtbot: QtBot) -> QScrollBar:
    made = QScrollBar()
    qtbot.addWidget(made)
    made.setRange(0, 100)
    made.setValue(30)
    return made


def test_it_goes_back_to_where_it_was_first(bar: QScrollBar) -> None:
    glance = Glance(bar)
    glance.look(lambda: bar.setValue(60))
    glance.look(lambda: bar.setValue(90))
    glance.back()
    assert bar.value() == 30
    glance.back()
    assert bar.value() == 30


def test_who_scrolls_meanwhile_stays_there(bar: QScrollBar) -> None:
    glance = Glance(bar)
    glance.look(lambda: bar.setValue(60))
    bar.setValue(10)
    glance.back()
    assert bar.value() == 10
    glance.look(lambda: bar.setValue(60))
    bar.setValue(20)
    glance.look(lambda: bar.setValue(80))
    glance.back()
    assert bar.value() == 20
