"""The critical points of other data than the row's own."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from surfaces import SurfaceSpec, build_surface
from surfaces.critical_points import critical_point
from surfaces.data.models import MODEL_OF_ROW
from surfaces.data.show import data_of


@pytest.mark.parametrize("row", MODEL_OF_ROW)
def test_every_point_is_where_polishing_it_alone_ends(row: str) -> None:
    spec = SurfaceSpec(name=row)
    surface = build_surface(replace(spec, data=replace(data_of(spec), l2=0.01)))
    points = surface.minima + surface.saddles + surface.maxima
    assert surface.minima
    for point in points:
        alone = critical_point(surface, point.params)
        assert alone is not None
        assert alone.params == pytest.approx(point.params, abs=1e-9)
        assert alone.kind == point.kind
        assert alone.value == pytest.approx(point.value, abs=1e-12)
        assert np.abs(surface.gradient(np.array(point.params))).max() < 1e-9


def test_noise_keeps_the_wells_of_the_sine_neuron() -> None:
    spec = SurfaceSpec(name="sine-neuron")
    surface = build_surface(replace(spec, data=replace(data_of(spec), noise=0.12)))
    assert len(surface.minima) == 6
    assert surface.minima[0].params == pytest.approx((2.0, 0.5), abs=0.05)
