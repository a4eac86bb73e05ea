from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import pytest

from engine.optimizers.nadam import NAdam
from tests.engine.optimizers.by_hand import check, run

if TYPE_CHECKING:
    from tests.engine.optimizers.by_hand import Memory

ETA, B1, B2, EPS, PSI, DECAY = 0.3, 0.8, 0.95, 1e-3, 0.5, 0.25


def pytorch(theta: float, slope: float, memory: Memory, t: int) -> float:
    slope += DECAY * theta
    momenta: list[float] = [B1 * (1 - 0.5 * 0.96 ** (s * PSI)) for s in range(1, t + 2)]
    memory["first_moment"] = B1 * memory["first_moment"] + (1 - B1) * slope
    memory["second_moment"] = B2 * memory["second_moment"] + (1 - B2) * slope**2
    memory["momentum_product"] = math.prod(momenta[:t])
    ahead = (1 - momenta[t - 1]) * slope / (1 - math.prod(momenta[:t]))
    ahead += momenta[t] * memory["first_moment"] / (1 - math.prod(momenta))
    return theta - ETA * ahead / (math.sqrt(memory["second_moment"] / (1 - B2**t)) + EPS)


def constant(theta: float, slope: float, memory: Memory, t: int) -> float:
    """Optax's: m̂ is corrected for the next step, the gradient for this one."""
    slope += DECAY * theta
    memory["first_moment"] = B1 * memory["first_moment"] + (1 - B1) * slope
    memory["second_moment"] = B2 * memory["second_moment"] + (1 - B2) * slope**2
    ahead = B1 * memory["first_moment"] / (1 - B1 ** (t + 1)) + (1 - B1) * slope / (1 - B1**t)
    return theta - ETA * ahead / (math.sqrt(memory["second_moment"] / (1 - B2**t)) + EPS)


@pytest.mark.parametrize("textbook", [pytorch, constant])
def test_steps_by_hand(textbook) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    check(NAdam(ETA, B1, B2, EPS, PSI, textbook.__name__, DECAY), textbook, steps=8)


def decoupled(theta: float, slope: float, memory: Memory, t: int) -> float:
    return constant(theta, slope - DECAY * theta, memory, t) - ETA * DECAY * theta


def test_decoupled_decay_by_hand() -> None:
    check(NAdam(ETA, B1, B2, EPS, PSI, "constant", DECAY, decoupled_weight_decay=True), decoupled, steps=8)


def test_the_momentum_grows_from_about_half_of_beta1() -> None:
    product = run(NAdam(momentum_decay=0.01), steps=400).state("momentum_product")[:, 0]
    momenta = product[1:] / product[:-1]
    assert momenta[0] == pytest.approx(0.45, rel=1e-3)
    np.testing.assert_allclose(momenta, 0.9 * (1 - 0.5 * 0.96 ** (0.01 * np.arange(1, 401))), rtol=1e-12)


def test_the_two_conventions_are_different_methods() -> None:
    """Science, table B: the gap is 0.26."""
    one, other = (run(NAdam(0.3, convention=name), steps=200).params for name in ("pytorch", "constant"))
    assert np.abs(one - other).max() > 0.05
