"""Stretches of rows for which something holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    Truths = npt.NDArray[np.bool_]
    Rows = npt.NDArray[np.intp]


def stretches(holds: Truths, least: int = 1, gap: int = 0) -> tuple[Rows, Rows]:
    """Return the first and the last rows of all stretches of trues, in order.

    Parameters
    ----------
    holds : array of bool, shape (n,)
        Whether it holds, row by row.
    least : int
        Shorter stretches do not count.
    gap : int
        Stretches that count and are parted by at most so many rows are one.
    """
    edges = np.flatnonzero(holds[1:] != holds[:-1]) + 1
    if len(holds) and holds[0]:
        edges = np.concatenate([[0], edges])
    if len(holds) and holds[-1]:
        edges = np.concatenate([edges, [len(holds)]])
    return joined(edges[::2], edges[1::2] - 1, least, gap)


def joined(first: Rows, last: Rows, least: int = 1, gap: int = 0) -> tuple[Rows, Rows]:
    """Return stretches without the short ones, those close together as one."""
    long = last - first >= least - 1
    first, last = first[long], last[long]
    if gap == 0 or len(first) == 0:
        return first, last
    apart = first[1:] - last[:-1] > gap + 1
    return first[np.concatenate([[True], apart])], last[np.concatenate([apart, [True]])]
