"""Grids of heights read from CSV text, with a message that names the row and the column."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from surfaces.surface import Bounds, SurfaceError

if TYPE_CHECKING:
    from surfaces.surface import Array

MOST_SIDE = 4096
MOST_BYTES = 64_000_000
_EVEN = 0.02
"""Axis values are evenly spaced within this share of a cell."""
_BLOCK = 64

Progress = Callable[[int, int], None]
"""Told how many rows of how many are done; may raise to cancel."""


def unwatched(_done: int, _total: int) -> None:
    """The progress nobody looks at."""


@dataclass(frozen=True, eq=False)
class HeightGrid:
    """Heights as a file has them.

    Parameters
    ----------
    values
        Shape ``(rows, columns)``, the first row at the lowest y; finite.
    extent
        Where the outermost points lie, if the file says so.
    """

    values: Array
    extent: Bounds | None = None


def parse_grid(text: str, progress: Progress = unwatched) -> HeightGrid:
    """The grid in a CSV text (RFC 4180), its cells parted by commas, semicolons, tabs or spaces.

    The first row of the text lies at the top, as in a spreadsheet. A first row without any number is a header. If
    only its first cell is no number, that row holds the x of each column and the first column the y of each row,
    evenly spaced in either direction.

    Raises
    ------
    SurfaceError
        One sentence that names the row and column of what is missing, no number, or one too many.
    """
    table = _numbered_rows(text)
    if not table:
        raise SurfaceError("The file is empty: a height map needs rows of numbers.")
    top = [_number(cell) for cell in table[0][1]]
    has_axes = len(top) > 1 and top[0] is None and None not in top[1:]
    has_header = has_axes or all(number is None for number in top)
    body = table[1:] if has_header else table
    _check_shape(body, has_axes)
    values = np.empty((len(body), len(body[0][1])))
    for index, (row, cells) in enumerate(body):
        values[index] = _row_of_numbers(cells, row)
        if index % _BLOCK == 0:
            progress(index, len(body))
    if not has_axes:
        return HeightGrid(values[::-1])
    return _along_axes(np.array(top[1:], dtype=np.float64), values)


def _numbered_rows(text: str) -> list[tuple[int, list[str]]]:
    """The rows that are not blank with their line numbers."""
    text = text.removeprefix("\ufeff")
    first = next((line for line in text.splitlines() if line.strip()), "")
    delimiter = next((sign for sign in (";", "\t", ",") if sign in first), None)
    if delimiter is None:
        return [(number, line.split()) for number, line in enumerate(text.splitlines(), start=1) if line.strip()]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, skipinitialspace=True)
    try:
        return [(reader.line_num, row) for row in reader if any(cell.strip() for cell in row)]
    except csv.Error as error:
        raise SurfaceError(f"Row {reader.line_num} is not CSV: {error}.") from error


def _check_shape(body: list[tuple[int, list[str]]], has_axes: bool) -> None:
    fewest = 3 if has_axes else 2
    if not body:
        raise SurfaceError("The file has a header and no rows of numbers below it.")
    width = len(body[0][1])
    if len(body) < 2 or width < fewest:
        rows, columns = _counted(len(body), "row"), _counted(width - has_axes, "column")
        raise SurfaceError(f"The file has {rows} and {columns} of heights; a height map needs at least 2 of each.")
    if len(body) > MOST_SIDE or width > MOST_SIDE:
        raise SurfaceError(f"The grid has {width} × {len(body)} heights; at most {MOST_SIDE} a side can be read.")
    for row, cells in body:
        if len(cells) != width:
            first = body[0][0]
            raise SurfaceError(f"Row {row} has {_counted(len(cells), 'value')}, and row {first} has {width}.")


def _along_axes(x: Array, table: Array) -> HeightGrid:
    """The grid whose first column is y, turned so that x and y go up."""
    y, values = table[:, 0], table[:, 1:]
    if len(x) != values.shape[1]:
        raise SurfaceError(f"The header has {len(x)} values of x for {values.shape[1]} columns of heights.")
    for name, axis in (("header (x)", x), ("first column (y)", y)):
        steps = np.diff(axis)
        if np.any(np.abs(steps - steps.mean()) > _EVEN * abs(steps.mean())) or not steps.mean():
            raise SurfaceError(f"The values of the {name} must be evenly spaced: a height map is a regular grid.")
    if x[0] > x[-1]:
        x, values = x[::-1], values[:, ::-1]
    if y[0] > y[-1]:
        y, values = y[::-1], values[::-1]
    return HeightGrid(values, (float(x[0]), float(x[-1]), float(y[0]), float(y[-1])))


def _number(cell: str) -> float | None:
    """The number in a cell, also with a decimal comma or a true minus sign; None for text and for nothing."""
    text = cell.strip().replace("−", "-")
    if "," in text and "." not in text:
        text = text.replace(",", ".")
    if "_" in text:  # which Python would take
        return None
    try:
        return float(text)
    except ValueError:
        return None


def _row_of_numbers(cells: list[str], row: int) -> list[float]:
    """The numbers of a row: at once where all cells are plain ones, else cell by cell."""
    try:
        numbers = list(map(float, cells))
    except ValueError:
        numbers = [math.nan]
    if math.isfinite(sum(numbers)) and not any("_" in cell for cell in cells):
        return numbers
    return [_checked(cell, row, column) for column, cell in enumerate(cells, start=1)]


def _checked(cell: str, row: int, column: int) -> float:
    number = _number(cell)
    if number is not None and math.isfinite(number):
        return number
    place = f"Row {row}, column {column}"
    if not cell.strip() or number != number:
        raise SurfaceError(f"{place} has no value: every point of a height map needs a number.")
    raise SurfaceError(f"{place} is “{_short(cell.strip())}”, which is not a finite number.")


def _short(text: str) -> str:
    return text if len(text) <= 30 else f"{text[:29]}…"


def _counted(count: int, thing: str) -> str:
    return f"{count} {thing}" if count == 1 else f"{count} {thing}s"
