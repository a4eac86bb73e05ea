"""Every row made of data: exact derivatives of the whole and of any batch, and the figures of the science notes."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from surfaces import CATALOGUE, Array, SampledSurface, SurfaceError, SurfaceSpec, build_surface
from surfaces.data.models import MODEL_OF_ROW, data_model
from surfaces.data.rows import ROWS
from surfaces.data.spec import DataSpec
from surfaces.data.surface import DataSurface

NAMES = [row.name for row in ROWS]
every_row = pytest.mark.parametrize("name", NAMES)


def surface_of(name: str, **changes: object) -> DataSurface:
    row = CATALOGUE[name]
    assert row.data is not None
    made = build_surface(SurfaceSpec(name, data=replace(row.data, **changes)))  # type: ignore[arg-type]
    assert isinstance(made, DataSurface)
    return made


def points_within(surface: DataSurface, *shape: int, seed: int = 0) -> Array:
    x0, x1, y0, y1 = surface.bounds
    return np.random.default_rng(seed).uniform((x0, y0), (x1, y1), (*shape, 2))


def condition(surface: DataSurface) -> float:
    low, high = np.linalg.eigvalsh(surface.hessian(np.array(surface.minima[0].params)))
    return float(high / low)


def test_every_row_has_its_model_and_stands_in_the_catalogue() -> None:
    assert list(MODEL_OF_ROW) == NAMES
    for row in ROWS:
        assert CATALOGUE[row.name] is row
        assert row.variables == data_model(row.name).variables


@every_row
def test_it_is_a_sampled_surface(name: str) -> None:
    surface = build_surface(SurfaceSpec(name))
    assert isinstance(surface, SampledSurface)
    assert surface.samples >= 1
    assert build_surface(SurfaceSpec(name)) is surface


@every_row
def test_mean_over_all_samples_is_the_surface(name: str) -> None:
    surface = surface_of(name, l1=0.3, l2=0.2)
    params, everyone = points_within(surface, 7), np.arange(surface.samples)
    apart = [surface.sample_gradient(params, np.array([index])) for index in everyone]
    scale = 1.0 + np.abs(surface.gradient(params)).max()
    np.testing.assert_allclose(np.mean(apart, axis=0), surface.gradient(params), rtol=1e-13, atol=1e-13 * scale)
    np.testing.assert_array_equal(surface.sample_gradient(params, everyone), surface.gradient(params))
    np.testing.assert_array_equal(surface.sample_value(params, everyone), surface.value(params))
    np.testing.assert_array_equal(surface.sample_hessian(params, everyone), surface.hessian(params))


@every_row
@settings(deadline=None, max_examples=15)
@given(data=st.data())
def test_a_batch_is_the_mean_of_its_samples(name: str, data: st.DataObject) -> None:
    surface = surface_of(name, l2=0.1)
    drawn = data.draw(st.lists(st.integers(0, surface.samples - 1), min_size=1, max_size=9))
    params = points_within(surface, 3, seed=data.draw(st.integers(0, 99)))
    for ask in (surface.sample_value, surface.sample_gradient, surface.sample_hessian):
        apart = np.mean([ask(params, np.array([index])) for index in drawn], axis=0)
        np.testing.assert_allclose(ask(params, np.array(drawn)), apart, rtol=1e-12, atol=1e-11)


@pytest.mark.parametrize(
    ("name", "batch_norm"),
    [(name, on) for name in NAMES for on in (False, True) if not on or data_model(name).batch_norm],
)
def test_a_draw_for_each_lane(name: str, batch_norm: bool) -> None:
    surface = surface_of(name, batch_norm=batch_norm)
    params = points_within(surface, 4, 5)
    indices = np.random.default_rng(0).integers(0, surface.samples, (4, 5, 3))
    for ask in (surface.sample_value, surface.sample_gradient, surface.sample_hessian):
        together = ask(params, indices)
        for place in product(range(4), range(5)):
            np.testing.assert_allclose(together[place], ask(params[place], indices[place]), rtol=1e-12, atol=1e-12)
    # One point, many draws; and many points, one draw.
    fan = surface.sample_gradient(params[0, 0], np.arange(surface.samples)[:, None])
    assert fan.shape == (surface.samples, 2)
    assert surface.sample_gradient(params, indices[0, 0]).shape == (4, 5, 2)


@every_row
@pytest.mark.parametrize("changes", [{}, {"l1": 0.5, "l2": 2.0}])
def test_derivatives_agree_with_central_differences(name: str, changes: dict[str, float]) -> None:
    surface, h = surface_of(name, **changes), 1e-5
    params, drawn = points_within(surface, 30), np.arange(surface.samples)[:3]
    if name == "relu-neuron":
        params = np.array([[2.0, 1.0], [1.0, 0.5], [0.5, 2.0]])  # where no sample stands at its kink
    steps = h * np.eye(2)
    for value, gradient, hessian in (
        (surface.value, surface.gradient, surface.hessian),
        tuple(lambda p, ask=ask: ask(p, drawn) for ask in _of_samples(surface)),
    ):
        slopes = np.stack([(value(params + s) - value(params - s)) / (2 * h) for s in steps], -1)
        curvatures = np.stack([(gradient(params + s) - gradient(params - s)) / (2 * h) for s in steps], -1)
        scale = 1.0 + np.abs(value(params)).max()
        np.testing.assert_allclose(gradient(params), slopes, rtol=1e-5, atol=1e-9 * scale)
        np.testing.assert_allclose(hessian(params), curvatures, rtol=1e-5, atol=1e-8 * scale)


def _of_samples(surface: DataSurface) -> tuple[object, ...]:
    return surface.sample_value, surface.sample_gradient, surface.sample_hessian


@every_row
@pytest.mark.parametrize("lanes", [1, 63, 400])
def test_blocks_change_nothing(name: str, lanes: int) -> None:
    surface = surface_of(name)
    params = points_within(surface, lanes)
    apart = np.array([surface.value_and_gradient_at(tuple(point))[0] for point in params.tolist()])
    np.testing.assert_allclose(surface.value(params), apart, rtol=1e-12, atol=1e-13)


@every_row
def test_one_sample_on_floats_is_that_of_the_arrays(name: str) -> None:
    surface = surface_of(name)
    for point in points_within(surface, 5).tolist():
        indices = np.arange(surface.samples)[::2]
        full = surface.value_and_gradient_at(tuple(point))[1]
        floats = surface.sample_gradient_at(tuple(point), indices, full)
        assert all(type(slope) is float for slope in floats)
        np.testing.assert_allclose(floats, surface.sample_gradient(np.array(point), indices), rtol=1e-12, atol=1e-13)


def test_scaling_makes_a_bowl_of_the_ravine() -> None:
    raw, scaled = surface_of("house-prices"), surface_of("house-prices", scaling="standardize")
    low, high = np.linalg.eigvalsh(raw.hessian(np.zeros(2)))
    assert (low, high) == (pytest.approx(0.14093, abs=1e-5), pytest.approx(6518.9, abs=0.1))
    assert condition(raw) == pytest.approx(46258, abs=2)
    assert condition(scaled) == pytest.approx(1.0, abs=1e-9)
    assert scaled.minima[0].value == pytest.approx(raw.minima[0].value, abs=1e-12)
    assert condition(surface_of("house-prices", scaling="min-max")) == pytest.approx(18.86, abs=0.01)


@pytest.mark.parametrize(("l2", "kappa"), [(0.0, 29.7), (0.1, 10.8), (1.0, 2.4)])
def test_l2_rounds_the_valley(l2: float, kappa: float) -> None:
    assert condition(surface_of("two-features", l2=l2)) == pytest.approx(kappa, abs=0.05)


def test_l1_puts_the_minimum_on_the_axis() -> None:
    """Proximal descent lands on w2 = 0 exactly from l1 = 0.05 on: there the surface's kink holds it."""
    surface = surface_of("two-features", l1=0.3)
    plain = surface_of("two-features")
    point, l1, rate = np.array([-2.0, 3.0]), 0.3, 0.5
    for _ in range(5000):
        moved = point - rate * plain.gradient(point)
        point = np.sign(moved) * np.maximum(np.abs(moved) - rate * l1, 0.0)
    assert point[1] == 0.0
    around = point + np.array([[1e-3, 0], [-1e-3, 0], [0, 1e-3], [0, -1e-3]])
    assert (surface.value(around) > surface.value(point)).all()
    assert surface.gradient(point)[1] == plain.gradient(point)[1]


def test_batch_normalisation_frees_weight_from_bias() -> None:
    raw, normal = surface_of("neuron"), surface_of("neuron", batch_norm=True)
    assert condition(raw) == pytest.approx(2875, abs=3)
    assert condition(normal) == pytest.approx(2.47, abs=0.01)
    assert raw.minima[0].value == pytest.approx(0.457487, abs=1e-6)
    assert normal.minima[0].value == pytest.approx(raw.minima[0].value, abs=1e-7)
    highest = np.linalg.eigvalsh(normal.hessian(np.zeros(2)))[1]
    assert 2.0 / highest == pytest.approx(8.0, abs=0.1)


def test_a_single_sample_normalised_says_nothing_of_the_weight() -> None:
    surface = surface_of("neuron", batch_norm=True)
    gradient = surface.sample_gradient(np.array([0.4, -0.2]), np.arange(surface.samples)[:, None])
    assert not gradient[:, 0].any()
    assert gradient[:, 1].all()
    # The one exception: these gradients do not average to the surface's.
    assert not np.allclose(gradient.mean(axis=0), surface.gradient(np.array([0.4, -0.2])), atol=1e-3)


def test_the_tanh_network_has_a_true_saddle_on_which_every_sample_is_still() -> None:
    surface = surface_of("tanh-network")
    np.testing.assert_allclose(np.linalg.eigvalsh(surface.hessian(np.zeros(2))), [-0.74642, 0.74642], atol=1e-5)
    assert not surface.sample_gradient(np.zeros(2), np.arange(surface.samples)[:, None]).any()


def test_the_relu_neuron_has_a_corner_without_gradient() -> None:
    surface = surface_of("relu-neuron")
    assert not surface.gradient(np.array([-1.0, -0.5])).any()
    assert surface.gradient(np.array([2.5, -2.0])).all()


def test_one_sample_has_a_valley_and_a_second_one_an_answer() -> None:
    one = surface_of("one-sample")
    assert one.minima == ()
    valley = np.array([[25.0, 75.0], [75.0, 25.0], [50.0, 50.0]])
    assert not one.gradient(valley).any()
    assert not one.value(valley).any()
    two = surface_of("one-sample", points=((1.0, 100.0), (2.0, 150.0)))
    assert np.linalg.solve(two.hessian(np.zeros(2)), -two.gradient(np.zeros(2))) == pytest.approx([50.0, 50.0])


def test_cross_entropy_is_convex_where_the_squared_error_is_not() -> None:
    grid = np.stack(np.meshgrid(np.linspace(-5, 5, 41), np.linspace(-5, 5, 41)), -1)
    shares = {}
    for loss in ("mse", "cross-entropy"):
        curvatures = np.linalg.eigvalsh(surface_of("logistic-regression", loss=loss).hessian(grid))
        shares[loss] = float((curvatures[..., 0] > 0).mean())
    assert shares == {"mse": pytest.approx(0.16, abs=0.01), "cross-entropy": 1.0}


def test_cross_entropy_never_overflows() -> None:
    surface = surface_of("neuron")
    value, gradient = surface.value_and_gradient_at((500.0, 500.0))
    assert np.isfinite([value, *gradient]).all()


def test_each_shifted_well_is_a_minimum_of_its_own() -> None:
    surface = surface_of("shifted-wells")
    centres = np.stack([surface._columns[0], surface._columns[1]], axis=-1)
    assert len(np.unique(centres, axis=0)) == surface.samples
    own = np.arange(surface.samples)[:, None]
    assert np.abs(surface.sample_gradient(centres, own)).max() < 1e-14
    assert (np.linalg.eigvalsh(surface.sample_hessian(centres, own)) > 0).all()


def test_facts_follow_the_data() -> None:
    moved = surface_of("linear-regression", seed=5, outliers=0.2, l2=0.3)
    (minimum,) = moved.minima
    assert np.abs(moved.gradient(np.array(minimum.params))).max() < 1e-13
    assert moved.minima != surface_of("linear-regression").minima


def test_reordered_points_are_the_same_surface_and_equal_data_the_same_object() -> None:
    points = ((0.0, 1.0), (1.0, 3.0), (2.0, 4.0))
    first, second = (surface_of("linear-regression", generator="", points=p) for p in (points, points[::-1]))
    params = points_within(first, 9)
    np.testing.assert_allclose(first.value(params), second.value(params), rtol=1e-14)
    assert surface_of("linear-regression", generator="", points=points) is first


WRONG: dict[str, tuple[dict[str, Any], str]] = {
    "another model's generator": ({"generator": "two-clouds"}, "takes no samples from “two-clouds”"),
    "points beside a generator": ({"points": ((1.0, 2.0),)}, "not both"),
    "nothing": ({"generator": ""}, "at least one sample"),
    "no samples": ({"n": 0}, "from 1 to 10000"),
    "too many samples": ({"n": 10_001}, "from 1 to 10000"),
    "noise below 0": ({"noise": -1.0}, "The noise is a number"),
    "noise that is none": ({"noise": float("nan")}, "The noise is a number"),
    "too many outliers": ({"outliers": 0.6}, "from 0 to 0.5"),
    "an option that is not there": ({"options": (("height", 1.0),)}, "no option “height”; it has slope"),
    "an endless option": ({"options": (("slope", float("inf")),)}, "slope is a number"),
    "a scaling that is not there": ({"scaling": "z"}, "none, standardize, min-max"),
    "another loss": ({"loss": "cross-entropy"}, "it takes mse"),
    "a negative penalty": ({"l2": -0.1}, "The strength l2"),
    "a negative seed": ({"seed": -1}, "seed"),
    "a short sample": ({"generator": "", "points": ((1.0, 2.0), (1.0,))}, "Sample 2 has 1 numbers"),
    "a sample that is none": ({"generator": "", "points": ((1.0, float("inf")),)}, "Sample 1"),
    "a constant column": (
        {"generator": "", "points": ((1.0, 2.0), (1.0, 3.0)), "scaling": "standardize"},
        "the same in every sample",
    ),
    "one sample to scale": ({"generator": "", "points": ((1.0, 2.0),), "scaling": "min-max"}, "cannot be scaled"),
}


@pytest.mark.parametrize("case", WRONG)
def test_data_that_do_not_fit_are_refused_in_a_sentence(case: str) -> None:
    changes, words = WRONG[case]
    with pytest.raises(SurfaceError, match=words.replace("“", ".").replace("”", ".")) as caught:
        surface_of("linear-regression", **changes)
    assert str(caught.value).endswith(".")


@pytest.mark.parametrize(
    ("name", "changes", "words"),
    [
        ("tanh-network", {"batch_norm": True}, "no layer"),
        ("shifted-wells", {"scaling": "standardize"}, "no input column"),
        ("neuron", {"generator": "", "points": ((1.0, 2.0),)}, "label from 0 to 1, not 2"),
    ],
)
def test_a_model_takes_what_it_has_a_place_for(name: str, changes: dict[str, object], words: str) -> None:
    with pytest.raises(SurfaceError, match=words):
        surface_of(name, **changes)


def test_parameters_and_dimensions_are_refused() -> None:
    with pytest.raises(SurfaceError, match="no parameter"):
        build_surface(SurfaceSpec("neuron", parameters=(("a", 1.0),)))
    with pytest.raises(SurfaceError, match="2 parameters, not 3"):
        build_surface(SurfaceSpec("neuron", dim=3))


def test_the_largest_data_set_is_within_reach() -> None:
    surface = surface_of("sine-neuron", n=10_000)
    assert surface.samples == 10_000
    assert np.isfinite(surface.value(points_within(surface, 20))).all()


def test_hash_and_equality_go_together() -> None:
    many = tuple((float(i), 2.0 * i) for i in range(500))
    first, second = DataSpec(points=many), DataSpec(points=tuple((float(x), float(y)) for x, y in many))
    assert first == second
    assert hash(first) == hash(second)
    assert first != replace(first, l1=0.1)
    assert hash(first) != hash(replace(first, l1=0.1))


@every_row
@pytest.mark.parametrize("changes", [{}, {"l2": 0.5}, {"l1": 0.5}])
def test_the_grid_is_the_mesh_and_never_below_zero(name: str, changes: dict[str, float]) -> None:
    surface = surface_of(name, **changes)
    x, y = np.linspace(*surface.bounds[:2], 41), np.linspace(*surface.bounds[2:], 31)
    grid = surface.value_on_grid(x, y)
    assert (grid >= 0.0).all()
    np.testing.assert_allclose(grid, surface.value(np.stack(np.meshgrid(x, y), -1)), rtol=1e-12, atol=1e-12)


def test_a_singular_valley_on_the_grid() -> None:
    axis = np.linspace(0.0, 100.0, 5)
    grid = surface_of("one-sample").value_on_grid(axis, axis)
    assert np.abs(np.diag(grid[::-1])).max() < 1e-9
    assert grid[0, 0] == pytest.approx(5000.0)


def test_a_thinned_surface_is_much_like_the_whole() -> None:
    whole = surface_of("sine-neuron", n=10_000)
    few = whole.thinned(256)
    assert (few.samples, whole.samples) == (250, 10_000)
    params = points_within(whole, 50)
    np.testing.assert_allclose(few.value(params), whole.value(params), atol=0.1)
    assert not np.array_equal(few.value(params), whole.value(params))
    assert whole.thinned(10_000) is whole


@pytest.mark.parametrize("name", ["sine-neuron", "neuron", "tanh-network", "shifted-wells"])
def test_a_large_picture_is_interpolated_beyond_what_an_eye_sees(name: str) -> None:
    surface = surface_of(name, n=5000)
    x, y = np.linspace(*surface.bounds[:2], 120), np.linspace(*surface.bounds[2:], 90)
    grid = surface.value_on_grid(x, y)
    params = np.stack(np.meshgrid(x[::9], y[::9]), -1)
    exact = surface.value(params)
    assert np.abs(grid[::9, ::9] - exact).max() < 2e-3 * np.ptp(exact)
    assert not np.array_equal(grid[::9, ::9], exact)


def test_bounds_go_where_the_minimum_of_other_data_is() -> None:
    """Rents in hundreds: the row's bounds would hold nothing, and every run would count as diverged."""
    rents = ((30.0, 500.0), (45.0, 640.0), (60.0, 790.0), (80.0, 1020.0))
    for scaling in ("standardize", "min-max", "none"):
        surface = surface_of("linear-regression", generator="", points=rents, scaling=scaling)
        x0, x1, y0, y1 = surface.bounds
        (minimum,) = surface.minima
        w, b = np.linalg.lstsq(np.stack([surface._columns[0], np.ones(4)], -1), surface._columns[1])[0]
        assert minimum.params == pytest.approx((w, b))
        for x, y in (minimum.params, CATALOGUE["linear-regression"].start):
            assert x0 < x < x1
            assert y0 < y < y1
    given = (-1.0, 1.0, -1.0, 1.0)
    data = DataSpec(points=rents)
    assert build_surface(SurfaceSpec("linear-regression", data=data, bounds=given)).bounds == given


def test_bounds_stay_while_they_hold_the_minimum() -> None:
    for changes in ({"seed": 4}, {"noise": 1.0}, {"l2": 0.5}):
        assert surface_of("linear-regression", **changes).bounds == CATALOGUE["linear-regression"].bounds
    assert surface_of("house-prices", scaling="standardize").bounds == CATALOGUE["house-prices"].bounds
