"""The presenter: whatever has changed (session, results, time) goes to the views that show it, and no further.

session changed → worker and pictures are asked, cheap views are set
results changed → trails, curves, length of the timeline
iteration moved → what stands at the playhead
"""

from __future__ import annotations

import time
from collections import deque
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from engine.clock import ITERATION
from engine.history import RunStatus
from engine.session import MOST_STEPS
from gui import presenting
from gui.branch_rows import rows_differ, with_branch
from gui.card_rows import run_model
from gui.controllers.plotter import Plotter
from gui.controllers.turns import Turns
from gui.rates import rates_of
from gui.shown import shown_axes, shown_names, shown_place, shown_surface
from surfaces import build_surface

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.session import Session
    from gui.controllers.event_finder import EventFinder
    from gui.controllers.pictures import Pictures
    from gui.controllers.playback import Playback
    from gui.controllers.run_controller import RunController
    from gui.controllers.session_controller import SessionController
    from gui.controllers.timekeeper import Timekeeper
    from gui.desk import Desk
    from surfaces import Bounds, SurfaceSpec

CONVERGED = RunStatus.CONVERGED
TABLE_SECONDS = 0.05
"""While time runs, numbers change at most this often: faster cannot be read."""
UNFINISHED_SECONDS = 0.2
"""While runs are being computed, trails are redrawn at most this often …"""
DRAWING_SHARE = 5.0
"""… and after a pause of so many times what it took: very long runs must not keep the window busy with drawing."""
PAINT_FIRST_MILLISECONDS = 20
"""Runs at the start, and contours of a new surface, wait until the frame is painted that they would only delay."""
SHORT_SECONDS = 0.03
"""Runs asked for so recently may be finished in a moment: half of them is not worth drawing …"""
STARVED_SECONDS = 0.2
"""… unless nothing was drawn for so long, as while a start is dragged under long runs."""
CARDS_MILLISECONDS = 100
"""While the number of samples is dragged the cards wait for its end: each makes its batch size anew, for 10 ms."""
GIVE_WAY_SECONDS = 0.04
"""For so long the worker leaves Python to the window, which draws twice as fast when it has not to share it."""


class Presenter(QObject):
    """Keeps the desk in step with the session, the results and the playhead."""

    presented = Signal()
    """The map shows the finished results of the current session, and so does what stands beside it unless something
    is dragged: then it follows in turns."""

    def __init__(
        self,
        desk: Desk,
        sessions: SessionController,
        runs: RunController,
        playback: Playback,
        timekeeper: Timekeeper,
        pictures: Pictures,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._sessions, self._runs = desk, sessions, runs
        self._playback, self._timekeeper, self._pictures = playback, timekeeper, pictures
        self._drawn_at = self._asked_at = 0.0
        self._drawing_took = 0.0
        self._surface_is_new = False
        self._overlaid = False
        self._has_begun = False
        self._shown_pace: tuple[str, int, bool] | None = None
        self._finder: EventFinder | None = None
        self._table_at = 0.0
        self.plotter = Plotter(desk, sessions, runs, playback, timekeeper, self)
        self._turns = deque((self._draw_trails, *self.plotter.draws))
        self.beside = Turns(lambda: runs.finished, self)
        """What shows finished results beside the map, while something is dragged."""
        for show in (*self.plotter.draws, self._show_figures):
            self.beside.add(show)
        self._make_timers()
        self._connect()

    def _make_timers(self) -> None:
        self._table_timer = QTimer(self, singleShot=True)
        self._table_timer.timeout.connect(self._show_numbers)
        self._cards_timer = QTimer(self, singleShot=True, interval=CARDS_MILLISECONDS)
        self._cards_timer.timeout.connect(self._on_cards_timer_timeout)

    def _connect(self) -> None:
        desk, playback, pictures = self._desk, self._playback, self._pictures
        self._sessions.session_changed.connect(self._on_session_changed)
        self._runs.results_changed.connect(self._on_results_changed)
        self._timekeeper.moved.connect(self._on_moved)
        playback.playing_changed.connect(desk.transport.set_playing)
        playback.more_wanted.connect(self._on_more_wanted)
        pictures.contours_ready.connect(desk.stage.set_contours)
        pictures.overlays_ready.connect(desk.stage.set_overlays)
        desk.stage.view_changed.connect(self._on_view_changed)

    @property
    def _session(self) -> Session:
        return self._sessions.session

    def present(self) -> None:
        """Show the session from scratch."""
        self._show_surface()
        self._show_start()
        self._show_runs()
        self._show_view()
        self._show_pace()
        self._soon(self._request_runs)
        self._has_begun = True

    def follow(self, finder: EventFinder) -> None:
        """Say of runs from now on how they came to rest by what is known of that."""
        self._finder = finder
        finder.events_changed.connect(self._show_numbers)

    def _soon(self, job: Callable[[], None]) -> None:
        """Do a job after the next frame. The very first one takes longer: timers that are due go before it."""
        wait = partial(QTimer.singleShot, PAINT_FIRST_MILLISECONDS, self, job)
        wait() if self._has_begun else QTimer.singleShot(PAINT_FIRST_MILLISECONDS, self, wait)

    def retranslate(self) -> None:
        """Say everything in the window's language, and leave the view as it is."""
        self._show_surface(keep_view=True)
        self._show_runs()
        self._show_view()
        self._draw()

    @Slot()
    def _request_runs(self) -> None:
        self._asked_at = time.perf_counter()
        self._runs.request(self._session)
        self._timekeeper.refresh()

    @Slot(object, object)
    def _on_session_changed(self, before: Session, after: Session) -> None:
        if self._sessions.gesture:
            self._desk.stage.hold()
        self._request_runs()
        self._show_pace()
        if before.surface != after.surface:
            self._show_surface(keep_view=keeps_view(before.surface, after.surface))
        axes_changed = shown_axes(before) != shown_axes(after)
        if axes_changed and before.surface == after.surface:
            self._show_surface()
        if before.start != after.start or axes_changed:
            self._show_start()
        self._show_changed_runs(before, after)
        if before.view != after.view:
            self._show_view()
            shown = after.view
            if replace(before.view, camera=shown.camera, three_d=shown.three_d, plots=shown.plots) != shown:
                self._request_contours()
                if self._runs.snapshots:
                    self._draw()
        if before.surface.name != after.surface.name:
            self._desk.messages.close_message()
            self._playback.rewind()
            self._surface_is_new = True

    def _show_changed_runs(self, before: Session, after: Session) -> None:
        if before.runs != after.runs or rows_differ(before, after):
            self._show_runs()
        elif presenting.samples_in(before.surface) != presenting.samples_in(after.surface):
            self._cards_timer.start() if self._sessions.gesture else self._show_runs()
        elif before.steps != after.steps:
            self._show_rates()

    @Slot()
    def _on_results_changed(self) -> None:
        if self._runs.finished:
            self._draw_dragged() if self._sessions.gesture else self._draw()
        else:
            self._draw_in_turns()
        self._desk.transport.set_busy(not self._runs.finished)
        if self._runs.finished:
            self._offer_tuning()
            self.presented.emit()

    def offer_tuning_when_finished(self) -> None:
        """Treat the surface as new: a formula was typed, and its runs may have ended long before its last letter."""
        self._surface_is_new = True
        if self._runs.finished:
            self._offer_tuning()

    def keep_rates(self) -> None:
        """Offer nothing for the surface that has just come: its learning rates are meant to be as they are."""
        self._surface_is_new = False

    def _offer_tuning(self) -> None:
        """On a new surface, learning rates brought from another one may be far too large: offer help."""
        fresh, self._surface_is_new = self._surface_is_new, False
        lost = sum(presenting.is_trouble(snapshot.status) for snapshot in self._runs.snapshots.values())
        if fresh and lost:
            text = (
                self.tr("One run diverged: its learning rate does not suit this surface.")
                if lost == 1
                else self.tr("{count} runs diverged: their learning rates do not suit this surface.")
            )
            text = text.format(count=lost)
            self._desk.messages.show_message(text, "warning", self.tr("Tune learning rates"))

    @Slot()
    def _on_moved(self) -> None:
        desk, keeper = self._desk, self._timekeeper
        desk.stage.set_rows(keeper.rows)
        self.plotter.move()
        desk.transport.set_tick(self._playback.tick)
        wait = TABLE_SECONDS - (time.perf_counter() - self._table_at)
        if wait <= 0.0 or not self._playback.playing:
            self._show_numbers()
        elif not self._table_timer.isActive():
            self._table_timer.start(int(1000 * wait) + 1)

    @Slot(int)
    def _on_more_wanted(self, tick: int) -> None:
        if self._runs.all_over:
            self._desk.say(self.tr("All runs have ended; there is nothing further to compute."))
            return
        steps = self._timekeeper.steps_to(tick)
        if steps > MOST_STEPS:
            self._desk.say(self.tr("A run goes to iteration {most} at most.").format(most=MOST_STEPS))
        self._sessions.extend(min(steps, MOST_STEPS))
        self._set_last(self._timekeeper.last if self._timekeeper.clock == ITERATION else tick)

    @Slot(tuple)
    def _on_view_changed(self, view: Bounds) -> None:
        is_dragged = self._sessions.gesture.startswith(("sculpt", "surface"))
        self._pictures.request_contours(self._session, view, coarse=is_dragged)
        if self._session.view.overlays or self._overlaid:
            self._pictures.request_overlays(self._session, view)
        self._overlaid = bool(self._session.view.overlays)

    @Slot()
    def _request_contours(self) -> None:
        self._on_view_changed(self._desk.stage.view())

    def _show_surface(self, *, keep_view: bool = False) -> None:
        desk, session = self._desk, self._session
        surface = shown_surface(session)
        if not keep_view:
            desk.stage.set_bounds(surface.bounds)
        if session.surface.formula:
            self._request_contours()  # whoever types looks at nothing else
        else:
            self._soon(self._request_contours)
        # What was sculpted on a surface of the catalogue is no longer that surface.
        desk.surface.catalogue.set_current("" if session.surface.features else session.surface.name)
        formula, teaches, facts = presenting.surface_texts(session.surface)
        desk.surface.set_description(formula, teaches, facts)
        desk.surface.set_variables(shown_names(session))
        desk.table.set_variables(shown_names(session))
        desk.surface.set_parameters(*presenting.surface_specs(session.surface))

    def _show_start(self) -> None:
        x, y = shown_place(self._session, self._session.start)
        self._desk.stage.set_start(x, y)
        self._desk.surface.set_start(x, y)

    @Slot()
    def _on_cards_timer_timeout(self) -> None:
        self._cards_timer.start() if self._sessions.gesture else self._show_runs()

    def _show_runs(self) -> None:
        session, samples = self._session, presenting.samples_in(self._session.surface)
        models = (with_branch(session, run, run_model(run, samples)) for run in session.runs)
        self._desk.runs.set_runs(tuple(models))
        self._show_rates()

    def _show_rates(self) -> None:
        session, samples = self._session, presenting.samples_in(self._session.surface)
        rates = {
            run.key: rates_of(run, session.steps, samples, self._runs.snapshots.get(run.key)) for run in session.runs
        }
        self._desk.runs.set_rates(rates)
        self._desk.runs.set_rows(self._timekeeper.rows)

    def _show_view(self) -> None:
        view = self._session.view
        self._desk.stage.set_layout(view.layout)
        self._desk.stage.set_colour_map(view.colour_map)
        self._desk.stage.set_trail_kind(view.trail, view.markers)
        self._desk.show_view(view)

    def _show_pace(self) -> None:
        epochs = presenting.samples_in(self._session.surface) > 1
        wanted = (self._session.view.pace, self._timekeeper.unit, epochs)
        if wanted != self._shown_pace:
            self._shown_pace = wanted
            self._desk.transport.set_pace(*wanted[:2], epochs=epochs)

    def _draw(self) -> None:
        """Hand the recorded numbers to everything that draws them."""
        for draw in self._turns:
            draw()
        self._set_last(self._timekeeper.last)
        self._show_figures()

    def _draw_dragged(self) -> None:
        """While something is dragged, hand the numbers to the map at once and to the rest in turns."""
        self._draw_trails()
        self._set_last(self._timekeeper.last)
        self._desk.stage.release()
        self.beside.do_next()

    def _show_figures(self) -> None:
        self._show_rates()
        self._show_numbers()

    def _draw_in_turns(self) -> None:
        """While runs are being computed, hand the numbers to one plot at a time, so that no frame waits for all."""
        now = time.perf_counter()
        since_drawn, since_asked = now - self._drawn_at, now - self._asked_at
        if since_drawn < max(UNFINISHED_SECONDS, DRAWING_SHARE * self._drawing_took):
            return
        if since_asked < SHORT_SECONDS and since_drawn < STARVED_SECONDS:
            return
        if since_asked > SHORT_SECONDS:
            self._runs.give_way(GIVE_WAY_SECONDS)
        self._turns[0]()
        self._turns.rotate(-1)
        self._set_last(self._timekeeper.last)
        self._show_numbers()
        self._drawn_at = time.perf_counter()
        self._drawing_took = self._drawn_at - now

    def _draw_trails(self) -> None:
        self._desk.stage.set_trails(presenting.trails(self._session, self._runs.snapshots))
        self._desk.stage.set_rows(self._timekeeper.rows)

    def _set_last(self, last: int) -> None:
        """Lengthen every timeline before the playhead, which may go to its end at once."""
        desk = self._desk
        self.plotter.set_last()
        desk.transport.set_last(last)
        self._playback.set_last(last)

    @Slot()
    def _show_numbers(self) -> None:
        self._table_at = time.perf_counter()
        session, snapshots, rows = self._session, self._runs.snapshots, self._timekeeper.rows
        finder = self._finder
        rest = [run.key for run in session.runs if run.key in snapshots and snapshots[run.key].status is CONVERGED]
        endings = {key: finder.ending(key) for key in rest} if finder is not None else {}
        finders = finder.finders if finder is not None else lambda _loss: ()
        self._desk.table.set_rows(presenting.state_rows(session, snapshots, rows, endings.get))
        self._desk.runs.set_rows(rows)
        surface = build_surface(session.surface)
        statuses = {
            run.key: presenting.run_status(
                run, snapshots[run.key], surface, rows.get(run.key, 0), endings.get(run.key), finders
            )
            for run in session.runs
            if run.key in snapshots
        }
        self._desk.runs.set_statuses(statuses)


def keeps_view(before: SurfaceSpec, after: SurfaceSpec) -> bool:
    """Whether what is in view stays: a slider may move, but another surface or other bounds are shown whole."""
    if (before.name, before.heights, before.dim, before.bounds) != (
        after.name,
        after.heights,
        after.dim,
        after.bounds,
    ):
        return False
    return before.formula == after.formula or build_surface(before).bounds == build_surface(after).bounds
