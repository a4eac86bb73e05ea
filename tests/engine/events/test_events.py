from __future__ import annotations

import math

import numpy as np
import pytest

from engine.events import describe, find_events, nearest
from engine.history import History, Layout, RunStatus, Snapshot
from engine.optimizers import OPTIMIZERS, make_optimizer
from engine.run import RunConfig, run_to
from engine.schedules import Constant
from surfaces import CATALOGUE, CriticalPoint, Surface, SurfaceSpec, build_surface
from surfaces.scales import surface_scales

SADDLE, DIP = SurfaceSpec("saddle"), SurfaceSpec("dip")


def events(
    spec: SurfaceSpec, start: tuple[float, float], name: str, steps: int, **values: object
) -> list[tuple[int, str]]:
    config = RunConfig(spec, start, make_optimizer(name, values), Constant())
    return [(event.iteration, event.kind) for event in find_events(run_to(config, steps), build_surface(spec))]


def drawn(points: list[tuple[float, float]], surface: Surface, status: RunStatus) -> Snapshot:
    """Return a snapshot that passes through the given points of a surface."""
    history = History(Layout(2))
    measured = [(point, *surface.value_and_gradient_at(point)) for point in points]
    history.extend([(*point, loss, *gradient, 0.1, k) for k, (point, loss, gradient) in enumerate(measured)])
    return Snapshot(history.view(), history.layout, status)


def test_gradient_descent_enters_the_saddle_at_10_and_leaves_at_68() -> None:
    found = events(SADDLE, (1.5, 0.001), "gradient-descent", 100, lr=0.05)
    assert found == [(2, "approaching saddle"), (10, "at saddle"), (68, "escaped saddle")]


@pytest.mark.parametrize(("name", "values"), [("adam", {}), ("rmsprop", {"rho": 0.9})])
def test_adaptive_methods_pass_the_saddle_without_lingering(name: str, values: dict[str, float]) -> None:
    assert events(SADDLE, (1.5, 0.001), name, 60, lr=0.05, **values) == []


def test_newton_stays_at_the_saddle() -> None:
    assert events(SADDLE, (1.5, 0.001), "newton", 100) == [(1, "at saddle")]


def test_newton_is_there_at_once_and_what_rounding_leaves_is_no_oscillation() -> None:
    spec = SurfaceSpec("rotated-quadratic")
    assert [kind for _, kind in events(spec, (-8.0, -4.0), "newton", 40)] == ["converged"]
    assert (0, "oscillating") in events(spec, (-8.0, -4.0), "gradient-descent", 40, lr=0.19)
    assert (0, "oscillating") in events(SurfaceSpec("bowl"), (-4.0, 3.0), "gradient-descent", 30, lr=0.6)


@pytest.mark.parametrize(("momentum", "trapped"), [(0.0, True), (0.5, True), (0.9, False)])
def test_trapped_in_the_dip_or_through_it(momentum: float, trapped: bool) -> None:
    kinds = [kind for _, kind in events(DIP, (-6.0, 2.0), "momentum", 1500, lr=0.05, momentum=momentum)]
    assert kinds == (["converged", "trapped"] if trapped else ["crossed ridge", "overshoot", "converged"])


def test_a_run_at_rest_in_a_minimum_beside_a_saddle_is_not_at_the_saddle() -> None:
    surface = build_surface(DIP)
    minimum = next(point for point in surface.minima if point.params[0] < -2.0)
    rest = drawn([(minimum.params[0], minimum.params[1])] * 40, surface, RunStatus.STEP_LIMIT)
    assert find_events(rest, surface) == ()


def test_trapped_names_the_minimum_it_is_in() -> None:
    config = RunConfig(DIP, (-6.0, 2.0), make_optimizer("gd", {"lr": 0.05}), Constant())
    last = find_events(run_to(config, 1500), build_surface(DIP))[-1]
    assert (last.kind, last.place is not None) == ("trapped", True)
    assert last.place is not None
    assert last.place.value == pytest.approx(0.25266, abs=1e-5)


def test_the_global_minimum_is_no_trap() -> None:
    (event,) = find_events(
        run_to(RunConfig(SurfaceSpec("booth"), (-8.0, -6.0), make_optimizer("newton"), Constant()), 200),
        build_surface(SurfaceSpec("booth")),
    )
    assert event.kind == "converged"
    assert event.place == build_surface(SurfaceSpec("booth")).minima[0]


def test_diverged_and_non_finite_are_named_at_the_last_row() -> None:
    assert events(SurfaceSpec("book"), (-7.0, 2.0), "gd", 500, lr=1.5)[-1][1] == "diverged"
    assert events(SurfaceSpec("plane"), (0.0, 0.0), "newton", 500) == [(0, "non-finite")]
    steep = events(SurfaceSpec(formula="x^20 + y^2"), (3.0, 0.0), "gd", 500, lr=1.0)
    assert steep == [(1, "left the plot"), (1, "diverged")]


@pytest.mark.parametrize(("count", "lingers"), [(4, False), (5, True), (9, True)])
def test_lingering_takes_five_iterations_in_a_row(count: int, lingers: bool) -> None:
    surface = build_surface(SADDLE)
    path = [(2.0, 0.1)] * 3 + [(0.05, 0.01)] * count + [(0.0, 1.4)] * 9
    kinds = [event.kind for event in find_events(drawn(path, surface, RunStatus.STEP_LIMIT), surface)]
    assert kinds == (["at saddle", "escaped saddle"] if lingers else [])


@pytest.mark.parametrize(("share", "kinds"), [(0.019, ["at saddle"]), (0.021, ["at saddle", "escaped saddle"])])
def test_an_escape_ends_two_hundredths_of_the_losses_below(share: float, kinds: list[str]) -> None:
    surface = build_surface(SADDLE)
    wanted = -share * surface_scales(surface).loss_range
    x = math.sqrt(wanted + 1.0)  # the loss at (x, √2) is x² − 1
    high = [(2.5, 2.5)]  # from here there is more to lose than the range of losses
    path = drawn(high + [(0.01, 0.01)] * 6 + [(x, math.sqrt(2.0))] * 6, surface, RunStatus.STEP_LIMIT)
    assert path.loss[-1] == pytest.approx(wanted)
    assert [event.kind for event in find_events(path, surface)] == kinds


@pytest.mark.parametrize(("share", "kinds"), [(0.019, ["at saddle"]), (0.021, ["at saddle", "escaped saddle"])])
def test_a_run_with_less_to_lose_escapes_sooner(share: float, kinds: list[str]) -> None:
    x = math.sqrt(1.0 - share)  # the loss at (x, √2) is x² − 1, and from about 0 there is 1 to lose
    path = drawn([(0.001, 0.001)] * 6 + [(x, math.sqrt(2.0))] * 6, build_surface(SADDLE), RunStatus.STEP_LIMIT)
    assert [event.kind for event in find_events(path, build_surface(SADDLE))] == kinds


@pytest.mark.parametrize(("share", "lingers"), [(0.29, True), (0.31, False)])
def test_at_a_saddle_is_where_the_ground_is_gentle(share: float, lingers: bool) -> None:
    surface = build_surface(SurfaceSpec("saddle", bounds=(-1.5, 1.5, -1.5, 1.5)))
    scales = surface_scales(surface)
    x = share * scales.gradient_scale / 2.0  # the gradient at (x, 0) is 2x
    assert x < 0.08 * scales.diagonal
    path = drawn([(x, 0.0)] * 6, surface, RunStatus.STEP_LIMIT)
    assert bool(find_events(path, surface)) == lingers


def test_coming_back_uphill_is_no_escape() -> None:
    surface = build_surface(SADDLE)
    path = [(0.05, 0.01)] * 6 + [(2.0, 0.0)] * 6
    found = find_events(drawn(path, surface, RunStatus.STEP_LIMIT), surface)
    assert [event.kind for event in found] == ["at saddle"]


@pytest.mark.parametrize(
    ("name", "surface_name"), [("momentum", name) for name in CATALOGUE] + [(name, "saddle") for name in OPTIMIZERS]
)
def test_events_are_in_order_and_within_the_run(name: str, surface_name: str) -> None:
    spec = SurfaceSpec(surface_name)
    config = RunConfig(spec, CATALOGUE[surface_name].start, make_optimizer(name, {"lr": 0.02}), Constant())
    run = run_to(config, 300)
    found = [event.iteration for event in find_events(run, build_surface(spec))]
    assert found == sorted(found)
    assert all(0 <= iteration <= run.last for iteration in found)


def test_nearest_point() -> None:
    points = tuple(CriticalPoint((x, 0.0), 0.0, "minimum") for x in (-1.0, 2.0))
    assert nearest(points, np.array([1.0, 5.0])) is points[1]
    assert nearest((), np.array([1.0, 5.0])) is None


@pytest.mark.parametrize("surface_name", [row.name for row in CATALOGUE.values() if row.formula_nd])
@pytest.mark.parametrize("random", [False, True])
def test_more_parameters_have_events_but_no_map(surface_name: str, random: bool) -> None:
    spec = SurfaceSpec(surface_name, dim=5)
    start = CATALOGUE[surface_name].start_in(5)
    run = run_to(RunConfig(spec, start, make_optimizer("momentum", {"lr": 0.002}), Constant()), 900)
    found = find_events(run, build_surface(spec), random=random)
    assert "crossed ridge" not in {event.kind for event in found}
    assert all(describe(event) for event in found)
    assert all(len(event.direction) in (0, 5) for event in found)
