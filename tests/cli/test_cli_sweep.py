from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest

from cli.main import main
from engine.optimizers import make_optimizer
from engine.run import RunConfig, run_to
from engine.schedules import Constant
from surfaces import SurfaceSpec

if TYPE_CHECKING:
    from pathlib import Path

HERE = ["--processes", "1"]
ADAM = ["sweep", "--surface", "himmelblau", "--start", "-1,2", "--optimizer", "adam", "--steps", "60", *HERE]


def rows(arguments: list[str], capfd: pytest.CaptureFixture[str]) -> list[dict[str, str]]:
    """Return the rows that `main.py sweep … --csv -` writes."""
    assert main([*arguments, "--csv", "-"]) == 0
    printed = capfd.readouterr()
    assert printed.err == ""
    return list(csv.DictReader(io.StringIO(printed.out)))


def test_a_row_for_every_combination(capfd: pytest.CaptureFixture[str]) -> None:
    found = rows([*ADAM, "--grid", "lr=1e-3:1:log:4", "--grid", "beta1=0,0.9"], capfd)
    assert [(row["learning_rate"], row["beta1"]) for row in found] == [
        (rate, beta) for rate in ("0.001", "0.01", "0.1", "1.0") for beta in ("0", "0.9")
    ]
    for row in found:
        optimizer = make_optimizer("adam", {"lr": float(row["learning_rate"]), "beta1": float(row["beta1"])})
        run = run_to(RunConfig(SurfaceSpec("himmelblau"), (-1.0, 2.0), optimizer, Constant()), 60)
        assert float(row["loss"]) == pytest.approx(run.loss[-1], rel=1e-9)
        assert (row["run"], row["optimizer"], row["runs"]) == ("Adam", "adam", "1")
        assert row["loss_low"] == row["loss"] == row["loss_high"]


def test_the_file_is_the_same_bytes_whoever_works(tmp_path: Path) -> None:
    files = []
    for processes in ("1", "2"):
        path = tmp_path / processes
        words = [*ADAM[:-1], processes, "--grid", "lr=1e-3:1:linear:9", "--grid", "form=pytorch,book"]
        assert main([*words, "--csv", str(path)]) == 0
        files.append(path.read_bytes())
    assert files[0] == files[1]
    assert files[0].count(b"\r\n") == 1 + 18


def test_seeds_of_a_stochastic_run(capfd: pytest.CaptureFixture[str]) -> None:
    words = ["sweep", "--surface", "double-well", "--bag", "samples=64,tilt=4", "--optimizer", "gd:lr=0.05", *HERE]
    found = rows(
        [*words, "--grid", "batch_size=1:16:log:3", "--seeds", "9", "--steps", "40", "--batch-size", "2"], capfd
    )
    assert [(row["batch_size"], row["runs"]) for row in found] == [("1", "9"), ("4", "9"), ("16", "9")]
    for row in found:
        assert float(row["loss_low"]) < float(row["loss"]) < float(row["loss_high"])
    assert sum(int(found[0][name]) for name in ("on_the_way", "minimum", "saddle", "cycle", "diverged")) == 9


def test_several_optimizers_and_a_switch(capfd: pytest.CaptureFixture[str]) -> None:
    words = ["sweep", "--surface", "book", "--optimizer", "gd", "--optimizer", "adam", *HERE]
    found = rows([*words, "--grid", "lr=0.1,0.2"], capfd)
    assert [row["run"] for row in found] == ["Gradient descent"] * 2 + ["Adam"] * 2
    switched = rows([*ADAM, "--grid", "bias_correction=true,false"], capfd)
    assert [row["bias_correction"] for row in switched] == ["true", "false"]


def test_a_person_reads_the_best(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*ADAM, "--grid", "lr=1e-4,0.3"]) == 0
    assert "2 combinations; lowest loss" in (line := capsys.readouterr().out)
    assert "learning_rate=0.3" in line


@pytest.mark.parametrize(
    ("grid", "says"),
    [
        ("lr", "Write --grid 'lr' as"),
        ("lr=", "Write --grid 'lr=' as"),
        ("lr=1:2:log", "is not first:last:log:count"),
        ("lr=0:2:log:3", "is not first:last:log:count"),
        ("lr=1:2:log:0", "is not first:last:log:count"),
        ("lr=1:inf:linear:3", "is not first:last:log:count"),
        ("lr=1:2:cubic:3", "is not first:last:log:count"),
        ("lr=fast", "must be a finite number, not 'fast'"),
        ("beta1=2", "must be below 1"),
        ("speed=1", "no hyperparameter 'speed'"),
        ("seed=1,2", "one seed says as much as many"),
        ("batch_size=4", "no samples"),
        ("schedule.gamma=1", "no hyperparameter 'gamma'"),
    ],
)
def test_a_mistake_is_2_and_one_line(grid: str, says: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*ADAM, "--grid", grid]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert says in printed.err
    assert len(printed.err.splitlines()) == 1


def test_no_grid_is_a_mistake(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(ADAM) == 2
    assert "--grid" in capsys.readouterr().err
