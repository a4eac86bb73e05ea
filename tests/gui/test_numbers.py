from __future__ import annotations

import contextlib
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QFont

from gui.numbers import NumberError, exact_number, format_number, parse_number, tabular_font


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.0133, "0.0133"),
        (0.013312345, "0.01331"),
        (1.02e-5, "1.02e−05"),
        (-2.5, "−2.5"),
        (0.0, "0"),
        (-0.0, "0"),
        (41.0, "41"),
        (12000.0, "12000"),
        (12345.0, "12345"),
        (12345.6, "12346"),
        (999999.7, "1000000"),
        (-2.5e6, "−2.5e+06"),
        (3e8, "3e+08"),
        (math.inf, "∞"),
        (-math.inf, "−∞"),
        (math.nan, "–"),
    ],
)
def test_format_number(value: float, text: str) -> None:
    assert format_number(value) == text


def test_format_number_counts_significant_digits() -> None:
    assert format_number(math.pi, 7) == "3.141593"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0.05", 0.05),
        (" 1e-3 ", 1e-3),
        ("−2.5", -2.5),
        ("1/20", 0.05),
        ("-3 / 4", -0.75),
        (".5", 0.5),
        ("5.", 5.0),
        ("1 000", 1000.0),
        ("+2E+2", 200.0),
        ("１２", 12.0),
    ],
)
def test_parse_number(text: str, value: float) -> None:
    assert parse_number(text) == value


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("", "Type a number"),
        ("   ", "Type a number"),
        ("0,05", "as a point"),
        ("abc", "“abc” is not a number"),
        ("1/0", "must not be zero"),
        ("1/2/3", "is not a number"),
        ("/2", "is not a number"),
        ("nan", "finite"),
        ("-inf", "finite"),
        ("∞", "finite"),
        ("1e999", "too large"),
        ("1_000", "is not a number"),
        ("0x10", "is not a number"),
    ],
)
def test_parse_number_says_what_is_wrong(text: str, part: str) -> None:
    with pytest.raises(NumberError, match=part) as caught:
        parse_number(text)
    assert str(caught.value).endswith(".")


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_exact_number_comes_back(value: float) -> None:
    assert parse_number(exact_number(value)) == value


@given(st.floats(-1e300, 1e300))
def test_what_is_shown_can_be_typed(value: float) -> None:
    assert parse_number(format_number(value, 5)) == pytest.approx(value, rel=1e-4, abs=1e-320)


@given(st.text(max_size=12) | st.text("0123456789+-−./eE ,", max_size=12))
def test_parse_number_gives_a_finite_number_or_a_sentence(text: str) -> None:
    with contextlib.suppress(NumberError):
        assert math.isfinite(parse_number(text))


def test_tabular_font_asks_for_figures_of_one_width() -> None:
    base = QFont()
    font = tabular_font(base)
    assert font.isFeatureSet(QFont.Tag("tnum"))
    assert not base.isFeatureSet(QFont.Tag("tnum"))
