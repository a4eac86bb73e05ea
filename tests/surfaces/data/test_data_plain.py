"""Data as plain values and back; and what a window asks about them."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from surfaces import CATALOGUE, SurfaceError, SurfaceSpec, build_surface
from surfaces.data.plain import data_from_plain, data_to_plain
from surfaces.data.rows import ROWS
from surfaces.data.show import data_of, generated, prediction, samples_of
from surfaces.data.show import given as given_points
from surfaces.data.spec import DataSpec

floats = st.floats(allow_nan=False, allow_infinity=False)
specs = st.builds(
    DataSpec,
    generator=st.text(max_size=8),
    n=st.integers(0, 2**40),
    noise=floats,
    outliers=floats,
    seed=st.integers(0, 2**62),
    options=st.dictionaries(st.text(max_size=5), floats, max_size=3).map(lambda d: tuple(sorted(d.items()))),
    points=st.lists(st.tuples(floats, floats), max_size=5).map(tuple),
    title=st.text(max_size=8),
    scaling=st.text(max_size=8),
    loss=st.text(max_size=8),
    l1=floats,
    l2=floats,
    batch_norm=st.booleans(),
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


@given(data=specs)
def test_through_json_and_back(data: DataSpec) -> None:
    read = data_from_plain(json.loads(json.dumps(data_to_plain(data))))
    assert (read, hash(read)) == (data, hash(data))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_rows_survive_too(row: Any) -> None:
    assert data_from_plain(data_to_plain(row.data)) == row.data


def complaint(raw: Any) -> str:
    """Return why plain values are no data, or nothing."""
    try:
        data_from_plain(raw)
    except SurfaceError as error:
        return str(error)
    return ""


@given(
    raw=st.dictionaries(
        st.sampled_from(["generator", "n", "noise", "options", "points", "scaling", "l1", "batch_norm", "what"]), JSON
    )
    | JSON
)
def test_anything_else_is_a_sentence(raw: Any) -> None:
    sentence = complaint(raw)
    assert not sentence or sentence.endswith(".")


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ([], "table of named values"),
        ({"code": 1}, "'code' is not known here"),
        ({"n": True}, "n should be a whole number"),
        ({"n": 1.5}, "n should be a whole number"),
        ({"l2": "much"}, "l2 should be a finite number"),
        ({"noise": float("inf")}, "noise should be a finite number"),
        ({"noise": 10**400}, "noise should be a finite number"),
        ({"batch_norm": 1}, "batch_norm should be true or false"),
        ({"scaling": 1}, "scaling should be a text"),
        ({"points": [1, 2]}, "points should be a list of samples"),
        ({"points": [[1, "2"]]}, "sample 1 should be a finite number"),
        ({"points": [[0, 0]] * 10_001}, "at most 10000"),
        ({"options": [1]}, "options should be a table"),
    ],
)
def test_what_is_wrong_is_named(raw: Any, words: str) -> None:
    with pytest.raises(SurfaceError, match=words):
        data_from_plain(raw)


def test_samples_are_shown_as_they_were_made() -> None:
    spec = SurfaceSpec("house-prices", data=replace(data_of(SurfaceSpec("house-prices")), scaling="standardize"))
    samples = samples_of(spec)
    assert list(samples) == ["X", "Y"]
    assert samples["X"].min() > 20.0
    assert samples_of(SurfaceSpec("shifted-wells")).keys() == {"A", "B"}


@pytest.mark.parametrize("changes", [{}, {"scaling": "standardize"}, {"scaling": "min-max"}, {"batch_norm": True}])
def test_the_curve_goes_where_the_loss_says(changes: dict[str, Any]) -> None:
    """Half the mean squared distance of the curve from the samples is the surface's value."""
    row = CATALOGUE["linear-regression"]
    assert row.data is not None
    spec = SurfaceSpec(row.name, data=replace(row.data, **changes))
    samples, params = samples_of(spec), (1.2, -0.4)
    distance = prediction(spec, params, samples["X"]) - samples["Y"]
    value = float(build_surface(spec).value(np.array(params)))
    assert float(np.mean(distance**2) / 2) == pytest.approx(value, rel=1e-12)


def test_two_inputs_and_none() -> None:
    grid = np.zeros((3, 4, 2))
    assert prediction(SurfaceSpec("logistic-regression"), (1.0, 1.0), grid).tolist() == [[0.5] * 4] * 3
    with pytest.raises(SurfaceError, match="predicts nothing"):
        prediction(SurfaceSpec("shifted-wells"), (0.0, 0.0), grid)
    with pytest.raises(SurfaceError, match="not made of data"):
        samples_of(SurfaceSpec("bowl"))


def test_another_source_keeps_the_preparation() -> None:
    from surfaces.data.models import data_model

    data = DataSpec("line", 64, 0.5, options=(("slope", 2.0),), scaling="standardize", l2=0.3)
    moved = generated(data_model("linear-regression"), "house-prices", data)
    assert (moved.generator, moved.n, moved.noise, moved.options) == ("house-prices", 100, 0.4, ())
    assert (moved.scaling, moved.l2) == ("standardize", 0.3)
    clicked = given_points(moved, ((1.0, 2.0), (3.0, 4.0)), "by hand")
    assert (clicked.generator, clicked.points, clicked.title, clicked.l2) == (
        "",
        ((1.0, 2.0), (3.0, 4.0)),
        "by hand",
        0.3,
    )
    with pytest.raises(SurfaceError, match="it takes line"):
        generated(data_model("linear-regression"), "two-clouds", data)
