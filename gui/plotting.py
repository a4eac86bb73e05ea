"""From a plot that was chosen to what it shows: its words, and the curves and ways of the runs. No widgets."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from engine import plots
from engine.clock import CLOCKS, ITERATION, moments, row_at
from engine.quantities import state_columns
from gui.numbers import format_number
from gui.views.curve_blocks import Curve, Times, Way
from gui.views.plot_menu import PlotWords

if TYPE_CHECKING:
    from collections.abc import Iterable

    from engine.history import Snapshot
    from engine.plots import Plot
    from engine.session import RunSpec
    from surfaces import Array

SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
NO_OFFSET = 1e-12


def translate(text: str) -> str:
    """Return a text in the window's language."""
    return QCoreApplication.translate("plotting", text)


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


def way(run: RunSpec, points: Array) -> Way:
    """Return a run's two quantities, one against the other."""
    return Way(run.key, run.label, run.style, points)


def clock_of_plot(plot: Plot, clock: str) -> str:
    """Return what a plot counts to the right where the playhead counts `clock`."""
    return clock if plot.across == plots.AS_THE_CLOCK else plot.across


def plot_words(snapshots: Iterable[Snapshot], dim: int) -> PlotWords:
    """Return what can be chosen in words, with the state of these runs."""
    states: dict[str, str] = {}
    for snapshot in snapshots:
        for name, columns in state_columns(snapshot.layout).items():
            states.setdefault(name, state_word(name, columns.stop - columns.start))
    across = {plots.AS_THE_CLOCK: translate("As the playhead counts"), **clock_words()}
    means = {0: translate("Off"), **{rows: mean_words(rows) for rows in plots.MEANS if rows}}
    return PlotWords(quantity_words(dim), states, across, means)


def clock_words() -> dict[str, str]:
    """Return what can be counted to the right."""
    return dict(zip(CLOCKS, (translate("Iteration"), translate("Evaluations"), translate("Epoch")), strict=True))


def mean_words(rows: int) -> str:
    """Return what a running mean is called."""
    return translate("Mean of {rows} steps").format(rows=rows)


def quantity_words(dim: int) -> dict[str, str]:
    """Return what can be shown, but for the state."""
    steep = f"e{dim}".translate(SUBSCRIPTS)
    return {
        plots.LOSS: translate("Loss"),
        plots.GRADIENT: translate("Gradient norm"),
        plots.DISTANCE: translate("Distance to the nearest minimum"),
        plots.DISTANCE_LOWEST: translate("Distance to the lowest minimum"),
        plots.UPDATE: translate("Length of the step"),
        plots.LEARNING_RATE: translate("Learning rate"),
        plots.ERROR_FLAT: translate("Error along e₁ (flat)"),
        plots.ERROR_STEEP: translate("Error along {steep} (steep)").format(steep=steep),
        plots.EIGEN_PLANE: translate("Errors, e₁ → and {steep} ↑").format(steep=steep),
        plots.PHASE_FLAT: translate("Error → and velocity ↑, e₁"),
        plots.PHASE_STEEP: translate("Error → and velocity ↑, {steep}").format(steep=steep),
    }


def state_word(name: str, width: int = 1) -> str:
    """Return what a part of the state is called; of several numbers the norm is shown."""
    words = name.removeprefix(plots.STATE).replace("_", " ").replace(".", " ")
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
        text = translate("{quantity} above {value}").format(quantity=text, value=format_number(offset, 3))
    parts = [text]
    if plot.averages:
        parts.append(mean_words(plot.averages).lower())
    if plot.shows_best:
        parts.append(translate("best so far"))
    if clock != ITERATION and not plot.is_way:
        parts.append(translate("by {clock}").format(clock=clock_words()[clock].lower()))
    return ", ".join(parts)


def nothing_to_show(plot: Plot) -> str:
    """Say why a plot is empty although there are runs."""
    if plot.quantity.startswith(plots.STATE):
        return translate("No run in sight keeps\nsuch a state.")
    if plot.quantity in (plots.DISTANCE, plots.DISTANCE_LOWEST):
        return translate("No minimum is known\non this surface.")
    return translate("No minimum with a Hessian\nis known on this surface.")
