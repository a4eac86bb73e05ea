"""From points to path data that never leaves its box, whatever the points are."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]


class Box(NamedTuple):
    """A rectangle in pixels; y goes down."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """Extent to the right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Extent downwards."""
        return self.bottom - self.top

    def holds(self, points: Array) -> npt.NDArray[np.bool_]:
        """Whether each of points (n, 2) lies inside or on the edge."""
        x, y = points[:, 0], points[:, 1]
        return (x >= self.left) & (x <= self.right) & (y >= self.top) & (y <= self.bottom)

    def inset(self, by: float) -> Box:
        """Return the box without an edge of this width."""
        return Box(self.left + by, self.top + by, self.right - by, self.bottom - by)


def clipped_segments(points: Array, box: Box) -> Array:
    """Return the parts inside the box of the line through points (n, 2), as rows x, y, x, y.

    Segments that touch a point that is not finite are left out.
    """
    return clipped(points[:-1], points[1:], box)


def clipped(start: Array, stop: Array, box: Box) -> Array:
    """Return the parts inside the box of segments between points (n, 2), by Liang and Barsky (1984)."""
    low, high = np.array([box.left, box.top]), np.array([box.right, box.bottom])
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        delta = stop - start
        one, other = (low - start) / delta, (high - start) / delta
        inside = (start >= low) & (start <= high)
        still = delta == 0
        entry = np.where(still, np.where(inside, -np.inf, np.inf), np.minimum(one, other)).max(axis=1)
        leave = np.where(still, np.inf, np.maximum(one, other)).min(axis=1)
        entry, leave = np.maximum(entry, 0.0), np.minimum(leave, 1.0)
        seen = np.isfinite(delta).all(axis=1) & ~still.all(axis=1) & (entry < leave)
    start, stop, delta = start[seen], stop[seen], delta[seen]
    entry, leave = entry[seen, None], leave[seen, None]
    first = np.where(entry > 0.0, start + entry * delta, start)
    last = np.where(leave < 1.0, start + leave * delta, stop)
    return np.concatenate([np.clip(first, low, high), np.clip(last, low, high)], axis=1)


def clipped_polygon(corners: Array, box: Box) -> Array:
    """Return the corners (n, 2) of the part of a polygon inside the box; Sutherland and Hodgman (1974)."""
    kept = corners
    for axis, edge, sign in ((0, box.left, 1.0), (0, box.right, -1.0), (1, box.top, 1.0), (1, box.bottom, -1.0)):
        if not len(kept):
            break
        away = sign * (kept[:, axis] - edge)
        after, away_after = np.roll(kept, -1, axis=0), np.roll(away, -1)
        with np.errstate(divide="ignore", invalid="ignore"):
            crossing = kept + (away / (away - away_after))[:, None] * (after - kept)
        found = []
        for corner, cross, here, there in zip(kept, crossing, away, away_after, strict=True):
            found += [corner] if here >= 0.0 else []
            found += [cross] if (here >= 0.0) != (there >= 0.0) else []
        kept = np.array(found).reshape(-1, 2)
    return kept


def lengths(segments: Array) -> Array:
    """Length of each segment, in pixels."""
    return np.hypot(segments[:, 2] - segments[:, 0], segments[:, 3] - segments[:, 1])


def at_most(segments: Array, most: int, ink: float) -> Array:
    """Return at most so many segments of about so many pixels in all.

    First those go that repeat another to the pixel, then every few of the rest: nothing is drawn that is not there.
    """
    if len(segments) <= most and lengths(segments).sum() <= ink:
        return segments
    cells = np.rint(segments).astype(np.int64)
    ends = np.stack([cells[:, :2] @ (1, 1 << 20), cells[:, 2:] @ (1, 1 << 20)], axis=1)
    _, first = np.unique(np.sort(ends, axis=1), axis=0, return_index=True)
    kept = segments[np.sort(first)]
    share = min(1.0, ink / max(float(lengths(kept).sum()), 1.0))
    room = max(1, min(most, int(share * len(kept))))
    return kept if len(kept) <= room else kept[np.linspace(0, len(kept) - 1, room).astype(np.intp)]


def path_data(segments: Array) -> str:
    """Return SVG path data of segments (m, 4), to a tenth of a pixel; those that touch are joined."""
    rounded = np.round(segments, 1)
    joined = (rounded[1:, :2] == rounded[:-1, 2:]).all(axis=1).tolist()
    pieces = []
    for (x1, y1, x2, y2), follows in zip(rounded.tolist(), [False, *joined], strict=False):
        pieces.append(f" {x2:g} {y2:g}" if follows else f"M{x1:g} {y1:g} {x2:g} {y2:g}")
    return "".join(pieces)


def chunks(segments: Array, most: int, ink: float) -> list[tuple[Array, float]]:
    """Split segments into pieces of at most so many and about so many pixels, each with the length before it."""
    before = np.cumsum(lengths(segments)) - lengths(segments)
    piece = np.stack([np.arange(len(segments)) // most, before // ink], axis=1)
    first = np.flatnonzero((piece[1:] != piece[:-1]).any(axis=1)) + 1
    starts = [0, *first.tolist()]
    return [(part, float(before[start])) for start, part in zip(starts, np.split(segments, first), strict=True)]
