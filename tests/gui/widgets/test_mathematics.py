from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QColor, QPalette

from gui.typesetting import typeset
from gui.widgets.mathematics import Mathematics

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

SHORT, LONG = r"x^{2} + y", " + ".join(rf"\frac{{x^{{{n}}}}}{{{n}}}" for n in range(2, 14))


@pytest.fixture
def label(qtbot: QtBot) -> Mathematics:
    made = Mathematics()
    qtbot.addWidget(made)
    made.resize(240, 60)
    return made


def test_it_asks_once_it_is_in_sight(label: Mathematics) -> None:
    asked: list[str] = []
    label.typeset_wanted.connect(asked.append)
    label.set_formula(SHORT, "x<sup>2</sup> + y", "x^2 + y")
    assert asked == []
    assert not label.wants_typeset()
    label.show()
    assert asked == [SHORT]
    assert label.wants_typeset()
    label.set_formula(LONG, "long", "long")
    label.set_formula(LONG, "long", "long")
    assert asked == [SHORT, LONG]


def test_rich_text_stands_there_until_the_paths_come(label: Mathematics) -> None:
    label.show()
    label.set_formula(SHORT, "x<sup>2</sup> + y", "x^2 + y")
    assert label._words.isVisible()
    assert label._words.text() == "x<sup>2</sup> + y"
    label.set_typeset(typeset(LONG))
    assert label._words.isVisible()
    label.set_typeset(typeset(SHORT))
    assert label.is_typeset()
    assert not label._words.isVisible()
    assert label.accessibleName() == "x^2 + y"
    label.set_formula("y", "y", "y")
    assert not label.is_typeset()
    label.set_typeset(None)
    assert label._words.isVisible()
    assert label._words.text() == "y"


def test_the_ink_is_the_palettes(label: Mathematics) -> None:
    label.show()
    label.set_formula(SHORT, "", "")
    label.set_typeset(typeset(SHORT))
    for name in ("#cc0000", "#0000cc"):
        palette = QPalette(label.palette())
        palette.setColor(QPalette.ColorRole.WindowText, QColor(name))
        palette.setColor(QPalette.ColorRole.Window, QColor("#ffffff"))
        label._sheet.setPalette(palette)
        picture = label._sheet.grab().toImage()
        colours = {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())}
        assert name in colours
        assert ("#cc0000" in colours) != ("#0000cc" in colours)


def test_a_wide_formula_is_drawn_smaller_and_then_scrolls(label: Mathematics, qtbot: QtBot) -> None:
    label.show()
    label.set_formula(LONG, "", "")
    label.set_typeset(typeset(LONG))
    bar = label._area.horizontalScrollBar()
    assert label._sheet.width() > label.width()
    assert bar.maximum() > 0
    assert label._area.height() >= label._sheet.height() + bar.sizeHint().height()
    label.resize(1600, 80)
    qtbot.waitUntil(lambda: bar.maximum() == 0)
    assert label._sheet.width() <= label.width()
    medium = label._sheet.width()
    label.resize(round(0.9 * medium), 80)
    assert label._sheet.width() <= round(0.9 * medium) + 1
