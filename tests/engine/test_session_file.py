from __future__ import annotations

import contextlib
import copy
import dataclasses
import json
import math
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.batches import Sampling
from engine.files import FileError
from engine.hyperparameters import Declared, Hyperparameter, hyperparameters, make
from engine.optimizers import OPTIMIZERS
from engine.plots import ACROSS, MEANS, QUANTITIES, SCALES, Plot
from engine.scenario import load_scenarios
from engine.schedules import SCHEDULES
from engine.session import (
    LAYOUTS,
    LEVELS,
    LONGEST_NOTE,
    LOSS_SCALES,
    MOST_BOOKMARKS,
    MOST_STEPS,
    PACES,
    Bookmark,
    RunSpec,
    Session,
    SessionError,
    View,
    default_session,
)
from engine.session_file import dump_session, load_session, parse_session, save_session
from surfaces import CATALOGUE, BagSpec, SurfaceSpec
from surfaces.data.models import data_model
from surfaces.data.rows import ROWS as DATA_ROWS

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

ADAM = {"optimizer": {"name": "adam"}}
floats = st.floats(allow_nan=False, allow_infinity=False)
plots = st.builds(
    Plot,
    st.sampled_from((*QUANTITIES, "state.velocity.x")),
    *map(st.sampled_from, (ACROSS, SCALES)),
    st.booleans(),
    st.booleans(),
    st.sampled_from(MEANS),
)
words = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


def _values(parameter: Hyperparameter) -> st.SearchStrategy[Any]:
    if parameter.choices:
        return st.sampled_from(parameter.choices)
    if isinstance(parameter.default, bool):
        return st.booleans()
    if isinstance(parameter.default, int):
        return st.integers(int(parameter.low), int(parameter.high))
    return st.floats(parameter.low, parameter.high)


@st.composite
def _declared(draw: st.DrawFn, table: Mapping[str, type[Declared]]) -> Any:
    """Draw an optimizer or a schedule: its own values, then those of the parts that were drawn."""
    cls = table[draw(st.sampled_from(list(table)))]
    made = make(cls, {p.name: draw(_values(p)) for p in hyperparameters(cls) if "." not in p.name})
    inner = [p for p in hyperparameters(made) if "." in p.name and not p.is_part]
    return made.replaced(**{p.name: draw(_values(p)) for p in inner})


@st.composite
def surface_specs(draw: st.DrawFn) -> SurfaceSpec:
    x0, y0 = draw(st.floats(-50, 49)), draw(st.floats(-50, 49))
    bounds = draw(st.sampled_from([None, (x0, x0 + 1.5, y0, y0 + 2.5)]))
    if draw(st.booleans()):
        formula, slope = draw(st.sampled_from(["x^2 + a*y^2", "a*sin(x)*y"])), draw(floats)
        return SurfaceSpec(formula=formula, parameters=(("a", slope),), bounds=bounds)
    row = draw(st.sampled_from(list(CATALOGUE.values())))
    chosen = sorted((p.name, draw(st.floats(p.low, p.high))) for p in row.parameters)
    return SurfaceSpec(name=row.name, parameters=tuple(chosen), bounds=bounds)


@st.composite
def sessions(draw: st.DrawFn) -> Session:
    labels = draw(st.lists(words, max_size=6, unique=True))
    runs = [
        RunSpec(
            key=index + 1,
            label=label,
            optimizer=draw(_declared(OPTIMIZERS)),
            schedule=draw(_declared(SCHEDULES)),
            style=draw(st.integers(0, 999)),
            visible=draw(st.booleans()),
            sampling=draw(st.builds(Sampling, st.integers(0, 300), st.booleans(), st.integers(0, 99))),
        )
        for index, label in enumerate(labels)
    ]
    layout, scale, levels = (draw(st.sampled_from(allowed)) for allowed in (LAYOUTS, LOSS_SCALES, LEVELS))
    view = View(layout, scale, levels, pace=draw(st.sampled_from(PACES)), plots=draw(st.tuples(plots, plots)))
    steps, seed = draw(st.integers(1, MOST_STEPS)), draw(st.integers(0, 2**63 - 1))
    session = Session(draw(surface_specs()), (draw(floats), draw(floats)), tuple(runs), steps, seed, view)
    if runs:
        keys = st.sampled_from([run.key for run in runs])
        for mark in draw(st.lists(st.builds(Bookmark, keys, st.integers(0, MOST_STEPS), words), max_size=4)):
            session = session.with_bookmark(mark)
    return session


def data() -> dict[str, Any]:
    decoded: dict[str, Any] = json.loads(dump_session(default_session()))
    return decoded


def complaint(text: str) -> str:
    """Return the error of a text that is no session, having checked that it is one short sentence."""
    with pytest.raises(SessionError) as caught:
        parse_session(text)
    sentence = str(caught.value)
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert len(sentence) < 500
    return sentence


@settings(deadline=None)
@given(session=sessions())
def test_round_trip_gives_an_equal_session_and_the_same_bytes(session: Session) -> None:
    saved = dump_session(session)
    assert parse_session(saved.decode()) == session
    assert dump_session(parse_session(saved.decode())) == saved


@pytest.mark.parametrize("scenario", load_scenarios(), ids=lambda scenario: scenario.name)
def test_scenarios_survive_as_files(scenario: Any, tmp_path: Path) -> None:
    path = tmp_path / "a.sandbox.json"
    save_session(scenario.session, path)
    assert load_session(path) == scenario.session


def test_keys_are_given_anew_on_reading() -> None:
    session = default_session().with_bookmark(Bookmark(4, 7, "look")).with_bookmark(Bookmark(2, 3)).without_run(2)
    read = parse_session(dump_session(session).decode())
    assert [run.key for run in read.runs] == [1, 2, 3]
    assert read.bookmarks == (Bookmark(3, 7, "look"),)


def test_a_plot_that_cannot_be_is_named() -> None:
    view = {**data()["view"], "plots": [{}, {"quantity": "happiness"}]}
    assert "view.plots[1].quantity is 'happiness'" in complaint(json.dumps({**data(), "view": view}))
    del view["plots"]
    assert parse_session(json.dumps({**data(), "view": view})) == default_session()


def test_a_session_without_bookmarks_has_the_file_it_had_before_there_were_any() -> None:
    assert "bookmarks" not in data()
    orphan = dataclasses.replace(default_session(), bookmarks=(Bookmark(99, 1),))
    assert dump_session(orphan) == dump_session(default_session())


@pytest.mark.parametrize(
    ("marks", "told"),
    [
        ([{"run": 5, "iteration": 1}], "bookmarks[0].run"),
        ([{"run": 0, "iteration": 1}], "bookmarks[0].run"),
        ([{"run": 1, "iteration": -1}], "bookmarks[0].iteration"),
        ([{"run": 1, "iteration": 2.5}], "bookmarks[0].iteration"),
        ([{"run": 1, "iteration": 2, "note": 7}], "bookmarks[0].note"),
        ([{"run": 1, "iteration": 2, "note": "a" * (LONGEST_NOTE + 1)}], "bookmarks[0].note"),
        ([{"run": 1, "iteration": 2}, {"run": 1, "iteration": 2}], "bookmarks[1].iteration"),
        ([{"run": 1, "iteration": k} for k in range(MOST_BOOKMARKS + 1)], str(MOST_BOOKMARKS)),
        ("flag", "bookmarks"),
    ],
)
def test_bookmarks_that_cannot_be_are_named(marks: Any, told: str) -> None:
    assert told in complaint(json.dumps({**data(), "bookmarks": marks}))


@pytest.mark.parametrize("cut", range(0, 1200, 57))
def test_a_file_cut_short_is_one_sentence(cut: int) -> None:
    complaint(dump_session(default_session()).decode()[:cut])


@pytest.mark.parametrize(
    "text",
    [
        "",
        "null",
        "[]",
        "3",
        '"x"',
        "{}",
        '{"format": 1}',
        "[" * 10_000_000,
        '{"a":' * 1_000_000,
        "9" * 5000,
        "\0",
        "\ufeff{}",
    ],
    ids=lambda text: text[:5] or "empty",
)
def test_what_is_no_session_file_is_said(text: str) -> None:
    assert complaint(text).startswith("This is not a session file")


@settings(deadline=None)
@given(text=st.text() | st.binary().map(lambda raw: raw.decode("latin-1")))
def test_any_text_at_all_is_a_session_error(text: str) -> None:
    complaint(text)


@pytest.mark.parametrize(("version", "words"), [(2, "newer version"), (10**30, "newer version"), (0, "version should")])
def test_other_versions(version: int, words: str) -> None:
    assert words in complaint(json.dumps({**data(), "version": version}))


@pytest.mark.parametrize("version", [None, "1", 1.5, True, -3])
def test_broken_versions(version: Any) -> None:
    assert "version should" in complaint(json.dumps({**data(), "version": version}))


def _places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Return the path of every value inside nested plain data."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [place for key, inner in items for place in [(*path, key), *_places(inner, (*path, key))]]


WRONG: list[Any] = [
    None,
    True,
    -1,
    10**400,
    1.5,
    "nonsense",
    "\ud800",
    [],
    [[]],
    {},
    {"name": []},
    [1, 2, 3],
    float("nan"),
]
PLACES = [place for place in _places(data()) if place[0] not in ("format", "version")]


@pytest.mark.parametrize("place", PLACES, ids=lambda place: ".".join(map(str, place)))
def test_a_wrong_value_in_any_field_is_a_session_or_a_session_error(place: tuple[Any, ...]) -> None:
    refused = 0
    for wrong in WRONG:
        broken = copy.deepcopy(data())
        owner: Any = broken
        for key in place[:-1]:
            owner = owner[key]
        owner[place[-1]] = wrong
        with contextlib.suppress(SessionError):
            dump_session(parse_session(json.dumps(broken)))
            continue
        refused += 1
    assert refused >= 6


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"surface": {"name": "no-such"}}, "no surface"),
        ({"surface": {}}, "surface"),
        ({"surface": {"name": "book", "formula": "x"}}, "surface"),
        ({"surface": {"formula": "__import__('os')"}}, "surface"),
        ({"surface": {"name": "book", "parameters": {"a": 1}}}, "no parameter"),
        ({"surface": {"name": "book", "bounds": [1, 0, 0, 1]}}, "bounds"),
        ({"surface": {"name": "book", "bounds": [0, 1]}}, "surface.bounds should be a list of 4 numbers"),
        ({"start": [1]}, "start should be a list of 2 numbers"),
        ({"start": [1, "2"]}, "start should be a number"),
        ({"start": [1, float("inf")]}, "start should be a finite number"),
        ({"steps": 0}, "steps should be a whole number from 1"),
        ({"steps": MOST_STEPS + 1}, "steps should be a whole number"),
        ({"seed": -1}, "seed should be a whole number"),
        ({"view": {"layout": "tower"}}, "view.layout is 'tower'; it can be together, side-by-side"),
        ({"runs": {}}, "runs should be a list"),
        ({"runs": [3]}, "runs[0] should be a table"),
        ({"runs": [{}]}, "runs[0].optimizer.name should be a text"),
        ({"runs": [{"optimizer": {"name": "addam"}}]}, "no optimizer 'addam'"),
        ({"runs": [{"optimizer": {"name": "adam", "beta1": 1}}]}, "beta1 must be below 1"),
        ({"runs": [{"optimizer": {"name": "adam"}, "schedule": {"name": "x"}}]}, "no schedule 'x'"),
        ({"runs": [{"optimizer": {"name": "adam"}, "label": "A"}] * 2}, "two runs are called 'A'"),
        ({"runs": [{"optimizer": {"name": "adam"}}] * 65}, "at most 64 runs"),
        ({"runs": [{**ADAM, "sampling": 4}]}, "runs[0].sampling should be a table"),
        ({"runs": [{**ADAM, "sampling": {"batch_size": -1}}]}, "runs[0].sampling.batch_size should be a whole number"),
        ({"runs": [{**ADAM, "sampling": {"replacement": 1}}]}, "runs[0].sampling.replacement should be true or false"),
        ({"runs": [{**ADAM, "sampling": {"size": 1}}]}, "runs[0].sampling.size is not known here"),
        ({"surface": {"name": "neuron", "data": {"n": 9}}}, "at least one sample"),
        ({"surface": {"name": "book", "data": {}}}, "Only a surface made of data"),
        ({"surface": {"name": "neuron", "data": {"code": 1}}}, "'code' is not known here"),
        ({"surface": {"name": "book", "bag": {"samples": 1}}}, "surface.bag.samples"),
    ],
)  # fmt: skip
def test_a_broken_field_is_named(change: dict[str, Any], words: str) -> None:
    assert words in complaint(json.dumps({**data(), **change}))


def test_the_full_batch_is_not_spoken_of_and_every_run_gets_a_stream() -> None:
    session = parse_session(json.dumps({**data(), "runs": [ADAM, {**ADAM, "sampling": {"batch_size": 4}}]}))
    assert [run.sampling for run in session.runs] == [Sampling(stream=1), Sampling(4, stream=2)]
    assert [sorted(run) for run in json.loads(dump_session(session))["runs"]] == [
        ["label", "optimizer", "schedule", "style", "visible"],
        ["label", "optimizer", "sampling", "schedule", "style", "visible"],
    ]


@pytest.mark.parametrize("row", DATA_ROWS, ids=lambda row: row.name)
def test_data_survive_a_file(row: Any) -> None:
    points = tuple((0.1 * k, 0.3 * k**2, 1.0)[-len(data_model(row.name).columns) :] for k in range(1, 4))
    for made in (None, replace(row.data, l2=0.25), replace(row.data, generator="", options=(), points=points)):
        session = Session(SurfaceSpec(row.name, data=made), (0.0, 0.0))
        assert parse_session(dump_session(session).decode()) == session


def test_a_bag_survives_a_file() -> None:
    session = Session(SurfaceSpec("double-well", bag=BagSpec(64, 8.0, 3)), (0.0, 0.0))
    assert parse_session(dump_session(session).decode()) == session


def test_what_may_be_left_out() -> None:
    least = {"format": "optimizer-sandbox-session", "version": 1, "surface": {"name": "bowl"}, "start": [1, 2]}
    runs = [{"optimizer": {"name": "adam"}}] * 2
    session = parse_session(json.dumps({**least, "runs": runs}))
    assert session.labels() == ("Adam", "Adam 2")
    assert session == Session(SurfaceSpec("bowl"), (1.0, 2.0), session.runs)


def test_parameters_in_any_order_are_the_same_surface() -> None:
    surface = {"name": "rotated-quadratic", "parameters": {"small": 0.2, "angle": 30, "large": 9}}
    read = parse_session(json.dumps({**data(), "surface": surface})).surface
    assert read.parameters == (("angle", 30.0), ("large", 9.0), ("small", 0.2))


def test_the_file_is_readable_text() -> None:
    session = default_session()
    session = session.with_run(replace(session.runs[0], label="경사하강법"))
    saved = dump_session(session)
    assert "경사하강법" in saved.decode("utf-8")
    assert saved.endswith(b"}\n")


def test_a_session_that_could_not_be_read_again_is_not_written() -> None:
    with pytest.raises(ValueError, match="JSON"):
        dump_session(replace(default_session(), start=(math.inf, 0.0)))


def test_a_missing_a_foreign_and_a_huge_file(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="Could not read"):
        load_session(tmp_path / "none.sandbox.json")
    (tmp_path / "image").write_bytes(b"\x89PNG\xff")
    with pytest.raises(FileError, match="is not a text file"):
        load_session(tmp_path / "image")
    with (tmp_path / "huge").open("wb") as file:
        file.truncate(30_000_000)
    with pytest.raises(FileError, match="too large"):
        load_session(tmp_path / "huge")
