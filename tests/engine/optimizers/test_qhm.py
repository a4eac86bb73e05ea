from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from engine.optimizers.gradient_descent import GradientDescent
from engine.optimizers.momentum import Momentum
from engine.optimizers.nesterov import Nesterov
from engine.optimizers.qhm import QHM
from tests.engine.optimizers.by_hand import check, run

if TYPE_CHECKING:
    from tests.engine.optimizers.by_hand import Memory

ETA, BETA, NU, DECAY = 0.3, 0.9, 0.6, 0.25


def textbook(theta: float, slope: float, memory: Memory, t: int) -> float:
    slope += DECAY * theta
    memory["velocity"] = BETA * memory["velocity"] + (1 - BETA) * slope
    return theta - ETA * ((1 - NU) * slope + NU * memory["velocity"])


def test_steps_by_hand() -> None:
    check(QHM(ETA, BETA, NU, DECAY), textbook)


def test_without_the_average_it_is_gradient_descent() -> None:
    np.testing.assert_array_equal(run(QHM(ETA, nu=0.0), steps=50).params, run(GradientDescent(ETA), steps=50).params)


def test_with_nothing_else_it_is_averaged_momentum() -> None:
    one, other = run(QHM(ETA, 0.9, 1.0), steps=50), run(Momentum(ETA, 0.9, convention="averaged"), steps=50)
    np.testing.assert_allclose(one.params, other.params, atol=1e-13)


def test_with_equal_sliders_it_is_nesterov_at_a_smaller_rate() -> None:
    one, other = run(QHM(ETA, 0.9, 0.9), steps=50), run(Nesterov(ETA * (1 - 0.9), 0.9), steps=50)
    np.testing.assert_allclose(one.params, other.params, atol=1e-12)
