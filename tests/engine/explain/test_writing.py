from __future__ import annotations

import math

import numpy as np
import pytest

from engine.explain.traced import Traced, made, symbol
from engine.explain.writing import Writer, number


def value(amount: float, latex: str, role: str = "gradient") -> Traced:
    return symbol(np.array([amount, 2 * amount]), latex, role)


@pytest.mark.parametrize(
    ("amount", "latex"),
    [
        (0.0133, "0.0133"),
        (1.02e-5, r"1.02\times 10^{-5}"),
        (1e-8, "10^{-8}"),
        (-1e-8, "-10^{-8}"),
        (math.inf, r"\infty"),
        (math.nan, r"\mathrm{NaN}"),
    ],
)
def test_numbers_have_significant_digits(amount: float, latex: str) -> None:
    assert number(amount) == latex


def test_brackets_stand_where_they_are_needed() -> None:
    a, b, c = value(1.0, "a"), value(2.0, "b"), value(3.0, "c")
    two, total = Traced(2.0, "number"), made("+", a, b)
    written = Writer({}).definition
    assert written(made("*", total, c)) == r"\left(a + b\right) \, c"
    assert written(made("+", a, made("*", b, c))) == r"a + b \, c"
    assert written(made("-", a, made("-", b, c))) == r"a - \left(b - c\right)"
    assert written(made("**", total, two)) == r"\left(a + b\right)^{2}"
    assert written(made("*", a, a)) == "a^{2}"
    assert written(made("negative", total)) == r"-\left(a + b\right)"
    assert written(made("/", a, made("+", b, c))) == r"\frac{a}{b + c}"


def test_each_coordinate_has_its_own_numbers() -> None:
    total = made("+", value(1.5, "a"), value(-2.0, "b"))
    assert [Writer({}, coordinate=index).definition(total) for index in (0, 1)] == ["1.5 - 2", "3 - 4"]


def test_a_choice_shows_the_branch_that_was_taken() -> None:
    a, b = value(1.0, "a"), value(2.0, "b")
    assert Writer({}).definition(made("where", made("<", a, b), a, b)) == "a"
    mixed = symbol(np.array([1.0, 9.0]), "c", "gradient")
    choice = made("where", made("<", mixed, b), mixed, b)
    assert "cases" in Writer({}).definition(choice)
    assert [Writer({}, coordinate=index).definition(choice) for index in (0, 1)] == ["1", "4"]


def test_settings_alone_are_written_out_as_they_were_entered() -> None:
    beta, one = symbol(0.99999, r"\beta", "hyperparameter"), Traced(1, "number")
    share = made("*", made("-", one, beta), value(3.0, "g"))
    assert Writer({}).definition(share) == r"\left(1 - \beta\right) \, g"
    assert Writer({}, coordinate=0).definition(share) == r"\left(1 - 0.99999\right) \cdot 3"


def test_a_number_after_a_factor_has_a_dot_before_it() -> None:
    power = made("**", Traced(0.96, "number"), symbol(3, "t", "iteration"))
    assert Writer({}).definition(made("*", value(1.0, "a"), power)) == r"a \cdot 0.96^{t}"


@pytest.mark.parametrize(
    ("amount", "text"), [(-2.0, "1.5 - 2"), (-3e-9, r"1.5 - 3\times 10^{-9}"), (-1e-8, "1.5 - 10^{-8}")]
)
def test_a_negative_number_is_taken_away(amount: float, text: str) -> None:
    one = Traced(1, "number")
    factor = made("*", made("-", one, symbol(0.0, "d", "hyperparameter")), value(amount, "g"))
    assert Writer({}, coordinate=0).definition(made("+", value(1.5, "a"), factor)) == text
