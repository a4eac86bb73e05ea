"""Every row of the catalogue: adding one is enough to have it tested."""

from __future__ import annotations

import numpy as np
import pytest

from surfaces import CATALOGUE, Array, Surface, SurfaceError, SurfaceRow, SurfaceSpec, build_surface, surface_row
from surfaces.contours import SPACINGS
from surfaces.critical_points import classify

ROWS = [pytest.param(row, id=name) for name, row in CATALOGUE.items()]
every_row = pytest.mark.parametrize("row", ROWS)


def built(row: SurfaceRow) -> Surface:
    return build_surface(SurfaceSpec(row.name))


def points_within(row: SurfaceRow, count: int, seed: int = 0) -> Array:
    x0, x1, y0, y1 = row.bounds
    return np.random.default_rng(seed).uniform((x0, y0), (x1, y1), (count, 2))


@every_row
def test_gradient_agrees_with_central_differences(row: SurfaceRow) -> None:
    surface, params, h = built(row), points_within(row, 40), 1e-5
    steps = h * np.eye(2)
    slopes = [(surface.value(params + step) - surface.value(params - step)) / (2 * h) for step in steps]
    scale = 1.0 + np.abs(surface.value(params)).max()
    np.testing.assert_allclose(surface.gradient(params), np.stack(slopes, -1), rtol=1e-6, atol=1e-9 * scale)


@every_row
def test_hessian_agrees_with_central_differences(row: SurfaceRow) -> None:
    surface, params, h = built(row), points_within(row, 40), 1e-5
    steps = h * np.eye(2)
    columns = [(surface.gradient(params + step) - surface.gradient(params - step)) / (2 * h) for step in steps]
    scale = 1.0 + np.abs(surface.gradient(params)).max()
    np.testing.assert_allclose(surface.hessian(params), np.stack(columns, -1), rtol=1e-6, atol=1e-9 * scale)


@every_row
def test_hessian_is_symmetric(row: SurfaceRow) -> None:
    hessian = built(row).hessian(points_within(row, 10))
    np.testing.assert_array_equal(hessian, np.swapaxes(hessian, -1, -2))


@every_row
def test_critical_points_are_where_they_are_declared(row: SurfaceRow) -> None:
    surface = build_surface(SurfaceSpec(row.name))
    for exact, declared in (
        (surface.minima, row.minima),
        (surface.saddles, row.saddles),
        (surface.maxima, row.maxima),
    ):
        assert len(exact) == len(declared)
        for point in declared:
            nearest = min(exact, key=lambda other: np.hypot(*np.subtract(other.params, point.params)))
            np.testing.assert_allclose(nearest.params, point.params, atol=2e-5)
            assert nearest.value == pytest.approx(point.value, abs=1e-4)
            assert nearest.kind == point.kind


@every_row
def test_critical_points_have_no_gradient_and_the_right_curvature(row: SurfaceRow) -> None:
    surface = build_surface(SurfaceSpec(row.name))
    for point in surface.minima + surface.saddles + surface.maxima:
        params = np.array(point.params)
        curvature = np.abs(np.linalg.eigvalsh(surface.hessian(params))).max()
        assert np.abs(surface.gradient(params)).max() <= 1e-13 * (1.0 + curvature)
        assert classify(surface.hessian(params)) == point.kind
        assert float(surface.value(params)) == point.value


@every_row
def test_minima_come_lowest_first(row: SurfaceRow) -> None:
    values = [point.value for point in built(row).minima]
    assert values == pytest.approx(sorted(values), abs=1e-9)


@every_row
@pytest.mark.parametrize("count", [1, 3, 17])
def test_one_lane_equals_many(row: SurfaceRow, count: int) -> None:
    surface, params = built(row), points_within(row, count, seed=1)
    for evaluate in (surface.value, surface.gradient, surface.hessian):
        together = evaluate(params)
        apart = np.array([evaluate(point) for point in params])
        np.testing.assert_allclose(apart, together, rtol=1e-12, atol=1e-12)


@every_row
def test_scalar_path_equals_arrays(row: SurfaceRow) -> None:
    surface, params = built(row), points_within(row, 50, seed=2)
    results = [surface.value_and_gradient_at(tuple(point)) for point in params.tolist()]
    np.testing.assert_allclose([value for value, _ in results], surface.value(params), rtol=1e-12, atol=1e-12)
    np.testing.assert_allclose([slope for _, slope in results], surface.gradient(params), rtol=1e-12, atol=1e-12)
    assert all(type(number) is float for value, slope in results for number in (value, *slope))


@every_row
def test_shapes_follow_the_leading_axes(row: SurfaceRow) -> None:
    surface, params = built(row), np.zeros((4, 1, 3, 2))
    assert surface.value(params).shape == (4, 1, 3)
    assert surface.gradient(params).shape == (4, 1, 3, 2)
    assert surface.hessian(params).shape == (4, 1, 3, 2, 2)
    assert surface.value(np.zeros((0, 2))).shape == (0,)


@every_row
def test_open_grid_equals_mesh(row: SurfaceRow) -> None:
    surface = build_surface(SurfaceSpec(row.name))
    x, y = np.linspace(*row.bounds[:2], 7), np.linspace(*row.bounds[2:], 5)
    mesh = np.stack(np.meshgrid(x, y), axis=-1)
    np.testing.assert_allclose(surface.value_on_grid(x, y), surface.value(mesh), rtol=1e-12, atol=1e-12)


@every_row
def test_row_is_complete(row: SurfaceRow) -> None:
    x0, x1, y0, y1 = row.bounds
    assert x0 <= row.start[0] <= x1
    assert y0 <= row.start[1] <= y1
    assert row.levels in SPACINGS
    assert row.title
    assert row.group
    assert row.source
    assert row.teaches.endswith(".")
    for parameter in row.parameters:
        assert parameter.low <= parameter.default <= parameter.high
        assert parameter.help


@every_row
def test_surface_keeps_the_protocol(row: SurfaceRow) -> None:
    surface = built(row)
    assert isinstance(surface, Surface)
    assert surface.dim == 2
    assert surface.bounds == row.bounds


@every_row
def test_every_slider_position_builds(row: SurfaceRow) -> None:
    for parameter in row.parameters:
        for value in (parameter.low, parameter.high):
            surface = build_surface(SurfaceSpec(row.name, parameters=((parameter.name, value),)))
            assert all(point.kind == "minimum" for point in surface.minima)


def test_unknown_name_suggests_the_near_one() -> None:
    with pytest.raises(SurfaceError, match=r"Did you mean rosenbrock\?.*himmelblau"):
        surface_row("rosenbrok")


@every_row
def test_numbers_of_a_row_are_floats(row: SurfaceRow) -> None:
    points = row.minima + row.saddles + row.maxima
    numbers = [*row.bounds, *row.start, *(p.default for p in row.parameters), *(p.value for p in points)]
    assert all(type(number) is float for number in numbers)
