"""Every row of the catalogue: adding one is enough to have it tested."""

from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest

from surfaces import CATALOGUE, Array, Surface, SurfaceError, SurfaceRow, SurfaceSpec, build_surface, surface_row
from surfaces.catalogue import GROUPS
from surfaces.contours import SPACINGS, grid_values
from surfaces.critical_points import classify, find_critical_points

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
def test_smooth_critical_points_have_no_gradient_and_the_right_curvature(row: SurfaceRow) -> None:
    surface = built(row)
    for point in surface.minima + surface.saddles + surface.maxima:
        params = np.array(point.params)
        assert float(surface.value(params)) == point.value
        if point.smooth:
            curvature = np.abs(np.linalg.eigvalsh(surface.hessian(params))).max()
            assert np.abs(surface.gradient(params)).max() <= 1e-13 * (1.0 + curvature)
            assert classify(surface.hessian(params)) == point.kind


def ring(point: tuple[float, ...], radius: float) -> Array:
    angles = np.linspace(0, 2 * np.pi, 16, endpoint=False)
    return np.array(point) + radius * np.stack([np.cos(angles), np.sin(angles)], axis=-1)


@every_row
def test_sharp_minima_lie_below_their_surroundings_at_every_slider_position(row: SurfaceRow) -> None:
    diagonal = np.hypot(row.bounds[1] - row.bounds[0], row.bounds[3] - row.bounds[2])
    ends = [((p.name, value),) for p in row.parameters for value in (p.low, p.high)]
    for parameters in ((), *ends):
        surface = build_surface(SurfaceSpec(row.name, parameters=parameters))
        for point in (point for point in surface.minima if not point.smooth):
            for share in (1e-3, 1e-6, 1e-9):
                assert (surface.value(ring(point.params, share * diagonal)) > point.value).all()


@every_row
def test_derivatives_are_finite_at_declared_points_and_starts(row: SurfaceRow) -> None:
    surface = built(row)
    points = surface.minima + surface.saddles + surface.maxima
    params = np.array([row.start, *row.more_starts, (0.0, 0.0), *(point.params for point in points)])
    for evaluate in (surface.value, surface.gradient, surface.hessian):
        assert np.isfinite(evaluate(params)).all()


@every_row
def test_counts_and_declared_points_are_what_a_search_finds(row: SurfaceRow) -> None:
    surface = built(row)
    if row.data is not None or row.minima_count is None is row.saddles_count:
        return
    found = find_critical_points(surface, row.bounds)
    if row.minima_count is not None:
        assert sum(point.kind == "minimum" for point in found) == row.minima_count
    if row.saddles_count is not None:
        assert sum(point.kind == "saddle" for point in found) == row.saddles_count
    lowest = min((point.value for point in found), default=0.0)
    assert all(point.value >= lowest - 1e-9 for point in surface.minima)


@every_row
def test_few_points_are_declared_completely(row: SurfaceRow) -> None:
    """Beyond a dozen, the lowest and its rivals are enough."""
    if row.minima_count is not None and row.minima_count <= 12:
        assert len(row.minima) == row.minima_count
    saddles = [point for point in row.saddles if point.kind == "saddle"]
    if row.saddles_count is not None and row.saddles_count <= 12:
        assert len(saddles) == row.saddles_count


@every_row
def test_careful_descent_from_the_starts_goes_down_and_stays(row: SurfaceRow) -> None:
    """Half of 2/λmax, and never further than a hundredth of the map: kinks have no curvature."""
    surface, params = built(row), points_within(row, 300)
    x0, x1, y0, y1 = row.bounds
    curvature = np.abs(np.linalg.eigvalsh(surface.hessian(params))).max()
    slope = np.linalg.norm(surface.gradient(params), axis=-1).max()
    learning_rate = 1.0 / max(curvature, 100.0 * slope / np.hypot(x1 - x0, y1 - y0))
    starts = np.array([row.start, *row.more_starts])
    params = starts
    for _ in range(200):
        params = params - learning_rate * surface.gradient(params)
    assert np.isfinite(params).all()
    if row.minima_count != 0:  # a plane has no bottom
        assert (params >= (x0, y0)).all()
        assert (params <= (x1, y1)).all()
    assert (surface.value(params) <= surface.value(starts)).all()


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
    surface = built(row)
    x, y = np.linspace(*row.bounds[:2], 7), np.linspace(*row.bounds[2:], 5)
    mesh = np.stack(np.meshgrid(x, y), axis=-1)
    np.testing.assert_allclose(grid_values(surface, x, y), surface.value(mesh), rtol=1e-12, atol=1e-12)


@every_row
def test_row_is_complete(row: SurfaceRow) -> None:
    x0, x1, y0, y1 = row.bounds
    for x, y in (row.start, *row.more_starts):
        assert x0 <= x <= x1
        assert y0 <= y <= y1
    assert row.levels in SPACINGS
    assert row.name == row.name.lower().replace(" ", "-")
    assert row.title
    assert row.group in GROUPS
    assert row.source
    assert row.teaches.endswith(".")
    assert not row.note or row.note.endswith(".")
    assert len(row.variables) == 2
    points = row.minima + row.saddles + row.maxima
    assert all(x0 <= p.params[0] <= x1 and y0 <= p.params[1] <= y1 for p in points)
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


def test_groups_come_one_after_another_and_titles_are_unique() -> None:
    groups = [row.group for row in CATALOGUE.values()]
    assert groups == sorted(groups, key=GROUPS.index)
    assert set(GROUPS[:4]) <= set(groups)
    assert len({row.title for row in CATALOGUE.values()}) == len(CATALOGUE)


def test_the_catalogue_is_a_table_and_compiles_nothing() -> None:
    code = "import surfaces; from surfaces.formula.compiled import _compile; print(_compile.cache_info().currsize)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "0"


def test_the_origin_of_ackley_and_its_like_has_a_stated_gradient() -> None:
    for name in ("ackley", "schwefel", "drop-wave", "absolute-value"):
        np.testing.assert_allclose(built(CATALOGUE[name]).gradient(np.zeros(2)), 0.0, atol=1e-12)
    np.testing.assert_allclose(built(CATALOGUE["drop-wave"]).hessian(np.zeros(2)), 72.5 * np.eye(2), rtol=1e-9)


def test_unknown_name_suggests_the_near_one() -> None:
    with pytest.raises(SurfaceError, match=r"Did you mean rosenbrock\?.*main.py list surfaces"):
        surface_row("rosenbrok")


@every_row
def test_numbers_of_a_row_are_floats(row: SurfaceRow) -> None:
    points = row.minima + row.saddles + row.maxima
    numbers = [
        *row.bounds,
        *row.start,
        *(x for start in row.more_starts for x in start),
        *(p.default for p in row.parameters),
        *(p.value for p in points),
    ]
    assert all(type(number) is float for number in numbers)
