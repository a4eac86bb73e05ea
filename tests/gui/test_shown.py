from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine.session import Session, View, default_session
from gui.shown import coordinate_names, placed, shown_axes, shown_params, shown_place, shown_surface, widened
from surfaces import SurfaceSpec, build_surface
from surfaces.slice import Slice

POINT = (10.0, 11.0, 12.0, 13.0)


def session(axes: tuple[int, int], dim: int = 4) -> Session:
    return Session(SurfaceSpec("rosenbrock", dim=dim), POINT[:dim], view=View(axes=axes))


@pytest.mark.parametrize("axes", [(0, 1), (1, 0), (3, 0), (0, 3), (2, 1), (1, 2), (3, 1)])
def test_points_and_runs_are_seen_along_the_axes(axes: tuple[int, int]) -> None:
    params = np.arange(20.0).reshape(5, 4)
    shown = shown_params(session(axes), params)
    np.testing.assert_array_equal(shown, params[:, list(axes)])
    assert np.shares_memory(shown, params)
    assert shown_place(session(axes), POINT) == (POINT[axes[0]], POINT[axes[1]])
    moved = placed(session(axes), POINT, -1.0, -2.0)
    assert shown_place(session(axes), moved) == (-1.0, -2.0)
    assert sorted(set(POINT) - set(moved)) == sorted({POINT[axes[0]], POINT[axes[1]]})


def test_axes_a_surface_does_not_have_are_the_first_two() -> None:
    assert shown_axes(session((3, 2), dim=3)) == (0, 1)
    assert shown_axes(replace(default_session(), view=View(axes=(1, 0)))) == (0, 1)


def test_two_parameters_are_shown_whole() -> None:
    assert shown_surface(default_session()) is build_surface(SurfaceSpec("book"))
    cut = shown_surface(session((2, 0)))
    assert isinstance(cut, Slice)
    assert cut.axes == (2, 0)


def test_widened_keeps_the_centre() -> None:
    assert widened((0.0, 10.0, -1.0, 1.0)) == pytest.approx((-1.5, 11.5, -1.3, 1.3))


def test_coordinates_are_called_what_the_surface_calls_them_however_many() -> None:
    assert coordinate_names(Session(SurfaceSpec("rosenbrock", dim=4), (0.0,) * 4)) == ("x1", "x2", "x3", "x4")
    assert coordinate_names(Session(SurfaceSpec("linear-regression"), (0.0, 0.0))) == ("w", "b")
    assert coordinate_names(Session(SurfaceSpec(formula="x + y"), (0.0, 0.0))) == ("x", "y")
