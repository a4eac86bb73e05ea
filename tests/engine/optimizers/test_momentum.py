from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import pytest

from engine.optimizers.momentum import Momentum, heavy_ball_optimum
from engine.run import RunConfig, run_to
from engine.schedules import Constant, Schedule, StepDecay
from surfaces import SurfaceSpec

if TYPE_CHECKING:
    from engine.history import Snapshot

ETA, MU = 0.1, 0.8
Pair = tuple[float, float]


def roll(optimizer: Momentum, steps: int = 3, schedule: Schedule | None = None) -> Snapshot:
    return run_to(RunConfig(SurfaceSpec("book"), (-7.0, 2.0), optimizer, schedule or Constant()), steps)


def pytorch(theta: float, b: float, g: float, dampening: float, first: bool) -> Pair:
    b = g if first else MU * b + (1 - dampening) * g
    return theta - ETA * b, b


def classical(theta: float, v: float, g: float, dampening: float, first: bool) -> Pair:
    v = MU * v - ETA * g
    return theta + v, v


def averaged(theta: float, m: float, g: float, dampening: float, first: bool) -> Pair:
    m = MU * m + (1 - MU) * g
    return theta - ETA * m, m


@pytest.mark.parametrize("dampening", [0.0, 0.3, 1.0])
@pytest.mark.parametrize("textbook", [pytorch, classical, averaged])
def test_three_steps_by_hand(textbook, dampening: float) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    run = roll(Momentum(ETA, MU, dampening, textbook.__name__))
    x, y, vx, vy = -7.0, 2.0, 0.0, 0.0
    for k in range(3):
        x, vx = textbook(x, vx, x / 10, dampening, k == 0)
        y, vy = textbook(y, vy, 2 * y, dampening, k == 0)
        np.testing.assert_allclose(run.params[k + 1], (x, y), rtol=1e-14)
        np.testing.assert_allclose(run.state("velocity")[k + 1], (vx, vy), rtol=1e-14)


def test_classical_equals_pytorch_while_the_rate_is_constant() -> None:
    one, other = (roll(Momentum(ETA, 0.9, convention=name), 60) for name in ("pytorch", "classical"))
    np.testing.assert_allclose(one.params, other.params, atol=1e-12)


def test_classical_leaves_pytorch_when_the_rate_drops() -> None:
    drop = StepDecay(every=15, gamma=0.1)
    one, other = (roll(Momentum(ETA, 0.9, convention=name), 60, drop) for name in ("pytorch", "classical"))
    np.testing.assert_allclose(one.params[:16], other.params[:16], atol=1e-12)
    assert np.abs(one.params - other.params).max() > 1.0


def test_averaged_is_the_sum_at_a_smaller_rate() -> None:
    one = roll(Momentum(ETA, 0.9, convention="averaged"), 60)
    other = roll(Momentum(ETA * (1 - 0.9), 0.9, convention="pytorch"), 60)
    np.testing.assert_allclose(one.params, other.params, atol=1e-12)


def test_without_memory_it_is_gradient_descent() -> None:
    run = roll(Momentum(ETA, 0.0), 20)
    np.testing.assert_allclose(run.update, -ETA * run.gradient[:-1], atol=1e-12)


@pytest.mark.parametrize(("share", "settles"), [(0.99, True), (1.01, False)])
def test_stable_up_to_the_heavy_balls_limit(share: float, settles: bool) -> None:
    """Science S7: η < 2 (1 + μ) / λmax, here 1.9; started low, because even a stable ball first swings out."""
    ball = Momentum(1.9 * share, 0.9)
    run = run_to(RunConfig(SurfaceSpec("book"), (-0.7, 0.2), ball, Constant()), 2000)
    assert (np.abs(run.params[-1]).max() < 1e-3) == settles


def test_weight_decay_is_a_pull_in_the_gradient() -> None:
    made = roll(Momentum(ETA, MU, weight_decay=0.25))
    x, y, vx, vy = -7.0, 2.0, 0.0, 0.0
    for k in range(3):
        x, vx = pytorch(x, vx, x / 10 + 0.25 * x, 0.0, k == 0)
        y, vy = pytorch(y, vy, 2 * y + 0.25 * y, 0.0, k == 0)
        np.testing.assert_allclose(made.params[k + 1], (x, y), rtol=1e-14)


def test_averaged_momentum_looks_ahead_by_its_own_share() -> None:
    made = roll(Momentum(ETA, MU, convention="averaged", nesterov=True))
    x, m = -7.0, 0.0
    for k in range(3):
        g = x / 10
        m = MU * m + (1 - MU) * g
        x -= ETA * ((1 - MU) * g + MU * m)
        assert made.params[k + 1, 0] == pytest.approx(x, rel=1e-14)


def slowest(learning_rate: float, momentum: float, curvatures: tuple[float, float]) -> float:
    """Return how much of an error a step leaves in the long run: the largest root of r² − (1 + μ − η λ) r + μ."""
    between = np.linspace(*curvatures, 7)
    return max(float(np.abs(np.roots((1.0, learning_rate * c - 1.0 - momentum, momentum))).max()) for c in between)


@pytest.mark.parametrize("curvatures", [(0.1, 2.0), (1.0, 1.0), (0.5, 400.0)])
def test_the_heavy_balls_optimum(curvatures: tuple[float, float]) -> None:
    """It leaves (√κ − 1) / (√κ + 1) of every error (a double root is known to half the digits), no neighbour less."""
    root = math.sqrt(curvatures[1] / curvatures[0])
    eta, mu = heavy_ball_optimum(*curvatures)
    assert slowest(eta, mu, curvatures) == pytest.approx((root - 1) / (root + 1), abs=1e-6)
    for eta_share, step in ((1.02, 0.0), (0.98, 0.0), (1.0, 0.02), (1.0, -0.02)):
        assert slowest(eta * eta_share, abs(mu + step), curvatures) > slowest(eta, mu, curvatures) + 1e-4


def test_a_run_at_the_optimum_shrinks_as_promised() -> None:
    eta, mu = heavy_ball_optimum(0.1, 2.0)
    x, y = np.abs(roll(Momentum(eta, mu), 35).params[-1])
    assert math.hypot(x, y) < 35 * 7 * math.sqrt(mu) ** 35 < 3e-5


@pytest.mark.parametrize(("smallest", "largest"), [(0.0, 1.0), (2.0, 1.0), (-1.0, 1.0), (1.0, math.inf)])
def test_the_optimum_needs_a_bowl(smallest: float, largest: float) -> None:
    with pytest.raises(ValueError, match="bowl"):
        heavy_ball_optimum(smallest, largest)
