from __future__ import annotations

import gc
import threading
import time
import weakref
from functools import partial
from typing import TYPE_CHECKING

import pytest

from gui.workers.background import Background, Cancelled, Outcome, Task

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


@pytest.fixture
def background(qapp: object) -> Iterator[Background]:
    made = Background()
    yield made
    assert made.stop()


@pytest.fixture
def outcomes() -> list[Outcome]:
    return []


def test_a_job_runs_elsewhere_and_is_delivered_here(
    background: Background, outcomes: list[Outcome], qtbot: QtBot
) -> None:
    threads: list[threading.Thread] = []

    def deliver(outcome: Outcome) -> None:
        outcomes.append(outcome)
        threads.append(threading.current_thread())

    background.submit("job", lambda _task: threading.get_ident(), deliver)
    assert not background.is_idle()
    qtbot.waitUntil(background.is_idle)
    assert outcomes[0].value != threading.get_ident()
    assert threads == [threading.main_thread()]


def test_a_fault_is_delivered_with_its_trace(background: Background, outcomes: list[Outcome], qtbot: QtBot) -> None:
    def fail(_task: Task) -> None:
        raise LookupError("gone")

    background.submit("job", fail, outcomes.append)
    qtbot.waitUntil(background.is_idle)
    assert isinstance(outcomes[0].error, LookupError)
    assert "LookupError: gone" in outcomes[0].trace


def test_the_newest_job_of_a_name_wins(background: Background, outcomes: list[Outcome], qtbot: QtBot) -> None:
    go = threading.Event()
    background.submit("job", lambda _task: go.wait(10) and "old", outcomes.append)
    background.submit("job", lambda _task: "new", outcomes.append)
    background.submit("other", lambda _task: "other", outcomes.append)
    qtbot.waitUntil(lambda: len(outcomes) == 2)
    go.set()
    qtbot.waitUntil(background.is_idle)
    assert sorted(outcome.value for outcome in outcomes) == ["new", "other"]


def test_a_job_replaced_before_it_began_is_never_done(background: Background, qtbot: QtBot) -> None:
    go, done = threading.Event(), list[str]()
    for name in ("one", "two"):
        background.submit(name, lambda _task: go.wait(10), lambda _outcome: None)
    for number in range(5):
        background.submit("job", partial(lambda n, _task: done.append(n), str(number)), lambda _outcome: None)
    go.set()
    qtbot.waitUntil(background.is_idle)
    assert done == ["4"]


def test_what_matters_more_begins_first(background: Background, qtbot: QtBot) -> None:
    go, done = threading.Event(), list[str]()
    for name in ("one", "two"):
        background.submit(name, lambda _task: go.wait(10), lambda _outcome: None)
    for priority in (-1, 0, 1):
        work = partial(lambda name, _task: done.append(name), str(priority))
        background.submit(f"job {priority}", work, lambda _outcome: None, priority=priority)
    go.set()
    qtbot.waitUntil(background.is_idle)
    assert done[0] == "1"
    assert sorted(done) == ["-1", "0", "1"]


def test_only_what_a_person_asked_for_is_to_be_followed(background: Background, qtbot: QtBot) -> None:
    go = threading.Event()
    background.submit("picture", lambda _task: go.wait(10), lambda _outcome: None)
    task = background.submit("export", lambda _task: go.wait(10), lambda _outcome: None, asked=True)
    assert background.asked() == (task,)
    go.set()
    qtbot.waitUntil(background.is_idle)
    assert background.asked() == ()


def test_nothing_keeps_a_closed_windows_things_alive(qapp: object) -> None:
    """Qt forgets the Python side of some runnables: what they were given must not live on with them."""

    class Thing:
        def __call__(self, _task: Task) -> None:
            time.sleep(0.001)

    for _ in range(20):
        background, things = Background(), [Thing() for _ in range(8)]
        left = [weakref.ref(thing) for thing in things]
        for number, thing in enumerate(things):
            background.submit(f"job {number}", thing, lambda _outcome: None)
        del thing
        things.clear()
        assert background.stop()
        gc.collect()
        assert [ref() for ref in left] == [None] * len(left)


def test_a_cancelled_job_says_so(background: Background, outcomes: list[Outcome], qtbot: QtBot) -> None:
    def work(task: Task) -> None:
        while True:
            task.progress(1, 2)
            time.sleep(0.001)

    task = background.submit("job", work, outcomes.append)
    qtbot.waitUntil(lambda: task.done == 1)
    assert background.running() == (task,)
    task.cancelled = True
    qtbot.waitUntil(background.is_idle)
    assert isinstance(outcomes[0].error, Cancelled)


def test_stopping_cancels_waits_and_delivers_nothing(qapp: object, outcomes: list[Outcome], qtbot: QtBot) -> None:
    background = Background()

    def work(task: Task) -> None:
        while True:
            task.progress(0, 0)
            time.sleep(0.001)

    for number in range(6):
        background.submit(f"job {number}", work, outcomes.append)
    begin = time.perf_counter()
    assert background.stop()
    assert time.perf_counter() - begin < 1.0
    qtbot.wait(1)
    assert outcomes == []


def test_after_stopping_nothing_is_started(qapp: object, outcomes: list[Outcome]) -> None:
    background, done = Background(), list[str]()
    assert background.stop()
    background.submit("late", lambda _task: done.append("late"), outcomes.append)
    assert background.is_idle()
    assert background.stop()
    assert done == []


def test_a_job_that_does_not_listen_is_reported(qapp: object) -> None:
    background, begun, go = Background(), threading.Event(), threading.Event()

    def deaf(_task: Task) -> None:
        begun.set()
        go.wait(10)

    background.submit("deaf", deaf, lambda _outcome: None)
    assert begun.wait(10)
    assert not background.stop(20)
    go.set()
    assert background.stop()
