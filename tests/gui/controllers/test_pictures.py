from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from engine.session import View, default_session
from gui.controllers import pictures as module
from gui.controllers.pictures import Pictures
from gui.shown import GRID
from gui.workers.background import Background

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from surfaces.contours import Contours


@pytest.fixture
def background(qapp: object) -> Iterator[Background]:
    made = Background()
    yield made
    assert made.stop()


@pytest.fixture
def pictures(background: Background) -> Pictures:
    return Pictures(background)


def test_contours_reach_beyond_the_view(pictures: Pictures, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pictures.contours_ready) as heard:
        pictures.request_contours(default_session(), (-2.0, 2.0, -1.0, 1.0))
    drawn: Contours = heard.args[0]
    assert drawn.bounds == pytest.approx((-2.6, 2.6, -1.3, 1.3))
    assert len(drawn.levels) > 5


def test_what_was_asked_meanwhile_is_left_out(pictures: Pictures, background: Background, qtbot: QtBot) -> None:
    arrived: list[Contours] = []
    pictures.contours_ready.connect(arrived.append)
    for spacing in ("log", "linear", "quantile"):
        session = replace(default_session(), view=View(levels=spacing))
        pictures.request_contours(session, (-2.0, 2.0, -1.0, 1.0))
    qtbot.waitUntil(background.is_idle)
    spacings = [drawn.spacing for drawn in arrived]
    assert spacings[0] == "log"
    assert set(spacings[1:]) == {"quantile"}


def test_a_fault_is_told(pictures: Pictures, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "contours", lambda *_arguments: 1 / 0)
    with qtbot.waitSignal(pictures.failed) as heard:
        pictures.request_contours(default_session(), (-2.0, 2.0, -1.0, 1.0))
    assert "ZeroDivisionError" in heard.args[0]


def test_under_a_drag_coarse_maps_come_first_and_the_full_one_at_rest(pictures: Pictures, qtbot: QtBot) -> None:
    arrived: list[Contours] = []
    pictures.contours_ready.connect(arrived.append)
    for right in (2.0, 2.1, 2.2):
        with qtbot.waitSignal(pictures.contours_ready):
            pictures.request_contours(default_session(), (-2.0, right, -1.0, 1.0), coarse=True)
    qtbot.waitUntil(lambda: arrived[-1].values.shape == GRID)
    sizes = [drawn.values.shape[0] for drawn in arrived]
    assert max(sizes[:3]) <= module.DRAFT
    assert sizes[3:] == [GRID[1]]
    assert arrived[-1].bounds[1] == pytest.approx(2.2 + 0.15 * 4.2)
