"""Branches in the CSV: two columns at its very end, and rows that tell who took the step."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import numpy as np

from engine.batches import Sampling
from engine.export import run_session, write_rows
from engine.optimizers import make_optimizer
from engine.session import Session, default_session
from surfaces import BagSpec, SurfaceSpec


def written(session: Session) -> tuple[list[str], list[dict[str, str]]]:
    out = io.StringIO()
    write_rows(out, session, run_session(session))
    header, *rows = csv.reader(io.StringIO(out.getvalue()))
    return header, [dict(zip(header, row, strict=True)) for row in rows]


def branched(surface: SurfaceSpec | None = None) -> Session:
    """Momentum, its branch with Adam at 3, nudged."""
    session = replace(default_session(), steps=6, surface=surface or SurfaceSpec("book")).branching_run(2, 3)
    run = session.run(5)
    assert run.branch is not None
    branch = replace(run.branch, nudge=(0.5, -1.0))
    session = session.with_run(replace(run, label="Left", optimizer=make_optimizer("adam"), branch=branch))
    return replace(session, runs=(session.run(2), session.run(5)))


def test_the_fixed_columns_stay_and_two_come_last() -> None:
    plain, _ = written(replace(branched(), runs=branched().runs[:1]))
    header, rows = written(branched())
    assert header[: len(plain)] == plain
    assert header[-2:] == ["branch_of", "branch_at"]
    assert "branch_of" not in plain
    assert {(row["run"], row["branch_of"], row["branch_at"]) for row in rows} == {
        ("Momentum", "", ""),
        ("Left", "Momentum", "3"),
    }


def test_rows_before_it_tell_of_the_parents_optimizer_and_state() -> None:
    _, rows = written(branched())
    parent, own = rows[:7], rows[7:]
    shared = [{**row, "run": "Left", "branch_of": "Momentum", "branch_at": "3"} for row in parent[:2]]
    assert own[:2] == shared
    assert [row["optimizer"] for row in own] == ["momentum"] * 3 + ["adam"] * 4
    assert [bool(row["state.velocity.x"]) for row in own] == [True] * 3 + [False] * 4
    assert [bool(row["state.first_moment.x"]) for row in own] == [False] * 3 + [True] * 4
    assert "nan" not in {value for row in rows for value in row.values()}


def test_the_update_before_it_has_the_nudge_in_it() -> None:
    _, rows = written(branched())
    x = np.array([float(row["x"]) for row in rows[7:]])
    updates = [float(row["update_x"]) for row in rows[7:-1]]
    np.testing.assert_array_equal(np.diff(x), updates)


def test_batches_before_it_are_those_the_parent_drew() -> None:
    session = branched(SurfaceSpec("book", bag=BagSpec(samples=32)))
    parent, own = session.runs
    session = replace(
        session,
        runs=(replace(parent, sampling=Sampling(4, stream=2)), replace(own, sampling=Sampling(0, stream=5))),
    )
    header, rows = written(session)
    assert header[-2:] == ["branch_of", "branch_at"]
    assert [row["batch"] for row in rows[7:10]] == [row["batch"] for row in rows[:3]]
    assert rows[0]["batch"]
    assert {row["batch"] for row in rows[10:]} == {""}


def test_a_parent_that_was_removed_is_named() -> None:
    session = branched().without_run(2)
    _, rows = written(session)
    assert {row["branch_of"] for row in rows} == {"Momentum"}
    assert [row["optimizer"] for row in rows] == ["momentum"] * 3 + ["adam"] * 4


def test_branch_at_is_where_it_left_a_parent_that_ended_early() -> None:
    session = branched()
    session = session.with_run(replace(session.run(2), optimizer=make_optimizer("gradient-descent", {"lr": 100.0})))
    _, rows = written(session)
    end = max(int(row["iteration"]) for row in rows if row["run"] == "Momentum")
    assert end < 3
    assert {row["branch_at"] for row in rows if row["run"] == "Left"} == {str(end)}
