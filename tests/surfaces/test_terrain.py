"""Sculpted surfaces: every kind of feature, alone and together, on bases of every sort."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from surfaces import CATALOGUE, Array, Feature, HeightMap, SurfaceError, SurfaceSpec, build_surface
from surfaces.features import FEATURES, MOST_FEATURES, new_feature, tidy
from surfaces.formula import compile_formula
from surfaces.terrain import base_formula, formula_of, is_sculptable, sculpted

KINDS = tuple(FEATURES)
every_kind = pytest.mark.parametrize("kind", KINDS)

numbers = st.floats(-4.0, 4.0).map(lambda value: round(value, 3))
sizes = st.floats(0.2, 3.0).map(lambda value: round(value, 3))
angles = st.one_of(st.sampled_from([0.0, 90.0, -90.0, 180.0, 270.0]), st.floats(-180.0, 180.0))
features = st.builds(Feature, st.sampled_from(KINDS), numbers, numbers, sizes, sizes, sizes, angles)
bases = st.sampled_from(
    [
        SurfaceSpec(formula="0"),
        SurfaceSpec(formula="a*x^2 - b^2*y", parameters=(("a", -0.5), ("b", -2.0))),
        SurfaceSpec(name="book"),
        SurfaceSpec(name="plane", parameters=(("a", -1.5),)),
    ]
)


def one(kind: str, angle: float = 30.0) -> SurfaceSpec:
    return SurfaceSpec(formula="0", features=(Feature(kind, 0.3, -0.2, 1.7, 0.6, 1.1, angle),))


def scattered(count: int = 60, reach: float = 2.5) -> Array:
    return np.random.default_rng(1).uniform(-reach, reach, (count, 2))


def local(feature: Feature, u: float, v: float) -> Array:
    """The place with these coordinates of a feature's own."""
    turned = np.deg2rad(feature.angle)
    axes = np.array([[np.cos(turned), np.sin(turned)], [-np.sin(turned), np.cos(turned)]])
    place: Array = np.array([feature.x, feature.y]) + np.array([u * feature.width, v * feature.length]) @ axes
    return place


@every_kind
def test_gradient_and_hessian_agree_with_central_differences(kind: str) -> None:
    surface, params, h = sculpted(one(kind)), scattered(), 1e-5
    steps = h * np.eye(2)
    slopes = [(surface.value(params + step) - surface.value(params - step)) / (2 * h) for step in steps]
    np.testing.assert_allclose(surface.gradient(params), np.stack(slopes, -1), rtol=1e-6, atol=1e-8)
    columns = [(surface.gradient(params + step) - surface.gradient(params - step)) / (2 * h) for step in steps]
    np.testing.assert_allclose(surface.hessian(params), np.stack(columns, -1), rtol=1e-6, atol=1e-7)


@every_kind
def test_the_hessian_is_symmetric_and_lanes_agree_with_one_point(kind: str) -> None:
    surface, params = sculpted(one(kind)), scattered(20)
    hessian = surface.hessian(params)
    np.testing.assert_array_equal(hessian, np.swapaxes(hessian, -1, -2))
    for point, value, slope in zip(params, surface.value(params), surface.gradient(params), strict=True):
        loss, gradient = surface.value_and_gradient_at(tuple(point.tolist()))
        assert loss == pytest.approx(value, rel=1e-13, abs=1e-15)
        np.testing.assert_allclose(gradient, slope, rtol=1e-12, atol=1e-14)


@every_kind
def test_the_height_scales_the_term_and_the_sign_is_the_kinds(kind: str) -> None:
    spec, params = one(kind), scattered()
    double = replace(spec, features=(replace(spec.features[0], height=3.4),))
    values = sculpted(spec).value(params)
    np.testing.assert_allclose(sculpted(double).value(params), 2 * values, rtol=1e-13)
    assert np.max(np.abs(values)) <= 1.7 * (1 + 1e-12)
    if kind in ("well", "valley"):
        assert values.max() <= 0.0
        assert FEATURES[kind].sign == -1
    elif kind in ("hill", "ridge", "plateau", "step"):
        assert values.min() >= 0.0
        assert FEATURES[kind].sign == 1


@every_kind
def test_a_feature_is_moved_turned_and_stretched_by_its_numbers(kind: str) -> None:
    """The loss at a place of the feature's own coordinates does not depend on where these lie."""
    here, there = one(kind).features[0], Feature(kind, -1.0, 2.0, 1.7, 0.6, 1.1, -75.0)
    for u, v in ((0.0, 0.0), (0.5, 0.0), (0.0, 0.7), (0.8, -0.4), (-1.2, 0.3)):
        values = [float(sculpted(SurfaceSpec(formula="0", features=(f,))).value(local(f, u, v))) for f in (here, there)]
        assert values[0] == pytest.approx(values[1], rel=1e-10)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "step"])
def test_every_feature_but_the_step_stays_local(kind: str) -> None:
    spec = one(kind)
    far = local(replace(spec.features[0], width=1.1), 7.0, 7.0)
    assert abs(float(sculpted(spec).value(far))) < 1e-15


def test_the_shapes_have_the_values_their_help_says() -> None:
    def at(kind: str, u: float, v: float) -> float:
        spec = one(kind)
        return float(sculpted(spec).value(local(spec.features[0], u, v))) / 1.7

    assert at("well", 0, 0) == pytest.approx(-1.0)
    assert at("hill", 1, 0) == pytest.approx(np.exp(-1))
    assert at("ridge", 0, 0.5) == pytest.approx(np.exp(-1 / 16))
    assert at("valley", 1, 0) == pytest.approx(-np.exp(-1))
    assert at("plateau", 0.5, 0) == pytest.approx(1.0, abs=0.005)
    assert at("saddle", 0, 0) == 0.0
    assert at("saddle", 1, 0) == pytest.approx(1.0)
    assert at("saddle", 0, 1) == pytest.approx(-1.0)
    assert at("step", 0, 0) == pytest.approx(0.5)
    assert at("step", 20, 3) == pytest.approx(1.0)
    assert at("step", -20, 3) == pytest.approx(0.0)
    assert at("ripple", 1, 0) == pytest.approx(-np.exp(-((0.6 / 1.1) ** 2)))


def test_a_saddle_has_one_positive_and_one_negative_curvature() -> None:
    low, high = np.linalg.eigvalsh(sculpted(one("saddle")).hessian(np.array([0.3, -0.2])))
    assert low < 0.0 < high


def test_a_step_is_the_same_for_every_length() -> None:
    spec = one("step")
    other = replace(spec, features=(replace(spec.features[0], length=9.0),))
    np.testing.assert_array_equal(sculpted(spec).value(scattered()), sculpted(other).value(scattered()))
    assert not FEATURES["step"].has_length


@settings(max_examples=40, deadline=None)
@given(bases, st.lists(features, min_size=1, max_size=4))
def test_the_written_formula_reads_back_as_the_same_surface(base: SurfaceSpec, sculpted_on_it: list[Feature]) -> None:
    spec = replace(base, features=tuple(sculpted_on_it))
    surface, again = sculpted(spec), compile_formula(formula_of(spec))
    params = scattered(30)
    # The terms may cancel: rounding is relative to what they sum up.
    size = 1.0 + sum(feature.height / min(feature.width, feature.length) ** 2 for feature in spec.features)
    for ours, theirs in (
        (surface.value(params), again.value(params)),
        (surface.gradient(params), again.gradient(params)),
        (surface.hessian(params), again.hessian(params)),
    ):
        scale = size + np.abs(ours).max()
        np.testing.assert_allclose(theirs, ours, rtol=1e-12, atol=2e-13 * scale)


def test_moving_a_feature_compiles_nothing() -> None:
    spec = replace(one("hill"), name="book", formula="")
    moved = replace(spec, features=(replace(spec.features[0], x=2.0, angle=10.0, height=0.0),))
    assert sculpted(spec).formula is sculpted(moved).formula


def test_features_in_another_order_share_their_compiled_formula() -> None:
    well, hill = Feature("well", 0, 0, 1, 1, 1), Feature("hill", 2, 1, 1, 1, 1)
    first = sculpted(SurfaceSpec(formula="0", features=(well, hill)))
    second = sculpted(SurfaceSpec(formula="0", features=(hill, well)))
    assert first.formula is second.formula
    np.testing.assert_array_equal(first.value(scattered()), second.value(scattered()))


def test_a_base_may_use_the_names_of_the_terms() -> None:
    spec = SurfaceSpec(formula="q1_x*x + qq*y", parameters=(("q1_x", 2.0), ("qq", 3.0)), features=one("hill").features)
    bump = float(sculpted(one("hill")).value(np.array([1.0, 1.0])))
    assert float(sculpted(spec).value(np.array([1.0, 1.0]))) == pytest.approx(5.0 + bump)


def test_bounds_are_the_bases_unless_given() -> None:
    spec = replace(one("well"), name="book", formula="")
    assert build_surface(spec).bounds == CATALOGUE["book"].bounds
    assert build_surface(replace(spec, bounds=(-1.0, 1.0, -2.0, 2.0))).bounds == (-1.0, 1.0, -2.0, 2.0)


def test_no_facts_of_the_base_are_declared() -> None:
    surface = build_surface(replace(one("well"), name="book", formula=""))
    assert surface.minima == surface.saddles == surface.maxima == ()


@pytest.mark.parametrize("angle", [0.0, 90.0, 180.0, -90.0])
def test_right_angles_are_exact(angle: float) -> None:
    text = formula_of(one("ridge", angle))
    assert "cos" not in text
    assert "pi" not in text


def test_the_formula_of_flat_ground_is_only_its_terms() -> None:
    spec = SurfaceSpec(formula="0", features=(Feature("well", 0.0, -1.5, 2.0, 1.0, 0.5),))
    assert formula_of(spec) == "-2*exp(-(x/1)^2-((y+1.5)/0.5)^2)"
    assert formula_of(replace(spec, features=())) == "0"
    assert formula_of(replace(spec, formula="x^2")) == "x^2 - 2*exp(-(x/1)^2-((y+1.5)/0.5)^2)"


@pytest.mark.parametrize(
    ("feature", "words"),
    [
        (Feature("crater", 0, 0, 1, 1, 1), "no feature “crater”"),
        (Feature("well", float("nan"), 0, 1, 1, 1), "x of a well"),
        (Feature("well", 0, 0, float("inf"), 1, 1), "height of a well"),
        (Feature("well", 0, 0, -1, 1, 1), "cannot be below 0"),
        (Feature("well", 0, 0, 1, 0.0, 1), "at least 1e-9"),
        (Feature("well", 0, 0, 1, 1, -2.0), "at least 1e-9"),
    ],
)
def test_a_feature_that_cannot_be_is_refused(feature: Feature, words: str) -> None:
    with pytest.raises(SurfaceError, match=words):
        build_surface(SurfaceSpec(formula="0", features=(feature,)))


def test_too_many_features_are_refused() -> None:
    with pytest.raises(SurfaceError, match="at most 20"):
        build_surface(SurfaceSpec(formula="0", features=one("well").features * (MOST_FEATURES + 1)))


@pytest.mark.parametrize("kind", ["well", "hill", "ridge", "valley", "plateau", "step", "ripple"])
def test_as_many_as_are_allowed_can_be_built(kind: str) -> None:
    spread = tuple(Feature(kind, x, 0.5, 1.0, 0.5, 0.8, 10.0 * x) for x in range(MOST_FEATURES))
    assert np.isfinite(build_surface(SurfaceSpec(formula="0", features=spread)).value(scattered())).all()


def test_what_is_no_formula_of_two_variables_is_not_sculptable() -> None:
    heights = SurfaceSpec(heights=HeightMap("hills", 2, 2, bytes(32)))
    assert not is_sculptable(heights)
    with pytest.raises(SurfaceError, match="Choose another base"):
        base_formula(heights)
    assert is_sculptable(SurfaceSpec(formula="x"))
    assert is_sculptable(SurfaceSpec(name="book"))
    assert not is_sculptable(SurfaceSpec(name="rosenbrock", dim=5))


@every_kind
def test_a_new_feature_suits_the_view(kind: str) -> None:
    made = new_feature(kind, 1.23456, -2.0, (-10.0, 10.0, -5.0, 5.0), 2.0)
    assert (made.x, made.y, made.height) == (1.23, -2.0, 2.0)
    assert 0.3 <= made.width <= 3.0
    assert 0.3 <= made.length <= 5.0


@pytest.mark.parametrize(
    ("value", "size", "rounded"),
    [(1.23456, 10.0, 1.23), (1.23456, 4.0, 1.235), (-0.0001, 10.0, 0.0), (1234.5, 1e6, 1000)],
)
def test_tidy_numbers(value: float, size: float, rounded: float) -> None:
    assert tidy(value, size) == pytest.approx(rounded, rel=1e-12)
    assert str(tidy(-0.0, size)) == "0.0"
