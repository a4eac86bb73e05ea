from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from engine.optimizers.adabelief import AdaBelief
from engine.optimizers.adam import Adam
from tests.engine.optimizers.by_hand import check, run

if TYPE_CHECKING:
    from tests.engine.optimizers.by_hand import Memory

ETA, B1, B2, EPS, ROOT = 0.3, 0.8, 0.95, 1e-3, 1e-4


def textbook(theta: float, slope: float, memory: Memory, t: int) -> float:
    memory["first_moment"] = B1 * memory["first_moment"] + (1 - B1) * slope
    error = slope - memory["first_moment"]
    memory["surprise"] = B2 * memory["surprise"] + (1 - B2) * error**2 + ROOT
    brake = math.sqrt(memory["surprise"] / (1 - B2**t)) + EPS
    return theta - ETA * memory["first_moment"] / (1 - B1**t) / brake


def test_steps_by_hand() -> None:
    check(AdaBelief(ETA, B1, B2, EPS, ROOT), textbook, steps=6)


def test_on_a_plane_nothing_surprises_any_more_and_steps_grow() -> None:
    """g − m = β1ᵗ g on a constant slope, so s is known; Adam's steps stay as long as they were."""
    lengths = -run(AdaBelief(1e-3), "plane", (0.0, 0.0), 100).update[:, 1]
    t = np.arange(1, 101)
    surprise = np.array([0.001 * sum(0.999 ** (n - k) * 0.81**k for k in range(1, n + 1)) for n in t])
    np.testing.assert_allclose(lengths, 1e-3 / np.sqrt(surprise / (1 - 0.999**t)), rtol=1e-9)
    assert lengths[-1] > 4.0 * -run(Adam(1e-3), "plane", (0.0, 0.0), 100).update[-1, 1]
