from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from engine.optimizers.bfgs import BFGS
from engine.optimizers.conjugate_gradient import ConjugateGradient
from engine.run import RunConfig, run_to
from engine.schedules import Constant
from surfaces import SurfaceSpec, build_surface

if TYPE_CHECKING:
    from engine.history import Snapshot
    from engine.optimizer import Optimizer

SIX = SurfaceSpec("quadratic", parameters=(("condition", 50.0),), dim=6)
START = (3.0, -2.0, 1.0, 4.0, -1.0, 2.0)


def run(optimizer: Optimizer, spec: SurfaceSpec | str, start: tuple[float, ...], steps: int) -> Snapshot:
    surface = SurfaceSpec(spec) if isinstance(spec, str) else spec
    return run_to(RunConfig(surface, start, optimizer, Constant()), steps)


def inverse(made: Snapshot, row: int) -> np.ndarray:
    dim = made.layout.dim
    return np.asarray(made.state("inverse_hessian")[row].reshape(dim, dim))


def test_the_update_fulfils_the_secant_equation() -> None:
    """B y = s for the newest pair (Nocedal & Wright 2006, eq. 6.2), B symmetric and positive definite."""
    made = run(BFGS(), "beale", (1.0, 1.5), 12)
    for row in range(2, 12):
        learned = inverse(made, row)
        move, change = made.update[row - 2], made.gradient[row - 1] - made.gradient[row - 2]
        np.testing.assert_allclose(learned @ change, move, rtol=1e-9, atol=1e-12)
        np.testing.assert_allclose(learned, learned.T, atol=1e-12)
        assert np.linalg.eigvalsh(learned)[0] > 0.0


def test_the_first_step_is_short_and_the_first_update_starts_from_the_scaled_identity() -> None:
    made = run(BFGS(line_search="exact"), "book", (-7.0, 2.0), 2)
    s, y = made.update[0], made.gradient[1] - made.gradient[0]
    rho = 1.0 / (y @ s)
    reflected = np.eye(2) - rho * np.outer(s, y)
    by_hand = reflected @ (np.eye(2) / (rho * (y @ y))) @ reflected.T + rho * np.outer(s, s)
    np.testing.assert_allclose(inverse(made, 2), by_hand, rtol=1e-12)


def test_rosenbrock() -> None:
    """Science S15 has 36 with weak Wolfe by bisection; strong Wolfe with interpolation takes 38."""
    made = run(BFGS(), "rosenbrock", (-1.2, 1.0), 100)
    assert np.argmax(np.linalg.norm(made.params - 1.0, axis=1) < 1e-6) == 38
    assert np.diff(made.loss).max() <= 0.0


def test_on_a_quadratic_with_exact_search_it_takes_the_path_of_conjugate_gradients() -> None:
    """Nazareth 1979; Nocedal & Wright 2006, theorem 6.4: with B₀ a multiple of I, in n steps."""
    one = run(BFGS(line_search="exact"), SIX, START, 6)
    other = run(ConjugateGradient(line_search="exact"), SIX, START, 6)
    np.testing.assert_allclose(one.params, other.params, atol=1e-9)
    np.testing.assert_allclose(one.params[-1], 0.0, atol=1e-9)


def test_after_n_exact_steps_on_a_quadratic_it_knows_the_inverse_hessian() -> None:
    made = run(BFGS(line_search="exact"), SIX, START, 7)
    hessian = build_surface(SIX).hessian(np.zeros(6))
    np.testing.assert_allclose(inverse(made, 7) @ hessian, np.eye(6), atol=1e-6)


@pytest.mark.parametrize(("y", "steps"), [(1e-3, 3), (1e-6, 3), (1e-9, 4)])
def test_it_leaves_the_saddle(y: float, steps: int) -> None:
    """Science S5: three steps from a thousandth."""
    made = run(BFGS(), "saddle", (1.5, y), 60)
    assert np.argmax(made.loss < -0.1) == steps


def test_nothing_is_learned_where_the_gradient_does_not_change() -> None:
    made = run(BFGS(1e-6), "plane", (0.0, 0.0), 1)
    assert made.state("updates")[-1] == 0.0
    np.testing.assert_array_equal(inverse(made, -1), np.eye(2))


def test_at_the_minimum_it_rests_and_keeps_what_it_knows() -> None:
    made = run(BFGS(line_search="exact"), "book", (-7.0, 2.0), 6)
    assert np.abs(made.params[-1]).max() < 1e-12
    np.testing.assert_allclose(inverse(made, -1), np.diag([10.0, 0.5]), rtol=1e-6, atol=1e-6)
