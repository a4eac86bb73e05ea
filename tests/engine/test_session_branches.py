"""Branches in a session: who leaves whom, in files too."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.branch import Origin
from engine.export import run_session
from engine.optimizers import make_optimizer
from engine.session import (
    COLOURS,
    MOST_BRANCHINGS,
    MOST_RUNS,
    Branch,
    RunSpec,
    Session,
    SessionError,
    default_session,
)
from engine.session_file import dump_session, parse_session


def branch_of(run: RunSpec) -> Branch:
    assert run.branch is not None
    return run.branch


def nudged(session: Session, key: int, *nudge: float) -> Session:
    run = session.run(key)
    return session.with_run(replace(run, branch=replace(branch_of(run), nudge=nudge)))


@pytest.fixture
def family() -> Session:
    """SGD (1), its branch at 12 (5), a branch of that at 20 (6), and another of SGD at 3 (7), with three others."""
    session = default_session().branching_run(1, 12).branching_run(5, 20).branching_run(1, 3)
    return nudged(session, 5, 0.5, -1.0)


def test_branches_stand_below_their_parents(family: Session) -> None:
    assert [run.key for run in family.runs] == [1, 5, 6, 7, 2, 3, 4]
    assert [family.depth(run) for run in family.runs] == [0, 1, 2, 1, 0, 0, 0]
    assert family.parent(family.run(6)) == family.run(5)
    assert family.parent(family.run(1)) is None


def test_a_branch_is_its_parent_in_another_dress(family: Session) -> None:
    runs = [family.run(key) for key in (1, 5, 6, 7)]
    assert len({run.label for run in runs}) == 4
    assert len({run.style for run in runs}) == 4
    assert {run.style % COLOURS for run in runs} == {0}
    assert all((run.optimizer, run.schedule, run.sampling) == tuple_of(runs[0]) for run in runs)


def tuple_of(run: RunSpec) -> tuple[object, object, object]:
    return run.optimizer, run.schedule, run.sampling


def test_what_a_branchs_numbers_depend_on(family: Session) -> None:
    gd = family.run(1).optimizer
    first = Origin(gd, family.run(1).schedule, 12, True, (0.5, -1.0))
    assert family.config(family.run(5)).origin == first
    assert family.config(family.run(6)).origin == Origin(gd, family.run(5).schedule, 20, origin=first)
    assert family.config(family.run(1)).origin is None


def test_it_follows_its_parent(family: Session) -> None:
    changed = family.with_run(replace(family.run(1), optimizer=make_optimizer("adam")))
    assert family.config(family.run(5)) != changed.config(changed.run(5))
    parent, child = (run_session(changed)[index] for index in (0, 1))
    assert (child.params[:12] == parent.params[:12]).all()


def test_without_its_parent_it_stays_as_it_was(family: Session) -> None:
    alone = family.without_run(1).without_run(5)
    assert [run.key for run in alone.runs] == [6, 7, 2, 3, 4]
    for key in (6, 7):
        assert alone.config(alone.run(key)) == family.config(family.run(key))
    grandparent = branch_of(branch_of(alone.run(6)).kept or alone.run(7)).kept
    assert grandparent is not None
    assert grandparent.label == "SGD"


def test_a_key_that_is_given_again_is_no_parent() -> None:
    session = default_session().branching_run(4, 5).without_run(4).without_run(3)
    kept = session.config(session.run(5))
    again = session.without_run(2).without_run(1).adding_run(make_optimizer("adam"))
    assert again.config(again.run(5)) == kept


def test_a_nudge_fits_any_number_of_parameters(family: Session) -> None:
    wide = replace(family, start=(0.0, 0.0, 0.0))
    narrow = nudged(wide, 5, 1.0, 2.0, 3.0)
    for session, expected in ((wide, (0.5, -1.0, 0.0)), (replace(narrow, start=(0.0, 0.0)), (1.0, 2.0))):
        origin = session.config(session.run(5)).origin
        assert origin is not None
        assert origin.nudge == expected
    still = nudged(family, 5, 0.0, 0.0)
    assert still.config(still.run(5)) == nudged(family, 5).config(nudged(family, 5).run(5))


def test_there_is_an_end() -> None:
    session, key = default_session(), 1
    for _ in range(MOST_BRANCHINGS):
        session = session.branching_run(key, 3)
        key = max(run.key for run in session.runs)
    with pytest.raises(SessionError, match="levels deep"):
        session.branching_run(key, 3)
    while len(session.runs) < MOST_RUNS:
        session = session.branching_run(1, 3)
    with pytest.raises(SessionError, match=str(MOST_RUNS)):
        session.branching_run(1, 3)
    assert parse_session(dump_session(session).decode()).runs[1].branch == Branch(1, 3)


def test_a_duplicate_of_a_branch_is_one(family: Session) -> None:
    copy = family.adding_run(family.run(5).optimizer, after=5)
    assert copy.run(8).branch == family.run(5).branch


# Files


@pytest.mark.parametrize("removed", [(), (1,), (5,), (1, 5), (5, 1), (7, 2)])
def test_a_file_gives_the_same_runs_and_the_same_bytes(family: Session, removed: tuple[int, ...]) -> None:
    session = family
    for key in removed:
        session = session.without_run(key)
    saved = dump_session(session)
    read = parse_session(saved.decode())
    assert dump_session(read) == saved
    assert [read.depth(run) for run in read.runs] == [session.depth(run) for run in session.runs]
    for one, other in zip(run_session(read), run_session(session), strict=True):
        assert one.table.tobytes() == other.table.tobytes()


@settings(deadline=None, max_examples=40)
@given(data=st.data())
def test_any_history_of_branching_and_removing_survives_a_file(data: st.DataObject) -> None:
    session = replace(default_session(), steps=8)
    for _ in range(data.draw(st.integers(1, 6))):
        keys = [run.key for run in session.runs]
        key = data.draw(st.sampled_from(keys))
        if data.draw(st.booleans()) or len(keys) < 3:
            session = session.branching_run(key, data.draw(st.integers(0, 9)))
            run = session.run(max(run.key for run in session.runs))
            nudge = data.draw(st.sampled_from([(), (0.25, -0.5)]))
            carry = data.draw(st.booleans())
            session = session.with_run(replace(run, branch=replace(branch_of(run), nudge=nudge, carry=carry)))
        else:
            session = session.moving_run(key, 1).without_run(key)
    read = parse_session(dump_session(session).decode())
    assert dump_session(read) == dump_session(session)
    assert [read.config(run) for run in read.runs] == [session.config(run) for run in session.runs]


def plain(session: Session) -> dict[str, Any]:
    decoded: dict[str, Any] = json.loads(dump_session(session))
    return decoded


def test_a_run_from_the_start_is_written_as_ever() -> None:
    assert all("branch" not in run for run in plain(default_session())["runs"])


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"of": "Nobody"}, "runs[1].branch.of is 'Nobody'; it can be SGD"),
        ({"of": 3}, "runs[1].branch.of should be a text"),
        ({"at": -1}, "runs[1].branch.at should be a whole number"),
        ({"at": 1.5}, "runs[1].branch.at should be a whole number"),
        ({"carry": "yes"}, "runs[1].branch.carry should be true or false"),
        ({"nudge": [1.0]}, "runs[1].branch.nudge should be a list of 2 numbers"),
        ({"nudge": [1.0, "x"]}, "runs[1].branch.nudge should be a number"),
        ({"form": 1}, "runs[1].branch.form is not known here"),
        ({"of": "SGD 2"}, "runs[1].branch.of: a run cannot branch off itself"),
        ({"of": "SGD 3"}, "runs[1].branch.of: a run cannot branch off itself"),
        ({"parent": {"optimizer": {"name": "adam"}}}, "runs[1].branch.of is not known here"),
        ({"of": None, "parent": {"optimizer": {"name": "x"}}}, "There is no optimizer 'x'"),
        ({"of": None, "parent": 3}, "runs[1].branch.parent should be a table"),
    ],
)
def test_a_broken_branch_is_named(family: Session, change: dict[str, Any], words: str) -> None:
    broken = plain(family)
    table = {**broken["runs"][1]["branch"], **change}
    broken["runs"][1]["branch"] = {name: value for name, value in table.items() if value is not None}
    with pytest.raises(SessionError) as caught:
        parse_session(json.dumps(broken))
    assert words in str(caught.value)


def test_branches_nested_beyond_reason_are_refused() -> None:
    run: dict[str, Any] = {"optimizer": {"name": "adam"}}
    for _ in range(200):
        run = {"optimizer": {"name": "adam"}, "branch": {"parent": run, "at": 1}}
    text = plain(default_session()) | {"runs": [run]}
    with pytest.raises(SessionError, match="levels deep"):
        parse_session(json.dumps(text))


def test_removing_and_nudging_changes_no_other_run(family: Session) -> None:
    before = {run.key: snapshot.table for run, snapshot in zip(family.runs, run_session(family), strict=True)}
    alone = family.without_run(1)
    for run, snapshot in zip(alone.runs, run_session(alone), strict=True):
        np.testing.assert_array_equal(snapshot.table, before[run.key])
