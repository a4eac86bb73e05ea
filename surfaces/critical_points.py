"""Points where the gradient vanishes: the search for them, their kind, their exact place, how parameters move them."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

import numpy as np

from surfaces.surface import Array, Bounds, CriticalPoint, Surface

if TYPE_CHECKING:
    from collections.abc import Callable

KINDS = ("minimum", "saddle", "maximum", "degenerate")
"""In the order in which points are reported."""

MOST_POINTS = 600
"""No search reports more; those left out come last in the order of kinds and values."""

FLATNESS = 1e-5
"""Eigenvalues below this share of the largest count as zero; relative, or Rosenbrock's minimum looks flat."""

MAX_NEWTON_STEPS = 60
CONTINUATION_STEPS = 24
MAX_JUMP = 0.1
"""Share of the diagonal a point may move in one continuation step before it counts as another point."""


@dataclass(frozen=True, eq=False)
class Characterisation:
    """The ground around a point, from its Hessian.

    Parameters
    ----------
    kind
        As :func:`classify` tells it.
    eigenvalues
        Shape ``(dim,)``, ascending; NaN where the Hessian is not finite.
    eigenvectors
        Shape ``(dim, dim)``, row i belongs to eigenvalue i; unit length, the largest component positive.
    escape, approach
        The rows along which the loss falls (eigenvalue below 0) and rises (above 0): at a saddle a method leaves
        along the first and arrives along the second.
    """

    kind: str
    eigenvalues: Array
    eigenvectors: Array
    escape: Array
    approach: Array


def find_critical_points(
    surface: Surface, bounds: Bounds, progress: Callable[[int, int], None] | None = None
) -> tuple[CriticalPoint, ...]:
    """All critical points of a surface of two parameters within bounds, as far as a dense search finds them.

    Minima first (lowest first), then saddles, maxima and degenerate points. Where the gradient vanishes is found
    by Newton's method from many starts (:mod:`surfaces.stationary`), minima and maxima at which there is no
    gradient by comparing losses (:mod:`surfaces.kinks`); the latter have ``smooth=False``. Of curves and areas of
    critical points some are reported, evenly thinned, as degenerate. Parts that are not finite are passed over.
    At most 600 points are reported.

    Parameters
    ----------
    surface
        With other than two parameters its declared facts are all that is reported.
    bounds
        x0, x1, y0, y1; points on the edge belong to it.
    progress
        Called as ``progress(done, total)`` now and then; may raise to give up.
    """
    from surfaces.critical_search import search  # most of what builds surfaces never searches

    return search(surface, bounds, progress)


def characterise(surface: Surface, point: CriticalPoint) -> Characterisation:
    """Eigenvalues, eigenvectors and, for a saddle, the ways out and in at a critical point of a surface."""
    hessian = surface.hessian(np.array(point.params))
    kind = point.kind if not point.smooth else classify(hessian)
    return characterisation(hessian, kind)


def characterisation(hessian: Array, kind: str) -> Characterisation:
    """What a Hessian of shape ``(dim, dim)`` says, under a kind that was told apart already."""
    size = len(hessian)
    if not np.isfinite(hessian).all():
        nothing = np.full((size, size), np.nan)
        return Characterisation(kind, nothing[0], nothing, nothing[:0], nothing[:0])
    curvatures, columns = np.linalg.eigh(hessian)
    rows = columns.T
    largest = np.take_along_axis(rows, np.abs(rows).argmax(axis=1)[:, None], axis=1)
    rows = rows * np.where(largest < 0.0, -1.0, 1.0)
    threshold = FLATNESS * float(np.abs(curvatures).max())
    return Characterisation(kind, curvatures, rows, rows[curvatures < -threshold], rows[curvatures > threshold])


def classify(hessian: Array) -> str:
    """Kind of a critical point: ``"minimum"``, ``"saddle"``, ``"maximum"`` or ``"degenerate"``.

    Parameters
    ----------
    hessian
        Shape ``(dim, dim)``. With t = 1e-5 max |w| over its eigenvalues w: all above t is a minimum, all
        below -t a maximum, none within ±t but of both signs a saddle; everything else is degenerate.
    """
    if not np.isfinite(hessian).all():
        return "degenerate"
    curvatures = np.linalg.eigvalsh(hessian)
    threshold = FLATNESS * float(np.abs(curvatures).max())
    if threshold == 0.0 or bool((np.abs(curvatures) <= threshold).any()):
        return "degenerate"
    if bool((curvatures > 0).all()):
        return "minimum"
    return "maximum" if bool((curvatures < 0).all()) else "saddle"


def polish(surface: Surface, point: tuple[float, ...]) -> tuple[float, ...] | None:
    """The critical point next to ``point`` to full precision, or ``None`` when there is none.

    Pure Newton, p ← p − H⁻¹∇f, as long as the gradient shrinks; the last Newton step must be negligible.
    """
    params = np.array(point, dtype=np.float64)
    gradient = surface.gradient(params)
    for _ in range(MAX_NEWTON_STEPS):
        if not gradient.any():
            return tuple(params.tolist())
        step = _newton_step(surface.hessian(params), gradient)
        if step is None:
            return None
        candidate = params - step
        slope = surface.gradient(candidate)
        if not float(np.abs(slope).max()) < float(np.abs(gradient).max()):
            settled = float(np.abs(step).max()) <= 1e-9 * (1.0 + float(np.abs(params).max()))
            return tuple(params.tolist()) if settled else None
        params, gradient = candidate, slope
    return None


def critical_point(surface: Surface, point: tuple[float, ...]) -> CriticalPoint | None:
    """The polished critical point next to ``point`` with its value and kind, or ``None``."""
    params = polish(surface, point)
    if params is None:
        return None
    at = np.array(params)
    return CriticalPoint(params, float(surface.value(at)), classify(surface.hessian(at)))


def follow(family: Callable[[float], Surface], start: CriticalPoint) -> CriticalPoint | None:
    """Where a critical point of ``family(0)`` lies on ``family(1)``.

    The parameters move in small steps and the point is polished after each, so it never hops to a neighbour;
    ``None`` when it dissolves, turns into another kind or jumps.
    """
    current = start
    for step in range(1, CONTINUATION_STEPS + 1):
        surface = family(step / CONTINUATION_STEPS)
        x0, x1, y0, y1 = surface.bounds
        moved = critical_point(surface, current.params)
        if moved is None or moved.kind != start.kind:
            return None
        if math.dist(moved.params, current.params) > MAX_JUMP * math.hypot(x1 - x0, y1 - y0):
            return None
        current = moved
    return current


def _newton_step(hessian: Array, gradient: Array) -> Array | None:
    if not (np.isfinite(hessian).all() and np.isfinite(gradient).all()):
        return None
    try:
        return cast("Array", np.linalg.solve(hessian, gradient))
    except np.linalg.LinAlgError:
        return None
