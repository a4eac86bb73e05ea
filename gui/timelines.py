"""From the session, its snapshots and their events to what timeline and table of events show: no widget."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from PySide6.QtCore import QCoreApplication

from engine.clock import ITERATION, moments
from gui.telling import Told
from gui.translation.particles import with_particles
from gui.translation.sentences import data_text
from gui.views.curve_blocks import Curve, CurveBlocks
from gui.views.curve_plot import value_range
from gui.views.event_glyphs import BOOKMARK, BRANCH
from gui.views.timeline_rows import TimelineMark, TimelineRow

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from engine.events import Event
    from engine.history import Snapshot
    from engine.session import Bookmark, RunSpec, Session
    from gui.views.plot_strokes import Array

DECADES = 6.0
"""Losses further below the highest are drawn at the bottom."""

translate = QCoreApplication.translate


def kind_texts() -> dict[str, str]:
    """Return every kind of mark in the window's language."""
    from engine.events import KINDS  # as below: not needed for the first window

    ours = {BRANCH: translate("timelines", "branch"), BOOKMARK: translate("timelines", "bookmark")}
    return {kind: data_text(kind) for kind in KINDS} | ours


def sentence(event: Event) -> str:
    """Return what happened, in words and numbers."""
    from engine.events import describe

    return with_particles(describe(event, data_text))


def bookmark_text(bookmark: Bookmark) -> str:
    """Return a bookmark's note with its iteration."""
    text = translate("timelines", "Bookmark at iteration {iteration}").format(iteration=bookmark.iteration)
    return f"{text}: {bookmark.note}" if bookmark.note else text


def branch_text(parent: str, iteration: int) -> str:
    """Return where a branch left its parent."""
    text = translate("timelines", "Branches off {run} at iteration {iteration}.")
    return with_particles(text.format(run=parent, iteration=iteration))


class Clockwork(NamedTuple):
    """How a moment of a run becomes a tick of the timeline."""

    clock: str
    unit: int
    tick_of: Callable[[int, int], int]
    """The tick at which the run with a key reaches a row."""

    def tick(self, key: int, row: int) -> int:
        """Return the tick of a row of a run."""
        return row if self.clock == ITERATION else self.tick_of(key, row)

    def ticks(self, snapshot: Snapshot, rows: Array) -> Array:
        """Return the ticks of many rows of one run."""
        if self.clock == ITERATION:
            return rows
        return moments(snapshot, self.clock, rows.astype(np.intp)) * self.unit


class LossLines:
    """The losses of all runs as lines for the timeline: of long runs only what is new is read."""

    def __init__(self) -> None:
        self._blocks: dict[int, CurveBlocks] = {}

    def of(
        self, runs: list[tuple[RunSpec, Snapshot]], offset: float, works: Clockwork
    ) -> dict[int, tuple[Array, int | None]]:
        """Return points of ticks and heights for each run, and how many of the first stay when it grows."""
        self._blocks = {run.key: self._blocks.get(run.key, CurveBlocks()) for run, _ in runs}
        lines = {}
        for run, snapshot in runs:
            points, _, firm = self._blocks[run.key].shape(
                Curve(run.key, run.label, run.style, snapshot.loss, offset), logarithmic=True
            )
            lines[run.key] = np.column_stack([works.ticks(snapshot, points[:, 0]), points[:, 1]]), firm
        return lines


def heights_of(lines: Mapping[int, tuple[Array, int | None]]) -> tuple[float, float]:
    """Return between which heights the losses of all runs are shown: a few powers of ten have room in so few pixels."""
    low, high = value_range(tuple(points[:, 1] for points, _ in lines.values()), logarithmic=True)
    return max(low, high - DECADES), high


class Marks:
    """The marks of all runs; those of events are made again only when there are others, or another clock."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[tuple[Event, ...], tuple[object, ...], tuple[TimelineMark, ...]]] = {}

    def of(
        self,
        run: RunSpec,
        events: tuple[Event, ...],
        bookmarks: tuple[Bookmark, ...],
        works: Clockwork,
        told: Told = Told(),  # noqa: B008  # a tuple of plain values
    ) -> tuple[TimelineMark, ...]:
        """Return the marks of a run in order of iteration: its events, its bookmarks, and where it branches off."""
        given = works.clock, works.unit, told
        known = self._known.get(run.key)
        if known is None or known[0] is not events or known[1] != given:
            known = events, given, _own_marks(run.key, events, works, told)
            self._known[run.key] = known
        marks = known[2]
        flags = tuple(_bookmark_mark(mark, works) for mark in bookmarks if mark.run == run.key)
        return tuple(sorted(marks + flags, key=lambda mark: mark.iteration)) if flags else marks


def _own_marks(key: int, events: tuple[Event, ...], works: Clockwork, told: Told) -> tuple[TimelineMark, ...]:
    marks = [_event_mark(key, event, works) for event in events if told.tells(event)]
    if told.parent:
        say = partial(branch_text, told.parent, told.at)
        marks.append(TimelineMark(works.tick(key, told.at), told.at, BRANCH, say))
        marks.sort(key=lambda mark: (mark.iteration, mark.kind != BRANCH))
    return tuple(marks)


def _event_mark(key: int, event: Event, works: Clockwork) -> TimelineMark:
    until = None if event.last is None else works.tick(key, event.last)
    tick = works.tick(key, event.iteration)
    return TimelineMark(tick, event.iteration, event.kind, partial(sentence, event), until)


def _bookmark_mark(bookmark: Bookmark, works: Clockwork) -> TimelineMark:
    tick = works.tick(bookmark.run, bookmark.iteration)
    return TimelineMark(tick, bookmark.iteration, BOOKMARK, partial(bookmark_text, bookmark))


def timeline_rows(
    session: Session,
    snapshots: Mapping[int, Snapshot],
    marks: Mapping[int, tuple[TimelineMark, ...]],
    lines: Mapping[int, tuple[Array, int | None]],
    works: Clockwork,
    told: Mapping[int, Told],
) -> tuple[TimelineRow, ...]:
    """Return a row for each visible run, also for those that have nothing recorded yet."""
    rows = []
    for run in session.runs:
        snapshot = snapshots.get(run.key)
        if not run.visible:
            continue
        if snapshot is None:
            rows.append(TimelineRow(run.key, run.label, run.style))
            continue
        first = told[run.key].first
        begin = works.tick(run.key, min(first, snapshot.last)) if first else 0
        end, ended = works.tick(run.key, snapshot.last), snapshot.status.is_final
        line = _since(begin, *lines[run.key])
        rows.append(TimelineRow(run.key, run.label, run.style, end, ended, marks.get(run.key, ()), *line, begin))
    return tuple(rows)


def _since(begin: int, points: Array, firm: int | None) -> tuple[Array, int | None]:
    """The part of a line from a tick on, and how much of that stays when it grows."""
    before = int(np.searchsorted(points[:, 0], begin)) if begin else 0
    return points[before:], None if firm is None else max(firm - before, 0)


def told(label: str, marks: list[TimelineMark]) -> str:
    """Return what happened to a run in one line: its name, then a sentence for each mark."""
    return f"{label}: " + " ".join(mark.text[:1].lower() + mark.text[1:] for mark in marks)
