"""Rows of a history side by side: a record has all numbers of a row together, a detector asks for one of many rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from engine.history import Snapshot
    from surfaces import Array


class Block(NamedTuple):
    """Places, losses and gradients of the rows from `begin` to before `end`, and what follows from them at once."""

    begin: int
    end: int
    params: Array
    """Shape (dim, rows)."""
    loss: Array
    """Shape (rows,)."""
    gradient: Array
    """Shape (dim, rows)."""
    slope: Array
    """Norms of the gradients, shape (rows,)."""
    move: Array
    """Steps from each row to the next, shape (dim, rows − 1)."""
    step: Array
    """Their lengths, shape (rows − 1,)."""

    @classmethod
    def of(cls, snapshot: Snapshot, begin: int, end: int) -> Block:
        """Copy them out of a record: what fits into the processor's cache is then read at no cost."""
        dim = snapshot.layout.dim
        rows = np.ascontiguousarray(snapshot.table[begin:end, : 2 * dim + 1].T)
        with np.errstate(all="ignore"):
            move = np.diff(rows[:dim])
        gradient = rows[dim + 1 :]
        return cls(begin, end, rows[:dim], rows[dim], gradient, lengths(gradient), move, lengths(move))

    @property
    def dim(self) -> int:
        """The number of parameters."""
        return len(self.params)

    def since(self, first: int, stop: int | None = None) -> Block:
        """The rows from `first` on (to before `stop`) and the steps between them."""
        stop = self.end if stop is None else stop
        part, between = slice(first - self.begin, stop - self.begin), slice(first - self.begin, stop - 1 - self.begin)
        rows = self.params[:, part], self.loss[part], self.gradient[:, part], self.slope[part]
        return Block(first, stop, *rows, self.move[:, between], self.step[between])


def lengths(vectors: Array) -> Array:
    """Return Euclidean norms of vectors of shape (dim, …)."""
    with np.errstate(over="ignore", invalid="ignore"):
        total = np.square(vectors[0])
        for part in vectors[1:]:
            total += np.square(part)
        return np.asarray(np.sqrt(total))


def products(first: Array, second: Array) -> Array:
    """Return dot products of vectors of shape (dim, …).

    Not by `einsum`: its last bits depend on where in memory a vector stands, and a history that grew must be told like
    a whole one.
    """
    total = first[0] * second[0]
    for one, other in zip(first[1:], second[1:], strict=True):
        total = total + one * other
    return np.asarray(total)


def upright(rows: Array, height: int) -> Array:
    """Blocks of so many rows as columns: (dim, blocks · height) as (dim, height, blocks).

    Sums down short columns are sums of long rows, which the processor takes many at a time.
    """
    return np.ascontiguousarray(rows.reshape(len(rows), -1, height).swapaxes(1, 2))
