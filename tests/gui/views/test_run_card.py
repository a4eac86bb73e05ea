from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui.style_sheet import style_sheet
from gui.views.branch_line import BranchModel
from gui.views.run_card import RunCard, RunModel
from gui.widgets.choice import Choice, Offer
from gui.widgets.parameter_spec import ParameterSpec
from tests.gui.hands import choose, click, number_of, type_into

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from gui.theme import Theme

CHOICES = {
    "gd": Choice("gd", "Gradient descent", "first order", "downhill"),
    "adam": Choice("adam", "Adam", "adaptive", "two averages"),
}
OFFER = Offer(CHOICES.__getitem__, lambda: tuple(CHOICES.values()))
RATE = ParameterSpec("learning_rate", "learning rate", 0.1, 1e-4, 10.0, "log", minimum=0.0, front=True)
BETA = ParameterSpec("beta1", "beta1", 0.9, 0.0, 0.999)
MODEL = RunModel(7, "Ball", 2, "gd", True, (RATE,), {"learning_rate": 0.5})
ADAM = replace(MODEL, optimizer="adam", specs=(RATE, BETA), values={"learning_rate": 0.5, "beta1": 0.8})
SIGNALS = (
    "optimizer_chosen",
    "value_changed",
    "renamed",
    "visibility_toggled",
    "duplicate_requested",
    "remove_requested",
    "move_requested",
    "tune_requested",
    "reset_requested",
)


@pytest.fixture
def card(qtbot: QtBot, theme: Theme) -> RunCard:
    made = RunCard(MODEL, OFFER, theme)
    qtbot.addWidget(made)
    made.resize(280, 240)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


@pytest.fixture
def heard(card: RunCard) -> list[tuple[Any, ...]]:
    log: list[tuple[Any, ...]] = []
    for name in SIGNALS:
        getattr(card, name).connect(lambda *values, name=name: log.append((name, *values)))
    return log


def seen(card: RunCard) -> list[str]:
    QApplication.processEvents()  # a layout shows new rows when it comes to it
    return [name for name, row in card.rows.by_name.items() if row.isVisible()]


def test_setting_a_model_is_silent_and_shows_it(card: RunCard, heard: list[tuple[Any, ...]]) -> None:
    card.set_model(ADAM)
    assert heard == []
    assert card.name.text() == "Ball"
    assert card.optimizer.currentText() == "Adam"
    assert card.eye.isChecked()
    assert card.rows.by_name["learning_rate"].value() == 0.5
    click(card.more)
    assert {name: row.value() for name, row in card.rows.by_name.items()} == dict(ADAM.values)
    assert heard == []


def test_rows_are_kept_while_the_hyperparameters_are_the_same(card: RunCard) -> None:
    card.set_model(ADAM)
    click(card.more)
    rows = dict(card.rows.by_name)
    card.set_model(replace(ADAM, values={"learning_rate": 0.25, "beta1": 0.5}))
    assert card.rows.by_name == rows
    assert rows["beta1"].value() == 0.5


def test_more_shows_the_other_rows(card: RunCard) -> None:
    assert not card.more.isVisible()
    card.set_model(ADAM)
    assert seen(card) == ["learning_rate"]
    click(card.more)
    assert seen(card) == ["learning_rate", "beta1"]
    click(card.more)
    assert seen(card) == ["learning_rate"]
    click(card.more)
    card.set_model(MODEL)
    card.set_model(ADAM)
    assert seen(card) == ["learning_rate", "beta1"]


def test_wishes_name_the_run(card: RunCard, heard: list[tuple[Any, ...]]) -> None:
    for name in card._actions:
        card._actions[name].trigger()
    assert sorted(heard) == [
        ("duplicate_requested", 7),
        ("move_requested", 7, -1),
        ("move_requested", 7, 1),
        ("remove_requested", 7),
        ("reset_requested", 7),
        ("tune_requested", 7),
    ]


def test_optimizer_eye_and_number_say_what_is_wished(card: RunCard, heard: list[tuple[Any, ...]]) -> None:
    choose(card.optimizer, "adam")
    click(card.eye)
    type_into(number_of(card.rows.by_name["learning_rate"]), "0.25")
    assert heard == [
        ("optimizer_chosen", 7, "adam"),
        ("visibility_toggled", 7, False),
        ("value_changed", 7, "learning_rate", 0.25, False),
    ]


def test_the_name_is_said_once_with_enter(card: RunCard, heard: list[tuple[Any, ...]]) -> None:
    type_into(card.name, "  Marble ")
    card.more.setFocus()
    assert heard == [("renamed", 7, "Marble")]


def test_the_name_is_said_on_leaving_the_field(card: RunCard, heard: list[tuple[Any, ...]]) -> None:
    type_into(card.name, "Marble", enter=False)
    card.optimizer.setFocus()
    assert heard == [("renamed", 7, "Marble")]


def test_a_name_that_was_not_taken_falls_back(card: RunCard) -> None:
    type_into(card.name, "Marble")
    assert card.name.text() == "Ball"


def test_a_model_that_comes_while_one_types_leaves_the_text(card: RunCard) -> None:
    type_into(card.name, "Mar", enter=False)
    card.set_model(ADAM)
    assert card.name.text() == "Mar"


def test_the_status_is_seen_when_there_is_one(card: RunCard) -> None:
    assert not card._status.isVisible()
    card.set_status("Diverged.", True)
    assert (card._status.isVisible(), card._status.property("role")) == (True, "error")
    card.set_status("Converged.", False)
    assert card._status.property("role") == "muted"
    card.set_status("", False)
    assert not card._status.isVisible()


def test_a_passing_wheel_changes_no_optimizer(card: RunCard, heard: list[tuple[Any, ...]]) -> None:
    assert card.optimizer.focusPolicy() == Qt.FocusPolicy.StrongFocus
    card.name.setFocus()
    QTest.keyClick(card.name, Qt.Key.Key_Up)
    assert heard == []


def test_every_control_has_a_name_for_screen_readers(card: RunCard) -> None:
    QApplication.sendEvent(card, QEvent(QEvent.Type.LanguageChange))
    for control in (card.name, card.eye, card.menu_button, card.optimizer):
        assert control.accessibleName()


def test_a_narrow_card_does_not_push_its_column_apart(card: RunCard) -> None:
    card.set_status("A long sentence about how this run diverged at iteration 12 and what may help. " * 2, True)
    assert card.minimumSizeHint().width() <= 300


def test_what_stands_on_a_card_moves_with_its_frame(card: RunCard, theme: Theme) -> None:
    card.setStyleSheet(style_sheet(theme))

    def left_of_name() -> int:
        QApplication.processEvents()
        return card.swatch.mapTo(card, card.swatch.rect().topLeft()).x()

    plain = left_of_name()
    card.set_model(replace(MODEL, branch=BranchModel("from A at 3", "no memory")))
    assert left_of_name() == plain + 12
    card.set_model(MODEL)
    assert left_of_name() == plain


def test_the_name_of_a_branchs_branch_has_room_to_its_end(card: RunCard, theme: Theme) -> None:
    card.setStyleSheet(style_sheet(theme))
    branch = BranchModel("from Gradient descent 2 at 15", "", depth=2)
    card.set_model(replace(MODEL, label="Gradient descent 3", branch=branch))
    card.resize(278, 300)  # as wide as the panel lets it be
    QApplication.processEvents()
    assert card.name.fontMetrics().horizontalAdvance("Gradient descent 3") <= card.name.width() - 8
