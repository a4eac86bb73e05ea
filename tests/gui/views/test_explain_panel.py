from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel

from gui.explaining import ExplanationWords
from gui.views.explain_panel import ExplainPanel

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_sentences_stand_apart_and_signs_stay_what_they_are(qtbot: QtBot) -> None:
    panel = ExplainPanel()
    qtbot.addWidget(panel)
    panel.set_words(ExplanationWords(3, ("The slope is < 1 & falls.", "It turns.")))
    said = next(label for label in panel.findChildren(QLabel) if "turns" in label.text())
    assert said.text().count("<p ") == 2
    assert "&lt; 1 &amp; falls." in said.text()
