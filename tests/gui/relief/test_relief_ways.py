from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from gui.relief.block import GROUND, RANGE
from gui.relief.camera import Camera
from gui.relief.palette import palette
from gui.relief.render import Window, render
from gui.relief.ways import LIFT, MOST_LAID, STRIDE, seen_and_hidden, way
from gui.theme import LIGHT
from tests.gui.relief.landscapes import block_of, hills

anywhere = st.floats(-4, 4) | st.sampled_from([np.nan, np.inf, -np.inf, 1e300, -1e300, 1e17])


@settings(max_examples=60, deadline=None)
@given(points=arrays(np.float64, st.tuples(st.integers(2, 30), st.just(2)), elements=anywhere), data=st.data())
def test_a_way_begins_with_the_way_of_its_beginning(points: np.ndarray, data: st.DataObject) -> None:
    block = hills(1)
    count = data.draw(st.integers(1, len(points)))
    losses = np.zeros(len(points))
    whole, part = way(block, points, losses), way(block, points[:count], losses[:count])
    size = len(part.world)
    assert np.array_equal(whole.world[:size], part.world, equal_nan=True)
    assert np.array_equal(whole.index[:size], part.index)
    assert (np.diff(whole.index) >= 0).all()


@settings(max_examples=60, deadline=None)
@given(points=arrays(np.float64, st.tuples(st.integers(2, 30), st.just(2)), elements=anywhere))
def test_a_way_lies_on_the_ground_or_nowhere(points: np.ndarray) -> None:
    block = hills(2)
    laid = way(block, points, np.full(len(points), -np.inf))
    shown = laid.world[np.isfinite(laid.world).all(axis=1)]
    assert block.holds(shown[:, :2]).all()
    assert np.allclose(shown[:, 2], block.height_at(shown[:, :2]) + LIFT)
    assert np.isnan(laid.world[~np.isfinite(laid.world).all(axis=1)]).all()


def test_recorded_losses_above_the_ground_lift_the_way() -> None:
    block = block_of(lambda x, y: x**2 + y**2)
    laid = way(block, np.array([[0.0, 0.0], [0.01, 0.0]]), np.array([3.0, 3.0]))
    expected = GROUND + RANGE * block.scale.heights(np.array([3.0]))[0] + LIFT
    assert np.allclose(laid.world[laid.steps, 2], expected)


def test_long_steps_are_laid_onto_the_ground() -> None:
    block = block_of(lambda x, y: x**2 + 0 * y)
    laid = way(block, np.array([[-1.8, 1.0], [1.8, 1.0]]), np.array([3.24, 3.24]))
    assert np.hypot(*np.diff(laid.world[:, :2], axis=0).T).max() <= STRIDE * (1 + 1e-9)
    middle = laid.world[len(laid.world) // 2]
    assert abs(middle[2] - GROUND - LIFT) < 0.02
    assert laid.index.tolist() == [0] + [1] * (len(laid.index) - 1)


def test_a_step_across_the_landscape_is_seen_on_it_though_both_its_ends_are_far_away() -> None:
    block = block_of(lambda x, y: x**2 + y**2)
    laid = way(block, np.array([[-1e9, 1.0], [1e9, 1.0]]), np.array([1e18, 1e18]))
    shown = laid.world[np.isfinite(laid.world).all(axis=1)]
    assert np.allclose(shown[[0, -1], 0], [-block.half[0], block.half[0]])
    assert np.allclose(shown[:, 1], shown[0, 1])


def test_points_in_one_cell_are_one_and_long_runs_stay_small() -> None:
    rng = np.random.default_rng(0)
    still = np.full((10_000, 2), 0.5)
    assert len(way(hills(3), still, np.zeros(10_000)).world) == 1
    noise = rng.uniform((-1.5, -0.5), (1.5, 2.5), (10_000, 2))
    laid = way(hills(3), noise, np.zeros(10_000))
    assert len(laid.world) <= 10_000 + MOST_LAID
    assert len(laid.every(500).world) <= 500


def test_what_is_behind_a_hill_is_parted_from_what_is_before_it() -> None:
    block = block_of(lambda x, y: np.exp(-6 * (x**2 + (y - 0.5) ** 2)))
    camera = Camera(-90.0, 15.0)
    picture = render(block, camera, Window(-1.7, -1.6, 60.0, 204, 204), palette(LIGHT), 200)
    laid = way(block, np.array([[0.0, -0.9], [0.0, 2.9]]), np.zeros(2))
    seen, hidden = seen_and_hidden(camera.project(laid.world), picture)
    before, behind = np.isfinite(seen[:, 0]), np.isfinite(hidden[:, 0])
    assert before[:5].all()
    assert behind.any()
    assert (before | behind).all()
    assert not (before[1:-1] & behind[1:-1] & behind[:-2] & behind[2:]).any()
