"""What is drawn for many is what NumPy draws for each."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine import lane_chance
from engine.batches import Sampling, batch, replaced_batch
from engine.lane_batches import LaneBatches
from engine.lane_chance import LARGEST, replaced_batches
from surfaces import BagSpec, SampledSurface, SurfaceSpec, build_surface

words = st.integers(0, LARGEST)


@given(
    seeds=st.lists(words, min_size=1, max_size=4),
    stream=words,
    iterations=st.lists(words, min_size=1, max_size=3).map(sorted),
    samples=st.integers(2, LARGEST) | st.integers(2, 300),
    size=st.integers(1, 9),
)
def test_batches_are_numpys(seeds: list[int], stream: int, iterations: list[int], samples: int, size: int) -> None:
    sampling = Sampling(size, True, stream)
    drawn = replaced_batches(np.array(seeds), sampling, iterations, samples)
    for row, seed in zip(drawn, seeds, strict=True):
        for own, iteration in zip(row, iterations, strict=True):
            np.testing.assert_array_equal(own, replaced_batch(seed, sampling, iteration, samples))


@pytest.mark.parametrize(
    ("seed", "stream", "iteration", "samples"), [(2**40, 0, 0, 9), (1, 2**33, 0, 9), (1, 0, 2**32, 9), (1, 0, 0, 2**33)]
)
def test_larger_numbers_are_drawn_one_by_one(seed: int, stream: int, iteration: int, samples: int) -> None:
    sampling = Sampling(3, True, stream)
    drawn = replaced_batches(np.array([seed, 5]), sampling, [iteration], samples)
    np.testing.assert_array_equal(drawn[0, 0], replaced_batch(seed, sampling, iteration, samples))


def test_words_that_favour_some_samples_are_drawn_again() -> None:
    """With three quarters of all words as samples every fourth word is rejected (Lemire 2019)."""
    sampling, samples = Sampling(8, True), 3 * 2**30
    _, rejected = lane_chance._bounded(
        lane_chance._states(lane_chance._pool([np.arange(50, dtype=np.uint32)])), samples, 8
    )
    assert rejected.any()
    drawn = replaced_batches(np.arange(50), sampling, [0], samples)
    expected = [replaced_batch(seed, sampling, 0, samples) for seed in range(50)]
    np.testing.assert_array_equal(drawn[:, 0], expected)


def test_another_numpy_would_be_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lane_chance, "_HASH", 1)
    sampling = Sampling(4, True)
    drawn = replaced_batches(np.array([1, 2]), sampling, [0, 1], 100)
    np.testing.assert_array_equal(drawn[1, 1], replaced_batch(2, sampling, 1, 100))


@pytest.mark.parametrize("replacement", [False, True])
def test_lanes_get_the_batches_of_their_seeds_in_any_order_of_iterations(replacement: bool) -> None:
    surface = build_surface(SurfaceSpec("bowl", bag=BagSpec(20, 1.0)))
    assert isinstance(surface, SampledSurface)
    sampling, seeds = Sampling(6, replacement, 2), np.array([4, 4, 9, 1])
    batches = LaneBatches(surface, sampling, seeds)

    for iteration in (0, 1, 2, 3, 4, 900, 2, 3, 10**6):
        for own, seed in zip(batches.indices(iteration), seeds.tolist(), strict=True):
            np.testing.assert_array_equal(own, batch(seed, sampling, iteration, 20))
