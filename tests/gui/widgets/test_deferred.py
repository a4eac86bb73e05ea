from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel

from gui.widgets.deferred import Deferred

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_a_view_is_asked_for_when_the_place_is_first_seen(qtbot: QtBot) -> None:
    place = Deferred()
    qtbot.addWidget(place)
    said: list[str] = []
    place.wanted.connect(lambda: said.append("wanted"))
    place.seen.connect(lambda: said.append("seen"))
    place.set_seen(False)
    assert said == []
    place.set_seen(True)
    assert said == ["wanted", "seen"]
    place.fill(QLabel("here"))
    place.set_seen(False)
    place.set_seen(True)
    assert said == ["wanted", "seen", "seen"]
    assert place.is_seen
