from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import pytest

from engine.explain import explain
from engine.optimizers.adagrad import AdaGrad
from engine.run import RunConfig, run_to
from engine.schedules import Constant
from surfaces import SurfaceSpec
from tests.engine.optimizers.by_hand import check

if TYPE_CHECKING:
    from engine.history import Snapshot
    from tests.engine.optimizers.by_hand import Memory


def run(optimizer: AdaGrad, spec: SurfaceSpec, start: tuple[float, float], steps: int) -> Snapshot:
    return run_to(RunConfig(spec, start, optimizer, Constant()), steps)


@pytest.mark.parametrize("initial", [0.0, 0.1])
def test_three_steps_by_hand(initial: float) -> None:
    made = run(AdaGrad(1.5, 1e-3, initial), SurfaceSpec("book"), (-7.0, 2.0), 3)
    params, sums = [-7.0, 2.0], [initial, initial]
    for k in range(3):
        for i, curvature in enumerate((0.1, 2.0)):
            slope = curvature * params[i]
            sums[i] += slope**2
            params[i] -= 1.5 * slope / (math.sqrt(sums[i]) + 1e-3)
        np.testing.assert_allclose(made.params[k + 1], params, rtol=1e-13)
        np.testing.assert_allclose(made.state("sum_of_squares")[k + 1], sums, rtol=1e-14)


@pytest.mark.parametrize(("steps", "distance"), [(100, 1.859), (10_000, 19.85)])
def test_distance_on_a_plane_is_a_sum_of_inverse_roots(steps: int, distance: float) -> None:
    """Science S12 and S14: η Σ 1/√k along both axes, whatever their slopes."""
    wide = SurfaceSpec("plane", bounds=(-50.0, 50.0, -50.0, 50.0))
    end = run(AdaGrad(0.1), wide, (0.0, 0.0), steps).params[-1]
    exact = 0.1 * sum(1.0 / math.sqrt(k) for k in range(1, steps + 1))
    np.testing.assert_allclose(end, (-exact, -exact), rtol=1e-6)
    assert exact == pytest.approx(distance, rel=1e-3)


def falling(theta: float, slope: float, memory: Memory, t: int) -> float:
    slope += 0.25 * theta
    memory["sum_of_squares"] += slope**2
    return theta - 1.5 / (1 + 0.2 * (t - 1)) * slope / (math.sqrt(memory["sum_of_squares"]) + 1e-3)


def inside(theta: float, slope: float, memory: Memory, t: int) -> float:
    memory["sum_of_squares"] += slope**2
    return theta - 1.5 * slope / math.sqrt(memory["sum_of_squares"] + 1e-3)


def test_steps_of_the_variants_by_hand() -> None:
    check(AdaGrad(1.5, 1e-3, lr_decay=0.2, weight_decay=0.25), falling)
    check(AdaGrad(1.5, 1e-3, eps_placement="inside"), inside)


def test_its_steps_shrink_as_one_over_the_root_of_time() -> None:
    lengths = -run(AdaGrad(0.1), SurfaceSpec("plane"), (0.0, 0.0), 400).update
    np.testing.assert_allclose(lengths, 0.1 / np.sqrt(np.arange(1, 401))[:, None] * np.ones(2), rtol=1e-6)


def test_the_rates_own_fall_is_explained_with_its_brackets() -> None:
    config = RunConfig(SurfaceSpec("book"), (-7.0, 2.0), AdaGrad(lr_decay=0.1), Constant())
    (fall,) = (term for term in explain(config, run_to(config, 5), 4).terms if term.role == "factor")
    assert fall.rule == r"1 + (t-1) \, \delta"
    assert fall.values == (1.4,)
