from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication

from gui.theme import DARK
from gui.views.event_glyphs import BOOKMARK
from gui.views.timeline import MOST_ROWS, Timeline
from gui.views.timeline_paint import WORDS
from gui.views.timeline_rows import ROW, TimelineMark, TimelineRow, Track

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance
    from PySide6.QtGui import QImage
    from pytestqt.qtbot import QtBot

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
TRACK = (400, 900)
SIGNALS = (
    *("run_chosen", "tick_requested", "mark_chosen"),
    *("bookmark_wanted", "bookmark_dropped", "alone_wanted"),
)
Heard = list[tuple[object, ...]]

ARRIVES = TimelineMark(20, 20, "at saddle", lambda: "Lingers at the saddle from iteration 20 to 60.", 60)
ESCAPES = TimelineMark(61, 61, "escaped saddle", lambda: "Escapes the saddle at iteration 61.")
FLAG = TimelineMark(80, 80, BOOKMARK, lambda: "Bookmark at iteration 80: <look>")


def row(key: int, *marks: TimelineMark, end: int = 100, ended: bool = False) -> TimelineRow:
    points = np.column_stack([np.arange(101.0), np.linspace(0.0, -6.0, 101)])
    return TimelineRow(key, f"Run {key}", key, end, ended, marks, points)


@pytest.fixture
def timeline(qtbot: QtBot) -> Timeline:
    view = Timeline()
    qtbot.addWidget(view)
    view.set_track(*TRACK)
    view.set_rows((row(1, ARRIVES, ESCAPES, FLAG), row(2)), 100, (-6.0, 0.0))
    view.resize(1000, view.sizeHint().height())
    view.show()
    return view


@pytest.fixture
def heard(timeline: Timeline) -> Heard:
    log: Heard = []

    def listen(name: str) -> None:
        signal: SignalInstance = getattr(timeline, name)
        signal.connect(lambda *args: log.append((name, *args)))

    for name in SIGNALS:
        listen(name)
    return log


def at(tick: float, index: int = 0) -> QPoint:
    return QPoint(round(TRACK[0] + (TRACK[1] - TRACK[0]) * tick / 100), index * ROW + ROW // 2)


def shot(timeline: Timeline) -> QImage:
    return timeline.viewport().grab().toImage()


def test_ticks_and_places_agree() -> None:
    track = Track(400, 900, 250)
    assert [track.tick_at(track.x_of(tick)) for tick in range(251)] == list(range(251))
    assert (track.tick_at(-50), track.tick_at(5000)) == (0, 250)
    assert Track(400, 900, 0).x_of(0) == 400


def test_a_click_on_a_mark_asks_for_its_iteration(timeline: Timeline, heard: Heard, qtbot: QtBot) -> None:
    qtbot.mouseClick(timeline.viewport(), LEFT, pos=at(61) + QPoint(4, 0))
    assert heard == [("mark_chosen", 1, 61)]


def test_a_click_elsewhere_scrubs_and_so_does_a_drag(timeline: Timeline, heard: Heard, qtbot: QtBot) -> None:
    view = timeline.viewport()
    qtbot.mousePress(view, LEFT, pos=at(40))
    qtbot.mouseMove(view, at(70))
    qtbot.mouseMove(view, at(300))
    qtbot.mouseRelease(view, LEFT, pos=at(300))
    qtbot.mouseMove(view, at(10))
    assert heard == [("tick_requested", 40), ("tick_requested", 70), ("tick_requested", 100)]


def test_a_click_on_a_name_chooses_the_run(timeline: Timeline, heard: Heard, qtbot: QtBot) -> None:
    qtbot.mouseClick(timeline.viewport(), LEFT, pos=QPoint(60, ROW + 4))
    assert heard == [("run_chosen", 2)]


def test_in_the_row_of_a_run_that_waits_scrubbing_chooses_it_first(
    timeline: Timeline, heard: Heard, qtbot: QtBot
) -> None:
    timeline.set_tick(10, {2: 50})
    qtbot.mouseClick(timeline.viewport(), LEFT, pos=at(30, 1))
    assert heard == [("run_chosen", 2), ("tick_requested", 30)]


@pytest.mark.parametrize(("key", "chosen"), [(Qt.Key.Key_Down, 2), (Qt.Key.Key_Up, 1)])
def test_up_and_down_choose_the_neighbour(
    timeline: Timeline, heard: Heard, qtbot: QtBot, key: Qt.Key, chosen: int
) -> None:
    timeline.set_chosen(1)
    qtbot.keyClick(timeline, key)
    assert heard == [("run_chosen", chosen)]


def test_a_double_click_on_a_flag_asks_for_its_note(timeline: Timeline, heard: Heard, qtbot: QtBot) -> None:
    qtbot.mouseDClick(timeline.viewport(), LEFT, pos=at(80))
    assert heard[-1] == ("bookmark_wanted", 1, 80)


def test_setters_say_nothing(timeline: Timeline, heard: Heard) -> None:
    timeline.set_rows((row(3),), 50, (-1.0, 1.0))
    timeline.set_tick(7, {3: 2})
    timeline.set_chosen(3)
    timeline.set_track(300, 800)
    timeline.set_theme(DARK)
    assert heard == []


def test_pointing_tells_all_marks_within_reach_and_what_a_name_is_for(timeline: Timeline) -> None:
    assert timeline.told_at(QPointF(at(61))) == "<p><b>Run 1</b><br>Escapes the saddle at iteration 61.</p>"
    assert "&lt;look&gt;" in timeline.told_at(QPointF(at(80)))
    assert timeline.told_at(QPointF(at(40))) == ""
    assert "Run 2" in timeline.told_at(QPointF(60, ROW + 4))
    assert timeline.told_at(QPointF(60, 9 * ROW)) == ""


def test_what_happened_last_is_told_beside_the_name(timeline: Timeline) -> None:
    first = timeline._rows[0]
    assert [first.latest(tick) for tick in (0, 19, 20, 60, 61, 200)] == [None, None, ARRIVES, ARRIVES, ESCAPES, FLAG]
    names = [shot(timeline).copy(0, 0, 380, 2 * ROW)]
    for tick in (20, 61):
        timeline.set_tick(tick, {})
        names.append(shot(timeline).copy(0, 0, 380, 2 * ROW))
    assert names[0] != names[1] != names[2]


def test_where_runs_stand_apart_their_iterations_are_told(timeline: Timeline) -> None:
    names = [shot(timeline).copy(0, 0, WORDS, ROW)]
    for count in (7, 12345):
        timeline.set_tick(0, {}, {1: count, 2: 5})
        names.append(shot(timeline).copy(0, 0, WORDS, ROW))
    timeline.set_tick(0, {})
    assert names[0] != names[1] != names[2]
    assert shot(timeline).copy(0, 0, WORDS, ROW) == names[0]


def test_the_playhead_crosses_every_row_and_runs_that_wait_have_their_own(timeline: Timeline) -> None:
    def accents(image: QImage, x: int, index: int) -> int:
        accent = timeline._theme.accent
        return sum(image.pixelColor(x, index * ROW + y).name() == accent for y in range(ROW))

    timeline.set_rows((row(1), row(2)), 100, (-6.0, 0.0))
    timeline.set_tick(50, {})
    image, x = shot(timeline), at(50).x()
    assert min(max(accents(image, x + d, index) for d in (-1, 0)) for index in (0, 1)) > ROW / 2
    timeline.set_tick(50, {2: 20})
    image = shot(timeline)
    assert max(accents(image, x + d, 0) for d in (-1, 0)) > ROW / 2
    assert max(accents(image, x + d, 1) for d in (-1, 0)) == 0


def test_moving_repaints_only_between_the_old_place_and_the_new(timeline: Timeline, qtbot: QtBot) -> None:
    timeline.set_tick(30, {})
    QApplication.processEvents()
    seen: list[tuple[int, int]] = []
    paint = timeline.paintEvent

    def watched(event: object) -> None:
        seen.append((event.rect().left(), event.rect().right()))  # type: ignore[attr-defined]
        paint(event)  # type: ignore[arg-type]

    timeline.paintEvent = watched  # type: ignore[method-assign]
    timeline.set_tick(34, {})
    qtbot.waitUntil(lambda: bool(seen))
    left, right = seen[-1]
    assert at(30).x() - 15 <= left <= at(30).x()
    assert at(34).x() <= right <= at(34).x() + 15


def test_more_than_a_few_rows_are_scrolled_and_the_chosen_one_is_in_sight(timeline: Timeline, heard: Heard) -> None:
    timeline.set_rows(tuple(row(key) for key in range(1, 13)), 100, (-6.0, 0.0))
    assert timeline.sizeHint().height() == MOST_ROWS * ROW
    timeline.resize(1000, MOST_ROWS * ROW)
    timeline.set_chosen(12)
    assert timeline.verticalScrollBar().value() == 6 * ROW
    found = timeline.row_at(QPointF(60, MOST_ROWS * ROW - 3))
    assert found is not None
    assert found.key == 12
    timeline.set_chosen(1)
    assert timeline.verticalScrollBar().value() == 0


def pick(timeline: Timeline, position: QPoint, text: str) -> None:
    """Choose an entry of what a right click offers."""
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, position, timeline.mapToGlobal(position))
    QApplication.sendEvent(timeline.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    action = next(action for action in menu.actions() if action.text() == text)
    action.trigger()
    menu.close()


@pytest.mark.parametrize(
    ("place", "text", "expected"),
    [
        (at(40), "Bookmark here…", ("bookmark_wanted", 1, 40)),
        (at(80), "Change the note…", ("bookmark_wanted", 1, 80)),
        (at(80), "Delete the bookmark", ("bookmark_dropped", 1, 80)),
        (QPoint(60, ROW + 4), "Let only this run move", ("alone_wanted", 2)),
    ],
)
def test_a_right_click_offers_what_can_be_done_there(
    timeline: Timeline, heard: Heard, place: QPoint, text: str, expected: tuple[object, ...]
) -> None:
    pick(timeline, place, text)
    assert heard == [expected]


def test_how_far_a_run_is_computed_can_be_seen(timeline: Timeline) -> None:
    timeline.set_rows((row(1, end=40), row(2, end=100)), 100, (-6.0, 0.0))
    image, y = shot(timeline), ROW - 3
    assert image.pixelColor(at(20).x(), y) != image.pixelColor(at(70).x(), y)
    assert image.pixelColor(at(30).x(), y + ROW) == image.pixelColor(at(70).x(), y + ROW)


def test_screen_readers_hear_the_gist(timeline: Timeline) -> None:
    timeline.set_rows((row(1, ARRIVES, ESCAPES, ended=True), row(2, end=40)), 100, (-6.0, 0.0))
    assert timeline.accessibleName()
    assert timeline.accessibleDescription().split("\n") == [
        "Run 1: ended at 100. Events: 2. Last one: Escapes the saddle at iteration 61.",
        "Run 2: computed to 40.",
    ]


def test_a_popup_finds_its_bookmark(timeline: Timeline) -> None:
    timeline.set_tick(33, {})
    assert timeline.place_of(1, 80).x() == at(80).x()
    assert timeline.place_of(2, 5) == QPoint(at(33).x(), ROW)
    assert timeline.place_of(99, 5).x() == TRACK[0]


def test_leaving_forgets_the_mark_pointed_at(timeline: Timeline, qtbot: QtBot) -> None:
    qtbot.mouseMove(timeline.viewport(), at(61))
    assert timeline._hot == (1, 61)
    QApplication.sendEvent(timeline, QEvent(QEvent.Type.Leave))
    assert timeline._hot is None
