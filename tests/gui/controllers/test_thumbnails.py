from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize

from gui.controllers import thumbnails as module
from gui.controllers.thumbnails import Pictured, Thumbnails, thumbnail
from gui.theme import DARK, LIGHT, Theme
from gui.workers.background import Background
from surfaces import CATALOGUE, SurfaceSpec

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QPixmap
    from pytestqt.qtbot import QtBot

SIZE = QSize(88, 58)
KNOWN = {("shipped", name): Pictured(SurfaceSpec(name), "log") for name in ("bowl", "book", "saddle", "dip")}


@pytest.fixture
def background(qapp: object) -> Iterator[Background]:
    made = Background()
    yield made
    assert made.stop()


@pytest.fixture
def thumbnails(background: Background) -> Thumbnails:
    made = Thumbnails(background)
    made.set_known(KNOWN)
    return made


@pytest.fixture
def arrived(thumbnails: Thumbnails) -> list[tuple[str, str, QPixmap]]:
    heard: list[tuple[str, str, QPixmap]] = []
    thumbnails.ready.connect(lambda *values: heard.append(values))
    return heard


def names(arrived: list[tuple[str, str, QPixmap]]) -> list[str]:
    return [name for _, name, _ in arrived]


def test_every_picture_is_drawn_once_in_its_size(
    thumbnails: Thumbnails, arrived: list[tuple[str, str, QPixmap]], qtbot: QtBot
) -> None:
    thumbnails.set_look(LIGHT, SIZE, 2.0)
    qtbot.waitUntil(lambda: len(arrived) == len(KNOWN))
    assert names(arrived) == ["bowl", "book", "saddle", "dip"]
    assert {picture.deviceIndependentSize().toTuple() for _, _, picture in arrived} == {(88.0, 58.0)}
    assert {picture.size().toTuple() for _, _, picture in arrived} == {(176, 116)}


def test_what_is_in_view_comes_first(
    thumbnails: Thumbnails, arrived: list[tuple[str, str, QPixmap]], qtbot: QtBot
) -> None:
    thumbnails.set_look(LIGHT, SIZE, 1.0)
    thumbnails.want([("shipped", "dip"), ("shipped", "saddle"), ("own", "of nobody")])
    qtbot.waitUntil(lambda: len(arrived) == len(KNOWN))
    assert names(arrived) == ["dip", "saddle", "bowl", "book"]


def test_nothing_is_drawn_before_the_look_is_known(thumbnails: Thumbnails, background: Background) -> None:
    thumbnails.want(KNOWN)
    assert background.is_idle()
    assert not thumbnails._timer.isActive()


def test_of_two_themes_in_a_row_the_second_is_shown(
    thumbnails: Thumbnails, arrived: list[tuple[str, str, QPixmap]], qtbot: QtBot
) -> None:
    thumbnails.set_look(LIGHT, SIZE, 1.0)
    thumbnails._draw_next()
    thumbnails.set_look(DARK, SIZE, 1.0)
    qtbot.waitUntil(lambda: set(names(arrived)) == {name for _, name in KNOWN})
    latest = {name: picture.toImage().pixelColor(44, 29).lightness() for _, name, picture in arrived}
    assert max(latest.values()) < 128


def test_a_theme_seen_before_is_there_at_once(
    thumbnails: Thumbnails, arrived: list[tuple[str, str, QPixmap]], qtbot: QtBot, background: Background
) -> None:
    thumbnails.set_look(LIGHT, SIZE, 1.0)
    qtbot.waitUntil(lambda: len(arrived) == 4)
    thumbnails.set_look(DARK, SIZE, 1.0)
    qtbot.waitUntil(lambda: len(arrived) == 8)
    thumbnails.set_look(LIGHT, SIZE, 1.0)
    assert len(arrived) == 12
    assert background.is_idle()


def test_what_is_new_is_drawn_and_the_rest_is_kept(
    thumbnails: Thumbnails, arrived: list[tuple[str, str, QPixmap]], qtbot: QtBot
) -> None:
    thumbnails.set_look(LIGHT, SIZE, 1.0)
    qtbot.waitUntil(lambda: len(arrived) == len(KNOWN))
    arrived.clear()
    own = {("own", "bowl"): Pictured(SurfaceSpec(formula="x*y"), "log")}
    thumbnails.set_known(KNOWN | own)
    qtbot.waitUntil(lambda: len(arrived) == 1)
    changed = {("own", "bowl"): Pictured(SurfaceSpec(formula="x + y"), "log")}
    thumbnails.set_known(KNOWN | changed)
    qtbot.waitUntil(lambda: len(arrived) == 2)
    assert [(kind, name) for kind, name, _ in arrived] == [("own", "bowl"), ("own", "bowl")]


def test_a_fault_is_told_and_the_others_are_drawn(
    thumbnails: Thumbnails,
    arrived: list[tuple[str, str, QPixmap]],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def failing(pictured: Pictured, *rest: object) -> object:
        return 1 / 0 if pictured.surface.name == "book" else thumbnail(pictured, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(module, "thumbnail", failing)
    with qtbot.waitSignal(thumbnails.failed) as heard:
        thumbnails.set_look(LIGHT, SIZE, 1.0)
    assert "ZeroDivisionError" in heard.args[0]
    qtbot.waitUntil(lambda: len(arrived) == len(KNOWN) - 1)


@pytest.mark.parametrize("name", CATALOGUE)
def test_every_surface_of_the_catalogue_has_a_picture(name: str, theme: Theme) -> None:
    row = CATALOGUE[name]
    image = thumbnail(Pictured(SurfaceSpec(name), row.levels), theme, QSize(176, 116))
    assert image.pixelColor(0, 0).alpha() == 0
    assert image.pixelColor(88, 58).alpha() == 255
    colors = {image.pixelColor(x, y).name() for x in range(10, 166, 6) for y in range(10, 106, 6)}
    assert len(colors) > 8
