from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from engine.batches import Sampling
from engine.optimizers import OPTIMIZERS, make_optimizer
from engine.run import run_to
from engine.scenario import find_scenario, load_scenarios
from engine.schedules import Cosine
from engine.session import (
    MOST_BOOKMARKS,
    MOST_RUNS,
    Bookmark,
    RunSpec,
    Session,
    SessionError,
    View,
    default_session,
    unique_label,
)
from surfaces import SurfaceSpec

ADAM = make_optimizer("adam")


def session_of(*names: str) -> Session:
    session = Session(SurfaceSpec("bowl"), (1.0, 2.0))
    for name in names:
        session = session.adding_run(make_optimizer(name))
    return session


@pytest.mark.parametrize(
    "value", [session_of("adam"), session_of("adam").runs[0], View(), ADAM, Cosine(), SurfaceSpec("bowl")]
)
def test_frozen_and_hashable(value: Any) -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(value, dataclasses.fields(value)[0].name, None)
    assert hash(value) == hash(dataclasses.replace(value))


def test_an_edit_makes_a_new_session() -> None:
    before = session_of("adam", "momentum")
    after = before.with_run(dataclasses.replace(before.run(2), visible=False))
    assert before == session_of("adam", "momentum")
    assert [run.visible for run in after.runs] == [True, False]


def test_added_runs_get_new_keys_labels_and_free_styles() -> None:
    session = session_of("adam", "adam", "momentum").without_run(2).adding_run(ADAM).adding_run(ADAM)
    assert [run.key for run in session.runs] == [1, 3, 4, 5]
    assert session.labels() == ("Adam", "Momentum", "Adam 2", "Adam 3")
    assert [run.style for run in session.runs] == [0, 2, 1, 3]


def test_a_duplicate_stands_behind_its_original_with_its_schedule() -> None:
    session = session_of("adam", "momentum")
    session = session.with_run(dataclasses.replace(session.run(1), schedule=Cosine(7)))
    session = session.adding_run(session.run(1).optimizer, label="Adam", after=1)
    assert session.labels() == ("Adam", "Adam 2", "Momentum")
    assert session.runs[1].schedule == Cosine(7)


@pytest.mark.parametrize(
    ("key", "by", "order"), [(1, 1, [2, 1, 3]), (3, -2, [3, 1, 2]), (1, -5, [1, 2, 3]), (2, 99, [1, 3, 2])]
)
def test_moving_a_run_stops_at_the_ends(key: int, by: int, order: list[int]) -> None:
    session = session_of("adam", "momentum", "newton").moving_run(key, by)
    assert [run.key for run in session.runs] == order


def test_there_is_a_most_of_runs() -> None:
    session = session_of(*["gd"] * MOST_RUNS)
    assert len({run.label for run in session.runs}) == MOST_RUNS
    with pytest.raises(SessionError, match=f"at most {MOST_RUNS} runs"):
        session.adding_run(ADAM)


def test_an_unknown_key_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        session_of("adam").run(9)
    assert session_of("adam").without_run(9) == session_of("adam")


@pytest.mark.parametrize(
    ("taken", "label"), [([], "A"), (["A"], "A 2"), (["A", "A 2"], "A 3"), (["A", "A 3"], "A 2"), (["a"], "A")]
)
def test_unique_label(taken: list[str], label: str) -> None:
    assert unique_label("A", taken) == label


@pytest.mark.parametrize("change", [{"style": 5}, {"label": "other"}, {"visible": False}])
def test_looks_change_no_config(change: dict[str, Any]) -> None:
    session = session_of("adam")
    run = session.runs[0]
    assert session.config(dataclasses.replace(run, **change)) == session.config(run)


@pytest.mark.parametrize("change", [{"seed": 1}, {"start": (0.0, 0.0)}, {"surface": SurfaceSpec("book")}])
def test_what_numbers_depend_on_changes_the_config(change: dict[str, Any]) -> None:
    session = session_of("adam")
    assert dataclasses.replace(session, **change).config(session.runs[0]) != session.config(session.runs[0])


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_any_optimizer_can_be_added(name: str) -> None:
    run = session_of(name).runs[0]
    assert run == RunSpec(1, OPTIMIZERS[name].title, OPTIMIZERS[name](), sampling=Sampling(stream=1))


def test_the_default_session_is_the_books_figure() -> None:
    """Its numbers are those of the scenario, up to the eps that the book adds."""
    default, scenario = default_session(), find_scenario(load_scenarios(), "book-figure").session
    assert default.labels() == scenario.labels() == ("SGD", "Momentum", "AdaGrad", "Adam")
    for one, other in zip(default.runs, scenario.runs, strict=True):
        ends = [run_to(s.config(r), s.steps).params[-1] for s, r in ((default, one), (scenario, other))]
        assert ends[0] == pytest.approx(ends[1], abs=1e-5)


def test_a_bookmark_takes_the_place_of_another_and_they_stay_in_order() -> None:
    session = session_of("adam", "momentum")
    for mark in (Bookmark(2, 9), Bookmark(1, 9), Bookmark(1, 4, "here"), Bookmark(2, 9, "there")):
        session = session.with_bookmark(mark)
    assert session.bookmarks == (Bookmark(1, 4, "here"), Bookmark(1, 9), Bookmark(2, 9, "there"))
    assert session.without_bookmark(1, 9).without_bookmark(1, 5).bookmarks == (
        Bookmark(1, 4, "here"),
        Bookmark(2, 9, "there"),
    )


def test_bookmarks_go_with_their_run() -> None:
    session = session_of("adam", "momentum").with_bookmark(Bookmark(1, 4)).with_bookmark(Bookmark(2, 4))
    assert session.without_run(1).bookmarks == (Bookmark(2, 4),)


def test_there_is_an_end_to_bookmarks() -> None:
    full = dataclasses.replace(session_of("adam"), bookmarks=tuple(Bookmark(1, k) for k in range(MOST_BOOKMARKS)))
    with pytest.raises(SessionError, match=str(MOST_BOOKMARKS)):
        full.with_bookmark(Bookmark(1, MOST_BOOKMARKS))
    assert full.with_bookmark(Bookmark(1, 3, "again")).bookmarks[3].note == "again"
