from __future__ import annotations

import math
import subprocess
import sys
from pathlib import Path

import pytest

from engine import schedules
from engine.hyperparameters import HyperparameterError, hyperparameters
from engine.schedules import (
    SCHEDULES,
    BatchScaling,
    Constant,
    Cosine,
    CosineRestarts,
    Cyclic,
    Exponential,
    ExponentialWarmUp,
    InverseSquareRoot,
    InverseTime,
    Linear,
    MultiStep,
    OneCycle,
    Polynomial,
    ReduceOnPlateau,
    Schedule,
    StepDecay,
    WarmUp,
    make_schedule,
)

HALF = math.sqrt(0.5)
KNOWN = [
    (Constant(), {0: 1.0, 999: 1.0}),
    (StepDecay(every=50, gamma=0.1), {0: 1.0, 49: 1.0, 50: 0.1, 99: 0.1, 100: 0.01}),
    (MultiStep(first=3, second=3, third=5, gamma=0.5), {0: 1.0, 2: 1.0, 3: 0.25, 4: 0.25, 5: 0.125, 999: 0.125}),
    (Linear(start=1.0, end=0.5, length=4), {0: 1.0, 1: 0.875, 4: 0.5, 99: 0.5}),
    (Exponential(gamma=0.5), {0: 1.0, 1: 0.5, 10: 2.0**-10}),
    (Polynomial(length=4, power=2.0), {0: 1.0, 1: 0.5625, 2: 0.25, 4: 0.0, 99: 0.0}),
    (InverseSquareRoot(tau=1.0), {0: 1.0, 1: HALF, 3: 0.5, 99: 0.1}),
    (InverseTime(tau=100.0), {0: 1.0, 100: 0.5, 300: 0.25}),
    (Cosine(length=200), {0: 1.0, 50: (1 + HALF) / 2, 100: 0.5, 200: 0.0, 10_000: 0.0}),
    (Cosine(length=200, floor=0.2, after="swing"), {0: 1.0, 100: 0.6, 200: 0.2, 300: 0.6, 400: 1.0}),
    (CosineRestarts(length=4, multiplier=2), {0: 1.0, 2: 0.5, 4: 1.0, 8: 0.5, 12: 1.0, 28: 1.0, 44: 0.5}),
    (OneCycle(length=10, pct_start=0.3), {0: 0.04, 1: 0.52, 2: 1.0, 9: 4e-6, 99: 4e-6}),
    (Cyclic(floor=0.5, up=2, down=4), {0: 0.5, 1: 0.75, 2: 1.0, 3: 0.875, 6: 0.5, 8: 1.0}),
    (Cyclic(floor=0.0, up=1, down=1, mode="triangular2"), {0: 0.0, 1: 1.0, 2: 0.0, 3: 0.5, 5: 0.25}),
    (ReduceOnPlateau(), {0: 1.0, 999: 1.0}),
    (WarmUp(length=10), {0: 0.1, 4: 0.5, 9: 1.0, 10: 1.0, 500: 1.0}),
    (WarmUp(length=2, then=StepDecay(every=3)), {0: 0.5, 1: 1.0, 2: 1.0, 4: 1.0, 5: 0.1, 8: 0.01}),
    (WarmUp(length=4, then=Linear(start=0.5, end=0.0, length=2)), {0: 0.125, 3: 0.5, 4: 0.5, 5: 0.25, 6: 0.0}),
    (WarmUp(length=4, shape="linear", start=0.2), {0: 0.2, 1: 0.4, 3: 0.8, 4: 1.0}),
    (WarmUp(length=4, shape="constant", start=0.2), {0: 0.2, 3: 0.2, 4: 1.0}),
    (ExponentialWarmUp(tau=10.0, then=StepDecay(every=9)), {0: 1 - math.exp(-0.1), 9: 0.1 * (1 - math.exp(-1.0))}),
    (BatchScaling(then=StepDecay()), {0: 1.0, 50: 0.1}),
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
def test_every_slider_end_and_choice_gives_a_finite_factor(name: str) -> None:
    for parameter in hyperparameters(SCHEDULES[name]):
        switch = isinstance(parameter.default, bool)
        for value in parameter.choices or ((True, False) if switch else (parameter.low, parameter.high)):
            schedule = SCHEDULES[name]().replaced(**{parameter.name: value})
            factors = [schedule.factor(k) for k in (0, 1, 2, 9, 199, 200, 201, 10**6)]
            assert all(0.0 <= factor <= 1.0 for factor in factors)


@pytest.mark.parametrize("name", SCHEDULES)
def test_row_describes_itself(name: str) -> None:
    cls = SCHEDULES[name]
    assert (cls.name, bool(cls.title), bool(cls.formula), bool(cls.summary), bool(cls.__doc__)) == (name, *[True] * 4)
    assert hash(cls()) == hash(cls())
    assert getattr(schedules, cls.__name__) is cls


@pytest.mark.parametrize("schedule", [Exponential(gamma=2.0), StepDecay(every=1, gamma=2.0)])
def test_growth_beyond_the_floats_is_infinite_and_no_error(schedule: Schedule) -> None:
    assert schedule.factor(10_000) == math.inf


def factors(schedule: Schedule, losses: list[float]) -> list[float]:
    """Return the factor of each iteration, its loss being the last one observed."""
    memory, found = schedule.first_memory(), []
    for iteration, loss in enumerate(losses):
        memory = schedule.observe(memory, loss)
        assert len(memory) == len(schedule.memory_fields)
        found.append(schedule.factor(iteration, memory))
    return found


def test_plateau_waits_drops_cools_and_stops_at_the_floor() -> None:
    schedule = ReduceOnPlateau(reduction=0.5, patience=2, cooldown=2, floor=0.2)
    losses = [1.0, 0.5, 0.5, 0.6, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.4] + 20 * [0.4]
    found = factors(schedule, losses)
    assert found[:11] == [1.0, 1.0, 1.0, 1.0, 0.5, 0.5, 0.5, 0.5, 0.5, 0.25, 0.25]
    assert found[-1] == 0.2


@pytest.mark.parametrize(("mode", "drops"), [("rel", True), ("abs", False)])
def test_progress_is_a_share_or_a_number(mode: str, drops: bool) -> None:
    schedule = ReduceOnPlateau(patience=1, threshold=0.01, threshold_mode=mode)
    losses = [100.0 - 0.1 * k for k in range(4)]  # by a thousandth each: 0.1 is more than 0.01
    assert (factors(schedule, losses)[-1] < 1.0) == drops


def test_behind_a_warm_up_the_plateau_sees_only_the_losses_of_its_own_iterations() -> None:
    late = WarmUp(length=5, then=ReduceOnPlateau(patience=1, reduction=0.5))
    assert factors(late, 9 * [1.0]) == pytest.approx([0.2, 0.4, 0.6, 0.8, 1.0, 1.0, 1.0, 0.5, 0.5])
    assert late.memory_fields == ("observed", "then.best", "then.waited", "then.cooling", "then.factor")
    at_once = ExponentialWarmUp(tau=1e-3, then=ReduceOnPlateau(patience=1, reduction=0.5))
    assert factors(at_once, 3 * [1.0]) == [1.0, 1.0, 0.5]


@pytest.mark.parametrize(
    ("rule", "size", "scale"), [("linear", 64, 8.0), ("square-root", 32, 2.0), ("linear", 2, 0.25), ("linear", 0, 1.0)]
)
def test_batches_scale_the_rate_wherever_the_scaling_stands(rule: str, size: int, scale: float) -> None:
    scaled = BatchScaling(rule=rule, reference=8)
    for schedule in (scaled, WarmUp(then=scaled), ExponentialWarmUp(then=WarmUp(then=scaled))):
        assert schedule.scale(size) == scale
    assert WarmUp().scale(size) == 1.0


def test_parts_are_named_with_dots_and_old_warm_ups_go_on_constantly() -> None:
    made = make_schedule("warm-up", {"length": 10, "then": "cosine", "then.T_max": 200})
    assert made == WarmUp(length=10, then=Cosine(length=200))
    assert make_schedule(made.name, made.values()) == made
    assert make_schedule("warm-up", {"length": 10}) == WarmUp(length=10, then=Constant())
    with pytest.raises(HyperparameterError, match=r"^then: length must be at least 1"):
        make_schedule("warm-up", {"then": "cosine", "then.length": 0})
    with pytest.raises(HyperparameterError, match=r"then is one of constant, step, .*, not 'cosin'"):
        make_schedule("warm-up", {"then": "cosin"})


def test_a_start_imports_the_constant_one_alone() -> None:
    code = "import sys; from engine.schedules import SCHEDULES, Constant; list(SCHEDULES); print(*sys.modules)"
    root = Path(__file__).parents[3]
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=root)
    found = [name for name in done.stdout.split() if name.startswith("engine.schedules.")]
    assert found == ["engine.schedules.schedule"]


def test_an_unknown_name_of_the_package_is_an_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'Sawtooth'"):
        _ = schedules.Sawtooth
