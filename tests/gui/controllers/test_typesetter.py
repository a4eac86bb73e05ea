from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from gui.controllers.typesetter import Typesetter
from gui.widgets.mathematics import Mathematics
from gui.workers.background import Background

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


@pytest.fixture
def background() -> Iterator[Background]:
    made = Background()
    yield made
    assert made.stop()


def served(typesetter: Typesetter, qtbot: QtBot) -> Mathematics:
    label = Mathematics()
    qtbot.addWidget(label)
    typesetter.serve(label)
    label.show()
    return label


def test_every_label_gets_its_formula(background: Background, qtbot: QtBot) -> None:
    typesetter = Typesetter(background)
    labels = [served(typesetter, qtbot) for _ in range(3)]
    for label, latex in zip(labels, ("x^{2}", "y", "x^{2}"), strict=True):
        label.set_formula(latex, "", "")
    qtbot.waitUntil(lambda: all(label.is_typeset() for label in labels))


def test_one_that_is_known_is_there_at_once(background: Background, qtbot: QtBot) -> None:
    typesetter = Typesetter(background)
    label, other = served(typesetter, qtbot), served(typesetter, qtbot)
    label.set_formula("x^{2}", "", "")
    qtbot.waitUntil(label.is_typeset)
    other.set_formula("x^{2}", "", "")
    assert other.is_typeset()


def test_one_that_cannot_be_typeset_stays_as_text_and_stops_nobody(background: Background, qtbot: QtBot) -> None:
    typesetter = Typesetter(background)
    bad, good = served(typesetter, qtbot), served(typesetter, qtbot)
    bad.set_formula(r"\frac{", "x/y", "x/y")
    good.set_formula("y", "y", "y")
    qtbot.waitUntil(good.is_typeset)
    assert not bad.is_typeset()
    assert not bad.wants_typeset()
    assert bad._words.isVisible()


def test_the_newest_formula_of_a_label_wins(background: Background, qtbot: QtBot) -> None:
    typesetter = Typesetter(background)
    label = served(typesetter, qtbot)
    for power in range(2, 9):
        label.set_formula(rf"x^{{{power}}}", "", "")
    qtbot.waitUntil(label.is_typeset)
    assert label._sheet.typeset is not None
    assert label._sheet.typeset.latex == "x^{8}"
    qtbot.waitUntil(background.is_idle)
    assert set(typesetter._known) == {"x^{8}"}
