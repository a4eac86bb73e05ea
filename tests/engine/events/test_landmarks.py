"""Critical points that a run finds on its way."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from engine.events import Detector, Event, describe, find_events
from engine.events.block import Block
from engine.events.ground import Ground
from engine.events.landings import critical_points, landings
from engine.events.landmarks import Landmarks
from engine.events.thresholds import MOST_FOUND
from engine.history import RunStatus
from surfaces import CATALOGUE, BagSpec, CriticalPoint, DataSpec, SurfaceSpec, build_surface
from surfaces.scales import surface_scales
from tests.engine.events.trajectories import along, drawn, ran

if TYPE_CHECKING:
    from collections.abc import Sequence

SQUARE = (-3.0, 3.0, -3.0, 3.0)


def typed(formula: str) -> SurfaceSpec:
    return SurfaceSpec(formula=formula, bounds=SQUARE)


def found(spec: SurfaceSpec, path: Sequence[tuple[float, ...]]) -> tuple[CriticalPoint, ...]:
    detector = Detector(build_surface(spec))
    detector.find(drawn(spec, path))
    return detector._landmarks.found


def kinds(events: tuple[Event, ...]) -> list[tuple[int, str]]:
    return [(event.iteration, event.kind) for event in events]


@pytest.mark.parametrize("rule", ["gradient-descent", "adam", "newton"])
@pytest.mark.parametrize("name", [row.name for row in CATALOGUE.values() if row.data is None])
def test_a_formula_of_the_catalogue_typed_as_text_has_the_same_events(name: str, rule: str) -> None:
    row, named = CATALOGUE[name], SurfaceSpec(name)
    values = tuple(sorted((parameter.name, float(parameter.default)) for parameter in row.parameters))
    text = SurfaceSpec(formula=row.formula, parameters=values, bounds=row.bounds)
    scales = surface_scales(build_surface(named))
    rates = {"gradient-descent": 0.01 * scales.diagonal / scales.gradient_scale, "adam": 0.005 * scales.diagonal}
    rate = {"lr": rates[rule]} if rule in rates else {}
    snapshot = ran(text, row.start, rule, 300, **rate)  # type: ignore[arg-type]
    assert kinds(find_events(snapshot, build_surface(text))) == kinds(find_events(snapshot, build_surface(named)))


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("x^2 - y^2", "saddle"),
        ("x^2 + 3*y^2 + x*y", "minimum"),
        ("-cos(x) - cos(y)", "minimum"),
        ("cos(x) + cos(y)", "maximum"),
        ("x^3 - 3*x*y^2", "saddle"),
        ("x^4 + y^4", "minimum"),
        ("-x^4 - y^2", "maximum"),
        ("x^4 - y^2", "saddle"),
        ("x^3 + y^2", "saddle"),
    ],
)
def test_what_lies_at_the_origin(formula: str, expected: str) -> None:
    (point,) = found(typed(formula), [(0.31, 0.17)] * 6)
    assert point.kind == expected
    assert point.params == pytest.approx((0.0, 0.0), abs=1e-6)
    assert point.value == pytest.approx(float(build_surface(typed(formula)).value(np.zeros(2))), abs=1e-9)


@pytest.mark.parametrize(
    ("formula", "place"),
    [
        ("abs(x) + y^2", (0.1, 0.1)),
        ("abs(x) + abs(y)", (0.02, 0.0)),
        ("max(x^2, abs(x)) + y^2", (0.05, 0.1)),
        ("(x*y - 1)^2/2", (1.1, 1.0)),
        ("(x^2 + y^2 - 1)^2", (1.05, 0.1)),
        ("x^2", (0.3, 1.0)),
        ("x^3", (0.3, 1.0)),
        ("1 - exp(-(x^2 + y^2))", (2.2, 1.4)),
        ("exp(-20*(x^2 + y^2))", (2.9, 2.9)),
        ("x + y", (0.0, 0.0)),
        ("log(x) + y^2", (0.2, 0.1)),
        ("0*x", (0.0, 0.0)),
    ],
)
def test_kinks_curves_and_level_ground_are_no_points(formula: str, place: tuple[float, float]) -> None:
    assert [point for point in found(typed(formula), [place] * 6) if point.kind != "maximum"] == []


def test_what_a_run_passes_by_is_found_where_newtons_method_leads_elsewhere_from_its_way() -> None:
    spec = SurfaceSpec(formula=CATALOGUE["branin"].formula, bounds=CATALOGUE["branin"].bounds)
    surface = build_surface(spec)
    place, scales = np.array([[2.2, 9.6]]), surface_scales(surface)
    landed = landings(surface, place, place, scales, np.empty((0, 2)))
    saddle = np.linalg.norm(place - (0.0, 6.0)) / scales.diagonal
    assert 0.1 < saddle < 0.24
    assert np.isnan(landed).all() or np.linalg.norm(landed - (0.0, 6.0)) > 1.0
    points = found(spec, [(2.2, 9.6)] * 6)
    assert [point.kind for point in points if np.linalg.norm(np.array(point.params) - (0.0, 6.0)) < 1e-6] == ["saddle"]


def test_the_dust_of_rounding_is_blown_off() -> None:
    (point,) = found(typed("(x - 1)^2*(1 + 0.1*x) + (y + 2)^2"), [(1.2, -1.8)] * 6)
    assert point.params == (1.0, -2.0)


def test_each_point_is_found_once_and_none_that_is_known() -> None:
    spec = typed("cos(2*x)*cos(2*y)")
    path = along((-2.5, 0.1), (2.5, 0.2), (2.0, 2.0), (-2.0, 1.5), (-2.0, -2.0), step=0.02)
    points = found(spec, path)
    assert len(points) > 8
    places = np.array([point.params for point in points])
    apart = np.linalg.norm(places[:, None] - places, axis=-1)[~np.eye(len(places), dtype=bool)]
    assert apart.min() > 0.7
    known = Detector(build_surface(spec), points[:5])
    known.find(drawn(spec, path))
    assert {point.params for point in points[:5]}.isdisjoint(point.params for point in known._landmarks.found)


def test_there_is_an_end_to_finding() -> None:
    spec = typed("cos(9*x) + cos(9*y)")
    path = [(x, y) for y in np.arange(-2.9, 2.9, 0.1).tolist() for x in np.arange(-2.9, 2.9, 0.1).tolist()]
    assert len(found(spec, path)) == MOST_FOUND


@pytest.mark.parametrize(("tilt", "batch"), [(0.0, 0), (10.0, 1)])
def test_a_run_that_grew_finds_what_one_finds_that_is_read_at_once(tilt: float, batch: int) -> None:
    spec = replace(typed("2*cos(3*x) + 2*cos(3*y) + 0.2*(x^2 + y^2)"), bag=BagSpec(64, tilt, 0) if batch else None)
    snapshot = ran(spec, (1.5, 0.4), "momentum", 1500, batch=batch, lr=0.02, momentum=0.95)
    surface, random = build_surface(spec), bool(batch)
    detector = Detector(surface, random=random)
    for rows in sorted({1, 2, 3, *np.random.default_rng(batch).integers(1, len(snapshot), 30).tolist(), len(snapshot)}):
        status = snapshot.status if rows == len(snapshot) else RunStatus.RUNNING
        part = replace(snapshot, table=snapshot.table[:rows], status=status)
        assert detector.find(part) == find_events(part, surface, random=random)
    assert detector._landmarks.found


def test_many_samples_are_asked_only_where_some_of_them_lead() -> None:
    spec = SurfaceSpec("logistic-regression", data=DataSpec("two-clouds", 2000, noise=1.0, l2=0.05))
    surface = build_surface(spec)
    snapshot = ran(spec, (-1.0, 1.0), "gradient-descent", 300, lr=1.0)
    landmarks = Landmarks(Ground(surface, ()))
    landmarks.look(Block.of(snapshot, 0, len(snapshot)))
    assert landmarks.follow(snapshot)
    for point in landmarks.found:
        assert np.abs(surface.gradient(np.array(point.params))).max() < 1e-9 * surface_scales(surface).gradient_scale


def test_with_more_parameters() -> None:
    spec = SurfaceSpec("styblinski-tang", dim=4)
    (point,) = found(spec, [(0.2, -2.8, -3.0, -2.9)] * 6)
    assert point.kind == "saddle"
    assert point.params == pytest.approx((0.156731, -2.903534, -2.903534, -2.903534), abs=1e-6)


def test_newtons_method_does_not_wander_off() -> None:
    surface = build_surface(typed("x^2 - y^2 + y^4/4"))
    places = np.array([(0.3, 0.2), (0.1, 1.3), (2.9, -0.8)])
    landed = landings(surface, places, places, surface_scales(surface), np.empty((0, 2)))
    assert landed[:2] == pytest.approx(np.array([(0.0, 0.0), (0.0, np.sqrt(2.0))]))
    assert np.isnan(landed[2]).all()


def test_what_a_first_step_aims_at_is_not_followed() -> None:
    surface = build_surface(typed("x^2 - y^2"))
    places = np.array([(0.3, 0.2)])
    landed = landings(surface, places, places, surface_scales(surface), np.zeros((1, 2)))
    assert np.isnan(landed).all()


def test_only_so_many_unclear_points_are_felt() -> None:
    surface, places = build_surface(typed("x^4 + y^4")), np.zeros((1, 2))
    scales = surface_scales(surface)
    assert critical_points(surface, places, scales, 0) == ((None,), 1)
    ((point,), count) = critical_points(surface, places, scales, 1)
    assert (point, count) == (CriticalPoint((0.0, 0.0), 0.0, "minimum"), 1)


def test_words_say_that_a_place_was_found_here() -> None:
    spec = typed("x^2 - y^2 + y^4/4 + 0.05*y")
    events = find_events(ran(spec, (1.5, 0.001), "gradient-descent", 1500, lr=0.05), build_surface(spec))
    told = {event.kind: describe(event) for event in events}
    assert told["approaching saddle"].startswith("Heads straight for a saddle found here, (0, 0.02501), from iteration")
    assert told["at saddle"].startswith("Lingers at a saddle found here, (0, 0.02501), from iteration")
    assert told["escaped saddle"].startswith("Escapes a saddle found here, (0, 0.02501), at iteration")
    assert told["converged"].startswith("Comes to rest in a minimum found here, (0, −1.427), at iteration")
    assert all(event.found for event in events)


def test_the_lowest_known_is_the_lowest_of_what_was_given_found_and_seen_on_the_map() -> None:
    spec = typed("(x^2 - 1)^2 + 0.3*x + 0.5*y^2")
    snapshot, surface = ran(spec, (1.6, 1.0), "gradient-descent", 800, lr=0.05), build_surface(spec)
    trapped = find_events(snapshot, surface)[-1]
    assert trapped.kind == "trapped"
    assert trapped.number("above_best") == pytest.approx(0.29415 + 0.30543, abs=1e-4)
    assert describe(trapped).startswith("Trapped in a local minimum found here, (0.9601, ")
    given = find_events(snapshot, surface, (CriticalPoint((2.9, 2.9), 9.0, "minimum"),))
    assert [event.kind for event in given] == ["converged"]
    assert given[0].number("above_best") == pytest.approx(0.0, abs=1e-9)


@pytest.mark.parametrize(
    "formula", ["x^2 + y^2 + 0.1/(x - 1)", "x^2 + y^2 - 0.1*log((x - 2)^2 + (y - 2)^2) - 1/abs(x - 2)"]
)
def test_a_pole_is_no_minimum(formula: str) -> None:
    spec = typed(formula)
    snapshot = ran(spec, (-1.0, 0.5), "gradient-descent", 800, lr=0.1)
    assert np.nanmin(build_surface(spec).value(np.stack(np.meshgrid(*[np.linspace(-3, 3, 201)] * 2), axis=-1))) < -3.0
    (event,) = find_events(snapshot, build_surface(spec))
    assert (event.kind, event.found) == ("converged", True)
    assert event.number("above_best") == pytest.approx(0.0, abs=1e-9)
