"""Optimizers and schedules inside others, by dotted names: typed, printed, saved, reopened, written as CSV."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

import pytest

from cli.main import main
from engine.export import run_session
from engine.optimizers import make_optimizer
from engine.schedules import make_schedule
from engine.session_file import load_session

if TYPE_CHECKING:
    from pathlib import Path

SWITCH = "switch:first=adam,first.lr=0.3,second=gd,second.lr=0.02,at=6"
WARM = "warm-up:length=4,then=cosine,then.length=20"
WORDS = ["run", "--surface", "book", "--optimizer", SWITCH, "--schedule", WARM, "--steps", "10"]


def printed(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    assert main(arguments) == 0
    out = capsys.readouterr()
    assert out.err == ""
    return out.out


def test_json_tells_what_was_understood(capsys: pytest.CaptureFixture[str]) -> None:
    (run,) = json.loads(printed([*WORDS, "--json"], capsys))["runs"]
    told: dict[str, Any] = run["hyperparameters"]
    assert (told["first"], told["first.learning_rate"]) == ("adam", 0.3)
    assert (told["second"], told["second.learning_rate"], told["at"]) == ("gradient-descent", 0.02, 6)
    assert {name: run["schedule"][name] for name in ("name", "length", "then", "then.length")} == {
        "name": "warm-up",
        "length": 4,
        "then": "cosine",
        "then.length": 20,
    }


def test_a_saved_session_reopens_to_the_same_numbers(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    saved = tmp_path / "parts.sandbox.json"
    first = printed([*WORDS, "--save", str(saved), "--json"], capsys)
    session = load_session(saved)
    assert session.runs[0].optimizer == make_optimizer("switch", {"first.lr": 0.3, "second.lr": 0.02, "at": 6})
    assert session.runs[0].schedule == make_schedule("warm-up", {"length": 4, "then": "cosine", "then.length": 20})
    assert printed(["run", "--session", str(saved), "--json"], capsys) == first
    entry = json.loads(saved.read_text(encoding="utf-8"))["runs"][0]["optimizer"]
    assert entry["second.learning_rate"] == 0.02


def test_csv_names_the_states_of_parts_with_dots(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    optimizers = [
        "lookahead:inner=momentum",
        "per-parameter:x=momentum,others=adam",
        "switch:when=stall,first=newton,second=switch,second.first=momentum,second.second=rmsprop",
    ]
    words = [word for optimizer in optimizers for word in ("--optimizer", optimizer)]
    saved = tmp_path / "parts.sandbox.json"
    assert main(["run", "--surface", "himmelblau", *words, "--steps", "5", "--csv", "-", "--save", str(saved)]) == 0
    rows = list(csv.DictReader(io.StringIO(capfd.readouterr().out, newline="")))
    states = [name.removeprefix("state.") for name in rows[0] if name.startswith("state.")]
    assert states == [
        *("slow.x", "slow.y", "inner.velocity.x", "inner.velocity.y"),
        *("x.velocity", "others.first_moment", "others.second_moment"),
        *("best", "waited", "began", "second.first.velocity.x", "second.first.velocity.y"),
        *("second.second.square_average.x", "second.second.square_average.y"),
        *("value_evaluations", "hessian_evaluations"),
    ]
    lookahead, split, _ = run_session(load_session(saved))
    assert float(rows[3]["state.inner.velocity.y"]) == lookahead.state("inner.velocity")[3, 1]
    assert float(rows[6 + 3]["state.x.velocity"]) == split.state("x.velocity")[3, 0]
    assert rows[3]["state.x.velocity"] == ""


def test_a_plateaus_memory_stands_in_the_csv(capfd: pytest.CaptureFixture[str]) -> None:
    words = ["--surface", "book", "--optimizer", "gd:lr=1", "--schedule", "plateau:patience=2", "--steps", "8"]
    assert main(["run", *words, "--csv", "-"]) == 0
    rows = list(csv.DictReader(io.StringIO(capfd.readouterr().out, newline="")))
    assert [row["learning_rate"] for row in rows[:2]] == ["1.0", "1.0"]
    assert float(rows[-1]["state.schedule_factor"]) == float(rows[-1]["learning_rate"])


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["--optimizer", "switch:first=adaam"], "first is one of adam, "),
        (["--optimizer", "switch:first.momentum=0.5"], "first: adam has no hyperparameter 'momentum'"),
        (["--optimizer", "switch:first.beta1=2"], "first: beta1 must be below 1, not 2."),
        (["--optimizer", "switch:third.lr=2"], "switch has no hyperparameter 'third.lr'; it has: learning_rate, when"),
        (
            ["--optimizer", "switch:first=switch,first.first.lr=x"],
            "first: first: learning_rate must be a finite number",
        ),
        (["--optimizer", "gd", "--schedule", "warm-up:then=cosinus"], "then is one of constant, step"),
        (["--optimizer", "gd", "--schedule", "warm-up:then=cosine,then.length=0"], "then: length must be at least 1"),
    ],
)
def test_mistakes_in_parts_are_one_line(words: list[str], complaint: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", "--surface", "book", *words]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert complaint in line
    assert len(line) < 600
