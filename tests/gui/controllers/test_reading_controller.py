"""Critical points arrive on the table and the stage, and the pointer is told what lies under it."""

from __future__ import annotations

import math
import time
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from engine.session import default_session
from gui.controllers import reading_controller as module
from gui.controllers.laboratory import Laboratory
from gui.controllers.reading_controller import _degrees, point_rows
from gui.desk import Desk
from gui.known_points import KnownPoint, full_points
from gui.theme import LIGHT
from surfaces import CriticalPoint, SurfaceSpec, build_surface
from tests.gui.hands import LEFT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from surfaces import Bounds, Surface


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
    with qtbot.waitSignal(made.pictures.contours_ready):
        made.presenter.present()
    assert made.reading.searching  # from the first contours on
    found(made, qtbot)
    yield made
    assert made.stop()


def found(lab: Laboratory, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not lab.reading.searching, timeout=20_000)


def choose(lab: Laboratory, spec: SurfaceSpec) -> None:
    lab.edits.change_surface(spec, "Choose surface")


def kinds(lab: Laboratory) -> list[str]:
    return [point.kind for point in lab.reading.points]


def on_stage(desk: Desk) -> list[str]:
    return sorted(point.kind for point in desk.stage.panels[0]._backdrop.critical_points)


def show(desk: Desk, qtbot: QtBot) -> None:
    desk.points.set_seen(True)
    for view in (desk.stage, desk.points):
        view.setParent(None)
        qtbot.addWidget(view)
        view.resize(640, 480)
        with qtbot.waitExposed(view):
            view.show()


def test_a_list_that_is_cut_says_so(lab: Laboratory, desk: Desk, qtbot: QtBot) -> None:
    lab.edits.change_surface(SurfaceSpec(formula="sin(30 x) + sin(30 y)", bounds=(-5.0, 5.0, -5.0, 5.0)), "Type")
    found(lab, qtbot)
    assert desk.points._state == "cut"


def test_what_is_found_takes_the_place_of_what_is_declared(lab: Laboratory, desk: Desk, qtbot: QtBot) -> None:
    heard: list[int] = []
    lab.reading.points_changed.connect(lambda points: heard.append(len(points)))
    surface = build_surface(SurfaceSpec("rastrigin"))
    lab.edits.choose_surface("rastrigin")
    declared = len(surface.minima + surface.saddles + surface.maxima)
    assert len(lab.reading.points) == declared
    found(lab, qtbot)
    assert heard == [declared, 441]
    assert on_stage(desk) == sorted(["minimum"] * 121 + ["saddle"] * 220 + ["maximum"] * 100)


def test_a_typed_formula_gets_its_points(lab: Laboratory, desk: Desk, qtbot: QtBot) -> None:
    choose(lab, SurfaceSpec(formula="x^3 - 3*x + y^2", bounds=(-5.0, 5.0, -5.0, 5.0)))
    assert kinds(lab) == []
    found(lab, qtbot)
    assert kinds(lab) == ["minimum", "saddle"]
    show(desk, qtbot)
    assert desk.points._summary.text() == "1 minimum · 1 saddle"
    model = desk.points._view.model()
    assert [model.index(1, column).data() for column in (1, 2, 3, 6, 7)] == ["−1", "0", "2", "0°", "90°"]


def test_other_bounds_are_searched_anew(lab: Laboratory, desk: Desk, qtbot: QtBot) -> None:
    choose(lab, SurfaceSpec(formula="x^3 - 3*x + y^2", bounds=(-5.0, 0.0, -5.0, 5.0)))
    found(lab, qtbot)
    assert kinds(lab) == ["saddle"]
    choose(lab, SurfaceSpec(formula="x^3 - 3*x + y^2", bounds=(2.0, 3.0, -5.0, 5.0)))
    found(lab, qtbot)
    show(desk, qtbot)
    assert kinds(lab) == []
    assert desk.points._empty.text() == "No critical points within the bounds"


def test_undo_brings_the_old_points_back(lab: Laboratory, qtbot: QtBot) -> None:
    choose(lab, SurfaceSpec("himmelblau"))
    found(lab, qtbot)
    lab.sessions.undo_stack.undo()
    found(lab, qtbot)
    assert kinds(lab) == ["minimum"]


def test_a_chosen_point_is_pointed_out_and_stays_chosen_while_a_slider_moves(
    lab: Laboratory, desk: Desk, qtbot: QtBot
) -> None:
    choose(lab, SurfaceSpec("double-well"))
    found(lab, qtbot)
    show(desk, qtbot)
    row = kinds(lab).index("saddle")
    view = desk.points._view
    QTest.mouseClick(view.viewport(), LEFT, pos=view.visualRect(view.model().index(row, 1)).center())
    marks = lab.reading._marks
    assert marks.chosen == pytest.approx((0.07543, 0.0), abs=1e-4)
    assert len(marks._directions[0]) == len(marks._directions[1]) == 1
    choose(lab, SurfaceSpec("double-well", parameters=(("tilt", 0.5),)))
    found(lab, qtbot)
    assert marks.chosen == pytest.approx((0.1270, 0.0), abs=1e-3)
    assert [index.row() for index in view.selectionModel().selectedRows()] == [kinds(lab).index("saddle")]
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert math.isnan(marks.chosen[0])
    choose(lab, SurfaceSpec("bowl"))
    assert math.isnan(marks.chosen[0])


def test_while_something_is_dragged_the_search_waits_for_a_pause(
    lab: Laboratory, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    searched: list[str] = []

    def noted(surface: Surface, bounds: Bounds, progress: Callable[[int, int], None]) -> tuple[CriticalPoint, ...]:
        searched.append(str(surface.bounds))
        return ()

    monkeypatch.setattr(module, "find_critical_points", noted)
    monkeypatch.setattr(module, "GESTURE_MILLISECONDS", 400)
    for tilt in (0.1, 0.2, 0.3, 0.4):
        lab.edits.change_surface(
            SurfaceSpec("double-well", parameters=(("tilt", tilt),)), "Change tilt", "tilt", dragging=True
        )
        QTest.qWait(5)
    assert searched == []
    found(lab, qtbot)
    assert len(searched) == 1


def test_an_answer_that_comes_late_is_dropped(lab: Laboratory, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    late = CriticalPoint((9.0, 9.0), 0.0, "saddle")

    def slow(surface: Surface, bounds: Bounds, progress: Callable[[int, int], None]) -> tuple[CriticalPoint, ...]:
        time.sleep(0.05)
        return (late,)

    monkeypatch.setattr(module, "find_critical_points", slow)
    choose(lab, SurfaceSpec("himmelblau"))
    qtbot.waitUntil(lambda: lab.reading._task is not None)
    monkeypatch.undo()
    choose(lab, SurfaceSpec("bowl"))
    found(lab, qtbot)
    assert kinds(lab) == ["minimum"]


def test_a_fault_is_told_and_the_declared_points_stay(
    lab: Laboratory, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "find_critical_points", lambda *_arguments: 1 / 0)
    with qtbot.waitSignal(lab.reading.failed) as heard:
        choose(lab, SurfaceSpec("himmelblau"))
    assert "ZeroDivisionError" in heard.args[0]
    assert kinds(lab).count("minimum") == 4
    assert not lab.reading.searching


def test_cancelling_keeps_what_is_known(lab: Laboratory, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    def endless(surface: Surface, bounds: Bounds, progress: Callable[[int, int], None]) -> tuple[CriticalPoint, ...]:
        while True:
            progress(1, 400)
            time.sleep(0.002)

    monkeypatch.setattr(module, "find_critical_points", endless)
    show(lab.reading._desk, qtbot)
    choose(lab, SurfaceSpec("himmelblau"))
    qtbot.waitUntil(lab.reading._desk.points._bar.isVisible)
    (task,) = (job for job in lab.background.running() if job.name == module.JOB)
    task.cancelled = True
    found(lab, qtbot)
    assert kinds(lab).count("minimum") == 4
    assert not lab.reading._desk.points._bar.isVisible()


def test_in_more_dimensions_nothing_is_searched_for(lab: Laboratory, desk: Desk, qtbot: QtBot) -> None:
    lab.edits.change_surface(SurfaceSpec("rosenbrock", dim=4), "Dimensions", start=(0.0, 0.0, 0.0, 0.0))
    found(lab, qtbot)
    show(desk, qtbot)
    assert [(point.kind, point.origin) for point in lab.reading.points[:1]] == [("minimum", "declared")]
    assert desk.points._summary.text().startswith("Declared, or found by runs: ")


def test_in_more_dimensions_runs_find_what_nobody_has_declared(lab: Laboratory, desk: Desk, qtbot: QtBot) -> None:
    spec, start = SurfaceSpec("styblinski-tang", dim=3), (0.15, -2.8, -2.8)
    lab.edits.change_surface(spec, "Dimensions", start=start)
    qtbot.waitUntil(lambda: any(point.origin == "found" for point in lab.reading.points), timeout=20_000)
    row, point = next(
        (row, point) for row, point in enumerate(lab.reading.points) if point.kind == "saddle" and point.finders
    )
    assert np.abs(build_surface(spec).gradient(np.array(point.full))).max() < 1e-6
    assert point.params == point.full[:2]
    assert full_points((point,))[0] in lab.reading.known
    assert set(point.finders) <= {run.label for run in lab.sessions.session.runs}
    show(desk, qtbot)
    model = desk.points._view.model()
    assert model.index(row, 8).data().startswith("found by ")
    assert model.index(row, 0).data(Qt.ItemDataRole.ToolTipRole).startswith("at (")


def test_the_pointer_is_told_what_lies_under_it(lab: Laboratory, desk: Desk) -> None:
    told: list[str] = []
    desk.show_pointer = told.append
    desk.stage.pointer_moved.emit(4.0, -1.0)
    for part in ("x 4 ", "y −1 ", "loss 1.8 ", "∇f (0.4, −2)", "|∇f| 2.04", "λ 0.1, 2", "κ 20", "2/λ₂ = 1"):
        assert part in told[0]
    choose(lab, SurfaceSpec(formula="-x^2 - y^2", bounds=(-5.0, 5.0, -5.0, 5.0)))
    desk.stage.pointer_moved.emit(0.0, 0.0)
    assert told[-1]
    assert "2/λ₂" not in told[-1]


def test_nothing_is_told_of_the_surface_before(lab: Laboratory, desk: Desk) -> None:
    told: list[str] = []
    desk.show_pointer = told.append
    desk.stage.pointer_moved.emit(1.0, 2.0)
    choose(lab, SurfaceSpec("himmelblau"))
    assert told[0]
    assert told[-1] == ""


def test_the_ellipse_follows_the_pointer_when_it_is_asked_for(lab: Laboratory, desk: Desk, qtbot: QtBot) -> None:
    show(desk, qtbot)
    desk.stage.pointer_moved.emit(1.0, 1.0)
    assert lab.reading._marks._marks == {}
    view = lab.sessions.session.view
    lab.sessions.set_view(replace(view, overlays=("curvature",)))
    desk.stage.pointer_moved.emit(1.0, 1.0)
    ((_, ellipse),) = lab.reading._marks._marks.values()
    assert ellipse.isVisible()
    desk.stage.pointer_left.emit()
    assert not ellipse.isVisible()
    desk.stage.pointer_moved.emit(1.0, 1.0)
    lab.sessions.set_view(view)
    assert not ellipse.isVisible()


@pytest.mark.parametrize(
    ("x", "y", "degrees"), [(1, 0, 0), (-1, 0, 0), (0, 1, 90), (0, -1, 90), (-1, -1, 45), (1, -1, -45)]
)
def test_degrees_of_a_line(x: float, y: float, degrees: float) -> None:
    assert _degrees(rows(x, y)) == pytest.approx(degrees)


def rows(x: float, y: float) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    return np.array([[float(x), float(y)]])


def test_only_saddles_are_left_and_approached() -> None:
    surface = build_surface(SurfaceSpec("himmelblau"))
    low, high = (
        KnownPoint(point.params, point.value, point.kind, full=point.params)
        for point in (surface.minima[0], surface.saddles[0])
    )
    assert math.isnan(point_rows(surface, (low,))[0].escape)
    row = point_rows(surface, (high,))[0]
    assert row.low < 0.0 < row.high
    assert abs(row.escape - row.approach) == pytest.approx(90.0)
