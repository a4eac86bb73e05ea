from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from gui.relief.scale import HeightScale
from surfaces.contours import NOT_FINITE, SPACINGS, shade

spacings = pytest.mark.parametrize("spacing", SPACINGS)
losses = arrays(np.float64, (5, 6), elements=st.floats(-1e9, 1e9) | st.sampled_from([np.nan, np.inf, -np.inf]))


@spacings
@given(values=losses, others=arrays(np.float64, 20, elements=st.floats(-2e9, 2e9)))
def test_heights_and_tones_are_monotone_between_0_and_1(spacing: str, values: np.ndarray, others: np.ndarray) -> None:
    scale = HeightScale.of(values, spacing)
    ordered = np.sort(others)
    for mapped in (scale.heights(ordered), scale.tones(ordered)):
        assert (np.diff(mapped) >= 0).all()
        assert (mapped >= 0).all()
        assert (mapped <= 1).all()


@spacings
def test_the_lowest_loss_is_at_0_and_the_highest_at_1(spacing: str) -> None:
    values = np.linspace(-3.0, 8.0, 100) ** 3
    assert HeightScale.of(values, spacing).heights(np.array([values[0], values[-1]])).tolist() == pytest.approx([0, 1])


@spacings
def test_losses_at_undoes_heights(spacing: str) -> None:
    values = np.linspace(-3.0, 8.0, 400) ** 3
    scale = HeightScale.of(values, spacing)
    heights = np.linspace(0.0, 1.0, 30)
    assert scale.heights(scale.losses_at(heights)) == pytest.approx(heights, abs=5e-3)


@spacings
def test_tones_are_the_shades_of_the_map(spacing: str) -> None:
    values = np.linspace(-3.0, 8.0, 400).reshape(20, 20) ** 3
    tones = HeightScale.of(values, spacing).tones(values) * NOT_FINITE
    assert np.abs(tones - shade(values, spacing).astype(float)).max() <= 1.0 + 1e-9


@spacings
def test_a_valley_floor_can_be_told_from_its_walls(spacing: str) -> None:
    x, y = np.meshgrid(np.linspace(-2, 2, 80), np.linspace(-1, 3, 80))
    values = (1 - x) ** 2 + 100 * (y - x * x) ** 2
    heights = HeightScale.of(values, spacing).heights(np.array([0.0, 100.0]))
    if spacing != "linear":
        assert heights[1] - heights[0] > 0.15


@spacings
@pytest.mark.parametrize("values", [np.full((4, 4), 3.0), np.array([[np.nan, 3.0], [np.inf, 3.0]])])
def test_flat_ground_is_flat(spacing: str, values: np.ndarray) -> None:
    scale = HeightScale.of(values, spacing)
    assert scale.is_flat
    assert scale.heights(np.array([1.0, 3.0, 9.0])).tolist() == [0.0, 0.0, 0.0]
    assert np.isnan(scale.heights(np.array([np.nan]))).all()
    assert scale.losses_at(np.array([0.3])).tolist() == [3.0]


def test_without_any_finite_loss_there_is_no_scale() -> None:
    scale = HeightScale.of(np.full((3, 3), np.nan), "log")
    assert scale.is_flat
    assert np.isnan(scale.losses_at(np.array([0.5]))).all()
