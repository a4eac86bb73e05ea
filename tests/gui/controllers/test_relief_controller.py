from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from engine.session import default_session
from engine.session_file import load_session, save_session
from gui.main_window import MainWindow
from gui.theme import DARK
from tests.gui.hands import CONTROL, LEFT, Hands, pick

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from gui.settings import Settings
    from gui.views.relief_view import ReliefView


def opened(hands: Hands) -> ReliefView:
    """The relief, switched on by its key, with its fine picture."""
    hands.key(Qt.Key.Key_3, CONTROL)
    relief = hands.desk.relief
    assert relief is not None
    hands.until(lambda: relief._picture is not None and relief._request is not None)
    hands.rest()
    return relief


def drag(relief: ReliefView) -> None:
    QTest.mousePress(relief.viewport(), LEFT, pos=QPoint(100, 100))
    QTest.mouseMove(relief.viewport(), QPoint(130, 110))
    QTest.mouseMove(relief.viewport(), QPoint(160, 120))
    QTest.mouseRelease(relief.viewport(), LEFT, pos=QPoint(160, 120))


def test_it_is_made_when_first_wanted_and_goes_again(hands: Hands) -> None:
    assert hands.desk.relief is None
    relief = opened(hands)
    assert relief.isVisible()
    assert hands.desk.stage.isVisible()
    assert min(hands.desk.center.sizes()) > 100
    hands.key(Qt.Key.Key_3, CONTROL)
    assert not relief.isVisible()
    assert not hands.session.view.three_d
    pick(hands.window.menus.view, "three-d")
    assert relief.isVisible()
    assert hands.desk.relief is relief


def test_showing_it_is_no_edit(hands: Hands) -> None:
    edits = hands.edits
    drag(opened(hands))
    assert hands.edits == edits


def test_a_drag_turns_it_and_the_camera_is_kept_with_the_session(hands: Hands, tmp_path: Path) -> None:
    relief = opened(hands)
    drag(relief)
    azimuth, elevation = hands.session.view.camera
    assert (azimuth, elevation) != (-60.0, 35.0)
    assert abs(relief.camera.azimuth - azimuth) < 0.01
    save_session(hands.session, tmp_path / "turned.sandbox.json")
    view = load_session(tmp_path / "turned.sandbox.json").view
    assert view.three_d
    assert view.camera == (azimuth, elevation)


def test_a_session_brings_its_camera(hands: Hands) -> None:
    relief = opened(hands)
    hands.lab.sessions.set_view(replace(hands.session.view, camera=(15.0, 60.0)))
    assert (relief.camera.azimuth, relief.camera.elevation) == (15.0, 60.0)


def test_it_shows_all_visible_runs_in_either_layout(hands: Hands) -> None:
    relief = opened(hands)
    hands.key(Qt.Key.Key_2, CONTROL)
    hands.rest()
    assert relief._runs.count == 4
    hands.lab.edits.show_run(hands.keys[1], False)
    hands.rest()
    assert relief._runs.count == 3


def test_it_follows_the_playhead_and_the_surface(hands: Hands) -> None:
    relief = opened(hands)
    hands.key(Qt.Key.Key_Right)
    assert hands.iteration == 1
    assert relief._runs._rows == dict.fromkeys(hands.keys, 1)
    hands.choose_surface("himmelblau")
    hands.rest()
    block = relief.block
    assert block is not None
    assert np.allclose(block.region, hands.desk.stage.view())
    assert [trail.key for trail in relief._runs._trails] == hands.keys


def test_it_shows_the_critical_points_that_the_map_shows(hands: Hands) -> None:
    relief = opened(hands)
    hands.choose_surface("himmelblau")
    hands.rest()
    hands.until(lambda: not hands.lab.reading.searching)
    assert len(relief._critical) >= 9
    assert relief._critical == hands.lab.reading.points


def test_it_shows_the_region_in_view(hands: Hands) -> None:
    relief = opened(hands)
    hands.desk.stage.panels[0]._look_at((-3.0, 3.0, -2.0, 2.0))
    hands.until(lambda: relief.block is not None and np.allclose(relief.block.region, (-3.0, 3.0, -2.0, 2.0)))
    hands.rest()


def test_a_start_that_is_dragged_on_the_map_moves_on_the_landscape(hands: Hands) -> None:
    relief = opened(hands)
    hands.drag_start((-2.0, 1.0), (3.0, 1.5))
    hands.rest()
    assert np.allclose(relief._start, hands.session.start)


def test_it_wears_the_window_s_theme(hands: Hands) -> None:
    hands.window.set_theme("dark")
    relief = opened(hands)
    assert relief._theme is DARK
    hands.window.set_theme("light")
    hands.rest()
    assert relief._theme is not DARK


def test_while_it_is_hidden_it_is_left_alone(hands: Hands) -> None:
    relief = opened(hands)
    hands.key(Qt.Key.Key_3, CONTROL)
    hands.key(Qt.Key.Key_Right)
    hands.choose_surface("himmelblau")
    hands.rest()
    assert set(relief._runs._rows.values()) == {0}
    hands.key(Qt.Key.Key_3, CONTROL)
    hands.rest()
    assert relief._runs._rows == dict.fromkeys(hands.keys, hands.iteration)
    assert relief.block is not None
    assert np.allclose(relief.block.region, hands.desk.stage.view())


def test_a_window_may_open_with_it(qtbot: QtBot, settings: Settings) -> None:
    session = default_session()
    window = MainWindow(replace(session, view=replace(session.view, three_d=True)), settings)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    hands = Hands(window, qtbot)
    hands.until(lambda: window.desk.relief is not None and window.desk.relief.block is not None)
    hands.rest()
    assert window.desk.relief is not None
    assert window.desk.relief.isVisible()
    assert window.desk.stage.mapTo(window, QPoint()).x() < window.desk.relief.mapTo(window, QPoint()).x()
