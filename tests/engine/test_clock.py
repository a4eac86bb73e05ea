from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from engine.batches import Sampling
from engine.clock import CLOCKS, moment_of, moments, next_moment, previous_moment, row_at
from engine.history import Layout, RunStatus, Snapshot
from engine.optimizers import make_optimizer
from engine.run import run_to
from engine.session import Session
from surfaces import SurfaceSpec, build_surface
from surfaces.surface import SampledSurface

if TYPE_CHECKING:
    from surfaces import Array

LAYOUT = Layout(2, (("velocity", 2), ("value_evaluations", 1), ("hessian_evaluations", 1)))


def spent(gradients: list[float], values: list[float], hessians: list[float]) -> Snapshot:
    """A run in the plane that has asked so often by each row."""
    table = np.zeros((len(gradients), LAYOUT.width))
    table[:, 6], table[:, 9], table[:, 10] = gradients, values, hessians
    return Snapshot(table, LAYOUT, RunStatus.RUNNING)


@pytest.fixture
def costly() -> Snapshot:
    return spent([0, 1, 2, 3], [0, 0, 5, 5], [0, 1, 1, 2])


@pytest.mark.parametrize(
    ("clock", "expected"),
    [("iteration", [0, 1, 2, 3]), ("evaluations", [0, 3, 9, 12]), ("epoch", [0, 1, 2, 3])],
)
def test_moments_are_what_was_asked_a_hessian_for_the_price_of_dim_gradients(
    costly: Snapshot, clock: str, expected: list[float]
) -> None:
    assert moments(costly, clock).tolist() == expected
    assert moments(costly, clock, np.array([2, 0])).tolist() == [expected[2], expected[0]]
    assert [moment_of(costly, clock, row) for row in range(4)] == expected


@pytest.mark.parametrize(
    ("moment", "row"), [(-1.0, 0), (0.0, 0), (2.9, 0), (3.0, 1), (8.5, 1), (9.0, 2), (12.0, 3), (1e9, 3)]
)
def test_the_row_at_a_moment_is_the_last_one_reached(costly: Snapshot, moment: float, row: int) -> None:
    assert row_at(costly, "evaluations", moment) == row


def test_of_rows_reached_at_the_same_moment_the_last_counts() -> None:
    free = spent([0, 1, 1, 1, 2], [0] * 5, [0] * 5)
    assert row_at(free, "evaluations", 1.0) == 3
    assert next_moment([free], "evaluations", 0.5) == 1.0
    assert next_moment([free], "evaluations", 1.0) == 2.0


def test_the_next_and_the_last_step_of_several_runs(costly: Snapshot) -> None:
    cheap = spent([0, 1, 2], [0] * 3, [0] * 3)
    runs = [costly, cheap]
    ahead = [next_moment(runs, "evaluations", moment) for moment in (0.0, 1.0, 2.0, 3.0, 9.0, 12.0)]
    assert ahead == [1.0, 2.0, 3.0, 9.0, 12.0, None]
    behind = [previous_moment(runs, "evaluations", moment) for moment in (12.0, 9.0, 3.0, 2.0, 1.0, 0.0)]
    assert behind == [9.0, 3.0, 2.0, 1.0, 0.0, None]
    assert next_moment([], "evaluations", 0.0) is None


def test_another_clock_is_a_mistake(costly: Snapshot) -> None:
    with pytest.raises(ValueError, match="seconds"):
        moments(costly, "seconds")
    with pytest.raises(ValueError, match="seconds"):
        row_at(costly, "seconds", 1.0)


def _recorded(optimizer: str, sampling: Sampling, steps: int) -> Snapshot:
    session = Session(SurfaceSpec("linear-regression"), (0.0, 0.0)).adding_run(make_optimizer(optimizer))
    session = session.with_run(replace(session.runs[0], sampling=sampling))
    return run_to(session.config(session.runs[0]), steps)


@pytest.mark.parametrize("clock", CLOCKS)
@pytest.mark.parametrize("optimizer", ["momentum", "newton"])
def test_recorded_moments_never_fall_and_each_row_is_found_again(clock: str, optimizer: str) -> None:
    snapshot = _recorded(optimizer, Sampling(batch_size=3, stream=2), 60)
    shown: Array = moments(snapshot, clock)
    assert len(shown) == len(snapshot)
    assert (np.diff(shown) >= 0).all()
    assert [row_at(snapshot, clock, moment) for moment in shown] == list(range(len(snapshot)))


def test_moments_of_batches_are_whole_numbers_of_samples() -> None:
    surface = build_surface(SurfaceSpec("linear-regression"))
    assert isinstance(surface, SampledSurface)
    snapshot = _recorded("gradient-descent", Sampling(3, replacement=True, stream=1), 2 * surface.samples)
    counted = moments(snapshot, "evaluations") * surface.samples
    assert np.abs(counted - np.rint(counted)).max() < 1e-9
    assert moment_of(snapshot, "epoch", surface.samples) == pytest.approx(3.0)
    full = _recorded("gradient-descent", Sampling(), 5)
    assert moments(full, "epoch").tolist() == [0, 1, 2, 3, 4, 5][: len(full)]
