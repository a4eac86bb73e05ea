from __future__ import annotations

import csv
import io
import json
import math
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from cli.main import main
from engine.batches import Sampling
from engine.export import run_session, write_csv
from engine.optimizers import OPTIMIZERS, make_optimizer
from engine.run import RunConfig, run_to
from engine.scenario import Scenario, load_scenarios
from engine.schedules import SCHEDULES, Constant, Cosine
from engine.session import Session, default_session
from engine.session_file import dump_session, load_session, save_session
from surfaces import CATALOGUE, SurfaceSpec, build_surface

if TYPE_CHECKING:
    from pathlib import Path

every_scenario = pytest.mark.parametrize("scenario", load_scenarios(), ids=lambda scenario: scenario.name)
GD = ["--optimizer", "gd"]
FIRST_RUN = Sampling(stream=1)
"""What the first run of a session draws from."""


def results(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> Any:
    """Return the runs that `main.py run … --json` prints."""
    assert main(["run", *arguments, "--json"]) == 0
    printed = capsys.readouterr()
    assert printed.err == ""

    def refuse(constant: str) -> None:
        raise AssertionError(f"{constant} is no JSON")

    return json.loads(printed.out, parse_constant=refuse)["runs"]


@pytest.mark.parametrize("name", CATALOGUE)
def test_every_surface_starts_where_its_row_says(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    (run,) = results(["--surface", name, "--steps", "1", "--optimizer", "gd:lr=0"], capsys)
    assert run["params"] == list(CATALOGUE[name].start)


@pytest.mark.parametrize("name", [name for name, row in CATALOGUE.items() if row.formula_nd])
@pytest.mark.parametrize("optimizer", OPTIMIZERS)
def test_more_dimensions(name: str, optimizer: str, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["--surface", f"{name}:dim=4", "--optimizer", f"{optimizer}:lr=0.001", "--steps", "3"]
    start = [0.5, -0.25, 1.5, 1.0]
    (run,) = results([*words, "--start", ",".join(map(str, start))], capsys)
    assert len(run["params"]) == 4
    made = make_optimizer(optimizer, {"learning_rate": 0.001})
    config = RunConfig(SurfaceSpec(name, dim=4), tuple(start), made, Constant(), sampling=FIRST_RUN)
    assert run["params"] == run_to(config, 3).params[-1].tolist()


def test_more_dimensions_reach_the_minimum_and_the_files(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    words = ["--surface", "quadratic:dim=5,condition=10", *GD, "--steps", "2000", "--csv", "-"]
    saved = tmp_path / "five.sandbox.json"
    assert main(["run", *words, "--save", str(saved)]) == 0
    rows = list(csv.reader(io.StringIO(capfd.readouterr().out)))
    assert rows[0][3:8] == ["p0", "p1", "p2", "p3", "p4"]
    assert rows[1][3:8] == ["-8.0", "2.0", "-8.0", "2.0", "-8.0"]
    session = load_session(saved)
    assert session.surface == SurfaceSpec("quadratic", parameters=(("condition", 10.0),), dim=5)
    assert session.start == (-8.0, 2.0, -8.0, 2.0, -8.0)
    (snapshot,) = run_session(session)
    assert snapshot.status == "converged"


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_every_optimizer_gives_the_engines_numbers(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    (run,) = results(["--surface", "himmelblau", "--steps", "40", "--optimizer", f"{name}:lr=0.01"], capsys)
    optimizer = make_optimizer(name, {"lr": 0.01})
    config = RunConfig(SurfaceSpec("himmelblau"), (0.0, 0.0), optimizer, Constant(), sampling=FIRST_RUN)
    snapshot = run_to(config, 40)
    assert run["params"] == snapshot.params[-1].tolist()
    assert run["loss"] == snapshot.loss[-1]
    assert run["hyperparameters"] == optimizer.values()


def test_json_has_the_contracts_keys(capsys: pytest.CaptureFixture[str]) -> None:
    (run,) = results(["--surface", "bowl", "--steps", "500", "--optimizer", "newton"], capsys)
    assert list(run) == [
        *("run", "optimizer", "hyperparameters", "schedule", "iterations", "params", "loss"),
        *("status", "reason", "evaluations", "events"),
    ]
    assert (run["run"], run["optimizer"], run["status"]) == ("Newton", "newton", "converged")
    assert run["evaluations"] == {"gradients": 21.0, "hessians": 21.0, "values": 0.0}
    place = {"kind": "minimum", "params": [0.0, 0.0], "loss": 0.0, "found": False}
    assert run["events"] == [{"iteration": 21, "kind": "converged", "place": place}]


def test_json_has_no_infinity(capsys: pytest.CaptureFixture[str]) -> None:
    (run,) = results(["--formula", "1/x + y", "--start", "0,0", *GD], capsys)
    assert (run["loss"], run["status"]) == (None, "non-finite")


@every_scenario
def test_a_scenario_runs_as_set_up(scenario: Scenario, capsys: pytest.CaptureFixture[str]) -> None:
    runs = results(["--scenario", scenario.name], capsys)
    snapshots = run_session(scenario.session)
    assert [run["run"] for run in runs] == list(scenario.session.labels())
    assert [run["params"] for run in runs] == [snapshot.params[-1].tolist() for snapshot in snapshots]


def test_a_formula_with_parameters_bounds_and_a_negative_start(capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["--formula", "-a*x^2+y^2+x^4", "--param", "a=2", "--bounds", "-3,3,-2,2", "--start", "-1.5,0.5"]
    (run,) = results([*arguments, "--optimizer", "gd:lr=0.05", "--steps", "900"], capsys)
    np.testing.assert_allclose(run["params"], (-1.0, 0.0), atol=1e-6)
    assert run["loss"] == pytest.approx(-1.0)


def test_a_surfaces_parameters_in_both_spellings(capsys: pytest.CaptureFixture[str]) -> None:
    one = results(["--surface", "dip:depth=0.1", *GD], capsys)
    other = results(["--surface", "dip", "--param", "depth=0.1", *GD], capsys)
    assert one == other != results(["--surface", "dip", *GD], capsys)


def test_repeated_optimizers_make_runs_in_order(capsys: pytest.CaptureFixture[str]) -> None:
    typed = [f"--optimizer={text}" for text in ("adam", "adam:lr=0.1", "rmsprop:alpha=0.9", "sgd")]
    runs = results(["--surface", "book", *typed], capsys)
    assert [run["run"] for run in runs] == ["Adam", "Adam 2", "RMSProp", "Gradient descent"]
    assert [run["hyperparameters"]["learning_rate"] for run in runs[:2]] == [0.001, 0.1]
    assert runs[2]["hyperparameters"]["rho"] == 0.9


@pytest.mark.parametrize("name", SCHEDULES)
def test_a_schedule_is_for_every_run(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.sandbox.json"
    assert main(["run", "--scenario", "book-figure", "--schedule", name, "--save", str(path)]) == 0
    assert {run.schedule.name for run in load_session(path).runs} == {name}


def test_options_change_a_scenario(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.sandbox.json"
    changes = ["--start", "-2,1", "--steps", "7", "--seed", "5", "--schedule", "cosine:length=9", "--optimizer", "adam"]
    assert main(["run", "--scenario", "saddle-escape", *changes, "--save", str(path)]) == 0
    saved = load_session(path)
    assert (saved.surface.name, saved.start, saved.steps, saved.seed) == ("saddle", (-2.0, 1.0), 7, 5)
    assert [(run.label, run.schedule) for run in saved.runs] == [("Adam", Cosine(9))]


def test_save_and_run_again_gives_the_same_csv(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = str(tmp_path / "a.sandbox.json")
    assert main(["run", "--surface", "beale", *GD, "--save", path, "--csv", "-"]) == 0
    first = capfd.readouterr().out
    assert main(["run", "--session", path, "--csv", "-"]) == 0
    assert capfd.readouterr().out == first


def test_a_saved_session_on_standard_output_is_the_files_text(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", "--scenario", "book-figure", "--save", "-"]) == 0
    scenario = next(s for s in load_scenarios() if s.name == "book-figure")
    assert capsys.readouterr().out == dump_session(scenario.session).decode()


def test_csv_to_a_file_and_to_standard_output_are_the_writers_bytes(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    session = default_session()
    saved, typed = tmp_path / "a.sandbox.json", tmp_path / "typed.csv"
    save_session(session, saved)
    write_csv(tmp_path / "written.csv", session, run_session(session))
    expected = (tmp_path / "written.csv").read_bytes()
    assert main(["run", "--session", str(saved), "--csv", str(typed)]) == 0
    capfdbinary.readouterr()
    assert typed.read_bytes() == expected
    assert main(["run", "--session", str(saved), "--csv", "-"]) == 0
    assert capfdbinary.readouterr().out == expected


def test_a_session_from_standard_input(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(dump_session(default_session()))))
    assert [run["run"] for run in results(["--session", "-"], capsys)] == list(default_session().labels())


def test_without_json_a_line_for_each_run(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", "--scenario", "saddle-escape"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split("  ")[0] for line in lines] == ["Gradient descent", "Momentum", "RMSProp", "Adam", "Newton"]
    assert all(line.endswith("step limit") for line in lines)


def test_csv_has_a_row_for_each_run_and_iteration(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["run", "--surface", "bowl", *GD, "--optimizer", "adam", "--steps", "9", "--csv", "-"]) == 0
    rows = list(csv.DictReader(io.StringIO(capfd.readouterr().out, newline="")))
    assert [int(row["iteration"]) for row in rows] == [*range(10), *range(10)]
    surface = build_surface(SurfaceSpec("bowl"))
    for row in rows:
        point = np.array([float(row["x"]), float(row["y"])])
        assert math.isclose(float(row["loss"]), float(surface.value(point)), rel_tol=1e-15)


def test_default_steps_and_seed_are_the_sessions(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.sandbox.json"
    assert main(["run", "--surface", "bowl", *GD, "--save", str(path)]) == 0
    saved, plain = load_session(path), Session(SurfaceSpec("bowl"), (-4.0, 3.0))
    assert (saved.steps, saved.seed, saved.start) == (plain.steps, plain.seed, plain.start)
