from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gui.relief.block import GROUND, RANGE, Block
from gui.relief.camera import Camera
from gui.relief.palette import palette
from gui.relief.render import Picture, Window, render
from gui.theme import DARK, LIGHT, Theme
from tests.gui.relief.landscapes import block_of, hills

WINDOW = Window(-1.7, -1.6, 60.0, 204, 204)
cameras = st.builds(Camera, st.floats(-180, 180), st.floats(8, 88))
seeds = st.integers(0, 10_000)


def picture_of(block: Block, camera: Camera | None = None, steps: int = 200) -> Picture:
    return render(block, camera or Camera(), WINDOW, palette(LIGHT), steps)


def clearance(block: Block, camera: Camera, point: np.ndarray) -> float:
    """By how much the ray from a point to the viewer clears the landscape; negative where it is cut."""
    lift, rise = camera.tilt
    way = np.linspace(0.02, 3.5, 1500)
    floor = point[:2] - way[:, None] * camera.away
    ray = point[2] + way * lift / rise
    ground = block.height_at(floor)
    over = ray - ground
    over = over[np.isfinite(over)]
    if not len(over):
        return 1.0
    return float(np.abs(over).min()) * (1.0 if (over > 0).all() or (over < 0).all() else -1.0)


@settings(max_examples=25, deadline=None)
@given(seed=seeds, camera=cameras)
def test_every_pixel_shows_a_point_of_the_landscape(seed: int, camera: Camera) -> None:
    block = hills(seed)
    picture = picture_of(block, camera, 400)
    row, column = np.nonzero(picture.pixels)
    assert len(row) > 2000
    u = WINDOW.u0 + (column + 0.5) / WINDOW.scale
    v = WINDOW.v0 + (row + 0.5) / WINDOW.scale
    w = picture.depth[row, column].astype(float)
    floor = np.outer(u, camera.right) + np.outer(w, camera.away)
    lift, rise = camera.tilt
    ground = block.height_at(np.clip(floor, np.negative(block.half), block.half))
    assert np.quantile(np.abs(lift * w + rise * ground - v), 0.99) < 1.0 / WINDOW.scale


@settings(max_examples=15, deadline=None)
@given(seed=seeds, camera=st.builds(Camera, st.floats(-180, 180), st.floats(12, 60)))
def test_what_the_ray_to_the_viewer_cuts_is_hidden_and_nothing_else(seed: int, camera: Camera) -> None:
    block = hills(seed)
    picture = picture_of(block, camera, 400)
    rng = np.random.default_rng(seed)
    floor = rng.uniform(-0.97, 0.97, (60, 2)) * block.half
    points = np.concatenate([floor, block.height_at(floor)[:, None]], axis=1)
    hidden = picture.hides(camera.project(points), 0.035)
    for point, behind in zip(points, hidden, strict=True):
        clear = clearance(block, camera, point)
        below = point - np.array([0.0, 0.0, 0.25])
        if abs(clear) > 0.06 and clearance(block, camera, below) < 0:
            assert bool(behind) == (clear < 0)


def test_a_hill_hides_what_is_behind_it() -> None:
    block = block_of(lambda x, y: np.exp(-6 * (x**2 + (y - 0.5) ** 2)))
    camera = Camera(-90.0, 15.0)
    picture = picture_of(block, camera)
    behind, before = block.standing(np.array([[0.0, 1.6], [0.0, -0.6]]), np.array([0.0, 0.0]))
    assert picture.hides(camera.project(np.stack([behind, before])), 0.035).tolist() == [True, False]
    beside = picture.hides(camera.project(block.standing(np.array([[1.6, 1.6]]), np.array([0.0]))), 0.035)
    assert not beside[0]


def test_from_below_the_rim_the_underside_of_a_bowl_is_seen() -> None:
    block = block_of(lambda x, y: x**2 + (y - 1) ** 2)
    camera = Camera(-90.0, 10.0)
    picture = picture_of(block, camera)
    lift, rise = camera.tilt
    front = lift * -block.half[1] + rise * (GROUND + 0.5 * RANGE)
    row = int((front - 0.1 - WINDOW.v0) * WINDOW.scale)
    seen = picture.pixels[row, WINDOW.width // 2]
    assert seen != 0
    assert seen not in palette(LIGHT).lit


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_high_and_low_ground_have_their_own_colours(theme: Theme) -> None:
    block = block_of(lambda x, y: x + 0 * y)
    picture = render(block, Camera(-90.0, 60.0), WINDOW, palette(theme), 200)
    middle = picture.pixels[WINDOW.height // 2]
    seen = middle[middle != 0]
    assert len(set(seen[:10].tolist()) & set(seen[-10:].tolist())) == 0


def test_holes_stay_empty() -> None:
    with np.errstate(invalid="ignore"):
        block = block_of(lambda x, y: np.sqrt(1 - x**2 - (y - 1) ** 2))
    camera = Camera(-60.0, 60.0)
    picture = picture_of(block, camera)
    corner = camera.project(np.array([[-0.95, 0.95, GROUND]]))[0]
    row, column = int((corner[1] - WINDOW.v0) * WINDOW.scale), int((corner[0] - WINDOW.u0) * WINDOW.scale)
    assert picture.pixels[row, column] == 0
    assert picture.pixels.any()
    assert np.isinf(picture.depth[picture.pixels == 0]).all()


def test_without_a_finite_loss_there_is_nothing() -> None:
    contours = np.full((40, 40), np.nan)
    block = Block((0.0, 1.0, 0.0, 1.0), contours, *(hills(0).scale,) * 2)
    assert not picture_of(block).pixels.any()


def test_flat_ground_is_one_plane() -> None:
    block = block_of(lambda x, y: 0 * x + 7.0)
    picture = picture_of(block)
    colours = set(picture.pixels[picture.pixels != 0].tolist())
    assert len(colours) == 2, "the ground, and the line around it"


def test_contour_lines_are_drawn_where_levels_change() -> None:
    block = block_of(lambda x, y: x + 0 * y)
    picture = render(block, Camera(-90.0, 90.0), WINDOW, palette(LIGHT), 200)
    row = picture.pixels[WINDOW.height // 2]
    light = [(int(value) >> 16 & 255) for value in row[row != 0]]
    dips = sum(1 for a, b, c in zip(light, light[1:], light[2:], strict=False) if b < a - 8 and b < c - 8)
    assert dips == len(block.levels)
