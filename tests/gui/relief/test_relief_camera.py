from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from gui.relief.camera import HIGHEST, LOWEST, Camera

cameras = st.builds(Camera, st.floats(-180, 180), st.floats(LOWEST, HIGHEST))
worlds = arrays(np.float64, (7, 3), elements=st.floats(-2, 2))


@given(camera=cameras, world=worlds)
def test_a_projection_can_be_undone(camera: Camera, world: np.ndarray) -> None:
    u, v, w = camera.project(world).T
    floor = np.outer(u, camera.right) + np.outer(w, camera.away)
    assert floor == pytest.approx(world[:, :2], abs=1e-9)
    lift, rise = camera.tilt
    if rise > 1e-3:
        assert (v - lift * w) / rise == pytest.approx(world[:, 2], abs=1e-6)


@given(camera=cameras, world=worlds)
def test_turning_around_keeps_lengths_on_the_floor(camera: Camera, world: np.ndarray) -> None:
    u, _, w = camera.project(world).T
    assert np.hypot(u, w) == pytest.approx(np.hypot(world[:, 0], world[:, 1]), abs=1e-9)


@given(camera=cameras, around=st.floats(-1000, 1000), up=st.floats(-1000, 1000))
def test_a_camera_never_goes_below_the_ground_or_over_the_top(camera: Camera, around: float, up: float) -> None:
    turned = camera.turned(around, up)
    assert LOWEST <= turned.elevation <= HIGHEST
    assert -180.0 <= turned.azimuth <= 180.0


def test_from_the_front_x_is_to_the_right_and_y_away() -> None:
    camera = Camera(-90.0, 30.0)
    assert camera.right == pytest.approx((1.0, 0.0))
    assert camera.away == pytest.approx((0.0, 1.0))


def test_what_is_higher_is_farther_up_on_the_picture() -> None:
    low, high = Camera().project(np.array([[0.3, -0.2, 0.1], [0.3, -0.2, 0.9]]))
    assert high[1] > low[1]
    assert (high[0], high[2]) == (low[0], low[2])
