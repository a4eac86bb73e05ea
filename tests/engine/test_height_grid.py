from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.height_grid import MOST_SIDE, parse_grid
from surfaces import SurfaceError

PLAIN = [[4.0, 5.0, 6.0], [1.0, 2.0, 3.5]]
"""Of a text whose first row is 1 2 3.5: the lowest row comes first."""


@pytest.mark.parametrize(
    "text",
    [
        "1,2,3.5\n4,5,6\n",
        "1,2,3.5\r\n4,5,6",
        '"1","2","3.5"\n 4 , 5 , 6 \n',
        "1;2;3,5\n4;5;6",
        "1;2;3.5\n4;5;6",
        "1\t2\t3.5\n4\t5\t6",
        "1 2 3.5\n4   5 6",
        "\ufeff1,2,3.5\n\n4,5,6\n\n,,\n",
        "a,b,c\n1,2,3.5\n4,5,6",
        "1e0,2.,+3.5\n4,0.5e1,6",
    ],
)
def test_a_grid_however_it_is_written(text: str) -> None:
    grid = parse_grid(text)
    assert grid.values.tolist() == PLAIN
    assert grid.extent is None


@pytest.mark.parametrize(
    "text",
    [
        ",0,1,2\n7,4,5,6\n9,1,2,3.5",
        "y\\x,0,1,2\n7,4,5,6\n9,1,2,3.5",
        ",0,1,2\n9,1,2,3.5\n7,4,5,6",
        ",2,1,0\n9,3.5,2,1\n7,6,5,4",
        "−;0;1;2\n9,0;1;2;3,5\n7,0;4;5;6",
    ],
)
def test_axes_say_where_the_heights_lie(text: str) -> None:
    grid = parse_grid(text)
    assert grid.values.tolist() == PLAIN
    assert grid.extent == (0.0, 2.0, 7.0, 9.0)


def test_a_true_minus_sign_is_read() -> None:
    assert parse_grid("−1,2\n3,−4e−2").values.tolist() == [[3.0, -0.04], [-1.0, 2.0]]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "empty"),
        ("\n\n  \n", "empty"),
        ("1,2\n3,\n", "Row 2, column 2 has no value"),
        ("1,,3\n4,5,6", "Row 1, column 2 has no value"),
        ("1,2\n\n\n3,nan", "Row 4, column 2 has no value"),
        ("1,2\n3,abc", "Row 2, column 2 is “abc”, which is not a finite number"),
        ("1,2\n3,inf", "Row 2, column 2 is “inf”"),
        ("1,2\n1_000,3", "Row 2, column 1 is “1_000”"),
        ("1,2\n3," + "x" * 100, "x…”"),
        ("1,x2,3\n4,5,6", "Row 1, column 2 is “x2”"),
        ("1,2\n3,4\n5,6,7", "Row 3 has 3 values, and row 1 has 2"),
        ("a,b\n1,2\n3", "Row 3 has 1 value, and row 2 has 2"),
        ("1,2,3", "1 row and 3 columns of heights; a height map needs at least 2 of each"),
        ("1\n2\n3", "3 rows and 1 column"),
        (",1\n1,2\n3,4", "2 rows and 1 column"),
        ("a,b,c", "no rows of numbers"),
        (",0,1,5\n0,1,2,3\n1,4,5,6", "header \\(x\\) must be evenly spaced"),
        (",0,1\n0,1,2\n1,4,5\n5,4,5", "first column \\(y\\) must be evenly spaced"),
        (",0,0\n0,1,2\n1,4,5", "header \\(x\\)"),
        (",0,1\n0,1,2,3\n1,4,5,3", "2 values of x for 3 columns"),
        (",0,1\n0,1,2\n,4,5", "Row 3, column 1 has no value"),
        ("1,2\n" + '"' + "3" * 200_000, "Row 2 is not CSV"),
        ("1,2\n" * (MOST_SIDE + 1), "2 × 4097 heights; at most 4096 a side"),
    ],
)
def test_what_is_no_grid_is_one_sentence_with_its_place(text: str, says: str) -> None:
    with pytest.raises(SurfaceError, match=says) as caught:
        parse_grid(text)
    assert "\n" not in str(caught.value)


@given(st.text(alphabet='0123456789,;\t\n\r "eE+-.nafiNx_−\0', max_size=60) | st.text(max_size=60))
def test_any_text_is_a_grid_or_a_sentence(text: str) -> None:
    try:
        grid = parse_grid(text)
    except SurfaceError:
        pass
    else:
        assert min(grid.values.shape) >= 2
        assert np.all(np.isfinite(grid.values))


def test_progress_is_told_and_may_cancel() -> None:
    class EnoughError(Exception):
        pass

    told: list[tuple[int, int]] = []

    def progress(done: int, total: int) -> None:
        told.append((done, total))
        if done:
            raise EnoughError

    with pytest.raises(EnoughError):
        parse_grid("1,2\n3,4\n" * 100, progress)
    assert told == [(0, 200), (64, 200)]
