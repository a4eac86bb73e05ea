from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from engine.optimizers.nelder_mead import WORST, NelderMead
from engine.run import RunConfig, run_to
from engine.schedules import Constant
from surfaces import CATALOGUE, SurfaceSpec, build_surface

if TYPE_CHECKING:
    from engine.history import Snapshot


def run(optimizer: NelderMead, spec: SurfaceSpec | str, start: tuple[float, ...], steps: int) -> Snapshot:
    surface = SurfaceSpec(spec) if isinstance(spec, str) else spec
    return run_to(RunConfig(surface, start, optimizer, Constant()), steps)


def simplices(made: Snapshot) -> np.ndarray:
    dim = made.layout.dim
    return np.asarray(made.state("simplex")[1:].reshape(-1, dim + 1, dim))


def test_the_first_moves_by_hand() -> None:
    """x² + y² from (2, 2), size 1. Worst of (2,2), (3,2), (2,3) is the last of two equal ones: (2,3)."""
    made = run(NelderMead(1.0), "bowl", (2.0, 2.0), 2)
    # (2,3) through the centre (2.5, 2) to (3, 1): loss 10, between best 8 and second worst 13: taken.
    np.testing.assert_array_equal(simplices(made)[0], [(2, 2), (3, 1), (3, 2)])
    # (3,2) through (2.5, 1.5) to (2, 1): loss 5, best of all; twice as far, (1.5, 0.5), has 2.5: taken.
    np.testing.assert_array_equal(simplices(made)[1], [(1.5, 0.5), (2, 2), (3, 1)])
    np.testing.assert_array_equal(made.params, [(2, 2), (2, 2), (1.5, 0.5)])
    assert made.state("value_evaluations")[:, 0].tolist() == [0, 4, 6]


def test_the_simplex_shrinks_where_no_throw_helps() -> None:
    """From the bottom of a narrow fold: reflected and contracted both lie higher, so all come to the best."""
    made = run(NelderMead(1.0), SurfaceSpec(formula="abs(x) + abs(y) + 100*abs(x*y)"), (0.0, 0.0), 1)
    np.testing.assert_array_equal(simplices(made)[0], [(0, 0), (0.5, 0), (0, 0.5)])


@pytest.mark.parametrize("name", CATALOGUE)
def test_the_run_stands_at_the_best_vertex_and_never_rises(name: str) -> None:
    made = run(NelderMead(), name, CATALOGUE[name].start, 60)
    np.testing.assert_array_equal(made.params[1:], simplices(made)[:, 0])
    losses = made.state("losses")[1:]
    assert np.all(np.diff(losses, axis=1) >= 0.0)
    assert np.diff(losses[:, 0]).max(initial=0.0) <= 0.0
    again = build_surface(SurfaceSpec(name)).value(simplices(made))
    np.testing.assert_allclose(losses, again, rtol=1e-12, atol=1e-12)


def test_it_compares_losses_only() -> None:
    """Any increasing function of the loss gives the same path."""
    one = run(NelderMead(), SurfaceSpec(formula="(1-x)^2 + 100*(y-x^2)^2"), (-1.2, 1.0), 80)
    other = run(NelderMead(), SurfaceSpec(formula="ln(1 + (1-x)^2 + 100*(y-x^2)^2)"), (-1.2, 1.0), 80)
    np.testing.assert_array_equal(one.params, other.params)


def test_for_two_parameters_the_adaptive_coefficients_are_the_classical_ones() -> None:
    one, other = (run(NelderMead(adaptive=adaptive), "beale", (1.0, 1.5), 60) for adaptive in (False, True))
    np.testing.assert_array_equal(one.params, other.params)


def test_a_vertex_without_a_loss_is_the_worst() -> None:
    made = run(NelderMead(4.0), SurfaceSpec(formula="x - ln(x) + y^2 - ln(3 - x)"), (2.0, 1.0), 30)
    assert np.isfinite(made.table).all()
    assert made.state("losses").max() == WORST
    assert made.loss[-1] < made.loss[0]
