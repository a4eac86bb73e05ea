from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pyqtgraph.graphicsItems.ScatterPlotItem import Symbols
from PySide6.QtCore import QSize

from gui.appearance import RUN_STYLES, run_color, run_pen, run_style, swatch

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QImage

    from gui.theme import Theme


def test_every_marker_is_one_pyqtgraph_draws() -> None:
    assert all(style.marker in Symbols for style in RUN_STYLES)


def test_styles_differ_and_the_first_is_solid() -> None:
    assert len({style.marker for style in RUN_STYLES}) == 8
    assert len({style.dash for style in RUN_STYLES}) == 8
    assert RUN_STYLES[0].dash == ()


def test_sixty_four_slots_can_be_told_apart(theme: Theme) -> None:
    looks = {(run_color(theme, slot).name(), run_style(slot)) for slot in range(64)}
    assert len(looks) == 64
    assert len({(color, style.marker) for color, style in looks}) == 64


def test_colour_comes_again_after_eight(theme: Theme) -> None:
    assert run_color(theme, 9) == run_color(theme, 1)


def test_pen_carries_colour_and_dash(theme: Theme) -> None:
    pen = run_pen(theme, 1, width=3)
    assert pen.color() == run_color(theme, 1)
    assert tuple(pen.dashPattern()) == RUN_STYLES[1].dash
    assert pen.isCosmetic()
    assert pen.widthF() == 3


@pytest.mark.parametrize("ratio", [1.0, 2.0])
@pytest.mark.parametrize("slot", range(9))
def test_swatch_shows_the_line_and_its_marker(theme: Theme, slot: int, ratio: float) -> None:
    pixmap = swatch(theme, slot, QSize(36, 16), ratio)
    image = pixmap.toImage()
    assert pixmap.deviceIndependentSize().toSize() == QSize(36, 16)
    assert (image.width(), image.height()) == (36 * ratio, 16 * ratio)
    assert image.pixelColor(image.width() // 2, image.height() // 2) == run_color(theme, slot)
    assert _drawn(image, run_color(theme, slot)) > 60 * ratio**2
    assert image.pixelColor(0, 0).alpha() == 0


def test_swatch_line_is_as_wide_at_twice_the_pixels(theme: Theme) -> None:
    once, twice = (swatch(theme, 0, QSize(36, 16), ratio).toImage() for ratio in (1.0, 2.0))
    color = run_color(theme, 0)
    assert _drawn(twice, color) == pytest.approx(4 * _drawn(once, color), rel=0.2)


def _drawn(image: QImage, color: QColor) -> int:
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return sum(1 for pixel in pixels if pixel.alpha() > 127 and _near(pixel, color))


def _near(first: QColor, second: QColor) -> bool:
    return abs(first.red() - second.red()) + abs(first.blue() - second.blue()) < 60
