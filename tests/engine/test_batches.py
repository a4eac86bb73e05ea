from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.batches import Sampling, batch

sizes = st.integers(1, 40)


def drawn(seed: int, sampling: Sampling, iteration: int, samples: int) -> list[int]:
    indices = batch(seed, sampling, iteration, samples)
    assert indices is not None
    assert np.issubdtype(indices.dtype, np.integer)
    return [int(index) for index in indices]


@given(samples=sizes, size=sizes, replacement=st.booleans(), seed=st.integers(0, 2**63 - 1))
def test_the_full_batch_is_none_and_so_is_any_size_from_n_up(
    samples: int, size: int, replacement: bool, seed: int
) -> None:
    indices = batch(seed, Sampling(size, replacement), 3, samples)
    assert (indices is None) == (size >= samples)
    assert batch(seed, Sampling(0, replacement), 3, samples) is None


@given(samples=st.integers(2, 60), size=sizes, seed=st.integers(0, 99), epoch=st.integers(0, 3))
def test_without_replacement_an_epoch_holds_each_sample_once(samples: int, size: int, seed: int, epoch: int) -> None:
    size = min(size, samples - 1)
    sampling = Sampling(size)
    steps = sampling.steps_per_epoch(samples)
    batches = [drawn(seed, sampling, epoch * steps + step, samples) for step in range(steps)]
    assert sorted(index for indices in batches for index in indices) == list(range(samples))
    assert [len(indices) for indices in batches[:-1]] == [size] * (steps - 1)
    assert len(batches[-1]) == samples - size * (steps - 1)
    assert [sampling.epoch_of(epoch * steps + step, samples) for step in range(steps)] == [epoch] * steps


def test_every_epoch_is_shuffled_anew() -> None:
    orders = [tuple(drawn(0, Sampling(1), 50 * epoch + step, 50)[0] for step in range(50)) for epoch in range(4)]
    assert len(set(orders)) == 4


@pytest.mark.parametrize("replacement", [False, True])
def test_an_iteration_draws_the_same_however_it_is_reached(replacement: bool) -> None:
    sampling = Sampling(3, replacement, stream=2)
    forwards = [drawn(7, sampling, iteration, 20) for iteration in range(60)]
    backwards = [drawn(7, sampling, iteration, 20) for iteration in reversed(range(60))]
    assert forwards == backwards[::-1]


@pytest.mark.parametrize("replacement", [False, True])
def test_seed_and_stream_matter_and_nothing_else_does(replacement: bool) -> None:
    def first(seed: int, stream: int) -> list[list[int]]:
        return [drawn(seed, Sampling(4, replacement, stream), iteration, 1000) for iteration in range(5)]

    assert first(1, 1) == first(1, 1)
    assert len({str(first(seed, stream)) for seed in range(3) for stream in range(3)}) == 9


def test_with_replacement_all_samples_are_equally_likely_and_may_come_twice() -> None:
    draws = np.array([drawn(0, Sampling(8, True), iteration, 10) for iteration in range(2000)])
    assert any(len(set(indices)) < 8 for indices in draws.tolist())
    np.testing.assert_allclose(np.bincount(draws.ravel()) / draws.size, 0.1, atol=0.01)


def test_indices_can_stand_beside_a_known_run() -> None:
    """These numbers are part of every saved session: they may never change."""
    assert drawn(0, Sampling(4, True, 1), 0, 256) == np.random.default_rng((0, 1, 0)).integers(0, 256, 4).tolist()
    assert drawn(5, Sampling(3, False, 2), 7, 9) == np.random.default_rng((5, 2, 2)).permutation(9)[3:6].tolist()


def test_a_full_batch_is_an_epoch() -> None:
    assert [Sampling().epoch_of(iteration, 10) for iteration in range(3)] == [0, 1, 2]
    assert Sampling(20).steps_per_epoch(10) == 1
