"""The timeline: what happened to every run goes to it, to the table of events, and to playing, which may pause."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from engine.clock import ITERATION
from engine.session import ALONE
from gui import presenting, telling, timelines
from gui.controllers.bookmarks import Bookmarks
from gui.controllers.event_stops import EventStops
from gui.views.event_glyphs import glyph_icon
from gui.views.events_model import EventRow

if TYPE_CHECKING:
    from collections.abc import Collection

    from engine.session import RunSpec, Session
    from gui.controllers.laboratory import Laboratory
    from gui.desk import Desk
    from gui.views.timeline_rows import TimelineMark

UNFINISHED_SECONDS = 0.25
"""While runs are being computed, the timeline is redrawn at most this often …"""
DRAWING_SHARE = 5.0
"""… and after a pause of so many times what it took."""
HIDDEN = "hidden-events"
"""The setting's name."""


class TimelineController(QObject):
    """Keeps the timeline in step, and answers what is asked of it."""

    def __init__(self, lab: Laboratory, desk: Desk) -> None:
        super().__init__(lab)
        self._lab, self._desk = lab, desk
        self._bar = desk.time_bar
        self._lines, self._lowest = timelines.LossLines(), presenting.LowestLoss()
        self._made = timelines.Marks()
        self.marks: dict[int, tuple[TimelineMark, ...]] = {}
        """Of every visible run, also those of hidden kinds."""
        self._listed: tuple[object, ...] = ()
        self._drawn_at = self._drawing_took = 0.0
        self._told = False
        self._hidden = set(lab.settings.names(HIDDEN))
        lab.finder.events_changed.connect(self.refresh)
        lab.runs.results_changed.connect(self._on_results_changed)
        lab.presenter.beside.add(self.refresh)
        lab.sessions.session_changed.connect(self._on_session_changed)
        lab.timekeeper.moved.connect(self._on_moved)
        lab.timekeeper.chosen_changed.connect(self.refresh)
        self.stops = EventStops(lab, desk.transport.stops, self)
        self.bookmarks = Bookmarks(lab, desk)
        self._connect_bar()

    def _connect_bar(self) -> None:
        lab, bar, timeline = self._lab, self._bar, self._bar.timeline
        timeline.run_chosen.connect(lab.timekeeper.choose)
        timeline.tick_requested.connect(lab.playback.go_to)
        timeline.mark_chosen.connect(self.go_to_mark)
        timeline.alone_wanted.connect(self._on_alone_wanted)
        bar.neighbour_requested.connect(self.go_to_neighbour)
        bar.kinds_changed.connect(self._on_kinds_changed)
        self._desk.events.event_chosen.connect(self.go_to_mark)

    @property
    def _session(self) -> Session:
        return self._lab.sessions.session

    # Showing

    def retranslate(self) -> None:
        """Say again what happened."""
        self._made = timelines.Marks()
        self.refresh()

    def dress(self) -> None:
        """Offer the kinds of events with their glyphs, in the window's language and the theme's ink."""
        texts = timelines.kind_texts()
        self._bar.set_kinds(texts, tuple(kind for kind in texts if kind not in self._hidden))
        self.stops.offer(texts)
        icons = {kind: glyph_icon(kind, self._desk.theme) for kind in texts}
        self._bar.kinds.set_icons(icons)
        self._bar.transport.stops.kinds.set_icons(icons)

    @Slot()
    def refresh(self) -> None:
        """Show all of it anew."""
        began = time.perf_counter()
        session, snapshots, keeper = self._session, self._lab.runs.snapshots, self._lab.timekeeper
        works = timelines.Clockwork(keeper.clock, keeper.unit, keeper.tick_of)
        told = telling.told(session, snapshots)
        marks = {
            run.key: self._made.of(
                run, self._lab.finder.events(run.key), session.bookmarks, works, told.get(run.key, telling.Told())
            )
            for run in session.runs
            if run.visible
        }
        hidden = self._hidden
        shown = {key: tuple(m for m in mine if m.kind not in hidden) if hidden else mine for key, mine in marks.items()}
        offset = self._lowest.of(session, snapshots, self._lab.reading.known)
        lines = self._lines.of(presenting.shown_runs(session, snapshots), offset, works)
        rows = timelines.timeline_rows(session, snapshots, shown, lines, works, told)
        self._bar.timeline.set_rows(rows, keeper.last, timelines.heights_of(lines))
        self._bar.timeline.set_chosen(keeper.chosen)
        self._place()
        looks = [(run.key, run.label, run.style) for run in session.runs]
        if (marks, hidden, looks) != self._listed:
            self.marks, self._listed = marks, (marks, set(hidden), looks)
            self._desk.events.set_rows(_event_rows(session.runs, shown))
        self._drawn_at = time.perf_counter()
        self._drawing_took = self._drawn_at - began

    @Slot()
    def _on_results_changed(self) -> None:
        waited = time.perf_counter() - self._drawn_at
        if self._lab.runs.finished:
            if not self._lab.sessions.gesture:  # else its turn comes
                self.refresh()
        elif waited > max(UNFINISHED_SECONDS, DRAWING_SHARE * self._drawing_took):
            self.refresh()

    @Slot(object, object)
    def _on_session_changed(self, before: Session, after: Session) -> None:
        if before.bookmarks != after.bookmarks or before.view.pace != after.view.pace or before.runs != after.runs:
            self.refresh()

    @Slot()
    def _on_moved(self) -> None:
        self._place()
        if self._told:
            self._told = False
            self._desk.tell("")

    def _place(self) -> None:
        """Show where the runs stand."""
        keeper, tick = self._lab.timekeeper, self._lab.playback.tick
        waiting = {key: row for key, row in keeper.rows.items() if keeper.pace == ALONE and key != keeper.chosen}
        self._bar.timeline.set_tick(tick, waiting, {} if keeper.pace == ITERATION else keeper.rows)

    def tell(self, tick: int, kinds: Collection[str] | None = None) -> None:
        """Say what happens at a tick (of these kinds only), until the playhead moves on."""
        texts = []
        for run in self.moving():
            here = [m for m in self.marks.get(run.key, ()) if m.tick == tick and (kinds is None or m.kind in kinds)]
            if here:
                texts.append(timelines.told(run.label, here))
        self._told = bool(texts)
        self._desk.tell("   ".join(texts))

    # Going to events

    @Slot(int, int)
    def go_to_mark(self, key: int, iteration: int) -> None:
        """Go where a run reaches an iteration, and say what is there."""
        self._lab.playback.pause()
        self._lab.timekeeper.go_to_row(key, iteration)
        self.tell(self._lab.playback.tick)

    @Slot()
    def go_to_previous(self) -> None:
        """Go to the last event before the playhead."""
        self.go_to_neighbour(-1)

    @Slot()
    def go_to_next(self) -> None:
        """Go to the first event after the playhead."""
        self.go_to_neighbour(1)

    @Slot(int)
    def go_to_neighbour(self, direction: int) -> None:
        """Go to the nearest mark shown after the playhead (1), or before it (−1)."""
        now = self._lab.playback.tick
        ticks = {m.tick for run in self.moving() for m in self.marks.get(run.key, ()) if m.kind not in self._hidden}
        beyond = [tick for tick in ticks if (tick - now) * direction > 0]
        if not beyond:
            text = self.tr("There is no event after this.") if direction > 0 else self.tr("No event before this.")
            self._desk.tell(text)
            self._told = True
            return
        self._lab.playback.pause()
        self._lab.playback.go_to(min(beyond, key=lambda tick: abs(tick - now)))
        self.tell(self._lab.playback.tick)

    def moving(self) -> list[RunSpec]:
        """The runs that go along with the playhead: the visible ones, or only the chosen one."""
        keeper = self._lab.timekeeper
        if keeper.pace == ALONE:
            return [run for run in self._session.runs if run.key == keeper.chosen]
        return [run for run in self._session.runs if run.visible]

    @Slot(int)
    def _on_alone_wanted(self, key: int) -> None:
        self._lab.timekeeper.choose(key)
        self._lab.sessions.set_view(replace(self._session.view, pace=ALONE))

    # Kinds

    @Slot(tuple)
    def _on_kinds_changed(self, shown: tuple[str, ...]) -> None:
        self._hidden = set(timelines.kind_texts()) - set(shown)
        self._lab.settings.remember_names(HIDDEN, self._hidden)
        self.refresh()


def _event_rows(runs: tuple[RunSpec, ...], marks: dict[int, tuple[TimelineMark, ...]]) -> tuple[EventRow, ...]:
    """Return all marks as rows, in order of iteration."""
    rows = [EventRow(run.key, run.label, run.style, mark) for run in runs for mark in marks.get(run.key, ())]
    return tuple(sorted(rows, key=lambda row: row.mark.iteration))
