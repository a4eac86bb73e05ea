"""From a plot that was chosen to what it shows: its words, and the curves and ways of the runs. No widgets."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from engine import plots
from engine.clock import CLOCKS, ITERATION, moments, row_at
from engine.quantities import state_columns
from gui.numbers import format_number
from gui.translation.sentences import field_text
from gui.views.curve_blocks import Curve, Times
from gui.views.plot_menu import PlotWords

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from engine.history import Snapshot
    from engine.plot_table import Drawn
    from engine.plots import Plot
    from engine.session import RunSpec
    from gui.views.curve_blocks import Way
    from surfaces import Array

translate = QCoreApplication.translate
SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
NO_OFFSET = 1e-12


@dataclass(frozen=True, eq=False)
class Sheet:
    """A plot as it stands, apart from the session and its window."""

    plot: Plot
    clock: str
    title: str
    x_title: str
    y_title: str
    runs: tuple[Drawn, ...]
    line: Callable[[int, Array], Curve | Way]
    """Makes what is drawn of one of the runs from its values."""
    logarithmic: bool
    rows: tuple[int, ...]
    """Where each run stands."""
    last: float
    """The end of the axis that counts."""
    moment: float = math.nan
    """Where the playhead stands, if anywhere."""


def loss_offset(plot: Plot, loss_scale: str, lowest: float) -> float:
    """Return what is subtracted from the values: a logarithmic axis shows losses above the lowest known."""
    is_shifted = plot.quantity == plots.LOSS and plot.is_log(loss_scale) and abs(lowest) >= NO_OFFSET
    return lowest if is_shifted else 0.0


def plain_values(plot: Plot, snapshot: Snapshot) -> Array | None:
    """Return a run's values as they stand in its record, without a copy, where a plot shows just those.

    Of gradients these are the vectors: a curve takes their norms.
    """
    if plot.shows_best or plot.averages:
        return None
    columns = {
        plots.LOSS: snapshot.loss,
        plots.GRADIENT: snapshot.gradient,
        plots.LEARNING_RATE: snapshot.learning_rate,
    }
    return columns.get(plot.quantity)


def curve(
    run: RunSpec, values: Array, snapshot: Snapshot, *, clock: str = ITERATION, offset: float = 0.0, size: bool = False
) -> Curve:
    """Return a run's quantity against a clock; `size`: without its sign."""
    times = None if clock == ITERATION else Times(partial(moments, snapshot, clock), partial(row_at, snapshot, clock))
    return Curve(run.key, run.label, run.style, values, offset, size, times)


def clock_of_plot(plot: Plot, clock: str) -> str:
    """Return what a plot counts to the right where the playhead counts `clock`."""
    return clock if plot.across == plots.AS_THE_CLOCK else plot.across


def plot_words(snapshots: Iterable[Snapshot], dim: int) -> PlotWords:
    """Return what can be chosen in words, with the state of these runs."""
    states: dict[str, str] = {}
    for snapshot in snapshots:
        for name, columns in state_columns(snapshot.layout).items():
            states.setdefault(name, state_word(name, columns.stop - columns.start))
    across = {plots.AS_THE_CLOCK: translate("plotting", "As the playhead counts"), **clock_words()}
    means = {0: translate("plotting", "Off"), **{rows: mean_words(rows) for rows in plots.MEANS if rows}}
    return PlotWords(quantity_words(dim), states, across, means)


def clock_words() -> dict[str, str]:
    """Return what can be counted to the right."""
    return dict(
        zip(
            CLOCKS,
            (translate("plotting", "Iteration"), translate("plotting", "Evaluations"), translate("plotting", "Epoch")),
            strict=True,
        )
    )


def mean_words(rows: int) -> str:
    """Return what a running mean is called."""
    return translate("plotting", "Mean of {rows} steps").format(rows=rows)


def quantity_words(dim: int) -> dict[str, str]:
    """Return what can be shown, but for the state."""
    steep = f"e{dim}".translate(SUBSCRIPTS)
    return {
        plots.LOSS: translate("plotting", "Loss"),
        plots.GRADIENT: translate("plotting", "Gradient norm"),
        plots.DISTANCE: translate("plotting", "Distance to a minimum"),
        plots.DISTANCE_LOWEST: translate("plotting", "Distance to the lowest"),
        plots.UPDATE: translate("plotting", "Length of the step"),
        plots.LEARNING_RATE: translate("plotting", "Learning rate"),
        plots.ERROR_FLAT: translate("plotting", "Error along e₁ (flat)"),
        plots.ERROR_STEEP: translate("plotting", "Error along {steep} (steep)").format(steep=steep),
        plots.EIGEN_PLANE: translate("plotting", "Both errors as a map"),
        plots.PHASE_FLAT: translate("plotting", "Phase portrait, e₁ (flat)"),
        plots.PHASE_STEEP: translate("plotting", "Phase portrait, {steep} (steep)").format(steep=steep),
    }


def state_word(name: str, width: int = 1) -> str:
    """Return what a part of the state is called; of several numbers the norm is shown."""
    words = field_text(name.removeprefix(plots.STATE))
    return f"|{words}|" if width > 1 else words


def short_title(plot: Plot, words: PlotWords) -> str:
    """Return the name of what is shown."""
    return words.quantities.get(plot.quantity) or words.states.get(plot.quantity) or state_word(plot.quantity)


def title(plot: Plot, words: PlotWords, *, is_log: bool, clock: str, offset: float = 0.0) -> str:
    """Return all that must be known to read a plot: what is shown, above what, how smoothed, against what."""
    text = short_title(plot, words)
    if is_log and plot.is_signed:
        text = f"|{text}|"
    if offset:
        text = translate("plotting", "{quantity} above {value}").format(quantity=text, value=format_number(offset, 3))
    parts = [text]
    if plot.averages:
        parts.append(mean_words(plot.averages).lower())
    if plot.shows_best:
        parts.append(translate("plotting", "best so far"))
    if clock != ITERATION and not plot.is_way:
        parts.append(translate("plotting", "by {clock}").format(clock=clock_words()[clock].lower()))
    return ", ".join(parts)


def axis_words(plot: Plot, clock: str, dim: int) -> tuple[str, str]:
    """Return what the axes of a plot are called: of one against a clock the upward axis by its title."""
    if not plot.is_way:
        return clock_words()[clock].lower(), ""
    steep = f"e{dim}".translate(SUBSCRIPTS)
    along = steep if plot.quantity == plots.PHASE_STEEP else "e₁"
    error, velocity = translate("plotting", "error, {axis}"), translate("plotting", "velocity, {axis}")
    if plot.quantity == plots.EIGEN_PLANE:
        return error.format(axis="e₁"), error.format(axis=steep)
    return error.format(axis=along), velocity.format(axis=along)


def nothing_to_show(plot: Plot) -> str:
    """Say why a plot is empty although there are runs."""
    if plot.quantity.startswith(plots.STATE):
        return translate("plotting", "No run in sight keeps\nsuch a state.")
    if plot.quantity in (plots.DISTANCE, plots.DISTANCE_LOWEST):
        return translate("plotting", "No minimum is known\non this surface.")
    return translate("plotting", "No minimum with a Hessian\nis known on this surface.")
