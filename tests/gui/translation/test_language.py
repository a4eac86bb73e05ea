"""The window speaks English or Korean, at the start and whenever it is told to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QDialogButtonBox, QLabel, QTableView

from gui.main_window import MainWindow
from gui.translation.language import speak, wanted_language

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from gui.settings import Settings
    from tests.gui.hands import Hands

HANGUL = re.compile("[가-힣]")
OWN_NAME = "한국어"
"""Called so in every language."""


def shown(window: MainWindow) -> Iterator[str]:
    """What can be read in a window: labels, buttons, heads of tables, commands, and their tool tips."""
    for label in window.findChildren(QLabel):
        yield from (label.text(), label.toolTip())
    for button in window.findChildren(QAbstractButton):
        yield from (button.text(), button.toolTip())
    for table in window.findChildren(QTableView):
        for column in range(table.model().columnCount()):
            yield str(table.model().headerData(column, Qt.Orientation.Horizontal) or "")
    for action in window.findChildren(QAction):
        yield action.toolTip()


def choose_language(hands: Hands, name: str) -> None:
    action = next(a for a in hands.window.menus.language_group.actions() if a.data() == name)
    action.trigger()
    QCoreApplication.processEvents()  # the news is posted
    hands.rest()


@pytest.mark.parametrize(("chosen", "system", "spoken"), [
    ("ko", "en_GB", "ko"),
    ("en", "ko_KR", "en"),
    ("", "ko_KR", "ko"),
    ("", "de_DE", "en"),
    ("system", "ko_KR", "ko"),
])  # fmt: skip
def test_a_choice_comes_before_the_system(
    monkeypatch: pytest.MonkeyPatch, chosen: str, system: str, spoken: str
) -> None:
    monkeypatch.setattr(QLocale, "system", lambda: QLocale(system))
    assert wanted_language(chosen) == spoken


def test_a_window_changes_its_language_while_it_is_open(hands: Hands) -> None:
    hands.window.lab.playback.go_to(5)
    hands.rest()
    english = set(shown(hands.window))
    assert not any(HANGUL.search(text) for text in english - {OWN_NAME})
    choose_language(hands, "ko")
    assert hands.window.docks["runs"].windowTitle() == "실행"
    assert hands.window.menus.file.title() == "파일(&F)"
    assert len([text for text in shown(hands.window) if HANGUL.search(text)]) > 100
    choose_language(hands, "en")
    assert not any(HANGUL.search(text) for text in set(shown(hands.window)) - {OWN_NAME})


def test_the_choice_is_remembered(hands: Hands, qtbot: QtBot, settings: Settings) -> None:
    choose_language(hands, "ko")
    hands.window.close()
    speak("en")
    again = MainWindow(settings=settings)
    qtbot.addWidget(again)
    assert again.language == "ko"
    assert again.menus.help.title() == "도움말(&H)"
    again.close()


def test_the_scenario_that_is_open_is_told_in_the_new_language(hands: Hands) -> None:
    hands.window.open_scenario("saddle-escape")
    choose_language(hands, "ko")
    assert hands.window.scenarios.current is not None
    assert hands.window.scenarios.current.text("ko").title in hands.window.windowTitle()


def test_qts_own_buttons_are_korean(qtbot: QtBot) -> None:
    speak("ko")
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert HANGUL.search(box.buttons()[0].text())


def test_the_surfaces_are_found_by_their_korean_names(hands: Hands) -> None:
    choose_language(hands, "ko")
    page = hands.window.desk.surface.catalogue
    assert "둥근 그릇" in [choice.title for choice in page._choices]
