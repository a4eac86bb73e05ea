"""Stories about time: the playhead, its keys and buttons, playing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from tests.gui.hands import CONTROL, NONE, SHIFT, click, type_into

if TYPE_CHECKING:
    from tests.gui.hands import Hands

Key = Qt.Key


class Clock:
    """Time that passes when told to."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock(hands: Hands) -> Clock:
    made = Clock()
    hands.lab.playback._clock = made
    hands.lab.playback._drop_anchor()
    return made


def tick(hands: Hands, clock: Clock, seconds: float) -> None:
    """Let time pass and one frame come."""
    clock.now += seconds
    hands.lab.playback._on_timer_timeout()


def test_the_first_window_shows_four_computed_runs_at_iteration_0(hands: Hands) -> None:
    assert list(hands.snapshots) == hands.keys == [1, 2, 3, 4]
    assert {snapshot.last for snapshot in hands.snapshots.values()} == {30}
    assert hands.iteration == 0
    assert hands.desk.transport.last() == 30
    assert [row.iteration for row in hands.desk.table._model.rows] == [0, 0, 0, 0]
    assert len(hands.panel._backdrop._contours.levels) > 5  # type: ignore[union-attr]
    hands.assert_consistent()


@pytest.mark.parametrize(
    ("key", "modifiers", "expected"),
    [
        (Key.Key_Right, NONE, 16),
        (Key.Key_Left, NONE, 14),
        (Key.Key_PageDown, NONE, 16),
        (Key.Key_PageUp, NONE, 14),
        (Key.Key_Right, SHIFT, 25),
        (Key.Key_Left, SHIFT, 5),
        (Key.Key_Home, NONE, 0),
        (Key.Key_End, NONE, 30),
    ],
)
def test_keys_move_the_playhead(hands: Hands, key: Key, modifiers: Qt.KeyboardModifier, expected: int) -> None:
    hands.lab.playback.go_to(15)
    hands.key(key, modifiers)
    assert hands.iteration == expected
    assert [row.iteration for row in hands.desk.table._model.rows] == [expected] * 4
    hands.assert_consistent()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("to-start", 0),
        ("back-ten", 5),
        ("step-back", 14),
        ("step-forward", 16),
        ("forward-ten", 25),
        ("to-end", 30),
    ],
)
def test_buttons_move_the_playhead(hands: Hands, name: str, expected: int) -> None:
    hands.lab.playback.go_to(15)
    click(hands.button(name))
    assert hands.iteration == expected
    hands.assert_consistent()


def test_stepping_back_from_the_start_stays_there(hands: Hands) -> None:
    hands.key(Key.Key_Left)
    assert hands.iteration == 0


def test_stepping_past_the_end_computes_more_and_is_no_edit(hands: Hands) -> None:
    hands.key(Key.Key_End)
    hands.key(Key.Key_Right, SHIFT)
    assert hands.iteration == 40
    hands.settle()
    assert {snapshot.last for snapshot in hands.snapshots.values()} == {40}
    assert hands.desk.transport.last() == 40
    assert hands.edits == 0
    assert not hands.window.isWindowModified()
    hands.assert_consistent()


def test_typing_a_number_past_the_end_goes_there(hands: Hands) -> None:
    before = {key: snapshot.params.copy() for key, snapshot in hands.snapshots.items()}
    type_into(hands.field, "120")
    hands.settle()
    assert hands.iteration == 120
    assert hands.session.steps == 120
    for key, params in before.items():
        assert (hands.snapshots[key].params[: len(params)] == params).all()
    hands.assert_consistent()


def test_a_number_past_the_end_of_ended_runs_says_so_and_is_not_left_standing(hands: Hands) -> None:
    for key in hands.keys[1:]:
        hands.menu(key, "remove")
    type_into(hands.field, "3000")
    hands.settle()
    last = hands.lab.runs.last
    assert last < 3000
    assert hands.snapshots[1].status.is_final
    type_into(hands.field, "5000")
    assert "ended" in hands.message
    assert hands.iteration == last
    hands.assert_consistent()


def test_a_number_past_the_longest_run_says_so(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gui.controllers.presenter.MOST_STEPS", 200)
    for text in ("500", "501"):
        type_into(hands.field, text)
        hands.settle()
        assert "200" in hands.message
        assert hands.iteration == 200
        hands.assert_consistent()


def test_space_plays_and_pauses(hands: Hands) -> None:
    hands.key(Key.Key_Space)
    assert hands.playing
    hands.key(Key.Key_Space)
    assert not hands.playing


def test_the_play_button_plays_and_pauses(hands: Hands) -> None:
    click(hands.button("play"))
    assert hands.playing
    click(hands.button("play"))
    assert not hands.playing


def test_playing_follows_elapsed_time_and_skips_rather_than_drags(hands: Hands, clock: Clock) -> None:
    visited: list[int] = []
    hands.lab.playback.tick_changed.connect(visited.append)
    hands.key(Key.Key_Space)
    for seconds in (0.0625, 0.0625, 1.0, 0.25):
        tick(hands, clock, seconds)
    assert visited == [1, 11, 13]
    hands.assert_consistent()


def test_playing_pauses_at_the_end_and_begins_again_from_the_start(hands: Hands, clock: Clock) -> None:
    hands.key(Key.Key_Space)
    tick(hands, clock, 60.0)
    assert hands.iteration == 30
    assert not hands.desk.transport.is_playing()
    hands.key(Key.Key_Space)
    assert hands.iteration == 0
    assert hands.playing
    tick(hands, clock, 0.4375)
    assert hands.iteration == 4


def test_a_jump_while_playing_goes_on_from_there(hands: Hands, clock: Clock) -> None:
    hands.key(Key.Key_Space)
    clock.now += 0.5
    type_into(hands.field, "20")
    tick(hands, clock, 0.25)
    assert hands.iteration == 22
    assert hands.playing


def test_stepping_by_hand_pauses(hands: Hands) -> None:
    hands.key(Key.Key_Space)
    hands.key(Key.Key_Right)
    assert not hands.playing


def test_while_playing_the_numbers_follow_at_a_readable_pace(hands: Hands, clock: Clock) -> None:
    hands.key(Key.Key_Space)
    tick(hands, clock, 0.625)
    hands.lab.playback._timer.stop()
    hands.until(lambda: hands.desk.table._model.rows[0].iteration == 6)


def test_with_nothing_to_play_the_button_still_says_play(hands: Hands) -> None:
    for key in list(hands.keys):
        hands.menu(key, "remove")
    hands.settle()
    click(hands.button("play"))
    assert not hands.playing


def test_dragging_in_the_loss_plot_moves_the_playhead(hands: Hands) -> None:
    hands.desk.loss_plot.moment_dragged.emit(17.0)
    assert hands.iteration == 17
    hands.assert_consistent()


@pytest.mark.parametrize("key", [Key.Key_Left, Key.Key_Right, Key.Key_Home, Key.Key_End, Key.Key_Space])
@pytest.mark.parametrize("place", ["start", "row", "name", "iteration"])
def test_keys_in_a_field_belong_to_the_field(hands: Hands, key: Key, place: str) -> None:
    hands.lab.playback.go_to(15)
    fields = {
        "start": hands.desk.surface.start_x,
        "row": hands.row(1, "learning_rate")._field,
        "name": hands.card(1).name,
        "iteration": hands.field,
    }
    field = fields[place]
    assert field is not None
    field.setFocus()
    hands.key(key)
    assert hands.iteration == 15
    assert not hands.playing


def test_space_in_the_name_field_types_a_space(hands: Hands) -> None:
    name = hands.card(1).name
    name.setFocus()
    name.selectAll()
    for letter in (Key.Key_A, Key.Key_Space, Key.Key_B, Key.Key_Return):
        hands.key(letter)
    assert hands.session.runs[0].label == "a b"


def test_space_presses_a_button_that_has_the_focus(hands: Hands) -> None:
    hands.card(2).eye.setFocus()
    hands.key(Key.Key_Space)
    assert not hands.session.runs[1].visible
    assert not hands.playing


def test_held_space_does_not_stutter(hands: Hands) -> None:
    assert not hands.window.actions_by_name["play"].autoRepeat()
    assert hands.window.actions_by_name["step-forward"].autoRepeat()


@pytest.mark.parametrize("place", ["scenario", "formula", "list", "table", "combo", "slider", "panel"])
def test_arrow_keys_step_wherever_nothing_is_typed(hands: Hands, place: str) -> None:
    desk = hands.desk
    if place == "scenario":
        hands.window.docks["scenario"].raise_()
    places = {
        "scenario": desk.scenario.browser,
        "formula": desk.surface._formula,
        "list": desk.surface.catalogue.list,
        "table": desk.table,
        "combo": hands.card(1).optimizer,
        "slider": hands.row(1, "learning_rate")._slider,
        "panel": hands.panel,
    }
    widget = places[place]
    assert widget is not None
    widget.setFocus()
    hands.key(Key.Key_Right)
    hands.key(Key.Key_Right)
    assert hands.iteration == 2
    assert hands.edits == 0


def test_the_very_first_key_steps(hands: Hands) -> None:
    hands.key(Key.Key_Right)
    assert hands.iteration == 1


def test_speed_is_taken_from_the_list(hands: Hands, clock: Clock) -> None:
    box = hands.desk.transport._speed
    box.setFocus()
    while hands.lab.playback.speed < 60.0:
        hands.key(Key.Key_Down)
    hands.key(Key.Key_Space, NONE)
    tick(hands, clock, 0.125)
    assert hands.iteration == 7
    hands.key(Key.Key_Z, CONTROL)
    assert hands.edits == 0
