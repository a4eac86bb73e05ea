from __future__ import annotations

import numpy as np

from engine.curvature import divided, is_curved, saddle_free, spectrum

MATRICES = np.random.default_rng(5).normal(size=(4, 3, 5, 5))
SYMMETRIC = MATRICES + np.swapaxes(MATRICES, -1, -2)
VECTORS = np.random.default_rng(6).normal(size=(4, 3, 5))


def test_a_spectrum_puts_the_matrix_together_again() -> None:
    values, vectors = spectrum(SYMMETRIC)
    again = np.einsum("...ij,...j,...kj->...ik", vectors, values, vectors)
    np.testing.assert_allclose(again, SYMMETRIC, atol=1e-13)
    assert np.all(np.diff(values) >= 0.0)


def test_one_matrix_that_is_not_finite_is_nan_alone() -> None:
    broken = SYMMETRIC.copy()
    broken[1, 2, 0, 3] = np.inf
    values, vectors = spectrum(broken)
    assert np.isnan(values[1, 2]).all()
    assert np.isnan(vectors[1, 2]).all()
    assert np.isnan(values).sum() == 5


def test_divided_by_its_eigenvalues_is_solved() -> None:
    values, vectors = spectrum(SYMMETRIC)
    solved = np.linalg.solve(SYMMETRIC, VECTORS[..., None])[..., 0]
    np.testing.assert_allclose(divided(vectors, values, VECTORS), solved, rtol=1e-9)


def test_saddle_free_is_the_root_of_the_square() -> None:
    """|H| = √(H²): so |H|⁻¹ g solves H² s = |H| g."""
    direction = saddle_free(SYMMETRIC, VECTORS, 1e-9)
    twice = saddle_free(SYMMETRIC, direction, 1e-9)
    np.testing.assert_allclose(np.einsum("...ij,...jk,...k->...i", SYMMETRIC, SYMMETRIC, twice), VECTORS, rtol=1e-8)


def test_saddle_free_divides_by_no_less_than_delta() -> None:
    np.testing.assert_allclose(saddle_free(np.diag([1e-5, -2.0]), np.array([1.0, 1.0]), 0.1), (10.0, 0.5), rtol=1e-14)


def test_curvature_is_a_matter_of_the_angle_and_not_of_the_length() -> None:
    move, change = np.array([1.0, 0.0]), np.array([1e-9, 1.0])
    assert is_curved(1e-12 * move, 1e-12 * change)
    assert not is_curved(move, np.array([1e-11, 1.0]))
    assert not is_curved(move, -change)
    assert not is_curved(0.0 * move, change)
