"""What a plot beside the map shows: one quantity of the shown runs, against what, and how (numbers: `quantities`).

loss, gradient        the full surface's loss, and the norm of its gradient
distance              to the nearest known minimum
distance-lowest       to the nearest of the lowest known minima
update                |θ_{k+1} − θ_k|, how long the step from a row is
learning-rate         of the step from a row, as the schedule says
learning-rate.<axis>  what the step's own scaling leaves of it on one axis (x, y, p0, …)
error-flat, -steep    the part of θ − θ* along the Hessian's eigenvector of the smallest and of the largest eigenvalue
eigen-plane           both errors, one against the other: the map as the ravine sees it
phase-flat, -steep    velocity against error along one of these eigenvectors
state.<field>         a field of the optimizers' state: its number, or the norm of its numbers
state.<field>.<part>  one of its numbers, by axis (x, y, p0, …) or index
"""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from engine.clock import CLOCKS, WALL
from engine.reading import ReadingError

if TYPE_CHECKING:
    from engine.reading import Fields

LOSS, GRADIENT = "loss", "gradient"
DISTANCE, DISTANCE_LOWEST = "distance", "distance-lowest"
UPDATE, LEARNING_RATE = "update", "learning-rate"
ERROR_FLAT, ERROR_STEEP = "error-flat", "error-steep"
EIGEN_PLANE, PHASE_FLAT, PHASE_STEEP = "eigen-plane", "phase-flat", "phase-steep"
STATE, AXIS_RATE = "state.", "learning-rate."

SIZES = (LOSS, GRADIENT, DISTANCE, DISTANCE_LOWEST, UPDATE, LEARNING_RATE)
ERRORS = (ERROR_FLAT, ERROR_STEEP)
WAYS = (EIGEN_PLANE, PHASE_FLAT, PHASE_STEEP)
"""Not against a clock, but one coordinate against another."""
QUANTITIES = (*SIZES, *ERRORS, *WAYS)
FALLING = (LOSS, GRADIENT, DISTANCE, DISTANCE_LOWEST, *ERRORS)
"""The smaller the better: of these the best so far can be shown, of errors the smallest."""
AS_THE_CLOCK = "clock"
ACROSS = (AS_THE_CLOCK, *CLOCKS, WALL)
AUTO, LOG, LINEAR = "auto", "log", "linear"
SCALES = (AUTO, LOG, LINEAR)
"""An automatic axis is linear for what has a sign, and else as `View.loss_scale` says."""
MEANS = (0, 10, 100, 1000)
"""Over how many rows, this one and those before it, values are averaged; 0: not at all."""
PLOTS = 2
LONGEST_STATE = 120
_OF_RUNS = re.compile(r"state(\.\w+)+|learning-rate\.\w+")


@dataclass(frozen=True)
class Plot:
    """What a person has chosen to see in a plot."""

    quantity: str = LOSS
    """One of `QUANTITIES`, the learning rate of an axis, or a part of the state."""
    across: str = AS_THE_CLOCK
    """What it is shown against: one of `ACROSS`."""
    scale: str = AUTO
    """Of the upward axis: one of `SCALES`. A logarithmic one shows the size of what has a sign."""
    log_across: bool = False
    best: bool = False
    """Whether the smallest value so far is shown, where `FALLING` allows it."""
    mean: int = 0
    """One of `MEANS`."""

    @property
    def is_way(self) -> bool:
        """Whether one coordinate is shown against another, instead of one quantity against a clock."""
        return self.quantity in WAYS

    @property
    def is_signed(self) -> bool:
        """Whether values may be below zero, and zero is what matters."""
        return self.quantity in (*ERRORS, *WAYS) or self.quantity.count(".") > 1

    @property
    def shows_best(self) -> bool:
        """Whether the smallest value so far is what is shown."""
        return self.best and self.quantity in FALLING

    @property
    def averages(self) -> int:
        """Over how many rows values are averaged, 0 for not at all."""
        return 0 if self.is_way else self.mean

    def is_log(self, loss_scale: str) -> bool:
        """Whether the upward axis is logarithmic."""
        if self.is_way or self.scale != AUTO:
            return self.scale == LOG and not self.is_way
        return loss_scale == LOG and not self.is_signed


FIRST_PLOTS = (Plot(LOSS), Plot(GRADIENT))


def plots_to_data(plots: tuple[Plot, ...]) -> list[dict[str, Any]]:
    """Return plots as plain data."""
    return [asdict(plot) for plot in plots]


def plots_from_data(items: list[Fields]) -> tuple[Plot, ...]:
    """Return the plots that a list of tables describes; those it does not reach are as at first.

    Raises
    ------
    ReadingError
        Naming the field that is out of range, or that nobody knows.
    """
    if len(items) > PLOTS:
        raise ReadingError(f"A session has {PLOTS} plots, this one has {len(items)}.")
    read = [_plot_from_data(fields, plain) for fields, plain in zip(items, FIRST_PLOTS, strict=False)]
    return (*read, *FIRST_PLOTS[len(read) :])


def _plot_from_data(fields: Fields, plain: Plot) -> Plot:
    plot = Plot(
        quantity=_quantity(fields, plain.quantity),
        across=fields.text("across", plain.across, allowed=ACROSS),
        scale=fields.text("scale", plain.scale, allowed=SCALES),
        log_across=fields.truth("log_across", plain.log_across),
        best=fields.truth("best", plain.best),
        mean=fields.whole("mean", plain.mean),
    )
    if plot.mean not in MEANS:
        raise ReadingError(f"{fields.where('mean')} is {plot.mean}; it can be {', '.join(map(str, MEANS))}.")
    for name in fields.rest():
        raise ReadingError(f"{fields.where(name)} is not known here.")
    return plot


def _quantity(fields: Fields, plain: str) -> str:
    name = fields.text("quantity", plain)
    if name not in QUANTITIES and (len(name) > LONGEST_STATE or not _OF_RUNS.fullmatch(name)):
        known = ", ".join(QUANTITIES)
        raise ReadingError(
            f"{fields.where('quantity')} is {name[:40]!r}; "
            f"it can be {known}, learning-rate and an axis, or state and a column."
        )
    return name
