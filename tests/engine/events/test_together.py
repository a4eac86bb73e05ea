"""What runs over one surface know together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from engine.events import Detector, describe, find_events, find_together, findings, session_events
from engine.export import run_session
from engine.optimizers import make_optimizer
from engine.session import Session
from surfaces import CriticalPoint, SurfaceSpec, build_surface
from tests.engine.events.trajectories import ran

if TYPE_CHECKING:
    from engine.events import Event
    from engine.history import Snapshot

TANG = SurfaceSpec("styblinski-tang", dim=3)
FAR = (2.9, 2.9, 2.9)
"""In the basin of the highest minimum: (2.747, 2.747, 2.747); the lowest is (−2.904, −2.904, −2.904), declared."""
WELLS = SurfaceSpec(formula="(x^2 - 1)^2 + 0.3*x + 0.5*y^2", bounds=(0.2, 3.0, -3.0, 3.0))
"""The deeper well is off the plot: whoever starts there finds it, nobody else."""


def one(start: tuple[float, ...], spec: SurfaceSpec = WELLS) -> Snapshot:
    return ran(spec, start, "gradient-descent", 800, lr=0.05)


def kinds(events: tuple[Event, ...]) -> list[str]:
    return [event.kind for event in events]


def pairs(*starts: tuple[float, ...]) -> list[tuple[Detector, Snapshot]]:
    return [(Detector(build_surface(WELLS)), one(start)) for start in starts]


def test_the_lowest_known_minimum_is_that_of_all_runs() -> None:
    alone = find_events(one((1.6, 1.0)), build_surface(WELLS))
    assert kinds(alone) == ["converged"]
    assert not alone[0].elsewhere
    trapped, free = find_together(pairs((1.6, 1.0), (-1.6, 1.0)))
    assert kinds(trapped) == ["converged", "trapped"]
    assert trapped[1].elsewhere
    assert trapped[1].number("above_best") == pytest.approx(0.29415 + 0.30543, abs=1e-4)
    assert "which another run has found" in describe(trapped[1])
    assert free[-1].kind == "converged"
    assert not free[-1].elsewhere
    assert free[-1].number("above_best") == pytest.approx(0.0, abs=1e-9)


def test_it_does_not_matter_who_comes_first_or_when() -> None:
    forth = find_together(pairs((1.6, 1.0), (-1.6, 1.0)))
    back = find_together(pairs((-1.6, 1.0), (1.6, 1.0)))
    assert forth == back[::-1]
    later = pairs((1.6, 1.0), (-1.6, 1.0))
    find_together(later[:1])
    assert find_together(later) == forth
    assert find_together(later[:1]) == (find_events(later[0][1], build_surface(WELLS)),)


def test_what_was_named_is_named_again_only_if_something_lower_is_known() -> None:
    known = pairs((-1.6, 1.0), (1.6, 1.0))
    before = find_together(known)
    again = find_together(known)
    assert all(one is other for one, other in zip(before, again, strict=True))


def test_a_session_of_runs() -> None:
    session = Session(WELLS, (1.6, 1.0), steps=800)
    session = session.adding_run(make_optimizer("gradient-descent", {"lr": 0.05}))
    (events,) = session_events(session, run_session(session))
    assert kinds(events) == ["converged"]


def test_where_a_run_came_to_rest_is_found_by_it() -> None:
    detector = Detector(build_surface(WELLS))
    detector.find(one((1.6, 1.0)))
    assert [point.kind for point in detector.found if point.value < 1.0] == ["minimum"]
    assert detector.lowest == pytest.approx(0.29415, abs=1e-5)
    declared = Detector(build_surface(SurfaceSpec("bowl")))
    declared.find(one((1.0, 1.0), SurfaceSpec("bowl")))
    assert declared.found == ()


def test_findings_are_points_that_nobody_knew_and_who_found_them() -> None:
    low, same = CriticalPoint((0.0, 0.0), -1.0, "minimum"), CriticalPoint((1e-6, 0.0), -1.0, "minimum")
    high, saddle = CriticalPoint((2.0, 0.0), 1.0, "minimum"), CriticalPoint((1.0, 0.0), 0.0, "saddle")
    known = (CriticalPoint((3.0, 0.0), 0.0, "minimum"),)
    near = CriticalPoint((3.0, 1e-6), 0.0, "minimum")
    found = findings([(saddle, high), (), (same, near), (low, saddle)], known, 1.0)
    assert found == ((same, (2, 3)), (high, (0,)), (saddle, (0, 3)))


def test_points_of_more_parameters() -> None:
    detector = Detector(build_surface(TANG))
    detector.find(one(FAR, TANG))
    rest = next(point for point in detector.found if point.kind == "minimum" and point.params[0] > 2.7)
    assert rest.params == pytest.approx((2.746803, 2.746803, 2.746803), abs=1e-6)
