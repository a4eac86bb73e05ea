"""Vectors in the eigenbasis of the gradients they came from, many lanes at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from surfaces import Array

_ROUNDING = 8.0 * np.finfo(float).eps


def outer(vectors: Array) -> Array:
    """Return v vᵀ, shape (..., n, n), of vectors of shape (..., n)."""
    return vectors[..., :, None] * vectors[..., None, :]


def into(basis: Array, vectors: Array) -> Array:
    """Return Qᵀ v, shape (..., n), for orthonormal columns Q of shape (..., n, n).

    What a rotation leaves by rounding where there should be nothing is made nothing. A gradient has no part across all
    gradients so far, but rules that divide by such parts would make steps of what is left.
    """
    turned: Array = (np.swapaxes(basis, -1, -2) @ vectors[..., None])[..., 0]
    least = _ROUNDING * vectors.shape[-1] * np.abs(vectors).max(axis=-1, keepdims=True)
    return np.where(np.abs(turned) <= least, 0.0, turned)


def out_of(basis: Array, components: Array) -> Array:
    """Return Q c, shape (..., n): the vector that has these components in the basis."""
    vectors: Array = (basis @ components[..., None])[..., 0]
    return vectors
