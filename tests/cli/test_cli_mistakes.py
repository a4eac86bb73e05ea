"""Every mistake is one line on standard error and exit status 2, with no trace."""

from __future__ import annotations

import io
import os
from typing import TYPE_CHECKING

import pytest

from cli.main import main

if TYPE_CHECKING:
    from pathlib import Path

GD = ["--optimizer", "gd"]
BOOK = ["--surface", "book"]
NEURON = ["--surface", "neuron"]
MISTAKES = {
    "nothing": ([], "required"),
    "a surface that is not there": (["--surface", "bok", *GD], "no surface “bok”. Did you mean book"),
    "a parameter that is not there": (["--surface", "dip:deep=1", *GD], "no parameter “deep”"),
    "a parameter without a value": (["--surface", "dip:depth", *GD], "Write 'depth' as name=value"),
    "a parameter that is a word": (["--surface", "dip:depth=low", *GD], "depth should be a number"),
    "a parameter that is a switch": (["--surface", "dip:depth=true", *GD], "depth should be a number"),
    "a parameter that is nan": (["--surface", "dip:depth=nan", *GD], "finite"),
    "an enormous parameter": (["--surface", "dip:depth=" + "9" * 400, *GD], "finite"),
    "two surfaces": ([*BOOK, "--formula", "x", *GD], "not allowed with"),
    "an empty surface": (["--surface", "", *GD], "name from the catalogue or a formula"),
    "a formula that is none": (["--formula", "x +", *GD], ""),
    "a formula with code": (["--formula", "__import__('os').system('id')", *GD], ""),
    "a formula with an attribute": (["--formula", "x.real", *GD], ""),
    "a formula with an unknown name": (["--formula", "x*z", *GD], "“z” is not known"),
    "bounds of three": ([*BOOK, "--bounds", "1,2,3", *GD], "--bounds takes 4 finite numbers"),
    "bounds the wrong way": ([*BOOK, "--bounds", "5,-5,0,1", *GD], "x0 < x1"),
    "empty bounds": ([*BOOK, "--bounds", "", *GD], "--bounds takes 4"),
    "a start of one": ([*BOOK, "--start", "1", *GD], "--start takes 2 finite numbers"),
    "a start of words": ([*BOOK, "--start", "a,b", *GD], "--start takes 2 finite numbers"),
    "a start of nan": ([*BOOK, "--start", "nan,0", *GD], "--start takes 2 finite numbers"),
    "an empty start": ([*BOOK, "--start", "", *GD], "--start takes 2 finite numbers"),
    "a start too short": (["--surface", "rosenbrock:dim=3", "--start", "1,2", *GD], "--start takes 3 finite numbers"),
    "half a dimension": (["--surface", "rosenbrock:dim=2.5", *GD], "dim, should be a whole number, not 2.5"),
    "a dimension of words": (["--surface", "rosenbrock:dim=three", *GD], "dim, should be a whole number, not 'three'"),
    "too many dimensions": (["--surface", "rosenbrock:dim=11", *GD], "2 to 10 parameters, not 11"),
    "dimensions of a surface of two": (["--surface", "booth:dim=3", *GD], "booth has two parameters, not 3"),
    "no optimizer": (BOOK, "at least one --optimizer"),
    "an optimizer that is not there": ([*BOOK, "--optimizer", "addam"], "no optimizer 'addam'. Did you mean adam"),
    "an empty optimizer": ([*BOOK, "--optimizer", ""], "no optimizer ''"),
    "a hyperparameter that is not there": ([*BOOK, "--optimizer", "gd:beta=1"], "no hyperparameter 'beta'; it has"),
    "a negative rate": ([*BOOK, "--optimizer", "gd:lr=-1"], "learning_rate must be at least 0, not -1"),
    "a rate of nan": ([*BOOK, "--optimizer", "gd:lr=nan"], "learning_rate must be a finite number"),
    "a rate of inf": ([*BOOK, "--optimizer", "gd:lr=1e400"], "learning_rate must be a finite number"),
    "an enormous rate": ([*BOOK, "--optimizer", "gd:lr=" + "9" * 5000], "learning_rate must be a finite number"),
    "beta1 of one": ([*BOOK, "--optimizer", "adam:beta1=1"], "beta1 must be below 1"),
    "a choice that is not there": ([*BOOK, "--optimizer", "momentum:convention=x"], "one of pytorch, classical"),
    "65 optimizers": ([*BOOK, *GD * 65], "at most 64 runs"),
    "a schedule that is not there": ([*BOOK, *GD, "--schedule", "fast"], "no schedule 'fast'"),
    "an empty schedule": ([*BOOK, *GD, "--schedule", ""], "no schedule ''"),
    "half a step": ([*BOOK, *GD, "--schedule", "step:every=1.5"], "every must be a whole number"),
    "no steps": ([*BOOK, *GD, "--steps", "0"], "steps is a whole number from 1"),
    "too many steps": ([*BOOK, *GD, "--steps", "1000001"], "steps is a whole number from 1"),
    "steps of words": ([*BOOK, *GD, "--steps", "many"], "steps is a whole number from 1"),
    "a negative seed": ([*BOOK, *GD, "--seed", "-1"], "seed is a whole number"),
    "a batch of none": ([*NEURON, *GD, "--batch-size", "0"], "the batch size is a whole number from 1"),
    "a batch of words": ([*NEURON, *GD, "--batch-size", "many"], "the batch size is a whole number from 1"),
    "putting back nothing": ([*NEURON, *GD, "--replacement"], "--replacement says how --batch-size draws"),
    "data that are not there": ([*NEURON, *GD, "--data", "none.csv"], "Could not read none.csv"),
    "data for a formula": ([*BOOK, *GD, "--data", "none.csv"], "--data and --columns go with a --surface made of data"),
    "columns of no file": ([*NEURON, *GD, "--columns", "x,y"], "--columns chooses among the columns of --data"),
    "an option of no data": (["--surface", "neuron:height=2", *GD], "The data of neuron have no “height”; there are"),
    "half a sample": (["--surface", "neuron:n=2.5", *GD], "n should be a whole number"),
    "noise of words": (["--surface", "neuron:noise=much", *GD], "noise should be a finite number"),
    "a loss that is not there": (["--surface", "neuron:loss=mae", *GD], "it takes mse or cross-entropy"),
    "a scaling that is not there": (["--surface", "neuron:scaling=log", *GD], "none, standardize, min-max"),
    "a generator that is not there": (["--surface", "neuron:generator=line", *GD], "it takes threshold"),
    "normalising without a layer": (["--surface", "tanh-network:batch_norm=true", *GD], "no layer for batch norm"),
    "more dimensions of data": (["--surface", "neuron:dim=3", *GD], "neuron has 2 parameters, not 3"),
    "an empty bag": ([*BOOK, *GD, "--bag", "samples=1"], "A bag holds from 2"),
    "a bag of words": ([*BOOK, *GD, "--bag", "tilt=steep"], "tilt of the bag should be a number, not steep"),
    "half a sample in a bag": ([*BOOK, *GD, "--bag", "samples=2.5"], "samples of the bag should be a whole number"),
    "a bag with a hole": ([*BOOK, *GD, "--bag", "size=3"], "A bag has no “size”; it has samples, tilt, seed"),
    "a bag over data": ([*NEURON, *GD, "--bag", "tilt=1"], "samples of its own"),
    "a bag over a scenario": (["--scenario", "book-figure", "--bag", "tilt=1"], "--bag goes with"),
    "data over a scenario": (["--scenario", "book-figure", "--data", ""], "--data goes with"),
    "a batch without samples": ([*BOOK, *GD, "--batch-size", "8"], "--batch-size needs a surface made of data"),
    "a scenario that is not there": (["--scenario", "x"], "no scenario 'x'. Known: learning-rate"),
    "bounds of a scenario": (["--scenario", "book-figure", "--bounds", "0,1,0,1"], "--bounds goes with"),
    "a session that is not there": (["--session", "none.sandbox.json"], "no such file"),
    "a session that is a folder": (["--session", "."], "Could not read"),
    "two outputs": ([*BOOK, *GD, "--csv", "-", "--json"], "Only one of --csv -, --save - and --json"),
    "two other outputs": ([*BOOK, *GD, "--csv", "-", "--save", "-"], "Only one of"),
    "a csv into nowhere": ([*BOOK, *GD, "--csv", "none/a.csv"], "Could not write none"),
    "a csv onto a folder": ([*BOOK, *GD, "--csv", "."], "Could not write ."),
    "a csv without a name": ([*BOOK, *GD, "--csv", ""], "Could not write ."),
    "a session into nowhere": ([*BOOK, *GD, "--save", "none/a.json"], "Could not write none"),
    "an option that is not there": ([*BOOK, *GD, "--speed", "9"], "unrecognized arguments"),
    "an option without its value": ([*BOOK, *GD, "--start"], "expected one argument"),
}  # fmt: skip


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_one_line(
    mistake: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    arguments, words = MISTAKES[mistake]
    assert main(["run", *arguments]) == 2
    printed = capsys.readouterr()
    assert len(printed.err.splitlines()) == 1
    assert words in printed.err
    assert "Traceback" not in printed.err
    assert printed.out == ""
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("arguments", [[], ["fly"], ["list"], ["list", "planets"], ["list", "surfaces", "more"]])
def test_a_wrong_command_is_one_line(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b"\xff\xfe", b'{"format": "optimizer-sandbox-session", "version": 9}']
)
def test_a_broken_session_is_one_line(content: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.sandbox.json").write_bytes(content)
    assert main(["run", "--session", str(tmp_path / "a.sandbox.json")]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_a_session_on_standard_input_that_is_no_text(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"\xff")))
    assert main(["run", "--session", "-"]) == 2
    assert capsys.readouterr().err == "Standard input is not a text file.\n"


def test_a_failed_csv_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    (tmp_path / "a.csv").write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", full)
    assert main(["run", *BOOK, *GD, "--csv", str(tmp_path / "a.csv")]) == 2
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a.csv", b"old")]


def lost(_: object) -> None:
    raise KeyError("gone")


def test_a_fault_of_ours_is_status_1_and_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("cli.run_command.run_session", lost)
    monkeypatch.delenv("SANDBOX_TRACE", raising=False)
    assert main(["run", *BOOK, *GD]) == 1
    error = capsys.readouterr().err
    assert error == "This is a fault of the program (KeyError: 'gone'). Set SANDBOX_TRACE=1 to see where.\n"


def test_the_trace_of_a_fault_can_be_seen(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("cli.run_command.run_session", lost)
    monkeypatch.setenv("SANDBOX_TRACE", "1")
    assert main(["run", *BOOK, *GD]) == 1
    assert "Traceback" in capsys.readouterr().err


def test_an_interrupt_is_no_trace(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def interrupted(_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("cli.run_command.run_session", interrupted)
    assert main(["run", *BOOK, *GD]) == 130
    assert capsys.readouterr().err == "Stopped.\n"


@pytest.mark.parametrize("arguments", [["--help"], ["run", "--help"], ["list", "-h"], ["--version"]])
def test_help_is_no_mistake(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as done:
        main(arguments)
    assert done.value.code == 0
    assert capsys.readouterr().out
