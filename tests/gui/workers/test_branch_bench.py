"""Branches on the worker's bench: rows that runs share are computed once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from engine.branch import Origin
from engine.branch_run import BranchRun
from engine.optimizers import make_optimizer
from engine.run import Run, RunConfig, run_to
from engine.schedules import Constant
from gui.workers.run_worker import SLICE_SECONDS, Request, RunBench
from surfaces import SurfaceSpec

PARENT = RunConfig(SurfaceSpec("rosenbrock"), (-1.5, 1.0), make_optimizer("adam", {"lr": 1e-3}), Constant())


def branch(*nudge: float, parent: RunConfig = PARENT, at: int = 120) -> RunConfig:
    origin = Origin(parent.optimizer, parent.schedule, at, nudge=nudge, origin=parent.origin)
    return replace(parent, origin=origin)


def finish(bench: RunBench) -> None:
    while bench.advance(SLICE_SECONDS):
        pass


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[RunConfig]:
    """The configs of the runs that begin at the start."""
    begun: list[RunConfig] = []
    init = Run.__init__

    def remember(run: Run, config: RunConfig, began: int = 0) -> None:
        if config.start == PARENT.start and config.origin is None:
            begun.append(config)
        init(run, config, began)

    monkeypatch.setattr(Run, "__init__", remember)
    return begun


@pytest.mark.parametrize("order", [1, -1])
def test_a_branch_shares_its_parents_run_wherever_that_stands(made: list[RunConfig], order: int) -> None:
    bench = RunBench()
    bench.adopt(Request(1, (PARENT, branch(0.1, 0.0), branch(0.0, 0.1))[::order], 300))
    finish(bench)
    assert made == [PARENT]
    for config, snapshot in bench.results(True).snapshots.items():
        assert snapshot.table.tobytes() == run_to(config, 300).table.tobytes()


def test_a_parent_nobody_asks_for_is_computed_once_and_kept(made: list[RunConfig]) -> None:
    bench = RunBench()
    for generation, x in enumerate((0.1, 0.2, 0.3)):
        bench.adopt(Request(generation, (branch(x, 0.0), branch(0.0, 0.5)), 300))
        finish(bench)
    assert made == [PARENT]
    assert set(bench.results(True).snapshots) == {branch(0.3, 0.0), branch(0.0, 0.5)}
    bench.adopt(Request(4, (), 300))
    assert bench._kept == {}


def test_branches_of_branches_share_all_the_way_down(made: list[RunConfig]) -> None:
    bench, first = RunBench(), branch(0.1, 0.0)
    second = branch(0.0, 0.1, parent=first, at=200)
    bench.adopt(Request(1, (second,), 300))
    finish(bench)
    assert made == [PARENT]
    runs = list(bench._kept.values())
    assert [type(run) for run in runs] == [Run, BranchRun, BranchRun]
    assert bench.results(True).snapshots[second].table.tobytes() == run_to(second, 300).table.tobytes()


def test_half_way_a_branch_shows_what_its_parent_has() -> None:
    bench = RunBench()
    bench.adopt(Request(1, (branch(0.1, 0.0),), 50))
    finish(bench)
    snapshot = bench.results(True).snapshots[branch(0.1, 0.0)]
    assert (snapshot.last, snapshot.first) == (50, 51)
    bench.adopt(Request(2, (branch(0.1, 0.0),), 150))
    finish(bench)
    snapshot = bench.results(True).snapshots[branch(0.1, 0.0)]
    assert (snapshot.last, snapshot.first) == (150, 120)
