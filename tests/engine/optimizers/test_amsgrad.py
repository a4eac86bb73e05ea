from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import pytest

from engine.optimizers.adam import Adam
from engine.optimizers.amsgrad import AMSGrad
from engine.optimizers.gradient_descent import GradientDescent
from engine.optimizers.rmsprop import RMSProp
from tests.engine.optimizers.by_hand import check, run
from tests.reference.recorded import Playback

if TYPE_CHECKING:
    from engine.optimizer import Optimizer
    from surfaces import Array
    from tests.engine.optimizers.by_hand import Memory

ETA, B1, B2, EPS, DECAY = 0.3, 0.8, 0.95, 1e-3, 0.25


def averaged(theta: float, slope: float, memory: Memory) -> None:
    slope += DECAY * theta
    memory["first_moment"] = B1 * memory["first_moment"] + (1 - B1) * slope
    memory["second_moment"] = B2 * memory["second_moment"] + (1 - B2) * slope**2


def pytorch(theta: float, slope: float, memory: Memory, t: int) -> float:
    averaged(theta, slope, memory)
    memory["largest_second_moment"] = max(memory["largest_second_moment"], memory["second_moment"])
    root = math.sqrt(memory["largest_second_moment"] / (1 - B2**t))
    return theta - ETA * memory["first_moment"] / (1 - B1**t) / (root + EPS)


def optax(theta: float, slope: float, memory: Memory, t: int) -> float:
    averaged(theta, slope, memory)
    memory["largest_second_moment"] = max(memory["largest_second_moment"], memory["second_moment"] / (1 - B2**t))
    return theta - ETA * memory["first_moment"] / (1 - B1**t) / (math.sqrt(memory["largest_second_moment"]) + EPS)


def paper(theta: float, slope: float, memory: Memory, t: int) -> float:
    averaged(theta, slope, memory)
    memory["largest_second_moment"] = max(memory["largest_second_moment"], memory["second_moment"])
    return theta - ETA * memory["first_moment"] / (math.sqrt(memory["largest_second_moment"]) + EPS)


@pytest.mark.parametrize("textbook", [pytorch, optax, paper])
def test_steps_by_hand(textbook) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    check(AMSGrad(ETA, B1, B2, EPS, textbook.__name__, DECAY), textbook, steps=12)


def test_the_conventions_are_three_methods() -> None:
    """Science, table B: torch and optax part by up to 0.84 on the book's valley."""
    ends = {name: run(AMSGrad(0.3, convention=name), steps=200).params for name in ("pytorch", "optax", "paper")}
    assert np.abs(ends["pytorch"] - ends["optax"]).max() > 0.1
    assert np.abs(ends["pytorch"] - ends["paper"]).max() > 0.1


def test_the_largest_average_never_falls() -> None:
    largest = run(AMSGrad(0.1), "himmelblau", (0.5, 0.2), 300).state("largest_second_moment")
    assert np.all(np.diff(largest, axis=0) >= 0.0)


def reddi(optimizer: Optimizer, steps: int = 2000) -> Array:
    """Return the path on |x| ≤ 1 with slopes 4, −1, −1 by turns: on average uphill, so the best point is −1."""
    oracle = Playback(np.resize([4.0, -1.0, -1.0], (steps, 1)))
    x, path = np.zeros(1), []
    state = optimizer.init(x)
    for iteration in range(steps):
        x, state = optimizer.step(x, oracle, state, 0.5 / math.sqrt(iteration + 1), iteration)
        x = np.clip(x, -1.0, 1.0)
        path.append(x[0])
    return np.array(path)


@pytest.mark.parametrize("convention", ["pytorch", "optax", "paper"])
def test_reddis_counterexample_leads_adam_to_the_worst_point_and_amsgrad_to_the_best(convention: str) -> None:
    """Theorem 1 with C = 4 (science, S20): β1 = 0, β2 = 1 / (1 + C²), rates 0.5 / √t."""
    assert reddi(Adam(beta1=0.0, beta2=1 / 17))[-30:].mean() == pytest.approx(1.0, abs=0.02)
    assert reddi(RMSProp(rho=1 / 17))[-30:].mean() == pytest.approx(1.0, abs=0.02)
    assert reddi(AMSGrad(beta1=0.0, beta2=1 / 17, convention=convention))[-30:].mean() == pytest.approx(-1.0, abs=0.02)
    assert reddi(GradientDescent())[-30:].mean() == pytest.approx(-1.0, abs=0.05)


@pytest.mark.parametrize(("beta2", "end"), [(0.2, 1.0), (0.5, -1.0), (0.999, -1.0)])
def test_what_leads_adam_astray_is_a_short_memory(beta2: float, end: float) -> None:
    assert reddi(Adam(beta1=0.0, beta2=beta2))[-30:].mean() == pytest.approx(end, abs=0.05)
