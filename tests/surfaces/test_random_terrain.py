"""Random terrain: repeatable, and with the wells that were asked for."""

from __future__ import annotations

import math

import pytest

from surfaces import SurfaceError, SurfaceSpec
from surfaces.critical_points import critical_point
from surfaces.features import MOST_FEATURES
from surfaces.random_terrain import MOST_WELLS, random_terrain
from surfaces.terrain import sculpted

BOUNDS = (-5.0, 5.0, -4.0, 4.0)


def test_the_same_seed_gives_the_same_features() -> None:
    assert random_terrain(7, 4, 0.6, BOUNDS) == random_terrain(7, 4, 0.6, BOUNDS)
    assert random_terrain(7, 4, 0.6, BOUNDS) != random_terrain(8, 4, 0.6, BOUNDS)


@pytest.mark.parametrize("roughness", [0.0, 0.5, 1.0])
@pytest.mark.parametrize("wells", [1, 2, 5, MOST_WELLS])
def test_every_well_holds_a_minimum_of_its_own(wells: int, roughness: float) -> None:
    for seed in range(12):
        features = random_terrain(seed, wells, roughness, BOUNDS)
        surface = sculpted(SurfaceSpec(formula="0", bounds=BOUNDS, features=features))
        sunk = [feature for feature in features if feature.kind == "well"]
        assert len(sunk) == wells
        found = set()
        for well in sunk:
            point = critical_point(surface, (well.x, well.y))
            assert point is not None
            assert point.kind == "minimum"
            assert math.dist(point.params, (well.x, well.y)) < max(well.width, well.length)
            found.add(tuple(round(value, 6) for value in point.params))
        assert len(found) == wells


def test_roughness_adds_hills_and_ripples() -> None:
    kinds = [[feature.kind for feature in random_terrain(3, 3, share, BOUNDS)] for share in (0.0, 0.5, 1.0)]
    assert set(kinds[0]) == {"well"}
    assert 0 < kinds[1].count("hill") <= kinds[2].count("hill")
    assert kinds[2].count("ripple") == 2


def test_the_roughest_terrain_with_most_wells_is_still_one_formula() -> None:
    features = random_terrain(0, MOST_WELLS, 1.0, BOUNDS)
    assert len(features) <= MOST_FEATURES
    sculpted(SurfaceSpec(formula="x^2/20 + y^2", features=features))


def test_depths_follow_the_scale() -> None:
    depths = [[well.height for well in random_terrain(2, 5, 0.0, BOUNDS, scale=scale)] for scale in (1.0, 100.0)]
    assert [round(100 * depth, 9) for depth in depths[0]] == pytest.approx(depths[1], rel=2e-3)


@pytest.mark.parametrize(("wells", "roughness"), [(0, 0.5), (MOST_WELLS + 1, 0.5), (3, -0.1), (3, 1.1)])
def test_wishes_out_of_range_are_refused(wells: int, roughness: float) -> None:
    with pytest.raises(SurfaceError):
        random_terrain(0, wells, roughness, BOUNDS)
