"""Stories about typed formulas: the surface follows the keys, and everything can be undone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from surfaces import CATALOGUE, SurfaceSpec, build_surface
from tests.gui.hands import CONTROL, click, drag_slider, number_of, pick, slider_of, type_into

if TYPE_CHECKING:
    from collections.abc import Callable

    from gui.views.formula_page import FormulaPage
    from gui.widgets.parameter_row import ParameterRow
    from tests.gui.hands import Hands


@pytest.fixture
def page(hands: Hands) -> FormulaPage:
    """The formula page, opened by a click on its tab."""
    tabs = hands.desk.surface.tabs.tabBar()
    QTest.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.tabRect(1).center())
    made: FormulaPage = hands.lab.pages.controllers["formula"]._page  # type: ignore[attr-defined]
    assert made.isVisible()
    hands.rest()
    return made


def write(page: FormulaPage, text: str, *, enter: bool = False) -> None:
    """Click into the field, select all and type."""
    page.field.edit.setFocus()
    QTest.keyClick(page.field.edit, Qt.Key.Key_A, CONTROL)
    QTest.keyClicks(page.field.edit, text)
    if enter:
        QTest.keyClick(page.field.edit, Qt.Key.Key_Return)


def ended(hands: Hands) -> Callable[[], bool]:
    """Whether typing has become one finished edit."""
    return lambda: hands.lab.sessions.gesture == "" and hands.lab.background.is_idle() and hands.lab.runs.finished


def rows(hands: Hands) -> dict[str, ParameterRow]:
    return hands.desk.surface._rows


def test_the_page_shows_the_formula_of_the_surface(hands: Hands, page: FormulaPage) -> None:
    assert page.field.text() == "x^2/20 + y^2"
    hands.until(page.value.is_typeset)
    assert page.value.accessibleName() == "x^2/20 + y^2"
    hands.lab.edits.choose_surface("rosenbrock")
    assert "100" in page.field.text() or "b" in page.field.text()


def test_typing_makes_the_surface_and_one_undo_takes_it_back(hands: Hands, page: FormulaPage) -> None:
    before = hands.session
    write(page, "sin(3x)·cos(y)", enter=True)
    hands.until(ended(hands))
    spec = hands.session.surface
    assert (spec.name, spec.formula, spec.parameters) == ("", "sin(3x)·cos(y)", ())
    assert build_surface(spec).value(np.array([0.5, 0.0])) == pytest.approx(np.sin(1.5))
    assert hands.edits == 1
    assert all(tuple(s.params[0]) == hands.session.start for s in hands.snapshots.values())
    x0, x1, y0, y1 = build_surface(spec).bounds
    assert x0 <= hands.session.start[0] <= x1
    assert y0 <= hands.session.start[1] <= y1
    hands.undo()
    hands.rest()
    assert hands.session == before
    assert page.field.text() == "x^2/20 + y^2"
    hands.redo()
    hands.rest()
    assert hands.session.surface == spec
    assert page.field.text() == "sin(3x)·cos(y)"


def test_the_surface_follows_each_key_and_stays_while_the_text_is_wrong(hands: Hands, page: FormulaPage) -> None:
    write(page, "x^2")
    hands.until(lambda: hands.session.surface.formula == "x^2")
    QTest.keyClicks(page.field.edit, "+y^")
    hands.until(lambda: bool(page.field.complaint()))
    assert hands.session.surface.formula in ("x^2", "x^2+y")
    last = hands.session.surface.formula
    hands.until(page.field._complaint.isVisible)
    assert hands.session.surface.formula == last
    QTest.keyClicks(page.field.edit, "2")
    hands.until(lambda: hands.session.surface.formula == "x^2+y^2")
    assert not page.field._complaint.isVisible()


def test_escape_restores_what_is_in_force(hands: Hands, page: FormulaPage) -> None:
    write(page, "x^2 +")
    QTest.keyClick(page.field.edit, Qt.Key.Key_Escape)
    hands.rest()
    assert page.field.text() == (hands.session.surface.formula or "x^2/20 + y^2")
    assert not page.field.complaint()


def test_other_names_become_parameters_with_sliders(hands: Hands, page: FormulaPage) -> None:
    write(page, "a*x^2 + b*y^2", enter=True)
    hands.until(ended(hands))
    assert dict(hands.session.surface.parameters) == {"a": 1.0, "b": 1.0}
    assert list(rows(hands)) == ["a", "b"]
    row = rows(hands)["a"]
    drag_slider(slider_of(row), 700, 900)
    hands.rest()
    value = dict(hands.session.surface.parameters)["a"]
    assert value > 1.5
    assert hands.edits == 2
    bounds = hands.session.surface.bounds
    write(page, "a*x^2 + y^4", enter=True)
    hands.until(ended(hands))
    assert dict(hands.session.surface.parameters) == {"a": value}
    assert rows(hands) == {"a": row}
    assert bounds is not None
    hands.undo()
    hands.rest()
    assert list(rows(hands)) == ["a", "b"]
    assert page.field.text() == "a*x^2 + b*y^2"


def test_a_sliders_ends_follow_a_typed_value_and_can_be_changed(hands: Hands, page: FormulaPage) -> None:
    write(page, "a*x^2 + y^2", enter=True)
    hands.until(ended(hands))
    row = rows(hands)["a"]
    type_into(number_of(row), "40")
    assert dict(hands.session.surface.parameters) == {"a": 40.0}
    assert row._scale.low == -5.0
    assert row._scale.high == 100.0
    drag_slider(slider_of(row), 1000)
    assert dict(hands.session.surface.parameters)["a"] == pytest.approx(100.0, rel=0.05)


def test_a_name_that_is_retyped_keeps_its_value(hands: Hands, page: FormulaPage) -> None:
    write(page, "a*x^2 + y^2", enter=True)
    hands.until(ended(hands))
    type_into(number_of(rows(hands)["a"]), "3")
    page.field.edit.setFocus()
    QTest.keyClick(page.field.edit, Qt.Key.Key_Home)
    QTest.keyClick(page.field.edit, Qt.Key.Key_Delete)
    QTest.keyClicks(page.field.edit, "2")
    hands.until(lambda: hands.session.surface.parameters == ())
    QTest.keyClick(page.field.edit, Qt.Key.Key_Backspace)
    QTest.keyClicks(page.field.edit, "a")
    hands.until(lambda: dict(hands.session.surface.parameters) == {"a": 3.0})


def test_what_only_the_compiler_refuses_is_said_at_the_field(hands: Hands, page: FormulaPage) -> None:
    before = hands.session
    write(page, "9^9^9^9", enter=True)
    hands.until(page.field._complaint.isVisible)
    assert page.field.complaint()
    assert hands.session.surface.formula != "9^9^9^9"
    QTest.keyClick(page.field.edit, Qt.Key.Key_Escape)
    hands.rest()
    assert before.runs == hands.session.runs


@pytest.mark.parametrize(
    "text",
    [
        "__import__('os').system('true')",
        "x" * 10_000,
        "(" * 3000,
        "9**9**9**9",
        "x\N{MATHEMATICAL ITALIC SMALL Y} \x00",
    ],
)
def test_hostile_text_is_refused_in_words_and_breaks_nothing(hands: Hands, page: FormulaPage, text: str) -> None:
    before = hands.session
    QGuiApplication.clipboard().setText(text)
    page.field.edit.setFocus()
    QTest.keyClick(page.field.edit, Qt.Key.Key_A, CONTROL)
    QTest.keyClick(page.field.edit, Qt.Key.Key_V, CONTROL)
    QTest.keyClick(page.field.edit, Qt.Key.Key_Return)
    hands.until(page.field._complaint.isVisible)
    hands.rest()
    assert page.field.complaint()
    assert hands.session == before
    QTest.keyClick(page.field.edit, Qt.Key.Key_Escape)
    assert page.field.text() == "x^2/20 + y^2"


def test_pasting_several_lines(hands: Hands, page: FormulaPage) -> None:
    QGuiApplication.clipboard().setText("(1 - x)^2\n  + 100 (y - x^2)^2\n")
    page.field.edit.setFocus()
    QTest.keyClick(page.field.edit, Qt.Key.Key_A, CONTROL)
    QTest.keyClick(page.field.edit, Qt.Key.Key_V, CONTROL)
    QTest.keyClick(page.field.edit, Qt.Key.Key_Return)
    hands.until(ended(hands))
    assert build_surface(hands.session.surface).value(np.array([1.0, 1.0])) == 0.0


def test_derivatives_are_shown_and_copied(hands: Hands, page: FormulaPage) -> None:
    write(page, "x^2 y + |y|", enter=True)
    hands.until(ended(hands))
    hands.until(lambda: page._texts.value.plain == "x^2 y + |y|")
    click(page.more)
    hands.until(lambda: all(label.is_typeset() for label in page.derivatives))
    pick(page._menu(page.copy), "derivatives-plain")
    lines = QGuiApplication.clipboard().text().splitlines()
    assert [line.partition(" = ")[0] for line in lines] == ["∂f/∂x", "∂f/∂y", "∂²f/∂x²", "∂²f/∂x∂y", "∂²f/∂y²"]
    pick(page._menu(page.copy), "latex")
    assert "x^{2}" in QGuiApplication.clipboard().text()
    assert "jumps where y = 0" in page._kinks.text()


def test_a_catalogue_surface_is_adopted_as_it_is(hands: Hands, page: FormulaPage) -> None:
    hands.lab.edits.choose_surface("rosenbrock")
    hands.rest()
    row = build_surface(hands.session.surface)
    values, start = row.value(np.array([[0.3, 0.4], [2.0, -1.0]])), hands.session.start
    click(page.adopt)
    hands.rest()
    own = build_surface(hands.session.surface)
    assert hands.session.surface.name == ""
    assert own.value(np.array([[0.3, 0.4], [2.0, -1.0]])) == pytest.approx(values)
    assert own.bounds == row.bounds
    assert hands.session.start == start
    assert not page.adopt.isVisible()
    hands.undo()
    assert hands.session.surface.name == "rosenbrock"
    assert page.adopt.isVisible()


def test_recent_formulas_are_remembered_for_the_next_window(
    hands: Hands, page: FormulaPage, open_window: Callable[[], Hands]
) -> None:
    for text in ("x^4 + y^4", "x^2\n+ y^4"):
        page.field.type_text(text)
        hands.until(ended(hands))
    other = open_window()
    other.desk.surface.show_page("formula")
    again: FormulaPage = other.lab.pages.controllers["formula"]._page  # type: ignore[attr-defined]
    assert [action.data() for action in again._menu(again.recent).actions()] == ["x^2 + y^4", "x^4 + y^4"]
    pick(again._menu(again.recent), "x^4 + y^4")
    other.until(ended(other))
    assert other.session.surface.formula == "x^4 + y^4"


def test_bounds_are_chosen_typed_taken_and_undone(hands: Hands, page: FormulaPage) -> None:
    write(page, "(x - 40)^2 + y^2", enter=True)
    hands.until(ended(hands))
    chosen = build_surface(hands.session.surface).bounds
    assert chosen[0] < 40.0 < chosen[1]
    field = hands.desk.surface.bounds
    assert tuple(part.value() for part in field.fields) == chosen
    type_into(field.fields[1], "100")
    assert hands.session.surface.bounds == (chosen[0], 100.0, *chosen[2:])
    hands.rest()
    write(page, "(x - 45)^2 + y^2", enter=True)
    hands.until(ended(hands))
    assert hands.session.surface.bounds == (chosen[0], 100.0, *chosen[2:])  # set by hand, they stay
    type_into(field.fields[1], "-1000")
    assert field.complaint()
    assert hands.session.surface.bounds == (chosen[0], 100.0, *chosen[2:])
    click(field.choose)
    hands.until(lambda: hands.session.surface.bounds not in (None, (chosen[0], 100.0, *chosen[2:])))
    assert not field.complaint()
    edits = hands.edits
    hands.rest()
    hands.panel.set_view((30.0, 51.0, -4.0, 4.125))
    click(field.take_view)
    hands.rest()
    assert hands.edits == edits + 1
    assert hands.session.surface.bounds == pytest.approx(hands.desk.stage.view(), abs=0.06)
    assert hands.session.surface.bounds == pytest.approx((30.0, 51.0, -4.0, 4.12), abs=0.06)
    hands.undo()
    hands.undo()
    assert hands.session.surface.bounds == (chosen[0], 100.0, *chosen[2:])


def test_a_surface_chosen_meanwhile_is_not_replaced(hands: Hands, page: FormulaPage) -> None:
    write(page, "x^2 + y^4")
    hands.lab.edits.choose_surface("rosenbrock")
    hands.rest()
    QTest.qWait(500)
    hands.rest()
    assert hands.session.surface.name == "rosenbrock"
    assert page.field.text() != "x^2 + y^4"


@pytest.mark.parametrize(
    "spec",
    [SurfaceSpec(name="rosenbrock", dim=4), SurfaceSpec(name=next(n for n, row in CATALOGUE.items() if row.data))],
)
def test_a_surface_that_is_no_formula_in_x_and_y_can_be_typed_over(
    hands: Hands, page: FormulaPage, spec: SurfaceSpec
) -> None:
    start = tuple(0.5 for _ in range(spec.dim))
    hands.lab.sessions.edit(replace(hands.session, surface=spec, start=start), "Choose surface")
    hands.rest()
    assert page.field.text() == ""
    assert not page.adopt.isVisible()
    hands.until(lambda: not page.copy.isEnabled())
    write(page, "x^2 + 3y^2", enter=True)
    hands.until(ended(hands))
    assert hands.session.surface.formula == "x^2 + 3y^2"
    assert len(hands.session.start) == 2
    hands.undo()
    hands.rest()
    assert hands.session.surface == spec
    assert hands.session.start == start
