"""Stories about how the runs go along: by the same iteration, evaluations or epoch, or one of them alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from tests.gui.hands import choose, type_into
from tests.gui.stories.watcher import Watcher, at_the_saddle

if TYPE_CHECKING:
    from pathlib import Path

    from tests.gui.hands import Hands

Key = Qt.Key


@pytest.fixture
def watcher(hands: Hands) -> Watcher:
    return at_the_saddle(hands)


def test_by_the_same_evaluations_newton_falls_behind(watcher: Watcher) -> None:
    hands = watcher.hands
    newton = hands.keys[-1]
    choose(hands.desk.transport.pace, "evaluations")
    type_into(hands.field, "30")
    rows = watcher.lab.timekeeper.rows
    assert rows[newton] == 10  # a gradient and a Hessian, which counts as two
    assert {rows[key] for key in hands.keys[:-1]} == {30}
    assert {row.label: row.iteration for row in hands.desk.table._model.rows}["Newton"] == 10
    panel = hands.panel
    shown = {trail.key: mark.pos().toTuple() for trail, mark in zip(panel._trails, panel._marks, strict=False)}
    for key, row in rows.items():
        assert shown[key] == pytest.approx(tuple(hands.snapshots[key].params[row]))
    assert hands.session.view.pace == "evaluations"
    assert hands.edits == 1  # to open the scenario was the only edit


def test_steps_by_evaluations_go_to_where_somebody_takes_one(watcher: Watcher) -> None:
    hands = watcher.hands
    choose(hands.desk.transport.pace, "evaluations")
    hands.panel.setFocus()
    hands.key(Key.Key_Right)
    assert set(watcher.lab.timekeeper.rows.values()) == {0, 1}
    hands.key(Key.Key_Right)
    hands.key(Key.Key_Right)
    assert sorted(set(watcher.lab.timekeeper.rows.values())) == [1, 3]


def test_past_the_end_by_evaluations_runs_are_computed_further(watcher: Watcher) -> None:
    hands = watcher.hands
    steps = hands.session.steps
    choose(hands.desk.transport.pace, "evaluations")
    type_into(hands.field, str(2 * steps))
    watcher.see()
    assert hands.iteration == 2 * steps
    assert hands.session.steps >= 2 * steps
    assert watcher.lab.timekeeper.row(1) == min(2 * steps, hands.snapshots[1].last)


def test_marks_stand_where_the_clock_reaches_them(watcher: Watcher) -> None:
    hands = watcher.hands
    newton = hands.keys[-1]
    before = watcher.mark(newton, "at saddle")
    choose(hands.desk.transport.pace, "evaluations")
    after = watcher.mark(newton, "at saddle")
    assert (after.iteration, after.tick) == (before.iteration, 3 * before.tick)
    watcher.press(newton, after.tick)
    assert watcher.lab.timekeeper.row(newton) == after.iteration


def test_alone_only_the_chosen_run_moves(watcher: Watcher) -> None:
    hands = watcher.hands
    hands.lab.playback.go_to(10)
    choose(hands.desk.transport.pace, "alone")
    hands.panel.setFocus()
    hands.key(Key.Key_Right)
    watcher.press_name(2)
    hands.key(Key.Key_Left)
    hands.key(Key.Key_Left)
    assert [watcher.lab.timekeeper.row(key) for key in hands.keys] == [11, 8, 10, 10, 10]
    assert [row.iteration for row in hands.desk.table._model.rows] == [11, 8, 10, 10, 10]
    assert hands.desk.transport.tick() == 8
    choose(hands.desk.transport.pace, "iteration")
    assert set(watcher.lab.timekeeper.rows.values()) == {8}


def test_the_pace_comes_back_with_the_session(watcher: Watcher, tmp_path: Path) -> None:
    hands = watcher.hands
    choose(hands.desk.transport.pace, "evaluations")
    path = tmp_path / "paced.sandbox.json"
    assert hands.lab.documents.save(path)
    choose(hands.desk.transport.pace, "iteration")
    assert hands.lab.documents.reopen(path)
    assert hands.desk.transport.pace.pace() == "evaluations"


def test_where_runs_see_batches_parts_of_an_evaluation_can_be_seen(hands: Hands) -> None:
    hands.choose_surface("linear-regression")
    hands.settle()
    hands.lab.edits.change_value(1, "sampling.batch_size", 16, False)
    hands.settle()
    choose(hands.desk.transport.pace, "epoch")
    hands.panel.setFocus()
    hands.key(Key.Key_Right)
    assert hands.field.value() == 0.25
    assert [hands.lab.timekeeper.row(key) for key in hands.keys] == [1, 0, 0, 0]
    type_into(hands.field, "2.5")
    assert [hands.lab.timekeeper.row(key) for key in hands.keys] == [10, 2, 2, 2]
