from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine.clock import moments
from engine.events import KINDS, Event, describe, find_events
from engine.export import run_session
from engine.optimizers import make_optimizer
from engine.scenario import find_scenario, load_scenarios
from engine.session import Bookmark, Session
from gui import timelines
from gui.telling import Told
from gui.timelines import Clockwork, LossLines, Marks
from gui.views.event_glyphs import BOOKMARK, BRANCH
from surfaces import SurfaceSpec, build_surface

pytestmark = pytest.mark.usefixtures("qapp")

SESSION = find_scenario(load_scenarios(), "saddle-escape").session
SNAPSHOTS = {run.key: snapshot for run, snapshot in zip(SESSION.runs, run_session(SESSION), strict=True)}
BY_ITERATION = Clockwork("iteration", 1, lambda _key, row: row)


def events(key: int) -> tuple[Event, ...]:
    return find_events(SNAPSHOTS[key], build_surface(SESSION.surface))


def test_every_kind_has_a_text() -> None:
    assert set(timelines.kind_texts()) == {*KINDS, BOOKMARK, BRANCH}


def test_events_and_bookmarks_become_marks_in_order_of_time() -> None:
    run, flags = SESSION.runs[0], (Bookmark(1, 30, "look"), Bookmark(2, 5))
    marks = Marks().of(run, events(1), flags, BY_ITERATION)
    assert [mark.iteration for mark in marks] == sorted(mark.iteration for mark in marks)
    assert [mark.kind for mark in marks if mark.kind != BOOKMARK] == [event.kind for event in events(1)]
    (flag,) = (mark for mark in marks if mark.kind == BOOKMARK)
    assert (flag.tick, flag.text) == (30, "Bookmark at iteration 30: look")
    for mark, event in zip((m for m in marks if m.kind != BOOKMARK), events(1), strict=True):
        assert (mark.tick, mark.until, mark.text) == (event.iteration, event.last, describe(event))


def test_by_another_clock_marks_stand_where_the_run_is_then() -> None:
    works = Clockwork("evaluations", 4, lambda _key, row: 12 * row)
    marks = Marks()
    before = marks.of(SESSION.runs[0], events(1), (), BY_ITERATION)
    after = marks.of(SESSION.runs[0], events(1), (Bookmark(1, 3),), works)
    assert {mark.tick for mark in after} == {12 * mark.tick for mark in before} | {36}


def test_marks_are_made_again_only_for_other_events() -> None:
    marks, found = Marks(), events(1)
    first = marks.of(SESSION.runs[0], found, (), BY_ITERATION)
    assert marks.of(SESSION.runs[0], found, (), BY_ITERATION) is first
    (only,) = marks.of(SESSION.runs[0], found[:1], (), BY_ITERATION)
    assert (only.tick, only.text) == (first[0].tick, first[0].text)


def test_only_visible_runs_have_a_row_also_before_they_are_computed() -> None:
    session = SESSION.with_run(replace(SESSION.runs[1], visible=False))
    lines = LossLines().of([(session.runs[0], SNAPSHOTS[1])], -1.0, BY_ITERATION)
    first, *others = timelines.timeline_rows(session, {1: SNAPSHOTS[1]}, {}, lines, BY_ITERATION, {1: Told()})
    assert [first.key, *(row.key for row in others)] == [run.key for run in session.runs if run.visible]
    assert (first.end, first.ended) == (SNAPSHOTS[1].last, SNAPSHOTS[1].status.is_final)
    assert {(row.end, len(row.points)) for row in others} == {(0, 0)}


def test_loss_lines_stand_at_the_clocks_ticks() -> None:
    session = Session(SurfaceSpec("rosenbrock"), (-1.0, 1.0), steps=40).adding_run(make_optimizer("newton"))
    (snapshot,) = run_session(session)
    works = Clockwork("evaluations", 2, lambda _key, row: row)
    points, _ = LossLines().of([(session.runs[0], snapshot)], -1.0, works)[1]
    assert points[:, 0] == pytest.approx(2 * moments(snapshot, "evaluations"))
    assert points[:, 1] == pytest.approx(np.log10(snapshot.loss + 1.0))


def test_a_few_powers_of_ten_have_room() -> None:
    deep = np.column_stack([np.arange(50.0), np.linspace(0.0, -16.0, 50)])
    assert timelines.heights_of({1: (deep, None)}) == (-6.0, 0.0)
    assert timelines.heights_of({1: (deep[:10], None)}) == pytest.approx((deep[9, 1], 0.0))


def test_what_happened_is_told_in_one_line() -> None:
    marks = Marks().of(SESSION.runs[0], events(1), (), BY_ITERATION)
    last = marks[-1]
    assert timelines.told("Adam", [last]) == f"Adam: {last.text[0].lower()}{last.text[1:]}"
