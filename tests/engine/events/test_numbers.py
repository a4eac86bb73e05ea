"""What an event tells beside its kind: place, last iteration, numbers, direction."""

from __future__ import annotations

import math

import numpy as np
import pytest

from engine.events import Event, find_events
from engine.history import RunStatus, Snapshot
from surfaces import SurfaceSpec, build_surface
from tests.engine.events.trajectories import (
    along,
    bag,
    descent,
    drawn,
    noisy_descent,
    polygon,
    ran,
)

BOWL, BOOK, VALLEY = SurfaceSpec("bowl"), SurfaceSpec("book"), SurfaceSpec("quadratic")
SADDLE, WELLS, PLATEAU = SurfaceSpec("saddle"), SurfaceSpec("double-well"), SurfaceSpec("plateau")
TURNED, RASTRIGIN = SurfaceSpec("rotated-quadratic"), SurfaceSpec("rastrigin")


def the(kind: str, snapshot: Snapshot, spec: SurfaceSpec, *, random: bool = False) -> Event:
    found = [event for event in find_events(snapshot, build_surface(spec), random=random) if event.kind == kind]
    assert found, kind
    return found[0]


def test_converged_tells_the_loss_above_the_best() -> None:
    event = the("converged", ran(WELLS, (1.6, 1.0), "gradient-descent", 800, lr=0.05), WELLS)
    assert event.place == build_surface(WELLS).minima[1]
    assert event.number("above_best") == pytest.approx(0.29415 + 0.30543, abs=1e-4)


def test_converged_tells_a_minimum_that_nobody_knew() -> None:
    event = the("converged", ran(RASTRIGIN, (2.3, -1.7), "gradient-descent", 500, lr=0.002), RASTRIGIN)
    assert event.place is not None
    assert event.place.params == pytest.approx((1.98991, -1.98991), abs=1e-4)
    assert event.place.value == pytest.approx(7.9597, abs=1e-3)


def test_a_stay_at_a_saddle_ends_before_the_escape() -> None:
    snapshot = drawn(SADDLE, [(2.0, 0.1)] * 3 + [(0.05, 0.01)] * 9 + [(0.0, 1.4)] * 9)
    stay, escape = the("at saddle", snapshot, SADDLE), the("escaped saddle", snapshot, SADDLE)
    assert (stay.iteration, stay.last, stay.number("iterations")) == (3, 11, 9.0)
    assert stay.number("least_gradient") == pytest.approx(math.hypot(0.1, 0.02), rel=1e-3)
    assert (escape.iteration, escape.number("iterations")) == (12, 9.0)
    assert escape.direction == pytest.approx((0.0, 1.0))
    assert escape.number("below_saddle") == pytest.approx(1.4**2 - 1.4**4 / 4)


def test_an_approach_tells_from_where_to_where() -> None:
    event = the("approaching saddle", drawn(SADDLE, [(1.5 * 0.8**k, 0.0) for k in range(12)]), SADDLE)
    assert (event.iteration, event.last) == (1, 11)
    assert event.number("distance") == pytest.approx(1.2)
    assert event.number("last_distance") == pytest.approx(1.5 * 0.8**11)
    assert event.number("above_saddle") == pytest.approx(1.44)


def test_a_ridge_is_crossed_into_a_deeper_basin() -> None:
    event = the("crossed ridge", drawn(WELLS, along((0.9, 0), (-0.9, 0), step=0.1)), WELLS)
    assert event.place == build_surface(WELLS).minima[0]
    assert event.number("deeper") == pytest.approx(0.29415 + 0.30543, abs=1e-4)


def test_an_overshoot_tells_how_high_and_how_far() -> None:
    event = the("overshoot", drawn(SADDLE, along((-2, -0.6), (2, -0.6), step=0.1)), SADDLE)
    assert (event.iteration, event.last) == (20, 40)
    assert event.number("rise") == pytest.approx(4.0)
    assert event.number("past") == pytest.approx(2.0)
    assert event.place is None
    through = the("overshoot", drawn(BOWL, along((-2, 0), (1, 0), step=0.1)), BOWL)
    assert through.place == build_surface(BOWL).minima[0]


@pytest.mark.parametrize(
    ("spec", "turn", "curvature", "direction"),
    [(VALLEY, 0.0, 50.0, (0.0, 1.0)), (TURNED, 45.0, 10.0, (-math.sqrt(0.5), math.sqrt(0.5)))],
)
def test_an_oscillation_tells_its_eigenvector(
    spec: SurfaceSpec, turn: float, curvature: float, direction: tuple[float, float]
) -> None:
    small = 1.0 if spec == VALLEY else 0.1
    angle = math.radians(turn)
    axes = np.array([[math.cos(angle), math.sin(angle)], [-math.sin(angle), math.cos(angle)]])
    path = descent(1.95 / curvature, (small, curvature), (-8, 2), 99) @ axes
    event = the("oscillating", drawn(spec, path), spec)
    assert (event.iteration, event.last) == (0, 90)
    assert event.number("curvature") == pytest.approx(curvature)
    assert abs(np.dot(event.direction, direction)) == pytest.approx(1.0)
    first = 3.9 * math.sqrt(sum(0.95 ** (2 * k) for k in range(10)) / 10)
    assert event.number("width") == pytest.approx(first, rel=1e-3)
    assert event.number("last_width") == pytest.approx(first * 0.95**80, rel=1e-3)
    assert event.number("flips") == 1.0


def test_the_eigenvector_is_the_one_of_the_ravine_in_more_dimensions() -> None:
    spec = SurfaceSpec("quadratic", dim=4)
    curvatures = np.diag(build_surface(spec).hessian(np.zeros(4)))
    event = the("oscillating", drawn(spec, descent(0.039, curvatures.tolist(), (-4, 2, -4, 2), 99)), spec)
    assert event.number("curvature") == pytest.approx(50.0)
    assert event.direction == pytest.approx((0.0, 0.0, 0.0, 1.0))


@pytest.mark.parametrize("corners", [3, 4, 5, 15, 16, 23, 31, 60, 61, 120])
def test_a_cycle_tells_its_period_and_amplitude(corners: int) -> None:
    rows = 120 + 6 * corners
    path = [*along((-4.0, 3.0), (1.0, 0.0), step=0.1), *polygon(corners, 1, 1.0, rows)[1:]]
    event = the("limit cycle", drawn(BOWL, path), BOWL)
    assert (event.iteration, event.number("period")) == (58, corners)
    assert event.last is not None
    assert 58 + rows - max(15, 2 * corners) <= event.last < 58 + rows
    assert event.number("loss") == pytest.approx(1.0)
    assert event.number("amplitude") == pytest.approx(np.ptp(polygon(corners, 1, 1.0, corners), axis=0).max() / 2)
    assert event.place == build_surface(BOWL).minima[0]


def test_a_plateau_tells_how_little_is_gained() -> None:
    snapshot = ran(PLATEAU, (4.5, 1.5), "gradient-descent", 2000, lr=0.1)
    event = the("plateau", snapshot, PLATEAU)
    assert event.last is not None
    falls = snapshot.loss[:-20] - snapshot.loss[20:] >= 0.005 * snapshot.loss[0]
    steep = snapshot.gradient_norm[:-20] >= 0.2 * snapshot.loss[0] / math.hypot(4.5, 1.5)
    assert event.last == np.flatnonzero(falls | steep)[0] + 19
    assert event.number("loss") == pytest.approx(snapshot.loss[0])
    assert event.number("fall") == pytest.approx(snapshot.loss[0] - snapshot.loss[event.last])
    assert event.number("above_best") == pytest.approx(snapshot.loss[0])


def test_a_noise_ball_is_as_large_as_theory_says() -> None:
    rate, noise, curvature = 0.1, 2.0, 2.0
    path = noisy_descent(rate, (curvature, curvature), noise, (0.0, 0.0), 20_000)
    event = the("noise ball", drawn(BOWL, path), BOWL, random=True)
    variance = rate * noise**2 / (curvature * (2.0 - rate * curvature))  # ησ²/(λ(2 − ηλ)) in each coordinate
    assert event.number("radius") == pytest.approx(math.sqrt(2.0 * variance), rel=0.05)
    assert event.number("loss") == pytest.approx(curvature * variance, rel=0.05)
    assert event.iteration <= 100
    assert event.last == 20_000
    assert event.place == build_surface(BOWL).minima[0]


def test_a_batch_makes_the_ball_smaller() -> None:
    def radius(batch: int) -> float:
        spec = bag("bowl", 2.0)
        snapshot = ran(spec, (-4.0, 3.0), "gradient-descent", 3000, batch=batch, lr=0.05)
        return the("noise ball", snapshot, spec, random=True).number("radius") or 0.0

    assert radius(1) / radius(16) == pytest.approx(4.0, rel=0.25)


def test_leaving_tells_how_far() -> None:
    event = the("left the plot", drawn(BOWL, along((0, 0), (7, 0), (0, 0), step=0.5)), BOWL)
    assert (event.iteration, event.last, event.number("beyond")) == (11, 17, 2.0)


def test_diverged_tells_how_far_in_diagonals() -> None:
    event = the("diverged", drawn(BOWL, [(0.0, 0.0), (60.0, 0.0)], RunStatus.DIVERGED), BOWL)
    assert event.number("diagonals") == pytest.approx(60.0 / math.hypot(10.0, 10.0))
    assert event.number("loss") == pytest.approx(3600.0)
