from __future__ import annotations

import pytest

from engine.history import RunStatus, Snapshot
from engine.optimizers import make_optimizer
from engine.run import RunConfig, run_to
from engine.schedules import Constant
from surfaces import SurfaceSpec


def run(**values: float) -> Snapshot:
    rates = {f"{name}.lr": rate for name, rate in values.items()}
    return run_to(RunConfig(SurfaceSpec("book"), (-7.0, 2.0), make_optimizer("summed", rates), Constant()), 200)


def test_a82_each_alone_arrives_and_together_they_diverge() -> None:
    """science.md, A82: gradient descent with η = .6 twice in one step is η = 1.2, beyond 2 / λ₂ = 1."""
    assert run(first=0.6, second=0.0).loss[-1] == pytest.approx(4e-11, rel=0.2)
    assert run(first=0.0, second=0.6).loss[-1] == pytest.approx(4e-11, rel=0.2)
    assert run(first=0.6, second=0.6).status is RunStatus.DIVERGED
    assert run(first=0.4, second=0.4).loss[-1] < 1e-10


def test_both_see_one_gradient() -> None:
    together = run(first=0.3, second=0.2)
    assert together.totals.gradients == together.last
