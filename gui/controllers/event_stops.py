"""Where playing pauses: at events of the kinds somebody has chosen."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

if TYPE_CHECKING:
    from gui.controllers.laboratory import Laboratory
    from gui.controllers.timeline_controller import TimelineController
    from gui.views.stops_button import StopsButton

CHOSEN = "pause-at"
"""The setting's name."""


class EventStops(QObject):
    """Tells the playback where to stop, and how far that is known; says why it has stopped."""

    def __init__(self, lab: Laboratory, button: StopsButton, timeline: TimelineController) -> None:
        super().__init__(timeline)
        self._lab, self._button, self._timeline = lab, button, timeline
        self._kinds = set(lab.settings.names(CHOSEN))
        self._given: tuple[object, ...] | None = None
        self._found: list[int] = []
        lab.playback.stop_between = self._stop_between
        lab.playback.known_to = self._known_to
        lab.playback.stopped.connect(self._on_stopped)
        button.stops_changed.connect(self._on_stops_changed)

    def offer(self, texts: dict[str, str]) -> None:
        """Offer kinds of events, by name, those chosen before checked."""
        self._button.set_kinds(texts, tuple(self._kinds))

    def _stop_between(self, after: int, upto: int) -> int | None:
        """Return the first tick of after < tick <= upto at which something of the chosen kinds happens to a run."""
        if not self._kinds or upto <= after:
            return None
        ticks = self._ticks()
        place = bisect_right(ticks, after)
        return ticks[place] if place < len(ticks) and ticks[place] <= upto else None

    def _ticks(self) -> list[int]:
        """Return where to stop, found anew only when there are other marks, kinds or runs."""
        marks, keys = self._timeline.marks, tuple(run.key for run in self._timeline.moving())
        given = (marks, keys, frozenset(self._kinds))
        if self._given is None or self._given[0] is not marks or self._given[1:] != given[1:]:
            chosen = (mark for key in keys for mark in marks.get(key, ()) if mark.kind in self._kinds)
            self._given, self._found = given, sorted(mark.tick for mark in chosen)
        return self._found

    def _known_to(self) -> int | None:
        """Return up to which tick all events of the chosen kinds are known; None: to the end.

        Some are recognised only by iterations that follow.
        """
        if not self._kinds:
            return None
        from engine.events.thresholds import DELAYS  # not needed before there is something to pause at

        lab, ticks, delay = self._lab, [], max(DELAYS.get(kind, 0) for kind in self._kinds)
        for run in self._timeline.moving():
            snapshot, rows = lab.runs.snapshots.get(run.key), lab.finder.rows(run.key)
            is_over = lab.runs.finished or (snapshot is not None and snapshot.status.is_final)
            if snapshot is None or rows < len(snapshot) or not is_over:
                ticks.append(lab.timekeeper.tick_of(run.key, max(rows - 1 - delay, 0)))
        return min(ticks, default=None)

    @Slot(int)
    def _on_stopped(self, tick: int) -> None:
        self._timeline.tell(tick, self._kinds)

    @Slot(tuple)
    def _on_stops_changed(self, kinds: tuple[str, ...]) -> None:
        self._kinds = set(kinds)
        self._lab.settings.remember_names(CHOSEN, kinds)
