"""The box around a landscape: floor with its grid, axes with round numbers; plain lines and texts to draw."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from gui.numbers import format_number
from gui.relief.block import GROUND, RANGE

if TYPE_CHECKING:
    from gui.relief.block import Block
    from gui.relief.camera import Array, Camera

TOP = GROUND + RANGE
TICK_ROOM = 52.0
"""Numbers on an axis are at least so many pixels apart …"""
LOSS_ROOM = 24.0
"""… and upwards so many."""
LEAST_AXIS = 36.0
"""An axis seen shorter than this has no numbers."""
_MANTISSAS = (1.0, 2.0, 5.0, 10.0)


class Line(NamedTuple):
    """A straight line on the picture plane; its role says how it looks: "grid", "edge" or "tick"."""

    start: tuple[float, float]
    stop: tuple[float, float]
    role: str


class Text(NamedTuple):
    """A text beside a place on the picture plane, in a direction (u, v) of length 1; names are set in italics."""

    place: tuple[float, float]
    toward: tuple[float, float]
    text: str
    is_name: bool = False


class Drawing(NamedTuple):
    """What stands around a landscape."""

    floor: Array
    """The floor's corners (4, 2) on the picture plane."""
    lines: tuple[Line, ...]
    texts: tuple[Text, ...]


class _Axis(NamedTuple):
    """An edge of the box with numbers: from and to in the world, outwards, places along it, their texts, its name."""

    start: Array
    stop: Array
    outward: Array
    parts: tuple[float, ...]
    texts: tuple[str, ...]
    name: str


def frame(block: Block, camera: Camera, scale: float, names: tuple[str, str, str] = ("x", "y", "loss")) -> Drawing:
    """Return floor, box and axes as a camera sees them at so many pixels per unit."""
    (a, b), away = block.half, camera.away
    back = np.array([math.copysign(a, away[0]), math.copysign(b, away[1])])
    floor = camera.project(np.array([[-a, -b, 0.0], [a, -b, 0.0], [a, b, 0.0], [-a, b, 0.0]]))[:, :2]
    axes = [_across(block, camera, scale, back, names[0]), _up(block, camera, scale, back, names[1])]
    lines = _grid(camera, axes, block) + _walls(camera, back)
    lines += [Line(_pair(floor[i]), _pair(floor[(i + 1) % 4]), "edge") for i in range(4)]
    axes.append(_losses(block, camera, scale, names[2]))
    texts: list[Text] = []
    for axis in axes:
        _number(axis, camera, scale, lines, texts)
    return Drawing(floor, tuple(lines), tuple(texts))


def _across(block: Block, camera: Camera, scale: float, back: Array, name: str) -> _Axis:
    """Return the axis of x: the floor's edge towards the viewer."""
    y, (a, _) = -back[1], block.half
    start, stop = np.array([-a, y, 0.0]), np.array([a, y, 0.0])
    values = ticks(block.region[0], block.region[1], _length(camera, start, stop) * scale / TICK_ROOM)
    return _axis(start, stop, np.array([0.0, np.sign(y), 0.0]), values, block.region[:2], name)


def _up(block: Block, camera: Camera, scale: float, back: Array, name: str) -> _Axis:
    x, (_, b) = -back[0], block.half
    start, stop = np.array([x, -b, 0.0]), np.array([x, b, 0.0])
    values = ticks(block.region[2], block.region[3], _length(camera, start, stop) * scale / TICK_ROOM)
    return _axis(start, stop, np.array([np.sign(x), 0.0, 0.0]), values, block.region[2:], name)


def _axis(start: Array, stop: Array, outward: Array, values: list[float], ends: tuple[float, ...], name: str) -> _Axis:
    parts = tuple((value - ends[0]) / (ends[1] - ends[0]) for value in values)
    step = values[1] - values[0] if len(values) > 1 else 1.0
    largest = max(abs(ends[0]), abs(ends[1]), step)
    digits = min(max(3, math.ceil(math.log10(largest / step)) + 2), 15)
    return _Axis(start, stop, outward, parts, tuple(format_number(value, digits) for value in values), name)


def _losses(block: Block, camera: Camera, scale: float, name: str) -> _Axis:
    """Return the upright axis: the edge of the box that is farthest to the left."""
    (a, b), right = block.half, camera.right
    corner = np.array([-math.copysign(a, right[0]), -math.copysign(b, right[1])])
    start, stop = np.array([*corner, GROUND]), np.array([*corner, TOP])
    values = list(loss_ticks(block, int(_length(camera, start, stop) * scale / LOSS_ROOM)))
    heights = block.scale.heights(np.array(values)).tolist()
    outward = np.array([-right[0], -right[1], 0.0])
    return _Axis(start, stop, outward, tuple(heights), tuple(format_number(value, 3) for value in values), name)


def _grid(camera: Camera, axes: list[_Axis], block: Block) -> list[Line]:
    """Lines across the floor at the numbers of its two axes."""
    lines = []
    for axis, size in zip(axes, reversed(block.half), strict=True):
        for part in axis.parts:
            at = axis.start + part * (axis.stop - axis.start)
            lines.append(_line(camera, at, at - 2 * size * axis.outward, "grid"))
    return lines


def _walls(camera: Camera, back: Array) -> list[Line]:
    """The three upright edges and the two upper ones behind the landscape."""
    left, right = np.array([back[0], -back[1]]), np.array([-back[0], back[1]])
    lines = [_line(camera, np.array([*at, 0.0]), np.array([*at, TOP]), "grid") for at in (left, back, right)]
    return lines + [_line(camera, np.array([*back, TOP]), np.array([*at, TOP]), "grid") for at in (left, right)]


def _number(axis: _Axis, camera: Camera, scale: float, lines: list[Line], texts: list[Text]) -> None:
    """Add ticks, numbers and the name of an axis, if it is not seen end on."""
    if _length(camera, axis.start, axis.stop) * scale < LEAST_AXIS:
        return
    toward = camera.project(axis.outward[None, :])[0, :2]
    toward = toward / max(float(np.hypot(*toward)), 1e-12)
    for part, text in zip(axis.parts, axis.texts, strict=True):
        at = camera.project((axis.start + part * (axis.stop - axis.start))[None, :])[0, :2]
        lines.append(Line(_pair(at), _pair(at + 5.0 / scale * toward), "tick"))
        texts.append(Text(_pair(at + 5.0 / scale * toward), _pair(toward), text))
    if axis.start[2] != axis.stop[2]:
        top = camera.project(axis.stop[None, :])[0, :2]
        lines.append(_line(camera, axis.start, axis.stop, "edge"))
        texts.append(Text(_pair(top + np.array([0.0, 10.0 / scale])), (0.0, 1.0), axis.name, is_name=True))
    else:
        middle = camera.project(((axis.start + axis.stop) / 2)[None, :])[0, :2]
        texts.append(Text(_pair(middle + 27.0 / scale * toward), _pair(toward), axis.name, is_name=True))


def ticks(low: float, high: float, most: float) -> list[float]:
    """Return at most so many (and seven) multiples of 1, 2 or 5 times a power of ten in an interval."""
    step = _nice((high - low) / min(max(most, 1.0), 7.0))
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    return [_clean(i * step, step) for i in range(first, last + 1)]


@lru_cache(32)
def loss_ticks(block: Block, most: int) -> tuple[float, ...]:
    """Return round losses at about even heights, about so many (two to six)."""
    if block.scale.is_flat:
        return tuple(block.scale.losses[:1].tolist())
    low, high = float(block.scale.losses[0]), float(block.scale.losses[-1])
    gap = 0.8 / min(max(most, 2), 6)
    found: list[float] = []
    for height in np.linspace(0.0, 1.0, 13).tolist():
        near = np.clip([height - gap / 2, height, height + gap / 2], 0.0, 1.0)
        below, here, above = block.scale.losses_at(near).tolist()
        step = _nice((above - below) / 4) if above > below else 0.0
        value = _clean(round(here / step) * step, step) if step > 0.0 else here
        others = block.scale.heights(np.array([value, *found]))
        if low <= value <= high and (np.abs(others[1:] - others[0]) >= gap).all():
            found.append(value)
    return tuple(found)


def _nice(raw: float) -> float:
    power = 10.0 ** math.floor(math.log10(raw))
    return next(digit * power for digit in _MANTISSAS if digit * power >= raw * (1 - 1e-9))


def _clean(value: float, step: float) -> float:
    """Strip the binary dust from a multiple of a round step."""
    return round(value, min(300, 2 - math.floor(math.log10(step))))


def _length(camera: Camera, start: Array, stop: Array) -> float:
    ends = camera.project(np.stack([start, stop]))[:, :2]
    return float(np.hypot(*(ends[1] - ends[0])))


def _line(camera: Camera, start: Array, stop: Array, role: str) -> Line:
    ends = camera.project(np.stack([start, stop]))
    return Line(_pair(ends[0]), _pair(ends[1]), role)


def _pair(place: Array) -> tuple[float, float]:
    return float(place[0]), float(place[1])
