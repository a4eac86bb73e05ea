from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui.appearance import run_color
from gui.theme import DARK, LIGHT, Theme
from gui.views.contour_panel import Trail
from gui.views.relief_view import HOME, ReliefView
from surfaces import SurfaceSpec, build_surface
from surfaces.contours import Contours, contours
from tests.gui.hands import everywhere

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from gui.views.relief_ground import Request

LEFT = Qt.MouseButton.LeftButton
SADDLE = build_surface(SurfaceSpec(formula="x^2 - y^2", bounds=(-2.0, 2.0, -2.0, 2.0)))
PATH = np.stack([np.linspace(1.6, 0.1, 40), np.linspace(0.05, 1.5, 40)], axis=1)


def drawn() -> Contours:
    return contours(SADDLE, SADDLE.bounds, (80, 80), 10, "linear")


def trail(points: np.ndarray = PATH, slot: int = 1) -> Trail:
    return Trail(slot, f"Run {slot}", slot, points, SADDLE.value(points))


@pytest.fixture
def wanted() -> list[Request]:
    return []


@pytest.fixture
def view(qtbot: QtBot, wanted: list[Request]) -> ReliefView:
    relief = ReliefView()
    qtbot.addWidget(relief)
    relief.resize(560, 480)
    relief.picture_wanted.connect(wanted.append)
    relief.set_surface(drawn(), SADDLE.bounds)
    relief.set_start(*PATH[0])
    relief.set_trails((trail(),), (SADDLE.gradient(PATH),))
    relief.set_rows(everywhere(39))
    with qtbot.waitExposed(relief):
        relief.show()
    return relief


def settle(view: ReliefView, wanted: list[Request], bot: QtBot) -> None:
    """Bring the fine picture when it is asked for, as the window does."""
    wanted.clear()
    view.set_rows(view._runs._rows)
    view._settle.start()
    bot.waitUntil(lambda: bool(wanted), timeout=3000)
    view.set_picture(wanted[-1], wanted[-1].made())
    bot.wait(60)


def image(view: ReliefView) -> QImage:
    QApplication.processEvents()
    return view.viewport().grab().toImage()


def near(picture: QImage, position: QPointF, color: QColor, reach: int = 4) -> bool:
    """Whether a pixel around a position has about this colour."""
    for x in range(int(position.x()) - reach, int(position.x()) + reach + 1):
        for y in range(int(position.y()) - reach, int(position.y()) + reach + 1):
            seen = picture.pixelColor(x, y)
            parts = zip(
                (seen.red(), seen.green(), seen.blue()), (color.red(), color.green(), color.blue()), strict=True
            )
            if max(abs(a - b) for a, b in parts) < 12:
                return True
    return False


def drag(view: ReliefView, right: int, down: int) -> None:
    port, start = view.viewport(), QPoint(250, 200)
    QTest.mousePress(port, LEFT, pos=start)
    for part in (1, 2, 3):
        QTest.mouseMove(port, start + QPoint(right * part // 3, down * part // 3))
    QTest.mouseRelease(port, LEFT, pos=start + QPoint(right, down))


def test_the_trail_is_seen_where_its_points_project_to(
    view: ReliefView, wanted: list[Request], qtbot: QtBot, theme: Theme
) -> None:
    view.set_theme(theme)
    settle(view, wanted, qtbot)
    picture, color = image(view), run_color(theme, 1)
    hits = [
        near(picture, view.position_of(float(x), float(y), float(loss)), color)
        for (x, y), loss in zip(PATH[2:30], SADDLE.value(PATH)[2:30], strict=True)
    ]
    assert sum(hits) >= 20
    assert near(picture, view.position_of(PATH[-1, 0], PATH[-1, 1], float(SADDLE.value(PATH[-1:])[0])), color)


def test_before_the_playhead_has_been_there_a_trail_is_faint(
    view: ReliefView, wanted: list[Request], qtbot: QtBot
) -> None:
    view.set_rows(everywhere(3))
    settle(view, wanted, qtbot)
    picture, color = image(view), run_color(LIGHT, 1)
    assert not near(picture, view.position_of(*PATH[25]), color, 3)
    assert near(picture, view.position_of(*PATH[3]), color)


def test_playing_adds_only_ink_and_going_back_takes_it_away(
    view: ReliefView, wanted: list[Request], qtbot: QtBot
) -> None:
    settle(view, wanted, qtbot)
    ground = view._ground._pixmap
    view.set_rows(everywhere(5))
    assert not near(image(view), view.position_of(*PATH[25]), run_color(LIGHT, 1), 3)
    view.set_rows(everywhere(30))
    assert near(image(view), view.position_of(*PATH[25]), run_color(LIGHT, 1))
    assert view._ground._pixmap is ground, "the landscape is not painted again"


def test_high_and_low_ground_look_different_and_the_fine_picture_agrees_with_the_coarse_one(
    view: ReliefView, wanted: list[Request], qtbot: QtBot
) -> None:
    view.set_trails(())
    QApplication.processEvents()
    coarse = image(view)
    settle(view, wanted, qtbot)
    fine = image(view)
    places = [view.position_of(x, y).toPoint() for x, y in ((-1.7, 0.2), (0.3, 0.9), (-0.6, 0.4), (1.2, 1.2))]
    for place in places:
        one, other = coarse.pixelColor(place).lightness(), fine.pixelColor(place).lightness()
        assert abs(one - other) < 26
    assert fine.pixelColor(places[0]) != fine.pixelColor(places[1])


def test_dragging_turns_and_the_end_of_the_drag_is_told(view: ReliefView) -> None:
    told: list[tuple[float, float, bool]] = []
    view.camera_changed.connect(lambda *camera: told.append(camera))
    drag(view, 90, 30)
    assert view.camera.azimuth < HOME.azimuth
    assert view.camera.elevation > HOME.elevation
    assert [dragging for *_, dragging in told][-2:] == [True, False]
    assert told[-1][:2] == (view.camera.azimuth, view.camera.elevation)


def test_the_ground_under_the_mouse_goes_with_it(view: ReliefView) -> None:
    before = view.position_of(0.0, -1.8).x()
    drag(view, 60, 0)
    assert view.position_of(0.0, -1.8).x() > before + 5


def test_a_click_turns_nothing(view: ReliefView) -> None:
    told: list[object] = []
    view.camera_changed.connect(lambda *camera: told.append(camera))
    QTest.mouseClick(view.viewport(), LEFT, pos=QPoint(200, 200))
    assert not told
    assert view.camera == HOME


def test_while_it_is_dragged_no_fine_picture_is_asked_for(
    view: ReliefView, wanted: list[Request], qtbot: QtBot
) -> None:
    settle(view, wanted, qtbot)
    wanted.clear()
    QTest.mousePress(view.viewport(), LEFT, pos=QPoint(200, 200))
    QTest.mouseMove(view.viewport(), QPoint(240, 200))
    qtbot.wait(200)
    assert not wanted
    QTest.mouseRelease(view.viewport(), LEFT, pos=QPoint(240, 200))
    qtbot.waitUntil(lambda: bool(wanted), timeout=3000)
    assert wanted[-1].camera == view.camera


def test_a_picture_that_is_outdated_is_not_shown(view: ReliefView, wanted: list[Request], qtbot: QtBot) -> None:
    settle(view, wanted, qtbot)
    old = wanted[-1]
    drag(view, 40, 0)
    shown = view._picture
    view.set_picture(old, old.made())
    assert view._picture is shown


def test_double_click_and_wheel(view: ReliefView) -> None:
    drag(view, 80, 20)
    at = QPoint(300, 200)
    place = view._plane.place_at(QPointF(at))
    wheel = QWheelEvent(
        QPointF(at),
        QPointF(view.mapToGlobal(at)),
        QPoint(),
        QPoint(0, 240),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), wheel)
    assert view._plane.zoom > 1.1
    stayed = view._plane.place_at(QPointF(at))
    assert (stayed.x(), stayed.y()) == pytest.approx((place.x(), place.y()))
    QTest.mouseDClick(view.viewport(), LEFT, pos=at)
    assert view.camera == HOME
    assert view._plane.zoom == 1.0


def test_keys_turn_and_zoom_but_bare_arrows_are_left_to_the_playhead(view: ReliefView) -> None:
    view.setFocus()
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up):
        QTest.keyClick(view, key)
    assert view.camera == HOME
    QTest.keyClick(view, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(view, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    assert (view.camera.azimuth, view.camera.elevation) == (HOME.azimuth + 5, HOME.elevation + 5)
    QTest.keyClick(view, Qt.Key.Key_Plus)
    assert view._plane.zoom > 1.0
    QTest.keyClick(view, Qt.Key.Key_Minus)
    assert view._plane.zoom == pytest.approx(1.0)


def test_the_arrow_on_the_floor_points_downhill_and_across_the_contours(view: ReliefView) -> None:
    (foot,) = view._runs.feet()
    assert foot is not None
    block, camera = view.block, view.camera
    assert block is not None
    along = np.subtract(foot.tip, foot.floor)
    slope = np.array([[-2 * PATH[-1, 0], 2 * PATH[-1, 1], 0.0]])
    expected = camera.project(slope)[0, :2]
    assert along / np.hypot(*along) == pytest.approx(expected / np.hypot(*expected), abs=1e-6)


def test_where_the_gradient_has_vanished_there_is_no_arrow(view: ReliefView) -> None:
    view.set_trails((trail(),), (1e-9 * SADDLE.gradient(PATH),))
    (foot,) = view._runs.feet()
    assert foot is not None
    assert foot.tip == foot.floor


def test_a_run_that_leaves_the_floor_has_no_ball(view: ReliefView) -> None:
    away = np.array([[0.0, 0.0], [1.0, 1.0], [50.0, 50.0], [np.nan, np.inf]])
    view.set_trails((trail(away), trail(slot=2)))
    view.set_rows(everywhere(3))
    first, second = view._runs.feet()
    assert first is None
    assert second is not None
    assert not view._marks[0].isVisible()
    assert view._marks[1].isVisible()


def test_fewer_runs_leave_no_marks_behind(view: ReliefView) -> None:
    view.set_trails((trail(), trail(slot=2)))
    assert [mark.isVisible() for mark in view._marks] == [True, True]
    view.set_trails(())
    assert [mark.isVisible() for mark in view._marks] == [False, False]


def test_marks_of_minima_and_saddles_stand_on_the_landscape(
    view: ReliefView, wanted: list[Request], qtbot: QtBot
) -> None:
    surface = build_surface(SurfaceSpec(name="himmelblau"))
    view.set_trails(())
    view.set_surface(contours(surface, surface.bounds, (80, 80), 10, "log"), surface.bounds)
    view.set_camera(-60.0, 80.0)
    settle(view, wanted, qtbot)
    place = view.position_of(3.0, 2.0)
    assert not near(image(view), place, QColor(LIGHT.text), 2)
    view.set_critical_points(surface.minima, surface.saddles)
    settle(view, wanted, qtbot)
    assert near(image(view), place, QColor(LIGHT.text), 2)


@pytest.mark.parametrize("formula", ["log(x) + y", "1/x", "7 + 0*x", "sqrt(1 - x^2 - y^2)", "1e200*x", "1e-320*x"])
def test_landscapes_with_holes_poles_and_none_at_all(view: ReliefView, formula: str) -> None:
    surface = build_surface(SurfaceSpec(formula=formula, bounds=(-2.0, 2.0, -2.0, 2.0)))
    view.set_surface(contours(surface, surface.bounds, (60, 60), 10, "log"), surface.bounds)
    view.set_trails((Trail(1, "", 1, PATH, surface.value(PATH)),))
    picture = image(view)
    colours = {picture.pixel(x, y) for x in range(0, 560, 7) for y in range(0, 480, 7)}
    assert len(colours) > 3
    assert not view._empty.isVisible()


def test_without_any_finite_loss_it_says_so(view: ReliefView) -> None:
    values = np.full((20, 20), np.nan)
    none = np.empty((0, 2))
    view.set_surface(Contours(SADDLE.bounds, values, (), lines=none, spacing="log", kinks=none), SADDLE.bounds)
    QApplication.processEvents()
    assert view._empty.isVisible()
    assert view._empty.text()
    assert view._runs.feet() == (None,)


def test_other_colours_and_the_dark_theme_change_the_landscape(view: ReliefView) -> None:
    view.set_trails(())
    place = view.position_of(-1.2, 0.4).toPoint()
    seen = [image(view).pixelColor(place)]
    view.set_colour_map("viridis")
    seen.append(image(view).pixelColor(place))
    view.set_theme(DARK)
    seen.append(image(view).pixelColor(place))
    assert len({color.rgb() for color in seen}) == 3


def test_it_names_and_explains_itself(view: ReliefView) -> None:
    assert view.accessibleName()
    assert "Ctrl" in view.toolTip()
    view.setToolTip("")
    QApplication.sendEvent(view, QEvent(QEvent.Type.LanguageChange))
    assert "Ctrl" in view.toolTip()


def test_setting_the_camera_tells_nobody(view: ReliefView) -> None:
    told: list[object] = []
    view.camera_changed.connect(lambda *camera: told.append(camera))
    view.set_camera(20.0, 60.0)
    assert (view.camera.azimuth, view.camera.elevation) == (20.0, 60.0)
    view.set_camera(900.0, -40.0)
    assert view.camera.elevation > 0
    assert not told


def test_a_growing_run_keeps_its_ink(view: ReliefView, wanted: list[Request], qtbot: QtBot) -> None:
    settle(view, wanted, qtbot)
    view.set_trails((trail(PATH[:20]),), (SADDLE.gradient(PATH[:20]),))
    view.set_rows(everywhere(39))
    image(view)
    frame = view._runs._past._frame
    view.set_trails((trail(),), (SADDLE.gradient(PATH),))
    assert view._runs._past._frame is frame is not None
    assert near(image(view), view.position_of(*PATH[30]), run_color(LIGHT, 1))
