"""Eigenvalues and eigenvectors of symmetric matrices, mostly 2×2, many at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from surfaces.surface import Array


def eigenvalues(matrices: Array) -> tuple[Array, Array]:
    """Smaller and larger eigenvalue of symmetric matrices of shape ``(..., 2, 2)``; NaN where one is not finite.

    Mohr's circle: (a + c)/2 ∓ hypot((a − c)/2, b).
    """
    a, b, c = matrices[..., 0, 0], matrices[..., 0, 1], matrices[..., 1, 1]
    with np.errstate(all="ignore"):
        middle, radius = a / 2.0 + c / 2.0, np.hypot(a / 2.0 - c / 2.0, b)
        return middle - radius, middle + radius


def extreme_eigenvalues(matrices: Array) -> tuple[Array, Array]:
    """Smallest and largest eigenvalue of symmetric matrices of shape ``(..., n, n)``; NaN where one is not finite."""
    if matrices.shape[-1] == 2:
        return eigenvalues(matrices)
    finite = np.asarray(np.isfinite(matrices).all(axis=(-2, -1)))
    found = np.linalg.eigvalsh(np.where(finite[..., None, None], matrices, 0.0))
    return np.where(finite, found[..., 0], np.nan), np.where(finite, found[..., -1], np.nan)


def first_eigenvectors(matrices: Array) -> Array:
    """Unit eigenvectors of the smaller eigenvalue, shape ``(..., 2)``; those of the larger are (−v, u) for (u, v)."""
    a, b, c = matrices[..., 0, 0], matrices[..., 0, 1], matrices[..., 1, 1]
    with np.errstate(all="ignore"):
        angle = np.arctan2(2.0 * b, a - c) / 2.0  # of the larger eigenvalue
        return np.stack([-np.sin(angle), np.cos(angle)], axis=-1)


def solve_where_curved(matrices: Array, vectors: Array, cutoff: float = 1e-12) -> Array:
    """Solutions of H s = v of least length; NaN where there is none.

    Parameters
    ----------
    matrices, vectors
        Shapes ``(..., 2, 2)`` and ``(..., 2)``.
    cutoff
        Eigenvalues up to this share of the larger one (by size) count as zero. The solution has no part along
        their eigenvectors, and none exists when v has one above √cutoff times the larger eigenvalue.
    """
    low, high = eigenvalues(matrices)
    first = first_eigenvectors(matrices)
    second = np.stack([-first[..., 1], first[..., 0]], axis=-1)
    largest = np.maximum(np.abs(low), np.abs(high))
    solution = np.zeros_like(vectors)
    with np.errstate(all="ignore"):
        for curvature, direction in ((low, first), (high, second)):
            part = (vectors * direction).sum(-1)
            without = np.where(np.abs(part) <= np.sqrt(cutoff) * largest, 0.0, np.nan)
            share = np.where(np.abs(curvature) <= cutoff * largest, without, part / curvature)
            solution += share[..., None] * direction
    return solution
