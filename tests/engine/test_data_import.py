"""CSV files of samples: what is read, and how mistakes are told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.data_import import MOST_BYTES, DataImportError, parse_table, read_table, samples_from
from engine.files import FileError

if TYPE_CHECKING:
    from pathlib import Path

HOUSES = "area,rooms,price\n30,1,2.5\n60,2,4.1\n\n90,3,5.4\n"


def test_columns_by_name_and_by_number() -> None:
    table = parse_table(HOUSES)
    assert (table.names, table.rows, table.problems) == (("area", "rooms", "price"), 3, ())
    wanted = ((30.0, 2.5), (60.0, 4.1), (90.0, 5.4))
    assert samples_from(table, ["area", "price"]) == wanted
    assert samples_from(table, ["1", "3"]) == wanted
    assert samples_from(table, ["price", "rooms"])[0] == (2.5, 1.0)


@pytest.mark.parametrize(
    "text",
    ["x,y\n1,2\n3,4", "x;y\r\n1;2\r\n3;4\r\n", "x\ty\n1\t2\n3\t4\n", ' x , "y"\n 1 , "2"\n3,4', "\n\nx,y\n1,2\n3,4"],
)
def test_what_spreadsheets_write(text: str) -> None:
    table = parse_table(text)
    assert table.names == ("x", "y")
    assert samples_from(table, ["x", "y"]) == ((1.0, 2.0), (3.0, 4.0))


def test_without_a_header_columns_are_numbered() -> None:
    table = parse_table("1,2\n3,4e-1\n")
    assert table.names == ("column 1", "column 2")
    assert samples_from(table, ["2", "column 1"]) == ((2.0, 1.0), (0.4, 3.0))


def test_names_are_told_apart() -> None:
    assert parse_table("a,a,,b\n1,2,3,4").names == ("a", "a (2)", "column 3", "b")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp949"])
def test_korean_files_of_any_kind(encoding: str, tmp_path: Path) -> None:
    (tmp_path / "집값.csv").write_bytes("면적,가격\n30,2.5\n60,4.1\n".encode(encoding))
    table = read_table(tmp_path / "집값.csv")
    assert table.names == ("면적", "가격")
    assert samples_from(table, ["면적", "가격"])[1] == (60.0, 4.1)


MISTAKES = {
    "a missing value": ("x,y\n1,2\n\n3,\n", "Row 4 has no value in the column “y”."),
    "a missing value by name": ("x,y\n1,NA\n", "Row 2 has no value in the column “y”."),
    "a short row": ("x,y\n1,2\n3\n", "Row 3 has no value in the column “y”."),
    "text": ("x,y\n1,2\n3,red\n", "Row 3 has “red” in the column “y”, which is no number."),
    "a decimal comma": ("x;y\n1;2\n3;4,5\n", "Row 3 has “4,5” in the column “y”, which is no number."),
    "infinity": ("x,y\n1,inf\n", "Row 2 has “inf” in the column “y”, which is no number."),
    "an enormous number": ("x,y\n1,1e60\n", "Row 2 has “1e60” in the column “y”, which is no number."),
    "code": ("x,y\n1,__import__('os')\n", "Row 2 has “__import__('os')” in the column “y”, which is no number."),
    "a spreadsheet's formula": ("x,y\n1,=1+1\n", "Row 2 has “=1+1” in the column “y”, which is no number."),
}


@pytest.mark.parametrize("case", MISTAKES)
def test_the_first_bad_cell_is_named(case: str) -> None:
    text, words = MISTAKES[case]
    table = parse_table(text)
    assert table.numeric == (True, False)
    assert words in table.problems
    with pytest.raises(DataImportError) as caught:
        samples_from(table, ["x", "y"])
    assert str(caught.value) == words
    assert samples_from(table, ["x"])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "The file is empty."),
        ("\n , \n", "The file is empty."),
        ("x,y\n", "a header and no samples"),
        ("x\n" + "1\n" * 10_001, "10001 samples; at most 10000"),
        ("1," * 1001, "1002 columns; at most 1000"),
        ("x,y\n1,2\x00", "no number"),
        ('x\n"' + "a" * 200_000, "The file is no table"),
    ],
)
def test_files_that_cannot_be_used(text: str, words: str) -> None:
    with pytest.raises(DataImportError, match=words):
        samples_from(parse_table(text), ["1", "2"])


def test_unknown_columns_are_answered_with_those_there_are() -> None:
    for wanted in ("colour", "0", "4", "-1", "9" * 5000):
        with pytest.raises(DataImportError, match=r"the columns are area, rooms, price\."):
            samples_from(parse_table(HOUSES), [wanted])


def test_what_is_worth_knowing_is_said() -> None:
    assert parse_table("x,y\n1,2").problems == ("The file has a single sample.",)
    assert parse_table("x,y\n1,2\n1,3").problems == ("The column “x” has the same value in every row.",)


def test_files_that_are_none(tmp_path: Path) -> None:
    (tmp_path / "picture.csv").write_bytes(b"\xff\xfe\x00\x01\xff")
    (tmp_path / "large.csv").write_bytes(b"1\n" * (MOST_BYTES // 2 + 1))
    for name, error, words in (
        ("nowhere.csv", FileError, "Could not read"),
        ("", FileError, "Could not read"),
        ("picture.csv", FileError, "not a text file"),
        ("large.csv", DataImportError, "larger than 10 MB"),
    ):
        with pytest.raises(error, match=words):
            read_table(tmp_path / name)


def complaint(text: str) -> str:
    """Return why a text is no table of numbers, or nothing."""
    try:
        table = parse_table(text)
        samples_from(table, table.names)
    except DataImportError as error:
        return str(error)
    return ""


@given(text=st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
def test_any_text_is_a_table_or_a_sentence(text: str) -> None:
    sentence = complaint(text)
    assert not sentence or sentence.endswith(".")


@given(rows=st.lists(st.tuples(st.floats(-1e50, 1e50), st.floats(-1e50, 1e50)), min_size=1, max_size=20))
def test_numbers_read_back_bit_for_bit(rows: list[tuple[float, float]]) -> None:
    text = "x,y\n" + "".join(f"{x!r},{y!r}\n" for x, y in rows)
    assert samples_from(parse_table(text), ["x", "y"]) == tuple(rows)
