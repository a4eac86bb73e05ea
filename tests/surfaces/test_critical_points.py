"""Kinds of critical points and their exact places."""

from __future__ import annotations

import numpy as np
import pytest

from surfaces import SurfaceSpec, build_surface
from surfaces.critical_points import classify, critical_point, polish


@pytest.mark.parametrize(
    ("curvatures", "kind"),
    [
        ((1.0, 1e3), "minimum"),
        ((-1.0, -2.0), "maximum"),
        ((-1.0, 2.0), "saddle"),
        ((0.0, 2.0), "degenerate"),
        ((1e-9, 2.0), "degenerate"),
        ((0.0, 0.0), "degenerate"),
        ((float("nan"), 1.0), "degenerate"),
    ],
)
def test_classify(curvatures: tuple[float, float], kind: str) -> None:
    assert classify(np.diag(curvatures)) == kind


def test_polish_reaches_full_precision() -> None:
    surface = build_surface(SurfaceSpec("saddle"))
    assert polish(surface, (0.01, 1.4)) == pytest.approx((0.0, 2**0.5), abs=1e-15)


@pytest.mark.parametrize("formula", ["x + y", "x*0 + y^2 + x", "log(x)", "1/x", "exp(x)"])
def test_polish_finds_nothing_where_nothing_is(formula: str) -> None:
    assert polish(build_surface(SurfaceSpec(formula=formula)), (0.5, 0.5)) is None


def test_critical_point_tells_value_and_kind() -> None:
    point = critical_point(build_surface(SurfaceSpec(formula="3 - (x - 1)^2 - y^2")), (0.9, 0.1))
    assert point is not None
    assert (point.params, point.value, point.kind) == ((1.0, 0.0), 3.0, "maximum")
