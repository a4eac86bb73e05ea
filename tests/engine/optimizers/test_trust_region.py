from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from engine.history import RunStatus
from engine.optimizers.trust_region import TrustRegion, dogleg
from engine.run import RunConfig, run_to
from engine.schedules import Constant
from surfaces import CATALOGUE, SurfaceSpec, build_surface

if TYPE_CHECKING:
    from engine.history import Snapshot

GRADIENT, HESSIAN = np.array([3.0, -4.0]), np.array([[2.0, 0.5], [0.5, 5.0]])


def run(optimizer: TrustRegion, surface: str, start: tuple[float, ...], steps: int) -> Snapshot:
    return run_to(RunConfig(SurfaceSpec(surface), start, optimizer, Constant()), steps)


def model(step: np.ndarray) -> float:
    return float(GRADIENT @ step + 0.5 * step @ HESSIAN @ step)


def test_the_dogleg_starts_along_the_gradient_and_ends_in_newtons_step() -> None:
    np.testing.assert_allclose(dogleg(GRADIENT, HESSIAN, 0.1), -0.1 * GRADIENT / 5.0, rtol=1e-14)
    np.testing.assert_allclose(dogleg(GRADIENT, HESSIAN, 9.0), -np.linalg.solve(HESSIAN, GRADIENT), rtol=1e-13)


def test_between_them_it_lies_on_both_the_path_and_the_edge() -> None:
    newton = -np.linalg.solve(HESSIAN, GRADIENT)
    cauchy = -GRADIENT * (GRADIENT @ GRADIENT) / (GRADIENT @ HESSIAN @ GRADIENT)
    radius = 0.5 * (np.linalg.norm(newton) + np.linalg.norm(cauchy))
    step = dogleg(GRADIENT, HESSIAN, float(radius))
    assert np.linalg.norm(step) == pytest.approx(radius, rel=1e-12)
    leg, part = newton - cauchy, step - cauchy
    assert abs(leg[0] * part[1] - leg[1] * part[0]) < 1e-13
    assert 0.0 < part @ leg < leg @ leg


def test_the_longer_the_radius_the_lower_the_model() -> None:
    lows = [model(dogleg(GRADIENT, HESSIAN, radius)) for radius in np.linspace(0.05, 3.0, 60)]
    assert np.all(np.diff(lows) <= 1e-14)


@pytest.mark.parametrize(("scale", "length"), [(1.0, 0.3), (-1.0, 0.3)])
def test_where_the_hessian_is_indefinite_the_step_follows_the_gradient(scale: float, length: float) -> None:
    step = dogleg(GRADIENT, np.diag([1.0, -1.0]) * scale, length)
    np.testing.assert_allclose(step, -GRADIENT / 5.0 * length, rtol=1e-14)


@pytest.mark.parametrize("name", CATALOGUE)
def test_no_step_is_longer_than_its_radius(name: str) -> None:
    made = run(TrustRegion(2.0), name, CATALOGUE[name].start, 30)
    lengths, radii = np.linalg.norm(made.update, axis=1), made.state("radius")[:-1, 0]
    assert np.all(lengths <= radii * (1.0 + 1e-12) + 1e-15 * np.linalg.norm(made.params[:-1], axis=1))
    assert made.state("radius").max() <= 2.0
    assert np.diff(made.loss).max() <= 1e-15 * np.abs(made.loss).max()


def test_a_refused_step_stays_and_quarters_the_radius() -> None:
    made = run(TrustRegion(), "rosenbrock", (-1.2, 1.0), 40)
    stayed = np.array([not step.any() for step in made.update])
    radii = made.state("radius")[:, 0]
    assert stayed[:24].any()
    np.testing.assert_allclose(radii[1:25][stayed[:24]], 0.25 * radii[:24][stayed[:24]], rtol=1e-15)
    assert np.argmax(np.linalg.norm(made.params - 1.0, axis=1) < 1e-6) == 24


def test_the_radius_doubles_where_the_model_is_the_loss_and_the_step_reaches_the_edge() -> None:
    made = run(TrustRegion(100.0, radius=0.1), "book", (-7.0, 2.0), 12)
    radii = made.state("radius")[:, 0]
    edge = np.linalg.norm(made.update, axis=1) >= 0.999 * radii[:-1]
    np.testing.assert_allclose(radii[1:], np.where(edge, 2.0, 1.0) * radii[:-1], rtol=1e-15)
    assert np.flatnonzero(edge).tolist() == list(range(edge.sum()))
    np.testing.assert_allclose(made.params[edge.sum() + 1 :], 0.0, atol=1e-14)


def test_it_leaves_the_saddle_and_rests_in_the_minimum() -> None:
    made = run(TrustRegion(), "saddle", (1.5, 1e-6), 100)
    assert made.status is RunStatus.CONVERGED
    assert abs(made.params[-1, 1]) == pytest.approx(np.sqrt(2.0))


def test_the_learning_rate_bounds_the_radius() -> None:
    made = run(TrustRegion(0.05), "bowl", (-4.0, 3.0), 10)
    np.testing.assert_allclose(np.linalg.norm(made.update, axis=1), 0.05, rtol=1e-9)


def test_a_quadratic_is_left_to_newton_once_it_fits() -> None:
    surface = build_surface(SurfaceSpec("booth"))
    made = run(TrustRegion(100.0, radius=50.0), "booth", (-8.0, -6.0), 1)
    np.testing.assert_allclose(made.params[-1], surface.minima[0].params, atol=1e-12)
