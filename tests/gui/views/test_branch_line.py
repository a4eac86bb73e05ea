from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from gui.theme import DARK
from gui.views.branch_line import BranchLine, BranchModel

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

MODEL = BranchModel(
    "from a run with a very long name indeed, one of sixty letters at 12", "carries velocity", help="Ties."
)


def line(qtbot: QtBot) -> BranchLine:
    made = BranchLine()
    qtbot.addWidget(made)
    made.set_theme(DARK)
    made.set_model(MODEL)
    made.resize(180, 60)
    made.show()
    return made


def test_where_it_leaves_stays_readable_in_a_narrow_card(qtbot: QtBot) -> None:
    made = line(qtbot)
    assert made.button.text().endswith("at 12")
    assert "…" in made.button.text()
    made.resize(900, 60)
    assert made.button.text() == MODEL.text


def test_the_tool_tip_says_all(qtbot: QtBot) -> None:
    made = line(qtbot)
    tip = made.button.toolTip().splitlines()
    assert tip[:2] == [MODEL.text, MODEL.help]
    assert len(tip) == 3


def test_mouse_and_keyboard_ask_to_go_there(qtbot: QtBot) -> None:
    made = line(qtbot)
    with qtbot.waitSignal(made.clicked):
        QTest.mouseClick(made.button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(made.clicked):
        QTest.keyClick(made.button, Qt.Key.Key_Space)
    assert made.button.accessibleName() == MODEL.text
