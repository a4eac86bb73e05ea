"""Batches for many seeds and iterations at once: NumPy's own random numbers, worked out on arrays.

A run makes a generator for every step, which takes longer than the step. Here the three algorithms that are behind
``default_rng((seed, stream, iteration)).integers(0, samples, size)`` run on arrays of seeds and iterations: the hash of
`SeedSequence` (O'Neill 2015, "Developing a seed_seq alternative"), the generator PCG64 (O'Neill 2014, XSL-RR 128/64)
and bounded integers by multiplication (Lemire 2019, algorithm 5), in about a ninetieth of the time. NumPy promises to
keep the first two; a test holds all three to NumPy's, and each time one batch is compared with a run's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from engine.batches import replaced_batch

if TYPE_CHECKING:
    from collections.abc import Sequence

    from engine.batches import Sampling
    from surfaces import Indices

Words = npt.NDArray[np.uint32]
Longs = npt.NDArray[np.uint64]

LARGEST = 2**32 - 1
"""Larger seeds, streams, iterations or numbers of samples are drawn one by one."""
_POOL = 4
_HASH, _HASH_STEP = 0x43B0D7E5, 0x931E8875
_STATE, _STATE_STEP = 0x8B51F9DD, 0x58F38DED
_MIX_LEFT, _MIX_RIGHT = np.uint32(0xCA01F9DD), np.uint32(0x4973F715)
_MULTIPLIER = 0x2360ED051FC65DA44385DF649FCCF645
_HALF, _LOW = np.uint64(32), np.uint64(LARGEST)


def replaced_batches(seeds: Indices, sampling: Sampling, iterations: Sequence[int], samples: int) -> Indices:
    """Return `engine.batches.replaced_batch` for every seed and iteration, shape (seeds, iterations, batch)."""
    size = sampling.batch_size
    if not 1 < samples <= LARGEST or max(seeds.max(), sampling.stream, iterations[-1]) > LARGEST or seeds.min() < 0:
        return _one_by_one(seeds, sampling, iterations, samples)
    shape = (len(seeds), len(iterations))
    words = [np.broadcast_to(part, shape).astype(np.uint32) for part in (seeds[:, None], sampling.stream, iterations)]
    drawn, rejected = _bounded(_states(_pool(words)), samples, size)
    for seed, iteration in zip(*np.nonzero(rejected), strict=True):
        drawn[seed, iteration] = replaced_batch(int(seeds[seed]), sampling, iterations[iteration], samples)
    if not np.array_equal(drawn[0, 0], replaced_batch(int(seeds[0]), sampling, iterations[0], samples)):
        return _one_by_one(seeds, sampling, iterations, samples)  # another NumPy than the one this was written for
    return drawn


def _one_by_one(seeds: Indices, sampling: Sampling, iterations: Sequence[int], samples: int) -> Indices:
    return np.array(
        [[replaced_batch(seed, sampling, iteration, samples) for iteration in iterations] for seed in seeds.tolist()]
    )


def _pool(entropy: list[Words]) -> list[Words]:
    """Return the pool of a `SeedSequence` whose entropy are these words."""
    constant = _HASH

    def hashed(word: Words) -> Words:
        nonlocal constant
        mixed = word ^ np.uint32(constant)
        constant = constant * _HASH_STEP & LARGEST
        mixed *= np.uint32(constant)
        mixed ^= mixed >> np.uint32(16)
        return mixed

    padded = [*entropy, *(np.zeros_like(entropy[0]) for _ in range(_POOL - len(entropy)))]
    pool = [hashed(word) for word in padded]
    for source in range(_POOL):
        for target in range(_POOL):
            if source != target:
                mixed = _MIX_LEFT * pool[target] - _MIX_RIGHT * hashed(pool[source])
                pool[target] = mixed ^ mixed >> np.uint32(16)
    return pool


def _states(pool: list[Words]) -> list[Longs]:
    """Return the four 64-bit words by which a pool begins a generator."""
    constant, words = _STATE, []
    for number in range(8):
        word = pool[number % _POOL] ^ np.uint32(constant)
        constant = constant * _STATE_STEP & LARGEST
        word *= np.uint32(constant)
        word ^= word >> np.uint32(16)
        words.append(word.astype(np.uint64))
    return [words[number] | words[number + 1] << _HALF for number in range(0, 8, 2)]


def _bounded(states: list[Longs], samples: int, size: int) -> tuple[Indices, npt.NDArray[np.bool_]]:
    """Return integers below `samples`, shape (..., size), and where one must be drawn again."""
    generator = _Pcg64(*states)
    drawn = np.empty((*states[0].shape, size), dtype=np.int64)
    rejected = np.zeros(states[0].shape, dtype=np.bool_)
    for place in range(0, size, 2):
        long = generator.next()
        for half, word in enumerate((long & _LOW, long >> _HALF)):
            if place + half < size:
                product = word * np.uint64(samples)
                drawn[..., place + half] = product >> _HALF
                rejected |= (product & _LOW) < np.uint64(samples)  # the smallest of them are, none else may be
    return drawn, rejected


class _Pcg64:
    """Generators with a state of two words each, high and low, on arrays."""

    def __init__(self, seed_high: Longs, seed_low: Longs, step_high: Longs, step_low: Longs) -> None:
        one = np.uint64(1)
        self._step = (step_high << one | step_low >> np.uint64(63), step_low << one | one)
        self._high, self._low = _sum(self._step, (seed_high, seed_low))
        self._advance()

    def next(self) -> Longs:
        """Return the next 64 bits of each."""
        self._advance()
        turn, mixed = self._high >> np.uint64(58), self._high ^ self._low
        return np.asarray(mixed >> turn | mixed << (np.uint64(64) - turn & np.uint64(63)), dtype=np.uint64)

    def _advance(self) -> None:
        high, low = np.uint64(_MULTIPLIER >> 64), np.uint64(_MULTIPLIER & 2**64 - 1)
        top = _high_product(self._low, low) + self._low * high + self._high * low
        self._high, self._low = _sum((top, self._low * low), self._step)


def _sum(one: tuple[Longs, Longs], other: tuple[Longs, Longs]) -> tuple[Longs, Longs]:
    low = one[1] + other[1]
    return one[0] + other[0] + (low < one[1]).astype(np.uint64), low


def _high_product(words: Longs, factor: np.uint64) -> Longs:
    """Return the upper 64 bits of products of 64-bit numbers."""
    top, bottom, factor_top, factor_bottom = words >> _HALF, words & _LOW, factor >> _HALF, factor & _LOW
    cross, other = top * factor_bottom, bottom * factor_top
    middle = (bottom * factor_bottom >> _HALF) + (cross & _LOW) + (other & _LOW)
    return np.asarray(top * factor_top + (cross >> _HALF) + (other >> _HALF) + (middle >> _HALF))
