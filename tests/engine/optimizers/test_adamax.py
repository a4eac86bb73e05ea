from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from engine.optimizers.adamax import AdaMax
from tests.engine.optimizers.by_hand import check, run

if TYPE_CHECKING:
    from tests.engine.optimizers.by_hand import Memory

ETA, B1, B2, EPS, DECAY = 0.3, 0.8, 0.7, 1e-2, 0.25


def textbook(theta: float, slope: float, memory: Memory, t: int) -> float:
    slope += DECAY * theta
    memory["first_moment"] = B1 * memory["first_moment"] + (1 - B1) * slope
    memory["largest_gradient"] = max(B2 * memory["largest_gradient"], abs(slope) + EPS)
    return theta - ETA / (1 - B1**t) * memory["first_moment"] / memory["largest_gradient"]


def test_steps_by_hand() -> None:
    check(AdaMax(ETA, B1, B2, EPS, DECAY), textbook, steps=12)


def test_no_step_is_longer_than_the_rate() -> None:
    """Section 7.1 of the paper: |Δθ| ≤ η, while β1 < β2."""
    made = run(AdaMax(0.1), "himmelblau", (0.5, 0.2), 300)
    assert np.abs(made.update).max() <= 0.1


def test_after_a_steep_place_it_speeds_up_as_the_memory_of_it_fades() -> None:
    brakes = run(AdaMax(0.1, beta2=0.9), "book", (0.5, 2.0), 40).state("largest_gradient")[1:, 1]
    assert np.all(brakes[1:] >= 0.9 * brakes[:-1] - 1e-15)
    assert np.isclose(brakes[1:], 0.9 * brakes[:-1], rtol=1e-14).any()
