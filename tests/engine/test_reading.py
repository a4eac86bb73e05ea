from __future__ import annotations

from typing import Any

import pytest

from engine.reading import Fields, ReadingError

FIELDS = Fields({"text": "a", "number": 1, "flag": True, "list": [1, 2.5], "words": ["a"], "in": {"deep": [{}]}}, "")


def test_reads_what_is_there() -> None:
    assert FIELDS.text("text") == "a"
    assert FIELDS.number("number") == 1.0
    assert FIELDS.whole("number") == 1
    assert FIELDS.truth("flag") is True
    assert FIELDS.numbers("list", 2) == (1.0, 2.5)
    assert FIELDS.texts("words") == ("a",)
    assert [item.where("x") for item in FIELDS.table("in").tables("deep")] == ["in.deep[0].x"]


def test_reads_defaults_for_what_is_absent() -> None:
    assert FIELDS.text("none", "d") == "d"
    assert FIELDS.number("none", 2.0) == 2.0
    assert FIELDS.whole("none", 3) == 3
    assert FIELDS.truth("none", False) is False
    assert (FIELDS.texts("none"), FIELDS.tables("none"), FIELDS.table("none").rest()) == ((), [], {})


@pytest.mark.parametrize("value", [None, "1", True, [], float("nan"), float("-inf"), 10**400])
def test_a_number_is_finite_and_no_truth_value(value: Any) -> None:
    with pytest.raises(ReadingError, match=r"^a\.n should be a (finite )?number"):
        Fields({"n": value}, "a").number("n")


@pytest.mark.parametrize("value", [None, 1.0, True, "1", -1, 11])
def test_a_whole_number_lies_within_its_limits(value: Any) -> None:
    with pytest.raises(ReadingError, match=r"^n should be a whole number from 0 to 10"):
        Fields({"n": value}, "").whole("n", high=10)


@pytest.mark.parametrize("value", [None, 1, "true", []])
def test_truth_is_true_or_false(value: Any) -> None:
    with pytest.raises(ReadingError, match=r"^n should be true or false"):
        Fields({"n": value}, "").truth("n")


@pytest.mark.parametrize("value", [None, 1, ["a"], "\udc80"])
def test_a_text_can_be_written_to_a_file(value: Any) -> None:
    with pytest.raises(ReadingError, match=r"^t should be a text"):
        Fields({"t": value}, "").text("t")
    with pytest.raises(ReadingError, match=r"^t should be a list of texts"):
        Fields({"t": [value]}, "").texts("t")


@pytest.mark.parametrize("value", [None, 1, "a", []])
def test_a_table_is_a_table(value: Any) -> None:
    with pytest.raises(ReadingError, match=r"^t should be a table"):
        Fields({"t": value}, "").table("t")


def test_rest_is_what_nobody_asked_for() -> None:
    fields = Fields({"a": 1, "b": 2}, "")
    fields.number("a")
    assert fields.rest() == {"b": 2}
    assert ("a" in fields, "c" in fields) == (True, False)
