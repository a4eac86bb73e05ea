"""Rates of the axes, read from columns, against those of the steps taken once more one by one, and against formulas."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine.axis_rates import AxisRate, axis_rates
from engine.batches import Sampling
from engine.branch import Origin
from engine.explain import explain
from engine.optimizers import OPTIMIZERS, make_optimizer
from engine.run import RunConfig, run_to
from engine.schedules import Constant
from surfaces import SurfaceSpec

BOOK = SurfaceSpec("book")


def config_of(name: str, **values: object) -> RunConfig:
    return RunConfig(BOOK, (-7.0, 2.0), make_optimizer(name, values), Constant())


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_they_are_those_of_the_explained_steps(name: str) -> None:
    config = config_of(name)
    snapshot = run_to(config, 9)
    found = axis_rates(config, snapshot, 1, len(snapshot))
    for row, rates in enumerate(found, 1):
        told = explain(config, snapshot, row, written=False).axis_rates or (np.nan, np.nan)
        np.testing.assert_allclose(rates, told, rtol=1e-10)  # RAdam divides by what is nearly nothing


def test_adams_are_the_rate_by_the_root_of_its_corrected_second_moment() -> None:
    config = config_of("adam", learning_rate=0.3, eps=1e-8)
    snapshot = run_to(config, 30)
    steps = np.arange(1, 31)[:, None]
    second = snapshot.state("second_moment")[1:] / (1.0 - 0.999**steps)
    expected = 0.3 / (np.sqrt(second) + 1e-8)
    np.testing.assert_allclose(axis_rates(config, snapshot, 0, 30), expected, rtol=1e-10)
    np.testing.assert_allclose(AxisRate(config, 1)(snapshot, 7, 9), expected[7:9, 1], rtol=1e-10)


def test_of_a_branch_the_shared_rows_are_the_parents() -> None:
    parent = config_of("adagrad", learning_rate=1.0)
    other = make_optimizer("gradient-descent", {"learning_rate": 0.25})
    branch = replace(parent, optimizer=other, origin=Origin(parent.optimizer, parent.schedule, 5))
    snapshot = run_to(branch, 8)
    found = axis_rates(branch, snapshot, 0, 8)
    np.testing.assert_array_equal(found[:5], axis_rates(parent, run_to(parent, 8), 0, 5))
    assert (found[5:] == 0.25).all()
    assert len(set(found[:5, 0])) == 5


def test_with_batches_the_steps_own_gradients_count() -> None:
    optimizer = make_optimizer("rmsprop", {"learning_rate": 0.1, "eps": 1e-8})
    config = RunConfig(SurfaceSpec("linear-regression"), (0.0, 0.0), optimizer, Constant(), 0, Sampling(4, False, 1))
    snapshot = run_to(config, 6)
    second = snapshot.state("square_average")[1:]
    np.testing.assert_allclose(axis_rates(config, snapshot, 0, 6), 0.1 / (np.sqrt(second) + 1e-8), rtol=1e-10)


def test_rules_that_turn_the_slope_have_none() -> None:
    config = config_of("newton")
    assert np.isnan(axis_rates(config, run_to(config, 2), 0, 2)).all()
