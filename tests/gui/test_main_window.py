"""The window itself; what one does with it is told in tests/gui/stories."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QPoint, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDockWidget, QMenu, QToolBar, QWidget

from gui import dialogs
from gui.actions import ROWS
from gui.main_window import MainWindow
from gui.settings import Settings
from tests.gui.guards import flush_deferred_deletes
from tests.gui.hands import pick

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.gui.hands import Hands


def test_docks_and_bars_have_names_for_the_saved_layout(hands: Hands) -> None:
    parts = [*hands.window.findChildren(QDockWidget), *hands.window.findChildren(QToolBar)]
    names = [part.objectName() for part in parts]
    assert all(names)
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Backtab])
def test_tab_goes_round_and_passes_over_docks_behind_others(hands: Hands, key: Qt.Key) -> None:
    window, seen = hands.window, list[QWidget]()
    behind = [window.docks[name] for name in ("scenario", "explain", "points", "events")]
    hands.panel.setFocus()
    while (here := QApplication.focusWidget()) is not None and here not in seen and len(seen) < 200:
        seen.append(here)
        QTest.keyClick(here, key)
    assert 20 < len(seen) < 200
    assert not [widget for widget in seen for dock in behind if dock.isAncestorOf(widget)]
    assert any(window.docks["runs"].isAncestorOf(widget) for widget in seen)


def test_every_command_is_in_a_menu_and_answers(hands: Hands) -> None:
    bar = hands.window.menuBar()
    listed = {action for menu in bar.findChildren(QMenu) for action in menu.actions()}
    assert set(hands.window.actions_by_name.values()) <= listed
    silent = [row.name for row in ROWS if not hands.window.actions_by_name[row.name].receivers("2triggered(bool)")]
    assert silent == []


def test_every_menu_has_a_title_and_a_key_of_its_own(hands: Hands) -> None:
    titles = [action.text() for action in hands.window.menuBar().actions()]
    letters = [title[title.index("&") + 1].lower() for title in titles]
    assert len(set(letters)) == len(titles)


def test_entries_of_a_menu_do_not_share_a_key(hands: Hands) -> None:
    for menu in hands.window.menuBar().findChildren(QMenu):
        letters = [a.text()[a.text().index("&") + 1].lower() for a in menu.actions() if "&" in a.text()]
        assert len(set(letters)) == len(letters), menu.title()


@pytest.mark.parametrize("name", ["keys", "about"])
def test_help_opens_its_dialogs(hands: Hands, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    opened: list[object] = []
    monkeypatch.setattr(dialogs, f"show_{name}", opened.append)
    pick(hands.window.menus.help, name)
    assert opened == [hands.window]


def test_quit_closes_the_window(hands: Hands) -> None:
    pick(hands.window.menus.file, "quit")
    assert not hands.window.isVisible()
    assert hands.window.settings.last_session_path().exists()


def test_a_change_of_language_leaves_the_window_whole(hands: Hands) -> None:
    hands.add("adam")
    before = {name: action.text() for name, action in hands.window.actions_by_name.items()}
    title = hands.window.windowTitle()
    QApplication.sendEvent(hands.window, QEvent(QEvent.Type.LanguageChange))
    assert {name: action.text() for name, action in hands.window.actions_by_name.items()} == before
    assert before["undo"] == "&Undo add run"
    assert hands.window.windowTitle() == title
    assert all(dock.windowTitle() for dock in hands.window.docks.values())


def test_a_deleted_window_is_disconnected_from_the_application(settings: Settings, faults: object) -> None:
    window = MainWindow(settings=settings)
    window.show()
    window.close()
    window.deleteLater()
    flush_deferred_deletes()
    assert not shiboken6.isValid(window)
    hints = QApplication.styleHints()
    hints.colorSchemeChanged.emit(hints.colorScheme())


@pytest.mark.parametrize(
    "text",
    ["speed=fast\ntheme=plaid\ngeometry=1\nstate=2\nrecent=@Invalid()", "speed=-5\nspeed2=", "[broken", "\x00\x01"],
)
def test_spoilt_settings_open_a_usual_window(qtbot: object, tmp_path: Path, text: str) -> None:
    path = tmp_path / "settings.ini"
    path.write_text(f"[General]\n{text}")
    window = MainWindow(settings=Settings(QSettings(str(path), QSettings.Format.IniFormat)))
    window.show()
    assert window.lab.playback.speed >= 1.0
    assert all(dock.isVisible() or name == "scenario" for name, dock in window.docks.items())
    window.close()
    window.deleteLater()


def test_spoilt_scenarios_are_said_and_the_window_opens(
    open_window: Callable[[], Hands], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from engine import scenario

    (tmp_path / "scenarios").mkdir()
    (tmp_path / "scenarios" / "bad.toml").write_text("not = [toml")
    monkeypatch.setattr(scenario, "resource_path", lambda name: tmp_path / name)
    hands = open_window()
    hands.window.menus.scenarios.popup(QPoint(0, 0))
    hands.window.menus.scenarios.close()
    assert "bad.toml" in hands.message
    assert not any(action.menu() for action in hands.window.menus.scenarios.actions())
    assert len(hands.snapshots) == 4


def test_thumbnails_are_drawn_once_and_after_the_first_contours(
    open_window: Callable[[], Hands], monkeypatch: pytest.MonkeyPatch
) -> None:
    from gui.workers.background import Background

    submitted: list[str] = []
    original = Background.submit

    def remembering(self: Background, name: str, *rest: object, **more: object) -> object:
        submitted.append(name)
        return original(self, name, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(Background, "submit", remembering)
    open_window()
    pictures = [name for name in submitted if name.startswith("thumbnail")]
    assert len(set(pictures)) == len(pictures)
    assert submitted[0] == "contours"
