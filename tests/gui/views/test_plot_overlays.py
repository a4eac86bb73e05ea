from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QImage

from gui.colors import rgb_from_hex
from gui.theme import DARK, LIGHT, Theme
from gui.views.plot_backdrop import Backdrop
from gui.views.plot_overlays import _apart, caption_place, caption_rows
from gui.views.plot_strokes import Frame
from surfaces import SurfaceSpec, build_surface
from surfaces.contours import contours
from surfaces.overlays import overlays

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

BOUNDS = (-2.0, 2.0, -2.0, 2.0)
FRAME = Frame(*BOUNDS, 400, 400, 1.0)


def picture(formula: str, theme: Theme, *names: str) -> QImage:
    surface = build_surface(SurfaceSpec(formula=formula, bounds=BOUNDS))
    backdrop = Backdrop()
    backdrop.set_theme(theme)
    backdrop.set_contours(contours(surface, BOUNDS, (160, 160)))
    backdrop.set_overlays(overlays(surface, BOUNDS, names) if names else None)
    return backdrop.pixmap(FRAME).toImage()


def pixels(image: QImage) -> np.ndarray:
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    table = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), plain.width(), 4)
    return table[:, :, 2::-1].astype(int)


@pytest.mark.parametrize("theme", [LIGHT, DARK])
@pytest.mark.parametrize("name", ["gradient", "newton", "sign", "condition"])
def test_an_overlay_changes_the_picture_all_over(qtbot: QtBot, theme: Theme, name: str) -> None:
    before, after = (pixels(picture("x^2/20 - y^2", theme, *names)) for names in ((), (name,)))
    changed = (before != after).any(axis=2)
    quarters = [changed[:200, :200], changed[200:, :200], changed[:200, 200:], changed[200:, 200:]]
    assert min(quarter.mean() for quarter in quarters) > 0.02


def test_where_there_is_no_loss_the_ground_is_hatched(qtbot: QtBot) -> None:
    image = pixels(picture("sqrt(x) + y^2", LIGHT))
    ground = 255.0 * rgb_from_hex(LIGHT.background)
    hatched, plain = image[20:380, 20:180], image[20:60, 220:380]
    grey = np.ptp(hatched, axis=2) < 30
    share = ((np.abs(hatched - ground).sum(axis=2) > 60) & grey).mean()
    assert 0.1 < share < 0.5
    assert np.abs(np.diff(hatched[0].sum(axis=1))).mean() > 5 * np.abs(np.diff(plain[0].sum(axis=1))).mean()


def test_kinks_are_dashed(qtbot: QtBot) -> None:
    """The smooth neighbour of |x| has no line where x is 0."""
    text = 255.0 * rgb_from_hex(LIGHT.text)
    column = pixels(picture("abs(x) + y^2/50", LIGHT))[:, 195:206]
    smooth = pixels(picture("sqrt(x^2 + 0.01) + y^2/50", LIGHT))[:, 195:206]
    dark, plain = ((np.abs(image - text).sum(axis=2) < 330).any(axis=1).mean() for image in (column, smooth))
    assert 0.3 < dark < 0.95
    assert plain < 0.1


def test_the_caption_names_what_is_shown(qtbot: QtBot) -> None:
    surface = build_surface(SurfaceSpec(formula="x^2/20 + y^2", bounds=BOUNDS))
    rows = caption_rows(LIGHT, overlays(surface, BOUNDS, ("gradient", "condition")))
    assert [color for color, _ in rows] == [LIGHT.muted, LIGHT.accent]
    assert rows[1][1] == "condition number, everywhere 20"
    assert caption_rows(LIGHT, overlays(surface, BOUNDS, ())) == ()


def test_words_that_would_cover_a_small_map_are_left_out(qtbot: QtBot) -> None:
    surface = build_surface(SurfaceSpec(formula="x^2 - y^2", bounds=BOUNDS))
    rows = caption_rows(LIGHT, overlays(surface, BOUNDS, ("sign", "condition")))
    assert not caption_place(QRectF(0, 0, 600, 400), rows, QFont()).isEmpty()
    assert caption_place(QRectF(0, 0, 120, 400), rows, QFont()).isEmpty()
    assert caption_place(QRectF(0, 0, 600, 60), rows, QFont()).isEmpty()


@pytest.mark.parametrize(("side", "expected"), [(600, 18), (150, 9)])
def test_arrows_stand_apart_in_small_maps_too(side: int, expected: int) -> None:
    surface = build_surface(SurfaceSpec(formula="x^2 - y^2", bounds=BOUNDS))
    arrows = overlays(surface, BOUNDS, ("gradient",), aspect=1.0).gradient
    kept = _apart(Frame(*BOUNDS, side, side, 1.0), arrows)
    assert len(np.unique(kept[:, 0])) == len(np.unique(kept[:, 1])) == expected
