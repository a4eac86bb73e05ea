from __future__ import annotations

import itertools
import math
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from surfaces.spline import BicubicSpline, interpolating_spline

if TYPE_CHECKING:
    from surfaces.surface import Array

heights = arrays.arrays(
    np.float64,
    st.tuples(st.integers(2, 9), st.integers(2, 9)),
    elements=st.floats(-1e3, 1e3, allow_nan=False),
)
shares = st.floats(-0.5, 1.5)


def waves(rows: int, columns: int) -> Array:
    u, v = np.meshgrid(np.arange(columns), np.arange(rows))
    made: Array = np.sin(0.7 * u) * np.cos(0.5 * v) + 0.1 * u * v
    return made


def slow_lines(values: Array, at: Array) -> Array:
    """The not-a-knot spline through values at 0 … n − 1, by one full system for all polynomials' coefficients.

    The unknowns of piece i are a, b, c, d of a + bt + ct² + dt³; the polynomial outside is the piece beside it.
    """
    pieces = len(values) - 1
    rows: list[Array] = []
    right: list[float] = []

    def equation(wanted: float, *terms: tuple[int, tuple[float, ...]]) -> None:
        row = np.zeros(4 * pieces)
        for piece, factors in terms:
            row[4 * piece : 4 * piece + 4] += factors
        rows.append(row)
        right.append(wanted)

    for i in range(pieces):
        equation(values[i], (i, (1, 0, 0, 0)))
        equation(values[i + 1], (i, (1, 1, 1, 1)))
    for i in range(pieces - 1):
        equation(0.0, (i, (0, 1, 2, 3)), (i + 1, (0, -1, 0, 0)))
        equation(0.0, (i, (0, 0, 2, 6)), (i + 1, (0, 0, -2, 0)))
    equation(0.0, (0, (0, 0, 0, 6)), (1, (0, 0, 0, -6)))
    equation(0.0, (pieces - 2, (0, 0, 0, 6)), (pieces - 1, (0, 0, 0, -6)))
    solved = np.linalg.solve(np.array(rows), np.array(right)).reshape(pieces, 4)
    piece = np.clip(np.floor(at).astype(int), 0, pieces - 1)
    drawn: Array = np.polynomial.polynomial.polyval(at - piece, solved[piece].T, tensor=False)
    return drawn


def slow_grid(values: Array, u: Array, v: Array) -> Array:
    along_u = np.array([slow_lines(row, u) for row in values])
    return np.array([slow_lines(column, v) for column in along_u.T]).T


@pytest.mark.parametrize(("rows", "columns"), [(4, 4), (4, 7), (5, 5), (6, 12), (23, 5)])
def test_it_is_the_spline_of_the_full_system(rows: int, columns: int) -> None:
    values = np.random.default_rng(rows * columns).normal(size=(rows, columns))
    u: Array = np.linspace(0.0, columns - 1.0, 41)
    v: Array = np.linspace(0.0, rows - 1.0, 37)
    drawn = interpolating_spline(values).value_on_grid(u, v)
    np.testing.assert_allclose(drawn, slow_grid(values, u, v), rtol=0, atol=1e-11)


@given(heights)
def test_it_goes_through_every_point(values: Array) -> None:
    rows, columns = values.shape
    u: Array = np.arange(columns, dtype=np.float64)
    v: Array = np.arange(rows, dtype=np.float64)
    drawn = interpolating_spline(values).value_on_grid(u, v)
    np.testing.assert_allclose(drawn, values, rtol=0, atol=1e-11 * max(1.0, np.abs(values).max()))


@pytest.mark.parametrize("powers", [*itertools.product(range(4), repeat=2)])
def test_it_reproduces_cubics_and_their_derivatives(powers: tuple[int, int]) -> None:
    p, q = powers
    u, v = np.meshgrid(np.arange(6) - 2.0, np.arange(5) - 1.0)
    spline = interpolating_spline(u**p * v**q)
    points = np.random.default_rng(1).uniform((0, 0), (5, 4), size=(50, 2))
    x, y = points[:, 0] - 2.0, points[:, 1] - 1.0

    def power(base: Array, exponent: int, times: int) -> Array:
        return math.perm(exponent, times) * base ** max(exponent - times, 0)

    def derived(i: int, j: int) -> Array:
        return power(x, p, i) * power(y, q, j)

    np.testing.assert_allclose(spline.value(points), derived(0, 0), atol=1e-12)
    np.testing.assert_allclose(spline.gradient(points), np.stack([derived(1, 0), derived(0, 1)], -1), atol=1e-11)
    hessian = spline.hessian(points)
    np.testing.assert_allclose(hessian[:, 0, 0], derived(2, 0), atol=1e-10)
    np.testing.assert_allclose(hessian[:, 0, 1], derived(1, 1), atol=1e-10)
    np.testing.assert_allclose(hessian[:, 1, 0], derived(1, 1), atol=1e-10)
    np.testing.assert_allclose(hessian[:, 1, 1], derived(0, 2), atol=1e-10)


@pytest.mark.parametrize(("count", "degree"), [(2, 1), (3, 2), (4, 3)])
def test_few_points_give_the_polynomial_through_them(count: int, degree: int) -> None:
    line = np.arange(count) * 1.0
    spline = interpolating_spline(np.tile((line - 0.3) ** degree, (2, 1)))
    at: Array = np.linspace(0.0, count - 1.0, 9)
    np.testing.assert_allclose(spline.value_on_grid(at, np.array([0.4]))[0], (at - 0.3) ** degree, atol=1e-13)


@given(heights, shares, shares)
def test_derivatives_are_those_of_the_value(values: Array, across: float, up: float) -> None:
    spline = interpolating_spline(values)
    point = np.array([across * (spline.columns - 1), up * (spline.rows - 1)])
    step = 1e-4
    if np.any(np.abs(point - np.round(point)) < 2 * step):
        point += 3 * step  # at a grid line the third derivative jumps, at the border the second
    size = max(1.0, float(np.abs(spline.coefficients).max()))
    gradient, hessian = spline.gradient(point), spline.hessian(point)
    for axis, shift in enumerate(step * np.eye(2)):
        slope = (spline.value(point + shift) - spline.value(point - shift)) / (2 * step)
        bend = (spline.gradient(point + shift) - spline.gradient(point - shift)) / (2 * step)
        assert gradient[axis] == pytest.approx(slope, abs=1e-5 * size)
        assert hessian[:, axis] == pytest.approx(bend, abs=1e-5 * size)


@given(heights, shares, shares)
def test_one_point_lanes_and_grids_agree_to_the_last_bit(values: Array, across: float, up: float) -> None:
    spline = interpolating_spline(values)
    u, v = across * (spline.columns - 1), up * (spline.rows - 1)
    value, gradient = spline.value_and_gradient_at(u, v)
    lanes = np.array([[[u, v], [0.5, 0.5]]])
    assert spline.value(lanes)[0, 0] == value
    assert tuple(spline.gradient(lanes)[0, 0]) == gradient
    assert spline.value_on_grid(np.array([0.0, u]), np.array([v]))[0, 1] == value
    assert type(value) is type(gradient[0]) is float


@pytest.mark.parametrize("border", [(0.0, 1.7), (8.0, 1.7), (2.3, 0.0), (2.3, 6.0), (0.0, 0.0), (8.0, 6.0)])
def test_value_and_slope_go_on_across_the_border(border: tuple[float, float]) -> None:
    spline = interpolating_spline(waves(7, 9))
    near = np.array(border) + 1e-9 * np.array([[1, 1], [1, -1], [-1, 1], [-1, -1]])
    assert np.ptp(spline.value(near)) < 1e-7
    assert np.ptp(spline.gradient(near), axis=0).max() < 1e-7


def test_beyond_the_border_lines_are_straight() -> None:
    spline = interpolating_spline(waves(7, 9))
    for outward in (np.array([-1.0, 0.0]), np.array([1.0, 0.0])):
        line = np.array([4.0 + 4.0 * outward[0], 2.3]) + outward * np.array([[0.0], [1.0], [2.0], [50.0]])
        slope = spline.gradient(line)[:, 0]
        assert slope == pytest.approx(slope[0])
        assert spline.value(line)[1:] == pytest.approx(
            spline.value(line)[0] + outward[0] * slope[0] * np.array([1, 2, 50])
        )
        assert np.all(spline.hessian(line[1:])[:, 0, 0] == 0.0)
        assert np.all(spline.hessian(line[1:])[:, 1, 1] != 0.0)
    corner = spline.hessian(np.array([-3.0, 9.0]))
    assert corner[0, 0] == corner[1, 1] == 0.0
    assert corner[0, 1] == corner[1, 0] != 0.0


@pytest.mark.parametrize("bad", [math.nan, math.inf, -math.inf, 1e308, -1e308])
def test_nothing_is_ever_raised(bad: float) -> None:
    spline = interpolating_spline(waves(5, 6))
    for point in ((bad, 1.0), (1.0, bad), (bad, bad)):
        value, gradient = spline.value_and_gradient_at(*point)
        lane = np.array(point)
        np.testing.assert_equal(float(spline.value(lane)), value)
        np.testing.assert_equal(spline.gradient(lane), gradient)
        assert spline.hessian(lane).shape == (2, 2)
    assert spline.value_on_grid(np.array([bad]), np.array([0.0, bad])).shape == (2, 1)


def test_shapes_follow_the_points() -> None:
    spline = interpolating_spline(waves(5, 6))
    assert isinstance(spline, BicubicSpline)
    assert (spline.rows, spline.columns) == (5, 6)
    for lanes in ((), (3,), (2, 4), (0,)):
        points = np.zeros((*lanes, 2))
        assert spline.value(points).shape == lanes
        assert spline.gradient(points).shape == (*lanes, 2)
        assert spline.hessian(points).shape == (*lanes, 2, 2)
