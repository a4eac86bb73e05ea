from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest

from surfaces import HeightMap, Surface, SurfaceError, SurfaceSpec, build_surface
from surfaces.contours import HasGrid, contours
from surfaces.heights import HeightSurface, height_map, heights_of, natural_extent

X, Y = np.meshgrid(np.linspace(-2, 2, 9), np.linspace(-1, 3, 17))
EXTENT = (-2.0, 2.0, -1.0, 3.0)
BOWL = height_map(X**2 + 3 * Y**2 + X * Y, "bowl", EXTENT)
WIDE = (-9.0, 9.0, -8.0, 8.0)


def test_a_map_of_a_polynomial_is_the_polynomial() -> None:
    surface = build_surface(SurfaceSpec(heights=BOWL))
    points = np.random.default_rng(3).uniform((-2, -1), (2, 3), size=(40, 2))
    x, y = points.T
    np.testing.assert_allclose(surface.value(points), x**2 + 3 * y**2 + x * y, atol=1e-11)
    np.testing.assert_allclose(surface.gradient(points), np.stack([2 * x + y, 6 * y + x], -1), atol=1e-10)
    np.testing.assert_allclose(surface.hessian(points), np.broadcast_to([[2, 1], [1, 6]], (40, 2, 2)), atol=1e-8)


def test_the_first_row_is_the_lowest() -> None:
    surface = build_surface(SurfaceSpec(heights=height_map(np.array([[0.0, 0.0, 0.0], [7.0, 8.0, 9.0]]), "")))
    assert surface.bounds == (-5.0, 5.0, -2.5, 2.5)
    assert surface.value(np.array([[-5.0, -2.5], [-5.0, 2.5], [5.0, 2.5]])) == pytest.approx([0.0, 7.0, 9.0])


@pytest.mark.parametrize(
    ("size", "extent"), [((3, 3), (-5, 5, -5, 5)), ((5, 2), (-5, 5, -1.25, 1.25)), ((2, 5), (-1.25, 1.25, -5, 5))]
)
def test_cells_are_square_without_an_extent(size: tuple[int, int], extent: tuple[float, ...]) -> None:
    assert natural_extent(*size) == extent


def test_one_point_has_the_bits_of_lanes_and_of_the_grid() -> None:
    surface = HeightSurface(SurfaceSpec(heights=replace(BOWL, extent=(-1.1, 1.7, -0.3, 0.9))))
    x, y = np.linspace(-2, 2.3, 11), np.linspace(-1, 1, 7)
    lanes = np.stack(np.meshgrid(x, y), -1)
    values, gradients = surface.value(lanes), surface.gradient(lanes)
    assert np.array_equal(surface.value_on_grid(x, y), values)
    for row in range(7):
        for column in range(11):
            point = (float(x[column]), float(y[row]))
            assert surface.value_and_gradient_at(point) == (values[row, column], tuple(gradients[row, column]))


@pytest.mark.parametrize("bad", [math.nan, math.inf, 1.7e308])
def test_far_away_is_no_error(bad: float) -> None:
    surface = HeightSurface(SurfaceSpec(heights=BOWL))
    value, gradient = surface.value_and_gradient_at((bad, 0.0))
    assert isinstance(value, float)
    assert len(gradient) == 2
    lane = np.array([bad, 0.0])
    np.testing.assert_equal(float(surface.value(lane)), value)
    assert surface.gradient(lane).shape == (2,)
    assert surface.hessian(lane).shape == (2, 2)


def test_it_is_a_surface_of_which_contours_can_be_drawn() -> None:
    surface = build_surface(SurfaceSpec(heights=BOWL))
    assert isinstance(surface, Surface)
    assert isinstance(surface, HasGrid)
    assert (surface.dim, surface.minima, surface.saddles, surface.maxima) == (2, (), (), ())
    assert len(contours(surface, surface.bounds, (30, 30), 8, "linear").levels) == 8


def test_equal_specs_give_one_surface_and_one_map_one_spline() -> None:
    again = HeightMap(BOWL.title, BOWL.columns, BOWL.rows, bytes(bytearray(BOWL.data)), EXTENT)
    first, second = HeightSurface(SurfaceSpec(heights=BOWL)), HeightSurface(SurfaceSpec(heights=again, bounds=WIDE))
    assert build_surface(SurfaceSpec(heights=again)) is build_surface(SurfaceSpec(heights=BOWL))
    assert first.spline is second.spline


def test_bounds_show_more_or_less_and_leave_the_surface_alone() -> None:
    shown = build_surface(SurfaceSpec(heights=BOWL, bounds=WIDE))
    plain = build_surface(SurfaceSpec(heights=BOWL))
    assert (shown.bounds, plain.bounds) == (WIDE, EXTENT)
    place = np.array([0.3, 1.2])
    assert shown.value(place) == plain.value(place)


def test_numbers_come_back_as_they_were() -> None:
    values = np.array([[0.1, -2e-300], [1e100, 3.0]])
    assert np.array_equal(heights_of(height_map(values, "a")), values)


@pytest.mark.parametrize(
    ("values", "says"),
    [
        (np.zeros((3, 3)), "flat"),
        (np.ones((1, 5)), "2 to 512 points a side; this one has 5 × 1"),
        (np.ones((5, 1)), "1 × 5"),
        (np.ones((2, 513)), "513 × 2"),
        (np.ones(4), "table"),
        (np.array([[1.0, math.nan], [2.0, 3.0]]), "finite"),
        (np.array([[1.0, math.inf], [2.0, 3.0]]), "finite"),
        (np.array([[1.0, -1e101], [2.0, 3.0]]), "within ±1e100"),
    ],
)
def test_a_map_that_cannot_be_is_refused(values: np.ndarray[tuple[int, ...], np.dtype[np.float64]], says: str) -> None:
    with pytest.raises(SurfaceError, match=says):
        height_map(values, "")


@pytest.mark.parametrize(
    "spec",
    [
        SurfaceSpec(heights=replace(BOWL, rows=3)),
        SurfaceSpec(heights=replace(BOWL, columns=100_000)),
        SurfaceSpec(heights=replace(BOWL, data=b"")),
        SurfaceSpec(heights=replace(BOWL, extent=(0.0, 0.0, 0.0, 1.0))),
        SurfaceSpec(heights=replace(BOWL, extent=(0.0, math.inf, 0.0, 1.0))),
        SurfaceSpec(heights=replace(BOWL, extent=(math.nan, 1.0, 0.0, 1.0))),
        SurfaceSpec(heights=BOWL, parameters=(("a", 1.0),)),
        SurfaceSpec(heights=BOWL, dim=3),
        SurfaceSpec(heights=BOWL, name="book"),
    ],
)
def test_a_spec_that_cannot_be_is_refused(spec: SurfaceSpec) -> None:
    with pytest.raises(SurfaceError):
        build_surface(spec)
