from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import pytest

from engine.history import RunStatus
from engine.optimizers.adam import Adam
from engine.optimizers.radam import RAdam
from tests.engine.optimizers.by_hand import check, run

if TYPE_CHECKING:
    from tests.engine.optimizers.by_hand import Memory

ETA, B1, B2, EPS, DECAY = 0.3, 0.8, 0.95, 1e-3, 0.25


def rectified(theta: float, slope: float, memory: Memory, t: int, least: float, corrected: bool) -> float:
    slope += DECAY * theta
    memory["first_moment"] = B1 * memory["first_moment"] + (1 - B1) * slope
    memory["second_moment"] = B2 * memory["second_moment"] + (1 - B2) * slope**2
    mean = memory["first_moment"] / (1 - B1**t)
    limit = 2 / (1 - B2) - 1
    rho = limit - 2 * t * B2**t / (1 - B2**t)
    if rho <= least:
        return theta - ETA * mean
    r = math.sqrt((rho - 4) * (rho - 2) * limit / ((limit - 4) * (limit - 2) * rho))
    if corrected:
        return theta - ETA * r * mean / (math.sqrt(memory["second_moment"] / (1 - B2**t)) + EPS)
    return theta - ETA * r * mean * math.sqrt(1 - B2**t) / (math.sqrt(memory["second_moment"]) + EPS)


@pytest.mark.parametrize(
    ("convention", "least", "corrected"), [("pytorch", 5.0, False), ("optax", 5.0, True), ("paper", 4.0, False)]
)
def test_steps_by_hand(convention: str, least: float, corrected: bool) -> None:
    def textbook(theta: float, slope: float, memory: Memory, t: int) -> float:
        return rectified(theta, slope, memory, t, least, corrected)

    check(RAdam(ETA, B1, B2, EPS, convention, DECAY), textbook, steps=10)


@pytest.mark.parametrize(("convention", "waits"), [("pytorch", 5), ("paper", 4)])
def test_the_first_steps_are_plain_momentum(convention: str, waits: int) -> None:
    """With β2 = 0.999 ρₜ exceeds 4 at the fifth step and 5 at the sixth: until then η m̂, on a plane η g."""
    made = run(RAdam(0.01, convention=convention), "plane", (0.0, 0.0), 12)
    plain = np.isclose(made.update, -0.01 * made.gradient[:-1], rtol=1e-9).all(axis=1)
    np.testing.assert_array_equal(plain, np.arange(12) < waits)


def test_the_warm_up_ends_in_adam() -> None:
    lengths = -run(RAdam(1e-3), "plane", (0.0, 0.0), 20_000).update[:, 1]
    assert lengths[5] < 0.05 * 1e-3
    assert np.all(np.diff(lengths[5:]) > -1e-12)
    assert lengths[-1] == pytest.approx(1e-3, rel=1e-2)


@pytest.mark.parametrize("beta2", [0.5, 0.6, 2 / 3, 0.7])
def test_with_a_short_memory_the_brakes_are_never_trusted(beta2: float) -> None:
    """ρ∞ = 2 / (1 − β2) − 1 must exceed 5, and the way there has divisions by zero and roots of negative numbers."""
    made = run(RAdam(0.01, beta2=beta2), "plane", (0.0, 0.0), 50)
    plain = np.allclose(made.update, -0.01 * made.gradient[:-1], rtol=1e-9)
    assert plain == (beta2 < 0.67)


def test_at_adams_rate_it_leaves_beales_map() -> None:
    """Science, surprise 16: η = 0.05."""
    start = (1.0, 1.5)
    assert run(RAdam(0.05), "beale", start, 200).status in (RunStatus.DIVERGED, RunStatus.NON_FINITE)
    assert run(Adam(0.05), "beale", start, 200).status is RunStatus.STEP_LIMIT
