from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from gui.views.formula_page import FormulaPage, FormulaTexts, Written
from tests.gui.hands import click, pick

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

VALUE = Written("f = x^{2}", "<i>f</i> = x²", "x^2")
SLOPES = tuple(Written(rf"\partial_{n}", f"<i>d</i>{n}", f"d{n} = {n}") for n in range(5))
TEXTS = FormulaTexts(VALUE, SLOPES, ("The derivative jumps where x = 0.",))


@pytest.fixture
def page(qtbot: QtBot) -> FormulaPage:
    made = FormulaPage()
    qtbot.addWidget(made)
    made.resize(236, 500)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def test_it_fits_a_narrow_dock(page: FormulaPage) -> None:
    page.set_source("A long title from the catalogue of surfaces")
    page.set_texts(TEXTS)
    click(page.more)
    assert page.minimumSizeHint().width() <= 236


def test_derivatives_are_folded_away_until_wanted(page: FormulaPage) -> None:
    asked: list[str] = []
    for label in page.mathematics():
        label.typeset_wanted.connect(asked.append)
    page.set_texts(TEXTS)
    assert asked == [VALUE.latex]
    click(page.more)
    assert asked == [VALUE.latex, *(written.latex for written in SLOPES)]
    assert page.derivatives[0].isVisible()
    click(page.more)
    assert not page.derivatives[0].isVisible()


def test_the_convention_is_said_where_there_is_one(page: FormulaPage) -> None:
    page.set_texts(TEXTS)
    assert page._kinks.isVisible()
    assert page._kinks.text() == TEXTS.kinks[0]
    page.set_texts(FormulaTexts(VALUE, SLOPES))
    assert not page._kinks.isVisible()


@pytest.mark.parametrize(
    ("what", "copied"),
    [
        ("plain", VALUE.plain),
        ("latex", VALUE.latex),
        ("derivatives-plain", "\n".join(written.plain for written in SLOPES)),
        ("derivatives-latex", "\n".join(written.latex for written in SLOPES)),
    ],
)
def test_every_form_is_copied(page: FormulaPage, what: str, copied: str) -> None:
    page.set_texts(TEXTS)
    pick(page._menu(page.copy), what)
    assert QGuiApplication.clipboard().text() == copied


def test_without_a_formula_there_is_nothing_to_copy(page: FormulaPage) -> None:
    page.set_texts(FormulaTexts())
    assert not page.copy.isEnabled()
    assert not page.more.isEnabled()


def test_recent_formulas_and_examples_are_typed_by_a_click(page: FormulaPage, qtbot: QtBot) -> None:
    assert not page.recent.isEnabled()
    page.set_recent(("x^4 + y^4", "a*x"))
    with qtbot.waitSignal(page.formula_typed) as said:
        pick(page._menu(page.recent), "x^4 + y^4")
    assert said.args == ["x^4 + y^4"]
    with qtbot.waitSignal(page.formula_typed) as said:
        pick(page._menu(page.examples), "sin(3x)·cos(y)")
    assert page.field.text() == "sin(3x)·cos(y)"


def test_a_catalogue_surface_may_be_adopted(page: FormulaPage, qtbot: QtBot) -> None:
    page.set_source("")
    assert not page.adopt.isVisible()
    page.set_source("Rosenbrock")
    assert page._source.text() == "Rosenbrock"
    with qtbot.waitSignal(page.adoption_wanted):
        click(page.adopt)
    assert page.field.edit.hasFocus()
    page.set_source("A photograph", can_adopt=False)
    assert not page.adopt.isVisible()


def test_the_language_may_change(page: FormulaPage) -> None:
    page.set_texts(TEXTS)
    QApplication.sendEvent(page, QEvent(QEvent.Type.LanguageChange))
    pick(page._menu(page.copy), "plain")
    assert QGuiApplication.clipboard().text() == VALUE.plain
