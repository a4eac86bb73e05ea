"""What holds for every elementwise rule in every variant: floats, arrays and lanes of hyperparameters agree."""

from __future__ import annotations

import copy
from typing import Any

import numpy as np
import pytest

from engine.hyperparameters import Value, hyperparameters
from engine.optimizer import ARRAYS, FLOATS, Elementwise
from engine.optimizers import OPTIMIZERS
from tests.reference.recorded import STARTS, gradients

RULES = {name: cls for name, cls in OPTIMIZERS.items() if issubclass(cls, Elementwise)}
every_rule = pytest.mark.parametrize("name", RULES)
STEPS = 20
SLOPES = gradients()[:STEPS].reshape(STEPS, -1)
POINTS = STARTS.reshape(-1)


def variants(name: str) -> list[Elementwise]:
    """Return the rule as it is, with every choice and switch in turn, and with every term that is off turned on."""
    default = RULES[name]()
    found, terms = (
        [default],
        {p.name: 0.1 for p in hyperparameters(default) if p.default == 0.0 and not _named(p.default)},
    )
    for p in hyperparameters(default):
        values: tuple[Value, ...] = p.choices or ((False, True) if isinstance(p.default, bool) else ())
        found += [default.replaced(**{p.name: value}, **extra) for value in values for extra in ({}, terms)]
    return [*found, default.replaced(**terms)]


def _named(value: Value) -> bool:
    return isinstance(value, (bool, str))


def walk(rule: Elementwise, points: Any, slopes: Any, state: Any, arithmetic: Any) -> list[Any]:
    """Return points and fields of the state after every step."""
    along = []
    for iteration, slope in enumerate(slopes):
        points, state = rule.rule(points, slope, state, 0.01, iteration, arithmetic)
        along.append([points, *state])
    return along


@every_rule
def test_floats_and_arrays_agree_to_the_last_bit(name: str) -> None:
    for rule in variants(name):
        arrays = np.array(walk(rule, POINTS, SLOPES, rule.init(POINTS), ARRAYS))
        for axis, start in enumerate(POINTS.tolist()):
            floats = walk(rule, start, SLOPES[:, axis].tolist(), rule.initial(0.0), FLOATS)
            assert np.array_equal(np.array(floats), arrays[:, :, axis]), rule


@every_rule
def test_hyperparameters_may_be_lanes(name: str) -> None:
    """One lane for each of three values, all at once, against one after another."""
    for p in hyperparameters(RULES[name]):
        if type(p.default) is not float or p.name == "learning_rate":
            continue
        values = np.array([p.low, float(p.default), 0.3 * p.low + 0.7 * p.high])
        lanes = copy.copy(RULES[name]())
        object.__setattr__(lanes, p.name, values[:, None])
        points = np.tile(POINTS, (3, 1))
        together = walk(lanes, points, SLOPES, lanes.init(points), ARRAYS)[-1][0]
        for value, lane in zip(values.tolist(), together, strict=True):
            alone = RULES[name]().replaced(**{p.name: value})
            expected = walk(alone, POINTS, SLOPES, alone.init(POINTS), ARRAYS)[-1][0]
            np.testing.assert_allclose(lane, expected, rtol=1e-12, atol=1e-12, err_msg=f"{p.name} = {value}")
