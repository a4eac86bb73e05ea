from __future__ import annotations

import math
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
import pytest

from engine.optimizers.adan import Adan
from tests.engine.optimizers.by_hand import START, check, run

if TYPE_CHECKING:
    from tests.engine.optimizers.by_hand import Memory

ETA, B1, B2, B3, EPS, ROOT, DECAY = 0.3, 0.8, 0.7, 0.95, 1e-3, 1e-4, 0.25


def textbook(theta: float, slope: float, memory: Memory, t: int, ahead: float) -> float:
    change = slope - memory["previous_gradient"] if t > 1 else 0.0
    memory["previous_gradient"] = slope
    memory["first_moment"] = B1 * memory["first_moment"] + (1 - B1) * slope
    memory["difference_moment"] = B2 * memory["difference_moment"] + (1 - B2) * change
    memory["second_moment"] = B3 * memory["second_moment"] + (1 - B3) * (slope + ahead * change) ** 2
    push = memory["first_moment"] / (1 - B1**t) + ahead * memory["difference_moment"] / (1 - B2**t)
    brake = math.sqrt(memory["second_moment"] / (1 - B3**t) + ROOT) + EPS
    return (theta - ETA * push / brake) / (1 + ETA * DECAY)


@pytest.mark.parametrize(("convention", "ahead"), [("paper", B2), ("optax", 1 - B2)])
def test_steps_by_hand(convention: str, ahead: float) -> None:
    check(Adan(ETA, B1, B2, B3, EPS, ROOT, convention, DECAY), partial(textbook, ahead=ahead), steps=6)


def test_its_first_step_has_the_rates_length() -> None:
    np.testing.assert_allclose(run(Adan(0.1), steps=1).update[0], -0.1 * np.sign(START), rtol=1e-7)


def test_without_looking_ahead_it_is_adams_shape_of_step() -> None:
    """β2 = 0: what changed is forgotten at once and not followed."""
    theta, m, n = 2.0, 0.0, 0.0
    made = run(Adan(0.1, 0.9, 0.0, 0.99), steps=5)
    for t in range(1, 6):
        slope = 2.0 * theta
        m, n = 0.9 * m + 0.1 * slope, 0.99 * n + 0.01 * slope**2
        theta -= 0.1 * (m / (1 - 0.9**t)) / (math.sqrt(n / (1 - 0.99**t)) + 1e-8)
        assert made.params[t, 1] == pytest.approx(theta, rel=1e-12)
