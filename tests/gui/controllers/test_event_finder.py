from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from engine.events import Detector, find_events
from engine.optimizers import make_optimizer
from surfaces import build_surface

if TYPE_CHECKING:
    from engine.events import Event
    from engine.history import Snapshot
    from tests.gui.hands import Hands


def kinds(events: tuple[Event, ...]) -> list[tuple[int, str]]:
    return [(event.iteration, event.kind) for event in events]


@pytest.fixture
def saddle(hands: Hands) -> Hands:
    hands.window.open_scenario("saddle-escape")
    wait(hands)
    return hands


def wait(hands: Hands) -> None:
    """Until all rows of all runs were searched, with the points that are known in the end."""
    hands.rest()
    finder, snapshots = hands.lab.finder, hands.snapshots
    hands.until(lambda: not hands.lab.reading.searching and hands.lab.background.is_idle())
    hands.until(lambda: all(finder.rows(key) == len(snapshots[key]) for key in hands.keys))


def test_the_events_of_every_run_are_found(saddle: Hands) -> None:
    surface = build_surface(saddle.session.surface)
    for key in saddle.keys:
        expected = find_events(saddle.snapshots[key], surface, saddle.lab.reading.given)
        assert kinds(saddle.lab.finder.events(key)) == kinds(expected)
    assert "escaped saddle" in {event.kind for event in saddle.lab.finder.events(saddle.keys[0])}


def test_a_changed_run_is_searched_anew_the_others_are_not(saddle: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    searched: list[int] = []
    named = Detector._named

    def counting(self: Detector, snapshot: Snapshot, read: object) -> list[Event]:
        searched.append(1)
        return named(self, snapshot, read)  # type: ignore[arg-type]

    monkeypatch.setattr(Detector, "_named", counting)
    before = {key: saddle.lab.finder.events(key) for key in saddle.keys}
    run = saddle.session.runs[0]
    optimizer = run.optimizer.replaced(learning_rate=0.02)
    saddle.lab.sessions.edit(saddle.session.with_run(replace(run, optimizer=optimizer)), "Edit")
    assert saddle.lab.finder.events(run.key) == ()
    wait(saddle)
    assert searched == [1]
    assert kinds(saddle.lab.finder.events(run.key)) != kinds(before[run.key])
    for key in saddle.keys[1:]:
        assert saddle.lab.finder.events(key) is before[key]


def test_a_longer_run_is_searched_on(saddle: Hands) -> None:
    saddle.lab.playback.go_to(300)
    wait(saddle)
    key = saddle.keys[0]
    assert saddle.lab.finder.rows(key) == len(saddle.snapshots[key]) > 150
    assert "converged" in {event.kind for event in saddle.lab.finder.events(key)} or saddle.session.steps == 300


def test_runs_that_are_gone_are_forgotten(saddle: Hands) -> None:
    saddle.menu(saddle.keys[0], "remove")
    wait(saddle)
    saddle.lab.edits.add_run("momentum")
    wait(saddle)
    assert len(saddle.lab.finder._found) == len(saddle.keys)


def test_a_fault_is_told_once_and_nobody_waits(
    hands: Hands, monkeypatch: pytest.MonkeyPatch, faults: list[tuple[str, str]]
) -> None:
    def fail(*_given: object) -> None:
        raise RuntimeError("broken detector")

    monkeypatch.setattr(Detector, "find", fail)
    hands.lab.edits.add_run(make_optimizer("momentum").name)
    wait(hands)
    assert len(faults) == 1
    assert "broken detector" in faults.pop()[0]
    assert hands.lab.finder.events(hands.keys[-1]) == ()
