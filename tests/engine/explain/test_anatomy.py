"""Which parts of a rule carry a direction and which scale, told by the rule's tape."""

from __future__ import annotations

import numpy as np
import pytest

from engine.explain.anatomy import Anatomy, anatomy, slopes_step
from engine.explain.rule import trace
from engine.optimizer import Elementwise
from engine.optimizers import OPTIMIZERS, make_optimizer
from engine.tape import taped

RULES = [name for name, cls in OPTIMIZERS.items() if issubclass(cls, Elementwise)]
M, D = "memory", "divisor"
FIELDS: dict[str, dict[str, str]] = {
    "gradient-descent": {},
    "momentum": {"velocity": M},
    "nesterov": {"velocity": M},
    "qhm": {"velocity": M},
    "sign-descent": {"first_moment": M},
    "adagrad": {"sum_of_squares": D},
    "rmsprop": {"square_average": D},
    "adadelta": {"square_average": D, "update_average": D},
    "adam": {"first_moment": M, "second_moment": D},
    "adamw": {"first_moment": M, "second_moment": D},
    "amsgrad": {"first_moment": M, "second_moment": D, "largest_second_moment": D},
    "adamax": {"first_moment": M, "largest_gradient": D},
    "nadam": {"first_moment": M, "second_moment": D},
    "radam": {"first_moment": M, "second_moment": D},
    "qhadam": {"first_moment": M, "second_moment": D},
    "lion": {"first_moment": M},
    "rprop": {"step_size": D, "last_gradient": D},
    "adan": {"first_moment": M, "difference_moment": M, "previous_gradient": M, "second_moment": D},
    "adabelief": {"first_moment": M, "surprise": D},
    "yogi": {"first_moment": M, "second_moment": D},
}


def of(name: str, **values: object) -> Anatomy:
    rule = make_optimizer(name, values)
    assert isinstance(rule, Elementwise)
    return anatomy(taped(rule, 0.1, 7))


@pytest.mark.parametrize("name", RULES)
def test_fields_carry_or_scale(name: str) -> None:
    assert dict(of(name).fields) == FIELDS[name]


def test_a_centre_is_no_memory_but_a_velocity_is() -> None:
    fields = of("rmsprop", centered=True, momentum=0.9).fields
    assert fields == {"square_average": D, "gradient_average": D, "velocity": M}


def test_what_corrects_a_memory_belongs_to_it() -> None:
    adam, adabelief, nadam = of("adam"), of("adabelief"), of("nadam")
    assert (adam.role(["beta1"]), adam.role(["beta2"]), adam.role(["eps"]), adam.role([])) == (M, D, D, "")
    assert (adabelief.role(["beta1"]), adabelief.role(["beta2"])) == (M, D)
    assert nadam.role(["beta1", "momentum_decay"]) == M
    assert of("adagrad", lr_decay=0.1).role(["lr_decay"]) == ""


@pytest.mark.parametrize("name", RULES)
def test_slopes_that_all_turn_around_turn_the_step_around(name: str) -> None:
    """What the anatomy calls a direction changes its sign with the slopes, and a scale does not."""
    rule, rng = make_optimizer(name), np.random.default_rng(3)
    assert isinstance(rule, Elementwise)
    params, gradient = rng.normal(size=(2, 4))
    like = rule.init(params)
    fields = of(name).fields
    signed = {"velocity", "first_moment", "difference_moment", "previous_gradient", "last_gradient"}
    state = {
        field: rng.normal(size=4) if field in signed else np.abs(rng.normal(size=4)) + 0.1 for field in like._fields
    }
    turned = {field: -value if field in signed else value for field, value in state.items()}
    one, other = (
        trace(rule, sign * params, sign * gradient, type(like)(**own), 0.1, 7)
        for sign, own in ((1.0, state), (-1.0, turned))
    )
    np.testing.assert_allclose(other.params.value, -one.params.value, rtol=1e-12)
    for field, role in fields.items():
        sign = -1.0 if field in signed else 1.0
        np.testing.assert_allclose(getattr(other.state, field).value, sign * getattr(one.state, field).value)
        assert role == M if field in signed - {"last_gradient"} else role == D


def test_twice_the_slope_is_twice_the_step_where_it_says_so() -> None:
    rng = np.random.default_rng(5)
    for name in RULES:
        rule = make_optimizer(name)
        assert isinstance(rule, Elementwise)
        params, gradient, *values = rng.normal(size=(6, 3))
        like = rule.init(params)
        state = type(like)(*(np.abs(value) for value, _ in zip(values, like, strict=False)))
        step = trace(rule, params, gradient, state, 0.1, 7)
        once, twice = (slopes_step(step.program, step.entries, share * gradient) for share in (1.0, 2.0))
        expected = 2.0 * once if step.anatomy.is_linear else once
        np.testing.assert_allclose(twice, expected, rtol=1e-12)
