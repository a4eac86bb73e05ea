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

COLORS = ("#cc0000", "#0000cc")
UPDATE = (NumberLine(0, r"-0.1 \cdot \frac{3}{\sqrt{9}} = \mathbf{-0.1}"), NumberLine(1, r"\mathbf{0.2}"))
ROW = TermRow("update", r"\Delta\theta = -\eta \, \frac{g}{\sqrt{v}}", "Δθ = −η g / √v", UPDATE)


@pytest.fixture
def line(qtbot: QtBot) -> TermLine:
    made = TermLine()
    qtbot.addWidget(made)
    made.resize(300, 80)
    made.show()
    qtbot.waitExposed(made)
    made.set_row(ROW, ("x", "y"), COLORS)
    return made


def reds_and_blues(line: TermLine) -> tuple[int, int]:
    """Return how many rows of pixels have red and blue ink."""
    picture = line.grab().toImage()
    found = {"#cc0000": set(), "#0000cc": set()}  # type: dict[str, set[int]]
    for x in range(picture.width()):
        for y in range(picture.height()):
            found.get(picture.pixelColor(x, y).name(), set()).add(y)
    return len(found["#cc0000"]), len(found["#0000cc"])


def test_each_coordinate_has_its_colour_and_the_result_is_bold(line: TermLine) -> None:
    reds, blues = reds_and_blues(line)
    assert reds > blues > 3  # a fraction is higher than a number
    assert line.accessibleName() == "Δθ = −η g / √v"


def test_the_rows_of_a_column_have_their_coordinates_colours(line: TermLine) -> None:
    column = r"\mathbf{\begin{pmatrix} 1 \\ 2 \end{pmatrix}}"
    line.set_row(TermRow("term", "p = -g", "p = −g", (NumberLine(-1, column),)), ("x", "y"), COLORS)
    assert min(reds_and_blues(line)) > 3
    matrix = r"\begin{bmatrix} 1 \\ 2 \end{bmatrix}"  # not along the axes
    line.set_row(TermRow("term", "p = -g", "p = −g", (NumberLine(-1, matrix),)), ("x", "y"), COLORS)
    assert reds_and_blues(line) == (0, 0)


def test_it_grows_with_its_numbers_and_shrinks_with_another_rule_only(line: TermLine) -> None:
    usual = line.height()
    long = r" + ".join(["0.1234"] * 20)
    line.set_row(TermRow("update", ROW.latex, "", (NumberLine(0, long), UPDATE[1])), ("x", "y"), COLORS)
    assert line.height() > usual + 30
    highest = line.height()
    line.set_row(ROW, ("x", "y"), COLORS)
    assert line.height() == highest
    line.set_row(TermRow("factor", "c = 1", "c = 1", ()), ("x", "y"), COLORS)
    assert line.height() < usual


def test_what_has_no_room_at_all_is_told(line: TermLine) -> None:
    matrix = r"B = \begin{bmatrix} " + " & ".join(["0.12345678"] * 9) + r" \end{bmatrix}"
    line.set_row(TermRow("term", matrix, "all of it", ()), ("x", "y"), COLORS)
    assert line.toolTip() == "all of it"
    line.set_row(ROW, ("x", "y"), COLORS)
    assert line.toolTip() == ""


def test_a_wide_fraction_is_written_so_that_it_can_be_broken(line: TermLine) -> None:
    rule = r"g = \frac{" + " + ".join(["0.1234"] * 9) + r"}{d}"
    line.set_row(TermRow("term", rule, "all of it", ()), ("x", "y"), COLORS)
    assert line.toolTip() == ""
    narrow = line.height()
    line.resize(900, line.height())
    assert line.height() < narrow


def test_a_wider_line_is_lower(line: TermLine) -> None:
    rule = "g = " + " + ".join(["a"] * 40)
    line.set_row(TermRow("term", rule, "", ()), ("x", "y"), COLORS)
    narrow = line.height()
    line.resize(900, line.height())
    assert line.height() < narrow


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
