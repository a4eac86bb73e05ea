from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from gui.figure.clip import Box, at_most, chunks, clipped_segments, lengths, path_data

if TYPE_CHECKING:
    from gui.figure.clip import Array

BOX = Box(10.0, 20.0, 110.0, 70.0)
anything = st.floats(allow_nan=True, allow_infinity=True)
nearby = st.floats(-200, 300)
polylines = arrays(np.float64, st.tuples(st.integers(0, 30), st.just(2)), elements=st.one_of(nearby, anything))


@given(polylines)
def test_nothing_leaves_the_box(points: Array) -> None:
    segments = clipped_segments(points, BOX)
    assert np.isfinite(segments).all()
    assert BOX.holds(segments.reshape(-1, 2)).all()
    numbers = [float(text) for text in re.findall(r"-?[\d.]+(?:e[+-]?\d+)?", path_data(segments))]
    assert BOX.holds(np.array(numbers).reshape(-1, 2)).all()


@given(arrays(np.float64, (2, 2), elements=nearby))
def test_a_clipped_segment_has_the_length_of_the_part_inside(points: Array) -> None:
    segments = clipped_segments(points, BOX)
    along = np.linspace(0.0, 1.0, 2001)[:, None]
    inside = BOX.holds(points[0] + along * (points[1] - points[0])).mean()
    expected = inside * math.dist(points[0], points[1])
    assert lengths(segments).sum() == pytest.approx(expected, abs=1.0)


def test_points_inside_stay_as_they_are() -> None:
    points = np.array([[20.0, 30.0], [50.5, 60.25], [100.0, 21.0]])
    assert clipped_segments(points, BOX).tolist() == [[20, 30, 50.5, 60.25], [50.5, 60.25, 100, 21]]


@pytest.mark.parametrize(
    ("points", "expected"),
    [
        ([(0, 45), (200, 45)], [[10, 45, 110, 45]]),
        ([(60, -1e9), (60, 1e9)], [[60, 20, 60, 70]]),
        ([(60, 45), (60, 1e300)], [[60, 45, 60, 70]]),
        ([(0, 0), (0, 100)], []),
        ([(20, 30), (math.nan, 0), (30, 40), (40, 40)], [[30, 40, 40, 40]]),
        ([(20, 30), (math.inf, 30)], []),
        ([(20, 30), (20, 30)], []),
        ([(20, 30)], []),
        ([], []),
    ],
)
def test_known_lines(points: list[tuple[float, float]], expected: list[list[float]]) -> None:
    segments = clipped_segments(np.array(points, dtype=float).reshape(-1, 2), BOX)
    np.testing.assert_allclose(segments, np.array(expected).reshape(-1, 4), atol=1e-6)


def test_path_data_joins_what_touches() -> None:
    segments = np.array([[0, 0, 1, 1], [1, 1, 2.04, 0], [5, 5, 6, 6]], dtype=float)
    assert path_data(segments) == "M0 0 1 1 2 0M5 5 6 6"
    assert path_data(np.empty((0, 4))) == ""


def test_a_tangle_is_thinned_to_segments_that_were_there() -> None:
    ends = np.random.default_rng(0).uniform(20, 60, (5001, 2))
    segments = np.concatenate([ends[:-1], ends[1:]], axis=1)
    kept = at_most(segments, 500, math.inf)
    assert len(kept) == 500
    assert {tuple(row) for row in kept.tolist()} <= {tuple(row) for row in segments.tolist()}
    assert lengths(at_most(segments, 5000, 2000.0)).sum() == pytest.approx(2000.0, rel=0.2)


def test_segments_drawn_over_each_other_go_first() -> None:
    there = np.array([[20.0, 30.0, 60.0, 50.0]])
    back = there[:, [2, 3, 0, 1]]
    assert len(at_most(np.concatenate([there, back] * 100), 50, math.inf)) == 1


def test_chunks_are_short_and_complete() -> None:
    points = np.cumsum(np.random.default_rng(1).normal(size=(301, 2)) * 9, axis=0)
    segments = np.concatenate([points[:-1], points[1:]], axis=1)
    parts = chunks(segments, 40, 500.0)
    np.testing.assert_array_equal(np.concatenate([part for part, _ in parts]), segments)
    assert max(len(part) for part, _ in parts) <= 40
    done = 0.0
    for part, before in parts:
        assert before == pytest.approx(done)
        done += float(lengths(part).sum())
