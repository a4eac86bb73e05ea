from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
import pytest

from gui.views.long_lines import EXACT, FINE, WHOLE, Print, detailed, ladder
from gui.views.plot_strokes import Frame, Strokes, extended, strokes

Array = npt.NDArray[np.float64]
FRAME = Frame(-5.0, 5.0, -5.0, 5.0, 600, 600, 1.0)
MOST = 25_000


class Counted(np.ndarray[Any, Any]):
    """Counts how many numbers are taken out of it."""

    taken = 0

    def __getitem__(self, key: Any) -> Any:
        part = np.asarray(super().__getitem__(key))
        Counted.taken += part.size
        return part


def noise(n: int) -> Array:
    return np.random.default_rng(0).normal(0, 1.5, (n, 2))


def zigzag(n: int) -> Array:
    return np.stack([np.linspace(-4, 4, n), np.where(np.arange(n) % 2, 3.0, -3.0)], axis=1)


def circle(n: int) -> Array:
    turn = np.linspace(0, 2 * np.pi, n)
    return np.stack([4 * np.cos(turn), 4 * np.sin(turn)], axis=1)


def spiral(n: int) -> Array:
    turn = np.arange(n) / 30
    return np.stack([np.cos(turn), np.sin(turn)], axis=1) * np.geomspace(4, 0.1, n)[:, None]


LINES = (noise, zigzag, circle, spiral)


@pytest.mark.parametrize("line", LINES)
def test_what_is_read_and_drawn_of_a_line_is_bounded(line: Any) -> None:
    points = line(1_000_000).view(Counted)
    Counted.taken = 0
    known = Print.of(points)
    assert known.begins(points)
    assert len(strokes(points, FRAME).segments) <= MOST
    assert Counted.taken <= 5 * MOST


@pytest.mark.parametrize("length", [EXACT, EXACT + 1, 2 * EXACT - 1, 50_000])
def test_places_stay_as_a_line_grows(length: int) -> None:
    part, whole = ladder(length), ladder(3 * length)
    assert np.array_equal(part, whole[: len(part)])
    assert np.all(np.diff(whole) > 0)
    assert part[-1] < length


def test_places_hit_both_sides_of_a_swing() -> None:
    odd = np.mean(ladder(1_000_000)[EXACT:] % 2)
    assert 0.4 < odd < 0.6


def test_only_true_steps_are_drawn_of_a_long_zigzag() -> None:
    drawn = strokes(zigzag(500_000), FRAME)
    heights = np.abs(drawn.segments[:, 3] - drawn.segments[:, 1])
    assert drawn.dense
    assert heights == pytest.approx(360.0)
    assert np.ptp(drawn.segments[:, 0]) > 470


def test_a_long_smooth_line_has_no_gaps() -> None:
    segments = strokes(circle(1_000_000), FRAME).segments
    assert np.array_equal(segments[1:, :2], segments[:-1, 2:])
    radius = np.hypot(segments[:, 0] - 300, segments[:, 1] - 300)
    assert radius == pytest.approx(240.0, abs=0.5)


def test_a_short_line_is_drawn_whole_and_the_end_of_a_long_one_too() -> None:
    assert np.array_equal(detailed(noise(EXACT), FRAME).rows, np.arange(EXACT))
    assert detailed(noise(100_000), FRAME).rows[-1] == 99_999


def test_a_late_leap_of_a_smooth_line_is_drawn_in_full() -> None:
    points = circle(200_000)
    points[150_000:150_400] *= np.linspace(1, 0.1, 400)[:, None]
    rows = detailed(points, FRAME).rows
    assert np.isin(np.arange(150_100, 150_300), rows).all()


def test_zooming_in_fills_the_gaps_of_what_is_in_sight() -> None:
    points = np.cumsum(np.full((300_000, 2), 1e-5), axis=0) + 1e-4 * noise(300_000)
    near = Frame(2.0, 2.01, 2.0, 2.01, 600, 600, 1.0)
    rows = detailed(points, near).rows
    late = rows[(rows > 200_000) & (rows < 201_000)]
    assert len(late) > 500
    assert len(rows) < EXACT + FINE + MOST


@pytest.mark.parametrize("line", [noise, zigzag])
@pytest.mark.parametrize("lengths", [(10_000, 10_001, 12_345), (60_000, 200_000), (65_535, 65_536, 65_537)])
def test_a_tangle_that_grows_is_as_drawn_at_once(line: Any, lengths: tuple[int, ...]) -> None:
    points = line(lengths[-1])
    grown: Strokes = strokes(points[: lengths[0]], FRAME)
    for length in lengths[1:]:
        grown = extended(grown, points[:length], FRAME)
    whole = strokes(points, FRAME)
    assert np.array_equal(grown.segments, whole.segments)
    assert np.array_equal(grown.last, whole.last)


@pytest.mark.parametrize("length", [1, 10, WHOLE, WHOLE + 1, 100_000])
def test_a_print_knows_its_rows_in_any_memory_and_in_longer_ones(length: int) -> None:
    points = noise(length)
    points[-1] = np.nan
    known = Print.of(points)
    assert known.begins(points.copy())
    assert known.begins(np.concatenate([points, noise(50)]))
    assert not known.begins(points[:-1])
    assert not known.begins(points[:, 0])


@pytest.mark.parametrize("first", [0, 1, 30, 5_000, 50_000, 99_999])
def test_a_print_sees_an_edit_that_keeps_the_length(first: int) -> None:
    points = noise(100_000)
    known = Print.of(points)
    points[first:] += 1e-9
    assert not known.begins(points)
