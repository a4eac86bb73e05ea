"""From a plot that was chosen to what it shows: its words, and the curves and ways of the runs. No widgets."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from engine import plots
from engine.clock import CLOCKS, ITERATION, WALL, moments, row_at
from engine.laps import COUNTS_WAITING
from engine.quantities import MOST_PARTS, axis_names, state_columns
from gui.numbers import format_number
from gui.translation.sentences import field_text
from gui.views.curve_blocks import Curve, Times
from gui.views.plot_menu import PlotWords

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from engine.history import Snapshot
    from engine.plot_table import Drawn
    from engine.plots import Plot
    from engine.session import RunSpec
    from gui.views.curve_blocks import Way
    from surfaces import Array, Indices

translate = QCoreApplication.translate
SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
NO_OFFSET = 1e-12


class Unit(NamedTuple):
    """In what a clock's moments are written."""

    name: str = ""
    size: float = 1.0
    """How much it is of what the clock counts."""


AS_IT_COUNTS = Unit()


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
    run: RunSpec,
    values: Array,
    snapshot: Snapshot,
    *,
    clock: str = ITERATION,
    unit: Unit = AS_IT_COUNTS,
    offset: float = 0.0,
    size: bool = False,
) -> Curve:
    """Return a run's quantity against a clock; `size`: without its sign."""
    return Curve(run.key, run.label, run.style, values, offset, size, times=times(snapshot, clock, unit))


def times(snapshot: Snapshot, clock: str, unit: Unit = AS_IT_COUNTS) -> Times | None:
    """Return when a run is where; None for what counts iterations."""
    if clock == ITERATION:
        return None

    def at(rows: Indices) -> Array:
        return moments(snapshot, clock, rows) / unit.size

    return Times(at, lambda moment: row_at(snapshot, clock, moment * unit.size))


def clock_of_plot(plot: Plot, clock: str) -> str:
    """Return what a plot counts where the playhead counts `clock`: to the right, or along a way."""
    return clock if plot.across == plots.AS_THE_CLOCK or plot.is_way else plot.across


def unit_of(clock: str, last: float) -> Unit:
    """Return the unit of an axis that reaches to a moment."""
    if clock != WALL:
        return AS_IT_COUNTS
    return Unit(translate("plotting", "ms"), 1e-3) if last < 1.0 else Unit(translate("plotting", "s"))


def in_unit(words: str, unit: Unit) -> str:
    """Return words with their unit, if they have one."""
    return f"{words} ({unit.name})" if unit.name else words


def plot_words(snapshots: Iterable[Snapshot], names: tuple[str, ...]) -> PlotWords:
    """Return what can be chosen in words, with the state of these runs; `names` are those of the coordinates."""
    called = dict(zip(axis_names(len(names)), names, strict=True))
    states: dict[str, str] = {}
    for snapshot in snapshots:
        for name, columns in state_columns(snapshot.layout).items():
            states.setdefault(name, state_word(_called(name, called), columns.stop - columns.start))
    across = {plots.AS_THE_CLOCK: translate("plotting", "As the playhead counts"), **clock_words()}
    if not COUNTS_WAITING:
        across[WALL] = translate("plotting", "Wall time, waiting left out")
    means = {0: translate("plotting", "Off"), **{rows: mean_words(rows) for rows in plots.MEANS if rows}}
    return PlotWords(quantity_words(len(names)), states, across, means, {WALL: note(WALL)}, rate_words(called))


def clock_words() -> dict[str, str]:
    """Return what can be counted to the right."""
    words = (
        translate("plotting", "Iteration"),
        translate("plotting", "Evaluations"),
        translate("plotting", "Epoch"),
        translate("plotting", "Wall time"),
    )
    return dict(zip((*CLOCKS, WALL), words, strict=True))


def note(clock: str) -> str:
    """Return what must be known of a clock to read a plot; nothing of most."""
    if clock != WALL:
        return ""
    parts = [
        translate("plotting", "How long this machine has computed a run's own steps."),
        translate(
            "plotting", "The full loss and gradient recorded with each step are in it, also where steps see batches."
        ),
        translate("plotting", "Waiting for the window and for other programs is left out."),
        translate("plotting", "It tells of this program as much as of the rule, is not saved, and differs each time."),
    ]
    if COUNTS_WAITING:
        parts[2] = translate("plotting", "Waiting for the window and for other programs in between is in it too.")
    return "\n".join(parts)


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


def rate_words(called: Mapping[str, str]) -> dict[str, str]:
    """Return what the learning rates of axes are called, of the first ones where there are many."""
    text = translate("plotting", "Learning rate of {axis}")
    return {f"{plots.AXIS_RATE}{axis}": text.format(axis=name) for axis, name in list(called.items())[:MOST_PARTS]}


def _called(quantity: str, called: Mapping[str, str]) -> str:
    """Return a quantity with its axis as the surface calls it."""
    field, _, axis = quantity.rpartition(".")
    return f"{field}.{called.get(axis, axis)}"


def state_word(name: str, width: int = 1) -> str:
    """Return what a part of the state is called; of several numbers the norm is shown."""
    words = field_text(name.removeprefix(plots.STATE))
    return f"|{words}|" if width > 1 else words


def short_title(plot: Plot, words: PlotWords) -> str:
    """Return the name of what is shown."""
    of_runs = words.states.get(plot.quantity) or words.rates.get(plot.quantity)
    return words.quantities.get(plot.quantity) or of_runs or state_word(plot.quantity)


def title(
    plot: Plot,
    words: PlotWords,
    *,
    is_log: bool,
    clock: str,
    offset: float = 0.0,
    unit: Unit = AS_IT_COUNTS,
) -> str:
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
        clock_word = in_unit(clock_words()[clock].lower(), unit)
        parts.append(translate("plotting", "by {clock}").format(clock=clock_word))
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


def nothing_to_show(plot: Plot, *, has_values: bool = False) -> str:
    """Say why a plot is empty although there are runs; `has_values`: nobody knows when they had these."""
    if has_values:
        return translate("plotting", "How long these runs took\nwas not measured.")
    if plot.quantity.startswith(plots.STATE):
        return translate("plotting", "No run in sight keeps\nsuch a state.")
    if plot.quantity.startswith(plots.AXIS_RATE):
        return translate("plotting", "No run in sight has\na rate for this axis.")
    if plot.quantity in (plots.DISTANCE, plots.DISTANCE_LOWEST):
        return translate("plotting", "No minimum is known\non this surface.")
    return translate("plotting", "No minimum with a Hessian\nis known on this surface.")
