from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import pytest

from engine.optimizers.adam import Adam
from engine.optimizers.sign_descent import SignDescent
from tests.engine.optimizers.by_hand import check, run

if TYPE_CHECKING:
    from tests.engine.optimizers.by_hand import Memory


def textbook(theta: float, slope: float, memory: Memory, t: int) -> float:
    memory["first_moment"] = 0.6 * memory["first_moment"] + 0.4 * slope
    return theta - 0.9 * math.copysign(1.0, memory["first_moment"])


def test_steps_by_hand() -> None:
    check(SignDescent(0.9, 0.6), textbook, steps=10)


def test_it_ends_in_a_cycle_as_wide_as_a_step() -> None:
    end = run(SignDescent(0.3), steps=200).params[-40:]
    np.testing.assert_allclose(np.ptp(end, axis=0), 0.3, rtol=1e-12)
    np.testing.assert_allclose(np.abs(np.diff(end, axis=0)), 0.3, rtol=1e-12)


@pytest.mark.parametrize("start", [(-7.0, 2.0), (3.0, -4.0)])
def test_it_takes_adams_first_step(start: tuple[float, float]) -> None:
    one, other = (run(rule, start=start, steps=1).params[1] for rule in (SignDescent(0.1), Adam(0.1, eps=1e-12)))
    np.testing.assert_allclose(one, other, rtol=1e-9)
