"""Where handles are, what is under the pointer, and what drags make of features."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPointF

from gui.views.feature_shapes import (
    LEAST,
    Grip,
    dragged,
    handles,
    is_inside,
    lifted,
    nearest,
    outline,
    to_own,
    to_plane,
    under,
)
from surfaces import Feature
from surfaces.features import FEATURES

SIZE = 10.0
HILL = Feature("hill", 1.0, -1.0, 2.0, 0.5, 1.5, 30.0)


def pixels(x: float, y: float) -> QPointF:
    """A map of 50 pixels for each unit, 20 upwards."""
    return QPointF(300.0 + 50.0 * x, 200.0 - 20.0 * y)


def plane(place: QPointF) -> tuple[float, float]:
    return (place.x() - 300.0) / 50.0, (200.0 - place.y()) / 20.0


def drag(feature: Feature, name: str, to: QPointF, side: int = 1, *, snap: bool = False) -> Feature:
    handle = next(h for h in handles(feature, pixels) if (h.name, h.side) == (name, side))
    grip = Grip(0, feature, name, side, plane(handle.place), handle.place)
    return dragged(grip, plane(handle.place + to), handle.place + to, SIZE, snap=snap)


@pytest.mark.parametrize("kind", FEATURES)
def test_own_coordinates_go_there_and_back(kind: str) -> None:
    feature = Feature(kind, 1.0, -1.0, 2.0, 0.5, 1.5, -70.0)
    (x, y), *_ = to_plane(feature, np.array([0.3]), np.array([-0.8])).tolist()
    assert to_own(feature, x, y) == pytest.approx((0.3, -0.8))


@pytest.mark.parametrize("kind", FEATURES)
def test_the_outline_parts_inside_from_outside(kind: str) -> None:
    feature = Feature(kind, 1.0, -1.0, 2.0, 0.5, 1.5, 40.0)
    center = np.array([feature.x, feature.y])
    points = outline(feature)
    for x, y in points[np.isfinite(points).all(axis=1)]:
        away = np.array([x, y]) - center
        assert is_inside(feature, *(center + 0.98 * away))
        assert not is_inside(feature, *(center + 1.02 * away))


@pytest.mark.parametrize("kind", FEATURES)
def test_a_kind_has_the_handles_of_its_numbers(kind: str) -> None:
    names = {handle.name for handle in handles(Feature(kind, 0, 0, 1, 1, 1), pixels)}
    assert names == {"center", "width", "angle", "height"} | ({"length"} if FEATURES[kind].has_length else set())


def test_handles_of_a_tiny_feature_keep_apart() -> None:
    tiny = Feature("well", 0.0, 0.0, 1.0, 1e-6, 1e-6)
    places = {(handle.name, handle.side): handle.place for handle in handles(tiny, pixels)}
    assert (places["width", 1] - places["center", 1]).x() == pytest.approx(LEAST)
    assert (places["length", 1] - places["center", 1]).y() == pytest.approx(-LEAST)


@pytest.mark.parametrize("side", [1, -1])
def test_pulling_either_side_outwards_widens(side: int) -> None:
    level = Feature("hill", 0.0, 0.0, 1.0, 0.5, 1.5)
    assert drag(level, "width", QPointF(25.0 * side, 7.0), side).width == pytest.approx(1.0)
    assert drag(level, "length", QPointF(7.0, -20.0 * side), side).length == pytest.approx(2.5)


def test_a_side_pushed_through_the_centre_stops_at_the_least_width() -> None:
    assert 0.0 < drag(HILL, "width", QPointF(-500.0, 0.0)).width < 0.1


def test_the_angle_is_a_whole_degree_or_snaps() -> None:
    level = Feature("ridge", 0.0, 0.0, 1.0, 0.5, 1.5)
    turned = drag(level, "angle", QPointF(-49.0, -20.0))
    assert turned.angle == 90.0
    snapped = drag(level, "angle", QPointF(-11.0, -8.0), snap=True)
    assert snapped.angle == 30.0
    assert -180.0 <= drag(level, "angle", QPointF(-120.0, 3.0)).angle < 180.0


def test_a_hill_grows_and_a_well_gets_shallower_upwards() -> None:
    assert lifted(HILL, 1.0).height == 4.0
    assert lifted(Feature("well", 0, 0, 2.0, 1, 1), 1.0).height == 1.0
    assert lifted(Feature("well", 0, 0, 0.0, 1, 1), 1.0).height == 0.0


def test_the_nearest_handle_is_taken_and_the_height_only_of_the_selected() -> None:
    level = Feature("hill", 0.0, 0.0, 1.0, 1.0, 3.0)
    features = (level, Feature("well", 3.0, 0.0, 1.0, 1.0, 3.0))
    lift = next(handle.place for handle in handles(level, pixels) if handle.name == "height")
    assert nearest(features, lift, pixels, full=-1) is None
    found = nearest(features, lift, pixels, full=0)
    assert found is not None
    assert found[1].name == "height"
    found = nearest(features, pixels(3.0, 0.0) + QPointF(3.0, 2.0), pixels, full=0)
    assert found is not None
    assert (found[0], found[1].name) == (1, "center")


def test_under_the_pointer_is_the_smallest_unless_another_is_selected() -> None:
    features = (Feature("hill", 0, 0, 1, 3, 3), Feature("well", 0, 0, 1, 1, 1))
    assert under(features, 0.1, 0.1, -1) == 1
    assert under(features, 0.1, 0.1, 0) == 0
    assert under(features, 2.5, 0.0, -1) == 0
    assert under(features, 9.0, 0.0, -1) == -1
