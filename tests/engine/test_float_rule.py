"""A rule written out is the rule: bit for bit, whatever it decides by the iteration or by its hyperparameters."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from engine.float_rule import MOST_COORDINATES, MOST_PROGRAMS, FloatRule
from engine.history import RunStatus
from engine.hyperparameters import hyperparameters, number
from engine.optimizer import Arithmetic, Elementwise, NoState, Number
from engine.optimizers import OPTIMIZERS
from engine.run import RunConfig, run_to
from engine.schedules import Constant
from engine.tape import NotTapeableError, taped
from surfaces import SurfaceSpec, build_surface

if TYPE_CHECKING:
    from collections.abc import Iterator

    from engine.float_rule import Point

ELEMENTWISE = {name: cls for name, cls in OPTIMIZERS.items() if issubclass(cls, Elementwise)}
every_rule = pytest.mark.parametrize("name", ELEMENTWISE)


def variants(cls: type[Elementwise]) -> Iterator[Elementwise]:
    """Yield the rule with every one of its choices, with its switches both ways, with its terms that may be off."""
    options: dict[str, tuple[Any, ...]] = {}
    for parameter in hyperparameters(cls):
        if parameter.choices:
            options[parameter.name] = parameter.choices
        elif isinstance(parameter.default, bool):
            options[parameter.name] = (False, True)
        elif parameter.default == 0.0:
            options[parameter.name] = (0.0, 0.05)
    for values in list(product(*options.values()))[:24]:
        yield cls(**{**dict(zip(options, values, strict=True)), "learning_rate": 1e-3})


def walked(rule: FloatRule, optimizer: Elementwise, dim: int, renewing: bool) -> list[tuple[Point, Point]]:
    surface = build_surface(SurfaceSpec("rosenbrock", dim=dim))
    point = tuple(np.linspace(-1.2, 1.0, dim).tolist())
    state = tuple(float(value) for value in optimizer.initial(0.0) for _ in point)
    rows = []
    for iteration in range(30):
        inputs = (point, surface.value_and_gradient_at(point)[1], state, 1e-3, iteration)
        point, state = (rule.step(*inputs) or rule.renewed(*inputs)) if renewing else rule._by_rule(*inputs)
        rows.append((point, state))
    return rows


@every_rule
@pytest.mark.parametrize("dim", [2, 3])
def test_written_out_it_gives_the_bits_of_the_rule(name: str, dim: int) -> None:
    for optimizer in variants(ELEMENTWISE[name]):
        rule = FloatRule(optimizer, dim)
        assert walked(rule, optimizer, dim, renewing=True) == walked(rule, optimizer, dim, renewing=False)
        assert rule._written  # and was not merely run as it stands
        assert rule.step in rule._written


def test_a_decision_by_the_iteration_is_taken_anew_at_every_iteration() -> None:
    rule = FloatRule(ELEMENTWISE["momentum"]().replaced(dampening=0.5), 2)
    for iteration, velocity in ((0, 1.0), (7, 0.5), (0, 1.0), (3, 0.5)):
        inputs = ((0.0, 0.0), (1.0, 1.0), (0.0, 0.0), 0.1, iteration)
        _, state = rule.step(*inputs) or rule.renewed(*inputs)
        assert state == (velocity, velocity)
    assert len(rule._written) == 2


@dataclass(frozen=True)
class Peculiar(Elementwise):
    """A rule that looks at numbers in ways no tape can record, or decides anew at every iteration."""

    name = "peculiar"
    learning_rate: float = number(0.1, 0.0, 1.0, "")
    way: int = number(0, 0, 3, "")

    def initial(self, zero: Number) -> NoState:
        return NoState()

    def rule(
        self,
        parameter: Number,
        gradient: Number,
        state: Any,
        learning_rate: float,
        iteration: int,
        arithmetic: Arithmetic,
    ) -> tuple[Number, NoState]:
        if self.way == 0 and gradient > 0.0:
            return parameter - learning_rate, state
        if self.way == 1:
            return parameter - learning_rate * float(learning_rate), state
        if self.way == 2 and iteration == iteration // 1:
            rate = [learning_rate * k for k in range(100) if k == iteration][0]  # noqa: RUF015
            return parameter - rate * gradient, state
        return parameter - learning_rate * gradient, state


@pytest.mark.parametrize("way", [0, 1])
def test_what_cannot_be_taped_is_run_as_it_stands(way: int) -> None:
    optimizer = Peculiar(way=way)
    with pytest.raises(NotTapeableError):
        taped(optimizer, 0.1, 0)
    rule = FloatRule(optimizer, 2)
    assert walked(rule, optimizer, 2, renewing=True) == walked(rule, optimizer, 2, renewing=False)
    assert rule.step == rule._by_rule


def test_after_too_many_programs_the_rule_is_run_as_it_stands() -> None:
    optimizer = Peculiar(way=2)
    rule = FloatRule(optimizer, 2)
    for iteration in range(MOST_PROGRAMS + 2):
        inputs = ((0.0, 0.0), (1.0, 1.0), (), 0.1, iteration)
        assert (rule.step(*inputs) or rule.renewed(*inputs)) == rule._by_rule(*inputs)
    assert rule.step == rule._by_rule


def test_many_coordinates_are_not_written_out() -> None:
    rule = FloatRule(ELEMENTWISE["adam"](), MOST_COORDINATES + 1)
    assert rule.step == rule._by_rule


@every_rule
def test_what_floats_refuse_is_left_to_arrays(name: str) -> None:
    optimizer = ELEMENTWISE[name]().replaced(learning_rate=1e308)
    run = run_to(RunConfig(SurfaceSpec(formula="x^4 + y"), (1e3, 1.0), optimizer, Constant()), 5)
    assert run.status is not RunStatus.CONVERGED
    assert np.isfinite(run.table).all()
