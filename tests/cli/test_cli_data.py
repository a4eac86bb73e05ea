"""Data, batches and bags from the command line."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

import pytest

from cli.main import main
from engine.batches import Sampling
from engine.export import run_session
from engine.session_file import load_session
from surfaces import BagSpec, SurfaceSpec
from surfaces.data.rows import ROWS
from surfaces.data.spec import DataSpec

if TYPE_CHECKING:
    from pathlib import Path

GD = ["--optimizer", "gd:lr=0.05"]
HOUSES = "area,rooms,price\n30,1,2.5\n60,2,4.1\n90,3,5.4\n"


def saved(words: list[str], folder: Path) -> Any:
    path = folder / "a.sandbox.json"
    assert main(["run", *words, *GD, "--steps", "3", "--save", str(path)]) == 0
    return load_session(path)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_every_row_runs_on_batches(row: Any, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["--surface", row.name, *GD, "--batch-size", "1", "--steps", "2", "--json"]
    assert main(["run", *words]) == 0
    (run,) = json.loads(capsys.readouterr().out)["runs"]
    assert run["iterations"] == 2


def test_everything_about_the_data_can_be_said(tmp_path: Path) -> None:
    words = (
        "linear-regression:n=32,noise=0.1,outliers=0.25,data_seed=7,slope=2,scaling=standardize,l1=0.1,l2=0.2,loss=mse"
    )
    session = saved(["--surface", f"{words},batch_norm=true"], tmp_path)
    assert session.surface == SurfaceSpec(
        "linear-regression",
        data=DataSpec(
            "line", 32, 0.1, 0.25, 7, (("slope", 2.0),), scaling="standardize", l1=0.1, l2=0.2, batch_norm=True
        ),
    )


def test_another_generator_comes_with_its_own_numbers(tmp_path: Path) -> None:
    session = saved(["--surface", "linear-regression:generator=house-prices,largest=200"], tmp_path)
    assert session.surface.data == DataSpec("house-prices", 100, 0.4, options=(("largest", 200.0),))


def test_a_row_as_it_is_holds_no_data_of_its_own(tmp_path: Path) -> None:
    assert saved(["--surface", "neuron"], tmp_path).surface == SurfaceSpec("neuron")


@pytest.mark.parametrize(
    ("columns", "points"),
    [
        (["--columns", "area,price"], ((30.0, 2.5), (60.0, 4.1), (90.0, 5.4))),
        (["--columns", "2, 3"], ((1.0, 2.5), (2.0, 4.1), (3.0, 5.4))),
        ([], ((30.0, 1.0), (60.0, 2.0), (90.0, 3.0))),
    ],
)
def test_samples_from_a_file(columns: list[str], points: Any, tmp_path: Path) -> None:
    (tmp_path / "houses.csv").write_text(HOUSES)
    words = ["--surface", "linear-regression:scaling=min-max", "--data", str(tmp_path / "houses.csv"), *columns]
    session = saved(words, tmp_path)
    assert session.surface.data == DataSpec(points=points, title="houses.csv", scaling="min-max")
    (tmp_path / "houses.csv").unlink()
    assert run_session(session)


@pytest.mark.parametrize(
    ("columns", "content", "words"),
    [
        ("area,colour", HOUSES, "There is no column “colour”; the columns are area, rooms, price."),
        ("area", HOUSES, "take 2 columns (X, Y), not 1"),
        ("area,price", "area,price\n1,2\n2,\n", "Row 3 has no value in the column “price”."),
        ("area,price", "area,price\n1,2\n2,cheap\n", "Row 3 has “cheap” in the column “price”, which is no number."),
        ("area,price", "area,price\n1,2\n", "the same in every sample, so it cannot be scaled"),
    ],
)
def test_a_bad_file_is_one_sentence(
    columns: str, content: str, words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.csv").write_text(content)
    surface = ["--surface", "linear-regression:scaling=standardize", "--data", str(tmp_path / "a.csv")]
    assert main(["run", *surface, "--columns", columns, *GD]) == 2
    printed = capsys.readouterr().err
    assert words in printed
    assert len(printed.splitlines()) == 1


def test_batches_are_the_same_from_the_same_seed_only(capfd: pytest.CaptureFixture[str]) -> None:
    words = ["run", "--surface", "linear-regression", *GD, *GD, "--batch-size", "4", "--steps", "5", "--csv", "-"]
    outputs = []
    for seed in ("1", "1", "2"):
        assert main([*words, "--seed", seed]) == 0
        outputs.append(capfd.readouterr().out)
    assert outputs[0] == outputs[1] != outputs[2]
    rows = list(csv.DictReader(io.StringIO(outputs[0])))
    assert rows[0]["run"] != rows[6]["run"]
    assert rows[0]["batch"] != rows[6]["batch"]


def test_a_bag_with_replacement(tmp_path: Path) -> None:
    words = ["--surface", "double-well", "--bag", "samples=64,tilt=8,seed=3", "--batch-size", "4", "--replacement"]
    session = saved(words, tmp_path)
    assert session.surface == SurfaceSpec("double-well", bag=BagSpec(64, 8, 3))
    assert session.runs[0].sampling == Sampling(4, True, 1)
    formula = saved(["--formula", "x^2 + y^2", "--bag", ""], tmp_path)
    assert formula.surface.bag == BagSpec()


def test_a_batch_of_all_samples_and_more_is_the_full_batch(capsys: pytest.CaptureFixture[str]) -> None:
    ends = []
    for words in ([], ["--batch-size", "64"], ["--batch-size", "9999"]):
        assert main(["run", "--surface", "linear-regression", *GD, "--json", *words]) == 0
        ends.append(json.loads(capsys.readouterr().out))
    assert ends[0] == ends[1] == ends[2]


def test_a_saved_session_gives_the_same_numbers(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = str(tmp_path / "a.sandbox.json")
    words = ["--surface", "sine-neuron:n=64", *GD, "--batch-size", "2", "--seed", "5", "--json"]
    assert main(["run", *words, "--save", path]) == 0
    first = capsys.readouterr().out
    assert main(["run", "--session", path, "--json"]) == 0
    assert capsys.readouterr().out == first


def test_the_list_tells_what_can_be_chosen(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list", "surfaces", "--json"]) == 0
    rows = {row["name"]: row["data"] for row in json.loads(capsys.readouterr().out)}
    assert rows["bowl"] is None
    neuron = rows["neuron"]
    assert (neuron["columns"], neuron["losses"], neuron["batch_norm"]) == (["X", "Y"], ["mse", "cross-entropy"], True)
    assert neuron["generators"][0]["options"]["mean"]["default"] == 8.0
    assert neuron["own"] == {"generator": "threshold", "n": 256, "loss": "cross-entropy"}
