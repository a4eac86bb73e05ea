"""Stories about the runs and their cards."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from engine.hyperparameters import hyperparameters
from engine.optimizers import OPTIMIZERS
from engine.session import MOST_RUNS
from tests.gui.hands import CONTROL, LEFT, box_of, choose, click, drag_slider, number_of, pick, slider_of, type_into

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.gui.hands import Hands


def rename(hands: Hands, key: int, text: str) -> None:
    type_into(hands.card(key).name, text)


def tune(hands: Hands) -> None:
    hands.key(Qt.Key.Key_T, CONTROL)
    hands.rest()


EDITS: dict[str, Callable[[Hands], object]] = {
    "add": lambda hands: hands.add("adam"),
    "duplicate": lambda hands: hands.menu(2, "duplicate"),
    "remove": lambda hands: hands.menu(3, "remove"),
    "up": lambda hands: hands.menu(3, "up"),
    "down": lambda hands: hands.menu(1, "down"),
    "rename": lambda hands: rename(hands, 2, "Ball"),
    "hide": lambda hands: click(hands.card(4).eye),
    "optimizer": lambda hands: choose(hands.card(1).optimizer, "rmsprop"),
    "slider": lambda hands: drag_slider(slider_of(hands.row(1, "learning_rate")), 300, 500, 800),
    "number": lambda hands: type_into(number_of(hands.row(2, "momentum")), "0.5"),
    "choice": lambda hands: choose(box_of(hands.row(4, "form")), "pytorch"),
    "schedule": lambda hands: choose(box_of(hands.row(1, "schedule")), "step"),
    "start": lambda hands: hands.drag_start((-5.0, 1.0), (-4.0, 0.5)),
    "typed start": lambda hands: type_into(hands.desk.surface.start_y, "0.25"),
    "surface": lambda hands: hands.choose_surface("himmelblau"),
    "scenario": lambda hands: pick(hands.window.menus.scenarios, "saddle-escape"),
    "tune": lambda hands: tune(hands),
}


@pytest.mark.parametrize("name", EDITS)
def test_every_kind_of_edit_is_one_undo_and_comes_back_equal(hands: Hands, name: str) -> None:
    before = hands.session
    EDITS[name](hands)
    hands.settle()
    after = hands.session
    assert after != before
    assert hands.edits == 1
    hands.assert_consistent()
    hands.undo()
    hands.settle()
    assert hands.session == before
    hands.assert_consistent()
    hands.redo()
    hands.settle()
    assert hands.session == after
    hands.assert_consistent()


def test_all_edits_in_a_row_are_undone_one_by_one(hands: Hands) -> None:
    names = ("add", "rename", "slider", "number", "up", "schedule", "typed start", "duplicate", "hide", "remove")
    past = []
    for name in names:
        past.append(hands.session)
        EDITS[name](hands)
    hands.settle()
    latest = hands.session
    assert hands.edits == len(names)
    for session in reversed(past):
        hands.undo()
        assert hands.session == session
    for _ in names:
        hands.redo()
    assert hands.session == latest
    hands.settle()
    hands.assert_consistent()


def test_undo_and_redo_are_offered_by_name(hands: Hands) -> None:
    undo, redo = (hands.window.actions_by_name[name] for name in ("undo", "redo"))
    assert (undo.isEnabled(), redo.isEnabled()) == (False, False)
    assert (undo.text(), redo.text()) == ("&Undo", "&Redo")
    hands.add("adam")
    assert (undo.isEnabled(), redo.isEnabled()) == (True, False)
    assert undo.text() == "&Undo add run"
    hands.undo()
    assert (undo.text(), redo.text()) == ("&Undo", "&Redo add run")


def test_every_optimizer_is_found_and_shows_all_its_rows_and_runs(hands: Hands) -> None:
    for key in hands.keys[1:]:
        hands.menu(key, "remove")
    for name in [*OPTIMIZERS, "gradient-descent"][1:]:
        choose(hands.card(1).optimizer, name)
        run = hands.session.run(1)
        assert run.optimizer.name == name
        hands.row(1, "schedule")
        rows = hands.card(1).rows.by_name
        assert set(run.optimizer.values()) <= set(rows)
        assert all(row.isVisible() for row in rows.values())
        hands.settle()
        assert hands.message == ""
    hands.assert_consistent()


def test_a_run_is_added_from_the_list(hands: Hands) -> None:
    hands.add("cma")
    hands.settle()
    assert hands.session.runs[-1].optimizer.name == "cma-es"
    assert len(hands.snapshots) == 5
    hands.assert_consistent()


def test_a_part_is_chosen_like_an_optimizer_and_brings_its_own_rows(hands: Hands) -> None:
    choose(hands.card(1).optimizer, "switch")
    type_into(number_of(hands.row(1, "at")), "7")
    type_into(number_of(hands.row(1, "second.learning_rate")), "0.3")
    box = box_of(hands.row(1, "first"))
    choose(box, "nesterov")
    values = hands.session.run(1).optimizer.values()
    assert (values["first"], values["at"], values["second.learning_rate"]) == ("nesterov", 7, 0.3)
    assert hands.row(1, "first.momentum").isVisible()
    assert "first.beta1" not in hands.card(1).rows.by_name
    assert box is box_of(hands.row(1, "first"))
    assert box.currentText() == "Nesterov momentum"
    hands.settle()
    hands.undo()
    assert box.currentText() == "Adam"
    hands.settle()
    hands.assert_consistent()


def test_the_book_s_name_follows_the_optimizer(hands: Hands) -> None:
    choose(hands.card(1).optimizer, "newton")
    assert hands.session.run(1).label == "Newton"
    choose(hands.card(1).optimizer, "rmsprop")
    assert hands.session.run(1).label == "RMSProp"


def test_a_card_chooses_another_optimizer_and_shows_its_hyperparameters(hands: Hands) -> None:
    choose(hands.card(2).optimizer, "adam")
    hands.settle()
    run = hands.session.run(2)
    assert run.optimizer.name == "adam"
    assert run.label == "Adam 2"
    assert hands.row(2, "beta1").value() == 0.9
    assert hands.row(2, "beta2").isVisible()
    hands.assert_consistent()


def test_a_name_given_by_hand_stays_when_the_optimizer_changes(hands: Hands) -> None:
    rename(hands, 2, "Momentum's twin")
    choose(hands.card(2).optimizer, "adam")
    assert hands.session.run(2).label == "Momentum's twin"


def test_a_name_that_is_taken_gets_a_number(hands: Hands) -> None:
    rename(hands, 2, "Adam")
    assert hands.session.run(2).label == "Adam 2"
    assert hands.card(2).name.text() == "Adam 2"


@pytest.mark.parametrize("text", ["", "   ", "Momentum"])
def test_an_empty_or_equal_name_changes_nothing(hands: Hands, text: str) -> None:
    name = hands.card(2).name
    type_into(name, text, enter=False)
    if not text:
        QTest.keyClick(name, Qt.Key.Key_Delete)
    QTest.keyClick(name, Qt.Key.Key_Return)
    assert hands.edits == 0
    assert name.text() == "Momentum"


def test_a_duplicate_stands_behind_its_original_with_the_same_numbers(hands: Hands) -> None:
    hands.menu(2, "duplicate")
    hands.settle()
    assert hands.keys == [1, 2, 5, 3, 4]
    assert hands.shown == hands.keys
    original, copy = hands.session.run(2), hands.session.run(5)
    assert copy.optimizer == original.optimizer
    assert copy.style not in {run.style for run in hands.session.runs if run is not copy}
    assert (hands.snapshots[5].table == hands.snapshots[2].table).all()


def test_a_hidden_run_leaves_stage_curves_and_table_and_comes_back(hands: Hands) -> None:
    click(hands.card(1).eye)
    hands.settle()
    assert len(hands.panel._trails) == 3
    assert len(hands.desk.table._model.rows) == 3
    hands.assert_consistent()
    click(hands.card(1).eye)
    hands.settle()
    assert len(hands.panel._trails) == 4


def test_without_runs_the_stage_says_what_to_do(hands: Hands) -> None:
    for key in list(hands.keys):
        hands.menu(key, "remove")
    hands.rest()
    assert hands.session.runs == ()
    assert hands.desk.stage._empty.isVisible()
    assert hands.desk.runs._empty.isVisible()
    assert hands.desk.table._model.rowCount() == 0
    assert hands.desk.transport.last() == 0
    hands.key(Qt.Key.Key_Right)
    hands.key(Qt.Key.Key_End)
    hands.key(Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    hands.window.grab()
    assert hands.iteration == 0
    hands.add("adam")
    hands.rest()
    assert not hands.desk.stage._empty.isVisible()
    assert not hands.desk.runs._empty.isVisible()
    hands.assert_consistent()


@pytest.mark.parametrize("what", ["name", "number"])
def test_removing_a_run_drops_what_is_being_typed_into_its_card(hands: Hands, what: str) -> None:
    field = hands.card(2).name if what == "name" else number_of(hands.row(2, "learning_rate"))
    type_into(field, "0.25", enter=False)
    hands.lab.edits.remove_run(2)  # by no click, which would take the focus away first
    hands.settle()
    assert hands.keys == [1, 3, 4]
    assert hands.edits == 1
    hands.assert_consistent()


def test_another_optimizer_drops_what_is_being_typed(hands: Hands) -> None:
    choose(hands.card(1).optimizer, "adam")
    type_into(number_of(hands.row(1, "beta1")), "0.5", enter=False)
    hands.undo()
    hands.settle()
    assert hands.session.run(1).optimizer.name == "gradient-descent"
    assert hands.message == ""


def test_a_slider_drag_recomputes_live_and_is_one_undo(hands: Hands) -> None:
    before = hands.session
    slider = slider_of(hands.row(1, "learning_rate"))
    middle = slider.rect().center().y()
    place = slider.rect().center()
    place.setX(slider.x_of(slider.value()))
    QTest.mousePress(slider, LEFT, pos=place)
    seen = set()
    for position in (300, 600, 900):
        place.setX(slider.x_of(position))
        place.setY(middle)
        QTest.mouseMove(slider, place)
        hands.settle()
        seen.add(hands.snapshots[1].loss[5])
    QTest.mouseRelease(slider, LEFT, pos=place)
    assert len(seen) == 3
    assert hands.edits == 1
    hands.undo()
    assert hands.session == before
    assert hands.row(1, "learning_rate").value() == before.run(1).optimizer.learning_rate


def test_drags_of_two_sliders_do_not_merge(hands: Hands) -> None:
    drag_slider(slider_of(hands.row(1, "learning_rate")), 300, 500)
    drag_slider(slider_of(hands.row(2, "learning_rate")), 300, 500)
    drag_slider(slider_of(hands.row(2, "learning_rate")), 700, 800)
    assert hands.edits == 3


def test_a_double_click_on_a_name_resets_and_is_one_undo(hands: Hands) -> None:
    row = hands.row(1, "learning_rate")
    QTest.mouseDClick(row._label, LEFT)
    default = OPTIMIZERS["gradient-descent"]().learning_rate
    assert hands.session.run(1).optimizer.learning_rate == default
    assert hands.edits == 1
    hands.undo()
    assert row.value() == 0.95


def test_resetting_a_card_is_one_undo(hands: Hands) -> None:
    choose(box_of(hands.row(4, "schedule")), "step")
    before = hands.session
    hands.menu(4, "reset")
    hands.settle()
    assert hands.session.run(4).schedule.name == "constant"
    assert hands.session.run(4).optimizer == OPTIMIZERS["adam"]()
    hands.undo()
    assert hands.session == before


def typed_hyperparameters() -> list[tuple[str, str]]:
    """Return one number for each way in which numbers are limited."""
    kinds = {
        (type(parameter.default), parameter.minimum, parameter.below): (cls.name, parameter.name)
        for cls in reversed(list(OPTIMIZERS.values()))
        for parameter in hyperparameters(cls)
        if not parameter.choices and not isinstance(parameter.default, bool)
    }
    return list(kinds.values())


@pytest.mark.parametrize(("optimizer", "name"), typed_hyperparameters())
def test_whatever_is_typed_is_taken_or_refused_beside_it(hands: Hands, optimizer: str, name: str) -> None:
    if optimizer != "gradient-descent":
        choose(hands.card(1).optimizer, optimizer)
    row = hands.row(1, name)
    for text in ("-1", "0", "0.5", "1", "2", "1e300", "inf", "x"):
        type_into(number_of(row), text)
        value = hands.session.run(1).optimizer.values()[name]
        assert row.value() == value
        assert row._error.isVisible() or number_of(row).value() == pytest.approx(float(text))
    hands.settle()
    assert hands.message == ""


def test_newton_remarks_on_its_hessian(hands: Hands) -> None:
    hands.choose_surface("saddle")
    choose(hands.card(1).optimizer, "newton")
    hands.settle()
    assert "indefinite" in hands.card(1)._status.text()
    assert hands.card(1)._status.isVisible()
    remarks = [row.remark for row in hands.desk.table._model.rows]
    assert "indefinite" in remarks[0]
    assert remarks[1:] == [""] * 3 or all("Hessian" not in remark for remark in remarks[1:])


def test_newton_on_a_plane_says_the_hessian_is_singular(hands: Hands) -> None:
    hands.choose_surface("plane")
    choose(hands.card(1).optimizer, "newton")
    hands.settle()
    assert "singular" in hands.card(1)._status.text().lower()


def test_there_is_an_end_to_adding_runs(hands: Hands) -> None:
    while len(hands.session.runs) < MOST_RUNS:
        hands.lab.edits.add_run("adam")
    before = hands.session
    hands.add("adam")
    hands.menu(1, "duplicate")
    assert hands.session is before
    assert str(MOST_RUNS) in hands.message
    hands.settle()
