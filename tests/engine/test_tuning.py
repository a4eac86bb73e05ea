from __future__ import annotations

from dataclasses import replace

import pytest

from engine.history import RunStatus
from engine.optimizers import OPTIMIZERS, make_optimizer
from engine.run import run_to
from engine.session import Session
from engine.tuning import CANDIDATES, candidate_rates, rate_range, tuned
from surfaces import SurfaceSpec

STEPS = 20
LOST = (RunStatus.DIVERGED, RunStatus.NON_FINITE)


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_every_optimizer_is_tuned_and_never_made_worse(name: str) -> None:
    session = Session(SurfaceSpec(name="book"), (-7.0, 2.0)).adding_run(make_optimizer(name))
    config = session.config(session.runs[0])
    best = tuned(config, STEPS)
    before, after = run_to(config, STEPS), run_to(replace(config, optimizer=best), STEPS)
    assert after.status not in LOST
    assert before.status in LOST or after.loss[-1] <= before.loss[-1]
    assert best == config.optimizer.replaced(learning_rate=best.learning_rate)


def test_where_the_learning_rate_has_no_effect_it_stays() -> None:
    session = Session(SurfaceSpec(name="plane"), (0.0, 0.0)).adding_run(make_optimizer("newton"))
    config = session.config(session.runs[0])
    assert tuned(config, STEPS) is config.optimizer


def test_one_that_always_diverges_stays() -> None:
    optimizer = make_optimizer("gradient-descent", {"learning_rate": 0.5})
    session = Session(SurfaceSpec(formula="-exp(x*x + y*y)"), (3.0, 3.0)).adding_run(optimizer)
    assert tuned(session.config(session.runs[0]), STEPS) is optimizer


def test_candidates_run_over_the_slider() -> None:
    rates = candidate_rates(make_optimizer("adam"))
    assert (len(rates), rates[0], rates[-1]) == (CANDIDATES, 1e-4, 1.0)


def test_a_composite_s_factor_takes_its_parts_over_their_sliders() -> None:
    switch = make_optimizer("switch")  # Adam at 0.001 from 1e-4 to 1, gradient descent at 0.01 from 1e-4 to 3
    assert rate_range(switch) == pytest.approx((0.01, 1000.0))
    nested = make_optimizer("lookahead", {"inner": "switch", "inner.learning_rate": 10.0})
    assert rate_range(nested) == pytest.approx((0.001, 100.0))
    assert rate_range(switch.replaced(**{"first.learning_rate": 0.0})) == pytest.approx((0.01, 300.0))
