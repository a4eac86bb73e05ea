"""Lines along which the slope of a surface made of data jumps: an L1 penalty's axes, the samples of a ReLU."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from surfaces import CATALOGUE, Array, SurfaceSpec, build_surface
from surfaces.contours import contours
from surfaces.data.surface import DataSurface


def surface_of(name: str, **changes: object) -> DataSurface:
    row = CATALOGUE[name]
    assert row.data is not None
    made = build_surface(SurfaceSpec(name, data=replace(row.data, **changes)))  # type: ignore[arg-type]
    assert isinstance(made, DataSurface)
    return made


def test_an_l1_penalty_has_its_kinks_on_the_axes() -> None:
    axis = np.linspace(-2.0, 2.0, 9)
    assert contours(surface_of("two-features"), (-2.0, 2.0, -2.0, 2.0), (9, 9), spacing="log").kinks.size == 0
    lines = contours(surface_of("two-features", l1=1.0), (-2.0, 2.0, -2.0, 2.0), (9, 9), spacing="log").kinks
    points = lines[np.isfinite(lines).all(axis=1)]
    assert len(points) >= 2 * axis.size - 2
    assert (np.abs(points).min(axis=1) < 1e-12).all()


def kinks_of(surface: DataSurface) -> Array:
    """Points on the lines of kinks."""
    lines = contours(surface, (-2.0, 2.0, -3.0, 3.0), (41, 41), spacing="log").kinks
    return lines[np.isfinite(lines).all(axis=1)]


def test_a_relu_has_its_kinks_on_the_lines_of_its_samples() -> None:
    inputs = np.array([0.5, -1.0, 2.0, 0.5, 0.0])
    points = tuple((x, 1.0) for x in inputs.tolist())
    surface = surface_of("relu-neuron", points=points, generator="")
    found = kinks_of(surface)
    away = np.abs(found[:, :1] * inputs + found[:, 1:])
    assert (away.min(axis=1) < 1e-12).all()
    assert ((away < 1e-12).sum(axis=0) > 20).all()  # every sample has its line, also those that are alike
    alone = found[(away < 1e-3).sum(axis=1) == 1]
    across = np.stack([inputs[away.argmin(axis=1)], np.ones(len(found))], axis=1)[(away < 1e-3).sum(axis=1) == 1]
    jumps = surface.gradient(alone + 1e-6 * across) - surface.gradient(alone - 1e-6 * across)
    assert (np.hypot(*jumps.T) > 0.1).all()  # and there the slope does jump


def test_of_many_samples_the_lines_of_the_smallest_and_the_largest_input_are_shown() -> None:
    surface = surface_of("relu-neuron")
    inputs = surface._columns[0]
    found = kinks_of(surface)
    ends = np.abs(found[:, :1] * (inputs.min(), inputs.max()) + found[:, 1:])
    assert (ends.min(axis=1) < 1e-12).all()
    assert ((ends < 1e-12).sum(axis=0) > 20).all()
    for place in ((1.0, -2.5), (-1.0, -0.5), (-1.0, 2.5)):  # beyond both lines all neurons are off, or all are on
        is_on = inputs * place[0] + place[1] > 0.0
        assert is_on.all() or not is_on.any()
        assert np.any(surface.gradient(np.array(place))) == is_on.all()


def test_a_penalty_s_kinks_come_with_the_samples() -> None:
    grid = np.linspace(-1.0, 1.0, 5)
    assert [len(surface_of("relu-neuron", l1=l1).kinks_on_grid(grid, grid)) for l1 in (0.0, 0.1)] == [2, 4]
    assert [len(surface_of("tanh-network", l1=l1).kinks_on_grid(grid, grid)) for l1 in (0.0, 0.1)] == [0, 2]
