"""Stories about branches in the timeline: what a branch has in common with its parent is told once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from gui.views.event_glyphs import BRANCH
from tests.gui.hands import CONTROL, click, number_of, type_into
from tests.gui.stories.brancher import branch
from tests.gui.stories.test_time import Clock, tick
from tests.gui.stories.watcher import Watcher, at_the_saddle

if TYPE_CHECKING:
    from tests.gui.hands import Hands

Key = Qt.Key
AT = 30


@pytest.fixture
def watcher(hands: Hands) -> Watcher:
    """Gradient descent at the saddle from 10 to 67, and a slower branch of it at 30 that stays there."""
    made = at_the_saddle(hands)
    new = branch(hands, 1, AT)
    type_into(number_of(hands.row(new, "learning_rate")), "0.02")
    hands.settle()
    made.see()
    return made


def kinds(watcher: Watcher, key: int) -> list[tuple[int, str]]:
    return [(mark.tick, mark.kind) for mark in watcher.row(key).marks]


def test_a_branch_has_its_own_events_and_shows_where_it_began(watcher: Watcher) -> None:
    new = max(watcher.hands.keys)
    assert kinds(watcher, 1)[:2] == [(2, "approaching saddle"), (10, "at saddle")]
    assert kinds(watcher, new) == [(10, "at saddle"), (AT, BRANCH)]
    row = watcher.row(new)
    assert (watcher.row(1).begin, row.begin, row.points[0, 0]) == (0, AT, AT)
    assert row.marks[1].text == "Branches off Gradient descent at iteration 30."
    watcher.press(new, AT)
    assert watcher.hands.iteration == AT
    assert "branches off Gradient descent" in watcher.told


def test_what_both_have_in_common_is_in_the_table_once(watcher: Watcher) -> None:
    watcher.hands.window.docks["events"].raise_()
    watcher.hands.settle()
    listed = [(row.label, row.mark.kind, row.mark.iteration) for row in watcher.hands.desk.events._model.rows]
    assert len(listed) == len(set(listed))
    assert [kind for label, kind, _ in listed if label == "Gradient descent 2"] == ["at saddle", BRANCH]


def test_the_keys_visit_it_once_and_pausing_stops_there(watcher: Watcher) -> None:
    hands, clock = watcher.hands, Clock()
    hands.panel.setFocus()
    watcher.lab.playback._clock = clock
    watcher.lab.playback._drop_anchor()
    hands.lab.playback.go_to(0)
    ticks = sorted({mark.tick for row in watcher.timeline._rows for mark in row.marks if mark.tick > 0})
    visited = []
    for _ in ticks:
        hands.key(Key.Key_Right, CONTROL)
        visited.append(hands.iteration)
    assert visited == ticks
    next(a for a in watcher.bar.transport.stops.kinds.actions() if a.data() == BRANCH).trigger()
    hands.lab.playback.go_to(0)
    hands.key(Key.Key_Space)
    tick(hands, clock, 1000.0)
    assert (hands.iteration, hands.playing) == (AT, False)
    assert watcher.told == "Gradient descent 2: branches off Gradient descent at iteration 30."


def test_when_nobody_sees_the_parent_the_branch_tells_it_all(watcher: Watcher) -> None:
    new = max(watcher.hands.keys)
    click(watcher.hands.card(1).eye)
    watcher.see()
    assert kinds(watcher, new) == [(2, "approaching saddle"), (10, "at saddle"), (AT, BRANCH)]
    assert watcher.row(new).begin == 0
    click(watcher.hands.card(1).eye)
    watcher.see()
    assert kinds(watcher, new) == [(10, "at saddle"), (AT, BRANCH)]


def test_branches_can_be_left_out(watcher: Watcher) -> None:
    next(action for action in watcher.bar.kinds.actions() if action.data() == BRANCH).trigger()
    assert kinds(watcher, max(watcher.hands.keys)) == [(10, "at saddle")]
