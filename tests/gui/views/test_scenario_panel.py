from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QUrl
from PySide6.QtWidgets import QApplication

from gui.views.scenario_panel import ScenarioPanel, ScenarioWords

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from gui.theme import Theme

WORDS = ScenarioWords("a", "Traps", "A <saddle> & more", "Who wins?", ("the first", "the second"), ("1 < 2",))
CHAPTERS = {"Traps": {"a": "A <saddle> & more", "b": "B"}, "Noise": {"c": "Not & quite"}}


@pytest.fixture
def panel(qtbot: QtBot) -> ScenarioPanel:
    made = ScenarioPanel()
    qtbot.addWidget(made)
    return made


def lines(panel: ScenarioPanel) -> list[str]:
    return panel.browser.toPlainText().splitlines()


def html(panel: ScenarioPanel) -> str:
    return panel.browser.toHtml()


def links(panel: ScenarioPanel) -> list[str]:
    return re.findall('href="([^"]*)"', panel.browser.toHtml())


def test_without_a_scenario_it_lists_them_by_chapter(panel: ScenarioPanel) -> None:
    panel.set_contents(CHAPTERS)
    assert "Open one" in lines(panel)[0]
    assert lines(panel)[1:] == ["Traps", "A <saddle> & more", "B", "Noise", "Not & quite"]
    assert links(panel) == ["a", "b", "c"]


def test_it_asks_what_there_is_when_it_is_seen(panel: ScenarioPanel, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(panel.contents_wanted):
        panel.show()  # behind another tab
    with qtbot.waitSignal(panel.contents_wanted):
        panel.set_seen(True)
    panel.set_contents(CHAPTERS)
    panel.set_seen(False)
    with qtbot.assertNotEmitted(panel.contents_wanted):
        panel.set_seen(True)
    with qtbot.waitSignal(panel.contents_wanted):
        panel.set_words(WORDS)  # perhaps in another language


def test_words_are_shown_as_they_are_written(panel: ScenarioPanel) -> None:
    panel.set_words(WORDS)
    written = ["A <saddle> & more", "Who wins?", "Watch", "the first", "the second", "Try", "1 < 2"]
    assert lines(panel)[:-1] == ["‹ Traps", *written]
    assert "Ctrl+R" in lines(panel)[-1]  # where to do what it asks for


def test_no_line_ends_within_a_formula_or_a_point(panel: ScenarioPanel) -> None:
    panel.set_words(replace(WORDS, watch=("2/λmax = 1 at (−0.5, 2)",)))
    assert (
        "2/\N{WORD JOINER}λmax\N{WORD JOINER}\N{NO-BREAK SPACE}=\N{NO-BREAK SPACE}1 at (−0.5,\N{NO-BREAK SPACE}2)"
        in html(panel)
    )


@pytest.mark.parametrize("width", [200, 262, 300])
def test_nothing_is_cut_off_at_the_right(panel: ScenarioPanel, width: int) -> None:
    panel.set_words(replace(WORDS, watch=("훑은" * 40, "표본을 하나씩 보는 실행은 끝내 멈추지 않습니다. " * 5)))
    panel.resize(width, 400)
    panel.show()
    assert panel.browser.document().idealWidth() <= panel.browser.viewport().width()


def test_a_scenario_leads_to_the_next_one_and_to_all_of_them(panel: ScenarioPanel, qtbot: QtBot) -> None:
    panel.set_contents(CHAPTERS)
    panel.set_words(WORDS)
    assert lines(panel)[-2:] == ["Next", "B"]
    assert links(panel) == ["contents", "b"]
    with qtbot.waitSignal(panel.scenario_wanted) as wanted:
        panel.browser.anchorClicked.emit(QUrl("b"))
    assert wanted.args == ["b"]
    panel.browser.anchorClicked.emit(QUrl("contents"))
    assert links(panel) == ["a", "b", "c"]
    panel.set_words(replace(WORDS, name="c"))
    assert "Next" not in lines(panel)


def test_empty_parts_have_no_heading(panel: ScenarioPanel) -> None:
    panel.set_words(ScenarioWords(chapter="Noise", title="Only a title"))
    assert lines(panel) == ["‹ Noise", "Only a title"]
    panel.set_words(ScenarioWords())
    assert "Open one" in panel.browser.toPlainText()


def test_headings_have_the_themes_colour(panel: ScenarioPanel, theme: Theme) -> None:
    panel.set_words(WORDS)
    panel.set_theme(theme)
    assert theme.accent.lower() in panel.browser.toHtml().lower()
    QApplication.sendEvent(panel, QEvent(QEvent.Type.LanguageChange))
    assert "Watch" in panel.browser.toPlainText()


def test_it_cannot_be_edited(panel: ScenarioPanel) -> None:
    assert panel.browser.isReadOnly()
