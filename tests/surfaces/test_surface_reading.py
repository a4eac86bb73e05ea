"""What a surface says at a point and over grids, against numbers worked by hand."""

from __future__ import annotations

import math

import numpy as np
import pytest

from surfaces import Surface, SurfaceSpec, build_surface
from surfaces.reading import curvature_grid, direction_field, read_point


def typed(formula: str) -> Surface:
    return build_surface(SurfaceSpec(formula=formula, bounds=(-5.0, 5.0, -5.0, 5.0)))


def test_a_valley_is_read() -> None:
    reading = read_point(typed("x^2/20 + y^2"), 4.0, -1.0)
    assert reading.params == (4.0, -1.0)
    assert reading.value == pytest.approx(1.8)
    np.testing.assert_allclose(reading.gradient, [0.4, -2.0])
    assert reading.gradient_norm == pytest.approx(math.hypot(0.4, 2.0))
    np.testing.assert_allclose(reading.eigenvalues, [0.1, 2.0])
    np.testing.assert_allclose(np.abs(reading.eigenvectors), np.eye(2), atol=1e-12)
    assert reading.condition_number == pytest.approx(20.0)
    assert reading.largest_learning_rate == pytest.approx(1.0)
    assert reading.curvature == "convex"


@pytest.mark.parametrize(
    ("formula", "curvature", "condition", "rate"),
    [
        ("x*y", "indefinite", 1.0, 2.0),
        ("-x^2 - 4*y^2", "concave", 4.0, None),
        ("x^2", "flat", math.inf, 1.0),
        ("x + y", "flat", math.inf, None),
        ("log(x - 9)", "undefined", math.nan, None),
    ],
)
def test_kinds_of_curvature(formula: str, curvature: str, condition: float, rate: float | None) -> None:
    reading = read_point(typed(formula), 1.0, 2.0)
    assert reading.curvature == curvature
    assert reading.condition_number == pytest.approx(condition, nan_ok=True)
    assert reading.largest_learning_rate == rate


def test_gradient_descent_is_stable_just_below_the_largest_rate_and_not_above() -> None:
    surface = typed("3*x^2 + x*y + y^2")
    rate = read_point(surface, 0.0, 0.0).largest_learning_rate
    assert rate is not None
    for share, ends_near in ((0.98, True), (1.02, False)):
        params = np.array([1.0, 1.0])
        for _ in range(2000):
            params = params - share * rate * surface.gradient(params)
        assert bool(np.abs(params).max() < 1.0) is ends_near


def test_far_out_nothing_breaks() -> None:
    reading = read_point(typed("exp(x*y)"), 1e200, -1e200)
    assert reading.value == 0.0 or math.isnan(reading.value)
    assert math.isnan(read_point(typed("x^2 + y^2"), math.inf, 0.0).gradient_norm)


def test_three_parameters_are_read_as_well() -> None:
    reading = read_point(build_surface(SurfaceSpec("quadratic", dim=3)), 1.0, 1.0, 1.0)
    assert reading.eigenvalues.shape == (3,)
    np.testing.assert_allclose(reading.eigenvectors @ reading.eigenvectors.T, np.eye(3), atol=1e-12)
    assert reading.curvature == "convex"


def test_curvature_over_a_grid_agrees_with_points() -> None:
    surface = typed("x^3/3 - x*y^2 + y^2 + log(y + 4.5)")
    x, y = np.linspace(-4.7, 5.0, 5), np.linspace(-4.9, 5.0, 4)
    grid = curvature_grid(surface, x, y)
    assert grid.low.shape == (4, 5)
    for row, column in np.ndindex(4, 5):
        reading = read_point(surface, float(x[column]), float(y[row]))
        low, high = reading.eigenvalues
        np.testing.assert_allclose([grid.low[row, column], grid.high[row, column]], [low, high], rtol=1e-10)
        np.testing.assert_allclose(grid.condition_number[row, column], reading.condition_number, rtol=1e-8)
        np.testing.assert_equal(grid.determinant_sign[row, column], np.sign(low) * np.sign(high))
    assert np.isnan(grid.determinant_sign[0]).all()


def test_flat_ground_has_no_sign_and_no_condition() -> None:
    grid = curvature_grid(typed("x^2"), np.array([0.0, 1.0]), np.array([0.0]))
    assert (grid.determinant_sign == 0.0).all()
    assert np.isinf(grid.condition_number).all()


def test_directions_downhill_and_newtons() -> None:
    surface, x, y = typed("x^2/20 + y^2"), np.array([-4.0, 2.0, 6.0]), np.array([-1.0, 3.0])
    downhill = direction_field(surface, x, y)
    assert downhill.shape == (2, 3, 2)
    np.testing.assert_allclose(downhill[1, 2], [-0.6, -6.0])
    newton = direction_field(surface, x, y, newton=True)
    np.testing.assert_allclose(newton, -np.stack(np.meshgrid(x, y), axis=-1))
    unit = direction_field(surface, x, y, newton=True, unit=True)
    np.testing.assert_allclose(np.hypot(unit[..., 0], unit[..., 1]), 1.0)


def test_directions_are_missing_where_there_is_none() -> None:
    zero = np.array([0.0])
    assert np.isnan(direction_field(typed("log(x) + y"), np.array([-1.0]), zero)).all()
    assert np.isnan(direction_field(typed("x^2 + y"), zero, zero, newton=True)).all()
    assert np.isnan(direction_field(typed("x^2 + y^2"), zero, zero, unit=True)).all()
    np.testing.assert_array_equal(direction_field(typed("x^2 + y^2"), zero, zero), 0.0)
