from __future__ import annotations

import math

import numpy as np
import pytest

from engine.explain.traced import TRACING, Traced, symbol
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
    writer = Writer({})
    assert writer.definition((a + b) * c) == r"\left(a + b\right) \, c"
    assert writer.definition(a + b * c) == r"a + b \, c"
    assert writer.definition(a - (b - c)) == r"a - \left(b - c\right)"
    assert writer.definition((a + b) ** 2.0) == r"\left(a + b\right)^{2}"
    assert writer.definition(a * a) == "a^{2}"
    assert writer.definition(-(a + b)) == r"-\left(a + b\right)"
    assert writer.definition(a / (b + c)) == r"\frac{a}{b + c}"


def test_each_coordinate_has_its_own_numbers() -> None:
    a, b = value(1.5, "a"), value(-2.0, "b")
    assert [Writer({}, coordinate=index).definition(a + b) for index in (0, 1)] == ["1.5 - 2", "3 - 4"]


def test_a_choice_shows_the_branch_that_was_taken() -> None:
    a, b = value(1.0, "a"), value(2.0, "b")
    assert Writer({}).definition(TRACING.where(a < b, a, b)) == "a"
    mixed = symbol(np.array([1.0, 9.0]), "c", "gradient")
    assert "cases" in Writer({}).definition(TRACING.where(mixed < b, mixed, b))
    assert [Writer({}, coordinate=i).definition(TRACING.where(mixed < b, mixed, b)) for i in (0, 1)] == ["1", "4"]


def test_tracing_keeps_the_bits_of_the_arithmetic() -> None:
    rng = np.random.default_rng(5)
    left, right = rng.normal(size=2), rng.normal(size=2)
    a, b = symbol(left, "a", "gradient"), symbol(right, "b", "state")
    np.testing.assert_array_equal((0.3 * a + b / (abs(a) + 1e-8)).value, 0.3 * left + right / (abs(left) + 1e-8))
    assert TRACING.maximum(a, b).value.tobytes() == np.maximum(left, right).tobytes()
