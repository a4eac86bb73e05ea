from __future__ import annotations

import numpy as np
import pytest

from engine.explain.rule import trace
from engine.optimizer import ARRAYS, Elementwise
from engine.optimizers import OPTIMIZERS
from engine.tape import taped

RULES = [name for name, cls in OPTIMIZERS.items() if issubclass(cls, Elementwise)]


@pytest.mark.parametrize("name", RULES)
@pytest.mark.parametrize("iteration", [0, 1, 7])
def test_a_traced_step_has_the_bits_of_the_rule(name: str, iteration: int) -> None:
    optimizer, rng = OPTIMIZERS[name](), np.random.default_rng(iteration)
    assert isinstance(optimizer, Elementwise)
    params, gradient = rng.normal(size=2), rng.normal(size=2)
    like = optimizer.init(params)
    state = type(like)(*(np.abs(rng.normal(size=2)) for _ in like))
    with np.errstate(all="ignore"):
        moved, after = optimizer.rule(params, gradient, state, 0.1, iteration, ARRAYS)
    step = trace(optimizer, params, gradient, state, 0.1, iteration)
    assert np.asarray(step.params.value).tobytes() == np.asarray(moved).tobytes()
    for value, expected in zip(step.state, after, strict=True):
        np.testing.assert_array_equal(value.value, expected)


@pytest.mark.parametrize("name", RULES)
def test_a_kept_tape_is_that_of_the_iteration(name: str) -> None:
    optimizer = OPTIMIZERS[name]()
    assert isinstance(optimizer, Elementwise)
    params = np.array([0.5, -2.0])
    like = optimizer.init(params)
    for iteration in (9, 0, 1, 40, 2):
        step = trace(optimizer, params, params, like, 0.1, iteration)
        assert step.program == taped(optimizer, 0.1, iteration)


def test_values_know_what_went_into_them() -> None:
    optimizer = OPTIMIZERS["adam"]()
    assert isinstance(optimizer, Elementwise)
    zero = np.zeros(2)
    step = trace(optimizer, zero, zero + 1.0, optimizer.init(zero), 0.1, 3)
    assert step.params.depends_on("gradient", "state")
    assert step.params.depends_on("iteration")
    assert step.state.first_moment.depends_on("hyperparameter")
    assert not step.state.first_moment.depends_on("parameter", "learning_rate", "iteration")
