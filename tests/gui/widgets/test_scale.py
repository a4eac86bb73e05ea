from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.widgets.scale import Scale, significant

SCALES = [
    Scale("linear", -5, 5),
    Scale("linear", 0, 1),
    Scale("log", 1e-12, 1e-2),
    Scale("log", 1e-4, 1),
    Scale("one-minus", 0, 0.9999),
    Scale("one-minus", 0.5, 0.999),
]


@pytest.mark.parametrize("scale", SCALES, ids=str)
def test_ends_are_exact(scale: Scale) -> None:
    assert (scale.value_at(0), scale.value_at(1)) == (scale.low, scale.high)
    assert scale.part_of(scale.low) == 0
    assert scale.part_of(scale.high) == pytest.approx(1)


@pytest.mark.parametrize("scale", SCALES, ids=str)
@given(part=st.floats(0, 1))
def test_way_there_and_back(scale: Scale, part: float) -> None:
    value = scale.value_at(part)
    assert scale.low <= value <= scale.high
    assert scale.part_of(value) == pytest.approx(part, abs=6e-3)


@pytest.mark.parametrize("scale", SCALES, ids=str)
def test_values_grow(scale: Scale) -> None:
    values = [scale.value_at(i / 200) for i in range(201)]
    assert values == sorted(values)
    assert len(set(values)) > 150


def test_one_minus_lays_the_nines_evenly() -> None:
    scale = Scale("one-minus", 0, 0.9999)
    assert [scale.part_of(value) for value in (0.9, 0.99, 0.999)] == pytest.approx([0.25, 0.5, 0.75])
    assert [scale.value_at(part) for part in (0.25, 0.5, 0.75)] == [0.9, 0.99, 0.999]


def test_log_lays_the_tens_evenly() -> None:
    scale = Scale("log", 1e-4, 1)
    assert [scale.value_at(part) for part in (0.25, 0.5, 0.75)] == [0.001, 0.01, 0.1]


def test_beyond_the_ends_is_the_nearest_end() -> None:
    assert Scale("log", 1e-4, 1).part_of(0) == 0
    assert Scale("linear", 0, 1).part_of(7) == 1


def test_no_noise_near_zero() -> None:
    assert Scale("linear", -5, 5).value_at(0.5) == 0
    assert Scale("linear", -0.3, 0.1).value_at(0.75) == 0


def test_significant() -> None:
    assert significant(0.0123456, 3) == 0.0123


@pytest.mark.parametrize(
    ("kind", "low", "high"), [("log", 0, 1), ("one-minus", 0, 1), ("linear", 1, 1), ("cubic", 0, 1)]
)
def test_impossible_scales_are_refused(kind: str, low: float, high: float) -> None:
    with pytest.raises(ValueError, match="scale"):
        Scale(kind, low, high)
