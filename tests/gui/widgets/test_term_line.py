from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication

from gui.explaining import NumberLine, TermRow
from gui.widgets.term_line import TermLine

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

ROW = TermRow(
    "update", r"\Delta\theta = -\eta \, g", "Δθ = −η g", "Δθ = −η g", (NumberLine(0, "<b>1</b>"), NumberLine(1, "2"))
)


@pytest.fixture
def line(qtbot: QtBot) -> TermLine:
    made = TermLine()
    qtbot.addWidget(made)
    made.resize(300, 80)
    made.show()
    qtbot.waitExposed(made)
    made.set_row(ROW, ("x", "y"), ("#111111", "#222222"))
    return made


def test_each_coordinate_has_its_name_and_colour(line: TermLine) -> None:
    texts = [label.text() for label in line._numbers if label.isVisible()]
    assert ["#111111" in texts[0], "<i>x</i>" in texts[0]] == [True, True]
    assert ["#222222" in texts[1], "<i>y</i>" in texts[1]] == [True, True]
    assert line.accessibleName() == "Δθ = −η g"


def test_labels_that_are_not_needed_hide(line: TermLine) -> None:
    line.set_row(TermRow("factor", "c", "c", "c", (NumberLine(-1, "3"),)), ("x", "y"), ("#111111", "#222222"))
    assert [label.text() for label in line._numbers if label.isVisible()] == ["3"]


def test_it_says_when_it_has_the_focus(line: TermLine) -> None:
    said: list[bool] = []
    line.pointed.connect(said.append)
    for kind in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
        QApplication.sendEvent(line, QFocusEvent(kind))
    assert said == [True, False]


def test_it_is_lit_and_not(line: TermLine) -> None:
    before = line.grab().toImage()
    line.set_lit(True)
    assert line.property("lit")
    line.set_lit(False)
    assert line.grab().toImage() == before
