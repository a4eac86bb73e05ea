from __future__ import annotations

import pytest

from gui.figure.svg import clean, number
from gui.figure.text import fitted, formula_text, text_width


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("x^2/20 + y^2", "<i>x</i>²/20 + <i>y</i>²"),
        ("a*x - 1", "<i>a</i>·<i>x</i> − 1"),
        ("x^(a+1)", "<i>x</i>^(<i>a</i> + 1)"),
        ("x^-3", "<i>x</i>⁻³"),
        ("exp(x)^y", "exp(<i>x</i>)^<i>y</i>"),
        ("2^(x^y)", "2^(<i>x</i>^<i>y</i>)"),
        ("not (a formula", "not (a formula"),
    ],
)
def test_formulas_in_one_line(typed: str, shown: str) -> None:
    assert formula_text(typed) == shown


def test_long_text_is_cut_and_says_so() -> None:
    assert fitted("short", 14, 200) == "short"
    cut = fitted("a label that goes on and on", 14, 100)
    assert cut.endswith("…")
    assert text_width(cut, 14) <= 100


def test_wide_characters_count_as_wide() -> None:
    assert text_width("한국어", 10) == 30


def test_what_xml_cannot_hold_is_replaced() -> None:
    assert clean("a\x00b\ud800\n c") == "a\ufffdb\ufffd c"


@pytest.mark.parametrize(("value", "text"), [(1.0, "1"), (-0.001, "0"), (2.345, "2.35"), (1200.5, "1200.5")])
def test_numbers_are_short(value: float, text: str) -> None:
    assert number(value) == text
