from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from engine.optimizers.bfgs import BFGS
from engine.optimizers.lbfgs import LBFGS, two_loops
from engine.run import RunConfig, run_to
from engine.schedules import Constant
from surfaces import SurfaceSpec

if TYPE_CHECKING:
    from engine.history import Snapshot
    from engine.optimizer import Optimizer

SIX = SurfaceSpec("quadratic", parameters=(("condition", 50.0),), dim=6)
START = (3.0, -2.0, 1.0, 4.0, -1.0, 2.0)


def run(optimizer: Optimizer, spec: SurfaceSpec | str, start: tuple[float, ...], steps: int) -> Snapshot:
    surface = SurfaceSpec(spec) if isinstance(spec, str) else spec
    return run_to(RunConfig(surface, start, optimizer, Constant()), steps)


def test_two_loops_are_the_matrix_of_bfgs() -> None:
    """Nocedal & Wright 2006, eq. 7.19: the same update, from B₀ = y·s/(y·y) I of the newest pair."""
    generator = np.random.default_rng(2)
    half = generator.normal(size=(5, 5))
    hessian = half @ half.T + np.eye(5)
    moves = generator.normal(size=(4, 5))
    changes = moves @ hessian
    known = np.eye(5) * (moves[-1] @ changes[-1] / (changes[-1] @ changes[-1]))
    for s, y in zip(moves, changes, strict=True):
        reflected = np.eye(5) - np.outer(s, y) / (y @ s)
        known = reflected @ known @ reflected.T + np.outer(s, s) / (y @ s)
    gradient = generator.normal(size=5)
    np.testing.assert_allclose(two_loops(moves, changes, gradient), known @ gradient, rtol=1e-11)


def test_without_pairs_it_is_the_gradient() -> None:
    np.testing.assert_array_equal(two_loops(np.zeros((0, 2)), np.zeros((0, 2)), np.array([3.0, 4.0])), (3.0, 4.0))


def test_only_the_last_pairs_are_kept_newest_last() -> None:
    made = run(LBFGS(history_size=3), "beale", (1.0, 1.5), 8)
    assert made.state("pairs")[:, 0].tolist() == [0, 0, 1, 2, 3, 3, 3, 3, 3]
    moves = made.state("moves")[8].reshape(3, 2)
    np.testing.assert_allclose(moves, made.update[4:7], rtol=1e-12, atol=1e-15)
    changes = made.state("changes")[8].reshape(3, 2)
    np.testing.assert_allclose(changes, np.diff(made.gradient[4:8], axis=0), rtol=1e-9, atol=1e-12)


def test_with_exact_search_on_a_quadratic_it_takes_the_path_of_bfgs() -> None:
    """Even with a memory of one (Nocedal & Wright 2006, section 7.2: it is conjugate gradients then)."""
    for history_size in (1, 10):
        one = run(LBFGS(history_size=history_size, line_search="exact"), SIX, START, 6)
        other = run(BFGS(line_search="exact"), SIX, START, 6)
        np.testing.assert_allclose(one.params, other.params, atol=1e-8)


def test_rosenbrock() -> None:
    made = run(LBFGS(), "rosenbrock", (-1.2, 1.0), 100)
    assert np.argmax(np.linalg.norm(made.params - 1.0, axis=1) < 1e-6) == 36
    assert np.diff(made.loss).max() <= 0.0


def test_near_the_end_short_steps_still_teach() -> None:
    """PyTorch's y·s > 1e-10 would end the learning a hundred thousandth from the minimum, and take 290 steps."""
    assert run(LBFGS(), "saddle", (1.5, 1e-6), 300).last < 40


def test_without_a_search_it_asks_for_one_gradient_a_step() -> None:
    made = run(LBFGS(0.5, line_search="none"), "book", (-7.0, 2.0), 10)
    assert (made.totals.values, made.totals.gradients, made.totals.hessians) == (0, 10, 0)
    first = 0.5 * min(1.0, 1.0 / np.abs(made.gradient[0]).sum())
    np.testing.assert_allclose(made.update[0], -first * made.gradient[0], rtol=1e-12)
