from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from gui.views.scenario_panel import ScenarioPanel, ScenarioWords

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from gui.theme import Theme

WORDS = ScenarioWords("A <saddle> & more", "Who wins?", ("the first", "the second"), ("1 < 2",))


@pytest.fixture
def panel(qtbot: QtBot) -> ScenarioPanel:
    made = ScenarioPanel()
    qtbot.addWidget(made)
    return made


def test_without_a_scenario_it_says_how_to_open_one(panel: ScenarioPanel) -> None:
    assert "Scenarios menu" in panel.browser.toPlainText()


def test_words_are_shown_as_they_are_written(panel: ScenarioPanel) -> None:
    panel.set_words(WORDS)
    lines = panel.browser.toPlainText().splitlines()
    assert lines == ["A <saddle> & more", "Who wins?", "Watch", "the first", "the second", "Try", "1 < 2"]


def test_empty_parts_have_no_heading(panel: ScenarioPanel) -> None:
    panel.set_words(ScenarioWords("Only a title"))
    assert panel.browser.toPlainText().strip() == "Only a title"
    panel.set_words(ScenarioWords())
    assert "Scenarios menu" in panel.browser.toPlainText()


def test_headings_have_the_themes_colour(panel: ScenarioPanel, theme: Theme) -> None:
    panel.set_words(WORDS)
    panel.set_theme(theme)
    assert theme.accent.lower() in panel.browser.toHtml().lower()
    QApplication.sendEvent(panel, QEvent(QEvent.Type.LanguageChange))
    assert "Watch" in panel.browser.toPlainText()


def test_it_cannot_be_edited(panel: ScenarioPanel) -> None:
    assert panel.browser.isReadOnly()
