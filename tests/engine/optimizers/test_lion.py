from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from engine.optimizers.lion import Lion
from tests.engine.optimizers.by_hand import check, run

if TYPE_CHECKING:
    from tests.engine.optimizers.by_hand import Memory

ETA, B1, B2, DECAY = 0.3, 0.8, 0.95, 0.25


def textbook(theta: float, slope: float, memory: Memory, t: int) -> float:
    mixed = B1 * memory["first_moment"] + (1 - B1) * slope
    memory["first_moment"] = B2 * memory["first_moment"] + (1 - B2) * slope
    return theta - ETA * (math.copysign(1.0, mixed) + DECAY * theta)


def test_steps_by_hand() -> None:
    check(Lion(ETA, B1, B2, DECAY), textbook, steps=12)


def test_every_step_has_the_rates_length_on_every_axis() -> None:
    lengths = np.abs(run(Lion(0.01), "himmelblau", (0.5, 0.2), 200).update)
    np.testing.assert_allclose(lengths, 0.01, rtol=1e-12)


def test_it_never_comes_to_rest_at_a_constant_rate() -> None:
    end = run(Lion(0.01), steps=2000).params[-200:]
    assert np.all(np.ptp(end, axis=0) >= 0.01)
    assert np.abs(end).max() < 0.2
