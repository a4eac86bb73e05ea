from __future__ import annotations

import numpy as np
import pytest

from engine.line_search import Ray, armijo, exact, search, strong_wolfe
from engine.oracle import Evaluations, Oracle
from surfaces import CATALOGUE, Array, SurfaceSpec, build_surface

SMOOTH = ("rosenbrock", "beale", "himmelblau", "styblinski-tang", "six-wells", "rastrigin", "dip", "sine-neuron")


def ray_on(spec: SurfaceSpec, point: tuple[float, ...], direction: Array | None = None) -> tuple[Ray, Oracle]:
    """Return a ray, down the gradient unless told otherwise, and who answers it (with nothing counted yet)."""
    oracle = Oracle(build_surface(spec))
    place = np.array(point)
    gradient = oracle.gradient(place)
    oracle.resume(Evaluations())
    return Ray(oracle, place, -gradient if direction is None else direction, gradient), oracle


def rays(name: str) -> list[Ray]:
    x0, x1, y0, y1 = CATALOGUE[name].bounds
    points = np.random.default_rng(4).uniform((x0, y0), (x1, y1), (15, 2))
    return [ray_on(SurfaceSpec(name), tuple(point))[0] for point in points]


@pytest.mark.parametrize("first", [1.0, 1e-3])
@pytest.mark.parametrize("name", SMOOTH)
def test_armijo_finds_the_longest_of_the_halved_lengths_that_is_enough(name: str, first: float) -> None:
    for ray in rays(name):
        halved = [first * 0.5**k for k in range(60)]
        enough = (a for a in halved if ray.value(a) <= ray.value(0.0) + 0.1 * a * ray.slope)
        assert armijo(ray, first, 0.1, forgiving=False) == next(enough)


@pytest.mark.parametrize("c2", [0.9, 0.1])
@pytest.mark.parametrize("first", [1.0, 1e-3])
@pytest.mark.parametrize("name", SMOOTH)
def test_strong_wolfes_length_fulfils_both_conditions(name: str, first: float, c2: float) -> None:
    for ray in rays(name):
        length = strong_wolfe(ray, first, 1e-4, c2)
        assert length > 0.0
        assert ray.value(length) <= ray.value(0.0) + 1e-4 * length * ray.slope
        assert abs(ray.slope_at(length)) <= c2 * abs(ray.slope)


def test_a_parabola_is_solved_by_its_first_interpolation() -> None:
    """Too long a step on 3 x²: the interval's parabola is the loss itself, so one more trial ends the search."""
    ray, oracle = ray_on(SurfaceSpec(formula="3*x^2 + 0*y"), (1.0, 0.0))
    length = strong_wolfe(ray, 0.9, 1e-4, 1e-6)
    assert length == pytest.approx(1.0 / 6.0, rel=1e-12)
    assert oracle.evaluations == Evaluations(values=3, gradients=1)


def test_too_short_a_step_is_doubled_until_the_slope_is_gone() -> None:
    ray, oracle = ray_on(SurfaceSpec(formula="x^2/2 + 0*y"), (1.0, 0.0))
    assert strong_wolfe(ray, 0.125, 1e-4, 0.1) == 1.0
    assert oracle.evaluations == Evaluations(values=5, gradients=4)


def test_no_gradient_is_asked_for_twice() -> None:
    ray, oracle = ray_on(SurfaceSpec("rosenbrock"), (-1.2, 1.0))
    length = strong_wolfe(ray, 1.0, 1e-4, 0.1)
    spent = oracle.evaluations.gradients
    ray.slope_at(length)
    ray.slope_at(0.0)
    assert oracle.evaluations.gradients == spent


@pytest.mark.parametrize("name", ["quadratic", "rotated-quadratic", "matyas", "booth"])
def test_the_exact_length_ends_where_the_slope_is_gone(name: str) -> None:
    for ray in rays(name):
        assert ray.slope_at(exact(ray, 1.0)) == pytest.approx(0.0, abs=1e-11 * abs(ray.slope))


def test_where_the_ray_curves_downwards_armijo_stands_in_for_the_exact_length() -> None:
    ray, _ = ray_on(SurfaceSpec("saddle"), (0.0, 0.1))
    assert ray.curvature < 0.0
    assert exact(ray, 2.0) == 2.0


@pytest.mark.parametrize("kind", ["armijo", "strong-wolfe", "exact"])
def test_a_direction_that_does_not_descend_leads_nowhere_and_costs_nothing(kind: str) -> None:
    for uphill in (np.array([1.0, 2.0]), np.array([0.0, 0.0])):
        ray, oracle = ray_on(SurfaceSpec("bowl"), (1.0, 2.0), uphill)
        assert search(kind, ray, 1.0, 1e-4, 0.9) == 0.0
        assert oracle.evaluations == Evaluations()


@pytest.mark.parametrize("kind", ["armijo", "strong-wolfe"])
def test_a_trial_outside_the_domain_is_too_long(kind: str) -> None:
    ray, _ = ray_on(SurfaceSpec(formula="x - ln(x) + y^2"), (3.0, 0.0))
    length = search(kind, ray, 8.0, 1e-4, 0.9)
    assert 0.0 < ray.at(length)[0] < 3.0


@pytest.mark.parametrize("kind", ["armijo", "strong-wolfe"])
def test_near_a_minimum_with_an_offset_a_step_within_rounding_is_no_rise(kind: str) -> None:
    """There the loss can say nothing any more (science, B29): a Newton step is taken as it comes."""
    ray, oracle = ray_on(SurfaceSpec(formula="1000 + x^2 + y^2"), (1e-9, 0.0), np.array([-1e-9, 0.0]))
    assert search(kind, ray, 1.0, 1e-4, 0.9) == 1.0
    assert oracle.evaluations.values == 2


def test_a_ray_without_an_end_gives_the_longest_step_that_was_tried() -> None:
    ray, oracle = ray_on(SurfaceSpec("plane"), (0.0, 0.0))
    assert strong_wolfe(ray, 1.0) == 2.0**24
    assert oracle.evaluations.values == 26
