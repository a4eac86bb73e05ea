"""Stories about critical points that runs find on their way: everybody speaks of the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from gui.views.points_model import ORIGIN
from tests.gui.hands import LEFT, type_into
from tests.gui.stories.test_formulas import ended, page, write
from tests.gui.stories.watcher import Watcher

if TYPE_CHECKING:
    from gui.views.formula_page import FormulaPage
    from tests.gui.hands import Hands

__all__ = ["page"]

WELLS = "(x^2 - 1)^2 + 0.3x + 0.5y^2"
"""Its deeper well lies at x = −1.036, off the plot of the story."""


@pytest.fixture
def watcher(hands: Hands, page: FormulaPage) -> Watcher:
    """Gradient descent is too fast and leaves; momentum gets to the deeper well, AdaGrad and Adam do not."""
    made = Watcher(hands)
    write(page, WELLS, enter=True)
    hands.until(ended(hands))
    for field, text in zip(hands.desk.surface.bounds.fields, ("0.2", "3", "-3", "3"), strict=True):
        type_into(field, text)
    for field, text in zip((hands.desk.surface.start_x, hands.desk.surface.start_y), ("1.6", "1"), strict=True):
        type_into(field, text)
    type_into(hands.field, "400")
    hands.settle()
    made.see()
    assert hands.session.surface.bounds == (0.2, 3.0, -3.0, 3.0)
    return made


def said(hands: Hands, label: str) -> str:
    """What a run's card says of how it is doing."""
    return hands.card(key_of(hands, label))._status.text()


def key_of(hands: Hands, label: str) -> int:
    return next(run.key for run in hands.session.runs if run.label == label)


def listed(hands: Hands) -> list[tuple[str, str]]:
    """Kinds and origins in the table of critical points, which is brought to the front."""
    hands.window.docks["points"].raise_()
    hands.until(lambda: hands.desk.points._built)
    model = hands.desk.points._view.model()
    return [(model.index(row, 0).data(), model.index(row, ORIGIN).data()) for row in range(model.rowCount())]


def test_a_run_is_trapped_when_another_one_has_found_a_deeper_well(watcher: Watcher) -> None:
    hands = watcher.hands
    hands.until(lambda: "(found by Momentum)" in said(hands, "Adam"))
    assert said(hands, "Adam").startswith("Trapped in a local minimum: loss 0.2941, the lowest known is −0.3054")
    assert said(hands, "Momentum").startswith("Converged at iteration ")
    assert watcher.mark(key_of(hands, "Adam"), "trapped").text.endswith("which another run has found.")
    words = {row.label: row.status for row in hands.desk.table._model.rows}
    assert (words["Adam"], words["Momentum"]) == ("trapped", "converged")
    assert hands.lab.presenter.plotter.offset(0) == pytest.approx(-0.30543, abs=1e-4)
    rows = listed(hands)
    assert ("minimum", "found by Momentum") in rows
    assert ("minimum", "searched") in rows


def test_when_that_run_is_gone_so_is_what_only_it_knew(watcher: Watcher) -> None:
    hands = watcher.hands
    hands.until(lambda: "Trapped" in said(hands, "Adam"))
    hands.menu(key_of(hands, "Momentum"), "remove")
    hands.until(lambda: said(hands, "Adam").startswith("Converged"))
    hands.until(lambda: ("minimum", "found by Momentum") not in listed(hands))
    hands.undo()
    hands.until(lambda: "(found by Momentum)" in said(hands, "Adam"))


def test_a_found_point_is_chosen_in_the_table_and_called_by_its_finders_name(watcher: Watcher) -> None:
    hands = watcher.hands
    key = key_of(hands, "Momentum")
    hands.until(lambda: ("minimum", "found by Momentum") in listed(hands))
    row = listed(hands).index(("minimum", "found by Momentum"))
    view = hands.desk.points._view
    QTest.mouseClick(view.viewport(), LEFT, pos=view.visualRect(view.model().index(row, 1)).center())
    assert hands.lab.reading.chosen is not None
    assert hands.lab.reading.chosen.params == pytest.approx((-1.03558, 0.0), abs=1e-4)
    name = hands.card(key).name
    type_into(name, "Heavy ball")
    hands.until(lambda: ("minimum", "found by Heavy ball") in listed(hands))


def test_the_explanation_says_where_a_run_rests(watcher: Watcher) -> None:
    hands = watcher.hands
    hands.until(lambda: "Trapped" in said(hands, "Adam"))
    hands.window.docks["explain"].raise_()
    hands.until(lambda: hands.lab.explain is not None)
    hands.lab.timekeeper.choose(key_of(hands, "Adam"))
    QTest.keyClick(hands.window, Qt.Key.Key_End)
    assert hands.lab.explain is not None
    panel = hands.lab.explain.panel
    hands.until(lambda: any(text.startswith("Trapped in a local minimum") for text in panel.words.sentences))


def test_points_of_three_parameters_are_found_marked_and_listed(hands: Hands) -> None:
    hands.choose_surface("styblinski-tang")
    hands.rest()
    assert hands.desk.surface.catalogue.dimensions is not None
    count = hands.desk.surface.catalogue.dimensions.count
    count.setFocus()
    QTest.keyClick(count, Qt.Key.Key_Up)
    hands.until(lambda: hands.session.surface.dim == 3)
    type_into(hands.desk.surface.start_x, "0.2")  # above a saddle
    hands.add("newton")
    Watcher(hands).see()
    hands.until(lambda: any(point.finders for point in hands.lab.reading.points))
    point = next(point for point in hands.lab.reading.points if point.finders)
    told = hands.panel._told_at(QPointF(hands.pixel(*point.params)))
    assert told.count(", ") >= 3  # three coordinates, or of one that lies over it
    assert any(origin.startswith("found by") for _, origin in listed(hands))
