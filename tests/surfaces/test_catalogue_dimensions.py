"""Rows that have a version with n parameters."""

from __future__ import annotations

import numpy as np
import pytest

from surfaces import (
    CATALOGUE,
    Surface,
    SurfaceError,
    SurfaceRow,
    SurfaceSpec,
    build_surface,
    surface_row,
    surface_scales,
)
from surfaces.catalogue.row import MOST_DIMENSIONS
from surfaces.critical_points import classify
from surfaces.scales import box

LARGE = [row for row in CATALOGUE.values() if row.formula_nd is not None]
every_version = pytest.mark.parametrize(
    ("row", "dim"), [pytest.param(row, dim, id=f"{row.name} {dim}") for row in LARGE for dim in (3, 4, 7, 10)]
)


def built(row: SurfaceRow, dim: int) -> Surface:
    return build_surface(SurfaceSpec(row.name, dim=dim))


def points_within(surface: Surface, count: int) -> np.ndarray:
    return np.random.default_rng(3).uniform(*box(surface), (count, surface.dim))


def test_five_rows_have_large_versions() -> None:
    assert {row.name for row in LARGE} == {"quadratic", "rosenbrock", "rastrigin", "ackley", "styblinski-tang"}


@pytest.mark.parametrize("row", [pytest.param(row, id=row.name) for row in LARGE])
def test_formula_in_two_dimensions_is_that_of_the_row(row: SurfaceRow) -> None:
    assert row.formula_nd
    assert row.minima_nd
    written = row.formula_nd(2).replace("x1", "x").replace("x2", "y")
    parameters = tuple((p.name, p.default) for p in row.parameters)
    large = build_surface(SurfaceSpec(formula=written, parameters=parameters))
    small = build_surface(SurfaceSpec(row.name))
    params = points_within(small, 50)
    np.testing.assert_allclose(large.value(params), small.value(params), rtol=1e-12, atol=1e-12)
    assert small.minima[0].params == pytest.approx(row.minima_nd(2)[0].params, abs=1e-5)


@every_version
def test_derivatives_agree_with_central_differences(row: SurfaceRow, dim: int) -> None:
    surface, h = built(row, dim), 1e-5
    params = points_within(surface, 5)
    steps = h * np.eye(dim)
    slopes = [(surface.value(params + step) - surface.value(params - step)) / (2 * h) for step in steps]
    scale = np.abs(surface.value(params)).max()
    np.testing.assert_allclose(surface.gradient(params), np.stack(slopes, -1), rtol=1e-6, atol=1e-9 * scale)
    columns = [(surface.gradient(params + step) - surface.gradient(params - step)) / (2 * h) for step in steps]
    scale = np.abs(surface.gradient(params)).max()
    np.testing.assert_allclose(surface.hessian(params), np.stack(columns, -1), rtol=1e-6, atol=1e-9 * scale)


@every_version
def test_minima_are_where_they_are_declared(row: SurfaceRow, dim: int) -> None:
    surface, declared = built(row, dim), row.in_dimensions(dim).minima
    assert len(surface.minima) == len(declared)
    for exact, stated in zip(surface.minima, sorted(declared, key=lambda point: point.value), strict=True):
        assert exact.value == pytest.approx(stated.value, abs=1e-4)
        if exact.smooth:
            assert np.abs(surface.gradient(np.array(exact.params))).max() < 1e-9
            assert classify(surface.hessian(np.array(exact.params))) == "minimum"
    place = np.array(surface.minima[0].params)
    around = place + 1e-4 * np.random.default_rng(0).normal(size=(100, dim))
    assert (surface.value(around) > surface.minima[0].value).all()


@every_version
def test_scales_and_start(row: SurfaceRow, dim: int) -> None:
    surface = built(row, dim)
    scales = surface_scales(surface)
    assert scales.loss_range > 0
    assert scales.gradient_scale > 0
    assert scales.curvature_scale > 0
    low, high = box(surface)
    assert scales.diagonal == pytest.approx(float(np.linalg.norm(np.subtract(high, low))))
    start = row.start_in(dim)
    assert len(start) == dim
    assert all(a <= x <= b for a, x, b in zip(low, start, high, strict=True))


def test_curvatures_of_the_quadratic_go_from_one_to_the_condition_number() -> None:
    surface = build_surface(SurfaceSpec("quadratic", dim=5, parameters=(("condition", 81.0),)))
    np.testing.assert_allclose(np.diag(surface.hessian(np.zeros(5))), [1, 3, 9, 27, 81])
    assert surface.minima[0].params == (0.0,) * 5


@pytest.mark.parametrize(
    ("spec", "sentence"),
    [
        (SurfaceSpec("booth", dim=3), "booth has two parameters, not 3"),
        (SurfaceSpec("rosenbrock", dim=MOST_DIMENSIONS + 1), "2 to 10 parameters, not 11"),
        (SurfaceSpec("rosenbrock", dim=1), "2 to 10 parameters, not 1"),
        (SurfaceSpec(formula="x + y", dim=3), "A formula has two parameters"),
    ],
)
def test_versions_that_do_not_exist_are_refused(spec: SurfaceSpec, sentence: str) -> None:
    with pytest.raises(SurfaceError, match=sentence):
        build_surface(spec)


def test_most_dimensions() -> None:
    assert surface_row("rosenbrock").most_dimensions == MOST_DIMENSIONS
    assert surface_row("booth").most_dimensions == 2
