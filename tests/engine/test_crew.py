"""Crews: same results whoever works, in whatever blocks; nobody is left behind."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import TYPE_CHECKING

import numpy as np
import pytest

from engine.basins import BasinSurvey
from engine.crew import Crew, Processes
from engine.lane_ends import LaneEnds
from engine.lanes import Cancelled, Lanes
from engine.optimizers import make_optimizer
from engine.run import RunConfig
from engine.schedules import Constant
from surfaces import SurfaceSpec

if TYPE_CHECKING:
    from collections.abc import Iterator


def config(name: str = "adam") -> RunConfig:
    return RunConfig(SurfaceSpec("himmelblau"), (0.0, 0.0), make_optimizer(name, {"learning_rate": 0.05}), Constant())


def blocks(count: int, steps: int, name: str = "adam") -> list[Lanes]:
    starts = np.random.default_rng(0).uniform(-6.0, 6.0, (count * 5, 2))
    lanes = Lanes(config(name), starts, np.zeros(len(starts), dtype=np.int64), {}, steps)
    return [lanes.take(slice(first, first + 5)) for first in range(0, len(starts), 5)]


def bits(found: dict[int, LaneEnds]) -> list[bytes]:
    return [getattr(found[place], name).tobytes() for place in sorted(found) for name in LaneEnds.__dataclass_fields__]


@pytest.fixture(scope="module")
def processes() -> Iterator[Processes]:
    with Processes(2, here=False) as crew:
        yield crew


@pytest.fixture(scope="module")
def expected() -> list[bytes]:
    return bits(dict(Crew().run(blocks(9, 60))))


def test_processes_give_the_bytes_of_one(processes: Processes, expected: list[bytes]) -> None:
    assert bits(dict(processes.run(blocks(9, 60)))) == expected


def children() -> set[int | None]:
    return {child.pid for child in multiprocessing.active_children()}


def test_this_process_and_another_one_together(expected: list[bytes]) -> None:
    before = children()
    with Processes(1) as crew:
        assert crew.size == 2
        assert bits(dict(crew.run(blocks(9, 60)))) == expected
        assert len(children() - before) == 1
    assert children() == before


def test_any_executor_will_do(expected: list[bytes]) -> None:
    with ThreadPoolExecutor(3) as executor:
        assert bits(dict(Crew(executor, 3, here=False).run(blocks(9, 60)))) == expected
        assert bits(dict(Crew(executor, 1).run(blocks(9, 60)))) == expected


def test_blocks_are_begun_in_order() -> None:
    assert [place for place, _ in Crew().run(blocks(6, 3))] == list(range(6))


def test_a_map_is_the_same_bytes_however_many_work(processes: Processes) -> None:
    pictures = []
    for crew in (Crew(), processes):
        survey = BasinSurvey(config(), 40, 80)
        for _ in survey.run(crew):
            pass
        pictures.append([array.tobytes() for array in survey.picture().arrays().values()])
    assert pictures[0] == pictures[1]


def test_whoever_stops_listening_gives_up(processes: Processes) -> None:
    endless = processes.run(blocks(8, 10**7, "gradient-descent"))
    ends = processes.run([*blocks(1, 5), *blocks(8, 10**7, "nelder-mead")])
    next(ends)
    begun = time.monotonic()
    ends.close()
    assert time.monotonic() - begun < 20.0
    endless.close()
    assert len(dict(processes.run(blocks(2, 5)))) == 2  # and they work on for the next


def test_it_stops_when_it_is_told_to(processes: Processes) -> None:
    for crew in (Crew(), processes):
        calls = iter([False, False, True])
        with pytest.raises(Cancelled):
            list(crew.run(blocks(8, 10**7, "nelder-mead"), lambda calls=calls: next(calls, True)))  # type: ignore[misc]


def test_an_error_in_a_block_is_raised_here(processes: Processes) -> None:
    broken = blocks(3, 5)
    broken[1] = Lanes(config(), np.zeros((5, 3)), np.zeros(5, dtype=np.int64), {}, 5)
    for crew in (Crew(), processes):
        with pytest.raises(ValueError, match="shape"):
            list(crew.run(broken))
    assert len(dict(processes.run(blocks(2, 5)))) == 2


def test_no_blocks() -> None:
    assert list(Crew().run([])) == []


def test_where_no_process_starts_this_one_does_it_all(
    expected: list[bytes], monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("engine.crew._begin", no_beginning)
    with Processes(1) as crew:
        with pytest.raises(BrokenProcessPool):
            crew.wait()
        assert bits(dict(crew.run(blocks(9, 60)))) == expected
    assert "nobody home" in capfd.readouterr().err


def no_beginning(_: object) -> None:
    raise RuntimeError("nobody home")


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_a_worker_that_is_killed_is_told() -> None:
    before = children()
    with Processes(1, here=False) as crew:
        assert len(dict(crew.run(blocks(1, 5)))) == 1
        (pid,) = children() - before
        assert pid is not None
        os.kill(pid, signal.SIGKILL)
        with pytest.raises(BrokenProcessPool):
            list(crew.run(blocks(4, 10**7, "nelder-mead")))
    assert children() == before
