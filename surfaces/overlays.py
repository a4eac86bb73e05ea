"""What can be laid over contours: downhill and Newton arrows, the kind of curvature, the condition number."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from surfaces.reading import CurvatureGrid, curvature_grid, direction_field

if TYPE_CHECKING:
    from collections.abc import Collection

    from surfaces.surface import Array, Bounds, Surface

GRID = (160, 120)
"""Columns and rows of the maps."""
ARROWS = 18
"""Arrows along the shorter side of what is in view."""
CONVEX, INDEFINITE, CONCAVE, UNKNOWN = 0, 1, 2, 3
FLATNESS = 1e-9
"""An eigenvalue below this share of the larger one has no sign."""


def _none(columns: int) -> Array:
    return np.empty((0, columns))


@dataclass(frozen=True, eq=False)
class Overlays:
    """The overlays of a surface over a rectangle; those that were not asked for are empty.

    Parameters
    ----------
    bounds
        The rectangle x0, x1, y0, y1.
    gradient, newton
        Arrows of shape ``(n, 5)``: x, y, a unit direction, and the length of −∇f or −H⁻¹∇f as a share of the
        longest in sight (by its logarithm, so that small ones can be told apart).
    sign
        Kind of curvature of shape ``(ny, nx)``: `CONVEX`, `INDEFINITE`, `CONCAVE` or `UNKNOWN`.
    condition
        log₁₀ of max|λ|/min|λ| of shape ``(ny, nx)``; NaN where it is not finite.
    """

    bounds: Bounds
    gradient: Array = field(default_factory=lambda: _none(5))
    newton: Array = field(default_factory=lambda: _none(5))
    sign: npt.NDArray[np.uint8] = field(default_factory=lambda: np.empty((0, 0), np.uint8))
    condition: Array = field(default_factory=lambda: np.empty((0, 0)))


def overlays(surface: Surface, bounds: Bounds, names: Collection[str], aspect: float = 1.5) -> Overlays:
    """The overlays called ``"gradient"``, ``"newton"``, ``"sign"`` and ``"condition"`` among ``names``.

    Parameters
    ----------
    surface
        A surface of two parameters.
    bounds
        The rectangle to cover.
    names
        Which are wanted; others are ignored.
    aspect
        Width over height of the rectangle on the screen, so that arrows stand evenly.
    """
    gradient = newton = _none(5)
    arrows = _middles(bounds, *_arrow_counts(aspect))
    if "gradient" in names:
        gradient = _arrows(*arrows, direction_field(surface, *arrows))
    if "newton" in names:
        newton = _arrows(*arrows, direction_field(surface, *arrows, newton=True))
    sign, condition = np.empty((0, 0), np.uint8), np.empty((0, 0))
    if {"sign", "condition"} & set(names):
        grid = curvature_grid(surface, *_middles(bounds, *GRID))
        sign = _sign(grid) if "sign" in names else sign
        with np.errstate(all="ignore"):
            condition = np.log10(grid.condition_number) if "condition" in names else condition
    return Overlays(bounds, gradient, newton, sign, np.where(np.isfinite(condition), condition, np.nan))


def _middles(bounds: Bounds, columns: int, rows: int) -> tuple[Array, Array]:
    """Middles of the columns and rows of a grid over the bounds."""
    x0, x1, y0, y1 = bounds
    x = x0 + (np.arange(columns) + 0.5) / columns * (x1 - x0)
    y = y0 + (np.arange(rows) + 0.5) / rows * (y1 - y0)
    return x, y


def _arrow_counts(aspect: float) -> tuple[int, int]:
    """Columns and rows of arrows that stand evenly on a rectangle of this shape."""
    columns, rows = round(ARROWS * max(aspect, 1.0)), round(ARROWS * max(1.0 / aspect, 1.0))
    return min(columns, 5 * ARROWS), min(rows, 5 * ARROWS)


def _arrows(x: Array, y: Array, vectors: Array) -> Array:
    places, vectors = np.stack(np.meshgrid(x, y), axis=-1).reshape(-1, 2), vectors.reshape(-1, 2)
    with np.errstate(all="ignore"):
        lengths = np.hypot(vectors[:, 0], vectors[:, 1])
        kept = np.isfinite(lengths) & (lengths > 0.0)
        if not kept.any():
            return _none(5)
        places, vectors, lengths = places[kept], vectors[kept], lengths[kept]
        shares = np.log1p(lengths / float(np.median(lengths)))
        return np.column_stack([places, vectors / lengths[:, None], shares / shares.max()])


def _sign(grid: CurvatureGrid) -> npt.NDArray[np.uint8]:
    with np.errstate(invalid="ignore"):
        tiny = FLATNESS * np.maximum(np.abs(grid.low), np.abs(grid.high))
        kinds = [grid.low >= -tiny, grid.high <= tiny, np.isfinite(grid.low)]
    return np.select(kinds, [CONVEX, CONCAVE, INDEFINITE], UNKNOWN).astype(np.uint8)
