from __future__ import annotations

import math

import pytest

from engine.hyperparameters import hyperparameters
from engine.schedules import SCHEDULES, Constant, Cosine, Exponential, Schedule, StepDecay, WarmUp

KNOWN = [
    (Constant(), {0: 1.0, 999: 1.0}),
    (StepDecay(every=50, gamma=0.1), {0: 1.0, 49: 1.0, 50: 0.1, 99: 0.1, 100: 0.01}),
    (Exponential(gamma=0.5), {0: 1.0, 1: 0.5, 10: 2.0**-10}),
    (Cosine(length=200), {0: 1.0, 50: (1 + math.sqrt(0.5)) / 2, 100: 0.5, 200: 0.0, 10_000: 0.0}),
    (WarmUp(length=10), {0: 0.1, 4: 0.5, 9: 1.0, 10: 1.0, 500: 1.0}),
]


@pytest.mark.parametrize(("schedule", "values"), KNOWN)
def test_known_values(schedule: Schedule, values: dict[int, float]) -> None:
    for iteration, factor in values.items():
        assert schedule.factor(iteration) == pytest.approx(factor, rel=1e-14, abs=1e-16)


def test_every_row_has_known_values() -> None:
    assert {schedule.name for schedule, _ in KNOWN} == set(SCHEDULES)


@pytest.mark.parametrize("name", SCHEDULES)
def test_pure_and_between_zero_and_one(name: str) -> None:
    schedule = SCHEDULES[name]()
    order = [0, 7, 3, 100_000, 3, 0, 7]
    factors = [schedule.factor(k) for k in order]
    assert factors == [schedule.factor(k) for k in order]
    assert len(set(factors)) <= len(set(order))
    assert all(0.0 <= factor <= 1.0 for factor in factors)


@pytest.mark.parametrize("name", SCHEDULES)
def test_every_slider_end_gives_a_finite_factor(name: str) -> None:
    for parameter in hyperparameters(SCHEDULES[name]):
        for value in (parameter.low, parameter.high):
            schedule = SCHEDULES[name]().replaced(**{parameter.name: value})
            assert all(math.isfinite(schedule.factor(k)) for k in (0, 1, 10**6))


@pytest.mark.parametrize("name", SCHEDULES)
def test_row_describes_itself(name: str) -> None:
    cls = SCHEDULES[name]
    assert (cls.name, bool(cls.title), bool(cls.formula)) == (name, True, True)
    assert hash(cls()) == hash(cls())


@pytest.mark.parametrize("schedule", [Exponential(gamma=2.0), StepDecay(every=1, gamma=2.0)])
def test_growth_beyond_the_floats_is_infinite_and_no_error(schedule: Schedule) -> None:
    assert schedule.factor(10_000) == math.inf
