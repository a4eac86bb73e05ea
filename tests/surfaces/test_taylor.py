from __future__ import annotations

import math

import numpy as np
import pytest

from surfaces import CATALOGUE, SurfaceSpec, build_surface
from surfaces.taylor import FIRST, SECOND, Taylor


def around(name: str, *point: float) -> Taylor:
    return Taylor(build_surface(SurfaceSpec(name)), np.array(point))


@pytest.mark.parametrize("name", [row.name for row in CATALOGUE.values() if row.data is None and row.name != "plane"])
def test_models_are_off_by_the_next_power_of_the_distance(name: str) -> None:
    taylor = around(name, *CATALOGUE[name].start)
    direction = np.array([0.6, 0.8])
    scale = 1e-3 * np.ptp(CATALOGUE[name].bounds[:2])
    for order in (FIRST, SECOND):
        far, near = (
            abs(float(taylor.surface.value(p) - taylor.model(p, order)))
            for p in (taylor.point + scale * direction, taylor.point + 0.5 * scale * direction)
        )
        if near > 1e-9 * max(1.0, abs(taylor.loss)):
            assert near < 0.62 * far / 2 ** (order - 1) or near > far  # a curved term may vanish by chance


def test_the_plane_is_off_by_a_tenth_where_the_notes_say() -> None:
    """Science notes S30: 10 % error of the first-order prediction at η = 0.2 |g|² / |gᵀHg|."""
    taylor = around("book", -7.0, 2.0)
    gradient, hessian = taylor.gradient, taylor.hessian
    rate = 0.2 * float(gradient @ gradient) / abs(float(gradient @ hessian @ gradient))
    downhill = -gradient / np.linalg.norm(gradient)
    (distance,) = taylor.trust_distance(downhill[None], FIRST, 10.0)
    assert distance == pytest.approx(rate * float(np.linalg.norm(gradient)), rel=0.08)
    assert rate == pytest.approx(0.1, rel=0.05)


def test_the_second_order_model_of_a_quadratic_holds_everywhere() -> None:
    border = around("book", -7.0, 2.0).trusted(SECOND, 3.0)
    np.testing.assert_allclose(np.hypot(*(border - np.array([-7.0, 2.0])).T), 3.0)
    assert border.shape == (72, 2)


def test_the_plane_is_trusted_further_along_a_flat_axis_than_along_a_steep_one() -> None:
    taylor = around("book", -7.0, 2.0)
    along, across = taylor.trust_distance(np.eye(2), FIRST, 20.0)
    assert along > 10.0 * across


def test_the_second_order_model_is_trusted_further_than_the_plane() -> None:
    taylor = around("rosenbrock", -1.2, 1.0)
    radius = 2.0
    first, second = (np.hypot(*(taylor.trusted(order, radius) - taylor.point).T) for order in (FIRST, SECOND))
    assert (second >= first).mean() > 0.9
    assert 0.0 < first.max() < radius


def test_at_a_critical_point_there_is_no_plane_to_trust() -> None:
    taylor = around("himmelblau", 3.0, 2.0)
    assert (taylor.trusted(FIRST, 1.0) == np.array([3.0, 2.0])).all()


def test_newtons_point_is_the_bottom_of_the_model() -> None:
    taylor = around("rosenbrock", -1.2, 1.0)
    aside = taylor.newton_point + 0.01 * np.array([[1, 0], [-1, 0], [0, 1], [0, -1]])
    assert (taylor.model(aside, SECOND) > taylor.model(taylor.newton_point, SECOND)).all()
    assert math.isnan(around("plane", 0.0, 0.0).newton_point[0])


def test_lines_of_the_plane_are_straight_and_cross_the_gradient() -> None:
    taylor = around("himmelblau", -1.0, 1.0)
    lines = taylor.lines(FIRST, (-2.0, 0.0, 0.0, 2.0), (taylor.loss,))
    away = lines[np.isfinite(lines).all(axis=1)] - taylor.point
    assert len(away) > 10
    np.testing.assert_allclose(away @ taylor.gradient, 0.0, atol=1e-9 * float(np.abs(taylor.gradient).max()))
    np.testing.assert_allclose(taylor.model(lines[0], FIRST), taylor.loss)
