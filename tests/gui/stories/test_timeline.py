"""Stories about the timeline: events, bookmarks, pausing at events, and how the runs go along."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from engine.session import Bookmark
from gui.views.event_glyphs import BOOKMARK
from gui.widgets.note_popup import NotePopup
from tests.gui.hands import CONTROL, LEFT, click, pick
from tests.gui.stories.test_time import Clock, tick
from tests.gui.stories.watcher import Watcher, at_the_saddle

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.gui.hands import Hands

Key = Qt.Key
ESCAPED = "escaped saddle"


@pytest.fixture
def watcher(hands: Hands) -> Watcher:
    return at_the_saddle(hands)


@pytest.fixture
def clock(watcher: Watcher) -> Clock:
    made = Clock()
    watcher.lab.playback._clock = made
    watcher.lab.playback._drop_anchor()
    return made


def test_every_run_has_a_row_with_its_events(watcher: Watcher) -> None:
    hands = watcher.hands
    assert [row.key for row in watcher.timeline._rows] == hands.keys
    for row in watcher.timeline._rows:
        assert [mark.kind for mark in row.marks] == [event.kind for event in watcher.lab.finder.events(row.key)]
        assert row.end == hands.snapshots[row.key].last
    assert watcher.mark(1, ESCAPED).iteration > watcher.mark(2, ESCAPED).iteration


def test_a_click_on_a_mark_goes_there_and_says_what_it_is(watcher: Watcher) -> None:
    mark = watcher.mark(1, ESCAPED)
    watcher.press(1, mark.tick)
    assert watcher.hands.iteration == mark.iteration
    assert watcher.told.startswith("Gradient descent: escapes the saddle")
    watcher.hands.key(Key.Key_Right)
    assert watcher.told == ""
    watcher.hands.assert_consistent()


def test_a_click_between_marks_scrubs(watcher: Watcher) -> None:
    watcher.press(4, 42)
    assert abs(watcher.hands.iteration - 42) <= 1
    watcher.hands.assert_consistent()


@pytest.mark.parametrize("way", ["keys", "brackets", "menu", "buttons"])
def test_from_event_to_event_and_back(watcher: Watcher, way: str) -> None:
    hands, ticks = watcher.hands, sorted({mark.tick for row in watcher.timeline._rows for mark in row.marks})
    forward: dict[str, Callable[[], None]] = {
        "keys": lambda: hands.key(Key.Key_Right, CONTROL),
        "brackets": lambda: hands.key(Key.Key_BracketRight),
        "menu": lambda: pick(hands.window.menus.run, "next-event"),
        "buttons": lambda: click(watcher.bar.buttons["next-event"]),
    }
    back: dict[str, Callable[[], None]] = {
        "keys": lambda: hands.key(Key.Key_Left, CONTROL),
        "brackets": lambda: hands.key(Key.Key_BracketLeft),
        "menu": lambda: pick(hands.window.menus.run, "previous-event"),
        "buttons": lambda: click(watcher.bar.buttons["previous-event"]),
    }
    visited = []
    for _ in ticks:
        forward[way]()
        visited.append(hands.iteration)
        assert watcher.told
    assert visited == [tick for tick in ticks if tick > 0]
    forward[way]()
    assert hands.iteration == visited[-1]
    assert "no event after" in watcher.told
    back[way]()
    assert hands.iteration == visited[-2]


def test_in_a_field_the_keys_belong_to_the_field(watcher: Watcher) -> None:
    hands = watcher.hands
    name = hands.card(1).name
    name.setFocus()
    name.selectAll()
    for key in (Key.Key_B, Key.Key_BracketRight, Key.Key_B):
        hands.key(key)
    hands.key(Key.Key_Left, CONTROL)
    hands.key(Key.Key_Return)
    assert hands.iteration == 0
    assert watcher.flags == []
    assert hands.session.runs[0].label == "b]b"


def test_hidden_kinds_are_neither_shown_nor_visited_and_stay_hidden(
    watcher: Watcher, open_window: Callable[[], Hands]
) -> None:
    menu = watcher.bar.kinds
    for action in menu.actions():
        if action.isCheckable() and action.data() != ESCAPED:
            action.trigger()
    assert {mark.kind for row in watcher.timeline._rows for mark in row.marks} == {ESCAPED}
    watcher.hands.key(Key.Key_Right, CONTROL)
    first = min(mark.tick for row in watcher.timeline._rows for mark in row.marks)
    assert watcher.hands.iteration == first
    again = Watcher(open_window())
    again.hands.until(lambda: again.bar.kinds.checked() == (ESCAPED,))


def test_the_table_of_events_tells_and_leads_there(watcher: Watcher) -> None:
    hands, table = watcher.hands, watcher.hands.desk.events
    hands.window.docks["events"].raise_()
    assert table._model.rowCount() == sum(len(row.marks) for row in watcher.timeline._rows)
    place = next(place for place, row in enumerate(table._model.rows) if row.mark.kind == ESCAPED)
    index = table._model.index(place, 2)
    table._view.scrollTo(index)
    QTest.mouseClick(table._view.viewport(), LEFT, pos=table._view.visualRect(index).center())
    assert hands.iteration == table._model.rows[place].mark.iteration
    QTest.keyClick(table._view, Key.Key_C, CONTROL)
    assert "Escapes the saddle" in QApplication.clipboard().text()


def test_playing_pauses_at_an_event_of_a_chosen_kind_and_says_so(watcher: Watcher, clock: Clock) -> None:
    hands = watcher.hands
    stops = watcher.bar.transport.stops.kinds
    next(action for action in stops.actions() if action.data() == ESCAPED).trigger()
    due = sorted({mark.tick for row in watcher.timeline._rows for mark in row.marks if mark.kind == ESCAPED})
    for stop in due:
        hands.key(Key.Key_Space)
        tick(hands, clock, 1000.0)
        assert (hands.iteration, hands.playing) == (stop, False)
        assert f"escapes the saddle (0, 0) at iteration {stop}" in watcher.told
    hands.key(Key.Key_Space)
    tick(hands, clock, 1000.0)
    assert hands.iteration == hands.lab.playback.last
    hands.assert_consistent()


def test_a_hidden_run_does_not_stop_the_others(watcher: Watcher, clock: Clock) -> None:
    hands = watcher.hands
    next(a for a in watcher.bar.transport.stops.kinds.actions() if a.data() == ESCAPED).trigger()
    click(hands.card(2).eye)
    watcher.see()
    hands.key(Key.Key_Space)
    tick(hands, clock, 1000.0)
    due = min(mark.tick for row in watcher.timeline._rows for mark in row.marks if mark.kind == ESCAPED)
    assert hands.iteration == due != watcher.lab.finder.events(2)[-1].iteration


def test_what_playing_pauses_at_is_remembered(watcher: Watcher, open_window: Callable[[], Hands]) -> None:
    next(a for a in watcher.bar.transport.stops.kinds.actions() if a.data() == ESCAPED).trigger()
    again = Watcher(open_window())
    again.hands.until(lambda: again.bar.transport.stops.kinds.checked() == (ESCAPED,))


def test_playing_waits_while_it_is_not_known_where_to_pause(watcher: Watcher, clock: Clock) -> None:
    hands = watcher.hands
    next(a for a in watcher.bar.transport.stops.kinds.actions() if a.data() == ESCAPED).trigger()
    watcher.lab.finder._found = {}
    hands.key(Key.Key_Space)
    tick(hands, clock, 1000.0)
    assert (hands.iteration, hands.playing) == (0, True)
    watcher.lab.finder.look()
    watcher.see()
    tick(hands, clock, 1000.0)
    assert hands.iteration == watcher.mark(2, ESCAPED).tick


def test_b_puts_a_bookmark_with_a_note_as_one_edit(watcher: Watcher) -> None:
    hands = watcher.hands
    watcher.press_name(3)
    hands.lab.playback.go_to(12)
    hands.key(Key.Key_B)
    watcher.note("why so straight?")
    assert watcher.flags == [Bookmark(3, 12, "why so straight?")]
    assert watcher.mark(3, BOOKMARK).tick == 12
    edits = hands.edits
    hands.undo()
    assert (watcher.flags, hands.edits) == ([], edits - 1)
    assert BOOKMARK not in {mark.kind for mark in watcher.row(3).marks}
    hands.redo()
    assert watcher.flags[0].note == "why so straight?"


def test_a_bookmark_is_changed_and_deleted_where_it_stands(watcher: Watcher) -> None:
    hands = watcher.hands
    hands.lab.playback.go_to(40)
    hands.key(Key.Key_B)
    watcher.note("one")
    hands.lab.playback.go_to(0)
    QTest.mouseDClick(watcher.timeline.viewport(), LEFT, pos=watcher.place(1, 40))
    watcher.note("two")
    assert watcher.flags == [Bookmark(1, 40, "two")]
    hands.lab.playback.go_to(40)
    hands.key(Key.Key_B)
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, NotePopup)
    assert popup.field.text() == "two"
    click(popup.remove)
    assert watcher.flags == []
    hands.undo()
    assert watcher.flags == [Bookmark(1, 40, "two")]


def test_bookmarks_are_visited_like_events_and_saved_with_the_session(watcher: Watcher, tmp_path: Path) -> None:
    hands = watcher.hands
    hands.lab.playback.go_to(97)
    hands.key(Key.Key_B)
    watcher.note("the end")
    hands.lab.playback.go_to(90)
    hands.key(Key.Key_Right, CONTROL)
    assert hands.iteration == 97
    assert "the end" in watcher.told
    path = tmp_path / "marked.sandbox.json"
    assert hands.lab.documents.save(path)
    hands.lab.edits.new_session()
    assert watcher.flags == []
    assert hands.lab.documents.reopen(path)
    watcher.see()
    assert watcher.flags == [Bookmark(1, 97, "the end")]
    assert watcher.mark(1, BOOKMARK).tick == 97


def test_bookmarks_go_with_their_run(watcher: Watcher) -> None:
    hands = watcher.hands
    hands.key(Key.Key_B)
    watcher.note("gone")
    hands.menu(1, "remove")
    assert watcher.flags == []
    hands.undo()
    assert len(watcher.flags) == 1


def test_a_name_in_the_timeline_chooses_the_run(watcher: Watcher) -> None:
    watcher.press_name(4)
    assert watcher.lab.timekeeper.chosen == 4
    assert watcher.timeline._chosen == 4


def test_the_timeline_is_folded_away_by_key_and_stays_so(watcher: Watcher, open_window: Callable[[], Hands]) -> None:
    hands = watcher.hands
    height = hands.desk.stage.height()
    hands.key(Key.Key_J, CONTROL)
    assert not watcher.bar.strip.isVisible()
    hands.until(lambda: hands.desk.stage.height() > height)
    hands.lab.playback.go_to(3)
    hands.key(Key.Key_B)
    watcher.note("still possible")
    assert watcher.flags[0].note == "still possible"
    again = open_window()
    assert not again.desk.time_bar.strip.isVisible()
    pick(again.window.menus.view, "timeline")
    assert again.desk.time_bar.strip.isVisible()
