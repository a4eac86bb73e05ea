from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import pytest

from engine.optimizers.adam import Adam
from engine.optimizers.adamw import AdamW
from engine.optimizers.amsgrad import AMSGrad
from tests.engine.optimizers.by_hand import check, run

if TYPE_CHECKING:
    from tests.engine.optimizers.by_hand import Memory

ETA, B1, B2, EPS, DECAY = 0.3, 0.8, 0.95, 1e-3, 0.25


def textbook(theta: float, slope: float, memory: Memory, t: int) -> float:
    memory["first_moment"] = B1 * memory["first_moment"] + (1 - B1) * slope
    memory["second_moment"] = B2 * memory["second_moment"] + (1 - B2) * slope**2
    m, v = memory["first_moment"] / (1 - B1**t), memory["second_moment"] / (1 - B2**t)
    return theta * (1 - ETA * DECAY) - ETA * m / (math.sqrt(v) + EPS)


def test_steps_by_hand() -> None:
    check(AdamW(ETA, B1, B2, EPS, DECAY), textbook)


@pytest.mark.parametrize("amsgrad", [False, True])
def test_without_decay_it_is_adam(amsgrad: bool) -> None:
    one = run(AdamW(0.1, weight_decay=0.0, amsgrad=amsgrad), "himmelblau", (0.5, 0.2), 100)
    other = run(AMSGrad(0.1) if amsgrad else Adam(0.1), "himmelblau", (0.5, 0.2), 100)
    np.testing.assert_allclose(one.params, other.params, rtol=0.0, atol=1e-13)


def test_where_nothing_pulls_it_shrinks_by_the_same_share_at_each_step() -> None:
    """On flat ground θ ← (1 − η λ) θ, while Adam's penalty moves every axis at the rate's own pace."""
    decoupled = run(AdamW(0.1, weight_decay=0.2), "plateau", (60.0, -90.0), 50).params
    np.testing.assert_allclose(decoupled, 0.98 ** np.arange(51)[:, None] * decoupled[0], rtol=1e-12)
    penalised = run(Adam(0.1, weight_decay=0.2), "plateau", (60.0, -90.0), 50).update
    np.testing.assert_allclose(penalised, [[-0.1, 0.1]] * 50, rtol=5e-2)


def test_it_comes_to_rest_where_the_braked_gradient_balances_the_decay() -> None:
    """m̂ / (√v̂ + ε) + λ θ = 0, and on a plane m̂ / √v̂ is the sign: θ = −1 / λ, though there is no minimum."""
    end = run(AdamW(0.05, weight_decay=0.3), "plane", (1.0, 1.0), 2000).params[-1]
    np.testing.assert_allclose(end, -1 / 0.3, rtol=1e-6)
