"""A stop rule looks at gradient, velocity and curvature together."""

from __future__ import annotations

import numpy as np
import pytest

from engine.events import find_events
from engine.history import RunStatus, Snapshot
from engine.optimizers import make_optimizer
from engine.run import RunConfig, run_to
from engine.schedules import Cosine
from surfaces import SurfaceSpec, build_surface
from tests.engine.events.trajectories import ran

BOWL, SADDLE = SurfaceSpec("bowl"), SurfaceSpec("saddle")


def kinds(snapshot: Snapshot, spec: SurfaceSpec) -> set[str]:
    return {event.kind for event in find_events(snapshot, build_surface(spec))}


def test_a_ball_rolling_fast_through_the_bottom_has_not_converged() -> None:
    snapshot = ran(BOWL, (-4.0, 3.0), "momentum", 30, lr=0.5, momentum=0.9)
    assert snapshot.gradient_norm[1] == 0.0  # 1 − ηλ = 0: the first step leads exactly to the minimum
    assert np.linalg.norm(snapshot.update[1]) == pytest.approx(4.5)  # and on through it
    assert snapshot.status is RunStatus.STEP_LIMIT
    assert "converged" not in kinds(snapshot, BOWL)
    assert "overshoot" in kinds(snapshot, BOWL)


def test_the_same_ball_has_converged_when_it_has_come_to_rest_there() -> None:
    snapshot = ran(BOWL, (-4.0, 3.0), "momentum", 2000, lr=0.5, momentum=0.9)
    assert snapshot.status is RunStatus.CONVERGED
    assert np.linalg.norm(snapshot.update[-20:], axis=1).max() < 1e-6
    assert "converged" in kinds(snapshot, BOWL)


@pytest.mark.parametrize("zero_at", [5, 60])
def test_a_ball_that_a_falling_rate_holds_on_a_slope_has_not_converged(zero_at: int) -> None:
    rule = make_optimizer("momentum", {"lr": 0.01, "momentum": 0.9})
    snapshot = run_to(RunConfig(BOWL, (-4.0, 3.0), rule, Cosine(zero_at)), 200)
    assert np.linalg.norm(snapshot.update[-50:], axis=1).max() == 0.0  # at rest for 20 steps and more
    assert snapshot.status is RunStatus.STEP_LIMIT


@pytest.mark.parametrize(
    ("spec", "rule", "start"),
    [
        (SADDLE, "newton", (1.5, 0.001)),
        (SADDLE, "gradient-descent", (1.5, 0.0)),
        (SADDLE, "momentum", (1.5, 0.0)),
        (SurfaceSpec("himmelblau"), "newton", (-0.3, -1.0)),
        (SurfaceSpec("monkey-saddle"), "newton", (0.5, 0.05)),
    ],
)
def test_one_that_rests_where_the_ground_does_not_rise_all_around_has_not_converged(
    spec: SurfaceSpec, rule: str, start: tuple[float, float]
) -> None:
    snapshot = ran(spec, start, rule, 1500, lr=1.0 if rule == "newton" else 0.05)
    assert np.linalg.norm(snapshot.update[-20:], axis=1).max() < 1e-8
    assert snapshot.gradient_norm[-1] < 1e-6
    assert np.linalg.eigvalsh(build_surface(spec).hessian(snapshot.params[-1]))[0] < 1e-6
    assert snapshot.status is RunStatus.STEP_LIMIT
    assert not {"converged", "trapped"} & kinds(snapshot, spec)


def test_one_that_rests_on_a_saddle_is_said_to_linger_there() -> None:
    assert "at saddle" in kinds(ran(SADDLE, (1.5, 0.0), "momentum", 1500, lr=0.05), SADDLE)
