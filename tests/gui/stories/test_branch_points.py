"""Stories about where branches leave their parents, on the maps."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.gui.hands import CONTROL, LEFT, NONE, click, number_of, type_into
from tests.gui.stories.brancher import ALT, branch, drag, nudge_in_pixels, place

if TYPE_CHECKING:
    from tests.gui.hands import Hands


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


@pytest.mark.parametrize("modifier", [ALT, CONTROL])
def test_a_run_is_pulled_away_with_alt_or_ctrl(hands: Hands, modifier: Qt.KeyboardModifier) -> None:
    hands.lab.playback.go_to(12)
    before = hands.session
    begin = place(hands, 3, 12)
    drag(hands, begin, begin + QPoint(20, 0), begin + QPoint(60, 30), modifier=modifier)
    new = max(hands.keys)
    run = hands.session.run(new)
    assert hands.session.parent(run) == hands.session.run(3)
    assert nudge_in_pixels(hands, new) == pytest.approx((60, 30), abs=2)  # meanwhile the map may make room
    assert hands.edits == 1
    hands.until(lambda: len(hands.desk.table._model.rows) == len(hands.session.runs))
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
