"""The label that asks nobody for room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.widgets.still_label import StillLabel

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_its_text_fills_it_and_moves_nothing(qtbot: QtBot) -> None:
    place = QWidget()
    qtbot.addWidget(place)
    label = StillLabel(place)
    QHBoxLayout(place).addWidget(label)
    place.resize(200, 40)
    place.show()
    room, least = label.size(), place.minimumSizeHint()
    label.setText("wide " * 100)
    assert label.text().startswith("wide")
    assert (label.size(), place.minimumSizeHint()) == (room, least)
    assert label._label.size() == label.size()
    assert label.sizeHint().height() > 0
    label.clear()
    assert label.text() == ""
