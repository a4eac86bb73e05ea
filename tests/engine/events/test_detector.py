from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

import engine.events
from engine.batches import Sampling
from engine.branch import Origin
from engine.events import Detector, Event, find_events, is_random
from engine.events.detector import AT_A_TIME
from engine.events.thresholds import DELAYS
from engine.history import RunStatus, Snapshot
from engine.optimizers import make_optimizer
from engine.run import RunConfig
from engine.schedules import Constant
from surfaces import CriticalPoint, SurfaceSpec, build_surface
from tests.engine.events.labelled import LABELLED
from tests.engine.events.trajectories import Labelled, bag, descent, drawn, ran

VALLEY = SurfaceSpec("quadratic")


def up_to(snapshot: Snapshot, rows: int) -> Snapshot:
    whole = rows == len(snapshot)
    return replace(snapshot, table=snapshot.table[:rows], status=snapshot.status if whole else RunStatus.RUNNING)


def events_up_to(labelled: Labelled, snapshot: Snapshot, rows: int) -> tuple[Event, ...]:
    part, surface = up_to(snapshot, rows), build_surface(labelled.surface)
    return find_events(part, surface, points(labelled), random=labelled.random)


def points(labelled: Labelled) -> tuple[CriticalPoint, ...] | None:
    return labelled.points() if labelled.points else None


def cuts(rows: int, seed: int) -> list[int]:
    """Return lengths at which a growing history is looked at, the first rows and the last ones among them."""
    chosen = np.random.default_rng(seed).integers(1, rows + 1, 6).tolist()
    return sorted({1, min(2, rows), min(21, rows), *chosen, rows})


@pytest.mark.parametrize("labelled", LABELLED[::3], ids=lambda labelled: labelled.name)
def test_a_growing_history_is_told_like_a_whole_one(labelled: Labelled) -> None:
    surface, snapshot = build_surface(labelled.surface), labelled.course()
    detector = Detector(surface, points(labelled), random=labelled.random)
    for rows in cuts(len(snapshot), len(labelled.name)):
        part = up_to(snapshot, rows)
        assert detector.find(part) == find_events(part, surface, points(labelled), random=labelled.random)


@pytest.mark.parametrize("random", [False, True])
def test_a_history_longer_than_is_read_at_once(random: bool) -> None:
    spec = bag("double-well", 8.0)
    snapshot = ran(spec, (1.6, 1.0), "gradient-descent", 2 * AT_A_TIME + 777, batch=1, lr=0.02)
    surface = build_surface(spec)
    detector = Detector(surface, random=random)
    for rows in (AT_A_TIME - 1, AT_A_TIME, AT_A_TIME + 1, len(snapshot)):
        found = detector.find(up_to(snapshot, rows))
    assert found == find_events(snapshot, surface, random=random)
    assert len(found) > 20


def test_what_was_named_stays_named() -> None:
    snapshot = ran(bag("double-well", 8.0), (1.6, 1.0), "gradient-descent", 1500, batch=4, lr=0.05)
    detector = Detector(build_surface(bag("double-well", 8.0)), random=True)
    before: set[tuple[int, str]] = set()
    for rows in range(50, len(snapshot) + 1, 50):
        now = {(event.iteration, event.kind) for event in detector.find(up_to(snapshot, rows))}
        assert before <= now
        before = now
    assert before


@pytest.mark.parametrize("labelled", LABELLED[::4], ids=lambda labelled: labelled.name)
def test_an_event_is_named_soon(labelled: Labelled) -> None:
    snapshot = labelled.course()
    for event in {event.kind: event for event in reversed(events_up_to(labelled, snapshot, len(snapshot)))}.values():
        rows = min(event.iteration + DELAYS.get(event.kind, 0) + 1, len(snapshot))
        assert event.kind in {each.kind for each in events_up_to(labelled, snapshot, rows)}


def test_an_unchanged_history_is_not_searched_again() -> None:
    snapshot = drawn(VALLEY, descent(0.039, (1, 50), (-8, 2), 200))
    detector = Detector(build_surface(VALLEY))
    assert detector.find(snapshot) is detector.find(replace(snapshot))


def test_the_end_of_a_run_is_told_without_new_rows() -> None:
    snapshot = ran(SurfaceSpec("booth"), (-8.0, -6.0), "newton", 200)
    detector = Detector(build_surface(SurfaceSpec("booth")))
    assert detector.find(replace(snapshot, status=RunStatus.RUNNING)) == ()
    assert [event.kind for event in detector.find(snapshot)] == ["converged"]


def test_another_history_is_read_from_its_beginning() -> None:
    surface = build_surface(VALLEY)
    detector = Detector(surface)
    glides, zigzags = (drawn(VALLEY, descent(rate, (1, 50), (-8, 2), 200)) for rate in (0.01, 0.039))
    for snapshot in (zigzags, glides, up_to(zigzags, 90), zigzags, up_to(zigzags, 30)):
        assert detector.find(snapshot) == find_events(snapshot, surface)


def test_a_history_of_one_row_has_no_events() -> None:
    assert find_events(drawn(VALLEY, [(-8.0, 2.0)]), build_surface(VALLEY)) == ()


def test_a_run_that_begins_on_an_infinite_loss_is_told() -> None:
    spec = SurfaceSpec(formula="log(x) + y^2", bounds=(-1.0, 4.0, -2.0, 2.0))
    found = find_events(ran(spec, (-0.5, 0.0), "gradient-descent", 9), build_surface(spec))
    assert [(event.iteration, event.kind) for event in found] == [(0, "non-finite")]


@pytest.mark.parametrize("size", [1e200, 1e-200])
def test_numbers_whose_squares_overflow_do_no_harm(size: float) -> None:
    snapshot = drawn(VALLEY, descent(0.039, (1, 50), (-8, 2), 100))
    table = snapshot.table.copy()
    table[:, 3:5] *= size
    table[-1, :2] *= size
    find_events(replace(snapshot, table=table), build_surface(VALLEY))


def test_no_points_are_the_declared_ones() -> None:
    snapshot = ran(SurfaceSpec("dip"), (-6.0, 2.0), "gradient-descent", 500, lr=0.05)
    surface = build_surface(SurfaceSpec("dip"))
    assert find_events(snapshot, surface, ()) == find_events(snapshot, surface)


def test_points_that_were_found_stand_for_the_declared_ones() -> None:
    snapshot = ran(SurfaceSpec("dip"), (-6.0, 2.0), "gradient-descent", 500, lr=0.05)
    only = CriticalPoint((-2.8354, 0.0), 0.25266, "minimum")
    found = find_events(snapshot, build_surface(SurfaceSpec("dip")), (only,))
    assert [(event.kind, event.place) for event in found] == [("converged", only), ("trapped", only)]
    assert found[1].number("above_best") == pytest.approx(0.25266, abs=1e-5)  # it passes by the other one and finds it


def test_degenerate_points_that_were_found_are_no_saddles() -> None:
    found = (CriticalPoint((1.0, 1.0), 0.0, "degenerate"), CriticalPoint((0.0, 0.0), 0.5, "saddle"))
    resting = drawn(SurfaceSpec("linear-network"), [(1.0, 1.0)] * 40)
    assert find_events(resting, build_surface(SurfaceSpec("linear-network")), found) == ()


def config(optimizer: str, batch: int = 0, tilt: float = 1.0, **values: float) -> RunConfig:
    rule = make_optimizer(optimizer, values)
    return RunConfig(bag("book", tilt), (-7.0, 2.0), rule, Constant(), sampling=Sampling(batch))


def test_what_a_run_leaves_to_chance() -> None:
    assert not is_random(config("gd"))
    assert not is_random(config("gd", batch=256))
    assert is_random(config("gd", batch=8))
    assert is_random(config("langevin"))
    plain = replace(config("gd", batch=8), surface=SurfaceSpec("book"))
    assert not is_random(plain)


def test_a_branch_of_a_run_by_chance_is_one() -> None:
    parent = config("gd", batch=8)
    origin = Origin(parent.optimizer, parent.schedule, 20, sampling=parent.sampling)
    assert is_random(replace(parent, sampling=Sampling(), origin=origin))
    assert not is_random(replace(config("gd"), origin=replace(origin, sampling=Sampling())))


def test_numbers_of_an_event_are_asked_by_name() -> None:
    event = Event(3, "overshoot", numbers=(("rise", 0.5), ("past", 2.0)))
    assert (event.number("past"), event.number("radius")) == (2.0, None)


def test_only_what_there_is_can_be_imported() -> None:
    with pytest.raises(AttributeError, match="no attribute 'prophecy'"):
        _ = engine.events.prophecy
