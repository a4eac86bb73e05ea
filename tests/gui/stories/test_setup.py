"""Stories about what is minimised and where it starts: surfaces, their parameters, the start, tuning."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from gui.presenting import is_trouble
from surfaces import CATALOGUE
from tests.gui.hands import CONTROL, LEFT, drag_slider, number_of, slider_of, type_into

if TYPE_CHECKING:
    from tests.gui.hands import Hands


def status_of(hands: Hands, key: int) -> str:
    """What the card of a run says."""
    return hands.card(key)._status.text()


def test_dragging_the_start_recomputes_live_and_is_one_undo(hands: Hands) -> None:
    before = hands.session
    view = hands.panel.viewport()
    QTest.mousePress(view, LEFT, pos=hands.pixel(*before.start))
    for place in ((-5.0, 1.0), (-4.0, -1.0), (-3.0, -1.5)):
        QTest.mouseMove(view, hands.pixel(*place))
        hands.settle()
        assert hands.session.start == pytest.approx(place, abs=0.1)
        assert all(tuple(s.params[0]) == hands.session.start for s in hands.snapshots.values())
        hands.assert_consistent()
    QTest.mouseRelease(view, LEFT, pos=hands.pixel(-3.0, -1.5))
    assert hands.edits == 1
    after = hands.session
    hands.undo()
    hands.settle()
    assert hands.session == before
    hands.assert_consistent()
    hands.redo()
    assert hands.session == after


def test_two_drags_are_two_undos(hands: Hands) -> None:
    hands.drag_start((-5.0, 1.0))
    first = hands.session
    hands.drag_start((-4.0, 1.0), (-3.0, 1.0))
    assert hands.edits == 2
    hands.undo()
    assert hands.session == first


def test_a_drag_after_undo_is_an_edit_of_its_own(hands: Hands) -> None:
    begin = hands.session
    hands.drag_start((-5.0, 1.0))
    first = hands.session
    hands.drag_start((-4.0, 1.0))
    hands.undo()
    hands.drag_start((-2.0, -1.0))
    assert hands.edits == 2
    hands.undo()
    assert hands.session == first
    hands.undo()
    assert hands.session == begin


def test_the_start_is_typed(hands: Hands) -> None:
    type_into(hands.desk.surface.start_x, "3.5")
    type_into(hands.desk.surface.start_y, "-1")
    hands.settle()
    assert hands.session.start == (3.5, -1.0)
    assert hands.edits == 2
    hands.assert_consistent()
    hands.undo()
    assert hands.session.start == (3.5, 2.0)
    assert hands.desk.surface.start_y.value() == 2.0


@pytest.mark.parametrize("text", ["abc", "", "1e999", "nan", "1,,2"])
def test_no_number_in_the_start_field_says_so_beside_it_and_changes_nothing(hands: Hands, text: str) -> None:
    before, field = hands.session, hands.desk.surface.start_x
    QTest.mouseClick(field, LEFT, pos=field.rect().center())
    QTest.keyClick(field, Qt.Key.Key_A, CONTROL)
    QTest.keyClick(field, Qt.Key.Key_Delete)
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.complaint()
    note = field._note
    assert note is not None
    assert note.isVisible()
    assert note.text() == field.complaint()
    below = field.mapTo(hands.window, field.rect().bottomLeft())
    assert abs(note.y() - below.y()) < 20
    assert hands.session is before
    assert hands.edits == 0


@pytest.mark.parametrize("text", ["1e200", "-1e308", "1e-300"])
def test_a_start_far_out_is_said_and_breaks_nothing(hands: Hands, text: str) -> None:
    type_into(hands.desk.surface.start_x, text)
    hands.rest()
    hands.window.grab()
    for snapshot in hands.snapshots.values():
        assert np.isfinite(snapshot.loss).all() or is_trouble(snapshot.status)


@pytest.mark.parametrize("name", CATALOGUE)
def test_every_surface_of_the_list_is_shown_with_finite_or_marked_runs(hands: Hands, name: str) -> None:
    hands.lab.playback.go_to(12)
    hands.choose_surface(name)
    hands.rest()
    hands.window.grab()
    assert hands.session.surface.name == name
    assert hands.session.start == CATALOGUE[name].start or name == "book"
    assert list(hands.snapshots) == hands.keys
    for key, snapshot in hands.snapshots.items():
        finite = bool(np.isfinite(snapshot.table).all())
        assert finite or is_trouble(snapshot.status)
        assert is_trouble(snapshot.status) == status_of(hands, key).startswith(("Diverged", "Not finite"))
    assert hands.iteration == 0 or name == "book"
    assert hands.panel.view() == pytest.approx(CATALOGUE[name].bounds)
    assert hands.edits == (name != "book")
    hands.assert_consistent()


def test_choosing_a_surface_is_undone_with_its_start_and_its_place_in_the_list(hands: Hands) -> None:
    before = hands.session
    hands.choose_surface("himmelblau")
    hands.settle()
    hands.undo()
    hands.settle()
    assert hands.session == before
    assert hands.panel.view() == pytest.approx(CATALOGUE["book"].bounds)
    hands.assert_consistent()


def parameters() -> list[tuple[str, str]]:
    return [(row.name, parameter.name) for row in CATALOGUE.values() for parameter in row.parameters]


@pytest.mark.parametrize(("surface", "parameter"), parameters())
def test_a_parameter_of_the_surface_is_dragged_and_typed(hands: Hands, surface: str, parameter: str) -> None:
    if surface != hands.session.surface.name:
        hands.choose_surface(surface)
    hands.settle()
    base, before = hands.edits, hands.session
    row = hands.desk.surface._rows[parameter]
    drag_slider(slider_of(row), 200, 700, 900)
    dragged = hands.session
    assert hands.edits == base + 1
    assert dict(dragged.surface.parameters)[parameter] == row.value()
    for text in ("0", "-3", "1e12"):
        type_into(number_of(row), text)
        hands.rest()
        hands.window.grab()
        assert dict(hands.session.surface.parameters)[parameter] == float(text)
    assert hands.edits == base + 4
    for _ in range(3):
        hands.undo()
    assert hands.session == dragged
    assert row.value() == pytest.approx(dict(dragged.surface.parameters)[parameter])
    hands.undo()
    assert hands.session == before


def test_what_is_typed_into_a_row_that_goes_is_dropped(hands: Hands) -> None:
    hands.choose_surface("rotated-quadratic")
    row = next(iter(hands.desk.surface._rows.values()))
    type_into(number_of(row), "7", enter=False)
    hands.undo()
    hands.settle()
    assert hands.session.surface.parameters == ()
    assert hands.session.surface.name == "book"


def test_after_a_diverging_surface_tuning_is_offered_and_can_be_undone(hands: Hands) -> None:
    hands.choose_surface("rosenbrock")
    hands.rest()
    lost = [key for key, snapshot in hands.snapshots.items() if is_trouble(snapshot.status)]
    assert lost
    assert "diverged" in hands.message
    before, edits = hands.session, hands.edits
    button = hands.desk.messages._action
    assert button.isVisible()
    QTest.mouseClick(button, LEFT, pos=button.rect().center())
    hands.rest()
    assert hands.edits == edits + 1
    assert not any(is_trouble(snapshot.status) for snapshot in hands.snapshots.values())
    assert "tuned" in hands.message
    for run in hands.session.runs:
        assert hands.card(run.key).rows.by_name["learning_rate"].value() == run.optimizer.learning_rate
    hands.undo()
    hands.settle()
    assert hands.session == before
    assert [key for key, snapshot in hands.snapshots.items() if is_trouble(snapshot.status)] == lost
    assert not hands.desk.messages._action.isVisible()


def test_the_offer_to_tune_goes_with_its_surface(hands: Hands) -> None:
    hands.choose_surface("rosenbrock")
    hands.rest()
    assert hands.message
    hands.undo()
    hands.settle()
    assert hands.message == ""


def test_one_run_is_tuned_from_its_menu(hands: Hands) -> None:
    before = hands.session
    hands.menu(2, "tune")
    hands.rest()
    changed = [
        old.key for old, new in zip(before.runs, hands.session.runs, strict=True) if old.optimizer != new.optimizer
    ]
    assert changed == [2]
    hands.undo()
    assert hands.session == before


def test_a_huge_learning_rate_says_diverged_and_leaves_the_view_alone(hands: Hands) -> None:
    view = hands.panel.view()
    type_into(number_of(hands.row(1, "learning_rate")), "1e6")
    hands.rest()
    assert is_trouble(hands.snapshots[1].status)
    assert "iverged" in status_of(hands, 1) or "ot finite" in status_of(hands, 1)
    assert hands.card(1)._status.property("role") == "error"
    assert hands.panel.view() == view
    hands.window.grab()
    hands.assert_consistent()


def test_a_rate_beyond_all_bounds_breaks_nothing(hands: Hands) -> None:
    for key in hands.keys:
        type_into(number_of(hands.row(key, "learning_rate")), "1e300")
    hands.rest()
    hands.key(Qt.Key.Key_End)
    hands.window.grab()
    assert all(is_trouble(snapshot.status) for snapshot in hands.snapshots.values() if len(snapshot) < 31)


def test_the_pointer_is_told_in_the_status_bar(hands: Hands) -> None:
    QTest.mouseMove(hands.panel.viewport(), hands.pixel(1.0, 1.0))
    assert "loss" in hands.window._pointer.text()
    hands.panel.pointer_left.emit()
    assert hands.window._pointer.text() == ""


def test_a_double_click_fits_the_map_and_leaves_no_edit(hands: Hands) -> None:
    before, view = hands.session, hands.desk.stage.panels[0].viewport()
    place = hands.pixel(2.0, 1.0)
    QTest.mouseClick(view, LEFT, pos=place)
    QTest.mouseDClick(view, LEFT, pos=place)
    assert hands.session.start == before.start
    assert not hands.window.lab.sessions.undo_stack.canUndo()


def test_the_loss_of_one_scenario_leaves_nothing_in_the_next(hands: Hands) -> None:
    for name, lowest in (("saddle-escape", 0.0), ("local-minimum", 0.0), ("saddle-escape", 0.0)):
        hands.window.open_scenario(name)
        hands.settle()
        plot = hands.desk.loss_plot
        assert [curve.offset for curve in plot._curves] == [lowest] * len(hands.session.runs)
        assert [curve.at(0) for curve in plot._curves] == [s.loss[0] for s in hands.snapshots.values()]
