from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import numpy as np
import pytest

from engine.optimizers.barzilai_borwein import BarzilaiBorwein
from engine.run import RunConfig, run_to
from engine.schedules import Constant
from surfaces import SurfaceSpec

if TYPE_CHECKING:
    from engine.history import Snapshot

FORMS = pytest.mark.parametrize("form", ["short", "long"])


def run(optimizer: BarzilaiBorwein, spec: SurfaceSpec | str, start: tuple[float, ...], steps: int) -> Snapshot:
    surface = SurfaceSpec(spec) if isinstance(spec, str) else spec
    return run_to(RunConfig(surface, start, optimizer, Constant()), steps)


@FORMS
def test_steps_by_hand(form: str) -> None:
    made = run(BarzilaiBorwein(0.1, form), "book", (-7.0, 2.0), 5)
    curvature = np.array([0.1, 2.0])
    points = [np.array([-7.0, 2.0])]
    points.append(points[0] - 0.1 * curvature * points[0])
    for _ in range(4):
        s = points[-1] - points[-2]
        y = curvature * s
        length = s @ s / (s @ y) if form == "long" else s @ y / (y @ y)
        points.append(points[-1] - length * curvature * points[-1])
    np.testing.assert_allclose(made.params, points, rtol=1e-11, atol=1e-15)


@FORMS
def test_on_a_quadratic_every_length_is_the_inverse_of_a_mean_curvature(form: str) -> None:
    spec = SurfaceSpec("quadratic", parameters=(("condition", 30.0),), dim=4)
    made = run(BarzilaiBorwein(0.01, form), spec, (1.0, 2.0, 3.0, 4.0), 15)
    moved = -np.einsum("ki,ki->k", made.update, made.gradient[:-1]) / made.gradient_norm[:-1] ** 2
    assert np.all((moved[1:] >= 1.0 / 30.0 - 1e-12) & (moved[1:] <= 1.0 + 1e-12))


def test_the_short_length_is_never_longer() -> None:
    made = run(BarzilaiBorwein(0.01), "beale", (1.0, 1.5), 30)
    for k, j in itertools.pairwise(range(20)):
        s, y = made.update[k], made.gradient[j] - made.gradient[k]
        if s @ y > 0.0:
            assert s @ y / (y @ y) <= s @ s / (s @ y) * (1.0 + 1e-12)


@FORMS
def test_it_is_far_faster_than_the_best_constant_pace_and_not_monotone(form: str) -> None:
    """κ = 100: the best constant pace 2/(λ₁ + λ₂) keeps 99/101 of the error at each step, 691 steps to a millionth."""
    made = run(BarzilaiBorwein(0.01, form), "rotated-quadratic", (-8.0, -4.0), 200)
    close = np.linalg.norm(made.params, axis=1) < 1e-6 * np.hypot(8.0, 4.0)
    assert 0 < np.argmax(close) < 70
    assert np.diff(made.loss).max() > 0.0


def test_along_negative_curvature_the_pace_is_the_learning_rate() -> None:
    made = run(BarzilaiBorwein(0.05), "saddle", (0.0, 0.001), 20)
    np.testing.assert_allclose(made.update, -0.05 * made.gradient[:-1], atol=1e-16)


def test_on_a_plane_the_pace_is_the_learning_rate() -> None:
    made = run(BarzilaiBorwein(0.01), "plane", (0.0, 0.0), 10)
    np.testing.assert_allclose(made.update, np.tile((-0.001, -0.1), (10, 1)), rtol=1e-12)
