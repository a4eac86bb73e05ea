from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from engine.optimizer import NoState
from engine.optimizers.newton import Newton
from engine.optimizers.saddle_free_newton import SaddleFreeNewton, shortened
from engine.oracle import Oracle
from engine.run import RunConfig, run_to
from engine.schedules import Constant
from surfaces import SurfaceSpec, build_surface

if TYPE_CHECKING:
    from engine.history import Snapshot
    from engine.optimizer import Optimizer


def run(optimizer: Optimizer, surface: str, start: tuple[float, float], steps: int) -> Snapshot:
    return run_to(RunConfig(SurfaceSpec(surface), start, optimizer, Constant()), steps)


def test_three_steps_by_hand() -> None:
    """On x² − y² + y⁴/4 the Hessian is diagonal: g/|h| along each axis, no step longer than max_step."""
    made = run(SaddleFreeNewton(0.5, max_step=0.8), "saddle", (1.5, 0.4), 3)
    x, y = 1.5, 0.4
    for k in range(3):
        step = np.array([2.0 * x / 2.0, (y**3 - 2.0 * y) / abs(3.0 * y**2 - 2.0)])
        step *= min(1.0, 0.8 / np.hypot(*step))
        x, y = np.array([x, y]) - 0.5 * step
        np.testing.assert_allclose(made.params[k + 1], (x, y), rtol=1e-12)


@pytest.mark.parametrize("max_step", [1.0, 100.0])
@pytest.mark.parametrize(("y", "steps"), [(1e-3, 9), (1e-6, 19), (1e-9, 29)])
def test_the_saddle_race(y: float, steps: int, max_step: float) -> None:
    """Science S5 and B33: the distance doubles at each step; the bound on the step costs none here."""
    made = run(SaddleFreeNewton(max_step=max_step), "saddle", (1.5, y), 60)
    assert np.argmax(made.loss < -0.1) == steps


def test_off_the_plateau_in_five_steps() -> None:
    """Science S8: from (4.5, 1.5), steps of at most 1; Newton runs away outwards from there."""
    assert np.argmax(run(SaddleFreeNewton(), "plateau", (4.5, 1.5), 20).loss < 0.5) == 5
    away = run(Newton(), "plateau", (4.5, 1.5), 20)
    assert np.linalg.norm(away.params[-1]) > np.linalg.norm(away.params[0])


def test_all_starts_reach_a_minimum_where_newton_ends_at_saddles_and_maxima() -> None:
    """Science S15: of a grid on Himmelblau, 31 % of Newton's runs end at saddles and 4 % at the maximum."""
    surface = build_surface(SurfaceSpec("himmelblau"))
    axis = np.linspace(-6.0, 6.0, 81)
    grid = np.stack(np.meshgrid(axis, axis), axis=-1).reshape(-1, 2)
    kinds = {}
    for rule in (Newton(), SaddleFreeNewton(max_step=100.0)):
        params, oracle = grid, Oracle(surface)
        for iteration in range(100):
            params, _ = rule.step(params, oracle, NoState(), 1.0, iteration)
        values = np.linalg.eigvalsh(surface.hessian(params))
        kinds[rule.name] = [float(np.mean(values[:, 0] > 0.0)), float(np.mean(values[:, 1] < 0.0))]
    assert kinds["saddle-free-newton"] == [1.0, 0.0]
    assert kinds["newton"] == pytest.approx([0.647, 0.042], abs=2e-3)


def test_only_long_vectors_are_shortened_and_keep_their_direction() -> None:
    vectors = np.array([[3.0, 4.0], [0.3, 0.4], [0.0, 0.0]])
    np.testing.assert_allclose(shortened(vectors, 1.0), [(0.6, 0.8), (0.3, 0.4), (0.0, 0.0)], rtol=1e-15)
