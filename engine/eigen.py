"""Eigenvalues and eigenvectors of symmetric matrices of any size, many at once, for steps that must never raise."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from surfaces import Array


def eigen(matrices: Array) -> tuple[Array, Array]:
    """Return (eigenvalues, eigenvectors) of symmetric matrices of shape (..., n, n).

    The eigenvalues, shape (..., n), ascend; the eigenvectors are the columns of (..., n, n). Where a matrix is not
    finite both are NaN.
    """
    finite = np.asarray(np.isfinite(matrices).all(axis=(-2, -1), keepdims=True))
    values, vectors = np.linalg.eigh(np.where(finite, matrices, 0.0))
    return np.where(finite[..., 0], values, np.nan), np.where(finite, vectors, np.nan)


def applied(matrices: Array, vectors: Array) -> Array:
    """Return matrix times vector, shapes (..., n, n) and (..., n)."""
    product: Array = (matrices @ vectors[..., None])[..., 0]
    return product


def outer(vectors: Array) -> Array:
    """Return v vᵀ, shape (..., n, n)."""
    return vectors[..., :, None] * vectors[..., None, :]
