from __future__ import annotations

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from gui.figure.axes import Axes, linear_ticks, log_ticks
from gui.figure.clip import Box


@pytest.mark.parametrize(
    ("low", "high", "parts", "texts"),
    [
        (-10, 10, 4, ["−10", "−5", "0", "5", "10"]),
        (0, 1, 5, ["0", "0.2", "0.4", "0.6", "0.8", "1"]),
        (-0.3, 0.3, 3, ["−0.2", "0", "0.2"]),
        (1000, 1010, 5, ["1000", "1002", "1004", "1006", "1008", "1010"]),
        (100000.1, 100000.4, 3, ["100000.1", "100000.2", "100000.3", "100000.4"]),
    ],
)
def test_linear_ticks_are_round(low: float, high: float, parts: int, texts: list[str]) -> None:
    assert [tick.text for tick in linear_ticks(low, high, parts)] == texts


def test_iterations_have_whole_ticks() -> None:
    assert [tick.text for tick in linear_ticks(0, 2, 8, whole=True)] == ["0", "1", "2"]


@given(st.floats(-1e9, 1e9), st.floats(1e-6, 1e9), st.integers(1, 9))
def test_linear_ticks_are_few_and_inside(low: float, span: float, parts: int) -> None:
    assume(span > 1e-9 * abs(low))
    ticks = linear_ticks(low, low + span, parts)
    assert len(ticks) <= parts + 1
    assert all(low - 1e-6 * span <= tick.value <= low + span * (1 + 1e-6) for tick in ticks)
    assert len({tick.text for tick in ticks}) == len(ticks)


@pytest.mark.parametrize(
    ("low", "high", "texts"),
    [
        (-3.2, 1.1, ["10⁻³", "10⁻²", "10⁻¹", "10⁰", "10¹"]),
        (-15, 1, ["10⁻¹⁵", "10⁻¹²", "10⁻⁹", "10⁻⁶", "10⁻³", "10⁰"]),
        (0, 1, ["1", "2", "5", "10"]),
        (0.1, 0.2, ["1.29", "1.41", "1.55"]),
    ],
)
def test_log_ticks(low: float, high: float, texts: list[str]) -> None:
    assert [tick.text for tick in log_ticks(low, high)] == texts


def test_axes_map_corners_to_corners() -> None:
    axes = Axes(Box(10, 20, 110, 70), -1.0, 1.0, 0.0, 5.0)
    corners = np.array([[-1.0, 0.0], [1.0, 5.0]])
    assert axes.to_pixels(corners).tolist() == [[10, 70], [110, 20]]
    assert (axes.at_x(0.0), axes.at_y(2.5)) == (60, 45)
    assert not np.isfinite(axes.to_pixels(np.array([[1e308, np.nan]]))).any()
