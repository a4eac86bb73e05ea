"""Parts of the ground that a run comes into."""

from __future__ import annotations

import numpy as np

from engine.events.cells import SLOTS, Cells


def entered(cells: Cells, x: list[float], first: int = 0) -> list[int]:
    places = np.array([x, [0.0] * len(x)])
    return cells.new(*cells.entering(first + np.arange(len(x)), places, np.ones(len(x), dtype=bool)))


def test_a_cell_is_new_once() -> None:
    cells = Cells(1.0, 2, 100, 10_000)
    assert entered(cells, [0.1, 0.9, 1.1, 1.2, 0.3, 2.5, -0.5]) == [0, 2, 5, 6]
    assert entered(cells, [0.2, 3.5, 2.2], first=7) == [8]


def test_rows_that_are_not_wanted_enter_nothing() -> None:
    cells = Cells(1.0, 1, 100, 10_000)
    rows, _ = cells.entering(np.arange(4), np.array([[0.5, 1.5, 1.6, 2.5]]), np.array([True, False, True, True]))
    assert rows.tolist() == [0, 2, 3]


def test_so_many_for_each_so_many_rows_in_one_go_or_in_parts() -> None:
    x = (np.arange(400) % 250 + 0.5).tolist()
    whole = entered(Cells(1.0, 2, 5, 100), x)
    assert [sum(row // 100 == part for row in whole) for part in range(4)] == [5, 5, 5, 5]
    parts, cells = [], Cells(1.0, 2, 5, 100)
    for first in range(0, 400, 7):
        parts += entered(cells, x[first : first + 7], first)
    assert parts == whole


def test_more_cells_than_are_kept_at_hand() -> None:
    x = np.arange(3 * SLOTS) + 0.5
    cells = Cells(1.0, 2, 10**6, 10)
    assert len(entered(cells, x.tolist())) == len(x)
    assert entered(cells, x.tolist(), first=len(x)) == []
