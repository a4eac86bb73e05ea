"""A bag over any surface: the surface itself, its samples tilted."""

from __future__ import annotations

import numpy as np
import pytest

from surfaces import BagSpec, SampledSurface, SurfaceError, SurfaceSpec, build_surface
from surfaces.contours import grid_values
from surfaces.data.bag import BagSurface

PLAIN = SurfaceSpec("double-well")
BAG = SurfaceSpec("double-well", bag=BagSpec(256, 8.0, 3))
PARAMS = np.random.default_rng(0).uniform(-2, 2, (6, 5, 2))


def bag() -> BagSurface:
    made = build_surface(BAG)
    assert isinstance(made, BagSurface)
    return made


def test_it_is_the_base_to_the_last_bit() -> None:
    base = build_surface(PLAIN)
    assert isinstance(bag(), SampledSurface)
    np.testing.assert_array_equal(bag().value(PARAMS), base.value(PARAMS))
    np.testing.assert_array_equal(bag().gradient(PARAMS), base.gradient(PARAMS))
    np.testing.assert_array_equal(bag().hessian(PARAMS), base.hessian(PARAMS))
    assert bag().value_and_gradient_at((0.3, 0.2)) == base.value_and_gradient_at((0.3, 0.2))
    assert (bag().minima, bag().saddles, bag().maxima) == (base.minima, base.saddles, base.maxima)
    assert (bag().dim, bag().bounds) == (2, base.bounds)


def test_what_the_base_has_besides_is_there_too() -> None:
    axis = np.linspace(-2, 2, 9)
    np.testing.assert_array_equal(grid_values(bag(), axis, axis), grid_values(build_surface(PLAIN), axis, axis))
    with pytest.raises(AttributeError):
        _ = bag().nothing_of_the_kind


def test_tilts_cancel_and_have_their_strength() -> None:
    everyone = np.arange(256)
    np.testing.assert_allclose(bag().sample_gradient(PARAMS, everyone), bag().gradient(PARAMS), atol=1e-13)
    tilts = bag().sample_gradient(np.zeros(2), everyone[:, None]) - bag().gradient(np.zeros(2))
    assert np.abs(tilts.mean(axis=0)).max() < 1e-14
    np.testing.assert_allclose(tilts.std(axis=0), 8.0, rtol=0.1)
    drawn = 8.0 * np.random.default_rng(3).normal(size=(256, 2))
    np.testing.assert_allclose(tilts, drawn - drawn.mean(axis=0), atol=1e-12)


def test_a_sample_is_the_surface_tilted() -> None:
    index, h = np.array([17]), 1e-6
    for axis, step in enumerate(h * np.eye(2)):
        slope = (bag().sample_value(PARAMS + step, index) - bag().sample_value(PARAMS - step, index)) / (2 * h)
        np.testing.assert_allclose(slope, bag().sample_gradient(PARAMS, index)[..., axis], rtol=1e-6, atol=1e-6)
    np.testing.assert_array_equal(bag().sample_hessian(PARAMS, index), bag().hessian(PARAMS))


def test_a_draw_for_each_lane() -> None:
    indices = np.random.default_rng(1).integers(0, 256, (6, 5, 4))
    gradient = bag().sample_gradient(PARAMS, indices)
    value = bag().sample_value(PARAMS, indices)
    assert bag().sample_hessian(PARAMS[0, 0], indices).shape == (6, 5, 2, 2)
    for place in np.ndindex(6, 5):
        np.testing.assert_allclose(gradient[place], bag().sample_gradient(PARAMS[place], indices[place]), rtol=1e-14)
        assert value[place] == pytest.approx(float(bag().sample_value(PARAMS[place], indices[place])), abs=1e-13)


@pytest.mark.parametrize("size", [1, 2, 5])
def test_floats_agree_with_arrays(size: int) -> None:
    point, indices = (0.7, -0.4), np.random.default_rng(2).integers(0, 256, size)
    full = bag().value_and_gradient_at(point)[1]
    floats = bag().sample_gradient_at(point, indices, full)
    np.testing.assert_allclose(floats, bag().sample_gradient(np.array(point), indices), rtol=1e-13)
    assert all(type(slope) is float for slope in floats)


def test_any_base_will_do() -> None:
    for spec in (
        SurfaceSpec(formula="x^2 + a*y^2", parameters=(("a", 2.0),), bag=BagSpec(5)),
        SurfaceSpec("rosenbrock", dim=4, bag=BagSpec(5)),
    ):
        made = build_surface(spec)
        assert isinstance(made, SampledSurface)
        assert made.samples == 5
        assert made.sample_gradient(np.zeros(made.dim), np.array([0, 3])).shape == (made.dim,)


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (BagSpec(samples=1), "from 2 to 100000"),
        (BagSpec(samples=100_001), "from 2 to 100000"),
        (BagSpec(tilt=-1.0), "tilt"),
        (BagSpec(tilt=float("nan")), "tilt"),
        (BagSpec(seed=-1), "seed"),
    ],
)
def test_a_bag_that_cannot_be_is_refused(wrong: BagSpec, words: str) -> None:
    with pytest.raises(SurfaceError, match=words):
        build_surface(SurfaceSpec("bowl", bag=wrong))


def test_a_surface_made_of_data_takes_no_bag() -> None:
    with pytest.raises(SurfaceError, match="samples of its own"):
        build_surface(SurfaceSpec("neuron", bag=BagSpec()))
