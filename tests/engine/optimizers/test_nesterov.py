from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import pytest

from engine.optimizers.momentum import Momentum
from engine.optimizers.nesterov import Nesterov
from engine.schedules import StepDecay
from surfaces import SurfaceSpec, build_surface
from tests.engine.optimizers.by_hand import check, run

if TYPE_CHECKING:
    from tests.engine.optimizers.by_hand import Memory

ETA, MU, DECAY = 0.1, 0.8, 0.25


def pytorch(theta: float, slope: float, memory: Memory, t: int) -> float:
    slope += DECAY * theta
    memory["velocity"] = MU * memory["velocity"] + slope
    return theta - ETA * (slope + MU * memory["velocity"])


def classical(theta: float, slope: float, memory: Memory, t: int) -> float:
    slope += DECAY * theta
    memory["velocity"] = MU * memory["velocity"] - ETA * slope
    return theta + MU * memory["velocity"] - ETA * slope


@pytest.mark.parametrize("textbook", [pytorch, classical])
def test_steps_by_hand(textbook) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    check(Nesterov(ETA, MU, textbook.__name__, DECAY), textbook)


@pytest.mark.parametrize("surface", ["book", "himmelblau", "rosenbrock"])
def test_it_is_the_published_method_seen_from_the_point_ahead(surface: str) -> None:
    """v ← μ v − η ∇f(x + μ v), x ← x + v: what is recorded is x + μ v."""
    eta, mu, spec = 0.0005, 0.9, SurfaceSpec(surface)
    made = run(Nesterov(eta, mu), surface, (1.2, 0.7), 200)
    x, v, gradient = np.array((1.2, 0.7)), np.zeros(2), build_surface(spec).gradient
    for k in range(200):
        v = mu * v - eta * gradient(x + mu * v)
        x = x + v
        np.testing.assert_allclose(made.params[k + 1], x + mu * v, rtol=0.0, atol=1e-12)


def test_the_conventions_part_when_the_rate_drops() -> None:
    one, other = (
        run(Nesterov(ETA, 0.9, name), steps=60, schedule=StepDecay(every=15, gamma=0.1))
        for name in ("pytorch", "classical")
    )
    np.testing.assert_allclose(one.params[:16], other.params[:16], atol=1e-12)
    assert np.abs(one.params - other.params).max() > 1.0


def test_momentum_has_it_as_a_switch() -> None:
    for convention in ("pytorch", "classical"):
        one = run(Nesterov(ETA, MU, convention), steps=50)
        other = run(Momentum(ETA, MU, convention=convention, nesterov=True), steps=50)
        assert one.table.tobytes() == other.table.tobytes()


def test_its_best_rate_on_a_quadratic() -> None:
    """With η = 1 / L and μ = (√κ − 1) / (√κ + 1) the slow axis has a double root 1 − 1 / √κ (Nesterov 2004, §2.2)."""
    kappa = 2.0 / 0.1
    mu = (math.sqrt(kappa) - 1) / (math.sqrt(kappa) + 1)
    x = run(Nesterov(0.5, mu), steps=80).params[:, 0]
    rate = 1 - 1 / math.sqrt(kappa)
    np.testing.assert_allclose(x[2:], 2 * rate * x[1:-1] - rate**2 * x[:-2], atol=1e-12)
