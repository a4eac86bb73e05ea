"""A growing curve at a bounded price: while short its values, later what its blocks begin, reach and end with."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from gui.views.long_lines import Print

if TYPE_CHECKING:
    from gui.views.plot_strokes import Array, Indices

WHOLE = 4096
"""Curves of so many values are drawn as they are."""
BLOCKS = 2048
"""Longer ones in so many blocks at most, and at least half as many."""
MOST_MIXED = 256
"""In so many blocks is looked for the lowest value that has a logarithm, where the lowest has none."""


@dataclass(frozen=True, eq=False)
class Curve:
    """A quantity of a run, one value per iteration: values (n,) or the norms of rows (n, k), less an offset."""

    key: int
    label: str
    slot: int
    values: Array
    offset: float = 0.0

    def raw(self, rows: slice | Indices) -> Array:
        """Values of these iterations, before the offset."""
        values = np.asarray(self.values[rows], dtype=float)
        if self.values.ndim == 1:
            return values
        with np.errstate(over="ignore"):
            return np.asarray(np.hypot.reduce(values, axis=-1))

    def at(self, iteration: int) -> float:
        """The value of an iteration; that of the last one for those after it, NaN if there is none."""
        here = min(iteration, len(self.values) - 1)
        return float(self.raw(slice(here, here + 1))[0]) - self.offset if here >= 0 else math.nan


class CurveShape(NamedTuple):
    """A curve ready to draw: points (m, 2), their iterations, and how many of them stay when it grows."""

    points: Array
    iterations: Indices | None
    firm: int | None


class CurveBlocks:
    """First, lowest, highest and last value of each block of a curve, kept while the curve only grows."""

    def __init__(self) -> None:
        self._known: Print | None = None
        self._size = 1
        self._blocks = np.empty((0, 4))

    def shape(self, curve: Curve, logarithmic: bool) -> CurveShape:
        """What to draw of a curve: only values that have come to it since the last time are read."""
        length = len(curve.values)
        if length <= WHOLE:
            height = heights(curve.raw(slice(None)) - curve.offset, logarithmic)
            return CurveShape(np.stack([np.arange(length, dtype=float), height], axis=1), None, None)
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
        if self._known is None or not self._known.begins(curve.values):
            self._size, self._blocks = 1, np.empty((0, 4))
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
