from __future__ import annotations

import numpy as np

from engine.oracle import BatchOracle, Evaluations, Oracle
from surfaces import SampledSurface, SurfaceSpec, build_surface


def test_counts_every_question_once_whatever_the_number_of_lanes() -> None:
    surface = build_surface(SurfaceSpec("himmelblau"))
    oracle, lanes = Oracle(surface), np.zeros((7, 5, 2))
    np.testing.assert_array_equal(oracle.value(lanes), surface.value(lanes))
    np.testing.assert_array_equal(oracle.gradient(lanes), surface.gradient(lanes))
    np.testing.assert_array_equal(oracle.gradient(lanes[0, 0]), surface.gradient(lanes[0, 0]))
    assert oracle.hessian(lanes).shape == (7, 5, 2, 2)
    assert oracle.evaluations == Evaluations(values=1, gradients=2, hessians=1)


def test_a_lane_of_a_batch_oracle_sees_its_own_samples_and_counts_with_the_others() -> None:
    surface = build_surface(SurfaceSpec("linear-regression"))
    assert isinstance(surface, SampledSurface)
    oracle, indices = BatchOracle(surface), np.arange(12).reshape(2, 3, 2)
    points = np.random.default_rng(0).normal(size=(2, 3, 2))
    oracle.draw(indices)
    together = oracle.gradient(points).reshape(6, 2)
    alone = [oracle.lane(lane).gradient(points.reshape(6, 2)[lane]) for lane in range(6)]
    np.testing.assert_allclose(together, alone, rtol=1e-13)
    assert oracle.evaluations.gradients == 7 * 2 / surface.samples


def test_lanes_share_what_is_not_drawn_for_each() -> None:
    surface = build_surface(SurfaceSpec("linear-regression"))
    assert isinstance(surface, SampledSurface)
    oracle = BatchOracle(surface)
    oracle.draw(np.array([3, 5]))
    assert oracle.lane(4) is oracle
    assert Oracle(surface).lane(0).evaluations.gradients == 0
