from __future__ import annotations

import math
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
import pytest

from engine.optimizers.yogi import Yogi
from tests.engine.optimizers.by_hand import check, run

if TYPE_CHECKING:
    from tests.engine.optimizers.by_hand import Memory

ETA, B1, B2, EPS, FIRST = 0.3, 0.8, 0.95, 1e-3, 0.5


def textbook(theta: float, slope: float, memory: Memory, t: int, corrected: bool) -> float:
    v = memory["second_moment"] if t > 1 else FIRST
    memory["first_moment"] = B1 * memory["first_moment"] + (1 - B1) * slope
    memory["second_moment"] = v + (1 - B2) * slope**2 if v < slope**2 else v - (1 - B2) * slope**2
    ones = (1 - B1**t, 1 - B2**t) if corrected else (1.0, 1.0)
    return theta - ETA * (memory["first_moment"] / ones[0]) / (math.sqrt(memory["second_moment"] / ones[1]) + EPS)


@pytest.mark.parametrize("corrected", [True, False])
def test_steps_by_hand(corrected: bool) -> None:
    check(Yogi(ETA, B1, B2, EPS, FIRST, corrected), partial(textbook, corrected=corrected), steps=8)


def test_the_brake_changes_by_a_share_of_the_squared_gradient_and_never_more() -> None:
    made = run(Yogi(0.2, beta2=0.9), "six-hump-camel", (-1.6, 0.9), 60)
    change = np.diff(made.state("second_moment"), axis=0)
    np.testing.assert_allclose(np.abs(change), 0.1 * made.gradient[:-1] ** 2, rtol=1e-9, atol=1e-15)
    assert (change < 0.0).any()
