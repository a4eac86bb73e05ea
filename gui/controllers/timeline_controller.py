"""The timeline: what happened to every run goes to it, to the table of events, and to playing, which may pause."""

from __future__ import annotations

import time
from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from engine.clock import ITERATION, row_at
from engine.session import ALONE, LONGEST_NOTE, Bookmark, SessionError
from gui import presenting, timelines
from gui.translation.sentences import data_text
from gui.views.event_glyphs import glyph_icon
from gui.views.events_model import EventRow

if TYPE_CHECKING:
    from engine.session import RunSpec, Session
    from gui.controllers.laboratory import Laboratory
    from gui.desk import Desk
    from gui.views.timeline_rows import TimelineMark

UNFINISHED_SECONDS = 0.25
"""While runs are being computed, the timeline is redrawn at most this often …"""
DRAWING_SHARE = 5.0
"""… and after a pause of so many times what it took."""
LOOK_AHEAD = 500
"""Some events are recognised only by so many iterations that follow: until then it is not known what to pause at."""
HIDDEN, STOPS = "hidden-events", "pause-at"
"""The settings' names."""


class TimelineController(QObject):
    """Keeps the timeline in step, and answers what is asked of it."""

    def __init__(self, lab: Laboratory, desk: Desk) -> None:
        super().__init__(lab)
        self._lab, self._desk = lab, desk
        self._bar = desk.time_bar
        self._lines, self._lowest = timelines.LossLines(), presenting.LowestLoss()
        self._made = timelines.Marks()
        self._marks: dict[int, tuple[TimelineMark, ...]] = {}
        self._listed: tuple[object, ...] = ()
        self._drawn_at = self._drawing_took = 0.0
        self._told = False
        self._hidden = set(lab.settings.names(HIDDEN))
        self._stops = set(lab.settings.names(STOPS))
        lab.finder.events_changed.connect(self.refresh)
        lab.runs.results_changed.connect(self._on_results_changed)
        lab.sessions.session_changed.connect(self._on_session_changed)
        lab.timekeeper.moved.connect(self._on_moved)
        lab.timekeeper.chosen_changed.connect(self.refresh)
        lab.playback.stop_between = self._stop_between
        lab.playback.known_to = self._known_to
        lab.playback.stopped.connect(self._on_stopped)
        self._connect_bar()

    def _connect_bar(self) -> None:
        lab, bar, timeline = self._lab, self._bar, self._bar.timeline
        timeline.run_chosen.connect(lab.timekeeper.choose)
        timeline.tick_requested.connect(lab.playback.go_to)
        timeline.mark_chosen.connect(self.go_to_mark)
        timeline.bookmark_wanted.connect(self._on_bookmark_wanted)
        timeline.bookmark_dropped.connect(self.drop_bookmark)
        timeline.alone_wanted.connect(self._on_alone_wanted)
        bar.neighbour_requested.connect(self.go_to_neighbour)
        bar.bookmark_requested.connect(self.bookmark)
        bar.kinds_changed.connect(self._on_kinds_changed)
        bar.note_given.connect(self._on_note_given)
        bar.note_closed.connect(lab.sessions.end_gesture)
        bar.transport.stops.stops_changed.connect(self._on_stops_changed)
        self._desk.events.event_chosen.connect(self.go_to_mark)
        self._desk.events.bookmark_edited.connect(self._ask_note)
        self._desk.events.bookmark_dropped.connect(self.drop_bookmark)

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
        self._bar.transport.stops.set_kinds(texts, tuple(self._stops))
        icons = {kind: glyph_icon(kind, self._desk.theme) for kind in texts}
        self._bar.kinds.set_icons(icons)
        self._bar.transport.stops.kinds.set_icons(icons)

    @Slot()
    def refresh(self) -> None:
        """Show all of it anew."""
        began = time.perf_counter()
        session, snapshots, keeper = self._session, self._lab.runs.snapshots, self._lab.timekeeper
        works = timelines.Clockwork(keeper.clock, keeper.unit, keeper.tick_of)
        events = {run.key: self._lab.finder.events(run.key) for run in session.runs if run.visible}
        marks = {
            run.key: self._made.of(run, events[run.key], session.bookmarks, works)
            for run in session.runs
            if run.visible
        }
        hidden = self._hidden
        shown = {key: tuple(mark for mark in mine if mark.kind not in hidden) for key, mine in marks.items()}
        offset = self._lowest.of(session, snapshots)
        lines = self._lines.of(presenting.shown_runs(session, snapshots), offset, works)
        rows = timelines.timeline_rows(session, snapshots, shown, lines, works)
        self._bar.timeline.set_rows(rows, keeper.last, timelines.heights_of(lines))
        self._bar.timeline.set_chosen(keeper.chosen)
        self._on_moved()
        looks = [(run.key, run.label, run.style) for run in session.runs]
        if (marks, hidden, looks) != self._listed:
            self._marks, self._listed = marks, (marks, set(hidden), looks)
            self._desk.events.set_rows(_event_rows(session.runs, shown))
        self._drawn_at = time.perf_counter()
        self._drawing_took = self._drawn_at - began

    @Slot()
    def _on_results_changed(self) -> None:
        waited = time.perf_counter() - self._drawn_at
        if self._lab.runs.finished or waited > max(UNFINISHED_SECONDS, DRAWING_SHARE * self._drawing_took):
            self.refresh()

    @Slot(object, object)
    def _on_session_changed(self, before: Session, after: Session) -> None:
        if before.bookmarks != after.bookmarks or before.view.pace != after.view.pace or before.runs != after.runs:
            self.refresh()

    @Slot()
    def _on_moved(self) -> None:
        keeper, tick = self._lab.timekeeper, self._lab.playback.tick
        waiting = {key: row for key, row in keeper.rows.items() if keeper.pace == ALONE and key != keeper.chosen}
        self._bar.timeline.set_tick(tick, waiting, {} if keeper.pace == ITERATION else keeper.rows)
        if self._told:
            self._told = False
            self._desk.tell("")

    def _tell(self, tick: int, kinds: set[str] | None = None) -> None:
        """Say what happens at a tick, until the playhead moves on."""
        texts = []
        for run in self._moving():
            here = [m for m in self._marks.get(run.key, ()) if m.tick == tick and (kinds is None or m.kind in kinds)]
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
        self._tell(self._lab.playback.tick)

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
        ticks = {m.tick for run in self._moving() for m in self._marks.get(run.key, ()) if m.kind not in self._hidden}
        beyond = [tick for tick in ticks if (tick - now) * direction > 0]
        if not beyond:
            text = self.tr("There is no event after this.") if direction > 0 else self.tr("No event before this.")
            self._desk.tell(text)
            self._told = True
            return
        self._lab.playback.pause()
        self._lab.playback.go_to(min(beyond, key=lambda tick: abs(tick - now)))
        self._tell(self._lab.playback.tick)

    def _moving(self) -> list[RunSpec]:
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

    @Slot(tuple)
    def _on_stops_changed(self, kinds: tuple[str, ...]) -> None:
        self._stops = set(kinds)
        self._lab.settings.remember_names(STOPS, kinds)

    # Pausing at events

    def _stop_between(self, after: int, upto: int) -> int | None:
        """The first tick of after < tick <= upto at which something of the chosen kinds happens to a run."""
        if not self._stops or upto <= after:
            return None
        marks = (mark for run in self._moving() for mark in self._marks.get(run.key, ()))
        ticks = sorted(mark.tick for mark in marks if mark.kind in self._stops)
        place = bisect_right(ticks, after)
        return ticks[place] if place < len(ticks) and ticks[place] <= upto else None

    def _known_to(self) -> int | None:
        """Up to which tick all events are known."""
        if not self._stops:
            return None
        lab, ticks = self._lab, []
        for run in self._moving():
            snapshot, rows = lab.runs.snapshots.get(run.key), lab.finder.rows(run.key)
            is_over = lab.runs.finished or (snapshot is not None and snapshot.status.is_final)
            if snapshot is None or rows < len(snapshot) or not is_over:
                ticks.append(lab.timekeeper.tick_of(run.key, max(rows - 1 - LOOK_AHEAD, 0)))
        return min(ticks, default=None)

    @Slot(int)
    def _on_stopped(self, tick: int) -> None:
        self._tell(tick, self._stops)

    # Bookmarks

    @Slot()
    def bookmark(self) -> None:
        """Put a bookmark where the chosen run stands, and ask for its note."""
        keeper = self._lab.timekeeper
        if keeper.chosen:
            self._put_bookmark(keeper.chosen, keeper.row(keeper.chosen))

    @Slot(int, int)
    def drop_bookmark(self, key: int, iteration: int) -> None:
        """Take a bookmark away."""
        self._lab.sessions.edit(self._session.without_bookmark(key, iteration), self.tr("Delete bookmark"))

    @Slot(int, int)
    def _on_bookmark_wanted(self, key: int, tick: int) -> None:
        snapshot, keeper = self._lab.runs.snapshots.get(key), self._lab.timekeeper
        if snapshot is not None:
            self._put_bookmark(key, row_at(snapshot, keeper.clock, (tick + 0.5) / keeper.unit))

    def _put_bookmark(self, key: int, iteration: int) -> None:
        if self._bookmark_at(key, iteration) is None:
            try:
                after = self._session.with_bookmark(Bookmark(key, iteration))
            except SessionError as error:
                self._desk.say(data_text(str(error)), "warning")
                return
            self._lab.sessions.edit(after, self.tr("Add bookmark"), _gesture(key, iteration))
        self._ask_note(key, iteration)

    @Slot(int, int)
    def _ask_note(self, key: int, iteration: int) -> None:
        found = self._bookmark_at(key, iteration)
        self._bar.ask_note(key, iteration, found.note if found else "")

    @Slot(int, int, str)
    def _on_note_given(self, key: int, iteration: int, note: str) -> None:
        after = self._session.with_bookmark(Bookmark(key, iteration, note[:LONGEST_NOTE]))
        self._lab.sessions.edit(after, self.tr("Note a bookmark"), _gesture(key, iteration))

    def _bookmark_at(self, key: int, iteration: int) -> Bookmark | None:
        marks = self._session.bookmarks
        return next((mark for mark in marks if (mark.run, mark.iteration) == (key, iteration)), None)


def _gesture(key: int, iteration: int) -> str:
    """A bookmark and the note that is written right away are one edit."""
    return f"bookmark {key} {iteration}"


def _event_rows(runs: tuple[RunSpec, ...], marks: dict[int, tuple[TimelineMark, ...]]) -> tuple[EventRow, ...]:
    """Return all marks as rows, in order of iteration."""
    rows = [EventRow(run.key, run.label, run.style, mark) for run in runs for mark in marks.get(run.key, ())]
    return tuple(sorted(rows, key=lambda row: row.mark.iteration))
