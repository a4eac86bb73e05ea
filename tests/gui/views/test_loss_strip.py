from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pytest
from PySide6.QtGui import QColor, QImage, QPixmap

from gui.views.loss_strip import LossStrip, StripScale

pytestmark = pytest.mark.usefixtures("qapp")
Array = npt.NDArray[np.float64]
SCALE = StripScale(99, -4.0, 0.0, 200, 14, 1.0)
INK = QColor("#c00000")


def line(length: int) -> Array:
    return np.column_stack([np.arange(float(length)), -4.0 * np.arange(length) / 99])


def drawn(pixmap: QPixmap) -> Array:
    image = pixmap.toImage().convertToFormat(QImage.Format.Format_ARGB32)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)
    return rows[:, :, 3].astype(float)


def strip_of(*lengths: int, scale: StripScale = SCALE) -> LossStrip:
    strip = LossStrip()
    for length in lengths:
        strip.draw(line(length), None, scale, INK)
    return strip


def test_the_line_falls_from_the_upper_left_to_the_lower_right() -> None:
    picture = drawn(strip_of(100).pixmap)
    assert picture.shape == (14, 200)
    assert picture[:4, :20].any()
    assert not picture[7:, :20].any()
    assert picture[-4:, -20:].any()


def test_growing_paints_only_what_is_new_and_gives_the_same_picture() -> None:
    grown, whole = strip_of(30, 31, 60, 100), strip_of(100)
    assert np.abs(drawn(grown.pixmap) - drawn(whole.pixmap)).max() < 80
    strip = strip_of(50)
    before = strip.pixmap.cacheKey()
    strip.draw(line(50), None, SCALE, INK)
    assert strip.pixmap.cacheKey() == before


@pytest.mark.parametrize("change", [{"last": 199}, {"low": -8.0}, {"width": 300}, {"ratio": 2.0}])
def test_another_scale_paints_anew(change: dict[str, float]) -> None:
    scale = SCALE._replace(**change)  # type: ignore[arg-type]
    strip = strip_of(100)
    strip.draw(line(100), None, scale, INK)
    assert np.array_equal(drawn(strip.pixmap), drawn(strip_of(100, scale=scale).pixmap))


def test_another_run_in_its_place_leaves_nothing_of_the_one_before() -> None:
    strip = strip_of(100)
    strip.draw(-4.0 - line(100) * (-1.0, 1.0), None, SCALE, INK)
    fresh = LossStrip()
    fresh.draw(-4.0 - line(100) * (-1.0, 1.0), None, SCALE, INK)
    assert np.array_equal(drawn(strip.pixmap), drawn(fresh.pixmap))


def test_what_has_no_logarithm_and_what_lies_below_is_drawn_at_the_bottom() -> None:
    points = line(100)
    points[50:, 1] = np.nan
    points[:50, 1] = -99.0
    strip = LossStrip()
    strip.draw(points, None, SCALE, INK)
    picture = drawn(strip.pixmap)
    assert not picture[:10].any()
    assert picture[-4:].any(axis=0).all()


def test_next_to_nothing_is_fine() -> None:
    for length in (0, 1):
        assert not drawn(strip_of(length).pixmap).any()
