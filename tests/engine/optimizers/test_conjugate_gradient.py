from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from engine.optimizers.conjugate_gradient import ConjugateGradient
from engine.run import RunConfig, run_to
from engine.schedules import Constant
from surfaces import SurfaceSpec, build_surface

if TYPE_CHECKING:
    from engine.history import Snapshot

BETAS = ("fletcher-reeves", "polak-ribiere-plus")


def run(optimizer: ConjugateGradient, spec: SurfaceSpec | str, start: tuple[float, ...], steps: int) -> Snapshot:
    surface = SurfaceSpec(spec) if isinstance(spec, str) else spec
    return run_to(RunConfig(surface, start, optimizer, Constant()), steps)


@pytest.mark.parametrize("beta", BETAS)
@pytest.mark.parametrize("dim", [2, 3, 5, 8])
def test_n_exact_steps_solve_a_quadratic_of_n_parameters_and_no_fewer(dim: int, beta: str) -> None:
    """κ = 30: rounding is amplified by no more than κ per step, so 1e-9 of the start is generous."""
    spec = SurfaceSpec("quadratic", parameters=(("condition", 30.0),), dim=dim)
    start = tuple(np.random.default_rng(dim).uniform(1.0, 3.0, dim).tolist())
    made = run(ConjugateGradient(beta=beta, line_search="exact"), spec, start, dim)
    errors = np.linalg.norm(made.params, axis=1)
    assert errors[dim] < 1e-9 * errors[0]
    assert errors[dim - 1] > 1e-3 * errors[0]


def test_directions_are_conjugate() -> None:
    spec = SurfaceSpec("quadratic", parameters=(("condition", 30.0),), dim=5)
    made = run(ConjugateGradient(line_search="exact"), spec, (1.0, 2.0, 3.0, 2.0, 1.0), 5)
    hessian = build_surface(spec).hessian(np.zeros(5))
    directions = made.state("direction")[1:]
    directions = directions / np.linalg.norm(directions, axis=1, keepdims=True)
    products = directions @ hessian @ directions.T
    np.testing.assert_allclose(products - np.diag(np.diag(products)), 0.0, atol=1e-8)


def fletcher_reeves(new: np.ndarray, old: np.ndarray) -> float:
    return float(new @ new / (old @ old))


def polak_ribiere_plus(new: np.ndarray, old: np.ndarray) -> float:
    return max(0.0, float(new @ (new - old) / (old @ old)))


@pytest.mark.parametrize(("beta", "share"), [(BETAS[0], fletcher_reeves), (BETAS[1], polak_ribiere_plus)])
def test_directions_by_hand(beta: str, share) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    made = run(ConjugateGradient(beta=beta), "beale", (1.0, 1.5), 8)
    direction = -made.gradient[0]
    for k in range(1, 8):
        gradient = made.gradient[k]
        direction = -gradient + share(gradient, made.gradient[k - 1]) * direction
        if direction @ gradient >= 0.0:
            direction = -gradient
        np.testing.assert_allclose(made.state("direction")[k + 1], direction, rtol=1e-9)
        length = made.state("length")[k + 1]
        np.testing.assert_allclose(made.update[k], length * direction, rtol=1e-9, atol=1e-13)


@pytest.mark.parametrize(("beta", "steps", "known"), [(BETAS[0], 76, 125), (BETAS[1], 23, 175)])
def test_rosenbrock(beta: str, steps: int, known: int) -> None:
    """Science S15 counts 125 and 175 with bisection for the weak conditions; interpolation for the strong ones and a
    first length that promises the last decrease are worth most of them."""
    made = run(ConjugateGradient(beta=beta), "rosenbrock", (-1.2, 1.0), 200)
    assert np.argmax(np.linalg.norm(made.params - 1.0, axis=1) < 1e-6) == steps < known
    assert np.diff(made.loss).max() <= 0.0


def test_it_starts_afresh_where_it_rests() -> None:
    made = run(ConjugateGradient(), "bowl", (0.0, 0.0), 3)
    assert not made.table[:, :2].any()
    assert not made.state("length").any()
