from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import pytest

from engine.hyperparameters import Declared, Hyperparameter, HyperparameterError, hyperparameters, make, number, part
from engine.optimizers import OPTIMIZERS, make_optimizer
from engine.schedules import SCHEDULES, make_schedule

OWNERS: dict[str, type[Declared]] = {**OPTIMIZERS, **SCHEDULES}
OF_PARTS = "."
DECLARED = [(cls, own) for cls in OWNERS.values() for own in hyperparameters(cls) if OF_PARTS not in own.name]
NUMBERS = [case for case in DECLARED if type(case[1].default) in (int, float)]
VARIANTS = [case for case in DECLARED if case not in NUMBERS]
each_declared = pytest.mark.parametrize(("cls", "parameter"), DECLARED, ids=lambda value: value.name)
each_number = pytest.mark.parametrize(("cls", "parameter"), NUMBERS, ids=lambda value: value.name)
each_variant = pytest.mark.parametrize(("cls", "parameter"), VARIANTS, ids=lambda value: value.name)
NO_NUMBERS = [math.nan, math.inf, -math.inf, "0.1", True, None, [0.1], 10**400, -(10**400)]


@each_declared
def test_default_is_accepted_and_described(cls: type[Declared], parameter: Hyperparameter) -> None:
    made = make(cls, {parameter.name: parameter.default})
    assert made == cls()
    assert type(made.values()[parameter.name]) is type(parameter.default)
    assert parameter.help.endswith(".")


@each_number
def test_default_and_slider_lie_within_what_may_be_typed(cls: type[Declared], parameter: Hyperparameter) -> None:
    assert parameter.low <= float(parameter.default) <= parameter.high
    assert parameter.low < parameter.high < parameter.below
    assert parameter.minimum <= parameter.low
    assert parameter.scale in ("linear", "log", "one-minus")
    assert parameter.low > 0.0 or parameter.scale != "log"
    assert parameter.high < 1.0 or parameter.scale != "one-minus"
    for value in (parameter.low, parameter.high):
        assert make(cls, {parameter.name: value}).values()[parameter.name] == value


@pytest.mark.parametrize("value", NO_NUMBERS, ids=lambda value: str(value)[:8])
@each_number
def test_what_is_no_finite_number_is_refused(cls: type[Declared], parameter: Hyperparameter, value: Any) -> None:
    with pytest.raises(HyperparameterError, match=f"^{parameter.name} must be a finite number"):
        make(cls, {parameter.name: value})


@each_number
def test_what_lies_outside_is_refused_with_the_limit(cls: type[Declared], parameter: Hyperparameter) -> None:
    with pytest.raises(HyperparameterError, match=f"^{parameter.name} must be at least {parameter.minimum:g}"):
        make(cls, {parameter.name: parameter.minimum - 1})
    if math.isfinite(parameter.below):
        with pytest.raises(HyperparameterError, match=f"^{parameter.name} must be below {parameter.below:g}"):
            make(cls, {parameter.name: parameter.below})


@each_variant
@pytest.mark.parametrize("value", [math.nan, 1, 0.5, "nonsense", "", None, ["pytorch"]], ids=str)
def test_choices_and_switches_take_nothing_else(cls: type[Declared], parameter: Hyperparameter, value: Any) -> None:
    with pytest.raises(HyperparameterError, match=f"^{parameter.name} is (one of|true or false)"):
        make(cls, {parameter.name: value})


@pytest.mark.parametrize(("cls", "parameter"), [c for c in VARIANTS if c[1].choices], ids=lambda value: value.name)
def test_every_choice_is_accepted(cls: type[Declared], parameter: Hyperparameter) -> None:
    assert parameter.default == parameter.choices[0] or parameter.is_part
    for value in parameter.choices:
        assert make(cls, {parameter.name: value}).values()[parameter.name] == value


@pytest.mark.parametrize(
    ("cls", "parameter"), [c for c in NUMBERS if type(c[1].default) is int], ids=lambda value: value.name
)
def test_whole_numbers_stay_whole(cls: type[Declared], parameter: Hyperparameter) -> None:
    assert make(cls, {parameter.name: 7.0}).values()[parameter.name] == 7
    with pytest.raises(HyperparameterError, match=f"^{parameter.name} must be a whole number"):
        make(cls, {parameter.name: 7.5})


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_lr_is_short_for_learning_rate(name: str) -> None:
    assert make_optimizer(name, {"lr": 0.25}) == make_optimizer(name, {"learning_rate": 0.25})


def test_alpha_is_rmsprops_rho_and_nobody_elses() -> None:
    assert make_optimizer("rmsprop", {"alpha": 0.8}).values()["rho"] == 0.8
    with pytest.raises(HyperparameterError, match=r"adam has no hyperparameter 'alpha'; it has: .*beta1"):
        make_optimizer("adam", {"alpha": 0.8})


@pytest.mark.parametrize("maker", [make_optimizer, make_schedule])
def test_an_unknown_name_lists_the_known(maker: Any) -> None:
    with pytest.raises(HyperparameterError, match="Known: "):
        maker("nonsense")


def test_replaced_checks_as_well() -> None:
    adam = make_optimizer("adam")
    assert adam.replaced(beta1=0.5).values() == {**adam.values(), "beta1": 0.5}
    with pytest.raises(HyperparameterError, match="beta1 must be below 1"):
        adam.replaced(beta1=1.0)


@dataclass(frozen=True)
class Pair(Declared):
    name = "pair"
    title = "Pair"

    learning_rate: float = number(1.0, 0.01, 10.0, "A common factor.")
    first: Declared = part(lambda: OPTIMIZERS, "adam", "The one that begins.")
    second: Declared = part(lambda: OPTIMIZERS, "momentum", "The one that ends.")


def test_a_part_is_a_choice_followed_by_its_own_hyperparameters() -> None:
    names = [p.name for p in hyperparameters(Pair)]
    assert names[:3] == ["learning_rate", "first", "first.learning_rate"]
    assert "second.convention" in names
    first = hyperparameters(Pair)[1]
    assert (first.default, first.choices, first.is_part) == ("adam", tuple(OPTIMIZERS), True)
    assert list(Pair().values()) == names


def test_parts_are_made_from_dotted_names_and_keep_what_is_not_changed() -> None:
    pair = make(Pair, {"second.lr": 0.5, "first": "rmsprop", "first.alpha": 0.7})
    assert (pair.values()["first"], pair.values()["first.rho"], pair.values()["second.learning_rate"]) == (
        "rmsprop",
        0.7,
        0.5,
    )
    assert make(Pair, pair.values()) == pair
    assert pair.replaced(**{"first.rho": 0.8}).values() == {**pair.values(), "first.rho": 0.8}
    renamed = pair.replaced(first="newton")
    assert renamed.values()["first.learning_rate"] == 1.0
    assert "first.rho" not in renamed.values()
    assert renamed.values()["second.learning_rate"] == 0.5


def test_a_part_may_be_called_by_a_short_name() -> None:
    assert make(Pair, {"second": "gd", "second.lr": 0.5}).values()["second"] == "gradient-descent"
    assert Pair().replaced(first="sgd").values()["first"] == "gradient-descent"


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"first": "nonsense"}, rf"first is one of .*\({len(OPTIMIZERS)} in all\), not 'nonsense'"),
        ({"first": "adamm"}, r"first is one of adam, .*, not 'adamm'"),
        ({"first": 3}, "first is one of"),
        ({"first.rho": 0.5}, "adam has no hyperparameter 'rho'"),
        ({"third.lr": 0.5}, "pair has no hyperparameter 'third.lr'"),
        ({"second.momentum": "much"}, "^second: momentum must be a finite number"),
    ],
)
def test_mistakes_in_parts_are_named(values: dict[str, object], message: str) -> None:
    with pytest.raises(HyperparameterError, match=message):
        make(Pair, values)
