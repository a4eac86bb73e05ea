"""What the cards of branches say, and what their rows change."""

from __future__ import annotations

from dataclasses import replace

import pytest

from engine.optimizers import make_optimizer
from engine.run import run_to
from engine.session import RunSpec, Session, default_session
from gui.branch_rows import (
    changed_branch,
    left_early,
    origin_help,
    origin_text,
    rows_differ,
    state_text,
    whole_nudge,
    with_nudge,
)
from surfaces import SurfaceSpec


def branched(key: int, optimizer: str = "", *, carry: bool = True) -> tuple[Session, RunSpec]:
    """A branch of a run at 9, with another optimizer."""
    session = default_session().branching_run(key, 9)
    run = session.run(5)
    assert run.branch is not None
    run = replace(run, branch=replace(run.branch, carry=carry))
    session = session.with_run(replace(run, optimizer=make_optimizer(optimizer)) if optimizer else run)
    return session, session.run(5)


@pytest.mark.parametrize(
    ("key", "optimizer", "carry", "words"),
    [
        (1, "", True, "no memory to carry"),
        (2, "", True, "carries velocity"),
        (2, "", False, "begins with no memory"),
        (1, "momentum", True, "begins with no memory: its parent has none"),
        (2, "adam", True, "begins with no memory: what its parent has does not fit"),
        (4, "amsgrad", True, "carries first moment, second moment; "),
    ],
)
def test_what_becomes_of_the_memory(key: int, optimizer: str, carry: bool, words: str) -> None:
    text = state_text(*branched(key, optimizer, carry=carry))
    assert text.startswith(words) if words.endswith(" ") else text == words


def test_a_simplex_says_that_it_does_not_survive_a_nudge() -> None:
    session, _ = branched(1)
    simplex = make_optimizer("nelder-mead")
    session = session.with_run(replace(session.run(1), optimizer=simplex))
    still = replace(session.run(5), optimizer=simplex)
    assert "carries simplex" in state_text(session.with_run(still), still)
    moved = with_nudge(still, (1.0, 0.0))
    assert state_text(session.with_run(moved), moved) == "begins with no memory where it is nudged to"


def test_where_it_comes_from_also_without_its_parent() -> None:
    session, run = branched(2)
    assert run.branch is not None
    assert origin_text("Momentum", run.branch) == "from Momentum at 9"
    assert "follows" in origin_help("Momentum", run.branch)
    orphan = session.without_run(2).run(5)
    assert orphan.branch is not None
    assert origin_text("Momentum", orphan.branch) == "from Momentum (removed) at 9"
    assert "removed" in origin_help("Momentum", orphan.branch)


def test_it_says_where_its_parent_ended_if_that_came_first() -> None:
    session, run = branched(1)
    assert left_early(run, run_to(session.config(run), 30)) == ""
    assert left_early(run, run_to(session.config(run), 5)) == ""  # it has not got there yet
    session = session.with_run(replace(session.run(1), optimizer=make_optimizer("gradient-descent", {"lr": 100.0})))
    assert "ends at iteration" in left_early(run, run_to(session.config(run), 30))
    assert left_early(session.run(1), run_to(session.config(session.run(1)), 30)) == ""


def test_every_row_changes_its_own_part() -> None:
    session, run = branched(2)
    assert run.branch is not None
    for name, value, change in (
        ("branch.carry", False, {"carry": False}),
        ("branch.iteration", 3, {"iteration": 3}),
        ("branch.nudge.0", 0.5, {"nudge": (0.5, 0.0)}),
        ("branch.nudge.1", -2.0, {"nudge": (0.0, -2.0)}),
        ("branch.nudge.1", 0.0, {"nudge": ()}),
    ):
        assert changed_branch(session, 5, name, value).branch == replace(run.branch, **change)


def test_along_axes_that_are_not_shown_a_nudge_stays() -> None:
    session, run = branched(2)
    session = replace(session, surface=SurfaceSpec("quadratic", dim=4), start=(1.0, 1.0, 1.0, 1.0))
    session = session.with_run(with_nudge(run, (1.0, 2.0, 3.0, 4.0)))
    changed = changed_branch(session, 5, "branch.nudge.2", 9.0)
    assert changed.branch is not None
    assert whole_nudge(session, changed.branch) == (1.0, 2.0, 9.0, 4.0)


def test_rows_are_others_on_other_bounds_and_axes_only_with_branches() -> None:
    session, _ = branched(2)
    wider = replace(session, surface=SurfaceSpec("book", bounds=(-20.0, 20.0, -20.0, 20.0)))
    assert rows_differ(session, wider)
    assert not rows_differ(session, replace(session, steps=99))
    assert not rows_differ(default_session(), replace(default_session(), surface=wider.surface))
