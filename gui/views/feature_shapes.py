"""What the hands that sculpt go by: where handles are, what is under the pointer, what a drag makes of a feature."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF

from surfaces.features import FEATURES, axes_of, tidy

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy.typing as npt

    from surfaces.surface import Feature

    Array = npt.NDArray[np.float64]
    ToPixels = Callable[[float, float], QPointF]

REACH = 10.0
"""A handle is taken hold of within so many pixels."""
LEAST = 14.0
"""So far from the centre the side handles stay, however small a feature looks."""
TURNER = 24.0
"""How far beyond its side the handle that turns a feature is."""
LIFTER = 26.0
"""How far from the centre the handle is that raises and lowers it."""
DOUBLING = 60.0
"""Over so many pixels a height doubles."""
SNAP = 15.0
_TURN = np.linspace(0.0, 2.0 * math.pi, 91)


@dataclass(frozen=True)
class Handle:
    """A place to take hold of; `name` is "center", "width", "length", "angle" or "height", `side` 1 or −1."""

    name: str
    place: QPointF
    side: int = 1


@dataclass(frozen=True)
class Grip:
    """What the mouse holds: a feature as it was, by which handle, and where it was taken."""

    index: int
    feature: Feature
    handle: str
    side: int
    at: tuple[float, float]
    pixel: QPointF


def to_plane(feature: Feature, u: Array, v: Array) -> Array:
    """Places (n, 2) in the plane of a feature's own coordinates."""
    cosine, sine = axes_of(feature)
    across, along = u * feature.width, v * feature.length
    return np.stack([feature.x + across * cosine - along * sine, feature.y + across * sine + along * cosine], axis=-1)


def to_own(feature: Feature, x: float, y: float) -> tuple[float, float]:
    """A feature's own coordinates of a place in the plane."""
    cosine, sine = axes_of(feature)
    dx, dy = x - feature.x, y - feature.y
    return (dx * cosine + dy * sine) / feature.width, (dy * cosine - dx * sine) / feature.length


def outline(feature: Feature) -> Array:
    """The line a feature is shown by, points (n, 2), pieces parted by NaN."""
    u, v = np.cos(_TURN), np.sin(_TURN)
    if feature.kind == "step":
        side, gap = np.linspace(-1.0, 1.0, 33), np.array([np.nan])
        u, v = np.repeat([-1.0, np.nan, 1.0], [33, 1, 33]), np.concatenate([side, gap, side])
    elif feature.kind == "ripple":  # its length is a radius
        u = u * feature.length / feature.width
    elif feature.kind in ("ridge", "valley"):  # u² + v⁴ = 1, in even steps of the angle
        reach = np.sqrt(2.0 / (u**2 + np.sqrt(u**4 + 4.0 * v**4)))
        u, v = u * reach, v * reach
    return to_plane(feature, u, v)


def is_inside(feature: Feature, x: float, y: float) -> bool:
    """Whether a place lies within a feature's outline."""
    u, v = to_own(feature, x, y)
    if feature.kind == "step":
        return abs(u) <= 1.0 and abs(v) <= 1.0
    if feature.kind == "ripple":
        return math.hypot(x - feature.x, y - feature.y) <= feature.length
    return u * u + v ** (4 if feature.kind in ("ridge", "valley") else 2) <= 1.0


def handles(feature: Feature, to_pixels: ToPixels) -> tuple[Handle, ...]:
    """The handles of a feature, its centre last."""
    center = to_pixels(feature.x, feature.y)
    ends = to_plane(feature, np.array([1.0, 0.0]), np.array([0.0, 1.0])).tolist()
    across, along = (to_pixels(*end) - center for end in ends)
    u, v = _direction(across), _direction(along)
    wide = u * max(_length(across), LEAST)
    found = [Handle("width", center + wide, 1), Handle("width", center - wide, -1)]
    if FEATURES[feature.kind].has_length:
        long = v * max(_length(along), LEAST)
        found += [Handle("length", center + long, 1), Handle("length", center - long, -1)]
    beyond = u * (max(_length(across), LEAST) + TURNER)
    lift = _direction(u + v) * LIFTER
    lift = lift if lift.y() * FEATURES[feature.kind].sign <= 0 else -lift
    return (*found, Handle("angle", center + beyond), Handle("height", center + lift), Handle("center", center))


def nearest(
    features: tuple[Feature, ...], position: QPointF, to_pixels: ToPixels, full: int
) -> tuple[int, Handle] | None:
    """The handle in reach that is nearest; only the feature `full` has one for its height."""
    best: tuple[int, Handle] | None = None
    least = REACH
    for index, feature in enumerate(features):
        for handle in handles(feature, to_pixels):
            away = _length(handle.place - position) - (2.0 if index == full else 0.0)
            if away < least and (handle.name != "height" or index == full):
                least, best = away, (index, handle)
    return best


def under(features: tuple[Feature, ...], x: float, y: float, full: int) -> int:
    """Index of the feature around a place: `full` if it is, else the smallest; −1 for none."""
    around = [index for index, feature in enumerate(features) if is_inside(feature, x, y)]
    if full in around:
        return full
    return min(around, key=lambda index: features[index].width * features[index].length, default=-1)


def dragged(grip: Grip, at: tuple[float, float], pixel: QPointF, size: float, *, snap: bool) -> Feature:
    """The feature after its grip was carried to a place; `size` is that of the view, for tidy numbers."""
    feature, (x, y), (x0, y0) = grip.feature, at, grip.at
    least = tidy(size / 200.0, size / 10.0)
    if grip.handle == "center":
        return replace(feature, x=tidy(feature.x + x - x0, size), y=tidy(feature.y + y - y0, size))
    if grip.handle == "height":
        return lifted(feature, (grip.pixel.y() - pixel.y()) / DOUBLING)
    if grip.handle == "angle":
        turned = math.atan2(y - feature.y, x - feature.x) - math.atan2(y0 - feature.y, x0 - feature.x)
        angle = feature.angle + math.degrees(turned)
        unit = SNAP if snap else 1.0
        return replace(feature, angle=(round(angle / unit) * unit + 180.0) % 360.0 - 180.0)
    (u, v), (u0, v0) = to_own(feature, x, y), to_own(feature, x0, y0)
    if grip.handle == "width":
        return replace(feature, width=max(tidy(feature.width * (1.0 + grip.side * (u - u0)), size), least))
    return replace(feature, length=max(tidy(feature.length * (1.0 + grip.side * (v - v0)), size), least))


def lifted(feature: Feature, doublings: float) -> Feature:
    """The feature with the ground raised there: a hill grows, a well gets shallower."""
    height = feature.height * 2.0 ** (doublings * FEATURES[feature.kind].sign)
    return replace(feature, height=tidy(height, height) if height > 0.0 else 0.0)


def _length(vector: QPointF) -> float:
    return math.hypot(vector.x(), vector.y())


def _direction(vector: QPointF) -> QPointF:
    length = _length(vector)
    return QPointF(vector.x() / length, vector.y() / length) if length > 0.0 else QPointF(1.0, 0.0)
