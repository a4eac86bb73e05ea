"""Code that works in given arrays gives the bits of the code that makes its own."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from surfaces import CATALOGUE, SurfaceSpec, build_surface
from surfaces.analytic import FormulaSurface
from surfaces.lanes import lane_measure

FORMULAS = [name for name, row in CATALOGUE.items() if row.data is None]
TYPED = ["abs(x) + max(y, 0)", "where(x < y, x^2, exp(y))", "3 + 0*x", "x", "y/x", "x^0.5 + cbrt(y)", "sigmoid(x)*y^3"]


def points(bounds: tuple[float, float, float, float], count: int) -> np.ndarray:
    x0, x1, y0, y1 = bounds
    drawn = np.random.default_rng(0).uniform((x0, y0), (x1, y1), (count, 2))
    drawn[0] = 0.0
    return np.ascontiguousarray(drawn.T)


@pytest.mark.parametrize("which", [*FORMULAS, *TYPED])
def test_loss_and_gradient_of_lanes_are_the_surfaces(which: str) -> None:
    spec = SurfaceSpec(which) if which in CATALOGUE else SurfaceSpec(formula=which, bounds=(-3.0, 3.0, -3.0, 3.0))
    surface = build_surface(spec)
    measure, gradient = lane_measure(surface), np.empty((2, 501))
    for count in (501, 40, 501):  # it takes other arrays when there are fewer lanes
        params, gradient = points(surface.bounds, count), np.empty((2, count))
        before = params.copy()
        loss = measure(params, gradient)
        assert loss is not None
        assert loss.tobytes() == surface.value(params.T).tobytes()
        assert gradient.T.tobytes() == surface.gradient(params.T).tobytes()
        assert params.tobytes() == before.tobytes()


@pytest.mark.parametrize("name", FORMULAS)
def test_within_limits_that_are_sure_only_the_gradient_is_worked_out(name: str) -> None:
    surface = build_surface(SurfaceSpec(name))
    x0, x1, y0, y1 = surface.bounds
    measure, params = lane_measure(surface), points(surface.bounds, 100)
    measure.stay_within([(x0, x1), (y0, y1)])
    gradient = np.empty((2, 100))
    assert measure(params, gradient) is None
    assert gradient.T.tobytes() == surface.gradient(params.T).tobytes()


def test_a_surface_that_is_no_formula_is_asked_as_ever() -> None:
    surface = build_surface(SurfaceSpec("sine-neuron"))
    measure, params = lane_measure(surface), points(surface.bounds, 30)
    measure.stay_within([(-1.0, 1.0), (-1.0, 1.0)])
    gradient = np.empty((2, 30))
    loss = measure(params, gradient)
    assert loss is not None
    assert loss.tobytes() == surface.value(params.T).tobytes()
    assert gradient.T.tobytes() == surface.gradient(params.T).tobytes()


def sure(formula: str, low: float, high: float) -> bool:
    surface = build_surface(SurfaceSpec(formula=formula, bounds=(-3.0, 3.0, -3.0, 3.0)))
    assert isinstance(surface, FormulaSurface)
    return surface.formula.is_surely_finite([(low, high)] * 2, surface.values)


@pytest.mark.parametrize(
    ("formula", "low", "high", "known"),
    [
        ("x^2 + y^4", -1e3, 1e3, True),
        ("x^2 + y^4", -1e80, 1e80, False),
        ("1/x + y", -1.0, 1.0, False),
        ("1/x + y", 0.5, 1.0, True),
        ("1/(1 + x^2) + y", -9.0, 9.0, True),
        ("log(x) + y", -1.0, 2.0, False),
        ("log(1 + x^2) + y", -9.0, 9.0, True),
        ("exp(x) + y", -9.0, 800.0, False),
        ("exp(-x^2) + y", -9.0, 9.0, True),
        ("sqrt(1 + x^2) + abs(y)", -9.0, 9.0, True),
        ("sqrt(x) + y", -9.0, 9.0, False),
        ("sigmoid(1000*x) + softplus(y) + tanh(x) + sin(y)", -9.0, 9.0, True),
        ("asin(x) + y", -9.0, 9.0, False),
    ],
)
def test_what_can_be_told_of_a_formula(formula: str, low: float, high: float, known: bool) -> None:
    assert sure(formula, low, high) == known


SURE = [
    "x^3*y - 2",
    "1/(2 + sin(x*y))",
    "exp(x - y)",
    "sqrt(x^2 + 1)*abs(y)",
    "max(x, y)/(1 + x^2)",
    "log(3 + cos(x) + y^2)",
]


@given(st.sampled_from(SURE), st.floats(0.0, 30.0), st.floats(-1.0, 1.0), st.floats(-1.0, 1.0))
def test_what_is_sure_holds(formula: str, reach: float, x: float, y: float) -> None:
    if sure(formula, -reach, reach):
        surface = build_surface(SurfaceSpec(formula=formula, bounds=(-3.0, 3.0, -3.0, 3.0)))
        loss, slopes = surface.value_and_gradient_at((x * reach, y * reach))
        assert all(map(math.isfinite, (loss, *slopes)))
