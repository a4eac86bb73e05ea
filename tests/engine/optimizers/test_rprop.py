from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from engine.optimizers.rprop import Rprop
from engine.schedules import StepDecay
from tests.engine.optimizers.by_hand import check, run

if TYPE_CHECKING:
    from tests.engine.optimizers.by_hand import Memory

ETA, MINUS, PLUS, LEAST, MOST = 0.3, 0.4, 1.7, 0.25, 1.5


def textbook(theta: float, slope: float, memory: Memory, t: int) -> float:
    agreement = slope * memory["last_gradient"]
    size = memory["step_size"] or ETA
    if agreement > 0:
        size = min(size * PLUS, MOST)
    if agreement < 0:
        size, slope = max(size * MINUS, LEAST), 0.0
    memory["step_size"], memory["last_gradient"] = size, slope
    if slope == 0.0:
        return theta
    return theta - size if slope > 0 else theta + size


def test_steps_by_hand() -> None:
    check(Rprop(ETA, MINUS, PLUS, LEAST, MOST), textbook, steps=25)


def test_steps_grow_by_a_fifth_until_the_gradient_turns_and_then_halve() -> None:
    sizes = run(Rprop(0.1), steps=40).state("step_size")[1:, 0]
    ratios = sizes[1:] / sizes[:-1]
    assert ratios[0] == pytest.approx(1.2)
    assert set(np.round(ratios, 9)) == {1.2, 0.5, 1.0}


def test_at_a_turn_it_stays_for_one_step() -> None:
    made = run(Rprop(0.1), steps=40)
    turned = made.gradient[1:] * made.gradient[:-1] < 0.0
    stayed = made.update[1:][turned[:-1]] == 0.0
    assert turned.any()
    assert stayed.all()


def test_no_schedule_is_heard_after_the_first_step() -> None:
    one, other = run(Rprop(0.1), steps=40), run(Rprop(0.1), steps=40, schedule=StepDecay(every=3, gamma=0.1))
    np.testing.assert_array_equal(one.params, other.params)


def test_the_limits_hold_from_the_first_step() -> None:
    made = run(Rprop(10.0, step_size_max=0.5), steps=5)
    np.testing.assert_allclose(np.abs(made.update[0]), 0.5)
