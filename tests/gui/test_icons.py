from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage

from gui.icons import ICON_NAMES, app_icon, icon
from gui.resources import resource_path
from gui.theme import LIGHT, Theme


@pytest.mark.parametrize("name", ICON_NAMES)
def test_icon_is_drawn_inside_its_square_in_the_themes_ink(theme: Theme, name: str) -> None:
    image = icon(name, theme).pixmap(QSize(40, 40)).toImage()
    inks = _inks(image)
    assert inks
    assert QColor(theme.muted).name() in inks
    assert all(image.pixelColor(x, y).alpha() < 40 for x in (0, 39) for y in range(40))


@pytest.mark.parametrize(
    ("mode", "token"),
    [(QIcon.Mode.Disabled, "disabled"), (QIcon.Mode.Active, "text"), (QIcon.Mode.Normal, "muted")],
)
def test_icon_changes_with_its_mode(theme: Theme, mode: QIcon.Mode, token: str) -> None:
    image = icon("pause", theme).pixmap(QSize(40, 40), 1.0, mode).toImage()
    assert getattr(theme, token) in _inks(image)


def test_icon_takes_a_colour(theme: Theme) -> None:
    assert theme.danger in _inks(icon("more", theme, theme.danger).pixmap(QSize(40, 40)).toImage())


def test_icon_has_all_pixels_at_twice_the_scale(theme: Theme) -> None:
    assert icon("play", theme).pixmap(QSize(20, 20), 2.0).toImage().width() == 40


def test_icon_is_made_once() -> None:
    assert icon("play", LIGHT) is icon("play", LIGHT)


def test_icons_are_one_family() -> None:
    for name in ICON_NAMES:
        source = resource_path(f"icons/{name}.svg").read_text(encoding="utf-8")
        assert 'viewBox="0 0 24 24"' in source
        assert 'stroke-width="1.75"' in source
        assert 'stroke-linecap="round"' in source


def test_icons_differ() -> None:
    images = [icon(name, LIGHT).pixmap(QSize(40, 40)).toImage() for name in ICON_NAMES]
    assert all(a != b for i, a in enumerate(images) for b in images[:i])


@pytest.mark.parametrize("size", [16, 32, 256])
def test_app_icon_has_transparent_corners_and_a_face(size: int) -> None:
    image = app_icon().pixmap(QSize(size, size), 1.0).toImage()
    assert image.width() == size
    assert image.pixelColor(0, 0).alpha() == 0
    assert image.pixelColor(size // 2, size // 2).alpha() == 255


def _inks(image: QImage) -> set[str]:
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {pixel.name() for pixel in pixels if pixel.alpha() > 250}
