from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from engine.session import PACES
from gui.views.pace_box import PaceBox

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def box(qtbot: QtBot) -> PaceBox:
    made = PaceBox()
    qtbot.addWidget(made)
    made.set_pace("iteration", epochs=True)
    return made


def test_every_pace_is_offered_and_explained(box: PaceBox) -> None:
    assert [box.itemData(index) for index in range(box.count())] == list(PACES)
    assert box.itemText(0) == "Same iteration"
    tips = [box.itemData(index, Qt.ItemDataRole.ToolTipRole) for index in range(box.count())]
    assert len(set(tips)) == len(PACES)
    assert "Hessian" in tips[PACES.index("evaluations")]


def test_the_choice_is_told_and_says_what_it_does(box: PaceBox, qtbot: QtBot) -> None:
    heard: list[str] = []
    box.pace_chosen.connect(heard.append)
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert heard == ["evaluations"]
    assert "who is ahead" in box.toolTip()
    assert "Hessian" in box.toolTip()
    box.set_pace("alone", epochs=True)
    assert heard == ["evaluations"]
    assert box.pace() == "alone"


def test_where_there_are_no_epochs_they_cannot_be_chosen_unless_they_are(box: PaceBox, qtbot: QtBot) -> None:
    def is_enabled() -> bool:
        return bool(box.model().flags(box.model().index(PACES.index("epoch"), 0)) & Qt.ItemFlag.ItemIsEnabled)

    assert is_enabled()
    box.set_pace("iteration", epochs=False)
    assert not is_enabled()
    box.set_pace("epoch", epochs=False)
    assert is_enabled()
