"""The plotter: what the session's plots show of the runs. New rows are read once, a few milliseconds at a time."""

from __future__ import annotations

import math
import time
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from engine.clock import ITERATION, moment_of, row_at, tells
from engine.plots import AUTO, LOG, PLOTS
from engine.quantities import Column, Ground, goal, reader
from gui import plotting
from gui.plotting import Sheet
from gui.presenting import LowestLoss, shown_runs
from gui.shown import coordinate_names
from gui.views.curve_blocks import Way
from surfaces import build_surface

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from engine.history import Snapshot
    from engine.plots import Plot
    from engine.quantities import Reader
    from engine.run import RunConfig
    from engine.session import RunSpec, Session
    from gui.controllers.playback import Playback
    from gui.controllers.run_controller import RunController
    from gui.controllers.session_controller import SessionController
    from gui.controllers.timekeeper import Timekeeper
    from gui.desk import Desk
    from gui.plotting import Unit
    from gui.views.curve_blocks import Curve
    from gui.views.curve_plot import CurvePlot
    from gui.views.plot_menu import PlotWords
    from surfaces import Array, CriticalPoint

SLICE_SECONDS = 0.004
"""So long is read at a time; the rest comes with the next turns of the event loop."""
ROWS = 4096


class Known(NamedTuple):
    """A column and what it was made for."""

    plot: Plot
    ground: Ground
    minimum: int
    column: Column


class Plotter(QObject):
    """Fills the plots of the desk, and turns what is done to them into moments and views."""

    titles_changed = Signal()

    def __init__(
        self,
        desk: Desk,
        sessions: SessionController,
        runs: RunController,
        playback: Playback,
        timekeeper: Timekeeper,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._sessions, self._runs, self._playback, self._timekeeper = sessions, runs, playback, timekeeper
        self.views: tuple[CurvePlot, ...] = (desk.loss_plot, desk.gradient_plot)
        self.titles = [""] * PLOTS
        """What each plot shows, in a few words."""
        self._units = [plotting.AS_IT_COUNTS] * PLOTS
        """In what each plot's axis is written, as it was drawn last."""
        self._lowest = LowestLoss()
        self._spec = sessions.session.surface
        surface = build_surface(self._spec)
        self._ground = Ground.of(surface, surface.minima)
        self._points: tuple[CriticalPoint, ...] | None = None
        self._columns: list[dict[RunConfig, Known]] = [{} for _ in range(PLOTS)]
        self.draws: tuple[Callable[[], None], ...] = tuple(partial(self.draw, index) for index in range(PLOTS))
        """What fills one plot each."""
        self._soon = [QTimer(self, singleShot=True, interval=0) for _ in range(PLOTS)]
        for index, view in enumerate(self.views):
            self._soon[index].timeout.connect(self.draws[index])
            view.menu.aboutToShow.connect(partial(self._offer, index))
            view.menu.plot_wished.connect(partial(self._on_plot_wished, index))
            view.moment_dragged.connect(partial(self._on_moment_dragged, index))
            view.row_pointed.connect(timekeeper.go_to_row)
        sessions.session_changed.connect(self._on_session_changed)

    @property
    def _session(self) -> Session:
        return self._sessions.session

    @property
    def is_reading(self) -> bool:
        """Whether a plot waits for numbers that are still being read."""
        return any(timer.isActive() for timer in self._soon)

    def plot(self, index: int) -> Plot:
        """Return what a plot is to show."""
        return self._session.view.plots[index]

    def is_log(self, index: int) -> bool:
        """Whether the upward axis of a plot is logarithmic."""
        return self.plot(index).is_log(self._session.view.loss_scale)

    def clock(self, index: int) -> str:
        """Return what a plot counts to the right."""
        return plotting.clock_of_plot(self.plot(index), self._timekeeper.clock)

    def title(self, index: int) -> str:
        """Return what a plot says above it."""
        plot, words, clock = self.plot(index), self._words(), self.clock(index)
        is_log, offset, unit = self.is_log(index), self.offset(index), self._units[index]
        return plotting.title(plot, words, is_log=is_log, clock=clock, offset=offset, unit=unit)

    def offset(self, index: int) -> float:
        """Return what is subtracted from the values of a plot."""
        plot, session = self.plot(index), self._session
        if plotting.loss_offset(plot, session.view.loss_scale, 1.0) == 0.0:
            return 0.0
        points = self._points if self._spec == session.surface else None
        return plotting.loss_offset(
            plot, session.view.loss_scale, self._lowest.of(session, self._runs.snapshots, points)
        )

    @Slot(tuple)
    def set_points(self, points: tuple[CriticalPoint, ...]) -> None:
        """Take over the critical points that are known of the surface; what was measured by the same minima stays."""
        minima = tuple(point for point in points if point.kind == "minimum")
        if self._spec == self._session.surface and minima == self._points:
            return
        before = [self.offset(index) for index in range(PLOTS)]
        self._points = minima
        self._find_ground()
        for index, offset in enumerate(before):
            if self.offset(index) != offset:
                self._soon[index].start()

    def ground(self) -> Ground:
        """Return the surface with the minima that are known of it."""
        if self._spec != self._session.surface:
            self._points = None
            self._find_ground()
        return self._ground

    def _find_ground(self) -> None:
        self._spec = self._session.surface
        surface = build_surface(self._spec)
        self._ground = Ground.of(surface, surface.minima if self._points is None else self._points)
        for index in range(PLOTS):
            if self._columns[index]:
                self._soon[index].start()

    # Drawing

    def draw(self, index: int) -> None:
        """Hand what is recorded to a plot, as soon as all of it has been read."""
        plot, view, clock = self.plot(index), self.views[index], self.clock(index)
        self._units[index] = unit = plotting.unit_of(clock, self._last(clock))
        self._name(index)
        values, is_all = self._values(index)
        if not is_all:
            self._soon[index].start()
            return
        runs = [(run, snapshot) for run, snapshot in self._shown(clock) if run.key in values]
        is_log = self.is_log(index)
        view.set_scales(is_log, plot.log_across and not plot.is_way, plot.is_signed and not is_log)
        made = partial(_line, plot, runs, clock, unit, self.offset(index), is_log)
        view.set_clock(plotting.clock_words()[clock].lower(), unit.name)
        view.set_lines(tuple(made(at, values[run.key]) for at, (run, _) in enumerate(runs)))
        view.set_axes(*plotting.axis_words(plot, clock, self._session.surface.dim))
        is_empty = not runs and bool(self._runs.snapshots)
        view.set_empty(plotting.nothing_to_show(plot, has_values=bool(values)) if is_empty else "")
        view.set_last(self._last(clock) / unit.size)
        self._move(index)

    def _shown(self, clock: str) -> list[tuple[RunSpec, Snapshot]]:
        """Return the shown runs of which a clock tells when they were where."""
        shown = shown_runs(self._session, self._runs.snapshots)
        return [(run, snapshot) for run, snapshot in shown if tells(snapshot, clock)]

    def _values(self, index: int) -> tuple[dict[int, Array], bool]:
        """Return the values of every run that has some, by key, and whether they are all."""
        plot, session = self.plot(index), self._session
        end = time.perf_counter() + SLICE_SECONDS
        values: dict[int, Array] = {}
        columns: dict[RunConfig, Known] = {}
        is_all = True
        for run, snapshot in shown_runs(session, self._runs.snapshots):
            plain = plotting.plain_values(plot, snapshot)
            if plain is not None:
                values[run.key] = plain
                continue
            config = session.config(run)
            known = columns.get(config) or self._known(index, config, snapshot)
            if known is not None:
                columns[config] = known
                is_all = _grown(known.column, snapshot, end) and is_all
                values[run.key] = known.column.values
        self._columns[index] = columns
        return values, is_all

    def _known(self, index: int, config: RunConfig, snapshot: Snapshot) -> Known | None:
        """Return the column of a run as far as it was read, a new one where it is measured otherwise now."""
        plot, ground = self.plot(index), self.ground()
        minimum = goal(ground, snapshot)
        known = self._columns[index].get(config)
        if known is not None and known[:3] == (plot, ground, minimum):
            return known
        read = reader(plot.quantity, ground, snapshot, minimum, config)
        return None if read is None else Known(plot, ground, minimum, Column(plot, read))

    def set_last(self) -> None:
        """Let the axes reach to where the runs go."""
        for index, view in enumerate(self.views):
            view.set_last(self._last(self.clock(index)) / self._units[index].size)

    def _last(self, clock: str) -> float:
        if clock == ITERATION:
            return float(self._runs.last if self._runs.all_over else self._session.steps)
        return max((moment_of(snapshot, clock, snapshot.last) for _, snapshot in self._shown(clock)), default=1.0)

    def _name(self, index: int) -> None:
        self.views[index].set_title(self.title(index), plotting.note(self.clock(index)))
        short = plotting.short_title(self.plot(index), self._words())
        if short != self.titles[index]:
            self.titles[index] = short
            self.titles_changed.emit()

    def _words(self) -> PlotWords:
        shown = (snapshot for _, snapshot in shown_runs(self._session, self._runs.snapshots))
        return plotting.plot_words(shown, coordinate_names(self._session))

    def sheet(self, index: int) -> Sheet:
        """Return a plot as it stands, to be drawn and written elsewhere."""
        from engine.plot_table import Drawn  # a table of its numbers comes with it

        plot, clock, keeper, view = self.plot(index), self.clock(index), self._timekeeper, self.views[index]
        unit = self._units[index]
        found = [
            (run, snapshot, read)
            for run, snapshot in self._shown(clock)
            if (read := self._reader(plot, run, snapshot)) is not None
        ]
        is_log, offset = self.is_log(index), self.offset(index)
        line = partial(_line, plot, [(run, snapshot) for run, snapshot, _ in found], clock, unit, offset, is_log)
        x_title, y_title = plotting.axis_words(plot, clock, self._session.surface.dim)
        return Sheet(
            plot,
            clock,
            self.title(index),
            plotting.in_unit(x_title, unit),
            y_title,
            runs=tuple(Drawn(run.label, snapshot, read) for run, snapshot, read in found),
            line=line,
            logarithmic=is_log,
            rows=tuple(min(keeper.row(run.key), snapshot.last) for run, snapshot, _ in found),
            last=self._last(clock) / unit.size,
            moment=view.moment,
        )

    def _reader(self, plot: Plot, run: RunSpec, snapshot: Snapshot) -> Reader | None:
        ground, config = self.ground(), self._session.config(run)
        return reader(plot.quantity, ground, snapshot, goal(ground, snapshot), config)

    # Time

    def move(self) -> None:
        """Show the runs where they stand."""
        for index in range(PLOTS):
            self._move(index)

    def _move(self, index: int) -> None:
        keeper, view = self._timekeeper, self.views[index]
        view.set_rows(keeper.rows)
        if self.clock(index) != keeper.clock:
            view.set_moment(math.nan)
        elif keeper.clock == ITERATION:
            view.set_moment(float(keeper.iteration))
        else:
            view.set_moment(self._playback.tick / keeper.unit)

    def _on_moment_dragged(self, index: int, moment: float) -> None:
        keeper, clock = self._timekeeper, self.clock(index)
        if clock == ITERATION:
            keeper.go_to_iteration(round(moment))
        elif clock == keeper.clock:
            self._playback.go_to(round(moment * keeper.unit))
        elif (snapshot := self._runs.snapshots.get(keeper.chosen)) is not None and tells(snapshot, clock):
            keeper.go_to_row(keeper.chosen, row_at(snapshot, clock, moment * self._units[index].size))

    # Choosing

    def _offer(self, index: int) -> None:
        self.views[index].menu.set_choice(self.plot(index), self.is_log(index), self._words())

    def _on_plot_wished(self, index: int, wished: Plot) -> None:
        """Show another plot; an axis that is as it would be by itself stays automatic."""
        session, before = self._session, self.plot(index)
        plain = replace(wished, scale=AUTO)
        if wished.quantity != before.quantity or plain.is_log(session.view.loss_scale) == (wished.scale == LOG):
            wished = plain
        shown = list(session.view.plots)
        shown[index] = wished
        self._sessions.set_view(replace(session.view, plots=tuple(shown)))

    @Slot(object, object)
    def _on_session_changed(self, before: Session, after: Session) -> None:
        for index in range(PLOTS):
            if before.view.plots[index] != after.view.plots[index]:
                self.views[index].forget()
                self.draw(index)


def _line(
    plot: Plot,
    runs: Sequence[tuple[RunSpec, Snapshot]],
    clock: str,
    unit: Unit,
    offset: float,
    is_log: bool,
    index: int,
    values: Array,
) -> Curve | Way:
    """Return what is drawn of one of the runs."""
    run, snapshot = runs[index]
    if plot.is_way:
        return Way(run.key, run.label, run.style, values, times=plotting.times(snapshot, clock))
    size = is_log and plot.is_signed
    return plotting.curve(run, values, snapshot, clock=clock, unit=unit, offset=offset, size=size)


def _grown(column: Column, snapshot: Snapshot, end: float) -> bool:
    """Read what is new of a run until the time is over; return whether that was all."""
    while not (is_all := column.grow(snapshot, ROWS)) and time.perf_counter() < end:
        pass
    return is_all
