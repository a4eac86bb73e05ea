from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import pytest

from engine.optimizers.adadelta import AdaDelta
from tests.engine.optimizers.by_hand import check, run

if TYPE_CHECKING:
    from tests.engine.optimizers.by_hand import Memory

ETA, RHO, EPS, DECAY = 0.7, 0.8, 1e-3, 0.25


def textbook(theta: float, slope: float, memory: Memory, t: int) -> float:
    slope += DECAY * theta
    memory["square_average"] = RHO * memory["square_average"] + (1 - RHO) * slope**2
    delta = math.sqrt(memory["update_average"] + EPS) / math.sqrt(memory["square_average"] + EPS) * slope
    memory["update_average"] = RHO * memory["update_average"] + (1 - RHO) * delta**2
    return theta - ETA * delta


def test_steps_by_hand() -> None:
    check(AdaDelta(ETA, RHO, EPS, DECAY), textbook)


@pytest.mark.parametrize("surface", ["book", "rosenbrock", "himmelblau"])
def test_the_first_step_has_one_length_whatever_the_gradient(surface: str) -> None:
    """Science, table B: √(ε / (1 − ρ)), 0.0032 by default."""
    first = run(AdaDelta(), surface, (1.3, 2.1), 1).update[0]
    np.testing.assert_allclose(np.abs(first), math.sqrt(1e-6 / 0.1), rtol=1e-3)


def test_it_finds_its_own_pace_on_a_steady_slope() -> None:
    lengths = -run(AdaDelta(), "plane", (0.0, 0.0), 300).update
    assert np.all(np.diff(lengths[10:], axis=0) > 0.0)
    np.testing.assert_allclose(lengths[:, 0], lengths[:, 1], rtol=2e-3)
