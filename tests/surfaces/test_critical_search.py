"""The search for critical points: on every surface of the catalogue, on random polynomials, on corners and curves."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from surfaces import CATALOGUE, Array, Bounds, CriticalPoint, Surface, SurfaceSpec, build_surface, surface_row
from surfaces.critical_points import MOST_POINTS, characterise, find_critical_points

if TYPE_CHECKING:
    from collections.abc import Callable

FIVE: Bounds = (-5.0, 5.0, -5.0, 5.0)
ROWS = [name for name in CATALOGUE if build_surface(SurfaceSpec(name)).dim == 2]
COUNTS = {
    "rastrigin": {"minimum": 121, "saddle": 220, "maximum": 100},
    "griewank": {"minimum": 17, "saddle": 24, "maximum": 18},
    "levy": {"minimum": 40, "saddle": 75, "maximum": 35},
    "schwefel": {"minimum": 49, "saddle": 98, "maximum": 49},
    "ackley": {"minimum": 121, "saddle": 220, "maximum": 100},
    "six-hump-camel": {"minimum": 6, "saddle": 7, "maximum": 2},
    "himmelblau": {"minimum": 4, "saddle": 4, "maximum": 1},
    "goldstein-price": {"minimum": 4, "saddle": 4, "maximum": 1},
    "rosenbrock": {"minimum": 1},
    "plane": {},
}
"""Numbers of critical points within the rows' bounds, from Newton's method on 25 600 starts elsewhere."""


class Bare:
    """A surface that keeps its facts to itself: the search has to find them."""

    minima: tuple[CriticalPoint, ...] = ()
    saddles: tuple[CriticalPoint, ...] = ()
    maxima: tuple[CriticalPoint, ...] = ()

    def __init__(self, surface: Surface) -> None:
        self.dim, self.bounds = surface.dim, surface.bounds
        self.value, self.gradient, self.hessian = surface.value, surface.gradient, surface.hessian
        self.value_and_gradient_at = surface.value_and_gradient_at


def bare(formula: str) -> Bare:
    return Bare(build_surface(SurfaceSpec(formula=formula, bounds=FIVE)))


def search(formula: str, bounds: Bounds = FIVE) -> tuple[CriticalPoint, ...]:
    return find_critical_points(bare(formula), bounds)


def kinds(points: tuple[CriticalPoint, ...]) -> Counter[str]:
    return Counter(point.kind for point in points)


@pytest.mark.parametrize("name", ROWS)
def test_every_declared_fact_is_found(name: str) -> None:
    surface = build_surface(SurfaceSpec(name))
    x0, x1, y0, y1 = surface.bounds
    found = find_critical_points(Bare(surface), surface.bounds)
    span = max(x1 - x0, y1 - y0)
    for fact in (*surface.minima, *surface.saddles, *surface.maxima):
        x, y = fact.params
        if x0 <= x <= x1 and y0 <= y <= y1:
            near = [p for p in found if math.dist(p.params, fact.params) <= (0.2 if is_curve(found) else 1e-6) * span]
            assert fact.kind in {point.kind for point in near}, fact


def is_curve(found: tuple[CriticalPoint, ...]) -> bool:
    return kinds(found)["degenerate"] > 5


@pytest.mark.parametrize("name", ROWS)
def test_what_is_found_holds(name: str) -> None:
    """No gradient at smooth points; all points within bounds, apart from each other, with the value told."""
    surface = build_surface(SurfaceSpec(name))
    x0, x1, y0, y1 = surface.bounds
    points = find_critical_points(surface, surface.bounds)
    params = np.array([point.params for point in points]).reshape(-1, 2)
    smooth = np.array([point.smooth for point in points], dtype=bool)
    slope, curvature = surface.gradient(params[smooth]), np.abs(surface.hessian(params[smooth])).max(axis=(1, 2))
    assert (np.abs(slope).max(axis=1, initial=0.0) <= 1e-9 * (x1 - x0 + y1 - y0) * (1.0 + curvature)).all()
    assert ((params >= (x0, y0)) & (params <= (x1, y1))).all()
    np.testing.assert_array_equal(surface.value(params), [point.value for point in points])
    away = np.hypot(*np.moveaxis(params[:, None] - params, -1, 0)) + np.eye(len(params)) * 1e9
    assert away.min(initial=1.0) > 1e-6 * min(x1 - x0, y1 - y0)


@pytest.mark.parametrize("name", [name for name in COUNTS if name in CATALOGUE])
def test_as_many_as_there_are(name: str) -> None:
    surface = build_surface(SurfaceSpec(name))
    found = kinds(find_critical_points(Bare(surface), surface.bounds))
    if name == "schwefel":
        assert found.pop("degenerate") > 20  # on the axes, where ∂f/∂x goes to zero like √|x|
    assert found == COUNTS[name]


def test_in_order_and_repeatable() -> None:
    points = search("(x^2 + y - 11)^2 + (x + y^2 - 7)^2")
    assert [point.kind for point in points] == ["minimum"] * 4 + ["saddle"] * 4 + ["maximum"]
    saddles = [point.value for point in points if point.kind == "saddle"]
    assert saddles == sorted(saddles)
    assert search("(x^2 + y - 11)^2 + (x + y^2 - 7)^2") == points


@pytest.mark.parametrize(
    ("formula", "kind", "place"),
    [
        ("abs(x) + abs(y)", "minimum", (0.0, 0.0)),
        ("abs(x - 1) + y^2", "minimum", (1.0, 0.0)),
        ("3 - abs(x) - abs(y - 1)", "maximum", (0.0, 1.0)),
        ("sqrt(x^2 + y^2)", "minimum", (0.0, 0.0)),
        ("sqrt(abs(x - 1)) + y^2", "minimum", (1.0, 0.0)),
        ("max(x, max(y, -x - y))", "minimum", (0.0, 0.0)),
        ("100*abs(x - sqrt(2)*y - 0.3) + 0.1*abs(x + y)", "minimum", (0.12426407, -0.12426407)),
        ("abs(x) + y^4", "minimum", (0.0, 0.0)),
    ],
)
def test_corners_and_cusps_are_found_by_their_losses(formula: str, kind: str, place: tuple[float, float]) -> None:
    (point,) = search(formula)
    assert (point.kind, point.smooth) == (kind, False)
    assert point.params == pytest.approx(place, abs=1e-8)


def test_a_cusp_among_smooth_points() -> None:
    ackley = "-20*exp(-0.2*sqrt((x^2 + y^2)/2)) - exp((cos(2*pi*x) + cos(2*pi*y))/2) + 20 + e"
    points = search(ackley)
    assert [(point.params, point.kind) for point in points if not point.smooth] == [((0.0, 0.0), "minimum")]
    assert kinds(points) == {"minimum": 121, "saddle": 220, "maximum": 100}


@pytest.mark.parametrize(
    "formula",
    [
        "x + y",
        "5",
        "0*x",
        "exp(x)",
        "log(x)",
        "1/x",
        "1/(x^2 + y^2)",
        "-1/(x - 0.1)^2",
        "tan(x) + y^2",
        "x^2 + y",
        "x/x",
    ],
)
def test_nothing_is_found_where_nothing_is(formula: str) -> None:
    assert search(formula) == ()


@pytest.mark.parametrize(
    "formula", ["x^4 + y^4", "x^6 + y^2", "x^3 + y^3", "x^20 + y^20", "(x^2 + y^2)^2", "x^3 - 3*x*y^2"]
)
def test_a_flat_point_is_degenerate_and_one(formula: str) -> None:
    (point,) = search(formula)
    assert (point.params, point.kind) == ((0.0, 0.0), "degenerate")


@pytest.mark.parametrize(
    "formula", ["x^2", "(x*y - 1)^2", "(x^2 + y^2 - 4)^2", "x^2*y^2", "cos(6*sqrt(x^2 + y^2))", "abs(x)"]
)
def test_of_curves_a_few_points_are_shown_as_degenerate(formula: str) -> None:
    points = search(formula)
    curve = [point for point in points if point.kind == "degenerate"]
    assert 5 <= len(curve) <= 121
    assert len(points) - len(curve) <= 1


def test_parts_that_are_not_finite_do_not_disturb() -> None:
    (point,) = search("x*log(x) + y^2")
    assert point.params == pytest.approx((math.exp(-1.0), 0.0), abs=1e-12)
    assert [point.params for point in search("log(x) - x^2/2 - y^2")] == [(1.0, 0.0)]  # not at −1 where 1/x − x is 0
    assert kinds(search("sqrt(4 - x^2 - y^2)")) == {"maximum": 1}
    assert kinds(search("x^2 + y^2 + 0*log(x + 4)")) == {"minimum": 1}


def test_the_number_is_bounded() -> None:
    assert len(search("sin(30*x) + sin(30*y)")) == MOST_POINTS


def test_bounds_of_any_shape_and_place() -> None:
    surface = bare("(x/1e-6)^2 + (y - 1e5)^2/1e8")
    (point,) = find_critical_points(surface, (-1e-5, 2e-5, 0.0, 3e5))
    assert point.params == pytest.approx((0.0, 1e5), abs=1e-9)
    assert find_critical_points(surface, (1e-6, 2e-6, 0.0, 3e5)) == ()


def test_another_number_of_parameters_has_its_declared_facts() -> None:
    surface = Bare(build_surface(SurfaceSpec("bowl")))
    fact = CriticalPoint((0.0, 0.0, 0.0), 0.0, "minimum")
    surface.dim, surface.minima = 3, (fact,)
    assert find_critical_points(surface, FIVE) == (fact,)


def test_progress_is_told_and_may_stop_it() -> None:
    told: list[tuple[int, int]] = []
    find_critical_points(bare("sin(x) + cos(y)"), FIVE, lambda done, total: told.append((done, total)))
    assert told == sorted(told)
    assert all(0 < done <= total for done, total in told)

    def stop(done: int, _total: int) -> None:
        if done > 2:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        find_critical_points(bare("sin(x) + cos(y)"), FIVE, stop)


numbers = st.floats(-3.0, 3.0).map(lambda number: round(number, 3))
curvatures = st.one_of(st.floats(0.05, 20.0), st.floats(-20.0, -0.05)).map(lambda number: round(number, 3))


@settings(max_examples=40, deadline=None)
@given(numbers, numbers, curvatures, curvatures, st.floats(0.0, 3.1).map(lambda angle: round(angle, 3)))
def test_a_quadratic_has_one_point(x: float, y: float, first: float, second: float, angle: float) -> None:
    u, v = (
        f"((x - ({x}))*cos({angle}) + (y - ({y}))*sin({angle}))",
        f"((y - ({y}))*cos({angle}) - (x - ({x}))*sin({angle}))",
    )
    surface = bare(f"({first}*{u}^2 + ({second})*{v}^2)/2")
    (point,) = find_critical_points(surface, FIVE)
    assert point.params == pytest.approx((x, y), abs=1e-9)
    assert point.kind == ("saddle" if first * second < 0 else "minimum" if first > 0 else "maximum")
    told = characterise(surface, point)
    np.testing.assert_allclose(told.eigenvalues, sorted((first, second)), rtol=1e-9)
    assert len(told.escape) == (first < 0) + (second < 0)


coefficients = st.lists(st.floats(-2.0, 2.0).map(lambda number: round(number, 2)), min_size=9, max_size=9)


@settings(max_examples=40, deadline=None)
@given(coefficients)
def test_random_quartics_keep_no_minimum_to_themselves(c: list[float]) -> None:
    """Every smooth point has next to no gradient, and every local minimum of a fine grid has a point nearby."""
    terms = ("x^3", "x^2*y", "x*y^2", "y^3", "x^2", "x*y", "y^2", "x", "y")
    surface = bare("x^4/4 + y^4/4 + " + " + ".join(f"({k})*{term}" for k, term in zip(c, terms, strict=True)))
    points = find_critical_points(surface, FIVE)
    params = np.array([point.params for point in points]).reshape(-1, 2)
    assert np.abs(surface.gradient(params)).max(initial=0.0) <= 1e-9
    for place in grid_minima(surface.value):
        if is_minimum(surface.value, place):
            assert np.abs(params - place).max(axis=1).min() <= 0.1


def grid_minima(value: Callable[[Array], Array]) -> Array:
    """Inner points of a 201×201 grid that are lower than their eight neighbours."""
    axis = np.linspace(-5.0, 5.0, 201)
    grid = np.stack(np.meshgrid(axis, axis), axis=-1)
    z = value(grid)
    offsets = [(i, j) for i in range(3) for j in range(3) if (i, j) != (1, 1)]
    around = np.min([z[i : i + 199, j : j + 199] for i, j in offsets], axis=0)
    places: Array = grid[1:-1, 1:-1][z[1:-1, 1:-1] < around - 1e-9]
    return places


def is_minimum(value: Callable[[Array], Array], place: Array) -> bool:
    """Whether a finer grid has its lowest point inside too: in a slanting valley a coarse grid sees false minima."""
    axis = np.linspace(-0.1, 0.1, 101)
    z = value(place + np.stack(np.meshgrid(axis, axis), axis=-1))
    return bool(z[1:-1, 1:-1].min() < np.min([z[0], z[-1], z[:, 0], z[:, -1]]))


def test_escape_and_approach_of_a_saddle() -> None:
    surface = bare("x*y")
    (point,) = find_critical_points(surface, FIVE)
    told = characterise(surface, point)
    half = 0.5**0.5
    np.testing.assert_allclose(told.eigenvalues, [-1.0, 1.0])
    np.testing.assert_allclose(np.abs(told.escape), [[half, half]])
    assert told.escape[0, 0] * told.escape[0, 1] < 0.0 < told.approach[0, 0] * told.approach[0, 1]


def test_a_corner_has_no_directions() -> None:
    surface = bare("sqrt(x^2 + y^2) + abs(x)")
    told = characterise(surface, CriticalPoint((0.0, 0.0), 0.0, "minimum", smooth=False))
    assert told.kind == "minimum"
    assert len(told.escape) == 0


def test_among_many_samples_the_points_are_those_of_all_of_them() -> None:
    row = surface_row("sine-neuron")
    assert row.data is not None
    surface = build_surface(SurfaceSpec("sine-neuron", data=replace(row.data, n=2000)))
    found = find_critical_points(surface, surface.bounds)
    assert [point.kind for point in found].count("minimum") == 6
    for point in found:
        assert np.abs(surface.gradient(np.array(point.params))).max() < 1e-9
