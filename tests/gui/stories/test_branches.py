"""Stories about branches: what if, from here."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from engine.session import MOST_RUNS
from tests.gui.hands import CONTROL, LEFT, NONE, choose, click, number_of, pick, type_into

if TYPE_CHECKING:
    from tests.gui.hands import Hands

ALT = Qt.KeyboardModifier.AltModifier


def branch(hands: Hands, key: int, at: int) -> int:
    """Branch a run from its card's menu at an iteration, and return the branch's key."""
    hands.lab.playback.go_to(at)
    hands.menu(key, "branch")
    hands.rest()
    QTest.qWait(20)  # the map makes room for what is said above it
    return max(hands.keys)


def drag(hands: Hands, *pixels: QPoint, modifier: Qt.KeyboardModifier = NONE) -> None:
    """Press at the first place, pass the others, release at the last."""
    view = hands.panel.viewport()
    QTest.mousePress(view, LEFT, modifier, pixels[0])
    for pixel in pixels[1:]:
        QTest.mouseMove(view, pixel)
        hands.settle()
    QTest.mouseRelease(view, LEFT, modifier, pixels[-1])
    hands.settle()


def place(hands: Hands, key: int, row: int) -> QPoint:
    """Where a run is at a row, in the map's pixels."""
    return hands.pixel(*hands.snapshots[key].params[row].tolist())


def nudge_in_pixels(hands: Hands, key: int) -> tuple[int, int]:
    """How far a branch begins from where its parent was."""
    snapshot = hands.snapshots[key]
    assert snapshot.before is not None
    begin, own = hands.pixel(*snapshot.before.params[-1]), hands.pixel(*snapshot.params[snapshot.first])
    return own.x() - begin.x(), own.y() - begin.y()


def branch_text(hands: Hands, key: int) -> str:
    line = hands.card(key)._branch
    return line._text if line is not None and line.isVisible() else ""


def test_branching_from_the_menu_is_one_undo_and_says_what_it_did(hands: Hands) -> None:
    before = hands.session
    new = branch(hands, 1, 12)
    assert hands.keys == [1, new, 2, 3, 4]
    assert branch_text(hands, new) == "from SGD at 12"
    assert "SGD at 12" in hands.message
    assert hands.iteration == 12
    assert hands.lab.timekeeper.chosen == new
    assert hands.edits == 1
    hands.assert_consistent()
    hands.undo()
    hands.settle()
    assert hands.session == before
    hands.redo()
    hands.settle()
    assert hands.keys == [1, new, 2, 3, 4]
    hands.assert_consistent()


def test_a_branch_looks_like_its_parent_but_not_the_same(hands: Hands) -> None:
    new = branch(hands, 1, 12)
    styles = {run.key: run.style for run in hands.session.runs}
    assert styles[new] % 8 == styles[1] % 8
    assert styles[new] != styles[1]
    assert hands.card(new).property("depth") == "1"
    newest = branch(hands, new, 20)
    assert hands.keys == [1, new, newest, 2, 3, 4]
    assert hands.card(newest).property("depth") == "2"


def test_until_something_is_changed_it_repeats_its_parent(hands: Hands) -> None:
    new = branch(hands, 2, 9)
    assert hands.snapshots[new].table.tobytes() == hands.snapshots[2].table.tobytes()
    type_into(number_of(hands.row(new, "momentum")), "0.5")
    hands.settle()
    own, parent = hands.snapshots[new], hands.snapshots[2]
    assert (own.params[:10] == parent.params[:10]).all()
    assert (own.params[10:] != parent.params[10:]).all()
    assert "velocity" in hands.card(new)._branch.state.text()  # type: ignore[union-attr]


def test_the_key_branches_the_run_whose_card_has_the_keyboard(hands: Hands) -> None:
    hands.lab.playback.go_to(5)
    hands.card(3).optimizer.setFocus()
    hands.key(Qt.Key.Key_B, CONTROL)
    hands.settle()
    assert hands.session.parent(hands.session.run(5)) == hands.session.run(3)


def test_elsewhere_the_key_branches_the_chosen_run(hands: Hands) -> None:
    hands.lab.timekeeper.choose(2)
    hands.panel.setFocus()
    hands.key(Qt.Key.Key_B, CONTROL)
    hands.settle()
    assert hands.session.parent(hands.session.run(5)) == hands.session.run(2)
    assert hands.session.run(5).branch.iteration == 0  # type: ignore[union-attr]


def test_the_run_menu_branches_too_and_stops_time(hands: Hands) -> None:
    hands.key(Qt.Key.Key_Space)
    assert hands.playing
    pick(hands.window.menus.run, "branch")
    assert not hands.lab.playback.playing
    assert len(hands.keys) == 5


def test_without_runs_there_is_nothing_to_branch(hands: Hands) -> None:
    for key in list(hands.keys):
        hands.menu(key, "remove")
    hands.rest()
    hands.key(Qt.Key.Key_B, CONTROL)
    assert hands.session.runs == ()
    assert "no run" in hands.message


def test_there_is_an_end_to_branching(hands: Hands) -> None:
    while len(hands.session.runs) < MOST_RUNS:
        hands.lab.edits.add_run("adam")
    before = hands.session
    hands.menu(1, "branch")
    assert hands.session is before
    assert str(MOST_RUNS) in hands.message
    drag(hands, hands.pixel(*before.start), hands.pixel(0, 0), modifier=ALT)
    assert hands.session is before
    hands.settle()


def test_the_trail_begins_where_it_leaves_its_parent(hands: Hands) -> None:
    new = branch(hands, 1, 12)
    (line,) = (line for line, key in zip(hands.panel._past._lines, hands.panel.keys, strict=True) if key == new)
    assert np.isnan(line.points[:12]).all()
    assert np.isfinite(line.points[12:]).all()
    click(hands.card(1).eye)  # nobody else draws the way there now
    hands.settle()
    (line,) = (line for line, key in zip(hands.panel._past._lines, hands.panel.keys, strict=True) if key == new)
    assert np.isfinite(line.points).all()


def test_before_it_leaves_only_the_parents_marker_is_shown(hands: Hands) -> None:
    new = branch(hands, 1, 12)
    marks = dict(zip(hands.panel.keys, hands.panel._marks, strict=False))
    assert marks[new].isVisible()
    hands.key(Qt.Key.Key_Left)
    assert not marks[new].isVisible()
    assert marks[1].isVisible()


def test_side_by_side_a_branch_has_its_whole_way(hands: Hands) -> None:
    new = branch(hands, 1, 12)
    hands.key(Qt.Key.Key_2, CONTROL)
    hands.rest()
    panel = next(panel for panel in hands.desk.stage.panels if panel.keys == (new,))
    assert np.isfinite(panel._past._lines[0].points).all()
    (mark,) = (mark for mark in hands.desk.stage.handles._marks[panel] if mark.point)
    assert mark.point is not None
    assert mark.point.key == new


def test_drawn_alone_the_last_step_it_shares_ends_where_its_parent_was(hands: Hands) -> None:
    new = branch(hands, 1, 12)
    type_into(number_of(hands.row(new, "branch.nudge.1")), "1.5")
    click(hands.card(1).eye)
    hands.rest()
    (line,) = (line for line, key in zip(hands.panel._past._lines, hands.panel.keys, strict=True) if key == new)
    assert line.rows(12, 12)[0].tolist() == hands.snapshots[1].params[12].tolist()
    assert line.rows(12, 12)[-1].tolist() == hands.snapshots[new].params[12].tolist()
    assert np.isnan(line.rows(12, 12)[1]).all()


def test_a_click_on_the_cards_line_goes_there(hands: Hands) -> None:
    new = branch(hands, 1, 12)
    hands.key(Qt.Key.Key_End)
    line = hands.card(new)._branch
    assert line is not None
    click(line.button)
    assert hands.iteration == 12


def test_its_point_is_dragged_live_as_one_undo(hands: Hands) -> None:
    new = branch(hands, 1, 12)
    before, begin = hands.session, place(hands, new, 12)
    drag(hands, begin, begin + QPoint(10, 10), begin + QPoint(40, 60))
    assert hands.edits == 2
    moved = hands.snapshots[new]
    assert nudge_in_pixels(hands, new) == pytest.approx((40, 60), abs=1)
    assert (moved.params[:12] == hands.snapshots[1].params[:12]).all()
    assert hands.session.start == before.start
    hands.undo()
    hands.settle()
    assert hands.session == before


def test_brought_back_it_is_no_nudge(hands: Hands) -> None:
    new = branch(hands, 1, 12)
    begin = place(hands, new, 12)
    drag(hands, begin, begin + QPoint(40, 60), begin + QPoint(3, 2))
    assert hands.session.run(new).branch.nudge == ()  # type: ignore[union-attr]
    assert hands.edits == 1  # nothing has changed
    assert hands.snapshots[new].table.tobytes() == hands.snapshots[1].table.tobytes()


def test_a_double_click_on_its_point_puts_it_back(hands: Hands) -> None:
    new = branch(hands, 1, 12)
    begin = place(hands, new, 12)
    drag(hands, begin, begin + QPoint(40, 60))
    view = hands.panel.view()
    QTest.mouseDClick(hands.panel.viewport(), LEFT, NONE, begin + QPoint(40, 60))
    hands.settle()
    assert hands.session.run(new).branch.nudge == ()  # type: ignore[union-attr]
    assert hands.panel.view() == view


def test_a_click_on_its_point_goes_there_and_moves_no_start(hands: Hands) -> None:
    new = branch(hands, 1, 12)
    hands.key(Qt.Key.Key_Home)
    before = hands.session
    QTest.mouseClick(hands.panel.viewport(), LEFT, NONE, place(hands, new, 12))
    assert hands.iteration == 12
    assert hands.session == before


def test_a_run_is_pulled_away_with_alt(hands: Hands) -> None:
    hands.lab.playback.go_to(12)
    before = hands.session
    begin = place(hands, 3, 12)
    drag(hands, begin, begin + QPoint(20, 0), begin + QPoint(60, 30), modifier=ALT)
    new = max(hands.keys)
    run = hands.session.run(new)
    assert hands.session.parent(run) == hands.session.run(3)
    assert nudge_in_pixels(hands, new) == pytest.approx((60, 30), abs=2)  # meanwhile the map may make room
    assert hands.edits == 1
    hands.assert_consistent()
    hands.undo()
    hands.settle()
    assert hands.session == before


def test_alt_on_a_run_without_moving_does_nothing(hands: Hands) -> None:
    hands.lab.playback.go_to(12)
    before = hands.session
    begin = place(hands, 3, 12)
    drag(hands, begin, begin + QPoint(1, 1), modifier=ALT)
    assert hands.session == before


def test_at_the_start_the_start_is_dragged_and_with_alt_the_branch(hands: Hands) -> None:
    new = branch(hands, 1, 0)
    begin = hands.pixel(*hands.session.start)
    drag(hands, begin, begin + QPoint(30, 30), modifier=ALT)
    assert any(hands.session.run(new).branch.nudge)  # type: ignore[union-attr]
    assert hands.session.start == (-7.0, 2.0)
    assert np.isclose(hands.snapshots[new].params[0], hands.snapshots[1].params[0]).sum() == 0
    drag(hands, begin, begin + QPoint(-10, 40))
    assert hands.session.start != (-7.0, 2.0)
    hands.settle()


def test_the_numbers_of_a_nudge_are_typed(hands: Hands) -> None:
    new = branch(hands, 1, 12)
    type_into(number_of(hands.row(new, "branch.nudge.1")), "-0.5")
    hands.settle()
    shift = hands.snapshots[new].params[12] - hands.snapshots[1].params[12]
    assert shift.tolist() == pytest.approx([0.0, -0.5])
    type_into(number_of(hands.row(new, "branch.nudge.1")), "0")
    assert hands.session.run(new).branch.nudge == ()  # type: ignore[union-attr]
    hands.settle()


def test_it_leaves_earlier_or_later_by_number(hands: Hands) -> None:
    new = branch(hands, 1, 12)
    type_into(number_of(hands.row(new, "branch.iteration")), "20")
    hands.settle()
    assert branch_text(hands, new) == "from SGD at 20"
    assert hands.snapshots[new].first == 20


def test_state_is_carried_or_fresh_as_the_card_says(hands: Hands) -> None:
    new = branch(hands, 2, 9)
    line = hands.card(new)._branch
    assert line is not None
    assert line.state.text() == "carries velocity"
    carried = hands.snapshots[new].state("velocity")[9].copy()
    assert carried.any()
    row = hands.row(new, "branch.carry")
    assert row._check is not None
    QTest.mouseClick(row._check, LEFT, pos=QPoint(8, row._check.height() // 2))
    hands.settle()
    assert line.state.text() == "begins with no memory"
    assert not hands.snapshots[new].state("velocity")[9].any()
    assert (hands.snapshots[new].state("velocity")[8] == hands.snapshots[2].state("velocity")[8]).all()


def test_another_optimizer_gives_the_branch_its_name(hands: Hands) -> None:
    new = branch(hands, 1, 12)
    choose(hands.card(new).optimizer, "adam")
    hands.settle()
    assert hands.session.run(new).label == "Adam 2"
    assert hands.snapshots[new].layout.state_fields[0][0] == "first_moment"
    hands.assert_consistent()


def test_another_stream_of_chance_from_here_on(hands: Hands) -> None:
    choose(hands.card(1).optimizer, "langevin")
    hands.settle()
    new = branch(hands, 1, 12)
    type_into(number_of(hands.row(new, "sampling.stream")), "9")
    hands.settle()
    own, parent = hands.snapshots[new], hands.snapshots[1]
    assert (own.params[:13] == parent.params[:13]).all()
    assert (own.params[13:] != parent.params[13:]).all()


def test_the_branch_follows_what_is_changed_on_its_parent(hands: Hands) -> None:
    new = branch(hands, 1, 12)
    type_into(number_of(hands.row(new, "learning_rate")), "0.5")
    type_into(number_of(hands.row(1, "learning_rate")), "0.2")
    hands.settle()
    assert (hands.snapshots[new].params[:13] == hands.snapshots[1].params[:13]).all()


def test_a_parent_that_diverges_is_left_at_its_end(hands: Hands) -> None:
    new = branch(hands, 1, 20)
    type_into(number_of(hands.row(new, "learning_rate")), "0.5")
    type_into(number_of(hands.row(1, "learning_rate")), "2")
    hands.settle()
    end = hands.snapshots[1].last
    assert end < 20
    assert hands.snapshots[new].first == end
    assert f"ends at iteration {end}" in hands.card(new)._status.text()
    assert hands.snapshots[new].last == 30


def test_removing_the_parent_leaves_the_branch_as_it_was(hands: Hands) -> None:
    new = branch(hands, 2, 9)
    type_into(number_of(hands.row(new, "momentum")), "0.5")
    hands.settle()
    before, table = hands.session, hands.snapshots[new].table.copy()
    hands.menu(2, "remove")
    hands.rest()
    assert hands.keys == [1, new, 3, 4]
    assert hands.snapshots[new].table.tobytes() == table.tobytes()
    assert branch_text(hands, new) == "from Momentum (removed) at 9"
    assert np.isfinite(hands.panel._past._lines[1].points).all()  # nobody else draws the way there
    hands.assert_consistent()
    hands.undo()
    hands.rest()
    assert hands.session == before
    assert hands.snapshots[new].table.tobytes() == table.tobytes()
    assert branch_text(hands, new) == "from Momentum at 9"


def test_a_branch_at_the_end_of_a_converged_run_goes_on_when_it_is_nudged(hands: Hands) -> None:
    choose(hands.card(1).optimizer, "newton")
    hands.settle()
    end = hands.snapshots[1].last
    new = branch(hands, 1, end)
    assert hands.snapshots[new].status is hands.snapshots[1].status
    type_into(number_of(hands.row(new, "branch.nudge.0")), "2")
    hands.settle()
    assert hands.snapshots[new].last > end
    hands.assert_consistent()


def test_another_surface_moves_its_rows_along(hands: Hands) -> None:
    new = branch(hands, 1, 12)
    specs = hands.card(new)._model.specs
    hands.choose_surface("himmelblau")
    hands.rest()
    assert hands.card(new)._model.specs != specs
    hands.assert_consistent()


def test_a_duplicate_of_a_branch_is_one(hands: Hands) -> None:
    new = branch(hands, 2, 9)
    hands.menu(new, "duplicate")
    hands.settle()
    copy = max(hands.keys)
    assert hands.session.run(copy).branch == hands.session.run(new).branch
    assert (hands.snapshots[copy].table == hands.snapshots[new].table).all()


def test_on_the_landscape_it_begins_where_it_leaves_its_parent_too(hands: Hands) -> None:
    branch(hands, 1, 12)
    hands.key(Qt.Key.Key_3, CONTROL)
    hands.rest()
    relief = hands.desk.relief
    assert relief is not None
    hands.window.grab()
    parent, own = relief._runs._ways[:2]
    assert parent.index.min() == 0
    assert own.index[np.isfinite(own.world).all(axis=1)].min() == 12
