from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from gui.views.stops_button import StopsButton

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from gui.theme import Theme

KINDS = {"converged": "converged", "at saddle": "at a saddle"}


@pytest.fixture
def button(qtbot: QtBot) -> StopsButton:
    made = StopsButton()
    qtbot.addWidget(made)
    made.set_kinds(KINDS, ())
    return made


def test_it_says_what_playing_pauses_at_and_is_lit(button: StopsButton, theme: Theme) -> None:
    button.set_theme(theme)
    dark = button.icon().pixmap(20, 20).toImage()
    assert "choose" in button.toolTip()
    button.set_kinds(KINDS, ("at saddle",))
    assert "at a saddle" in button.toolTip()
    assert button.icon().pixmap(20, 20).toImage() != dark


def test_what_is_checked_is_told(button: StopsButton) -> None:
    heard: list[tuple[str, ...]] = []
    button.stops_changed.connect(heard.append)
    next(action for action in button.kinds.actions() if action.text() == "converged").trigger()
    assert heard == [("converged",)]
    assert "converged" in button.toolTip()
