from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from engine.optimizers.damped_newton import DampedNewton
from engine.run import RunConfig, run_to
from engine.schedules import Constant
from surfaces import SurfaceSpec, build_surface

if TYPE_CHECKING:
    from engine.history import Snapshot


def run(optimizer: DampedNewton, surface: str, start: tuple[float, float], steps: int) -> Snapshot:
    return run_to(RunConfig(SurfaceSpec(surface), start, optimizer, Constant()), steps)


def test_three_steps_by_hand() -> None:
    """On x²/20 + y² the loss always falls: μ shrinks to a third each time."""
    made = run(DampedNewton(mu=0.3), "book", (-7.0, 2.0), 3)
    x, y, mu = -7.0, 2.0, 0.3
    for k in range(3):
        x, y = x - 0.1 * x / (0.1 + mu), y - 2.0 * y / (2.0 + mu)
        mu /= 3.0
        np.testing.assert_allclose(made.params[k + 1], (x, y), rtol=1e-13)
        assert made.state("mu")[k + 1] == pytest.approx(mu)


def test_a_step_that_would_climb_is_damped_until_it_falls() -> None:
    """Rosenbrock's second Newton step climbs to 1412 (science S15): here μ grows by fours, each for one more loss."""
    made = run(DampedNewton(), "rosenbrock", (-1.2, 1.0), 2)
    mu, losses = made.state("mu")[:, 0], made.state("value_evaluations")[:, 0]
    assert mu[2] == pytest.approx(mu[1] * 4.0**5 / 3.0)
    assert np.diff(losses).tolist() == [2.0, 2.0 + 5.0]


def test_rosenbrock_in_twenty_steps_none_of_them_uphill() -> None:
    """Science S15."""
    made = run(DampedNewton(), "rosenbrock", (-1.2, 1.0), 60)
    near = np.linalg.norm(made.params - 1.0, axis=1) < 1e-6
    assert np.argmax(near) == 20
    assert np.diff(made.loss).max() <= 0.0


@pytest.mark.parametrize(("y", "steps"), [(1e-3, 3), (1e-6, 6)])
def test_it_leaves_the_saddle_that_holds_newton(y: float, steps: int) -> None:
    """Science S5; from 1e-6 a step further than the first rise of μ decides."""
    made = run(DampedNewton(), "saddle", (1.5, y), 40)
    assert np.argmax(made.loss < -0.1) == steps
    assert abs(made.params[-1, 1]) == pytest.approx(np.sqrt(2.0))


def test_the_damped_hessian_is_positive_definite_where_the_hessian_is_not() -> None:
    made = run(DampedNewton(delta=0.5), "himmelblau", (-0.3, -1.0), 1)
    surface = build_surface(SurfaceSpec("himmelblau"))
    values, vectors = np.linalg.eigh(surface.hessian(made.params[0]))
    assert values[1] < 0.0
    shares = vectors.T @ made.update[0] / -(vectors.T @ made.gradient[0])
    damping = 1.0 / shares - values
    assert damping[0] == pytest.approx(damping[1])
    assert damping[0] >= 0.5 - values[0] - 1e-9
