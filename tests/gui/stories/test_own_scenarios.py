"""A teacher keeps what she has set up as a scenario of her own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from engine.scenario import ScenarioText
from gui import dialogs
from gui.widgets.scenario_form import ScenarioForm
from tests.gui.hands import LEFT, pick, type_into

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest
    from PySide6.QtCore import QUrl

    from tests.gui.hands import Hands


def fill(form: ScenarioForm, title: str) -> None:
    """Type into the form and save."""
    form.title.clear()
    QTest.keyClicks(form.title, title)
    QTest.keyClicks(form.question, "Who is first?")
    form.watch.setPlainText("Look at Adam.\n\n  Then at SGD. ")
    QTest.mouseClick(form.save, LEFT)


def keep(hands: Hands, title: str) -> None:
    """Choose the entry of the menu, and answer the form."""

    def answer() -> None:
        form = QApplication.activeModalWidget()
        assert isinstance(form, ScenarioForm)
        fill(form, title)

    QTimer.singleShot(300, answer)
    pick(hands.window.menus.scenarios, "save-scenario")


def told(hands: Hands) -> str:
    return hands.desk.scenario.browser.toPlainText()


def test_what_was_set_up_is_kept_with_its_words_and_opens_again(hands: Hands, open_window: Callable[[], Hands]) -> None:
    type_into(hands.desk.surface.start_x, "-6.25")
    hands.settle()
    kept = hands.session
    keep(hands, "Ravine & more's")
    hands.settle()
    assert "is among your scenarios now" in hands.message
    assert "Ravine & more's" in hands.window.windowTitle()
    assert not hands.window.isWindowModified()
    assert told(hands).splitlines()[1:] == [
        "Ravine & more's",
        "Who is first?",
        "Watch",
        "Look at Adam.",
        "Then at SGD.",
    ]
    hands.window.close()
    other = open_window()
    pick(other.window.menus.scenarios, "Ravine")
    other.settle()
    assert other.session == kept
    assert "Who is first?" in told(other)


def test_kept_again_it_is_replaced(hands: Hands) -> None:
    keep(hands, "One")
    type_into(hands.desk.surface.start_x, "-6.25")
    hands.settle()
    assert hands.window.isWindowModified()
    keep(hands, "Another title")
    folder = hands.window.settings.scenarios_folder()
    assert [path.stem for path in folder.glob("*.toml")] == ["One"]
    assert "Another title" in told(hands)


def test_a_form_without_a_title_cannot_be_saved_and_cancel_keeps_nothing(
    hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = ScenarioForm(ScenarioText("", "", (), ()), hands.window)
    assert not form.save.isEnabled()
    QTest.keyClicks(form.title, "A")
    assert form.save.isEnabled()
    form.deleteLater()
    monkeypatch.setattr(dialogs, "ask_scenario", lambda *_arguments: None)
    pick(hands.window.menus.scenarios, "save-scenario")
    assert not hands.window.settings.scenarios_folder().exists()
    assert hands.message == ""


def test_a_file_that_cannot_be_read_is_told_and_the_others_are_there(hands: Hands) -> None:
    keep(hands, "Good")
    (hands.window.settings.scenarios_folder() / "bad.toml").write_text("= 1", encoding="utf-8")
    pick(hands.window.menus.scenarios, "Good")
    assert "bad.toml cannot be read" in hands.message


def test_a_folder_that_cannot_be_made_is_told(hands: Hands) -> None:
    folder = hands.window.settings.scenarios_folder()
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.write_text("a file is in its place", encoding="utf-8")
    pick(hands.window.menus.scenarios, "scenario-folder")
    assert "Could not make" in hands.message


def test_the_folder_is_shown(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: shown.append(url))
    pick(hands.window.menus.scenarios, "scenario-folder")
    assert [url.toLocalFile() for url in shown] == [str(hands.window.settings.scenarios_folder())]
