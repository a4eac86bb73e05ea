from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine.batches import Sampling
from engine.optimizers import make_optimizer
from engine.run import run_to
from engine.schedules import SCHEDULES, make_schedule
from engine.session import RunSpec, Session, default_session
from gui.rates import MOST_POINTS, rates_of

STEPS = 30


def scheduled(name: str, **values: object) -> tuple[Session, RunSpec]:
    run = replace(default_session().runs[0], schedule=make_schedule(name, values))
    return default_session().with_run(run), run


@pytest.mark.parametrize("name", [name for name in SCHEDULES if name != "constant"])
def test_the_drawing_is_what_the_run_records(name: str) -> None:
    session, run = scheduled(name)
    snapshot = run_to(session.config(run), STEPS)
    rates = rates_of(run, STEPS, 0, snapshot)
    assert rates is not None
    assert rates.iterations.tolist() == list(range(STEPS + 1))
    assert rates.values.tolist() == snapshot.learning_rate.tolist()


def test_a_constant_one_is_not_drawn() -> None:
    assert rates_of(default_session().runs[0], STEPS, 0, None) is None


def test_one_that_looks_at_the_loss_is_drawn_as_far_as_its_run_is_known() -> None:
    session, run = scheduled("plateau", patience=0, threshold=0.5)
    assert rates_of(run, 1000, 0, None) is None
    rates = rates_of(run, 1000, 0, run_to(session.config(run), STEPS))
    assert rates is not None
    assert (rates.iterations[-1], rates.last) == (STEPS, 1000)
    assert rates.values[-1] < rates.values[0]


def test_a_batch_scales_it() -> None:
    run = RunSpec(1, "Run", make_optimizer("gd"), make_schedule("batch-scaling", {"reference": 8}))
    for size, factor in ((0, 4.0), (16, 2.0), (99, 4.0)):
        rates = rates_of(replace(run, sampling=Sampling(batch_size=size)), STEPS, 32, None)
        assert rates is not None
        assert np.all(rates.values == factor * run.optimizer.learning_rate)


def test_very_long_runs_cost_no_more() -> None:
    _, run = scheduled("cosine", length=1_000_000)
    rates = rates_of(run, 1_000_000, 0, None)
    assert rates is not None
    assert len(rates.values) == MOST_POINTS
    assert rates is rates_of(run, 1_000_000, 0, None)
