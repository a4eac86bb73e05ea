from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from gui.theme import DARK, LIGHT, Theme
from gui.widgets.rate_preview import RatePreview, Rates

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

FALLING = Rates(np.arange(101.0), 0.1 * 0.9 ** np.arange(101.0), 100)
TO_ZERO = Rates(np.arange(11.0), 1.0 - np.arange(11.0) / 10, 10)


@pytest.fixture
def preview(qtbot: QtBot, theme: Theme) -> RatePreview:
    made = RatePreview(theme)
    qtbot.addWidget(made)
    made.resize(260, made.height())
    made.show()
    return made


def inked(preview: RatePreview, color: str) -> list[tuple[int, int]]:
    """Places of a colour."""
    picture = preview.grab().toImage()
    size = range(picture.width()), range(picture.height())
    return [(x, y) for x in size[0] for y in size[1] if picture.pixelColor(x, y).name() == color]


def test_what_falls_by_powers_is_a_straight_line_on_a_logarithmic_scale() -> None:
    assert FALLING.is_log
    assert not TO_ZERO.is_log
    assert TO_ZERO.ends == (0.0, 1.0)


def test_it_draws_from_the_highest_to_the_lowest(preview: RatePreview, theme: Theme) -> None:
    assert inked(preview, theme.accent) == []
    preview.set_rates(FALLING)
    line = inked(preview, theme.accent)
    left = min(line)
    assert left[1] < preview.height() / 3
    assert max(line)[1] > 2 * preview.height() / 3
    assert left[0] > 92
    assert "0.1" in preview.toolTip()
    assert preview.accessibleName()


@pytest.mark.parametrize(("iteration", "part"), [(0, 0.0), (50, 0.5), (100, 1.0), (1000, 1.0)])
def test_the_mark_stands_where_time_is(preview: RatePreview, theme: Theme, iteration: int, part: float) -> None:
    preview.set_rates(FALLING)
    preview.set_iteration(iteration)
    dots = [x for x, _ in inked(preview, theme.text)]
    assert sum(dots) / len(dots) == pytest.approx(100 + part * (preview.width() - 104), abs=2.0)


@pytest.mark.parametrize("values", [np.full(11, 0.3), np.full(11, np.nan), np.full(11, np.inf), np.zeros(11)])
def test_one_height_and_none_are_drawn_too(preview: RatePreview, values: np.ndarray) -> None:
    preview.set_rates(Rates(np.arange(11.0), values, 10))
    assert not preview.grab().isNull()


def test_the_theme_changes_its_colours(preview: RatePreview, theme: Theme) -> None:
    other = DARK if theme is LIGHT else LIGHT
    preview.set_rates(TO_ZERO)
    preview.set_theme(other)
    assert inked(preview, other.accent)
