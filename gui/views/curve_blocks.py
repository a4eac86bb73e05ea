"""A growing curve at a bounded price: while short its values, later what its blocks begin, reach and end with."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from gui.numbers import format_number
from gui.views.long_lines import Print

if TYPE_CHECKING:
    from collections.abc import Callable

    from gui.views.plot_strokes import Array, Indices

WHOLE = 4096
"""Curves of so many values are drawn as they are."""
BLOCKS = 2048
"""Longer ones in so many blocks at most, and at least half as many."""
MOST_LOOKED_AT = 20_000
"""So many places of a way are compared with the pointer's."""
MOST_MIXED = 256
"""In so many blocks is looked for the lowest value that has a logarithm, where the lowest has none."""


class Times(NamedTuple):
    """When a run is where: what is counted when it reaches these rows, and its last row that is not later."""

    at: Callable[[Indices], Array]
    row: Callable[[float], int]


@dataclass(frozen=True, eq=False)
class Line:
    """What is drawn of a run, and when it is where."""

    key: int
    label: str
    slot: int
    times: Times | None = field(default=None, kw_only=True)
    """When it has reached which row; None: at its iteration."""

    def moments(self, rows: Indices) -> Array:
        """When it has reached these rows."""
        return np.asarray(rows, dtype=float) if self.times is None else self.times.at(rows)

    def row_at(self, moment: float) -> int:
        """The iteration nearest to a moment, or of another clock the last one not later."""
        return round(moment) if self.times is None else self.times.row(moment)


@dataclass(frozen=True, eq=False)
class Curve(Line):
    """A quantity of a run, one value per iteration: values (n,) or the norms of rows (n, k), less an offset."""

    values: Array
    offset: float = 0.0
    absolute: bool = False
    """Whether only the size of the values is shown."""

    def raw(self, rows: slice | Indices) -> Array:
        """Values of these iterations, before the offset."""
        values = np.asarray(self.values[rows], dtype=float)
        if self.values.ndim == 1:
            return np.abs(values) if self.absolute else values
        with np.errstate(over="ignore"):
            return np.asarray(np.hypot.reduce(values, axis=-1))

    def at(self, iteration: int) -> float:
        """The value of an iteration; that of the last one for those after it, NaN if there is none."""
        here = min(iteration, len(self.values) - 1)
        return float(self.raw(slice(here, here + 1))[0]) - self.offset if here >= 0 else math.nan

    def text(self, row: int) -> str:
        """What is read off it at an iteration, nothing beyond its end."""
        return format_number(self.at(row)) if row < len(self.values) else ""

    def place(self, row: int, *, logarithmic: bool, log_across: bool) -> tuple[float, float]:
        """Where it is drawn at an iteration; NaN where it is not."""
        here = min(row, len(self.values) - 1)
        if here < 0:
            return math.nan, math.nan
        x = heights(self.moments(np.array([here])), log_across)
        return float(x[0]), float(heights(np.array([self.at(here)]), logarithmic)[0])


@dataclass(frozen=True, eq=False)
class Way(Line):
    """Two quantities of a run, one against the other: points (n, 2)."""

    points: Array

    def place(self, row: int) -> tuple[float, float]:
        """Where the run is at an iteration."""
        here = min(row, len(self.points) - 1)
        return (float(self.points[here, 0]), float(self.points[here, 1])) if here >= 0 else (math.nan, math.nan)

    def text(self, row: int) -> str:
        """What is read off it at an iteration, nothing beyond its end."""
        return ", ".join(format_number(part, 3) for part in self.place(row)) if row < len(self.points) else ""

    def nearest(self, place: Array, scale: Array) -> tuple[float, int]:
        """How far away from a place the nearest one of `MOST_LOOKED_AT` is, and its row; `scale`: pixels per unit."""
        stride = 1 + len(self.points) // MOST_LOOKED_AT
        with np.errstate(all="ignore"):
            away = np.hypot(*((self.points[::stride] - place) * scale).T)
        away[~np.isfinite(away)] = np.inf
        row = int(np.argmin(away)) if len(away) else 0
        return (float(away[row]) if len(away) else math.inf), row * stride


class CurveShape(NamedTuple):
    """A curve ready to draw: points (m, 2), their iterations, and how many of them stay when it grows."""

    points: Array
    iterations: Indices | None
    firm: int | None


class CurveBlocks:
    """First, lowest, highest and last value of each block of a curve, kept while the curve only grows."""

    def __init__(self) -> None:
        self._known: Print | None = None
        self._absolute = False
        self._size = 1
        self._blocks = np.empty((0, 4))

    def shape(self, curve: Curve, logarithmic: bool, log_across: bool = False) -> CurveShape:
        """What to draw of a curve: only values that have come to it since the last time are read."""
        length = len(curve.values)
        if length <= WHOLE:
            return CurveShape(_beginning(curve, length, logarithmic, log_across), None, None)
        blocks = self._shape(curve, length, logarithmic)
        if curve.times is None and not log_across:
            return blocks
        begins, ends = blocks.points[0::4, 0], blocks.points[3::4, 0]
        rows = np.stack([begins, (begins + ends) // 2, (begins + ends) // 2, ends], axis=1).astype(np.intp)
        blocks.points[:, 0] = heights(curve.moments(rows.ravel()), log_across)
        return self._from_the_first(curve, blocks, logarithmic) if log_across else blocks

    def _from_the_first(self, curve: Curve, blocks: CurveShape, logarithmic: bool) -> CurveShape:
        """On a logarithmic axis the first blocks are the widest: there every value is drawn."""
        assert blocks.iterations is not None
        assert blocks.firm is not None
        kept = 4 * -(-WHOLE // self._size)
        first = self._size * (kept // 4)
        points = np.concatenate([_beginning(curve, first, logarithmic, log_across=True), blocks.points[kept:]])
        rows = np.concatenate([np.arange(first), blocks.iterations[kept:]])
        return CurveShape(points, rows, max(blocks.firm - kept, 0) + first)

    def _shape(self, curve: Curve, length: int, logarithmic: bool) -> CurveShape:
        self._read(curve)
        first = self._size * len(self._blocks)
        rest = _blocks(curve.raw(slice(first, None))[None, :]) if first < length else self._blocks[:0]
        blocks = np.concatenate([self._blocks, rest])
        begins = self._size * np.arange(len(blocks))
        ends = np.minimum(begins + self._size, length) - 1
        x = np.stack([begins, (begins + ends) / 2, (begins + ends) / 2, ends], axis=1)
        y = heights(blocks - curve.offset, logarithmic)
        self._mend(y, curve, begins, ends, logarithmic)
        points = np.stack([x.ravel(), y.ravel()], axis=1)
        return CurveShape(points, np.repeat(ends, 4), 4 * len(self._blocks))

    def _read(self, curve: Curve) -> None:
        """Take in the complete blocks that are new, all of them if the curve is another."""
        if self._known is None or self._absolute != curve.absolute or not self._known.begins(curve.values):
            self._size, self._blocks = 1, np.empty((0, 4))
        self._absolute = curve.absolute
        self._known = Print.of(curve.values)
        while len(curve.values) // self._size > BLOCKS:
            self._size *= 2
            self._blocks = _merged(self._blocks)
        first, stop = len(self._blocks), len(curve.values) // self._size
        new = curve.raw(slice(first * self._size, stop * self._size))
        self._blocks = np.concatenate([self._blocks, _blocks(new.reshape(-1, self._size))])

    def _mend(self, y: Array, curve: Curve, begins: Indices, ends: Indices, logarithmic: bool) -> None:
        """Where only the lowest value of a block has no logarithm, find the lowest that has one."""
        mixed = np.flatnonzero(np.isnan(y[:, 1]) & ~np.isnan(y[:, 2])) if logarithmic else begins[:0]
        y[mixed, 1] = np.fmin(y[mixed, 2], np.fmin(y[mixed, 0], y[mixed, 3]))
        for block in mixed[:MOST_MIXED].tolist():
            values = curve.raw(slice(begins[block], ends[block] + 1)) - curve.offset
            y[block, 1] = np.fmin.reduce(heights(values, logarithmic))


def _beginning(curve: Curve, length: int, logarithmic: bool, log_across: bool) -> Array:
    """Every one of the first points of a curve."""
    x = heights(curve.moments(np.arange(length)), log_across)
    return np.stack([x, heights(curve.raw(slice(0, length)) - curve.offset, logarithmic)], axis=1)


def _blocks(values: Array) -> Array:
    """First, lowest, highest and last of each row; what is no number counts only as a first or last one."""
    finite = np.where(np.isfinite(values), values, np.nan)
    low, high = np.fmin.reduce(finite, axis=1), np.fmax.reduce(finite, axis=1)
    return np.stack([finite[:, 0], low, high, finite[:, -1]], axis=1)


def _merged(blocks: Array) -> Array:
    """Blocks of twice the size, without one that is left over."""
    one, other = blocks[0 : len(blocks) // 2 * 2 : 2], blocks[1::2]
    low, high = np.fmin(one[:, 1], other[:, 1]), np.fmax(one[:, 2], other[:, 2])
    return np.stack([one[:, 0], low, high, other[:, 3]], axis=1)


def heights(values: Array, logarithmic: bool) -> Array:
    """What is drawn for these values: exponents of ten on a logarithmic axis; NaN leaves a gap."""
    values = np.asarray(values, dtype=float)
    if not logarithmic:
        return np.where(np.isfinite(values), values, np.nan)
    good = np.isfinite(values) & (values > 0)
    return np.asarray(np.log10(values, out=np.full(values.shape, np.nan), where=good))
