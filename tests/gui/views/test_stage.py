from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui.theme import DARK
from gui.views.contour_panel import Trail
from gui.views.stage import Stage, grid
from surfaces import SurfaceSpec, build_surface
from surfaces.contours import contours

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from gui.views.contour_panel import ContourPanel
    from surfaces import Bounds

BOUNDS = (-6.0, 6.0, -4.0, 4.0)


def trails(count: int) -> tuple[Trail, ...]:
    points = np.stack([np.linspace(-3, 3, 50), np.linspace(2, -2, 50)], axis=1)
    return tuple(Trail(i, f"Run {i}", i, points + 0.1 * i, np.arange(50.0)) for i in range(count))


@pytest.fixture
def stage(qtbot: QtBot) -> Stage:
    view = Stage()
    qtbot.addWidget(view)
    view.resize(900, 600)
    view.set_bounds(BOUNDS)
    surface = build_surface(SurfaceSpec(name="himmelblau"))
    view.set_contours(contours(surface, BOUNDS, (60, 60), 10, "log"))
    view.set_critical_points(surface.minima, surface.saddles)
    view.set_start(1.0, 1.0)
    with qtbot.waitExposed(view):
        view.show()
    return view


def beside(stage: Stage, count: int) -> Stage:
    stage.set_layout("side-by-side")
    stage.set_trails(trails(count))
    QApplication.processEvents()
    return stage


def zoom(panel: ContourPanel, place: QPoint) -> None:
    event = QWheelEvent(
        QPointF(place),
        QPointF(panel.mapToGlobal(place)),
        QPoint(),
        QPoint(0, 240),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(panel.viewport(), event)


def test_together_has_one_panel_for_all(stage: Stage) -> None:
    stage.set_trails(trails(5))
    assert len(stage.panels) == 1
    assert len(stage.panels[0]._trails) == 5


@pytest.mark.parametrize("count", range(1, 10))
def test_side_by_side_fills_the_stage_with_equal_plots(stage: Stage, count: int) -> None:
    beside(stage, count)
    sizes = {panel.plot_rect.size().toTuple() for panel in stage.panels}
    assert len(stage.panels) == count
    assert len(sizes) == 1
    assert all(stage.rect().contains(panel.geometry()) for panel in stage.panels)
    for i, panel in enumerate(stage.panels):
        assert not any(panel.geometry().intersects(other.geometry()) for other in stage.panels[:i])


@pytest.mark.parametrize(
    ("count", "expected"), [(1, (1, 1)), (2, (1, 2)), (3, (2, 2)), (4, (2, 2)), (6, (2, 3)), (9, (3, 3))]
)
def test_grid_of_a_usual_stage(count: int, expected: tuple[int, int]) -> None:
    assert grid(count, 900, 600) == expected


def test_panels_are_kept_when_runs_come_and_go(stage: Stage) -> None:
    before = beside(stage, 4).panels
    stage.set_trails(trails(2))
    stage.set_layout("together")
    stage.set_layout("side-by-side")
    stage.set_trails(trails(4))
    assert stage.panels == before


def test_zoom_in_one_panel_moves_all_and_is_told_once(stage: Stage, qtbot: QtBot) -> None:
    beside(stage, 4)
    told: list[Bounds] = []
    stage.view_changed.connect(told.append)
    with qtbot.waitSignal(stage.view_changed):
        zoom(stage.panels[2], QPoint(100, 100))
    assert {panel.view() for panel in stage.panels} == {stage.view()}
    assert stage.view() != BOUNDS
    assert told == [stage.view()]


def test_panels_share_one_picture_of_the_ground(stage: Stage) -> None:
    beside(stage, 4)
    stage.grab()
    assert len(stage._backdrop._pixmaps) == 1


def test_a_panel_that_comes_later_looks_at_the_same_place(stage: Stage) -> None:
    stage.set_view((0.0, 1.0, 0.0, 1.0))
    beside(stage, 3)
    assert {panel.view() for panel in stage.panels} == {(0.0, 1.0, 0.0, 1.0)}


def test_the_pointer_is_shown_in_the_other_panels(stage: Stage) -> None:
    beside(stage, 3)
    first, *others = stage.panels
    QTest.mouseMove(first.viewport(), first.pixels_of(-2.0, 1.0).toPoint())
    assert not first._pointer.isVisible()
    assert all(panel._pointer.isVisible() for panel in others)
    QApplication.sendEvent(first, QEvent(QEvent.Type.Leave))
    assert not any(panel._pointer.isVisible() for panel in stage.panels)


def test_dragging_the_start_moves_it_in_all_panels(stage: Stage, qtbot: QtBot) -> None:
    beside(stage, 2)
    panel = stage.panels[1]
    place = panel.pixels_of(-2.0, -1.0).toPoint()
    with qtbot.waitSignals([stage.start_dragged, stage.start_dropped], order="strict"):
        QTest.mouseClick(panel.viewport(), Qt.MouseButton.LeftButton, pos=place)
    places = {p._start.coordinates for p in stage.panels}
    assert len(places) == 1
    assert places.pop() == pytest.approx((-2.0, -1.0), abs=0.1)


def test_an_empty_stage_says_what_to_do(stage: Stage) -> None:
    assert stage._empty.isVisible()
    assert stage._empty.text() == "No runs yet. Add one →"
    stage.set_trails(trails(1))
    assert not stage._empty.isVisible()


def test_each_run_stands_at_a_row_of_its_own_in_either_layout(stage: Stage) -> None:
    rows = {0: 10, 1: 40, 2: 0}
    stage.set_trails(trails(3))
    stage.set_rows(rows)
    expected = pytest.approx([trail.points[rows[trail.key], 0] for trail in trails(3)])
    assert [mark.pos().x() for mark in stage.panels[0]._marks] == expected
    beside(stage, 3)
    assert [panel._marks[0].pos().x() for panel in stage.panels] == expected


def test_the_theme_reaches_panels_made_later(stage: Stage) -> None:
    stage.set_theme(DARK)
    beside(stage, 3)
    assert all(panel.theme is DARK for panel in stage.panels)


def test_overlays_reach_panels_made_later(stage: Stage) -> None:
    stage.set_overlay("legend", False)
    beside(stage, 3)
    assert not any(panel._legend.isVisible() for panel in stage.panels)


def test_an_unknown_layout_is_refused(stage: Stage) -> None:
    with pytest.raises(ValueError, match="diagonal"):
        stage.set_layout("diagonal")


@pytest.mark.parametrize("layout", ["together", "side-by-side"])
def test_the_last_run_leaves_nothing_behind(stage: Stage, layout: str) -> None:
    stage.set_layout(layout)
    stage.set_trails(trails(3))
    stage.set_trails(())
    assert [panel._trails for panel in stage.panels] == [()]


def test_what_a_move_changes_is_painted_at_once_or_soon(stage: Stage, qtbot: QtBot) -> None:
    stage.hold()
    assert not stage.panels[0].viewport().updatesEnabled()
    stage.release()
    assert stage.panels[0].viewport().updatesEnabled()
    stage.hold()
    qtbot.waitUntil(stage.panels[0].viewport().updatesEnabled)
