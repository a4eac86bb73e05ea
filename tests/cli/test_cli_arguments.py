from __future__ import annotations

import pytest

from cli.arguments import UsageError, build_parser, joined, read_choice, read_numbers, read_pair


@pytest.mark.parametrize(
    ("text", "choice"),
    [
        ("adam", ("adam", {})),
        ("adam:", ("adam", {})),
        ("adam:lr=0.1,beta2=0.99", ("adam", {"lr": 0.1, "beta2": 0.99})),
        ("momentum:convention=classical", ("momentum", {"convention": "classical"})),
        ("adam:bias_correction=false", ("adam", {"bias_correction": False})),
        ("step:every=50,gamma=1e-1", ("step", {"every": 50, "gamma": 0.1})),
        ("a:b=c=d", ("a", {"b": "c=d"})),
    ],
)
def test_reads_a_choice(text: str, choice: tuple[str, dict[str, object]]) -> None:
    name, values = read_choice(text)
    assert (name, values) == choice
    assert [type(value) for value in values.values()] == [type(value) for value in choice[1].values()]


@pytest.mark.parametrize(("text", "value"), [("k=1", 1), ("k=-3", -3), ("k=1.0", 1.0), ("k=²", "²"), ("k=1_0", 10.0)])
def test_whole_numbers_stay_whole(text: str, value: object) -> None:
    assert read_pair(text) == ("k", value)
    assert type(read_pair(text)[1]) is type(value)


def test_a_number_beyond_the_floats_is_infinite() -> None:
    assert read_pair("k=" + "9" * 5000) == ("k", float("inf"))


@pytest.mark.parametrize("text", ["k", "=1", "k=", "", "="])
def test_a_pair_needs_both_halves(text: str) -> None:
    with pytest.raises(UsageError, match="as name=value"):
        read_pair(text)


@pytest.mark.parametrize("text", ["", "1", "1,2,3", "1,", "a,b", "nan,1", "inf,1", "1e400,1", "1;2"])
def test_numbers_are_as_many_as_asked_and_finite(text: str) -> None:
    with pytest.raises(UsageError, match="--start takes 2 finite numbers"):
        read_numbers(text, 2, "--start")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (["--start", "-7,2"], ["--start=-7,2"]),
        (["--formula", "-x^2+y"], ["--formula=-x^2+y"]),
        (["--bounds", "-5,5,-5,5", "--json"], ["--bounds=-5,5,-5,5", "--json"]),
        (["--start", "--json"], ["--start", "--json"]),
        (["--csv", "-", "--start", "1,2"], ["--csv", "-", "--start", "1,2"]),
    ],
)
def test_a_value_may_begin_with_a_minus(typed: list[str], meant: list[str]) -> None:
    assert joined(typed) == meant


def test_options_are_those_of_the_contract() -> None:
    options = build_parser().parse_args(["run", "--surface", "book"])
    assert set(vars(options)) == {
        *("command", "surface", "formula", "scenario", "session", "param", "bounds", "start", "optimizer"),
        *("schedule", "steps", "data", "columns", "bag", "batch_size", "replacement", "seed", "csv", "save", "json"),
    }
