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


def test_near_a_minimum_errors_are_squared() -> None:
    """Science S15: on Himmelblau from (3.3, 2.3), 0.424, 0.0536, 1.4e-3, 1.6e-6, 2e-12."""
    run = run_to(RunConfig(SurfaceSpec("himmelblau"), (3.3, 2.3), Newton(), Constant()), 4)
    errors = np.linalg.norm(run.params - (3.0, 2.0), axis=1)
    np.testing.assert_allclose(errors, (0.424, 0.0536, 1.4e-3, 1.62e-6, 2.03e-12), rtol=5e-3)
    shares = errors[1:] / errors[:-1] ** 2
    assert 0.25 < shares.min() < shares.max() < 1.0


def test_rosenbrock_in_six_steps_over_a_mountain() -> None:
    """Science S15 and F8."""
    run = run_to(RunConfig(SurfaceSpec("rosenbrock"), (-1.2, 1.0), Newton(), Constant()), 6)
    np.testing.assert_allclose(run.loss[1:4], (4.73, 1412.0, 0.0560), rtol=2e-3)
    assert np.linalg.norm(run.params[5] - 1.0) > 1e-6 > np.linalg.norm(run.params[6] - 1.0)


def test_it_does_not_see_linear_changes_of_parameters() -> None:
    """With x = A u + b the path in u is that in x, carried over; gradient descent would take quite another one."""
    change, shift = np.array([[2.0, 1.0], [-0.5, 3.0]]), np.array([0.7, -0.2])
    x, y = "(2*x + y + 0.7)", "(3*y - 0.5*x - 0.2)"
    changed = SurfaceSpec(formula=f"(1 - {x})^2 + 100*({y} - {x}^2)^2")
    start = np.linalg.solve(change, np.array([-1.2, 1.0]) - shift)
    one = run_to(RunConfig(SurfaceSpec("rosenbrock"), (-1.2, 1.0), Newton(), Constant()), 6)
    other = run_to(RunConfig(changed, tuple(start.tolist()), Newton(), Constant()), 6)
    np.testing.assert_allclose(other.params @ change.T + shift, one.params, rtol=1e-8)


@pytest.mark.parametrize("factor", ["0.001", "64", "1e6"])
def test_it_does_not_see_the_scale_of_the_loss(factor: str) -> None:
    scaled = SurfaceSpec(formula=f"{factor}*((1 - x)^2 + 100*(y - x^2)^2)")
    one, other = (
        run_to(RunConfig(spec, (-1.2, 1.0), Newton(), Constant()), 5) for spec in (SurfaceSpec("rosenbrock"), scaled)
    )
    np.testing.assert_allclose(other.params, one.params, rtol=1e-9)
