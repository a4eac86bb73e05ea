from __future__ import annotations

import json
from typing import Any

import pytest

from cli.list_command import LISTS
from cli.main import main
from engine.hyperparameters import hyperparameters
from engine.optimizers import OPTIMIZERS
from engine.scenario import load_scenarios
from engine.schedules import SCHEDULES
from surfaces import CATALOGUE

NAMES = {
    "surfaces": list(CATALOGUE),
    "optimizers": list(OPTIMIZERS),
    "schedules": list(SCHEDULES),
    "scenarios": [scenario.name for scenario in load_scenarios()],
}
every_list = pytest.mark.parametrize("what", LISTS)


def listed(what: str, capsys: pytest.CaptureFixture[str]) -> Any:
    assert main(["list", what, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


@every_list
def test_a_line_for_each_name(what: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list", what]) == 0
    printed = capsys.readouterr()
    assert [line.split()[0] for line in printed.out.splitlines()] == NAMES[what]
    assert printed.err == ""


@every_list
def test_json_tells_everything(what: str, capsys: pytest.CaptureFixture[str]) -> None:
    rows = listed(what, capsys)
    assert [row["name"] for row in rows] == NAMES[what]
    assert all(row["title"] and row["formula"] for row in rows)


@pytest.mark.parametrize(("what", "table"), [("optimizers", OPTIMIZERS), ("schedules", SCHEDULES)])
def test_json_declares_every_hyperparameter(
    what: str, table: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    for row in listed(what, capsys):
        own = [p for p in hyperparameters(table[row["name"]]) if "." not in p.name]
        entries = row["hyperparameters"]
        assert {name: entry["default"] for name, entry in entries.items()} == {p.name: p.default for p in own}
        choices = {p.name: list(p.choices) for p in own if p.choices and not p.is_part}
        assert {name: entry["choices"] for name, entry in entries.items() if "choices" in entry} == choices
        parts = {name: entry["part_of"] for name, entry in entries.items() if "part_of" in entry}
        assert parts == {p.name: what for p in own if p.is_part}


def test_parts_are_named_and_not_spelt_out(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list", "optimizers"]) == 0
    lines = {line.split()[0]: line for line in capsys.readouterr().out.splitlines()}
    assert lines["switch"].endswith("then second  [parts: first, second]")
    assert "parts" not in lines["adam"]
    assert max(map(len, lines.values())) < 200


def test_surfaces_stand_with_their_groups(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list", "surfaces"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert all(row.group in line for row, line in zip(CATALOGUE.values(), lines, strict=True))
    assert [row["group"] for row in listed("surfaces", capsys)] == [row.group for row in CATALOGUE.values()]


def test_json_says_how_many_dimensions_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    most = {row["name"]: row["dimensions"] for row in listed("surfaces", capsys)}
    assert (most["rosenbrock"], most["booth"]) == (10, 2)


def test_json_of_a_surface(capsys: pytest.CaptureFixture[str]) -> None:
    dip = next(row for row in listed("surfaces", capsys) if row["name"] == "dip")
    assert dip["parameters"] == {"depth": 0.6}
    assert dip["bounds"] == [-7, 4, -4, 4]
    assert dip["start"] == [-6, 2]
    assert [len(dip[key]) for key in ("minima", "saddles")] == [2, 1]
