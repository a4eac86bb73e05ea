from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from surfaces import Array, CriticalPoint, Surface, SurfaceSpec, build_surface
from surfaces.basins import GRID, NOWHERE, find_basins, map_axes, map_index


def basin_at(surface: Surface, x: float, y: float, minima: tuple[CriticalPoint, ...] | None = None) -> int:
    basins = find_basins(surface, surface.minima if minima is None else minima)
    return int(basins.labels[map_index(surface.bounds, np.array([x]), np.array([y]))[0]])


def flowed(surface: Surface, params: Array) -> Array:
    """Where gradient flow leads lanes of points: steps of half the inverse curvature, half a cell at the most."""
    x0, x1, y0, y1 = surface.bounds
    cell = min(x1 - x0, y1 - y0) / (GRID - 1)
    for _ in range(3000):
        gradient = surface.gradient(params)
        curvature = np.abs(np.linalg.eigvalsh(surface.hessian(params))).max(axis=-1)
        length = np.linalg.norm(gradient, axis=-1)
        rate = np.minimum(0.5 / curvature, 0.5 * cell / np.maximum(length, 1e-300))
        params = params - rate[:, None] * gradient
    return params


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("bowl", 1),
        ("rosenbrock", 1),
        ("rotated-quadratic", 1),
        ("bending-ravine", 1),
        ("absolute-value", 1),
        ("saddle", 2),
        ("dip", 2),
        ("double-well", 2),
        ("goldstein-price", 4),
        ("himmelblau", 4),
        ("six-wells", 6),
        ("bumps", 9),
        ("rastrigin", 121),
        ("sine-neuron", 6),
    ],
)
def test_there_are_as_many_basins_as_minima(name: str, count: int) -> None:
    surface = build_surface(SurfaceSpec(name))
    assert find_basins(surface, surface.minima).inner.sum() == count


@pytest.mark.parametrize("name", ["dip", "himmelblau", "six-wells", "three-hump-camel", "mccormick"])
def test_water_runs_where_gradient_flow_leads(name: str) -> None:
    surface = build_surface(SurfaceSpec(name))
    x0, x1, y0, y1 = surface.bounds
    starts = np.random.default_rng(1).uniform((x0, y0), (x1, y1), (400, 2))
    places = np.array([point.params for point in surface.minima])
    ends = np.linalg.norm(flowed(surface, starts)[:, None] - places, axis=-1).argmin(axis=1)
    basins = find_basins(surface, surface.minima)
    of_minimum = basins.labels[map_index(surface.bounds, *places.T)]
    index = map_index(surface.bounds, *starts.T)
    right = basins.labels[index] == of_minimum[ends]
    assert right.mean() >= 0.985
    assert right[basins.clear[index]].mean() >= 0.995


def test_a_ravine_aslant_of_the_grid_has_no_pits_of_its_own() -> None:
    spec = SurfaceSpec(formula="0.01*(x + 0.7*y)^2 + 300*(y - 0.7*x)^2", bounds=(-5.0, 5.0, -5.0, 5.0))
    assert len(find_basins(build_surface(spec), ()).inner) == 1


def test_basins_of_known_minima_stay_apart_however_shallow_they_are() -> None:
    surface = build_surface(SurfaceSpec(formula="(x^2 - 0.0016)^2 + y^2", bounds=(-2.0, 2.0, -2.0, 2.0)))
    known = tuple(CriticalPoint((x, 0.0), 0.0, "minimum") for x in (-0.04, 0.04))
    assert basin_at(surface, -1.0, 0.0, known) != basin_at(surface, 1.0, 0.0, known)


def test_a_way_down_that_leads_out_has_no_minimum_within() -> None:
    surface = build_surface(SurfaceSpec("plane"))
    basins = find_basins(surface, ())
    assert basins.inner.tolist() == [False]
    assert not basins.clear.any()
    assert basins.bottoms.tolist() == [[-5.0, -5.0, pytest.approx(-50.5)]]


def test_a_known_minimum_on_the_edge_is_within() -> None:
    surface = build_surface(SurfaceSpec(formula="x^2 + y^2", bounds=(0.0, 4.0, -2.0, 2.0)))
    assert not find_basins(surface, ()).inner.any()
    assert find_basins(surface, (CriticalPoint((0.0, 0.0), 0.0, "minimum"),)).inner.all()


def test_known_minima_off_the_map_are_passed_over() -> None:
    surface = build_surface(SurfaceSpec("plane"))
    assert not find_basins(surface, (CriticalPoint((50.0, 0.0), 0.0, "minimum"),)).inner.any()


def test_where_the_loss_is_not_finite_there_is_no_basin() -> None:
    surface = build_surface(SurfaceSpec(formula="x - log(x) + y^2", bounds=(-2.0, 6.0, -2.0, 2.0)))
    assert basin_at(surface, -1.0, 0.0) == NOWHERE
    assert basin_at(surface, 4.0, 1.0) == basin_at(surface, 0.5, -1.0) != NOWHERE


def test_a_loss_that_is_nowhere_finite_has_none() -> None:
    surface = build_surface(SurfaceSpec(formula="log(-1 - x^2) + y", bounds=(-1.0, 1.0, -1.0, 1.0)))
    assert (find_basins(surface, ()).labels == NOWHERE).all()


def test_level_ground_is_one_basin() -> None:
    surface = build_surface(SurfaceSpec(formula="max(0, x - 2)^2 + 0*y", bounds=(-5.0, 5.0, -5.0, 5.0)))
    assert len(find_basins(surface, ()).inner) == 1


def test_beside_a_ridge_the_map_is_not_sure() -> None:
    surface = build_surface(SurfaceSpec("double-well"))
    basins = find_basins(surface, surface.minima)
    x, _ = map_axes(surface.bounds)
    unsure = np.unique(np.nonzero(~basins.clear.reshape(GRID, GRID))[1])
    assert x[unsure].min() > 0.03
    assert x[unsure].max() < 0.12


def test_places_off_the_map_are_looked_up_on_its_edge() -> None:
    index: Any = map_index((0.0, 2.0, 0.0, 2.0), np.array([-1e300, 1e300, 1.0]), np.array([0.0, 2.0, 1.0]))
    assert index.tolist() == [0, GRID * GRID - 1, GRID * GRID // 2]


def test_a_map_is_made_once() -> None:
    surface = build_surface(SurfaceSpec("dip"))
    assert find_basins(surface, surface.minima) is find_basins(surface, surface.minima)
