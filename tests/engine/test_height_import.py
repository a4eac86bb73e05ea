from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from engine.files import FileError
from engine.height_grid import HeightGrid
from engine.height_import import ImportOptions, averaged, blurred, imported, read_grid, suggested_start
from surfaces import SurfaceError, SurfaceSpec, build_surface
from surfaces.heights import height_map, heights_of

if TYPE_CHECKING:
    from pathlib import Path

    from surfaces.surface import Array


def ramp(rows: int, columns: int) -> Array:
    made: Array = np.add.outer(np.arange(rows) * 1.0, np.arange(columns) * 2.0)
    return made


def made(grid: HeightGrid, options: ImportOptions) -> Array:
    heights = imported(grid, options, "test").heights
    assert heights is not None
    return heights_of(heights)


def test_a_small_grid_is_taken_as_it_is() -> None:
    spec = imported(HeightGrid(ramp(5, 7), (0.0, 3.0, -1.0, 1.0)), ImportOptions(), "ramp")
    assert spec == SurfaceSpec(heights=height_map(ramp(5, 7), "ramp", (0.0, 3.0, -1.0, 1.0)))


@pytest.mark.parametrize(
    ("size", "side", "reduced"),
    [((256, 256), 64, (64, 64)), ((300, 100), 128, (128, 43)), ((3, 1000), 64, (2, 64)), ((64, 64), 64, (64, 64))],
)
def test_a_large_grid_is_averaged_down(size: tuple[int, int], side: int, reduced: tuple[int, int]) -> None:
    values = made(HeightGrid(ramp(*size)), ImportOptions(side=side))
    assert values.shape == reduced
    assert values.mean() == pytest.approx(ramp(*size).mean())


def test_averages_lie_where_they_belong() -> None:
    grid = HeightGrid(ramp(100, 300), (0.0, 299.0, 0.0, 99.0))
    spec = imported(grid, ImportOptions(side=32), "plane")
    surface = build_surface(spec)
    points = np.array([[30.0, 40.0], [200.0, 71.0]])
    assert surface.value(points) == pytest.approx(points @ [2.0, 1.0], abs=0.02)  # edges cut points


@pytest.mark.parametrize(
    ("count", "expected"), [(2, [1.0, 4.0]), (3, [0.5, 2.5, 4.5]), (4, [1 / 3, 5 / 3, 10 / 3, 14 / 3])]
)
def test_points_on_an_edge_count_by_their_share(count: int, expected: list[float]) -> None:
    assert averaged(np.arange(6.0)[:, np.newaxis], count)[:, 0] == pytest.approx(expected)


def test_averages_of_huge_and_tiny_heights_keep_their_digits() -> None:
    values = 1e9 + ramp(1000, 2)
    assert averaged(values, 10)[:, 0] == pytest.approx(1e9 + np.arange(49.5, 1000, 100), rel=1e-14)


def test_blur_keeps_the_sum_and_the_flat_and_spreads_as_said() -> None:
    peak = np.zeros((41, 1))
    peak[20] = 1.0
    smooth = blurred(peak, 2.0)[:, 0]
    offsets = np.arange(-20, 21)
    assert smooth.sum() == pytest.approx(1.0)
    assert np.sqrt((smooth * offsets**2).sum()) == pytest.approx(2.0, rel=0.02)
    assert blurred(np.full((5, 2), 3.0), 10.0) == pytest.approx(np.full((5, 2), 3.0))
    assert blurred(peak, 0.0) is peak


def test_heights_are_scaled_and_turned_over() -> None:
    grid = HeightGrid(ramp(4, 4))
    scaled = made(grid, ImportOptions(low=-1.0, high=2.0))
    assert (scaled[0, 0], scaled[-1, -1]) == (-1.0, 2.0)
    turned = made(grid, ImportOptions(invert=True))
    assert (turned[0, 0], turned[-1, -1]) == (9.0, 0.0)
    assert made(grid, ImportOptions(low=-1.0, high=2.0, invert=True)) == pytest.approx(1.0 - scaled)
    assert made(grid, ImportOptions(smoothing=1.0, low=0.0, high=1.0)).max() == 1.0


@pytest.mark.parametrize(
    ("values", "options", "says"),
    [
        (np.ones((4, 4)), ImportOptions(), "flat"),
        (np.ones((4, 4)), ImportOptions(low=0.0, high=1.0), "flat"),
        (ramp(4, 4), ImportOptions(low=1.0, high=1.0), "below the highest"),
        (ramp(4, 4), ImportOptions(low=20.0), "below the highest"),
        (np.full((4, 4), np.nan), ImportOptions(), "finite"),
        (ramp(4, 4) * 1e300, ImportOptions(), "within ±1e100"),
        (ramp(1, 4), ImportOptions(), "2 to 512"),
    ],
)
def test_what_cannot_be_is_a_sentence(values: Array, options: ImportOptions, says: str) -> None:
    with pytest.raises(SurfaceError, match=says):
        imported(HeightGrid(values), options, "")


def test_the_start_has_a_long_way_down_that_stays_in_view() -> None:
    x, y = np.meshgrid(np.linspace(-5, 5, 41), np.linspace(-5, 5, 41))
    well = build_surface(SurfaceSpec(heights=height_map((x - 1) ** 2 + (y - 2) ** 2, "")))
    assert suggested_start(well) == (-3.8, -3.8)
    start = np.array(suggested_start(well))
    assert well.value(start) > 40.0


def test_where_every_way_leads_out_the_start_is_the_highest() -> None:
    plane = build_surface(SurfaceSpec(heights=height_map(ramp(6, 6) * 1e-6, "")))
    assert suggested_start(plane) == (3.8, 3.8)
    hill = height_map(-np.add.outer(np.arange(-3.0, 4.0) ** 2, np.arange(-3.0, 4.0) ** 2), "")
    start = suggested_start(build_surface(SurfaceSpec(heights=hill)))
    assert 0.0 < max(map(abs, start)) < 1.0  # near the top and not on it


def test_a_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("1,2\n3,4\n")
    assert read_grid(path).values.tolist() == [[3.0, 4.0], [1.0, 2.0]]


def test_a_file_that_is_none_is_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    with pytest.raises(FileError, match=r"a\.csv"):
        read_grid(path)
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(FileError, match="not a text file"):
        read_grid(path)
    with path.open("wb") as file:
        file.truncate(65_000_000)
    with pytest.raises(FileError, match="too large"):
        read_grid(path)
