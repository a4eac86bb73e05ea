from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize, QSizeF

from engine.session import View, default_session
from gui.controllers import pictures as module
from gui.controllers.pictures import Pictures, thumbnail, widened
from gui.theme import DARK, LIGHT, Theme
from gui.workers.background import Background
from surfaces import CATALOGUE

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


def test_only_the_newest_contours_arrive(pictures: Pictures, background: Background, qtbot: QtBot) -> None:
    arrived: list[Contours] = []
    pictures.contours_ready.connect(arrived.append)
    for spacing in ("log", "linear", "quantile"):
        session = replace(default_session(), view=View(levels=spacing))
        pictures.request_contours(session, (-2.0, 2.0, -1.0, 1.0))
    qtbot.waitUntil(background.is_idle)
    assert [drawn.spacing for drawn in arrived] == ["quantile"]


def test_every_surface_gets_its_picture(pictures: Pictures, background: Background, qtbot: QtBot) -> None:
    arrived: dict[str, QSizeF] = {}
    pictures.thumbnail_ready.connect(lambda name, picture: arrived.update({name: picture.deviceIndependentSize()}))
    pictures.request_thumbnails(LIGHT, QSize(88, 58), 2.0)
    qtbot.waitUntil(background.is_idle, timeout=20_000)
    assert sorted(arrived) == sorted(CATALOGUE)
    assert {size.toTuple() for size in arrived.values()} == {(88.0, 58.0)}


def test_of_two_themes_in_a_row_the_second_wins(pictures: Pictures, background: Background, qtbot: QtBot) -> None:
    arrived: list[str] = []
    pictures.thumbnail_ready.connect(lambda name, _picture: arrived.append(name))
    pictures.request_thumbnails(LIGHT, QSize(88, 58), 2.0)
    pictures.request_thumbnails(DARK, QSize(88, 58), 2.0)
    qtbot.waitUntil(background.is_idle, timeout=20_000)
    assert sorted(arrived) == sorted(CATALOGUE)


def test_a_fault_is_told(pictures: Pictures, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "contours", lambda *_arguments: 1 / 0)
    with qtbot.waitSignal(pictures.failed) as heard:
        pictures.request_contours(default_session(), (-2.0, 2.0, -1.0, 1.0))
    assert "ZeroDivisionError" in heard.args[0]


def test_a_thumbnail_has_round_corners_and_the_themes_lightness(theme: Theme) -> None:
    image = thumbnail("himmelblau", theme, QSize(176, 116))
    assert image.pixelColor(0, 0).alpha() == 0
    assert image.pixelColor(88, 58).alpha() == 255
    colors = {image.pixelColor(x, 58).name() for x in range(10, 166, 4)}
    assert len(colors) > 8


def test_widened_keeps_the_centre() -> None:
    assert widened((0.0, 10.0, -1.0, 1.0)) == pytest.approx((-1.5, 11.5, -1.3, 1.3))
