"""Stories about how things are shown: layouts, scales, themes, docks, what is remembered."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from gui.theme import DARK, LIGHT
from surfaces import CATALOGUE
from tests.gui.hands import CONTROL, pick

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QImage

    from tests.gui.hands import Hands

Key = Qt.Key


def lightness(image: QImage) -> float:
    small = image.scaled(16, 16)
    values = [small.pixelColor(x, y).lightnessF() for x in range(16) for y in range(16)]
    return sum(values) / len(values)


def panels(hands: Hands) -> int:
    return len(hands.desk.stage.panels)


def logarithmic(hands: Hands) -> bool:
    """Whether the plots are; both must be alike."""
    assert hands.desk.loss_plot._log == hands.desk.gradient_plot._log
    return bool(hands.desk.loss_plot._log)


def test_together_and_side_by_side_by_key_button_and_menu(hands: Hands) -> None:
    hands.key(Key.Key_2, CONTROL)
    assert panels(hands) == 4
    assert [len(panel._trails) for panel in hands.desk.stage.panels] == [1, 1, 1, 1]
    hands.key(Key.Key_1, CONTROL)
    assert panels(hands) == 1
    for _ in range(2):
        pick(hands.window.menus.view, "side-by-side")
        actions = hands.window.actions_by_name
        assert actions["side-by-side"].isChecked()
        assert not actions["together"].isChecked()
    assert hands.edits == 0
    hands.rest()
    hands.assert_consistent()


def test_side_by_side_follows_added_and_removed_runs(hands: Hands) -> None:
    hands.key(Key.Key_2, CONTROL)
    hands.add("newton")
    hands.settle()
    assert panels(hands) == 5
    hands.menu(1, "remove")
    hands.settle()
    assert panels(hands) == 4
    hands.key(Key.Key_Right)
    hands.assert_consistent()


def test_the_loss_goes_logarithmic_and_linear(hands: Hands) -> None:
    assert logarithmic(hands)
    hands.key(Key.Key_L, CONTROL)
    assert not logarithmic(hands)
    assert hands.session.view.loss_scale == "linear"
    pick(hands.window.menus.view, "log-loss")
    assert logarithmic(hands)
    assert hands.edits == 0


def test_on_a_surface_with_a_lowest_loss_below_zero_the_logarithmic_plot_says_what_it_shows(hands: Hands) -> None:
    pick(hands.window.menus.scenarios, "local-minimum")
    hands.rest()
    shown = min(float(curve.values.min()) for curve in hands.desk.loss_plot._curves)
    assert shown > -1e-12
    hands.key(Key.Key_L, CONTROL)
    hands.window.grab()


@pytest.mark.parametrize("levels", ["linear", "quantile", "log", "auto"])
def test_contour_levels_are_chosen(hands: Hands, levels: str) -> None:
    pick(hands.window.menus.levels, levels)
    hands.rest()
    drawn = hands.panel._backdrop._contours
    assert drawn is not None
    assert drawn.spacing == ("log" if levels == "auto" else levels)
    assert [action.data() for action in hands.window.menus.levels_group.actions() if action.isChecked()] == [levels]
    assert hands.edits == 0


def test_view_changes_outlive_undo(hands: Hands) -> None:
    hands.add("adam")
    hands.key(Key.Key_2, CONTROL)
    hands.undo()
    assert hands.session.view.layout == "side-by-side"
    hands.settle()
    assert panels(hands) == 4


def test_the_theme_changes_at_once_and_is_remembered(hands: Hands, open_window: Callable[[], Hands]) -> None:
    pick(hands.window.menus.theme, "light")
    hands.rest()
    light = hands.window.grab().toImage()
    pick(hands.window.menus.theme, "dark")
    hands.rest()
    dark = hands.window.grab().toImage()
    assert lightness(light) - lightness(dark) > 0.4
    for widget in (hands.desk.stage, hands.desk.loss_plot, hands.desk.table, hands.desk.runs, hands.desk.surface):
        assert lightness(widget.grab().toImage()) < 0.5
    assert hands.desk.stage.panels[0].theme is DARK
    hands.window.close()
    other = open_window()
    assert other.window.theme is DARK
    pick(other.window.menus.theme, "light")
    assert other.window.theme is LIGHT


def test_without_a_choice_the_theme_follows_the_system(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    assert hands.window.theme is LIGHT
    monkeypatch.setattr("gui.main_window.system_theme", lambda _app: DARK)
    QApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert hands.window.theme is DARK
    hands.window.set_theme("light")
    QApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert hands.window.theme is LIGHT


def places(hands: Hands) -> dict[str, tuple[object, ...]]:
    docks = hands.window.docks
    return {
        name: (hands.window.dockWidgetArea(dock), dock.isVisible(), dock.isFloating(), dock.geometry().getRect())
        for name, dock in docks.items()
    }


def test_the_layout_is_remembered(hands: Hands, open_window: Callable[[], Hands]) -> None:
    window = hands.window
    window.docks["gradient"].close()
    window.resize(790, 700)
    window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, window.docks["runs"])
    hands.lab.playback.set_speed(60.0)
    QApplication.processEvents()
    window.close()
    other = open_window()
    assert other.window.height() == 700
    assert other.window.width() == pytest.approx(window.width(), abs=10)  # the screen of the tests is that narrow
    assert not other.window.docks["gradient"].isVisible()
    assert other.window.dockWidgetArea(other.window.docks["runs"]) == Qt.DockWidgetArea.LeftDockWidgetArea
    assert other.lab.playback.speed == other.desk.transport.speed() == 60.0


def test_reset_layout_puts_everything_back(hands: Hands) -> None:
    before = places(hands)
    window = hands.window
    window.docks["gradient"].close()
    window.docks["state"].setFloating(True)
    window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, window.docks["runs"])
    QApplication.processEvents()
    assert places(hands) != before
    pick(window.menus.view, "reset-layout")
    QApplication.processEvents()
    after = places(hands)
    assert {name: place[:3] for name, place in after.items()} == {name: place[:3] for name, place in before.items()}


def test_docks_come_back_from_the_panels_menu(hands: Hands) -> None:
    hands.window.docks["loss"].close()
    pick(hands.window.menus.panels, "Loss")
    assert hands.window.docks["loss"].isVisible()


@pytest.mark.parametrize("size", [(1280, 800), (1024, 768), (1920, 1080)])
def test_the_stage_is_the_hero(hands: Hands, size: tuple[int, int]) -> None:
    hands.window.resize(*size)
    QApplication.processEvents()
    assert hands.window.size().toTuple() == size
    stage, window = hands.desk.stage, hands.window
    assert stage.width() > 0.45 * window.width()
    assert stage.height() > 0.45 * window.height()
    assert hands.desk.transport.isVisible()


def test_zooming_asks_for_new_contours_and_fit_comes_back(hands: Hands) -> None:
    home = hands.panel.view()
    hands.panel._look_at((-1.0, 1.0, -1.0, 1.0))
    with hands.bot.waitSignal(hands.lab.pictures.contours_ready) as heard:
        pass
    x0, x1, _, _ = heard.args[0].bounds
    assert x0 < -1.0 < 1.0 < x1 < 3.0
    hands.key(Key.Key_0, CONTROL)
    assert hands.panel.view() == home
    hands.bot.waitSignal(hands.lab.pictures.contours_ready).wait()


def test_full_screen_and_back(hands: Hands) -> None:
    hands.key(Key.Key_F11)
    assert hands.window.isFullScreen()
    hands.key(Key.Key_F11)
    assert not hands.window.isFullScreen()


def test_the_surfaces_have_pictures(hands: Hands) -> None:
    surfaces = hands.desk.surface.catalogue.list

    def is_drawn(row: int) -> bool:
        return surfaces.item(row).icon().pixmap(88, 58).toImage().pixelColor(44, 29).alpha() == 255

    rows = [row for row in range(surfaces.count()) if surfaces.item(row).flags() & Qt.ItemFlag.ItemIsSelectable]
    assert len(rows) == len(CATALOGUE)
    hands.until(lambda: all(not surfaces.item(row).icon().isNull() and is_drawn(row) for row in rows))
