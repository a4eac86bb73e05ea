"""Hessians of any size taken apart: eigenvalues, |H|⁻¹g and (H + μI)⁻¹g, over lanes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from surfaces import Array

CURVED = 1e-10
"""Below this cosine between s and y their curvature is noise."""


def is_curved(move: Array, change: Array) -> bool:
    """Whether a gradient that changed by y over a step s shows clearly positive curvature: y·s > 10⁻¹⁰ ‖y‖ ‖s‖."""
    return bool(change @ move > CURVED * np.linalg.norm(move) * np.linalg.norm(change))


def spectrum(matrices: Array) -> tuple[Array, Array]:
    """Return eigenvalues (..., n), smallest first, and eigenvectors (..., n, n) as columns, of symmetric matrices.

    Both are NaN where a matrix is not finite.
    """
    finite = np.asarray(np.isfinite(matrices).all(axis=(-2, -1)))[..., None]
    values, vectors = np.linalg.eigh(np.where(finite[..., None], matrices, np.eye(matrices.shape[-1])))
    return np.where(finite, values, np.nan), np.where(finite[..., None], vectors, np.nan)


def divided(vectors: Array, divisors: Array, gradient: Array) -> Array:
    """Return Q diag(d)⁻¹ Qᵀ g, shape (..., n): a gradient divided by one number along each eigenvector."""
    share = (np.swapaxes(vectors, -1, -2) @ gradient[..., None]) / divisors[..., None]
    return np.asarray((vectors @ share)[..., 0])


def saddle_free(hessian: Array, gradient: Array, delta: float) -> Array:
    """Return |H|⁻¹ g, where |H| has H's eigenvectors and its eigenvalues' sizes, at least δ (Dauphin et al. 2014)."""
    values, vectors = spectrum(hessian)
    return divided(vectors, np.maximum(np.abs(values), delta), gradient)
