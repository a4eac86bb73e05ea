"""How large loss, gradient and curvature are on a surface: the yardsticks of every event."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from surfaces.surface import Array, Surface

GRID = 81
SMALLEST_SHARE = 1e-3
TINY = 1e-12


@dataclass(frozen=True)
class Scales:
    """Four positive numbers typical of a surface within its bounds.

    ``loss_range`` is the 95 % quantile minus the least loss, ``gradient_scale`` the median gradient norm,
    ``curvature_scale`` the median of the largest absolute Hessian eigenvalue, ``diagonal`` that of the
    bounds.
    """

    loss_range: float
    gradient_scale: float
    curvature_scale: float
    diagonal: float


@lru_cache(maxsize=64)
def surface_scales(surface: Surface) -> Scales:
    """Scales of a surface from an 81×81 grid over its bounds; points that are not finite are left out.

    The gradient scale is at least 1e-3 F/D and the curvature scale at least 1e-3 F/D², with F the loss range
    and D the diagonal, so that flat ground does not make everything look steep.
    """
    x0, x1, y0, y1 = surface.bounds
    x, y = np.meshgrid(np.linspace(x0, x1, GRID), np.linspace(y0, y1, GRID))
    params = np.stack([x, y], axis=-1)
    loss = _finite(surface.value(params))
    diagonal = math.hypot(x1 - x0, y1 - y0)
    loss_range = max(float(np.quantile(loss, 0.95) - loss.min()), TINY)
    norms = _finite(np.linalg.norm(surface.gradient(params), axis=-1))
    curvatures = _finite(_largest_curvature(surface.hessian(params)))
    return Scales(
        loss_range=loss_range,
        gradient_scale=max(float(np.median(norms)), SMALLEST_SHARE * loss_range / diagonal),
        curvature_scale=max(float(np.median(curvatures)), SMALLEST_SHARE * loss_range / diagonal**2),
        diagonal=diagonal,
    )


def _largest_curvature(hessians: Array) -> Array:
    """Largest absolute eigenvalue of symmetric 2×2 matrices: |mean| + radius of Mohr's circle."""
    a, b, c = hessians[..., 0, 0], hessians[..., 0, 1], hessians[..., 1, 1]
    with np.errstate(all="ignore"):
        largest: Array = np.abs(a + c) / 2.0 + np.hypot((a - c) / 2.0, b)
    return largest


def _finite(values: Array) -> Array:
    kept = values[np.isfinite(values)]
    return kept if kept.size else np.zeros(1)
