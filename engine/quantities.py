"""The numbers of a plot, row by row of a run: pure functions of its record, and columns that grow with it.

Errors are measured in the eigenbasis of the Hessian H(θ*) of the known minimum θ* nearest to where a run has got to:
with H(θ*) vᵢ = λᵢ vᵢ, λ₁ ≤ … ≤ λₙ, the error along vᵢ is vᵢ·(θ − θ*). On a quadratic, gradient descent multiplies it
by 1 − ηλᵢ in every step: slowly along the flattest direction v₁, with alternating sign along the steepest where
ηλₙ > 1. A phase portrait has the velocity along vᵢ upwards: the rule's own (a `velocity` or `first_moment` in its
state, with the sign that points along its first steps), or else the last step itself.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from engine import plots
from engine.curvature import spectrum

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from engine.history import Layout, Snapshot
    from engine.plots import Plot
    from engine.run import RunConfig
    from surfaces import Array, CriticalPoint, Surface

    Reader = Callable[[Snapshot, int, int], Array]
    """Gives a quantity's values in the rows of a record from one on and before another, shape (n,) or (n, 2)."""

VELOCITIES = ("velocity", "first_moment")
FIRST_STEPS = 64
"""So many steps decide which way a velocity points."""
SAME_LOSS = 1e-9
"""Minima are equally low whose losses differ by no more than this share."""
MOST_PARTS = 4
"""State fields of more numbers are shown by their norm only."""
MOST_ROWS = 1 << 16
"""About so many rows are read in a few milliseconds."""


@dataclass(frozen=True, eq=False)
class EigenFrame:
    """A place and the eigenvectors of the Hessian there, as columns, flattest first."""

    place: Array
    curvatures: Array
    vectors: Array

    @classmethod
    def at(cls, surface: Surface, place: Array) -> EigenFrame | None:
        """Return the frame at a place; None where there is no curvature. An eigenvector's largest part is positive."""
        with np.errstate(all="ignore"):
            curvatures, vectors = spectrum(surface.hessian(place))
        if not np.isfinite(curvatures).all():
            return None
        largest = np.take_along_axis(vectors, np.abs(vectors).argmax(axis=0)[None], axis=0)
        return cls(place, curvatures, vectors * np.sign(largest))

    def direction(self, steep: bool) -> Array:
        """Return the eigenvector of the largest or the smallest eigenvalue."""
        return self.vectors[:, -1 if steep else 0]


@dataclass(frozen=True, eq=False)
class Ground:
    """A surface with the minima that are known of it: what runs are measured against."""

    surface: Surface
    minima: Array
    """Their places, shape (m, dim); equally good ones that are lowest come first."""
    lowest: int
    """How many of them are."""
    frames: dict[int, EigenFrame | None] = field(default_factory=dict)

    @classmethod
    def of(cls, surface: Surface, points: Iterable[CriticalPoint]) -> Ground:
        """Return the ground with the minima among these points."""
        minima = sorted((point for point in points if point.kind == "minimum"), key=lambda point: point.value)
        values = np.array([point.value for point in minima])
        least = SAME_LOSS * (np.abs(values[:1]) + np.ptp(values)) if len(values) else 0.0
        lowest = int((values <= values[:1] + least).sum())
        return cls(surface, np.array([point.params for point in minima]).reshape(len(minima), surface.dim), lowest)

    def nearest(self, place: Array) -> int:
        """Return the index of the minimum nearest to a place, -1 if none is known."""
        if not len(self.minima) or not np.isfinite(place).all():
            return -1 if not len(self.minima) else 0
        return int(np.argmin(np.hypot.reduce(self.minima - place, axis=1)))

    def frame(self, index: int) -> EigenFrame | None:
        """Return the eigenframe of a minimum; None where there is none or it is a kink."""
        if index < 0:
            return None
        if index not in self.frames:
            self.frames[index] = EigenFrame.at(self.surface, self.minima[index])
        return self.frames[index]


def goal(ground: Ground, snapshot: Snapshot) -> int:
    """Return the index of the known minimum nearest to the last place of a run that is a place, -1 if none is known."""
    for row in (snapshot.last, snapshot.last - 1, 0):
        place = snapshot.params[max(row, 0)]
        if np.isfinite(place).all():
            return ground.nearest(place)
    return ground.nearest(snapshot.params[0])


def state_columns(layout: Layout) -> dict[str, slice]:
    """Return the columns of every quantity `state.…` of a run: its fields, and the parts of small ones."""
    found: dict[str, slice] = {}
    for name, columns in layout.state_columns().items():
        found[f"{plots.STATE}{name}"] = columns
        width = columns.stop - columns.start
        if 1 < width <= MOST_PARTS:
            names = axis_names(layout.dim) if width == layout.dim else tuple(map(str, range(width)))
            parts = range(columns.start, columns.stop)
            found |= {f"{plots.STATE}{name}.{part}": slice(at, at + 1) for part, at in zip(names, parts, strict=True)}
    return found


def axis_names(dim: int) -> tuple[str, ...]:
    """Return what coordinates are called in columns: x and y, or by number where there are more."""
    return ("x", "y") if dim == 2 else tuple(f"p{index}" for index in range(dim))


def reader(
    quantity: str, ground: Ground, snapshot: Snapshot, minimum: int, config: RunConfig | None = None
) -> Reader | None:
    """Return what reads a quantity of a run; None if the run, or what is known of the surface, has no such thing.

    `minimum` is the index of that whose eigenframe is used (see `goal`); rates of axes are those of a run's `config`.
    """
    if quantity in _PLAIN:
        return _PLAIN[quantity]
    if quantity.startswith(plots.STATE):
        columns = state_columns(snapshot.layout).get(quantity)
        return None if columns is None else _state_reader(columns)
    if quantity.startswith(plots.AXIS_RATE):
        return None if config is None else _rate_reader(quantity.removeprefix(plots.AXIS_RATE), config, snapshot)
    if quantity in (plots.DISTANCE, plots.DISTANCE_LOWEST):
        minima = ground.minima if quantity == plots.DISTANCE else ground.minima[: ground.lowest]
        return _distance_reader(minima) if len(minima) else None
    frame = ground.frame(minimum)
    if frame is None:
        return None
    if quantity == plots.EIGEN_PLANE:
        return _error_reader(frame.place, frame.vectors[:, [0, -1]])
    direction = frame.direction(quantity in (plots.ERROR_STEEP, plots.PHASE_STEEP))
    if quantity in plots.ERRORS:
        return _error_reader(frame.place, direction)
    return _phase_reader(frame.place, direction, snapshot)


def _loss(snapshot: Snapshot, first: int, stop: int) -> Array:
    return snapshot.loss[first:stop]


def _learning_rate(snapshot: Snapshot, first: int, stop: int) -> Array:
    return snapshot.learning_rate[first:stop]


def _gradient(snapshot: Snapshot, first: int, stop: int) -> Array:
    return norms(snapshot.gradient[first:stop])


def _update(snapshot: Snapshot, first: int, stop: int) -> Array:
    """The last row has none: it takes no step, or has not yet."""
    with np.errstate(all="ignore"):
        return norms(np.diff(snapshot.params[first : stop + 1], axis=0))


_PLAIN: Mapping[str, Reader] = {
    plots.LOSS: _loss,
    plots.GRADIENT: _gradient,
    plots.UPDATE: _update,
    plots.LEARNING_RATE: _learning_rate,
}


def _state_reader(columns: slice) -> Reader:
    def read(snapshot: Snapshot, first: int, stop: int) -> Array:
        values = snapshot.table[first:stop, columns]
        return norms(values) if values.shape[1] > 1 else values[:, 0]

    return read


def _rate_reader(name: str, config: RunConfig, snapshot: Snapshot) -> Reader | None:
    """None where no axis has a rate of its own: a matrix turns the slope."""
    from engine.axis_rates import AxisRate, has_rates  # few plots need what takes steps apart

    names = axis_names(snapshot.layout.dim)
    return AxisRate(config, names.index(name)) if name in names and has_rates(config, snapshot) else None


def _distance_reader(minima: Array) -> Reader:
    def read(snapshot: Snapshot, first: int, stop: int) -> Array:
        params, least = snapshot.params[first:stop], np.full(stop - first, np.inf)
        with np.errstate(all="ignore"):
            for place in minima:  # one after another: hundreds of minima times rows at once would not fit
                least = np.minimum(least, norms(params - place))
        return least

    return read


def _error_reader(place: Array, directions: Array) -> Reader:
    def read(snapshot: Snapshot, first: int, stop: int) -> Array:
        with np.errstate(all="ignore"):
            return np.asarray((snapshot.params[first:stop] - place) @ directions)

    return read


def _phase_reader(place: Array, direction: Array, snapshot: Snapshot) -> Reader:
    columns = velocity_columns(snapshot.layout)
    kept = None if columns is None else direction * velocity_sign(snapshot, columns)
    error = _error_reader(place, direction)

    def read(snapshot: Snapshot, first: int, stop: int) -> Array:
        with np.errstate(all="ignore"):
            if kept is not None:
                velocity = snapshot.table[first:stop, columns] @ kept
            else:
                before = snapshot.params[max(first - 1, 0) : stop] @ direction
                velocity = np.diff(before, prepend=before[:1] if first == 0 else before[:0])
        return np.stack([error(snapshot, first, stop), velocity], axis=1)

    return read


def velocity_columns(layout: Layout) -> slice | None:
    """Return the columns of a rule's velocity or average of gradients; None where it keeps neither."""
    for name, columns in layout.state_columns().items():
        if name.rpartition(".")[2] in VELOCITIES and columns.stop - columns.start == layout.dim:
            return columns
    return None


def velocity_sign(snapshot: Snapshot, columns: slice) -> float:
    """Return −1 where the state after each of the first steps points against these steps, as sums of gradients do."""
    rows = slice(0, FIRST_STEPS + 1)
    with np.errstate(all="ignore"):
        steps, kept = np.diff(snapshot.params[rows], axis=0), snapshot.table[rows, columns][1:]
        along = np.einsum("kd,kd->k", steps, kept)
    return -1.0 if along[np.isfinite(along)].sum() < 0.0 else 1.0


def norms(rows: Array) -> Array:
    """Return the Euclidean norms of rows, shape (n,)."""
    with np.errstate(over="ignore"):
        return np.asarray(np.hypot.reduce(rows, axis=1))


def running_mean(values: Array, window: int) -> Array:
    """Return the mean of each value and the window − 1 before it (at the beginning: of as many as there are).

    Sums within blocks of `window` values are added from both sides (van Herk 1992), so that nothing is ever
    subtracted: a huge value leaves no rounding behind when it has left the window.
    """
    count, blocks = len(values), -(-len(values) // window)
    padded = np.zeros((blocks, window))
    padded.reshape(-1)[:count] = values
    with np.errstate(all="ignore"):
        upto = np.cumsum(padded, axis=1).ravel()[:count]
        after = np.cumsum(padded[:, ::-1], axis=1)[:, ::-1].ravel()
        sums = upto
        rest = np.arange(window, count)
        rest = rest[rest % window != window - 1]  # those that end a block have all of their window in it
        sums[rest] += after[rest - window + 1]
        return np.asarray(sums / np.minimum(np.arange(count) + 1, window))


class Column:
    """A quantity of a growing run in one piece of memory: averaged, and the best so far, if the plot wants it."""

    def __init__(self, plot: Plot, read: Reader) -> None:
        self._plot, self._read = plot, read
        self._most: int = getattr(read, "at_once", MOST_ROWS)
        self._rows: Array = np.empty((0, 2) if plot.is_way else 0)
        self._length = 0

    @property
    def values(self) -> Array:
        """What is there so far, shape (n,) or (n, 2)."""
        return self._rows[: self._length]

    def grow(self, snapshot: Snapshot, most: int = MOST_ROWS) -> bool:
        """Read what is new in a record, about `most` rows at a time; return whether that was all."""
        first, length = self._length, len(snapshot) - (self._plot.quantity == plots.UPDATE)
        stop = min(length, first + min(most, self._most))
        if stop > first:
            self._append(self._values(snapshot, first, stop))
        return stop >= length

    def _values(self, snapshot: Snapshot, first: int, stop: int) -> Array:
        window = self._plot.averages
        begin = max(first // window - 1, 0) * window if window else first  # blocks begin where they always do
        values = self._read(snapshot, begin, stop)
        if window:
            values = running_mean(values, window)[first - begin :]
        if self._plot.shows_best:
            values = np.abs(values) if self._plot.is_signed else values
            values = np.fmin.accumulate(np.append(self.values[-1:], values))[min(self._length, 1) :]
        return values

    def _append(self, values: Array) -> None:
        needed = self._length + len(values)
        if needed > len(self._rows):
            grown = np.empty((max(needed, 2 * len(self._rows)), *values.shape[1:]))
            grown[: self._length] = self.values
            self._rows = grown
        self._rows[self._length : needed] = values
        self._length = needed
