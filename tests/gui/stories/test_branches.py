"""Stories about branches: what if, from here."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from engine.session import MOST_RUNS
from tests.gui.hands import CONTROL, LEFT, choose, click, number_of, pick, type_into
from tests.gui.stories.brancher import ALT, branch, branch_text, drag

if TYPE_CHECKING:
    from tests.gui.hands import Hands


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


@pytest.mark.parametrize("pace", ["evaluations", "alone"])
def test_by_any_pace_it_begins_where_its_parent_stands(hands: Hands, pace: str) -> None:
    choose(hands.card(1).optimizer, "newton-line-search")
    hands.settle()
    hands.lab.sessions.set_view(replace(hands.session.view, pace=pace))
    hands.lab.timekeeper.choose(2)
    hands.lab.playback.go_to(7)
    hands.settle()
    rows = {key: hands.lab.timekeeper.row(key) for key in (1, 2)}
    for key, row in rows.items():
        hands.menu(key, "branch")
        hands.settle()
        run = hands.session.run(hands.lab.timekeeper.chosen)
        assert run.branch is not None
        assert (run.branch.parent, run.branch.iteration) == (key, row)
        assert hands.lab.timekeeper.row(run.key) == row


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


def test_a_click_on_the_cards_line_goes_there(hands: Hands) -> None:
    new = branch(hands, 1, 12)
    hands.key(Qt.Key.Key_End)
    line = hands.card(new)._branch
    assert line is not None
    click(line.button)
    assert hands.iteration == 12


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
