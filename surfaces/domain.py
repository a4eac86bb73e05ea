"""Where a surface is finite, as bounds."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from surfaces.unit_view import UnitView, unit_grid

if TYPE_CHECKING:
    from collections.abc import Iterable

    from surfaces.surface import Array, Bounds, Surface

DEFAULT_BOUNDS: Bounds = (-5.0, 5.0, -5.0, 5.0)
SCALES = (5.0, 50.0, 500.0, 5000.0)
GRID = 41
ENOUGH = 0.8
"""A surface that is finite over this share of an axis of the bounds fills it."""
MARGIN = 0.05
BISECTIONS = 40


def finite_part(surface: Surface, hints: Array) -> Bounds:
    """±5, or as much room where the surface is finite: past the edge of its domain, or all of a small domain.

    Parameters
    ----------
    surface
        Of two parameters.
    hints
        Places ``(n, 2)`` around which the surface may be finite if it is so nowhere about the origin.
    """
    for bounds in _candidates(hints):
        values = UnitView(surface, bounds).value(unit_grid(GRID))
        finite = np.isfinite(values)
        if finite.any():
            x0, x1 = _edges(surface, bounds, np.asarray(finite.any(axis=0)), 0)
            y0, y1 = _edges(surface, bounds, np.asarray(finite.any(axis=1)), 1)
            return (x0, x1, y0, y1)
    return DEFAULT_BOUNDS


def _candidates(hints: Array) -> Iterable[Bounds]:
    for half in SCALES:
        yield (-half, half, -half, half)
    for x, y in hints.tolist():
        yield (x - 5.0, x + 5.0, y - 5.0, y + 5.0)


def _edges(surface: Surface, bounds: Bounds, finite: npt.NDArray[np.bool_], axis: int) -> tuple[float, float]:
    """Bounds along an axis from which of its grid lines have finite losses on them."""
    low, high = bounds[2 * axis], bounds[2 * axis + 1]
    lines = np.linspace(low, high, GRID)
    at = np.flatnonzero(finite)
    first, last = int(at[0]), int(at[-1])
    opens, closes = first > 0, last < GRID - 1
    if (last - first) >= ENOUGH * (GRID - 1) or not (opens or closes):
        return _default_within(low, high)
    start = _bisected(surface, bounds, axis, lines[first - 1], lines[first]) if opens else low
    end = _bisected(surface, bounds, axis, lines[last + 1], lines[last]) if closes else high
    if not start < end:  # finite on a single line
        return _default_within(low, high)
    if opens and closes:
        gap = MARGIN * (end - start)
        return _rounded(start - gap, end - start), _rounded(end + gap, end - start)
    width = DEFAULT_BOUNDS[1] - DEFAULT_BOUNDS[0]
    return (start, start + width) if opens else (end - width, end)


def _default_within(low: float, high: float) -> tuple[float, float]:
    """±5 about the middle."""
    middle = (low + high) / 2.0
    return middle + DEFAULT_BOUNDS[0], middle + DEFAULT_BOUNDS[1]


def _bisected(surface: Surface, bounds: Bounds, axis: int, outside: float, inside: float) -> float:
    """The edge of the domain between two grid lines, to ten digits."""
    across = np.linspace(bounds[2 - 2 * axis], bounds[3 - 2 * axis], GRID)
    for _ in range(BISECTIONS):
        middle = (outside + inside) / 2.0
        params = np.empty((GRID, 2))
        params[:, axis], params[:, 1 - axis] = middle, across
        with np.errstate(all="ignore"):
            finite = bool(np.isfinite(surface.value(params)).any())
        outside, inside = (outside, middle) if finite else (middle, inside)
    return _rounded(inside, max(abs(inside), bounds[2 * axis + 1] - bounds[2 * axis]))


def _rounded(edge: float, scale: float) -> float:
    """The edge to ten digits of a number as large as ``scale``."""
    return float(round(edge, 9 - math.floor(math.log10(scale))) + 0.0)
