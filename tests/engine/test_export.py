from __future__ import annotations

import csv
import io
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from engine.batches import Sampling
from engine.export import run_session, write_csv, write_rows
from engine.files import FileError
from engine.optimizers import OPTIMIZERS, make_optimizer
from engine.scenario import Scenario, load_scenarios
from engine.session import Session, default_session
from surfaces import CATALOGUE, BagSpec, SampledSurface, SurfaceSpec, build_surface

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from engine.history import Snapshot

FIXED = "run,optimizer,iteration,x,y,loss,grad_x,grad_y,update_x,update_y,learning_rate,evaluations,event"
STATES = {
    "gradient-descent": [],
    "momentum": ["velocity.x", "velocity.y"],
    "adagrad": ["sum_of_squares.x", "sum_of_squares.y"],
    "rmsprop": ["square_average.x", "square_average.y"],
    "adam": ["first_moment.x", "first_moment.y", "second_moment.x", "second_moment.y"],
    "newton": ["hessian_evaluations"],
}
every_scenario = pytest.mark.parametrize("scenario", load_scenarios(), ids=lambda scenario: scenario.name)


def table(session: Session) -> tuple[str, list[dict[str, str]], tuple[Snapshot, ...]]:
    """Return the CSV's header, its rows, and the snapshots behind them."""
    snapshots, text = run_session(session), io.StringIO()
    write_rows(text, session, snapshots)
    header = text.getvalue().split("\r\n", 1)[0]
    return header, list(csv.DictReader(io.StringIO(text.getvalue(), newline=""))), snapshots


def session_of(*names: str, surface: str = "himmelblau", steps: int = 12) -> Session:
    session = Session(SurfaceSpec(surface), CATALOGUE[surface].start, steps=steps)
    for name in names:
        session = session.adding_run(make_optimizer(name, {"lr": 0.01}))
    return session


def axes_of(session: Session) -> list[str]:
    dim = len(session.start)
    return ["x", "y"] if dim == 2 else [f"p{index}" for index in range(dim)]


def states(name: str, axes: Sequence[str] = ("x", "y")) -> list[str]:
    """Return the state columns of an optimizer, worked out from the shape of its state where they are not listed."""
    if name in STATES and len(axes) == 2:
        return [f"state.{column}" for column in STATES[name]]
    made = OPTIMIZERS[name]()
    columns: list[str] = []
    state = made.init(np.zeros(len(axes)))
    for field, value in zip(state._fields, state, strict=True):
        size = np.size(value)
        ends = {1: [""], len(axes): [f".{axis}" for axis in axes]}.get(size, [f".{index}" for index in range(size)])
        columns += [f"state.{field}{end}" for end in ends]
    columns += ["state.value_evaluations"] if made.uses_values else []
    return columns + (["state.hessian_evaluations"] if made.uses_hessian else [])


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_header_is_the_contracts(name: str) -> None:
    assert table(session_of(name))[0].split(",") == [*FIXED.split(","), *states(name)]


def test_state_columns_of_all_runs_stand_side_by_side_and_empty_where_a_run_has_none() -> None:
    header, rows, _ = table(session_of("adam", "momentum", "gd"))
    assert header.removeprefix(FIXED).split(",")[1:] == [
        f"state.{field}.{axis}" for field in ("first_moment", "second_moment", "velocity") for axis in "xy"
    ]
    filled = {row["optimizer"]: [key for key in row if key.startswith("state.") and row[key]] for row in rows}
    assert [len(filled[name]) for name in ("adam", "momentum", "gradient-descent")] == [4, 2, 0]


@every_scenario
def test_numbers_read_back_bit_for_bit(scenario: Scenario) -> None:
    _, rows, snapshots = table(scenario.session)
    axes = axes_of(scenario.session)
    names = [*axes, "loss", *(f"grad_{axis}" for axis in axes), "learning_rate", "evaluations"]
    for run, snapshot in zip(scenario.session.runs, snapshots, strict=True):
        told = [row for row in rows if row["run"] == run.label]
        assert [int(row["iteration"]) for row in told] == list(range(len(snapshot)))
        own = told[snapshot.first :]  # before it a branch tells of its parent
        columns = names + states(run.optimizer.name, axes)
        read = np.array([[float(row[name]) for name in columns] for row in own])
        assert read.tobytes() == snapshot.table[snapshot.first :].tobytes()
        assert {row["optimizer"] for row in own} == {run.optimizer.name}


@every_scenario
def test_update_is_the_difference_to_the_next_row_and_empty_on_the_last(scenario: Scenario) -> None:
    _, rows, _ = table(scenario.session)
    for row, following in zip(rows, [*rows[1:], None], strict=True):
        same_run = following is not None and following["run"] == row["run"]
        for axis in axes_of(scenario.session):
            expected = repr(float(following[axis]) - float(row[axis])) if following and same_run else ""
            assert row[f"update_{axis}"] == expected


def test_events_stand_in_their_rows() -> None:
    _, rows, _ = table(next(s for s in load_scenarios() if s.name == "saddle-escape").session)
    found = [(row["run"], int(row["iteration"]), row["event"]) for row in rows if row["event"]]
    descent = [(2, "approaching saddle"), (10, "at saddle"), (68, "escaped saddle")]
    assert found[:3] == [("Gradient descent", *event) for event in descent]


def test_two_events_of_one_iteration_share_a_cell() -> None:
    _, rows, _ = table(next(s for s in load_scenarios() if s.name == "local-minimum").session)
    assert [row["event"] for row in rows if row["run"] == "Gradient descent"][-1] == "converged; trapped"


def test_labels_of_any_kind_survive() -> None:
    labels = ['comma, "quote"', "한글\r\nline", "", "=1+1"]
    session = session_of("gd", "gd", "gd", "gd", steps=1)
    runs = tuple(replace(run, label=label) for run, label in zip(session.runs, labels, strict=True))
    _, rows, _ = table(replace(session, runs=runs))
    assert [row["run"] for row in rows] == [label for label in labels for _ in range(2)]


@every_scenario
def test_file_is_utf8_with_crlf_and_the_same_bytes_every_time(scenario: Scenario, tmp_path: Path) -> None:
    session, written = scenario.session, []
    for name in ("one", "two"):
        write_csv(tmp_path / name, session, run_session(session))
        written.append((tmp_path / name).read_bytes())
    assert written[0] == written[1]
    assert written[0].count(b"\n") == written[0].count(b"\r\n") == len(written[0].decode("utf-8").splitlines())
    assert written[0].endswith(b"\r\n")


def stochastic_session(*sizes: int, optimizer: str = "gd", steps: int = 9) -> Session:
    session = session_of(*[optimizer] * len(sizes), surface="linear-regression", steps=steps)
    runs = [
        replace(run, sampling=replace(run.sampling, batch_size=size))
        for run, size in zip(session.runs, sizes, strict=True)
    ]
    return replace(session, runs=tuple(runs))


@pytest.mark.parametrize("optimizer", ["gd", "adam", "newton"])
def test_batches_stand_between_event_and_state(optimizer: str) -> None:
    header, rows, _ = table(stochastic_session(3, 0, optimizer=optimizer))
    expected = [*f"{FIXED},batch_grad_x,batch_grad_y,batch".split(","), *states(rows[0]["optimizer"])]
    assert header.split(",") == expected
    drawn, full = rows[:10], rows[10:]
    assert all(not row[name] for row in [*full, drawn[-1]] for name in ("batch_grad_x", "batch_grad_y", "batch"))
    assert [len(row["batch"].split(" ")) for row in drawn[:-1]] == [3] * 9
    assert all(row["evaluations"] == repr(3 * k / 64) for k, row in enumerate(drawn))


def test_the_batchs_gradient_is_what_the_step_went_along() -> None:
    _, rows, snapshots = table(stochastic_session(3))
    surface = build_surface(SurfaceSpec("linear-regression"))
    assert isinstance(surface, SampledSurface)
    for row, point in zip(rows[:-1], snapshots[0].params, strict=False):
        indices = np.array([int(index) for index in row["batch"].split(" ")])
        drawn = surface.sample_gradient(point, indices)
        np.testing.assert_allclose([float(row["batch_grad_x"]), float(row["batch_grad_y"])], drawn, rtol=1e-13)
        assert float(row["x"]) - 0.01 * float(row["batch_grad_x"]) == float(row["x"]) + float(row["update_x"])


@pytest.mark.parametrize("sizes", [(0,), (64,), (1000, 0)])
def test_full_batches_have_no_columns_for_them(sizes: tuple[int, ...]) -> None:
    assert table(stochastic_session(*sizes))[0] == FIXED


def test_many_parameters_keep_the_batch() -> None:
    session = Session(SurfaceSpec("quadratic", dim=5, bag=BagSpec(8)), (1.0,) * 5, steps=3).adding_run(
        make_optimizer("gd")
    )
    run = replace(session.runs[0], sampling=Sampling(2, True))
    header, rows, _ = table(session.with_run(run))
    assert "batch_grad_p0" in header
    assert len(rows[0]["batch"].split(" ")) == 2


def test_progress_counts_runs_and_may_cancel_leaving_the_old_file(tmp_path: Path) -> None:
    session, path, seen = default_session(), tmp_path / "a.csv", []
    path.write_bytes(b"old")
    snapshots = run_session(session, lambda done, total: seen.append((done, total)))
    assert seen == [(0, 4), (1, 4), (2, 4), (3, 4)]

    def cancel(done: int, total: int) -> None:
        if done == 2:
            raise InterruptedError

    with pytest.raises((FileError, InterruptedError)):
        write_csv(path, session, snapshots, cancel)
    assert [p.name for p in tmp_path.iterdir()] == ["a.csv"]
    assert path.read_bytes() == b"old"


def test_a_run_without_a_first_loss_still_has_its_row() -> None:
    session = Session(SurfaceSpec(formula="1/x + y"), (0.0, 0.0)).adding_run(make_optimizer("gd"))
    _, rows, _ = table(session)
    assert len(rows) == 1
    assert (rows[0]["loss"], rows[0]["event"], rows[0]["update_x"]) == ("inf", "non-finite", "")
