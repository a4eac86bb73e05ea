from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from gui.theme import LIGHT, Theme
from gui.views.event_glyphs import BOOKMARK
from gui.views.time_bar import BUTTONS, TimeBar
from gui.views.timeline_rows import TimelineMark, TimelineRow

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

LEFT = Qt.MouseButton.LeftButton
KINDS = {"converged": "converged", BOOKMARK: "bookmark"}


@pytest.fixture
def bar(qtbot: QtBot) -> TimeBar:
    made = TimeBar(LIGHT)
    qtbot.addWidget(made)
    made.set_kinds(KINDS, tuple(KINDS))
    made.transport.set_last(300)
    made.timeline.set_rows((TimelineRow(1, "Adam", 0, 300),), 300, (-6.0, 0.0))
    made.resize(1024, made.sizeHint().height())
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.mark.parametrize("width", [900, 1024, 1280, 1920])
def test_ticks_stand_right_above_those_of_the_slider(bar: TimeBar, qtbot: QtBot, width: int) -> None:
    bar.resize(width, bar.height())
    slider = bar.transport.slider
    for tick in (0, 77, 300):
        above = bar.timeline._track.x_of(tick)
        assert abs(slider.x() + slider.x_of(tick) - above) <= 1.0
    bar.transport.set_last(10_000_000)
    bar.timeline.set_rows((), 10_000_000, (-6.0, 0.0))
    qtbot.waitUntil(lambda: abs(slider.x() + slider.x_of(0) - bar.timeline._track.x_of(0)) <= 1.0)


def test_it_can_be_folded_away(bar: TimeBar) -> None:
    height = bar.sizeHint().height()
    bar.set_shown(False)
    assert bar.sizeHint().height() == bar.transport.height() < height
    bar.set_shown(True)
    assert bar.sizeHint().height() == height


def test_buttons_ask_for_neighbours_and_bookmarks(bar: TimeBar, qtbot: QtBot) -> None:
    heard: list[object] = []
    bar.neighbour_requested.connect(heard.append)
    bar.bookmark_requested.connect(lambda: heard.append("bookmark"))
    for name in ("previous-event", "next-event", "flag"):
        qtbot.mouseClick(bar.buttons[name], LEFT)
    assert heard == [-1, 1, "bookmark"]


def test_every_button_has_a_name_and_a_hint_and_fits(bar: TimeBar) -> None:
    for button in bar.strip.findChildren(QAbstractButton):
        assert button.accessibleName()
        assert button.toolTip()
        assert bar.strip.rect().contains(button.geometry())
    assert list(bar.buttons) == list(BUTTONS)


def test_the_filter_is_lit_while_something_is_hidden(bar: TimeBar, theme: Theme) -> None:
    bar.set_theme(theme)
    heard: list[tuple[str, ...]] = []
    bar.kinds_changed.connect(heard.append)
    quiet = bar.buttons["filter"].icon().pixmap(16, 16).toImage()
    next(action for action in bar.kinds.actions() if action.text() == "converged").trigger()
    assert heard == [(BOOKMARK,)]
    assert bar.buttons["filter"].icon().pixmap(16, 16).toImage() != quiet
    bar.set_kinds(KINDS, tuple(KINDS))
    assert bar.buttons["filter"].icon().pixmap(16, 16).toImage() == quiet


def test_a_note_is_asked_for_above_the_bookmark(bar: TimeBar, qtbot: QtBot) -> None:
    flag = TimelineMark(150, 150, BOOKMARK, lambda: "Bookmark at iteration 150")
    bar.timeline.set_rows((TimelineRow(1, "Adam", 0, 300, marks=(flag,)),), 300, (-6.0, 0.0))
    heard: list[tuple[object, ...]] = []
    bar.note_given.connect(lambda *args: heard.append(args))
    bar.timeline.bookmark_dropped.connect(lambda *args: heard.append(("dropped", *args)))
    popup = bar.ask_note(1, 150, "old")
    place = bar.timeline.viewport().mapToGlobal(bar.timeline.place_of(1, 150))
    assert popup.x() <= place.x() <= popup.x() + popup.width()
    qtbot.keyClicks(popup.field, "new")
    qtbot.keyClick(popup.field, Qt.Key.Key_Return)
    assert heard == [(1, 150, "new")]
    bar.ask_note(1, 150, "new").remove.click()
    assert heard[-1] == ("dropped", 1, 150)
