from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from gui.theme import DARK
from gui.views.contour_panel import ContourPanel, Trail
from surfaces import SurfaceSpec, build_surface
from surfaces.contours import contours
from surfaces.overlays import overlays
from tests.gui.hands import everywhere

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

Heard = list[tuple[Any, ...]]
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def panel(qtbot: QtBot) -> ContourPanel:
    view = ContourPanel()
    qtbot.addWidget(view)
    surface = build_surface(SurfaceSpec(name="himmelblau"))
    view.resize(600, 400)
    view.set_bounds((-6.0, 6.0, -4.0, 4.0))
    view.set_contours(contours(surface, (-6.0, 6.0, -4.0, 4.0), (60, 60), 10, "log"))
    view.set_critical_points(surface.minima, surface.saddles)
    view.set_start(1.0, 1.0)
    with qtbot.waitExposed(view):
        view.show()
    return view


@pytest.fixture
def heard(panel: ContourPanel) -> Heard:
    log: Heard = []
    for name in ("start_dragged", "start_dropped", "range_changed", "view_changed"):
        getattr(panel, name).connect(lambda *args, name=name: log.append((name, *args)))
    return log


def pixel(panel: ContourPanel, x: float, y: float) -> QPoint:
    return panel.pixels_of(x, y).toPoint()


def unit(panel: ContourPanel) -> float:
    return (panel.view()[1] - panel.view()[0]) / panel.plot_rect.width()


def wheel(panel: ContourPanel, place: QPoint, delta: int) -> None:
    event = QWheelEvent(
        QPointF(place),
        QPointF(panel.mapToGlobal(place)),
        QPoint(),
        QPoint(0, delta),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(panel.viewport(), event)


def trail(points: npt.ArrayLike, slot: int = 0) -> Trail:
    points = np.asarray(points, dtype=float)
    return Trail(slot, f"Run {slot}", slot, points, np.arange(float(len(points))))


def test_press_on_the_map_sets_the_start_there(panel: ContourPanel, heard: Heard) -> None:
    place = pixel(panel, -3.0, 2.0)
    QTest.mousePress(panel.viewport(), LEFT, pos=place)
    assert heard[0][0] == "start_dragged"
    assert heard[0][1:] == pytest.approx((-3.0, 2.0), abs=2 * unit(panel))
    QTest.mouseRelease(panel.viewport(), LEFT, pos=place)
    assert heard[-1] == ("start_dropped", *heard[0][1:])


def test_dragging_the_handle_moves_it_by_the_pointers_way(panel: ContourPanel, heard: Heard) -> None:
    grip = pixel(panel, 1.0, 1.0) + QPoint(6, 4)
    QTest.mousePress(panel.viewport(), LEFT, pos=grip)
    assert not heard
    QTest.mouseMove(panel.viewport(), grip + QPoint(50, -40))
    QTest.mouseMove(panel.viewport(), grip + QPoint(100, -80))
    QTest.mouseRelease(panel.viewport(), LEFT, pos=grip + QPoint(100, -80))
    shift_y = 80 * 8.0 / panel.plot_rect.height()
    expected = (1.0 + 100 * unit(panel), 1.0 + shift_y)
    assert [name for name, *_ in heard] == ["start_dragged", "start_dragged", "start_dropped"]
    assert heard[-1][1:] == pytest.approx(expected, abs=1e-6)


def test_the_handle_shows_that_it_can_be_taken(panel: ContourPanel) -> None:
    QTest.mouseMove(panel.viewport(), pixel(panel, 1.0, 1.0))
    assert panel.viewport().cursor().shape() == Qt.CursorShape.OpenHandCursor
    QTest.mouseMove(panel.viewport(), pixel(panel, -4.0, -3.0))
    assert panel.viewport().cursor().shape() == Qt.CursorShape.CrossCursor


def test_wheel_zooms_about_the_pointer(panel: ContourPanel, heard: Heard, qtbot: QtBot) -> None:
    place = pixel(panel, 3.0, -2.0)
    before = panel.data_at(QPointF(place))
    with qtbot.waitSignal(panel.view_changed):
        wheel(panel, place, 240)
    assert panel.data_at(QPointF(place)) == pytest.approx(before, abs=1e-9)
    assert panel.view()[1] - panel.view()[0] < 12.0
    assert heard[-1] == ("view_changed", panel.view())


def test_zoom_ends_before_the_numbers_do(panel: ContourPanel) -> None:
    for _ in range(400):
        wheel(panel, pixel(panel, 0.0, 0.0), 1200)
    x0, x1, *_ = panel.view()
    assert 0 < x1 - x0 < 1e-6


@pytest.mark.parametrize("with_space", [False, True])
def test_pan(panel: ContourPanel, heard: Heard, with_space: bool) -> None:
    button = LEFT if with_space else Qt.MouseButton.MiddleButton
    if with_space:
        panel.setFocus()
        QTest.keyPress(panel, Qt.Key.Key_Space)
    QTest.mousePress(panel.viewport(), button, pos=QPoint(300, 200))
    QTest.mouseMove(panel.viewport(), QPoint(350, 200))
    QTest.mouseRelease(panel.viewport(), button, pos=QPoint(350, 200))
    assert panel.view() == pytest.approx((-6 - 50 * unit(panel), 6 - 50 * unit(panel), -4, 4))
    assert {name for name, *_ in heard} == {"range_changed"}


def test_double_click_fits_and_leaves_the_start_alone(panel: ContourPanel, heard: Heard, qtbot: QtBot) -> None:
    wheel(panel, pixel(panel, 0.0, 0.0), 480)
    with qtbot.waitSignal(panel.view_changed):
        QTest.mouseClick(panel.viewport(), LEFT, pos=QPoint(200, 100))
        QTest.mouseDClick(panel.viewport(), LEFT, pos=QPoint(200, 100))
    assert panel.view() == (-6.0, 6.0, -4.0, 4.0)
    dropped = [place for name, *place in heard if name == "start_dropped"]
    assert dropped[-1] == [1.0, 1.0]


def test_setters_never_emit(panel: ContourPanel, heard: Heard, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(panel.view_changed, wait=150):
        panel.set_view((0.0, 1.0, 0.0, 1.0))
        panel.set_bounds((0.0, 2.0, 0.0, 2.0))
        panel.set_start(0.5, 0.5)
        panel.set_trails((trail([[0, 0], [1, 1]]),))
        panel.set_rows(everywhere(1))
        panel.set_theme(DARK)
    assert not heard


def test_a_diverging_run_leaves_the_view_as_it_was(panel: ContourPanel) -> None:
    before = panel.view()
    far = [[1.0, 1.0], [1e12, -1e12], [1e300, 1e300], [np.nan, np.nan], [np.nan, np.nan]]
    panel.set_trails((trail(far),))
    for iteration in range(6):
        panel.set_rows(everywhere(iteration))
        panel.grab()
    assert panel.view() == before
    assert not panel._marks[0].isVisible()


def test_marker_stands_at_the_playhead_and_stays_at_the_end(panel: ContourPanel) -> None:
    panel.set_trails((trail([[0, 0], [1, 1], [2, 2]]),))
    panel.set_rows(everywhere(1))
    assert panel._marks[0].pos().toTuple() == (1.0, 1.0)
    panel.set_rows(everywhere(90))
    assert panel._marks[0].pos().toTuple() == (2.0, 2.0)


def test_legend_tells_the_loss_at_the_playhead(panel: ContourPanel) -> None:
    panel.set_trails((trail([[0, 0], [1, 1], [2, 2]]), trail([[0, 0]], slot=1)))
    panel.set_rows(everywhere(2))
    assert panel._legend._texts == ("2", "0")


@pytest.mark.parametrize(
    ("place", "told"),
    [
        ((3.0, 2.0), "Minimum at (3, 2), loss 0"),
        ((1.0, 1.0), "Start of every run: drag me"),
        ((-4.0, -1.0), None),
    ],
)
def test_hover_says_what_is_there(
    panel: ContourPanel, monkeypatch: pytest.MonkeyPatch, place: tuple[float, float], told: str | None
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _where, text, _widget: shown.append(text))
    at = pixel(panel, *place)
    QApplication.sendEvent(panel.viewport(), QHelpEvent(QEvent.Type.ToolTip, at, panel.viewport().mapToGlobal(at)))
    assert shown == ([told] if told else [])


def test_pointer_is_told_and_forgotten(panel: ContourPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.pointer_moved) as moved:
        QTest.mouseMove(panel.viewport(), pixel(panel, 2.0, 1.0))
    assert moved.args == pytest.approx([2.0, 1.0], abs=2 * unit(panel))
    with qtbot.waitSignal(panel.pointer_left):
        QApplication.sendEvent(panel, QEvent(QEvent.Type.Leave))


@pytest.mark.parametrize("part", ["field", "contours", "labels", "critical", "start", "legend", "future", "dots"])
def test_every_overlay_can_be_hidden(panel: ContourPanel, part: str) -> None:
    panel.set_trails((trail([[1, 1], [-4, -3], [4, 0], [0, 3]]),))
    panel.set_rows(everywhere(2))
    before = panel.grab().toImage()
    panel.set_overlay(part, False)
    hidden = panel.grab().toImage()
    assert hidden != before or part == "labels"  # a small map may have no room for labels
    panel.set_overlay(part, True)
    assert panel.grab().toImage() == before


def test_a_start_dragged_out_of_the_map_stays_at_its_edge(panel: ContourPanel, heard: Heard) -> None:
    QTest.mousePress(panel.viewport(), LEFT, pos=pixel(panel, 1.0, 1.0))
    QTest.mouseMove(panel.viewport(), QPoint(5000, -5000))
    QTest.mouseRelease(panel.viewport(), LEFT, pos=QPoint(5000, -5000))
    assert heard[-1] == ("start_dropped", pytest.approx(6.0), pytest.approx(4.0))


def test_legend_gives_way_to_the_start(panel: ContourPanel) -> None:
    panel.set_trails((trail([[0, 0], [1, -1]]),))
    before = panel._legend.sceneBoundingRect()
    panel.set_start(*panel.data_at(before.center()))
    after = panel._legend.sceneBoundingRect()
    assert not after.intersects(before)
    assert panel.plot_rect.contains(after)


def test_legend_gives_way_to_the_words_on_overlays(panel: ContourPanel) -> None:
    panel.set_trails((trail([[-6, 4], [6, 4]]),))
    panel.set_start(0.0, 0.0)
    panel._legend._corner = 3
    surface = build_surface(SurfaceSpec(name="himmelblau"))
    panel._backdrop.set_overlays(overlays(surface, surface.bounds, ("gradient", "sign")))
    caption = panel._backdrop.caption_place(panel.plot_rect)
    assert panel.plot_rect.contains(caption)
    assert not panel._legend.sceneBoundingRect().intersects(caption)


@pytest.mark.parametrize("lost", [0, 1, 40, 100_000])
def test_marker_of_a_lost_run_stays_at_its_last_place_in_the_numbers(panel: ContourPanel, lost: int) -> None:
    points = np.concatenate([np.linspace(-3, 3, 200)[:, None] * (1, 1), np.full((lost, 2), np.nan)])
    panel.set_trails((trail(points),))
    panel.set_rows(everywhere(150_000))
    assert panel._marks[0].pos().toTuple() == (3.0, 3.0)
