"""Samples from a CSV file: read as a table of texts, then as numbers, with mistakes named by row and column.

A file is only ever split and compared with numbers; nothing in it is executed.
"""

from __future__ import annotations

import csv
import io
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.files import FileError
from surfaces.data.spec import LARGEST_NUMBER, MOST_SAMPLES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

ENCODINGS = ("utf-8-sig", "cp949")
"""Tried in turn: what spreadsheets write, in Korea too."""
MOST_BYTES = 10_000_000
MOST_COLUMNS = 1000
MOST_PROBLEMS = 5
_DELIMITERS = ",;\t"
_MISSING = ("", "na", "n/a", "nan", "null", "none", "-")


class DataImportError(ValueError):
    """A file of samples that cannot be used, in one sentence."""


@dataclass(frozen=True)
class Table:
    """A file's cells as they stand.

    Parameters
    ----------
    names : tuple of str
        The header's names, or ``column 1``, ``column 2``, … without a header.
    columns : tuple of tuples of str
        The cells of each column, stripped.
    problems : tuple of str
        What a person should know before choosing columns, a sentence each; none hinders reading the others.
    numeric : tuple of bool
        Whether every cell of a column is a finite number.
    places : tuple of int
        The file's row in which each sample stands, counted from 1.
    """

    names: tuple[str, ...]
    columns: tuple[tuple[str, ...], ...]
    problems: tuple[str, ...]
    numeric: tuple[bool, ...]
    places: tuple[int, ...]

    @property
    def rows(self) -> int:
        """How many samples there are."""
        return len(self.columns[0]) if self.columns else 0

    def column(self, wanted: str) -> int:
        """Return the index of a column by its name, or by its number counted from 1; raises DataImportError."""
        if wanted in self.names:
            return self.names.index(wanted)
        if wanted.isdecimal() and 1 <= int(wanted[:9]) <= len(self.names):
            return int(wanted) - 1
        raise DataImportError(f"There is no column “{wanted}”; the columns are {', '.join(self.names[:20])}.")


def read_table(path: Path) -> Table:
    """Read a file as a table.

    Raises
    ------
    FileError
        When it cannot be read as a text.
    DataImportError
        When it holds no samples, or is too large.
    """
    return parse_table(_text(path))


def parse_table(text: str) -> Table:
    """Return a text as a table; commas, semicolons or tabs divide it, and a first row with words is its header.

    Raises
    ------
    DataImportError
        When it holds no samples, or is too large.
    """
    rows = _rows(text)
    header = not any(_number(cell) is not None for cell in rows[0][1])
    body = rows[1:] if header else rows
    if not body:
        raise DataImportError("The file has a header and no samples.")
    if len(body) > MOST_SAMPLES:
        raise DataImportError(f"The file has {len(body)} samples; at most {MOST_SAMPLES} can be used.")
    width = max(len(cells) for _, cells in rows)
    if width > MOST_COLUMNS:
        raise DataImportError(f"The file has {width} columns; at most {MOST_COLUMNS} can be used.")
    names = _names(rows[0][1] if header else [], width)
    columns = tuple(tuple(cells[i] if i < len(cells) else "" for _, cells in body) for i in range(width))
    numeric = tuple(all(_number(cell) is not None for cell in column) for column in columns)
    places = tuple(place for place, _ in body)
    return Table(names, columns, _problems(names, columns, places), numeric, places)


def samples_from(table: Table, wanted: Sequence[str]) -> tuple[tuple[float, ...], ...]:
    """Return the samples of some columns, chosen by name or number, one tuple of numbers a row.

    Raises
    ------
    DataImportError
        Naming the column that is not there, or the row and column of the first cell that is not a finite number.
    """
    chosen = [table.column(name) for name in wanted]
    return tuple(zip(*[_numbers(table, index) for index in chosen], strict=True))


def _numbers(table: Table, index: int) -> list[float]:
    numbers = []
    for row, cell in zip(table.places, table.columns[index], strict=True):
        number = _number(cell)
        if number is None:
            raise DataImportError(_complaint(table.names[index], row, cell))
        numbers.append(number)
    return numbers


def _complaint(name: str, row: int, cell: str) -> str:
    if cell.lower() in _MISSING:
        return f"Row {row} has no value in the column “{name}”."
    shown = cell if len(cell) <= 30 else f"{cell[:30]}…"
    return f"Row {row} has “{shown}” in the column “{name}”, which is no number."


def _problems(names: Sequence[str], columns: Sequence[Sequence[str]], places: Sequence[int]) -> tuple[str, ...]:
    found = []
    for name, column in zip(names, columns, strict=True):
        wrong = [(row, cell) for row, cell in zip(places, column, strict=True) if _number(cell) is None]
        if wrong:
            found.append(_complaint(name, *wrong[0]))
        elif len(column) > 1 and len(set(column)) == 1:
            found.append(f"The column “{name}” has the same value in every row.")
    if len(columns[0]) == 1:
        found.append("The file has a single sample.")
    return tuple(found[:MOST_PROBLEMS])


def _number(cell: str) -> float | None:
    """Return a cell as a number within ±1e50, or None."""
    try:
        number = float(cell)
    except ValueError:
        return None
    return number if math.isfinite(number) and abs(number) <= LARGEST_NUMBER and "_" not in cell else None


def _names(header: Sequence[str], width: int) -> tuple[str, ...]:
    """Return a name for each column; empty ones are numbered and repeated ones told apart."""
    names: list[str] = []
    for index in range(width):
        name = header[index] if index < len(header) and header[index] else f"column {index + 1}"
        names.append(name if name not in names else f"{name} ({index + 1})")
    return tuple(names)


def _rows(text: str) -> list[tuple[int, list[str]]]:
    """Return the rows that hold something, each with its number in the file."""
    first = text.lstrip().split("\n", 1)[0]
    delimiter = max(_DELIMITERS, key=first.count)
    try:
        cells = [[cell.strip() for cell in row] for row in _reader(text, delimiter)]
    except csv.Error as error:
        raise DataImportError(f"The file is no table: {error}.") from error
    rows = [(number, row) for number, row in enumerate(cells, 1) if any(row)]
    if not rows:
        raise DataImportError("The file is empty.")
    return rows


def _reader(text: str, delimiter: str) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text), delimiter=delimiter, skipinitialspace=True)


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise FileError(f"Could not read {path}: {(error.strerror or str(error)).lower()}.") from error
    if len(content) > MOST_BYTES:
        raise DataImportError(f"The file {path.name} is larger than {MOST_BYTES // 1_000_000} MB.")
    for encoding in ENCODINGS:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise FileError(f"{path} is not a text file.")
