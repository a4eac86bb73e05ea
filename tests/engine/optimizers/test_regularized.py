from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from engine.optimizers import make_optimizer
from engine.run import RunConfig, run_to
from engine.schedules import Constant
from surfaces import SurfaceSpec, build_surface

if TYPE_CHECKING:
    from engine.history import Snapshot

QUADRATIC = SurfaceSpec(formula="(x - 1)^2/2 + 2*(y - 0.02)^2")
"""Minimum at (1, .02), curvatures 1 and 4."""


def run(
    penalty: str, strength: float, steps: int = 400, start: tuple[float, float] = (-2.0, 3.0), **values: object
) -> Snapshot:
    named = {"inner.lr": 0.2, **{key.replace("__", "."): value for key, value in values.items()}}
    made = make_optimizer("regularized", {"penalty": penalty, "strength": strength, **named})
    return run_to(RunConfig(QUADRATIC, start, made, Constant()), steps)


def test_l2_ends_at_the_minimum_of_the_penalised_surface() -> None:
    """(x − 1) + λ x = 0 and 4 (y − .02) + λ y = 0."""
    np.testing.assert_allclose(run("l2", 0.5).params[-1], [1 / 1.5, 0.08 / 4.5], rtol=1e-10)


def test_for_gradient_descent_decoupled_decay_is_l2() -> None:
    np.testing.assert_allclose(run("decoupled", 0.5).params, run("l2", 0.5).params, rtol=1e-12, atol=1e-12)
    decoupled, l2 = (run(penalty, 0.5, 30, inner="adam", inner__lr=0.2).params for penalty in ("decoupled", "l2"))
    assert np.abs(decoupled - l2).max() > 0.1


def test_only_the_proximal_l1_ends_at_an_exact_zero() -> None:
    """λ = .2 is more than |∂f/∂y| = .08 at y = 0, and x ends at 1 − λ (S25)."""
    proximal, subgradient = run("l1-proximal", 0.2), run("l1", 0.2)
    assert proximal.params[-1, 1] == 0.0
    np.testing.assert_allclose(proximal.params[-1, 0], 0.8, rtol=1e-12)
    ends = subgradient.params[-20:, 1]
    assert (ends != 0.0).all()
    assert len(set(np.sign(ends))) == 2
    np.testing.assert_allclose(subgradient.params[-1, 0], 0.8, rtol=1e-12)


def test_one_proximal_step_by_hand() -> None:
    """From (−2, 3) by η = .2: (−2 + .6, 3 − 2.384), each .2 · .5 nearer to zero."""
    np.testing.assert_allclose(run("l1-proximal", 0.5, 1).params[1], [-1.3, 0.516], rtol=1e-13)


@pytest.mark.parametrize("inner", ["newton", "damped-newton"])
def test_a_second_order_part_sees_the_penalised_surface(inner: str) -> None:
    found = run("l2", 0.5, 60, inner=inner, inner__lr=1.0)
    np.testing.assert_allclose(found.params[-1], [1 / 1.5, 0.08 / 4.5], rtol=1e-6)


@pytest.mark.parametrize("penalty", ["l2", "l1"])
def test_a_line_search_sees_the_penalised_values(penalty: str) -> None:
    """From the bare minimum the bare loss can only rise, while the sum of loss and penalty falls."""
    found = run(penalty, 0.5, 50, (1.0, 0.02), inner="gradient-descent-line-search", inner__lr=1.0)
    penalised = {"l2": 0.25 * (found.params**2).sum(1), "l1": 0.5 * np.abs(found.params).sum(1)}[penalty]
    assert np.all(np.diff(found.loss + penalised) <= 1e-12)
    assert (found.loss[0], found.loss[-1] > 0.03) == (0.0, True)


def test_the_record_is_of_the_bare_surface() -> None:
    found = run("l2", 0.5)
    np.testing.assert_allclose(found.loss, build_surface(QUADRATIC).value(found.params), rtol=1e-13)
