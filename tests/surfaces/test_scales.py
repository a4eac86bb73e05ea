"""Yardsticks of a surface."""

from __future__ import annotations

import numpy as np
import pytest

from surfaces import CATALOGUE, SurfaceSpec, build_surface, surface_scales
from surfaces.scales import _median, _quantile

NAMES = ("loss_range", "gradient_scale", "curvature_scale", "diagonal")


def scales_of(spec: SurfaceSpec) -> list[float]:
    """Return all scales of a surface."""
    scales = surface_scales(build_surface(spec))
    return [getattr(scales, name) for name in NAMES]


@pytest.mark.parametrize("name", CATALOGUE)
def test_scales_are_positive(name: str) -> None:
    assert all(scale > 0 for scale in scales_of(SurfaceSpec(name)))


@pytest.mark.parametrize("formula", ["0*x", "log(-1 - x^2)", "1/x"])
def test_scales_are_positive_on_odd_ground(formula: str) -> None:
    assert all(scale > 0 for scale in scales_of(SurfaceSpec(formula=formula)))


def test_scales_of_the_bowl() -> None:
    scales = surface_scales(build_surface(SurfaceSpec("bowl")))
    assert scales.curvature_scale == pytest.approx(2.0)
    assert scales.diagonal == pytest.approx(200**0.5)
    # Within a square of half side 5 the median radius is 5 sqrt(2/pi).
    assert scales.gradient_scale == pytest.approx(2 * 5 * (2 / 3.14159) ** 0.5, rel=0.02)


@pytest.mark.parametrize("count", [1, 2, 3, 8, 101])
def test_quantile_and_median_are_numpys(count: int) -> None:
    values = np.random.default_rng(count).normal(size=count) * 1e3
    for share in (0.0, 0.3, 0.5, 0.95, 1.0):
        assert _quantile(values, share) == np.quantile(values, share)
    assert _median(values) == np.median(values)
