from __future__ import annotations

import numpy as np
import pytest

from engine.history import History, Layout, RunStatus, Snapshot
from engine.optimizers.adam import Adam
from engine.run import Run, RunConfig, run_to
from engine.schedules import Constant
from surfaces import SurfaceSpec

CONFIG = RunConfig(SurfaceSpec("himmelblau"), (0.0, 0.0), Adam(0.01), Constant())
VIEWS = ("table", "params", "loss", "gradient", "learning_rate", "evaluations")


@pytest.mark.parametrize("name", VIEWS)
def test_snapshots_are_read_only(name: str) -> None:
    view = getattr(run_to(CONFIG, 5), name)
    with pytest.raises(ValueError, match="read-only"):
        view[0] = 1.0


def test_state_is_read_only() -> None:
    with pytest.raises(ValueError, match="read-only"):
        run_to(CONFIG, 5).state("first_moment")[0] = 1.0


def test_snapshots_stay_as_they_were_while_the_run_grows() -> None:
    run, taken = Run(CONFIG), []
    for _ in range(40):
        run.advance(17)
        taken.append((run.snapshot(), run.snapshot().table.copy(), run.last))
    for snapshot, copy, last in taken:
        assert snapshot.last == last == len(snapshot) - 1
        np.testing.assert_array_equal(snapshot.table, copy)


def test_a_snapshot_is_no_copy() -> None:
    run = Run(CONFIG)
    run.advance(30)
    assert np.shares_memory(run.snapshot().table, run.snapshot().params)


def test_columns_are_where_the_layout_says() -> None:
    layout = Layout(2, (("a", 2), ("b", 1)))
    history = History(layout)
    history.extend([range(layout.width), range(10, 10 + layout.width)])
    snapshot = Snapshot(history.view(), layout, RunStatus.RUNNING)
    assert layout.width == 10
    np.testing.assert_array_equal(snapshot.params, [[0, 1], [10, 11]])
    np.testing.assert_array_equal(snapshot.gradient[0], [3, 4])
    assert (snapshot.loss[0], snapshot.learning_rate[0], snapshot.evaluations[0]) == (2, 5, 6)
    np.testing.assert_array_equal(snapshot.state("a")[0], [7, 8])
    np.testing.assert_array_equal(snapshot.state("b"), [[9], [19]])
    np.testing.assert_array_equal(snapshot.update, [[10, 10]])


def test_gradient_norm_of_enormous_gradients_is_finite_and_silent() -> None:
    layout = Layout(2)
    history = History(layout)
    history.extend([[0, 0, 1, 3e200, 4e200, 1, 0]])
    assert Snapshot(history.view(), layout, RunStatus.DIVERGED).gradient_norm == pytest.approx([5e200])


def test_growing_keeps_every_row() -> None:
    history = History(Layout(1))
    for k in range(300):
        history.extend([[k] * 5] * (k % 3))
    assert len(history) == sum(k % 3 for k in range(300))
    np.testing.assert_array_equal(history.view()[:, 0], np.repeat(np.arange(300), np.arange(300) % 3))
    history.extend([])
    assert len(history) == 300


@pytest.mark.parametrize("status", RunStatus)
def test_final_statuses_are_those_no_limit_can_lift(status: RunStatus) -> None:
    assert status.is_final == (status.value in {"converged", "diverged", "non-finite"})
