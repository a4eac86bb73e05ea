from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest

from gui.views.trail import Trail


def trail(points: list[list[float]], losses: list[float]) -> Trail:
    return Trail(1, "Adam", 0, np.array(points).reshape(-1, 2), np.array(losses))


@pytest.mark.parametrize(("row", "place", "loss"), [(0, (0.0, 1.0), 9.0), (1, (2.0, 3.0), 4.0), (7, (2.0, 3.0), 4.0)])
def test_past_its_end_a_run_stays_where_it_was(row: int, place: tuple[float, float], loss: float) -> None:
    there = trail([[0, 1], [2, 3]], [9, 4])
    assert (there.place(row), there.loss_at(row)) == (place, loss)


def test_of_a_run_that_left_the_numbers_the_last_finite_place_is_shown() -> None:
    lost = trail([[0, 1], [math.inf, 3], [math.nan, math.nan]], [9, math.inf, math.nan])
    assert lost.place(2) == (0.0, 1.0)
    assert lost.loss_at(1) == math.inf


def test_a_run_without_rows_is_nowhere() -> None:
    nowhere = trail([], [])
    assert all(map(math.isnan, (*nowhere.place(0), nowhere.loss_at(0))))


def test_what_a_branch_shares_with_a_run_shown_is_not_drawn_again() -> None:
    points = [[0.0, 1.0], [2.0, 3.0], [4.0, 5.0]]
    branch = replace(trail(points, [9, 4, 1]), parent=7, first=1)
    assert branch.drawn([1]).tolist() == points
    drawn = branch.drawn([1, 7])
    assert np.isnan(drawn[0]).all()
    assert drawn[1:].tolist() == points[1:]
    assert branch.points.tolist() == points
    assert [branch.is_shared(row, [1, 7]) for row in range(3)] == [True, False, False]
    assert not branch.is_shared(0, [1])


def test_the_step_to_where_a_branch_is_nudged_away_from_ends_there() -> None:
    points = [[0.0, 1.0], [2.0, 3.0], [9.0, 9.0], [4.0, 5.0]]
    branch = replace(trail(points, [9, 4, 3, 1]), parent=7, first=2, left=(3.0, 4.0))
    drawn, rows = branch.line([1])
    assert rows is not None
    assert rows.tolist() == [0, 1, 2, 2, 2, 3]
    assert drawn[2].tolist() == [3.0, 4.0]
    assert np.isnan(drawn[3]).all()
    assert drawn[4].tolist() == [9.0, 9.0]
    plain, none = replace(branch, left=None).line([1])
    assert none is None
    assert plain.tolist() == points
    at_the_start, none = replace(branch, first=0).line([1])
    assert none is None
    assert at_the_start.tolist() == points
