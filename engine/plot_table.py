"""A plot as a table: one row per run and iteration, numbers as they are (no offset, no sign taken away)."""

from __future__ import annotations

import codecs
import csv
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from engine import plots
from engine.clock import ITERATION, WALL, moments
from engine.files import replacing
from engine.quantities import Column

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from engine.history import Snapshot
    from engine.plots import Plot
    from engine.quantities import Reader
    from surfaces import Array


class Drawn(NamedTuple):
    """A run in a plot: what it is called, its record, and what reads the quantity."""

    label: str
    snapshot: Snapshot
    read: Reader

    def values(self, plot: Plot) -> Array:
        """Return all of the plot's values, shape (n,) or (n, 2)."""
        column = Column(plot, self.read)
        while not column.grow(self.snapshot, len(self.snapshot)):
            pass
        return column.values


def write_plot(path: Path, plot: Plot, clock: str, runs: Sequence[Drawn]) -> None:
    """Write what a plot shows of these runs as CSV; `clock` is what it counts to the right.

    The columns are run, iteration, the clock if it is another (wall time in seconds), and the quantity: its mean or
    the best so far if those are shown; of a way both coordinates. Numbers are in the shortest form that gives them
    back.

    Raises
    ------
    FileError
        When it cannot be written; whatever was at `path` is still there.
    """
    is_clocked = clock != ITERATION and not plot.is_way
    with replacing(path) as file:
        writer = csv.writer(codecs.getwriter("utf-8")(file), lineterminator="\r\n")
        clocked = ["wall_seconds" if clock == WALL else clock] if is_clocked else []
        writer.writerow(["run", "iteration", *clocked, *column_names(plot)])
        for run in runs:
            writer.writerows(_rows(run, plot, clock if is_clocked else ""))


def _rows(run: Drawn, plot: Plot, clock: str) -> Iterator[list[str]]:
    values = run.values(plot)
    columns = [values[:, None] if values.ndim == 1 else values]
    if clock:
        columns.insert(0, moments(run.snapshot, clock, slice(0, len(values)))[:, None])
    for iteration, row in enumerate(np.concatenate(columns, axis=1).tolist()):
        yield [run.label, str(iteration), *map(repr, row)]


def column_names(plot: Plot) -> tuple[str, ...]:
    """Return the names of the columns of a plot's numbers."""
    if plot.quantity == plots.EIGEN_PLANE:
        return "error_flat", "error_steep"
    if plot.is_way:
        direction = plot.quantity.removeprefix("phase-")
        return f"error_{direction}", f"velocity_{direction}"
    name = plot.quantity.replace("-", "_")
    name += f"_mean_{plot.averages}" if plot.averages else ""
    return (name + ("_best" if plot.shows_best else ""),)
