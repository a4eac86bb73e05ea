"""The presenter on a whole desk; what a person sees of it is told in tests/gui/stories."""

from __future__ import annotations

from collections import deque
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtWidgets import QWidget

from engine.session import Session, default_session
from gui.controllers.laboratory import Laboratory
from gui.desk import Desk
from gui.theme import LIGHT
from surfaces import SurfaceSpec

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


@pytest.fixture
def place(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def desk(place: QWidget) -> Desk:
    return Desk(LIGHT, place)


@pytest.fixture
def lab(desk: Desk, place: QWidget, qtbot: QtBot) -> Iterator[Laboratory]:
    made = Laboratory(default_session(), desk, place)
    with qtbot.waitSignal(made.presenter.presented):
        made.presenter.present()
    yield made
    assert made.stop()


def change(lab: Laboratory, session: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(lab.presenter.presented):
        lab.sessions.edit(session, "Edit")


def test_presented_comes_when_the_desk_shows_the_finished_runs(lab: Laboratory, desk: Desk) -> None:
    assert lab.runs.finished
    assert len(desk.stage.panels[0]._trails) == 4
    assert desk.table.model().rowCount() == 4


def test_a_longer_timeline_reaches_every_view_before_the_playhead(lab: Laboratory, desk: Desk) -> None:
    lab.playback.go_to(45)
    assert lab.playback.tick == 45
    assert desk.transport.tick() == desk.transport.last() == 45


def test_a_new_parameter_keeps_where_one_looks_a_new_surface_does_not(
    lab: Laboratory, desk: Desk, qtbot: QtBot
) -> None:
    spec = SurfaceSpec(formula="a*x^2 + y^2", parameters=(("a", 2.0),))
    change(lab, replace(lab.sessions.session, surface=spec), qtbot)
    desk.stage.set_view((-1.0, 1.0, -1.0, 1.0))
    change(lab, replace(lab.sessions.session, surface=replace(spec, parameters=(("a", 3.0),))), qtbot)
    assert desk.stage.view() == (-1.0, 1.0, -1.0, 1.0)
    change(lab, replace(lab.sessions.session, surface=replace(spec, bounds=(-9.0, 9.0, -5.0, 5.0))), qtbot)
    assert desk.stage.view() == (-9.0, 9.0, -5.0, 5.0)
    with qtbot.waitSignal(lab.presenter.presented):
        lab.edits.choose_surface("himmelblau")
    assert desk.stage.view() == pytest.approx((-5.0, 5.0, -5.0, 5.0), abs=2.0)


def test_slow_drawing_is_done_less_often(lab: Laboratory, monkeypatch: pytest.MonkeyPatch) -> None:
    presenter, now = lab.presenter, [1e6]
    drawn: list[float] = []

    def draw() -> None:
        drawn.append(now[0])
        now[0] += 1.0

    monkeypatch.setattr("gui.controllers.presenter.time.perf_counter", lambda: now[0])
    monkeypatch.setattr(presenter, "_turns", deque((draw,)))
    lab.runs.finished = False
    for _ in range(200):
        now[0] += 0.1
        presenter._on_results_changed()
    assert 2 <= len(drawn) <= 5
    lab.runs.finished = True
    presenter._on_results_changed()
    assert drawn[-1] == pytest.approx(now[0] - 1.0)


def test_unfinished_runs_are_drawn_in_turns_and_finished_ones_at_once(
    lab: Laboratory, monkeypatch: pytest.MonkeyPatch
) -> None:
    presenter, now = lab.presenter, [1e6]
    drawn: list[str] = []
    monkeypatch.setattr("gui.controllers.presenter.time.perf_counter", lambda: now[0])
    monkeypatch.setattr(presenter, "_turns", deque(partial(drawn.append, name) for name in ("a", "b", "c")))
    lab.runs.finished = False
    for _ in range(4):
        now[0] += 1.0
        presenter._on_results_changed()
    assert drawn == ["a", "b", "c", "a"]
    lab.runs.finished = True
    presenter._on_results_changed()
    assert sorted(drawn[4:]) == ["a", "b", "c"]


def test_a_drag_is_answered_on_the_map_and_beside_it_when_it_rests(lab: Laboratory, desk: Desk, qtbot: QtBot) -> None:
    for x in (1.0, 1.5, 2.0, 2.5, 3.0):
        with qtbot.waitSignal(lab.presenter.presented):
            lab.edits.drag_start(x, 1.0)
        assert all(trail.points[0].tolist() == [x, 1.0] for trail in desk.stage.panels[0]._trails)
    losses = [float(snapshot.loss[0]) for snapshot in lab.runs.snapshots.values()]
    table = desk.table.model()
    qtbot.waitUntil(lambda: [row.x for row in table.rows] == [3.0] * 4)  # type: ignore[attr-defined]
    rows = desk.time_bar.timeline._rows
    assert [float(row.points[0, 1]) for row in rows] == pytest.approx(np.log10(losses))


def test_the_pointer_far_out_is_told_without_a_fault(lab: Laboratory, desk: Desk) -> None:
    told: list[str] = []
    desk.show_pointer = told.append
    for x, y in ((0.0, 0.0), (1e200, -1e200), (float("inf"), 0.0)):
        desk.stage.pointer_moved.emit(x, y)
    assert len(told) == 3


def test_stopping_twice_is_fine(lab: Laboratory) -> None:
    assert lab.stop()
    assert lab.stop()
