from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from engine.optimizers.adam import Adam
from engine.optimizers.qhadam import QHAdam
from tests.engine.optimizers.by_hand import check, run

if TYPE_CHECKING:
    from tests.engine.optimizers.by_hand import Memory

ETA, B1, B2, EPS, NU1, NU2, DECAY = 0.3, 0.8, 0.95, 1e-3, 0.6, 0.7, 0.25


def textbook(theta: float, slope: float, memory: Memory, t: int) -> float:
    slope += DECAY * theta
    memory["first_moment"] = B1 * memory["first_moment"] + (1 - B1) * slope
    memory["second_moment"] = B2 * memory["second_moment"] + (1 - B2) * slope**2
    m, v = memory["first_moment"] / (1 - B1**t), memory["second_moment"] / (1 - B2**t)
    return theta - ETA * ((1 - NU1) * slope + NU1 * m) / (math.sqrt((1 - NU2) * slope**2 + NU2 * v) + EPS)


def decoupled(theta: float, slope: float, memory: Memory, t: int) -> float:
    return textbook(theta, slope - DECAY * theta, memory, t) - ETA * DECAY * theta


def test_steps_by_hand() -> None:
    check(QHAdam(ETA, B1, B2, EPS, NU1, NU2, DECAY), textbook)
    check(QHAdam(ETA, B1, B2, EPS, NU1, NU2, DECAY, True), decoupled)


def test_with_full_shares_it_is_adam() -> None:
    one = run(QHAdam(0.1, 0.9, nu1=1.0), "himmelblau", (0.5, 0.2), 100)
    np.testing.assert_allclose(one.params, run(Adam(0.1), "himmelblau", (0.5, 0.2), 100).params, atol=1e-12)


def test_without_any_average_only_the_sign_is_left() -> None:
    made = run(QHAdam(0.01, nu1=0.0, nu2=0.0), "himmelblau", (0.5, 0.2), 50)
    np.testing.assert_allclose(made.update, -0.01 * np.sign(made.gradient[:-1]), rtol=1e-6)
