"""Planes cut out of n-dimensional surfaces."""

from __future__ import annotations

import numpy as np
import pytest

from surfaces import Surface, SurfaceSpec, build_surface
from surfaces.contours import contours
from surfaces.slice import Slice, shown_slice, valid_axes

SPEC = SurfaceSpec("rosenbrock", dim=4)


@pytest.fixture
def cut() -> Slice:
    made = shown_slice(SPEC, (2, 0))
    assert isinstance(made, Slice)
    return made


def test_two_parameters_need_no_cut() -> None:
    spec = SurfaceSpec("rosenbrock")
    assert shown_slice(spec, (0, 1)) is build_surface(spec)
    assert shown_slice(spec, (1, 0)) is build_surface(spec)


def test_equal_cuts_are_one_object(cut: Slice) -> None:
    assert shown_slice(SurfaceSpec("rosenbrock", dim=4), (2, 0)) is cut
    assert shown_slice(SPEC, (0, 2)) is not cut


def test_cut_keeps_the_protocol(cut: Slice) -> None:
    assert isinstance(cut, Surface)
    assert cut.dim == 2
    assert cut.bounds == build_surface(SPEC).bounds


def test_values_and_derivatives_are_the_full_ones(cut: Slice) -> None:
    full = build_surface(SPEC)
    shown = np.random.default_rng(0).uniform(-2, 2, (3, 5, 2))
    lifted = np.ones((3, 5, 4))  # the lowest minimum holds the others
    lifted[..., 2], lifted[..., 0] = shown[..., 0], shown[..., 1]
    np.testing.assert_array_equal(cut.value(shown), full.value(lifted))
    np.testing.assert_array_equal(cut.gradient(shown), full.gradient(lifted)[..., [2, 0]])
    hessian = full.hessian(lifted)
    np.testing.assert_array_equal(cut.hessian(shown)[..., 0, 0], hessian[..., 2, 2])
    np.testing.assert_array_equal(cut.hessian(shown)[..., 0, 1], hessian[..., 2, 0])
    np.testing.assert_array_equal(cut.hessian(shown)[..., 1, 1], hessian[..., 0, 0])
    loss, slopes = cut.value_and_gradient_at(tuple(shown[0, 0].tolist()))
    assert loss == pytest.approx(float(cut.value(shown[0, 0])))
    np.testing.assert_allclose(slopes, cut.gradient(shown[0, 0]))


def test_only_points_in_the_plane_are_shown(cut: Slice) -> None:
    assert len(build_surface(SPEC).minima) == 2
    assert [point.params for point in cut.minima] == [(1.0, 1.0)]
    assert cut.saddles == cut.maxima == ()
    wells = shown_slice(SurfaceSpec("styblinski-tang", dim=3), (0, 2))
    assert sorted(np.sign(point.params).tolist() for point in wells.minima) == [[-1, -1], [-1, 1], [1, -1]]


def test_cut_has_contours(cut: Slice) -> None:
    drawn = contours(cut, cut.bounds, (20, 30), 5, "log")
    assert drawn.values.shape == (30, 20)
    assert len(drawn.levels) == 5


@pytest.mark.parametrize(
    ("axes", "dim", "valid"), [((0, 1), 5, (0, 1)), ((4, 2), 5, (4, 2)), ((4, 2), 3, (0, 1)), ((1, 0), 2, (0, 1))]
)
def test_axes_are_put_right(axes: tuple[int, int], dim: int, valid: tuple[int, int]) -> None:
    assert valid_axes(axes, dim) == valid
