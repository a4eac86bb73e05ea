from __future__ import annotations

import pytest

from gui.controllers.playback import Playback


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock(qapp: object) -> Clock:
    return Clock()


@pytest.fixture
def playback(clock: Clock) -> Playback:
    made = Playback(clock)
    made.set_last(100)
    return made


@pytest.fixture
def heard(playback: Playback) -> list[tuple[str, object]]:
    log: list[tuple[str, object]] = []
    playback.tick_changed.connect(lambda k: log.append(("at", k)))
    playback.playing_changed.connect(lambda on: log.append(("playing", on)))
    playback.more_wanted.connect(lambda k: log.append(("more", k)))
    return log


def test_playing_moves_by_elapsed_time_times_speed(playback: Playback, clock: Clock) -> None:
    playback.set_speed(20.0)
    playback.play()
    for now, expected in ((0.25, 5), (0.5, 10), (4.0, 80)):
        clock.now = now
        playback._on_timer_timeout()
        assert playback.tick == expected
    playback.pause()


def test_a_change_of_speed_counts_from_now_on(playback: Playback, clock: Clock) -> None:
    playback.play()
    clock.now = 1.0
    playback._on_timer_timeout()
    playback.set_speed(40.0)
    clock.now = 1.5
    playback._on_timer_timeout()
    assert playback.tick == 10 + 20
    playback.pause()


def test_playing_ends_at_the_end(playback: Playback, clock: Clock, heard: list[tuple[str, object]]) -> None:
    playback.play()
    clock.now = 1e6
    playback._on_timer_timeout()
    assert heard == [("playing", True), ("at", 100), ("playing", False)]


def test_played_at_the_end_it_begins_again(playback: Playback) -> None:
    playback.to_end()
    playback.play()
    assert (playback.tick, playback.playing) == (0, True)
    playback.pause()


def test_what_is_playing_plays_on_into_what_is_computed_meanwhile(playback: Playback, clock: Clock) -> None:
    playback.play()
    clock.now = 5.0
    playback.set_last(10_000)
    clock.now = 12.5
    playback._on_timer_timeout()
    assert playback.tick == 125
    playback.pause()


def test_nothing_to_play_says_it_does_not_play(playback: Playback, heard: list[tuple[str, object]]) -> None:
    playback.set_last(0)
    playback.toggle()
    assert not playback.playing
    assert heard == [("playing", False)]


def test_a_step_past_the_end_wants_more_before_it_moves(playback: Playback, heard: list[tuple[str, object]]) -> None:
    playback.more_wanted.connect(playback.set_last)
    playback.to_end()
    playback.step(10)
    assert heard == [("at", 100), ("more", 110), ("at", 110)]


def test_where_there_is_no_more_the_end_is_told_again(playback: Playback, heard: list[tuple[str, object]]) -> None:
    playback.to_end()
    heard.clear()
    playback.go_to(5000)
    assert heard == [("more", 5000), ("at", 100)]


@pytest.mark.parametrize(("by", "expected"), [(-1000, 0), (-1, 49), (1, 51), (10, 60)])
def test_steps_stay_in_time(playback: Playback, by: int, expected: int) -> None:
    playback.go_to(50)
    playback.step(by)
    assert playback.tick == expected


def test_a_shorter_record_takes_the_playhead_along(playback: Playback) -> None:
    playback.to_end()
    playback.set_last(30)
    assert playback.tick == 30


def test_toggle_twice_is_silence(playback: Playback) -> None:
    playback.toggle()
    assert playback.playing
    playback.toggle()
    assert not playback.playing


def test_the_speed_counts_units_of_many_ticks(playback: Playback, clock: Clock) -> None:
    playback.unit = 16
    playback.set_speed(2.0)
    playback.play()
    clock.now = 0.75
    playback._on_timer_timeout()
    assert playback.tick == 24
    playback.pause()


def test_playing_stops_exactly_where_it_is_to_and_says_so(
    playback: Playback, clock: Clock, heard: list[tuple[str, object]]
) -> None:
    playback.stop_between = lambda after, upto: 37 if after < 37 <= upto else None
    playback.stopped.connect(lambda tick: heard.append(("stopped", tick)))
    playback.play()
    clock.now = 5.0
    playback._on_timer_timeout()
    assert heard == [("playing", True), ("at", 37), ("playing", False), ("stopped", 37)]
    playback.play()
    clock.now = 10.0
    playback._on_timer_timeout()
    assert playback.tick == 37 + 50
    playback.pause()


def test_playing_waits_for_what_is_not_known_yet(playback: Playback, clock: Clock) -> None:
    known = [20]
    playback.known_to = lambda: known[0]
    playback.play()
    clock.now = 4.0
    playback._on_timer_timeout()
    assert (playback.tick, playback.playing) == (20, True)
    known[0] = 1000
    clock.now = 5.0
    playback._on_timer_timeout()
    assert playback.tick == 30  # on from there, not from where it would have been
    known[0] = 0
    clock.now = 6.0
    playback._on_timer_timeout()
    assert playback.tick == 30
    playback.pause()


def test_rewinding_tells_more_than_going_to_the_start(playback: Playback) -> None:
    told: list[bool] = []
    playback.rewound.connect(lambda: told.append(True))
    playback.to_start()
    assert told == []
    playback.rewind()
    assert told == [True]
