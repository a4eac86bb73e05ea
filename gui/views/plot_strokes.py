"""From points to what a pen must draw: thinned, clipped and dashed, in device pixels, without Qt."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from gui.views.long_lines import Details, detailed

Array = npt.NDArray[np.float64]
Indices = npt.NDArray[np.intp]

DENSE = 2000
"""With more visible segments than this a line is a tangle: drawn thin, without halo, dashes and dots."""
DOT_DISTANCE = 8.0
"""Steps longer than this (logical pixels) get a dot at their end."""


class Frame(NamedTuple):
    """The part of the plane a layer shows, and the size of its pixmap in device pixels."""

    x0: float
    x1: float
    y0: float
    y1: float
    width: int
    height: int
    ratio: float

    @property
    def scale(self) -> tuple[float, float]:
        """Device pixels per unit in x, and (downwards) in y."""
        return self.width / (self.x1 - self.x0), self.height / (self.y0 - self.y1)

    def to_pixels(self, points: Array) -> Array:
        """Device pixels of points (n, 2); what overflows becomes non-finite."""
        with np.errstate(over="ignore", invalid="ignore"):
            return np.asarray((points - (self.x0, self.y1)) * self.scale)


class Strokes(NamedTuple):
    """A line ready to draw; `last` tells from which point on a segment (or dot) is there."""

    segments: Array
    """Shape (m, 4): from x, y to x, y."""
    last: Indices
    dots: Array
    dots_last: Indices
    dense: bool
    place: int = 0
    """Only what is from this point on may be drawn otherwise when the line grows …"""
    spent: int = 0
    """… and this is what its beginning took of what may be drawn in detail."""


class Sight(NamedTuple):
    """What can be seen of a line in a frame, before dashes and dots."""

    pixels: Array
    rows: Indices
    segments: Array
    last: Indices
    begins: Array
    """How far along the whole line each segment begins."""
    place: int
    spent: int


def sight(
    points: Array, frame: Frame, *, sorted_x: bool = False, index: Indices | None = None, place: int = 0, spent: int = 0
) -> Sight:
    """Thin and clip a line, or what has come to it from a place on; its points may have an index of their own."""
    if sorted_x:
        seen = Details(frame.to_pixels(points), np.arange(len(points)) if index is None else index)
    else:
        seen = detailed(points, frame, place, spent)
        if index is not None:
            seen = seen._replace(rows=index[seen.rows])
    vertices, kept = columns(seen.pixels) if sorted_x else thin(seen.pixels)
    clipped = _clipped_segments(vertices, seen.rows[kept], frame)
    return Sight(seen.pixels, seen.rows, *clipped, seen.place, seen.spent)


def strokes(
    points: Array, frame: Frame, *, dash: tuple[float, ...] = (), dots: bool = False, sorted_x: bool = False
) -> Strokes:
    """Prepare a line; no part up to a point depends on later points.

    Only the last steps of a line of thousands do: they are all drawn as long as they are the last.
    """
    return dressed(sight(points, frame, sorted_x=sorted_x), frame, dash=dash, dots=dots, sorted_x=sorted_x)


def dressed(
    seen: Sight, frame: Frame, *, dash: tuple[float, ...] = (), dots: bool = False, sorted_x: bool = False
) -> Strokes:
    """Dash and dot what is seen, unless it is a tangle."""
    segments, last = seen.segments, seen.last
    dense = len(segments) > DENSE and not sorted_x
    if dash and not dense:
        segments, last = _dashed(segments, last, seen.begins, dash)
    dotted = _dots(seen.pixels, frame) if dots and not dense else np.empty(0, dtype=np.intp)
    return Strokes(segments, last, seen.pixels[dotted], seen.rows[dotted], dense, seen.place, seen.spent)


def extended(drawn: Strokes, points: Array, frame: Frame) -> Strokes:
    """Prepare a tangle that has grown: only what has come to it."""
    new = sight(points, frame, place=drawn.place, spent=drawn.spent)
    kept = np.searchsorted(drawn.last, drawn.place, side="right")
    segments = np.concatenate([drawn.segments[:kept], new.segments])
    last = np.concatenate([drawn.last[:kept], new.last])
    return drawn._replace(segments=segments, last=last, place=new.place, spent=new.spent)


def thin(pixels: Array) -> tuple[Array, Indices]:
    """Drop points that stay in the pixel of the point before; the index of each kept point comes along."""
    if not len(pixels):
        return pixels, np.empty(0, dtype=np.intp)
    with np.errstate(invalid="ignore"):
        cells = np.floor(pixels)
        moved = cells[1:] != cells[:-1]
    kept = np.flatnonzero(np.concatenate(([True], moved[:, 0] | moved[:, 1])))
    return pixels[kept], kept


def columns(pixels: Array) -> tuple[Array, Indices]:
    """Reduce a curve over sorted x to first, lowest, highest and last point of each pixel column."""
    if len(pixels) < 4 or pixels[-1, 0] - pixels[0, 0] >= len(pixels):
        return thin(pixels)
    finite = np.isfinite(pixels[:, 0]) & np.isfinite(pixels[:, 1])
    cells = np.where(finite, np.floor(np.where(finite, pixels[:, 0], 0.0)), -1e18)
    first = np.flatnonzero(np.concatenate(([True], cells[1:] != cells[:-1])))
    end = np.concatenate((first[1:], [len(pixels)])) - 1
    x, y = pixels[:, 0], np.where(finite, pixels[:, 1], np.nan)
    middle = x[first]
    low, high = np.minimum.reduceat(y, first), np.maximum.reduceat(y, first)
    vertices = np.empty((len(first), 4, 2))
    vertices[:, :, 0] = np.stack([x[first], middle, middle, x[end]], axis=1)
    vertices[:, :, 1] = np.stack([y[first], low, high, y[end]], axis=1)
    keep = np.repeat((end > first)[:, None], 4, axis=1)
    keep[:, 0] = True
    return vertices[keep], np.repeat(end[:, None], 4, axis=1)[keep]


def _clipped_segments(vertices: Array, last: Indices, frame: Frame) -> tuple[Array, Indices, Array]:
    """Segments inside the frame (and a margin), and how far along the whole line each begins."""
    margin = 8.0 * frame.ratio
    start, stop = vertices[:-1], vertices[1:]
    with np.errstate(over="ignore", invalid="ignore"):
        delta = stop - start
        length = np.hypot(delta[:, 0], delta[:, 1])
        entry, leave = _clip(start, delta, -margin, np.array([frame.width, frame.height]) + margin)
        seen = np.isfinite(length) & (length > 0) & (entry < leave)
    begins = np.cumsum(np.where(np.isfinite(length), length, 0.0)) - length
    start, delta, entry, leave = start[seen], delta[seen], entry[seen, None], leave[seen, None]
    stops = np.where(leave < 1.0, start + leave * delta, stop[seen])
    segments = np.concatenate([start + entry * delta, stops], axis=1)
    return segments, last[1:][seen], begins[seen] + entry[:, 0] * length[seen]


def _clip(start: Array, delta: Array, low: float, high: Array) -> tuple[Array, Array]:
    """Liang and Barsky (1984): the part (entry, leave) of each segment inside the rectangle."""
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        one, other = (low - start) / delta, (high - start) / delta
    inside = (start >= low) & (start <= high)
    still = delta == 0
    nearer = np.where(still, np.where(inside, -np.inf, np.inf), np.minimum(one, other))
    farther = np.where(still, np.inf, np.maximum(one, other))
    entry = np.maximum(nearer[:, 0], nearer[:, 1])  # ten times faster than max(axis=1) over two columns
    leave = np.minimum(farther[:, 0], farther[:, 1])
    return np.maximum(entry, 0.0), np.minimum(leave, 1.0)


def _dashed(segments: Array, last: Indices, begins: Array, dash: tuple[float, ...]) -> tuple[Array, Indices]:
    """Cut segments by a pattern of on and off lengths that runs along the whole line."""
    delta = segments[:, 2:] - segments[:, :2]
    length = np.hypot(delta[:, 0], delta[:, 1])
    period = sum(dash)
    phase = np.mod(begins, period)
    counts = np.floor((phase + length) / period).astype(np.intp) + 1
    owner = np.repeat(np.arange(len(segments)), counts)
    lap = np.arange(len(owner)) - np.repeat(np.cumsum(counts) - counts, counts)
    pieces = []
    for on in range(0, len(dash), 2):
        offset = lap * period + sum(dash[:on]) - phase[owner]
        pieces.append(np.stack([offset, offset + dash[on]], axis=1))
    cuts = np.stack(pieces, axis=1).reshape(-1, 2)
    owner = np.repeat(owner, len(pieces))
    cuts = np.clip(cuts, 0.0, length[owner, None]) / length[owner, None]
    full = cuts[:, 1] > cuts[:, 0]
    owner, cuts = owner[full], cuts[full]
    origin = np.tile(segments[owner, :2], 2)
    return origin + np.repeat(cuts, 2, axis=1) * np.tile(delta[owner], 2), last[owner]


def _dots(pixels: Array, frame: Frame) -> Indices:
    """Points inside the frame whose step was long enough to be seen as one."""
    if len(pixels) < 2:
        return np.empty(0, dtype=np.intp)
    with np.errstate(over="ignore", invalid="ignore"):
        steps = np.hypot(*np.diff(pixels, axis=0).T)
        far = np.concatenate(([False], steps > DOT_DISTANCE * frame.ratio))
        inside = ((pixels > -9) & (pixels < (frame.width + 9, frame.height + 9))).all(axis=1)
    return np.flatnonzero(far & inside & np.isfinite(np.concatenate(([0.0], steps))))
