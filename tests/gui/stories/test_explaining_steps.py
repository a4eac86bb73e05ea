"""Stories about why: the panel that explains a step, its lines, and the arrows on the map."""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import pairwise, product
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui.views.step_geometry import TERMS
from tests.gui.hands import click, pick

if TYPE_CHECKING:
    from gui.controllers.explain_controller import ExplainController
    from gui.views.explain_panel import ExplainPanel
    from gui.widgets.term_line import TermLine
    from tests.gui.hands import Hands

Key = Qt.Key


@pytest.fixture
def why(hands: Hands) -> ExplainController:
    """The panel, brought up as by its tab."""
    hands.window._docks.bring_up("explain")
    hands.until(lambda: hands.lab.explain is not None and hands.desk.explain.is_seen)
    assert hands.lab.explain is not None
    hands.until(lambda: bool(hands.lab.explain.panel.words.rows))  # type: ignore[union-attr]
    return hands.lab.explain


def panel_of(why: ExplainController) -> ExplainPanel:
    return why.panel


def choose_run(hands: Hands, panel: ExplainPanel, index: int) -> None:
    panel.run.setCurrentIndex(index)
    panel.run.activated.emit(index)
    hands.until(lambda: hands.lab.timekeeper.chosen == panel.run.itemData(index))


def test_the_panel_explains_the_chosen_runs_step_at_the_playhead(hands: Hands, why: ExplainController) -> None:
    panel = panel_of(why)
    choose_run(hands, panel, 3)
    for _ in range(3):
        hands.key(Key.Key_Right)
    words = panel.words
    assert words.iteration == 3
    result = hands.snapshots[4].params[4]
    assert words.rows[-1].lines[0].latex.endswith(rf"= \mathbf{{{result[0]:.4g}}}")
    assert any("braked" in sentence for sentence in words.sentences)
    hands.key(Key.Key_Left)
    assert panel.words.iteration == 2


def test_opening_it_first_shows_arrows_that_can_be_switched(hands: Hands, why: ExplainController) -> None:
    assert hands.session.view.vectors == ("slope", "adapted", "memory", "update")
    (drawing,) = why._steps.shown
    assert drawing.key == 1
    np.testing.assert_allclose(np.add(drawing.place, drawing.update), hands.snapshots[1].params[1])
    pick(hands.window.menus.vectors, "update")
    (drawing,) = why._steps.shown
    assert drawing.update == ()
    pick(hands.window.menus.vectors, "of-all")
    assert [drawing.key for drawing in why._steps.shown] == hands.keys
    for name in ("slope", "adapted", "memory"):
        pick(hands.window.menus.vectors, name)
    assert why._steps.shown == ()


def test_arrows_need_no_panel(hands: Hands) -> None:
    def made() -> ExplainController | None:
        return hands.lab.explain

    assert made() is None
    pick(hands.window.menus.vectors, "update")
    why = made()
    assert why is not None
    assert len(why._steps.shown) == 1


def test_models_are_drawn_and_taken_away(hands: Hands, why: ExplainController) -> None:
    pick(hands.window.menus.vectors, "plane")
    pick(hands.window.menus.vectors, "paraboloid")
    assert sum(item.isVisible() for item in why._taylor._items.values()) == 6
    pick(hands.window.menus.vectors, "paraboloid")
    assert {order for (_, order, _), item in why._taylor._items.items() if item.isVisible()} == {1}


def test_a_step_is_gone_through_line_by_line(hands: Hands, why: ExplainController) -> None:
    panel = panel_of(why)
    choose_run(hands, panel, 3)
    click(panel.line_by_line)
    rows = len(panel.words.rows)
    seen = []
    for _ in range(rows):
        seen.append(sum(line.isVisible() for line in panel._lines))
        hands.key(Key.Key_Right)
    assert seen == list(range(1, rows + 1))
    assert hands.iteration == 1  # the last press took the step
    assert sum(line.isVisible() for line in panel._lines) == 1
    hands.key(Key.Key_Left)
    assert hands.iteration == 0
    click(panel.line_by_line)
    hands.key(Key.Key_Right)
    assert hands.iteration == 1


def test_pointing_at_a_term_lights_its_arrow_and_its_column(hands: Hands, why: ExplainController) -> None:
    panel = panel_of(why)
    choose_run(hands, panel, 3)
    for _ in range(10):
        hands.key(Key.Key_Right)
    expected = {
        "g": ("slope", [r"|∇f|"]),
        "m": ("memory", ["first moment x", "first moment y"]),
        "v": ("divisor", ["second moment x", "second moment y"]),
        "c_1": ("divisor", []),  # the book's form divides by √(1 − β₂ᵗ) first
        "c_2": ("memory", []),
        "Δθ": ("update", []),
        "θ": ("update", ["x", "y"]),
    }
    for symbol, (arrow, columns) in expected.items():
        point_at_line(panel, symbol)
        assert lit_symbols(panel) == {symbol}
        assert why._steps._lit == (4, frozenset((arrow,)))
        assert lit_columns(hands) == columns
    QTest.mouseMove(hands.panel.viewport(), QPoint(3, 3))
    assert (lit_symbols(panel), lit_columns(hands)) == (set(), [])
    assert why._steps._lit == (4, frozenset())


def test_pointing_at_a_part_of_the_step_lights_its_terms_and_their_columns(
    hands: Hands, why: ExplainController
) -> None:
    panel = panel_of(why)
    for name in ("divisor", "rates"):
        pick(hands.window.menus.vectors, name)
    choose_run(hands, panel, 3)
    for _ in range(10):
        hands.key(Key.Key_Right)
    moments = ["second moment x", "second moment y"]
    expected = {
        "slope": ({"g"}, ["|∇f|"]),
        "adapted": ({"c_1", "v", "d"}, moments),
        "memory": ({"c_2", "m"}, ["first moment x", "first moment y"]),
        "update": ({"Δθ", "θ"}, ["x", "y"]),
        "divisor": ({"c_1", "v", "d"}, moments),
    }
    seen = {}
    for role in expected:
        point_at_part(hands, why, role)
        seen[role] = lit_symbols(panel), lit_columns(hands)
        assert any(panel._is_seen(line) for line in panel._lines if symbol_of(line) in seen[role][0])
        assert any(map(hands.desk.table._is_seen, hands.desk.table._model.lit))
    assert seen == expected
    QTest.mouseMove(hands.panel.viewport(), QPoint(3, 3))
    assert (lit_symbols(panel), lit_columns(hands)) == (set(), [])


def test_another_runs_arrows_light_nothing(hands: Hands, why: ExplainController) -> None:
    pick(hands.window.menus.vectors, "of-all")
    for _ in range(10):
        hands.key(Key.Key_Right)
    assert hands.lab.timekeeper.chosen == 1
    point_at_part(hands, why, "update", key=4)
    assert lit_symbols(panel_of(why)) == set()
    choose_run(hands, panel_of(why), 3)
    point_at_part(hands, why, "update", key=4)
    assert lit_symbols(panel_of(why)) == {"Δθ", "θ"}


def test_the_line_that_was_shown_last_stays_lit(hands: Hands, why: ExplainController) -> None:
    panel = panel_of(why)
    click(panel.line_by_line)
    assert lit_symbols(panel) == {"g"}
    point_at_line(panel, "g")
    QTest.mouseMove(hands.panel.viewport(), QPoint(3, 3))
    assert lit_symbols(panel) == {"g"}


def symbol_of(line: TermLine) -> str:
    return line.row.plain.split(" = ")[0] if line.row is not None else ""


def test_several_arrows_are_switched_in_the_open_menu(hands: Hands, why: ExplainController) -> None:
    menu = hands.window.menus.vectors
    menu.popup(QPoint(0, 0))
    for name in ("update", "slope", "rates"):
        entry = next(entry for entry in menu.actions() if entry.data() == name)
        QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(entry).center())
        assert menu.isVisible()
        assert entry.isChecked() == (name == "rates")
    menu.close()
    assert hands.session.view.vectors == ("adapted", "memory", "rates")


def lit_symbols(panel: ExplainPanel) -> set[str]:
    QApplication.processEvents()
    return {symbol_of(line) for line in panel._lines if line.isVisible() and line.property("lit")}


def lit_columns(hands: Hands) -> list[str]:
    model = hands.desk.table._model
    return [str(model.headerData(column, Qt.Orientation.Horizontal)) for column in model.lit]


def point_at_line(panel: ExplainPanel, symbol: str) -> None:
    line = next(line for line in panel._lines if symbol_of(line) == symbol)
    panel._area.ensureWidgetVisible(line)
    QApplication.processEvents()
    QTest.mouseMove(line, line.rect().center())
    QApplication.processEvents()


def point_at_part(hands: Hands, why: ExplainController, role: str, key: int = 4) -> None:
    """Move the pointer to where this part of a run's step lies alone."""
    (mark,) = [mark for (_, own), mark in why._steps._marks.items() if own == key]
    assert mark.sketch is not None
    assert mark.drawing is not None
    around = product(range(-90, 91, 2), range(-90, 91, 2))
    own = [place for place in around if mark.sketch.terms_at(place) == TERMS[role]]
    x, y = max(own, key=lambda place: sum(math.dist(place, other) < 5.0 for other in own))  # well among its like
    QTest.mouseMove(hands.panel.viewport(), QPoint(3, 3))
    QTest.mouseMove(hands.panel.viewport(), hands.pixel(*mark.drawing.place) + QPoint(x, y))
    QApplication.processEvents()


def test_everything_can_be_copied_as_text(hands: Hands, why: ExplainController) -> None:
    click(panel_of(why).copy)
    text = QApplication.clipboard().text()
    assert "θ = θ + Δθ" in text
    assert "straight down the slope" in text


def test_numbers_are_typeset_at_every_step(hands: Hands, why: ExplainController) -> None:
    """At once and not a moment later; the panel does not jump while one goes along."""
    panel = panel_of(why)
    choose_run(hands, panel, 3)
    hands.key(Key.Key_Right)
    pictures, heights = [], []
    for _ in range(4):
        hands.key(Key.Key_Right)
        lines = [line for line in panel._lines if line.isVisible()]
        heights.append([line.height() for line in lines])
        pictures.append(lines[-1].grab().toImage())
    assert heights[1:] == heights[:-1]
    assert all(one != other for one, other in pairwise(pictures))


def test_the_panel_says_what_to_do_when_there_are_no_runs(hands: Hands, why: ExplainController) -> None:
    sessions = hands.lab.sessions
    sessions.edit(replace(sessions.session, runs=()), "Remove all")
    hands.settle()
    assert "Add a run" in panel_of(why)._said.text()
    assert not panel_of(why).copy.isEnabled()
