from __future__ import annotations

import numpy as np

from engine.oracle import Evaluations, Oracle
from surfaces import SurfaceSpec, build_surface


def test_counts_every_question_once_whatever_the_number_of_lanes() -> None:
    surface = build_surface(SurfaceSpec("himmelblau"))
    oracle, lanes = Oracle(surface), np.zeros((7, 5, 2))
    np.testing.assert_array_equal(oracle.value(lanes), surface.value(lanes))
    np.testing.assert_array_equal(oracle.gradient(lanes), surface.gradient(lanes))
    np.testing.assert_array_equal(oracle.gradient(lanes[0, 0]), surface.gradient(lanes[0, 0]))
    assert oracle.hessian(lanes).shape == (7, 5, 2, 2)
    assert oracle.evaluations == Evaluations(values=1, gradients=2, hessians=1)
