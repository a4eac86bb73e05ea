from __future__ import annotations

from dataclasses import replace

import pytest

from engine.events import Event
from engine.export import run_session
from engine.optimizers import make_optimizer
from engine.session import Session
from gui.telling import Told, told
from surfaces import SurfaceSpec


def changed(session: Session, key: int, **values: float) -> Session:
    run = session.run(key)
    return session.with_run(replace(run, optimizer=run.optimizer.replaced(**values)))


def hidden(session: Session, *keys: int) -> Session:
    for key in keys:
        session = session.with_run(replace(session.run(key), visible=False))
    return session


def twin(session: Session, key: int) -> Session:
    return replace(session, runs=(*session.runs, replace(session.run(key), key=5)))


@pytest.fixture
def family() -> Session:
    """A run (1), a branch of it at 10 (2), a branch of that at 20 (3), another of the first at 30 (4)."""
    session = Session(SurfaceSpec("book"), (-7.0, 2.0), steps=50).adding_run(make_optimizer("momentum"))
    session = changed(session.branching_run(1, 10), 2, learning_rate=0.02)
    session = changed(session.branching_run(2, 20), 3, learning_rate=0.03)
    return changed(session.branching_run(1, 30), 4, learning_rate=0.04)


def firsts(session: Session) -> dict[int, int]:
    snapshots = {run.key: snapshot for run, snapshot in zip(session.runs, run_session(session), strict=True)}
    return {key: mine.first for key, mine in told(session, snapshots).items()}


def test_a_branch_is_told_from_where_it_leaves(family: Session) -> None:
    assert firsts(family) == {1: 0, 2: 10, 3: 20, 4: 30}


@pytest.mark.parametrize(
    ("away", "expected"),
    [
        ((1,), {2: 0, 3: 20, 4: 10}),
        ((2,), {1: 0, 3: 10, 4: 30}),
        ((1, 2), {3: 10, 4: 0}),
        ((1, 4), {2: 0, 3: 20}),
        ((1, 2, 3), {4: 0}),
    ],
)
def test_of_rows_that_nobody_sees_elsewhere_one_branch_tells(
    family: Session, away: tuple[int, ...], expected: dict[int, int]
) -> None:
    assert firsts(hidden(family, *away)) == expected


def test_a_twin_of_a_branch_tells_what_it_takes_by_itself(family: Session) -> None:
    assert firsts(twin(family, 2))[5] == 10


def test_runs_from_the_start_are_told_whole(family: Session) -> None:
    alone = replace(family, runs=family.runs[:1])
    assert firsts(twin(alone, 1)) == {1: 0, 5: 0}


def test_a_parent_that_is_gone_is_told_of_the_branch(family: Session) -> None:
    assert firsts(family.without_run(1)) == {2: 0, 3: 20, 4: 10}


def test_where_a_run_leaves_is_known(family: Session) -> None:
    snapshots = {run.key: snapshot for run, snapshot in zip(family.runs, run_session(family), strict=True)}
    assert told(family, snapshots)[3] == Told(20, False, family.run(2).label, 20)


@pytest.mark.parametrize(
    ("event", "still", "moved"),
    [
        (Event(3, "overshoot", last=9), False, False),
        (Event(3, "overshoot", last=10), False, True),
        (Event(3, "overshoot", last=11), True, True),
        (Event(9, "escaped saddle"), False, False),
        (Event(10, "escaped saddle"), False, True),
        (Event(11, "escaped saddle"), True, True),
    ],
)
def test_events_are_its_own_that_go_on_after_it_left(event: Event, still: bool, moved: bool) -> None:
    assert Told(10).tells(event) == still
    assert Told(10, moved=True).tells(event) == moved


def test_from_the_start_everything_is_told() -> None:
    assert Told().tells(Event(0, "non-finite"))
