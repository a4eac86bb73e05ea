from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gui.relief.block import Block
from gui.relief.camera import Camera
from gui.relief.frame import frame, loss_ticks, ticks
from surfaces.contours import SPACINGS, Contours
from tests.gui.relief.landscapes import NONE, block_of, hills


@given(low=st.floats(-1e6, 1e6), size=st.floats(1e-6, 1e6), most=st.floats(0, 20))
def test_ticks_are_few_even_and_inside(low: float, size: float, most: float) -> None:
    found = ticks(low, low + size, most)
    assert len(found) <= 8
    assert all(low - 1e-6 * size <= value <= low + size * (1 + 1e-6) for value in found)
    steps = np.diff(found)
    if len(steps) > 1:
        assert np.allclose(steps, steps[0], rtol=1e-2)


@pytest.mark.parametrize("spacing", SPACINGS)
def test_losses_on_the_upright_axis_are_round_apart_and_on_the_scale(spacing: str) -> None:
    block = block_of(lambda x, y: (1 - x) ** 2 + 100 * (y - x * x) ** 2, spacing)
    found = loss_ticks(block, 5)
    heights = np.sort(block.scale.heights(np.array(found)))
    assert 3 <= len(found) <= 7
    assert (np.diff(heights) > 0.1).all()
    assert all(float(f"{value:.2g}") == value for value in found)


@settings(deadline=None)
@given(azimuth=st.floats(-180, 180), elevation=st.floats(4, 90), scale=st.floats(20, 2000))
def test_from_everywhere_there_is_a_floor_and_texts_stand_outside_it(
    azimuth: float, elevation: float, scale: float
) -> None:
    drawing = frame(hills(0), Camera(azimuth, elevation), scale)
    assert np.isfinite(drawing.floor).all()
    places = [*itertools.chain.from_iterable((line.start, line.stop) for line in drawing.lines)]
    assert np.isfinite(places).all()
    assert all(np.hypot(*text.toward) == pytest.approx(1.0) for text in drawing.texts)


def test_axes_are_named_and_numbered() -> None:
    drawing = frame(hills(0), Camera(), 150.0)
    assert [text.text for text in drawing.texts if text.is_name] == ["x", "y", "loss"]
    numbers = [text.text for text in drawing.texts if not text.is_name]
    assert "−2" in numbers
    assert "3" in numbers


def test_an_axis_seen_end_on_has_no_numbers() -> None:
    names = [text.text for text in frame(hills(0), Camera(-60.0, 90.0), 150.0).texts if text.is_name]
    assert names == ["x", "y"]


def test_numbers_of_a_narrow_region_can_be_told_apart() -> None:
    values = np.arange(100.0).reshape(10, 10)
    bounds = (1000.0, 1000.001, -1.0, 1.0)
    block = Block.of(Contours(bounds, values, (), lines=NONE, spacing="linear", kinks=NONE), bounds)
    texts = [text.text for text in frame(block, Camera(), 150.0).texts if text.text.startswith("1")]
    assert len(set(texts)) == len(texts) > 1


def test_the_region_in_view_is_what_the_floor_shows() -> None:
    values = np.add.outer(np.linspace(-1, 1, 50), np.linspace(-2, 2, 50))
    block = Block.of(
        Contours((-2.0, 2.0, -1.0, 1.0), values, (), lines=NONE, spacing="linear", kinks=NONE), (0.0, 1.0, 0.0, 0.5)
    )
    assert block.region == (0.0, 1.0, 0.0, 0.5)
    assert block.values[0, 0] == pytest.approx(0.0, abs=1e-9)
    assert block.values[-1, -1] == pytest.approx(1.5)
    assert block.floor(np.array([[0.0, 0.5]]))[0].tolist() == pytest.approx([-block.half[0], block.half[1]])
