from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from engine.events import Detector, find_events
from engine.optimizers import make_optimizer
from engine.session import Session
from surfaces import SurfaceSpec, build_surface

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
    hands.until(lambda: bool(faults))
    assert len(faults) == 1
    assert "broken detector" in faults.pop()[0]
    assert hands.lab.finder.events(hands.keys[-1]) == ()


def wells(hands: Hands) -> tuple[int, int]:
    """Two runs in the upper well of two: the deeper one, off the plot, is found by momentum only."""
    spec = SurfaceSpec(formula="(x^2 - 1)^2 + 0.3*x + 0.5*y^2", bounds=(0.2, 3.0, -3.0, 3.0))
    session = Session(spec, (1.6, 1.0), steps=400, view=hands.session.view)
    for name, values in (("gradient-descent", {"lr": 0.05}), ("momentum", {"lr": 0.1})):
        session = session.adding_run(make_optimizer(name, values))
    hands.lab.sessions.edit(session, "Edit")
    wait(hands)
    first, second = hands.keys
    return first, second


def test_what_one_run_finds_measures_the_others(hands: Hands) -> None:
    calm, fast = wells(hands)
    finder = hands.lab.finder
    ending, rest = finder.ending(calm), finder.ending(fast)
    assert ending is not None
    assert (ending.kind, ending.elsewhere) == ("trapped", True)
    assert rest is not None
    assert rest.kind == "converged"
    best = hands.snapshots[fast].loss[-1]
    assert finder.finders(float(best)) == (hands.session.run(fast).label,)
    assert {point.kind for point in dict(finder.found)[hands.session.run(fast).label]} == {"minimum", "saddle"}


def test_while_a_run_is_computed_anew_what_it_had_found_is_kept(hands: Hands) -> None:
    calm, fast = wells(hands)
    finder, run = hands.lab.finder, hands.session.run(fast)
    heard: list[int] = []
    finder.found_changed.connect(lambda: heard.append(len(finder.found[1][1])))
    hands.lab.sessions.edit(hands.session.with_run(replace(run, optimizer=run.optimizer.replaced(lr=0.09))), "Edit")
    before = finder.found
    assert before[1][1]
    wait(hands)
    assert all(heard)
    ending = finder.ending(calm)
    assert ending is not None
    assert ending.kind == "trapped"


def test_what_is_found_on_one_surface_is_nothing_on_another(hands: Hands) -> None:
    wells(hands)
    assert any(points for _, points in hands.lab.finder.found)
    hands.lab.edits.choose_surface("bowl")
    gone = hands.lab.finder.found
    assert gone == ()
    wait(hands)
    assert not any(points for _, points in hands.lab.finder.found)
