"""The picture of a landscape by its floating horizon: exact hidden surfaces for every pixel, without polygons.

The landscape is a height above a plane and the camera orthographic and upright, so a column of pixels sees one
vertical slice of it: the points above a straight line on the floor. Walking along that line away from the viewer, a
pixel shows the landscape where the slice first rises above everything nearer (its upper side) or first sinks below
everything nearer (its underside). T. J. Wright, "A two-space solution to the hidden line problem for plotting
functions of two variables", IEEE Transactions on Computers C-22 (1973). All columns are walked at once.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import numpy.typing as npt

from gui.relief.block import bilinear
from gui.relief.palette import LIGHTS, TONES, Palette

if TYPE_CHECKING:
    from gui.relief.block import Block
    from gui.relief.camera import Array, Camera

Pixels = npt.NDArray[np.uint32]
Mask = npt.NDArray[np.bool_]

WIDE_STEPS = 300
"""Pictures with so many points along a slice are made to be shown smaller than they are."""
LIGHT = (-0.45, 0.35, 0.82)
"""Where light comes from as the viewer sees it: right, away, up."""
_EDGE_LIGHT = 0.7
"""Beside a hole, where the landscape has no normal."""


class Window(NamedTuple):
    """The part of the picture plane shown, and the size of the picture in pixels."""

    u0: float
    v0: float
    scale: float
    """Pixels per unit."""
    width: int
    height: int


@dataclass(frozen=True, eq=False)
class Picture:
    """What a camera sees of a block; the first row is the lowest."""

    window: Window
    pixels: Pixels
    """Packed colours (height, width), 0 where the landscape is not."""
    depth: npt.NDArray[np.float32]
    """How far away the landscape is at each pixel, infinite where it is not."""

    def hides(self, projected: Array, tolerance: float) -> Mask:
        """Whether each of the points u, v, w (n, 3) lies behind the landscape by more than a tolerance.

        The farthest of the pixels around decides: what lies on the landscape is never hidden by its own pixel.
        """
        window, depth = self.window, self._around
        with np.errstate(invalid="ignore"):
            column = (projected[:, 0] - window.u0) * window.scale
            row = (projected[:, 1] - window.v0) * window.scale
            inside = (column >= 0) & (column < window.width) & (row >= 0) & (row < window.height)
        at = np.where(inside, row, 0).astype(np.intp), np.where(inside, column, 0).astype(np.intp)
        return np.asarray(inside & (projected[:, 2] > depth[at] + tolerance))

    @property
    def _around(self) -> npt.NDArray[np.float32]:
        if "_far" not in self.__dict__:
            padded = np.pad(self.depth, 1, mode="edge")
            far = self.depth
            rows, columns = self.depth.shape
            for dy in range(3):
                for dx in range(3):
                    far = np.maximum(far, padded[dy : dy + rows, dx : dx + columns])
            self.__dict__["_far"] = far
        return self.__dict__["_far"]  # type: ignore[no-any-return]


class _Slices(NamedTuple):
    """The slices of all columns that see the floor, shape (columns, steps)."""

    columns: npt.NDArray[np.intp]
    rise: npt.NDArray[np.float32]
    """Rows above the window's lowest one at which each point is seen."""
    tone: npt.NDArray[np.float32]
    light: npt.NDArray[np.float32]
    away: npt.NDArray[np.float32]


def render(block: Block, camera: Camera, window: Window, palette: Palette, steps: int) -> Picture:
    """Return what the camera sees, with so many points along every slice.

    With many of them the picture is meant to be shown smaller than it is, and contour lines are two pixels wide.
    """
    pixels = np.zeros((window.height, window.width), dtype=np.uint32)
    depth = np.full((window.height, window.width), np.inf, dtype=np.float32)
    slices = _slices(block, camera, window, steps)
    if len(slices.columns) and np.isfinite(slices.rise).any():
        step, upper = _first_seen(slices.rise, window.height)
        _paint(pixels, depth, slices, step, upper, palette, block.level_counts)
    return Picture(window, pixels, depth)


def _slices(block: Block, camera: Camera, window: Window, steps: int) -> _Slices:
    middles = window.u0 + (np.arange(window.width, dtype=np.float64) + 0.5) / window.scale
    heights, tones = block.heights32, block.tones32
    (rx, ry), (ax, ay), (lift, up) = camera.right, camera.away, camera.tilt
    first, last = _crossing(middles, block.half, (rx, ry), (ax, ay))
    columns = np.flatnonzero(last > first)
    u, enter, leave = (array[columns, None].astype(np.float32) for array in (middles, first, last))
    away = enter + np.linspace(0.0, 1.0, steps, dtype=np.float32) * (leave - enter)
    rows, across = block.values.shape
    at_x = np.clip(((u * rx + away * ax) / block.half[0] + 1) * (0.5 * (across - 1)), 0, across - 1)
    at_y = np.clip(((u * ry + away * ay) / block.half[1] + 1) * (0.5 * (rows - 1)), 0, rows - 1)
    rise = (lift * away + up * bilinear(heights, at_x, at_y) - window.v0) * window.scale
    nearest = (at_y + 0.5).astype(np.intp) * across + (at_x + 0.5).astype(np.intp)
    source = np.array([LIGHT[0] * rx + LIGHT[1] * ax, LIGHT[0] * ry + LIGHT[1] * ay, LIGHT[2]], dtype=np.float32)
    light = np.clip(block.normals @ (source / np.linalg.norm(source)), 0.0, 1.0)
    light[np.isnan(light)] = _EDGE_LIGHT
    tone = bilinear(tones, at_x, at_y)
    return _Slices(columns, rise, tone, light.ravel()[nearest], away)


def _crossing(
    u: Array, half: tuple[float, float], right: tuple[float, float], away: tuple[float, float]
) -> tuple[Array, Array]:
    """Where the line on the floor that each column sees enters and leaves the floor (Liang and Barsky, 1984)."""
    enter, leave = np.full(u.shape, -np.inf), np.full(u.shape, np.inf)
    for side, across, along in zip(half, right, away, strict=True):
        if abs(along) < 1e-12:
            outside = np.abs(u * across) > side
            enter, leave = np.where(outside, np.inf, enter), np.where(outside, -np.inf, leave)
            continue
        one, other = (-side - u * across) / along, (side - u * across) / along
        enter, leave = np.maximum(enter, np.minimum(one, other)), np.minimum(leave, np.maximum(one, other))
    return enter, leave


def _first_seen(rise: npt.NDArray[np.float32], height: int) -> tuple[npt.NDArray[np.int32], Mask]:
    """For every pixel (columns, height) the step that is first seen there, and whether from above.

    0 and `steps` mean that nothing is seen. The number of steps whose horizon lies below a pixel is counted by
    adding up, row by row, how many horizons are passed.
    """
    columns, steps = rise.shape
    top = np.fmax.accumulate(rise, axis=1)
    bottom = np.fmin.accumulate(rise, axis=1)
    unseen = np.isnan(top)
    passed = np.clip(np.ceil(np.where(unseen, 0.0, top) - 0.5), 0, height).astype(np.int64)
    reached = np.clip(np.ceil(np.where(unseen, height, bottom) - 0.5), 0, height).astype(np.int64)
    lane = np.arange(columns)[:, None] * (height + 1)

    def counted(rows: npt.NDArray[np.int64]) -> npt.NDArray[np.int32]:
        found = np.bincount((rows + lane).ravel(), minlength=columns * (height + 1)).reshape(columns, height + 1)
        return np.asarray(np.cumsum(found.astype(np.int32), axis=1)[:, :height])

    above = counted(passed)
    below = steps - counted(reached)
    first = np.argmax(~unseen, axis=1)
    start = passed[np.arange(columns), first]
    upper = np.arange(height) >= start[:, None]
    return np.where(upper, above, below).astype(np.int32), upper


def _paint(
    pixels: Pixels,
    depth: npt.NDArray[np.float32],
    slices: _Slices,
    step: npt.NDArray[np.int32],
    upper: Mask,
    palette: Palette,
    level_counts: npt.NDArray[np.int16],
) -> None:
    """Colour the pixels that show the landscape, between the two steps that enclose each."""
    _columns, steps = slices.rise.shape
    height = step.shape[1]
    seen = np.flatnonzero((step > 0) & (step < steps))
    column, row = np.divmod(seen, height)
    after = column * steps + step.ravel()[seen]
    rise, tone, light, away = (array.ravel() for array in slices[1:])
    with np.errstate(invalid="ignore", divide="ignore"):
        share = (row + np.float32(0.5) - rise[after - 1]) / (rise[after] - rise[after - 1])
    share = np.clip(share, 0.0, 1.0)
    solid = np.isfinite(share)
    seen, column, row, after, share = (array[solid] for array in (seen, column, row, after, share))

    def between(values: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
        before = values[after - 1]
        return np.asarray(before + share * (values[after] - before))

    tones = between(tone)
    lights = (between(light) * (LIGHTS - 1)).astype(np.intp)
    index = (tones * (TONES - 1)).astype(np.intp) * LIGHTS + lights
    top = upper.ravel()[seen]
    colors = np.where(top, palette.lit.ravel()[index], palette.below.ravel()[index])
    levels = np.full(step.shape, -1, dtype=np.int16)
    levels.ravel()[seen] = level_counts[(tones * (len(level_counts) - 1)).astype(np.intp)]
    line = _changes(levels, wide=steps >= WIDE_STEPS).ravel()[seen]
    colors[line] = _mixed(colors[line], palette.line, palette.line_share)
    target = slices.columns[column]
    pixels[row, target] = colors
    depth[row, target] = between(away)


def _changes(levels: npt.NDArray[np.int16], *, wide: bool) -> Mask:
    """Where a pixel lies between other levels than the next one up or to the right; the next one too if wide."""
    changes = np.zeros(levels.shape, dtype=np.bool_)
    right, up = levels[:-1] != levels[1:], levels[:, :-1] != levels[:, 1:]
    changes[:-1] |= right
    changes[:, :-1] |= up
    if wide:
        changes[1:] |= right
        changes[:, 1:] |= up
    return changes


def _mixed(colors: Pixels, other: int, share: float) -> Pixels:
    """Colours with a share of another one."""
    mixed = np.full(colors.shape, 255 << 24, dtype=np.uint32)
    for shift in (0, 8, 16):
        own = ((colors >> np.uint32(shift)) & np.uint32(255)).astype(np.float32)
        blended = (own * (1 - share) + ((other >> shift) & 255) * share).astype(np.uint32)
        mixed |= blended << np.uint32(shift)
    return mixed
