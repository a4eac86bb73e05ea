from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from engine.optimizers import make_optimizer
from engine.run import Run, RunConfig, run_to
from engine.schedules import Constant
from gui.workers.run_worker import SLICE_SECONDS, Request, RunBench, RunWorker
from surfaces import SurfaceSpec

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


def config(name: str = "adam", start: tuple[float, float] = (-1.5, 1.0)) -> RunConfig:
    optimizer = make_optimizer(name, {"learning_rate": 1e-4})
    return RunConfig(SurfaceSpec(name="rosenbrock"), start, optimizer, Constant())


@pytest.fixture
def worker(qapp: object) -> Iterator[RunWorker]:
    made = RunWorker()
    made.start()
    yield made
    assert made.stop()


def finish(bench: RunBench) -> None:
    while bench.advance(SLICE_SECONDS):
        pass


def test_slices_give_the_same_bytes_as_one_go() -> None:
    bench, configs = RunBench(), (config("adam"), config("momentum"))
    bench.adopt(Request(1, configs, 700))
    while bench.advance(0.0005):
        pass
    for one in configs:
        assert bench.results(True).snapshots[one].table.tobytes() == run_to(one, 700).table.tobytes()


def test_equal_runs_are_kept_and_changed_ones_begin_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    bench, kept, dropped, new = RunBench(), config("adam"), config("momentum"), config("rmsprop")
    bench.adopt(Request(1, (kept, dropped), 300))
    finish(bench)
    before = bench._runs[kept]
    bench.adopt(Request(2, (new, kept), 300))
    assert bench._runs[kept] is before
    assert list(bench._runs) == [new, kept]
    finish(bench)
    assert {snapshot.last for snapshot in bench.results(True).snapshots.values()} == {300}


def test_a_higher_limit_goes_on_and_a_lower_one_keeps_what_there_is() -> None:
    bench = RunBench()
    for generation, limit, expected in ((1, 100, 100), (2, 250, 250), (3, 50, 250)):
        bench.adopt(Request(generation, (config(),), limit))
        finish(bench)
        assert bench.results(True).snapshots[config()].last == expected


def test_runs_advance_side_by_side() -> None:
    bench, configs = RunBench(), tuple(config(start=(x, 1.0)) for x in (-1.0, -0.5, 0.5))
    bench.adopt(Request(1, configs, 1_000_000))
    bench.advance(0.01)
    lasts = [snapshot.last for snapshot in bench.results(False).snapshots.values()]
    assert max(lasts) - min(lasts) <= 64


def test_a_snapshot_stays_as_it_was() -> None:
    bench = RunBench()
    bench.adopt(Request(1, (config(),), 100_000))
    bench.advance(0.002)
    early = bench.results(False).snapshots[config()]
    copy = early.table.copy()
    bench.advance(0.02)
    assert np.array_equal(early.table, copy)
    assert not early.table.flags.writeable


def test_an_empty_request_is_finished_at_once(worker: RunWorker, qtbot: QtBot) -> None:
    worker.submit(Request(7, (), 100))
    qtbot.waitUntil(lambda: worker.latest.generation == 7)
    assert worker.latest.finished
    assert worker.latest.snapshots == {}


def test_a_newer_request_interrupts(worker: RunWorker, qtbot: QtBot) -> None:
    worker.submit(Request(1, (config(),), 1_000_000))
    qtbot.waitUntil(lambda: worker.latest.generation == 1)
    worker.submit(Request(2, (config("momentum"),), 50))
    qtbot.waitUntil(lambda: worker.latest.generation == 2 and worker.latest.finished)
    assert list(worker.latest.snapshots) == [config("momentum")]


def test_stopping_does_not_wait_for_the_end_of_the_runs(qapp: object, qtbot: QtBot) -> None:
    worker = RunWorker()
    worker.start()
    worker.submit(Request(1, tuple(config(start=(x, 0.0)) for x in np.linspace(-1, 1, 8)), 1_000_000))
    qtbot.waitUntil(lambda: worker.latest.generation == 1)
    begin = time.perf_counter()
    assert worker.stop()
    assert time.perf_counter() - begin < 1.0
    assert not worker.latest.finished


def test_stopping_before_any_request_and_twice(qapp: object) -> None:
    worker = RunWorker()
    worker.start()
    assert worker.stop()
    assert worker.stop()


@pytest.mark.parametrize("method", ["advance", "snapshot"])
def test_a_fault_is_told_and_the_next_request_served(
    worker: RunWorker, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, method: str
) -> None:
    def fail(*_arguments: object, **_named: object) -> None:
        raise ZeroDivisionError("broken step")

    with monkeypatch.context() as patch:
        patch.setattr(Run, method, fail)
        with qtbot.waitSignal(worker.failed) as heard:
            worker.submit(Request(1, (config(),), 50))
    assert "ZeroDivisionError: broken step" in heard.args[0]
    assert (worker.latest.generation, worker.latest.snapshots, worker.latest.finished) == (1, {}, True)
    worker.submit(Request(2, (replace(config(), seed=1),), 50))
    qtbot.waitUntil(lambda: worker.latest.generation == 2 and worker.latest.finished)
    assert next(iter(worker.latest.snapshots.values())).last == 50
