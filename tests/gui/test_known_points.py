from __future__ import annotations

from dataclasses import replace

import pytest

from engine.session import Session
from gui.known_points import (
    DECLARED,
    FOUND,
    SEARCHED,
    KnownPoint,
    full_points,
    is_off_plane,
    known_points,
    origin_text,
    place_text,
)
from surfaces import CriticalPoint, SurfaceSpec, build_surface
from surfaces.critical_points import find_critical_points

TYPED = Session(SurfaceSpec(formula="x^4 + y^4 - 4*x*y", bounds=(-2.0, 2.0, -2.0, 2.0)), (1.0, 1.5))
CAMEL = Session(SurfaceSpec("double-well"), (1.0, 1.0))
TANG = Session(SurfaceSpec("styblinski-tang", dim=3), (1.0, 1.0, 1.0))
FAR = CriticalPoint((9.0, 0.0), 3.0, "saddle")


def searched(session: Session) -> tuple[CriticalPoint, ...]:
    surface = build_surface(session.surface)
    return find_critical_points(surface, surface.bounds)


def test_what_a_search_finds_of_what_is_declared_is_declared() -> None:
    assert {point.origin for point in known_points(CAMEL, searched(CAMEL), ())} == {DECLARED}
    points = known_points(TYPED, searched(TYPED), ())
    assert [point.kind for point in points] == ["minimum", "minimum", "saddle"]
    assert {point.origin for point in points} == {SEARCHED}
    assert full_points(points) == searched(TYPED)


def test_what_runs_find_beyond_comes_last_with_their_names() -> None:
    given = searched(TYPED)
    points = known_points(TYPED, given, (("A", (FAR, given[0])), ("B", ()), ("C", (FAR,))))
    assert [point.origin for point in points] == [SEARCHED] * 3 + [FOUND]
    assert points[-1] == KnownPoint((9.0, 0.0), 3.0, "saddle", True, FOUND, ("A", "C"), (9.0, 0.0))


def test_of_a_flat_point_a_run_tells_what_it_is() -> None:
    flat, told = CriticalPoint((0.0, 0.0), 0.0, "degenerate"), CriticalPoint((1e-6, 0.0), 0.0, "minimum")
    assert [point.kind for point in known_points(TYPED, (flat,), ())] == ["degenerate"]
    (point,) = known_points(TYPED, (flat,), (("A", (told,)),))
    assert (point.kind, point.finders) == ("minimum", ("A",))


def test_of_more_parameters_two_are_shown() -> None:
    surface, found = build_surface(TANG.surface), CriticalPoint((2.7468, -2.9035, 2.7468), -89.0, "minimum")
    points = known_points(TANG, (), (("A", (found,)),))
    assert len(points) == len(surface.minima) + 1
    assert all(point.origin == DECLARED for point in points[:-1])
    assert (points[-1].params, points[-1].full, points[-1].in_plane) == (found.params[:2], found.params, False)
    other = replace(TANG, view=replace(TANG.view, axes=(2, 1)))
    assert known_points(other, (), (("A", (found,)),))[-1].params == (2.7468, -2.9035)
    assert place_text(found.params, False) == "at (2.747, −2.904, 2.747), off the plane shown"
    assert place_text(found.params[:2], True) == ""


@pytest.mark.parametrize(
    ("origin", "finders", "text"),
    [
        (DECLARED, (), "declared"),
        (SEARCHED, (), "searched"),
        (FOUND, ("Adam",), "found by Adam"),
        (FOUND, ("Adam", "SGD"), "found by Adam, SGD"),
        (FOUND, ("Adam", "SGD", "Newton"), "found by 3 runs"),
    ],
)
def test_words_say_who_says_so(origin: str, finders: tuple[str, ...], text: str) -> None:
    assert origin_text(origin, finders) == text


def test_what_lies_off_the_plane_shown() -> None:
    assert not is_off_plane(FAR)
    assert not is_off_plane(KnownPoint((0.0, 0.0), 0.0, "minimum"))
    assert is_off_plane(KnownPoint((0.0, 0.0), 0.0, "minimum", in_plane=False))
