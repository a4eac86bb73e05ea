from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
import pytest
from PySide6.QtGui import QColor, QImage

from engine.events import KINDS
from gui.views.event_glyphs import BOOKMARK, PICTURE, glyph, glyph_icon, glyph_pixmap

if TYPE_CHECKING:
    from gui.theme import Theme

pytestmark = pytest.mark.usefixtures("qapp")
EVERY = (*KINDS, BOOKMARK, "a kind nobody has thought of")


def alpha(kind: str, color: str = "#000000") -> npt.NDArray[np.uint8]:
    image = glyph_pixmap(kind, color, "#ffffff", 2.0).toImage().convertToFormat(QImage.Format.Format_ARGB32)
    return np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4).copy()


@pytest.mark.parametrize("kind", EVERY)
def test_a_glyph_with_its_halo_fits_into_its_picture(kind: str) -> None:
    drawn = alpha(kind)[:, :, 3]
    assert drawn.any()
    assert not drawn[[0, -1]].any()
    assert not drawn[:, [0, -1]].any()


def test_no_two_kinds_look_alike() -> None:
    pictures = {kind: alpha(kind) for kind in EVERY}
    for one in EVERY:
        for other in EVERY:
            if one < other:
                away = np.abs(pictures[one].astype(float) - pictures[other]).sum() / 255
                assert away > 0.02 * (2 * PICTURE) ** 2, (one, other)


def test_a_kind_nobody_knows_gets_the_diamond() -> None:
    assert glyph("a kind nobody has thought of") == glyph("another one")


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_the_engine_has_a_glyph_of_its_own(kind: str) -> None:
    assert glyph(kind) != glyph("a kind nobody has thought of")


def test_menus_have_them_in_the_themes_ink(theme: Theme) -> None:
    image = glyph_icon("trapped", theme).pixmap(16, 16).toImage()
    inks = {image.pixelColor(x, y).name() for x in range(16) for y in range(16) if image.pixelColor(x, y).alpha() > 200}
    assert QColor(theme.text).name() in inks
