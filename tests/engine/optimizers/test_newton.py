from __future__ import annotations

import numpy as np
import pytest

from engine.history import RunStatus
from engine.optimizer import NoState
from engine.optimizers.newton import Newton
from engine.oracle import Oracle
from engine.run import RunConfig, run_to
from engine.schedules import Constant
from surfaces import SurfaceSpec, build_surface, surface_row


@pytest.mark.parametrize("name", ["bowl", "book", "rotated-quadratic", "matyas", "booth"])
def test_one_step_solves_a_quadratic(name: str) -> None:
    spec = SurfaceSpec(name)
    run = run_to(RunConfig(spec, surface_row(name).start, Newton(), Constant()), 1)
    np.testing.assert_allclose(run.params[-1], build_surface(spec).minima[0].params, atol=1e-12)


def test_three_damped_steps_by_hand() -> None:
    run = run_to(RunConfig(SurfaceSpec("saddle"), (1.5, 1.2), Newton(0.5), Constant()), 3)
    x, y = 1.5, 1.2
    for k in range(3):
        x, y = x - 0.5 * (2 * x) / 2, y - 0.5 * (y**3 - 2 * y) / (3 * y**2 - 2)
        np.testing.assert_allclose(run.params[k + 1], (x, y), rtol=1e-13)


@pytest.mark.parametrize(("y", "end"), [(0.001, 0.0), (0.62, 0.0), (0.64, -1.4142135623730951)])
def test_attracted_by_the_saddle_from_nearby(y: float, end: float) -> None:
    """Science S5: the saddle attracts from |y| < √(2/5) = 0.632."""
    run = run_to(RunConfig(SurfaceSpec("saddle"), (1.5, y), Newton(), Constant()), 60)
    assert abs(run.params[-1, 1]) == pytest.approx(abs(end), abs=1e-9)
    assert run.status is (RunStatus.CONVERGED if end else RunStatus.STEP_LIMIT)


def test_only_the_lane_with_a_singular_hessian_becomes_nan() -> None:
    surface = build_surface(SurfaceSpec("monkey-saddle"))
    params = np.array([[1.0, 0.5], [0.0, 0.0], [-2.0, 1.0]])
    moved, state = Newton().step(params, Oracle(surface), NoState(), 1.0, 0)
    assert np.isnan(moved[1]).all()
    assert np.isfinite(moved[[0, 2]]).all()
    assert state == ()
